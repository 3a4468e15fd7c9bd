package rules_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/rules"
)

// TestOptions runs each rule that has options on policies that show what they change: the configuration stands above
// the first of them.
func TestOptions(t *testing.T) {
	for _, r := range rules.All() {
		if r.Options == nil {
			continue
		}
		t.Run(r.Name, func(t *testing.T) {
			set := func(above string) map[string]analyzer.Setting {
				_, text, _ := strings.Cut(above, "\n")
				conf, err := config.Read(policy.NewFile("pipalint.toml", text, "utf-8", nil), rules.All())
				if err != nil {
					t.Fatal(err)
				}
				if reflect.DeepEqual(conf.Rules[r.Name].Setting.Options, r.Options) {
					t.Fatal("the fixture sets no option")
				}
				return map[string]analyzer.Setting{r.Name: conf.Rules[r.Name].Setting}
			}
			analyzertest.RunSet(t, filepath.Join("..", "testdata", "options", r.Name+".txtar"), set, r)
		})
	}
}
