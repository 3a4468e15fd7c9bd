package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestIdentifiers(t *testing.T) {
	testFixture(t, "identifiers", showIdentifiers)
}

// showIdentifiers writes a line for each: what is done with it, and on what ground.
func showIdentifiers(p *analyzer.Pass) string {
	var b strings.Builder
	for _, id := range facts.Identifiers.Of(p) {
		does := "collected"
		switch {
		case id.To.Text != "":
			does = "given to " + id.To.Text
		case id.Kept:
			does = "kept"
		}
		fmt.Fprintf(&b, "%s=%s %s: %s", id.Text, id.ID, does, [...]string{"no ground", "a ground elsewhere", "a list elsewhere", "laws without a name", "a law"}[id.Ground])
		if id.Consent {
			b.WriteString(", consent of its own")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestGivenItems(t *testing.T) {
	testFixture(t, "given-items", func(p *analyzer.Pass) string {
		var b strings.Builder
		for _, item := range facts.GivenItems.Of(p) {
			fmt.Fprintf(&b, "%s %s: %s=%s\n", item.Clause, item.To.Name.Text, item.Text, item.ID)
		}
		return b.String()
	})
}
