package facts_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/statute"
)

func TestCitations(t *testing.T) {
	testFixture(t, "citations", showCitations)
}

// showCitations writes a line for each citation: the law, its level and articles, the form of its name,
// and the words; and one for each article that is cited for what another says.
func showCitations(p *analyzer.Pass) string {
	var out []string
	for _, c := range facts.Citations.Of(p) {
		words := []string{cmp.Or(string(c.ID), "none")}
		if c.Level != statute.Act {
			words = append(words, c.Level.String())
		}
		for _, a := range c.Articles {
			words = append(words, p.Policy.Pages[c.Page].Visible[a.Start:a.End])
		}
		out = append(out, fmt.Sprintf("%s (%s): %s", strings.Join(words, " "), c.As, c.Text))
	}
	for _, w := range facts.WrongArticles.Of(p) {
		out = append(out, fmt.Sprintf("wrong: %s, right: %s", quoteAt(p, w.At.Range), w.Right))
	}
	return strings.Join(out, "\n")
}
