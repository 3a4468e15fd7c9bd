package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// comparisons marks the tables that set what the policy said before beside, or above, what it says now.
func comparisons(lines []Line, out []Region) {
	const before, after = 1, 2
	var signs map[*policy.Table]map[[2]int]int // by row, and by column
	for i := range lines {
		c := lines[i].Block.Cell
		if c == nil || c.Row > 1 {
			continue
		}
		sign := 0
		if lines[i].has(comparisonWords().before) {
			sign |= before
		}
		if lines[i].has(comparisonWords().after) {
			sign |= after
		}
		if sign != 0 {
			if signs == nil {
				signs = make(map[*policy.Table]map[[2]int]int)
			}
			if signs[c.Table] == nil {
				signs[c.Table] = make(map[[2]int]int)
			}
			signs[c.Table][[2]int{c.Row, -1}] |= sign
			signs[c.Table][[2]int{-1, c.Column}] |= sign
		}
	}
	if signs == nil {
		return
	}
	compares := make(map[*policy.Table]bool)
	for t, found := range signs {
		for _, sign := range found {
			compares[t] = compares[t] || sign == before|after
		}
	}
	for i := range lines {
		for c := lines[i].Block.Cell; c != nil; c = c.Table.Parent {
			if compares[c.Table] && out[i] == Own {
				out[i] = Comparison
			}
		}
	}
}

type comparisonPhrases struct{ before, after phrases.ID }

var comparisonWords = sync.OnceValue(func() comparisonPhrases {
	return comparisonPhrases{phrase("comparison.before"), phrase("comparison.after")}
})
