package inspect

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// A Recipient is one who gets personal data, as one row of a list names him; null is what the row
// does not say.
type Recipient struct {
	Name         string  `json:"name"`     // as written
	Category     bool    `json:"category"` // no company, but a kind of them
	Note         *string `json:"note"`     // in brackets behind the name
	More         bool    `json:"more"`     // the list goes on where it ends
	Others       *int    `json:"others"`   // by how many, where that is told
	Task         *string `json:"task"`
	Purpose      *string `json:"purpose"`
	Items        *string `json:"items"`
	Retention    *string `json:"retention"`
	Contact      *string `json:"contact"`
	Country      *string `json:"country"`
	Timing       *string `json:"timing"`
	Method       *string `json:"method"`
	Refusal      *string `json:"refusal"`
	Basis        *string `json:"basis"`
	Subprocessor *string `json:"subprocessor"`
	At           *At     `json:"at"`
}

// recipients are those that the pages name that are told.
func recipients(p *analyzer.Pass, page int, told func(page int) bool, all []facts.Recipient) []Recipient {
	out := []Recipient{}
	for _, r := range all {
		if !told(r.Name.At.Page) {
			continue
		}
		out = append(out, Recipient{
			Name: r.Name.Text, Category: r.Kind == company.Category, Note: text(r.Note), More: r.More, Others: others(r.Others), Task: text(r.Task.Text), Purpose: text(r.Purpose.Text),
			Items: text(r.Items.Text), Retention: text(r.Period.Text), Contact: text(r.Contact.Text), Country: text(r.Country.Text), Timing: text(r.Timing.Text),
			Method: text(r.Method.Text), Refusal: text(r.Refusal.Text), Basis: text(r.Basis.Text), Subprocessor: text(r.Subprocessor.Text),
			At: atPlace(p, page, r.Name.At),
		})
	}
	return out
}

// text is a value, null where it is not told.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func others(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
