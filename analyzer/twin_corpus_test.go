package analyzer_test

import (
	"slices"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// TestOwnTwin finds no difference between any page and itself.
func TestOwnTwin(t *testing.T) {
	compared := 0
	for _, one := range slices.Concat(testPages(t), realPages(t, "corpus", "docs"), realPages(t, "seeds")) {
		var passes []*analyzer.Pass
		for range 2 {
			doc, err := scrape.Parse(one.name, one.raw, scrape.Options{})
			if err != nil {
				break
			}
			passes = append(passes, analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, day))
		}
		if len(passes) < 2 {
			continue
		}
		passes[0].Twins = passes[1:]
		for _, d := range facts.TwinDifferences.Of(passes[0]) {
			if d.Kind != facts.TwinLanguage {
				t.Errorf("%s: %s: %q, %q", one.name, d.Kind, d.Here.Text, d.There.Text)
			}
		}
		compared++
	}
	t.Logf("%d pages", compared)
}
