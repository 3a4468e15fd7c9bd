package rules_test

import (
	"os"
	"path/filepath"
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
		if len(depends[c.Key]) == 0 {
			t.Errorf("no rule depends on %s", c.Key)
		}
		for _, name := range depends[c.Key] {
			if !strings.Contains(row, "`"+name+"`") && !strings.HasSuffix(name, "-incomplete") && name != "processor-undisclosed" && name != "processor-duplicated" && name != "transfer-country-mismatch" {
				t.Errorf("docs/law.md does not tell that %s settles %s: %q", c.Key, name, row)
			}
		}
	}
}
