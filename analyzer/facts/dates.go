package facts

import (
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A DateAt is a date that a policy gives, and where.
type DateAt struct {
	Date  date.Date // zero where none is given
	Page  int
	Range policy.Range

	// Doubtful says that the date may be another one, or none: see [date.Found].
	Doubtful bool
}

// DatesOf are the dates of the version that a policy is.
type DatesOf struct{ Effective, Announced DateAt }

// Dates are the dates of the current version: not those of older ones, of a registration or of a
// last change. Those of the first page that gives them count: parts of a policy may be kept up on their own.
var Dates = analyzer.NewFact("dates", func(p *analyzer.Pass) DatesOf {
	var out DatesOf
	for _, r := range readers.Of(p) {
		for _, d := range datesFound.Of(p)[r.page] {
			switch {
			case tellsBefore(out, d):
			case d.role == dateWords().effective && (out.Effective.Date.IsZero() || later(out.Effective.Date, d.at.Date, p.Today)):
				out.Effective = d.at
			case d.role == dateWords().revised && !out.Effective.Date.IsZero() && out.Effective.Page == r.page && out.Effective.Date.Before(d.at.Date):
				out.Effective = d.at // a version takes effect when it is revised, where it gives the first date too
			case d.role == dateWords().announced && (out.Announced.Date.IsZero() || out.Announced.Date.Before(d.at.Date)):
				out.Announced = d.at
			}
		}
	}
	if out.Effective.Date.IsZero() {
		out.Effective = chosen(p)
	}
	return out
})

// tellsBefore reports whether a page before that of a date gives one of its role.
func tellsBefore(dates DatesOf, d dated) bool {
	known := dates.Effective
	if d.role == dateWords().announced {
		known = dates.Announced
	}
	return !known.Date.IsZero() && known.Page < d.at.Page
}

// later reports whether of two days b tells the version in force on a day: the later one of those
// that have come, else the earlier one.
func later(a, b, day date.Date) bool {
	if day.Before(b) {
		return day.Before(a) && b.Before(a)
	}
	return day.Before(a) || a.Before(b)
}

// chosen is the latest day, up to that of the pass, on which one of the versions that a page offers
// for choice takes effect.
func chosen(p *analyzer.Pass) DateAt {
	var out DateAt
	for _, r := range readers.Of(p) {
		label := false
		for i := range r.lines {
			l := &r.lines[i]
			if l.Block.Kind != policy.Control {
				label = l.has(dateWords().effective) && l.size <= longHeading/2
				continue
			}
			if !label && !l.has(dateWords().effective) {
				continue
			}
			for _, f := range date.Find(l.Block.Text) {
				if !p.Today.Before(f.Date) && out.Date.Before(f.Date) {
					out = DateAt{Date: f.Date, Page: r.page, Range: l.part(f.Start, f.End)}
				}
			}
		}
	}
	return out
}

func effectiveDateClause(p *analyzer.Pass, met Finding) Finding {
	d := Dates.Of(p).Effective
	if !d.Date.IsZero() {
		return Finding{Status: Present, Page: d.Page, Range: d.Range}
	}
	for _, d := range ImpossibleDates.Of(p) {
		if d.Effective {
			return Finding{Status: Present, Page: d.Page, Range: d.Range} // it is given, and wrong
		}
	}
	for _, r := range readers.Of(p) {
		for i := range r.lines {
			if r.body[i] == Own && r.givesDay(&r.lines[i]) {
				return Finding{Status: Present, Page: r.page, Range: r.lines[i].Block.Range}
			}
		}
	}
	return Finding{Status: Absent, Page: met.Page, Range: met.Range}
}

// givesDay reports whether a line says when the policy takes effect though no date can be read: a
// server writes it, or it is so many days after another.
func (r *reader) givesDay(l *Line) bool {
	m, ok := l.find(dateWords().effective)
	if !ok {
		return false
	}
	if isFilledByServer(r.doc, l.Block.Range) {
		return r.serverSays(l.Block.Range) == ""
	}
	label, value, ok := strings.Cut(l.Block.Text, ":")
	return ok && m.Start-l.Block.Range.Start <= l.mark.end && m.End-l.Block.Range.Start <= len(label)+1 &&
		l.has(relativeWords()) && hasDigits(value, 1)
}

var relativeWords = sync.OnceValue(func() phrases.ID { return phrase("date.relative") })
