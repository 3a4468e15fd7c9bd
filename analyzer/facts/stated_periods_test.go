package facts_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestStatedPeriods(t *testing.T) {
	testFixture(t, "stated-periods", func(p *analyzer.Pass) string {
		var out []string
		for _, s := range facts.StatedPeriods.Of(p) {
			out = append(out, showStated(s))
		}
		return strings.Join(out, "\n")
	})
}

// showStated writes a stated period as the fixture does.
func showStated(s facts.StatedPeriod) string {
	var laws, how []string
	for _, l := range s.Laws {
		laws = append(laws, l.Official)
	}
	for word, is := range map[string]bool{"own": s.Own, "besides": s.Besides, "willed": s.Willed} {
		if is {
			how = append(how, word)
		}
	}
	order := []string{"own", "besides", "willed"}
	slices.SortFunc(how, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	kinds := slices.Sorted(slices.Values(s.Kinds))
	if len(s.Kinds) == 0 && len(s.Perhaps) > 0 {
		kinds = append([]string{"perhaps"}, s.Perhaps...)
	}
	parts := []string{s.Record.Text, s.Period.Text, strings.Join(laws, "; ")}
	if len(how) > 0 {
		parts = append(parts, strings.Join(how, " "))
	}
	return strings.TrimSpace(strings.Join(append(parts, strings.Join(kinds, " ")), " | "))
}
