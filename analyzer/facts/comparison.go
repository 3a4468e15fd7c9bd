package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// comparisons marks the tables that set what the policy said before beside what it says now.
func comparisons(lines []Line, out []Region) {
	const before, after = 1, 2
	var signs map[*policy.Table]int
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
				signs = make(map[*policy.Table]int)
			}
			signs[c.Table] |= sign
		}
	}
	if signs == nil {
		return
	}
	for i := range lines {
		for c := lines[i].Block.Cell; c != nil; c = c.Table.Parent {
			if signs[c.Table] == before|after && out[i] == Own {
				out[i] = Comparison
			}
		}
	}
}

type comparisonPhrases struct{ before, after phrases.ID }

var comparisonWords = sync.OnceValue(func() comparisonPhrases {
	return comparisonPhrases{phrase("comparison.before"), phrase("comparison.after")}
})
