package facts

import (
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Slots is, page by page, the slots of a template that nobody filled: OOO, [회사명], YYYY년.
var Slots = analyzer.NewFact("slots", func(p *analyzer.Pass) [][]policy.Range {
	out := make([][]policy.Range, len(p.Policy.Pages))
	return out
})

// isSlot reports whether a text is nothing but an unfilled slot.
func isSlot(s string) bool {
	for _, r := range strings.TrimSpace(s) {
		if unicode.IsLetter(r) && r != 'O' && r != 'X' || unicode.IsDigit(r) && r != '0' {
			return false
		}
	}
	return true
}
