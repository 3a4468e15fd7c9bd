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

// retention is what the pages state that are told.
func retention(p *analyzer.Pass, page int, told func(page int) bool) []Retention {
	out := []Retention{}
	for _, r := range facts.Retentions.Of(p) {
		if !told(r.Period.At.Page) {
			continue
		}
		row := Retention{Record: r.Record.Text, Period: r.Period.Text, Exception: r.Exception, At: atPlace(p, page, r.Period.At)}
		if r.Basis.Text != "" {
			row.Basis = &r.Basis.Text
		}
		out = append(out, row)
	}
	return out
}
