package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// MisspeltDates are the dates of effect and announcement in which letters stand for digits.
var MisspeltDates = analyzer.NewFact("misspelt dates", func(p *analyzer.Pass) []DateAt {
	var out []DateAt
	for i, found := range datesFound.Of(p) {
		for _, d := range found {
			if d.at.Doubtful && strings.ContainsAny(p.Policy.Pages[i].TextOf(d.at.Range), "OoIl") {
				out = append(out, d.at)
			}
		}
	}
	return out
})

// An ImpossibleDate is a day of effect, or else of announcement, that no calendar has.
type ImpossibleDate struct {
	Page      int
	Range     policy.Range
	Effective bool
}

// ImpossibleDates are those that a policy gives: 시행일: 2024년 2월 30일.
var ImpossibleDates = analyzer.NewFact("impossible dates", func(p *analyzer.Pass) []ImpossibleDate {
	var out []ImpossibleDate
	w := dateWords()
	for _, r := range readers.Of(p) {
		for _, d := range r.dates(date.FindImpossible) {
			if (d.role == w.effective || d.role == w.announced) && !d.at.Date.IsValid() {
				out = append(out, ImpossibleDate{d.at.Page, d.at.Range, d.role == w.effective})
			}
		}
	}
	return out
})

// longLabel is how far, in bytes, the label of a date begins before it at the most.
const longLabel = 60

// LastChange is the date of last change that a policy gives, on the first page that does, with the label before
// it; zero where there is none.
var LastChange = analyzer.NewFact("last change", func(p *analyzer.Pass) DateAt {
	var out DateAt
	w := dateWords()
	for i, found := range datesFound.Of(p) {
		for _, d := range found {
			if d.role != w.changed && d.role != w.revised || !out.Date.IsZero() && (out.Page < i || !out.Date.Before(d.at.Date)) {
				continue
			}
			out = d.at
			if m, ok := readers.Of(p)[i].lines[d.line].find(d.role); ok && m.Start < out.Range.Start && out.Range.Start-m.Start < longLabel {
				out.Range.Start = m.Start
			}
		}
	}
	return out
})
