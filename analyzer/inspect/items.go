package inspect

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// An Item is a kind of personal data that the page says is collected.
type Item struct {
	ID       *string `json:"id"`    // of the catalogue; null where it does not know the words
	Name     string  `json:"name"`  // as written
	Class    *string `json:"class"` // null where id is
	Required *bool   `json:"required"`
	Purpose  *string `json:"purpose"`
	At       *At     `json:"at"`
}

// items are those that the pages name that are told.
func items(p *analyzer.Pass, page int, told func(page int) bool) []Item {
	out := []Item{}
	for _, i := range facts.DataItems.Of(p) {
		if told(i.At.Page) {
			out = append(out, Item{text(i.ID), i.Text, text(string(i.Class)), required(i.Required), text(i.Purpose), atPlace(p, page, i.At)})
		}
	}
	return out
}

func required(r facts.Requirement) *bool {
	if r == facts.Unsaid {
		return nil
	}
	required := r == facts.Required
	return &required
}
