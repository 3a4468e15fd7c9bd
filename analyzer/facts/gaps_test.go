package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestGaps(t *testing.T) {
	testFixture(t, "gaps", showGaps)
}

// showGaps writes a line for each gap: what is missing for whom, how the list or the clause speaks of it,
// and where; and one for each recipient that is only a category.
func showGaps(p *analyzer.Pass) string {
	var out []string
	for _, c := range facts.AllClauses {
		for _, g := range facts.Gaps.Of(p)[c] {
			line := fmt.Sprintf("%s: %s", c, join(g.Elements))
			if g.List != nil {
				line += fmt.Sprintf(" | %s and %d more | %s", g.Rows[0].Name.Text, g.Others, [...]string{"said", "loose", "labels", "table"}[g.List.Form])
			} else {
				line += " | " + [...]string{"no claim", "gives", "gives to"}[g.Claim]
			}
			for i, holds := range [...]bool{g.Whole, g.List != nil && g.List.Clear, g.Headed} {
				if holds {
					line += " | " + [...]string{"whole", "clear", "headed"}[i]
				}
			}
			out = append(out, line+fmt.Sprintf(" at %q", quoteAt(p, g.At.Range)))
		}
	}
	for _, u := range facts.UnnamedRecipients.Of(p) {
		why := [...]string{"nobody named", "beside names", "told elsewhere", "chosen", "by law"}[u.Why]
		out = append(out, fmt.Sprintf("%s unnamed: %s (%s)", u.Clause, u.Name.Text, why))
	}
	return strings.Join(out, "\n")
}

func join(list []facts.Element) string {
	words := make([]string, len(list))
	for i, e := range list {
		words[i] = string(e)
	}
	return strings.Join(words, ", ")
}
