package facts_test

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// showRetained writes a row as the fixture does.
func showRetained(r facts.Retained) string {
	parts := []string{r.Record.Text, r.Period.Text}
	if r.Basis.Text != "" {
		parts = append(parts, r.Basis.Text)
	}
	if r.Exception {
		parts = append(parts, "E")
	}
	return strings.Join(parts, " | ")
}

func TestRetentions(t *testing.T) {
	testFixture(t, "retention", func(p *analyzer.Pass) string {
		var out []string
		for _, r := range facts.Retentions.Of(p) {
			out = append(out, showRetained(r))
			if r.Parsed.IsZero() {
				t.Errorf("%s: no period", r.Period.Text)
			}
		}
		return strings.Join(out, "\n")
	})
}
