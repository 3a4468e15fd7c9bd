package facts

import (
	"slices"
)

// dates compares since when the policies are in force, and when they were announced. Another version than the other
// tells of is no difference that is sure where the day of each stands in the other, too, as in a list of versions.
func (c *twinComparer) dates() {
	a, b := Dates.Of(c.here.pass), Dates.Of(c.there.pass)
	c.day(TwinEffective, a.Effective, b.Effective)
	c.day(TwinAnnounced, a.Announced, b.Announced)
}

func (c *twinComparer) day(kind TwinKind, a, b DateAt) {
	if a.Date.IsZero() || b.Date.IsZero() || a.Date == b.Date || a.Doubtful || b.Doubtful {
		return
	}
	inBoth := slices.Contains(editionDates.Of(c.there.pass), a.Date) && slices.Contains(editionDates.Of(c.here.pass), b.Date)
	if kind == TwinAnnounced && inBoth {
		return // which of the days it is was read otherwise
	}
	d := TwinDifference{Kind: kind, Clause: EffectiveDate, Key: a.Date.String() + "\n" + b.Date.String(), Sure: kind == TwinEffective && !inBoth}
	c.add(c.here, d, c.here.dateQuote(a), c.there.dateQuote(b))
}

func (s *edition) dateQuote(d DateAt) Quote {
	doc := s.pass.Policy.Pages[d.Page]
	return Quote{Text: doc.Quote(doc.Span(d.Range)), At: PlaceIn{d.Page, d.Range}}
}
