package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestVagueWordings(t *testing.T) {
	testFixture(t, "vague", showVague)
}

// showVague writes a line for each place that leaves a list open.
func showVague(p *analyzer.Pass) string {
	var out []string
	for _, c := range facts.AllClauses {
		for _, at := range facts.VagueWordings.Of(p)[c] {
			out = append(out, fmt.Sprintf("%s: %s", c, quoteAt(p, at.Range)))
		}
	}
	return strings.Join(out, "\n")
}
