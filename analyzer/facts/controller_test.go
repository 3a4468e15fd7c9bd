package facts_test

import (
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// shownOfLine is how many characters of the line the fixture shows, so that one sees where a name was read.
const shownOfLine = 20

func TestController(t *testing.T) {
	testFixture(t, "controller", func(p *analyzer.Pass) string {
		c := facts.Controller.Of(p)
		if c.Name == "" {
			if c.Range.Len() > 0 {
				t.Errorf("nobody has the place %v", c.Range)
			}
			return "—"
		}
		doc := p.Policy.Pages[c.Page]
		if got := doc.TextOf(c.Range); got != c.Name {
			t.Errorf("%q stands where %q should", got, c.Name)
		}
		for _, b := range doc.Blocks {
			if b.Range.Contains(c.Range) {
				line := []rune(b.Text)
				return c.Name + " | " + string(line[:min(len(line), shownOfLine)])
			}
		}
		return c.Name
	})
}
