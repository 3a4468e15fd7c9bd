package rules_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/rules"
)

// inventedPolicies are the texts of the invented policies, by their names.
func inventedPolicies(t *testing.T) map[string]string {
	t.Helper()
	out := make(map[string]string)
	for _, pattern := range []string{"*.html", "*.md", "*.txt"} {
		files, err := filepath.Glob("../testdata/pages/" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := scrape.Parse(file, raw, scrape.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if facts.Kinds.Of(passOver(doc))[0] == facts.PolicyKind {
				out[filepath.Base(file)] = doc.File.Text
			}
		}
	}
	if len(out) < 15 {
		t.Fatalf("only %d policies", len(out))
	}
	return out
}

func passOver(doc *policy.Document) *analyzer.Pass {
	return analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, date.Date{Year: 2026, Month: 11, Day: 21})
}

// tally are how many findings of each rule and severity there are in a policy.
func tally(t *testing.T, name, text string) map[string]int {
	t.Helper()
	check := &analyzer.Check{Rules: rules.All(), Day: date.Date{Year: 2026, Month: 11, Day: 21}}
	out := make(map[string]int)
	for _, d := range check.Run(analyzertest.Parse(t, name, text)) {
		out[d.Rule.Name+" "+d.Severity.String()]++
	}
	return out
}

// TestHarmlessEditsOfPages makes edits in every invented policy that change nothing.
func TestHarmlessEditsOfPages(t *testing.T) {
	edits := [...]struct {
		name     string
		old, new string
	}{
		{"another middle dot", "·", "ㆍ"},
		{"other quotation marks", "「개인정보 보호법」", "『개인정보 보호법』"},
		{"no space in the name of the Act", "개인정보 보호법", "개인정보보호법"},
		{"numbers in full width", "5년", "５년"},
		{"periods in months", ">5년<", ">60개월<"},
		{"periods in months in a sentence", " 5년", " 60개월"},
		{"periods in a cell in bold", ">3년<", "><b>3년</b><"},
		{"another word for and", "및", "및 "},
	}
	made := 0
	for name, text := range inventedPolicies(t) {
		before := tally(t, name, text)
		for _, e := range edits {
			edited := strings.ReplaceAll(text, e.old, e.new)
			if edited == text {
				continue
			}
			made++
			if after := tally(t, name, edited); !maps.Equal(before, after) {
				t.Errorf("%s, %s: %v, before %v", name, e.name, after, before)
			}
		}
	}
	if made < 40 {
		t.Errorf("only %d edits were made", made)
	}
}

// TestFaultsSeededIntoPages breaks every invented policy in which something can be broken: the right rule
// speaks, at the right words.
func TestFaultsSeededIntoPages(t *testing.T) {
	seeds := [...]struct {
		name, old, new, rule, at string
	}{
		{"a statute is misspelt", "전자상거래 등에서의 소비자보호에 관한 법률", "전자상거래 등에서의 소비보호에 관한 법률", "law-misnamed", "소비보호"},
		{"a basis was deleted", "「개인정보 보호법」 제30조", "「정보통신망법」 제27조", "law-stale", "정보통신망법」 제27조"},
		{"a name was filled in nowhere", "수집", "OOO 수집", "placeholder-left", "OOO"},
		{"characters were lost", "처리 목적", "처리 목\uFFFD\uFFFD", "text-garbled", "\uFFFD"},
	}
	made := make(map[string]int)
	for name, text := range inventedPolicies(t) {
		for _, s := range seeds {
			edited := strings.Replace(text, s.old, s.new, 1)
			if edited == text || tally(t, name, text)[s.rule+" warning"] > 0 {
				continue
			}
			made[s.rule]++
			check := &analyzer.Check{Rules: rules.All(), Day: date.Date{Year: 2026, Month: 11, Day: 21}}
			found := check.Run(analyzertest.Parse(t, name, edited))
			if !slices.ContainsFunc(found, func(d analyzer.Diagnostic) bool {
				return d.Rule.Name == s.rule && strings.Contains(d.Quote, s.at)
			}) {
				t.Errorf("%s: %s and nothing said", name, s.name)
			}
		}
	}
	for _, s := range seeds {
		if made[s.rule] == 0 {
			t.Errorf("%s: no policy was broken", s.name)
		}
	}
}

// TestSectionsDeletedFromPages deletes each section under a heading of the second level: of what every policy
// needs and what no longer is there, each is missed.
func TestSectionsDeletedFromPages(t *testing.T) {
	needed := []facts.Clause{facts.Purpose, facts.Items, facts.Retention, facts.Destruction, facts.Rights, facts.Officer, facts.Safety}
	missed := 0
	for name, text := range inventedPolicies(t) {
		parts := strings.Split(text, "<h2")
		if len(parts) < 5 {
			continue
		}
		before := facts.Clauses.Of(passOver(analyzertest.Parse(t, name, text).Pages[0]))
		for i := 1; i < len(parts)-1; i++ {
			rest := strings.Join(slices.Delete(slices.Clone(parts), i, i+1), "<h2")
			after := facts.Clauses.Of(passOver(analyzertest.Parse(t, name, rest).Pages[0]))
			found := tally(t, name, rest)
			for _, c := range needed {
				if before[c].Status != facts.Present || after[c].Status != facts.Absent {
					continue
				}
				missed++
				if rule := string(c) + "-missing"; found[rule+" error"]+found[rule+" warning"] != 1 {
					t.Errorf("%s without its section %d: nothing said of %s: %v", name, i, c, found)
				}
			}
		}
	}
	if missed < 25 {
		t.Errorf("only %d clauses were deleted", missed)
	}
}
