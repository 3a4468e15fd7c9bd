package inspect

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// A Retention is how long one kind of record is kept; the basis is null where no law is named.
type Retention struct {
	Record    string  `json:"record"` // as written; "" where it is told of all that is kept
	Period    string  `json:"period"` // as written
	Basis     *string `json:"basis"`
	Exception bool    `json:"exception"` // it stands under words that make it one
	At        *At     `json:"at"`        // of the period
}

// retention is what one page states.
func retention(p *analyzer.Pass, page int) []Retention {
	out := []Retention{}
	for _, r := range facts.Retentions.Of(p) {
		if r.Period.At.Page != page {
			continue
		}
		row := Retention{Record: r.Record.Text, Period: r.Period.Text, Exception: r.Exception, At: at(p.Policy.Pages[page].Place(r.Period.At.Range))}
		if r.Basis.Text != "" {
			row.Basis = &r.Basis.Text
		}
		out = append(out, row)
	}
	return out
}
