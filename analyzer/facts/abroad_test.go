package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestRecipientsAbroad(t *testing.T) {
	testFixture(t, "abroad", showAbroad)
}

// showAbroad writes a line for each recipient abroad, and for each country that does not agree.
func showAbroad(p *analyzer.Pass) string {
	var b strings.Builder
	for _, f := range facts.RecipientsAbroad.Of(p) {
		vendor := "unknown"
		if f.Vendor != nil {
			vendor = f.Vendor.ID
		}
		fmt.Fprintf(&b, "%s %s=%s in %q: ", f.Clause, f.Name.Text, vendor, f.Country)
		switch {
		case f.Told:
			b.WriteString("told\n")
		default:
			b.WriteString([...]string{"not told", "list goes on", "issuer abroad", "kept at home", "country stated", "own account", "uncertain"}[f.Doubt] + "\n")
		}
	}
	for _, c := range facts.CountryConflicts.Of(p) {
		fmt.Fprintf(&b, "%s: %s, not %s, by %s\n", c.Name.Text, c.Said, c.Other, [...]string{"another row", "its row", "the catalogue", "itself"}[c.Why])
	}
	return b.String()
}
