package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/law"
	"github.com/pipalint/pipalint/rules"
)

// TestConditionsSettle: a configuration is asked for nothing that no rule depends on, and docs/law.md tells of each
// condition what it settles.
func TestConditionsSettle(t *testing.T) {
	depends := make(map[string][]string) // the rules, by condition
	for _, r := range rules.All() {
		of, _ := law.Default().Requirement(r.Duty)
		for _, key := range []string{of.Condition, of.Unless} {
			depends[key] = append(depends[key], r.Name)
		}
	}
	page, err := os.ReadFile(filepath.Join("..", "docs", "law.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range law.Default().Conditions() {
		row := ""
		for line := range strings.Lines(string(page)) {
			if first, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " |"); strings.Contains(first, "`"+c.Key+"`") {
				row = line
			}
		}
		if !slices.ContainsFunc(depends[c.Key], func(name string) bool { return strings.Contains(row, "`"+name+"`") }) {
			t.Errorf("docs/law.md names no rule that depends on %s (%q): %q", c.Key, depends[c.Key], row)
		}
	}
}
