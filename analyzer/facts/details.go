package facts

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// detailed are the readers of the pages, to whose lines and index the wording of details is added. Few
// rules ask for details, so the text is run through for them only when one does.
var detailed = analyzer.NewFact("details", func(p *analyzer.Pass) []*reader {
	out := make([]*reader, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		out[i] = r.detailed()
	}
	return out
})

func (r *reader) detailed() *reader {
	d := *r
	d.lines = append([]Line(nil), r.lines...)
	scan := phrases.Details().Scan(r.doc.Visible)
	defer scan.Close()
	var found []phrases.Match
	for i := range d.lines {
		units := append([]Unit(nil), r.lines[i].Units...)
		for j := range units {
			found = scan.Unit(units[j].Range.Start, units[j].Range.End, found[:0])
			matches := units[j].Matches
			for _, m := range found {
				m.Phrase += firstDetail()
				matches = append(matches[:len(matches):len(matches)], m)
			}
			units[j].Matches = matches
		}
		d.lines[i].Units = units
	}
	d.index = newIndex(d.lines, int(firstDetail())+phrases.Details().Len())
	return &d
}

// firstDetail is what is added to the number of a phrase of details, so that it is none of the others'.
func firstDetail() phrases.ID { return phrases.ID(phrases.Default().Len()) }

// detail is the number of a phrase of details that the data must have.
func detail(name string) phrases.ID { return firstDetail() + mustHave(phrases.Details(), name) }

// optionalDetail is the number of a phrase of details, 0 where the data has none.
func optionalDetail(name string) phrases.ID {
	id := phrases.Details().Lookup(name)
	if id == 0 {
		return 0
	}
	return firstDetail() + id
}
