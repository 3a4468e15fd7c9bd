package rules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
	"github.com/pipalint/pipalint/rules"
)

// TestFixtures runs each rule, alone, on its fixture; one that judges what others led to runs after all of them.
func TestFixtures(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			if r.Late {
				analyzertest.RunLate(t, fixtureOf(r.Name), r, rules.All()...)
				return
			}
			analyzertest.Run(t, fixtureOf(r.Name), r)
		})
	}
}

// TestFixturesHaveRules finds fixtures of rules that are gone.
func TestFixturesHaveRules(t *testing.T) {
	files, err := filepath.Glob(fixtureOf("*"))
	if err != nil {
		t.Fatal(err)
	}
	names := namesOfAll()
	for _, file := range files {
		if name := strings.TrimSuffix(filepath.Base(file), ".txtar"); !slices.Contains(names, name) {
			t.Errorf("%s is the fixture of no rule", file)
		}
	}
}

func fixtureOf(name string) string {
	return filepath.Join("..", "testdata", "rules", name+".txtar")
}

func namesOfAll() []string {
	var names []string
	for _, r := range rules.All() {
		names = append(names, r.Name)
	}
	return names
}

// TestAllIsComplete compares the list with the rules that the sources declare.
func TestAllIsComplete(t *testing.T) {
	declared := declaredRules(t)
	all := namesOfAll()
	for _, name := range slices.Sorted(maps.Keys(declared)) {
		if !slices.Contains(all, name) {
			t.Errorf("%s (%s) is not in All", declared[name], name)
		}
	}
	seen := make(map[string]bool)
	for _, name := range all {
		switch {
		case seen[name]:
			t.Errorf("%s stands in All twice", name)
		case declared[name] == "":
			t.Errorf("%s is in All, but no variable that is exported holds it", name)
		}
		seen[name] = true
	}
}

// declaredRules are the exported variables of the package that hold a rule, by the rule's name.
func declaredRules(t *testing.T) map[string]string {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]string)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, ident := range spec.Names {
				if ident.IsExported() && i < len(spec.Values) {
					if rule, ok := ruleName(spec.Values[i]); ok {
						out[rule] = ident.Name
					}
				}
			}
			return false
		})
	}
	if len(out) == 0 {
		t.Fatal("the sources declare no rule")
	}
	return out
}

// ruleName is the Name in an expression of the form &analyzer.Rule{Name: "…"}, and whether it has
// that form; the name is empty where the literal gives none.
func ruleName(e ast.Expr) (string, bool) {
	address, ok := e.(*ast.UnaryExpr)
	if !ok || address.Op != token.AND {
		return "", false
	}
	literal, ok := address.X.(*ast.CompositeLit)
	if !ok {
		return "", false
	}
	if sel, ok := literal.Type.(*ast.SelectorExpr); !ok || sel.Sel.Name != "Rule" {
		return "", false
	}
	for _, element := range literal.Elts {
		field, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, isIdent := field.Key.(*ast.Ident)
		value, isString := field.Value.(*ast.BasicLit)
		if isIdent && isString && key.Name == "Name" {
			name, err := strconv.Unquote(value.Value)
			return name, err == nil
		}
	}
	return "", true
}

// TestTexts holds what a rule tells people to the conventions.
func TestTexts(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			manual, ok := rules.Manual(r.Name)
			if !ok || manual.Ko == "" || manual.En == "" {
				t.Errorf("the manual lacks a language: %q", manual)
			}
			if !hasHangul(manual.Ko) {
				t.Errorf("the Korean manual holds no Hangul: %q", manual.Ko)
			}
			if r.Doc.Ko == "" || r.Doc.En == "" || !hasHangul(r.Doc.Ko) {
				t.Errorf("Doc lacks a language: %q", r.Doc)
			}
			for _, doc := range []string{r.Doc.Ko, r.Doc.En} {
				if strings.HasSuffix(doc, ".") || strings.Contains(doc, "\n") {
					t.Errorf("Doc is not one line without a full stop: %q", doc)
				}
			}
			if _, ok := law.Default().Requirement(r.Duty); !ok && r.Duty != "" {
				t.Errorf("the law knows no duty %q", r.Duty)
			}
			if r.Severity < analyzer.Info || r.Severity > analyzer.Error {
				t.Errorf("severity %d", r.Severity)
			}
		})
	}
}

func TestManualOfNoRule(t *testing.T) {
	for _, name := range []string{"", "rules", "no-rule", "../rules/purpose-missing"} {
		if m, ok := rules.Manual(name); ok {
			t.Errorf("Manual(%q) = %q", name, m)
		}
	}
}

func hasHangul(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}

// longestExample is how many lines of an example a reader takes in at a glance.
const longestExample = 15

// TestExamples holds the examples of a manual to what the rule does: the bad one gives the finding,
// the good one none, and neither shows what is for the test alone.
func TestExamples(t *testing.T) {
	day, err := date.Parse(analyzertest.DefaultDay)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			bad, good := rules.Example(r.Name)
			if found := judged(t, r, bad, day); len(found) == 0 {
				t.Errorf("nothing is found in the bad example:\n%s", bad.Text)
			}
			for _, d := range judged(t, r, good, day) {
				t.Errorf("found in the good example: %s\n%s", d.Message.En, good.Text)
			}
			for _, text := range []string{bad.Text, good.Text} {
				if n := strings.Count(text, "\n"); n > longestExample {
					t.Errorf("an example has %d lines, more than %d:\n%s", n, longestExample, text)
				}
				if strings.Contains(text, "want") || strings.Contains(text, "given") {
					t.Errorf("an example shows an expectation:\n%s", text)
				}
			}
		})
	}
}

// judged are what a rule finds in an example, by the law of its fixture's day.
func judged(t *testing.T, r *analyzer.Rule, s rules.Sample, day date.Date) []analyzer.Diagnostic {
	t.Helper()
	if s.Day != "" {
		var err error
		if day, err = date.Parse(s.Day); err != nil {
			t.Fatal(err)
		}
	}
	policy, err := s.Policy(func(name, text string) (*policy.Document, error) {
		return analyzertest.Parse(t, name, text).Pages[0], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	pass := analyzer.NewPass(policy, day)
	pass.Controller = s.Controller()
	if s.Twin != nil {
		pass.Twins = []*analyzer.Pass{analyzer.NewPass(analyzertest.Parse(t, s.Twin.Name, s.Twin.Text), day)}
	}
	return analyzer.RunAlone(r, rules.All(), pass)
}

func TestExampleOfNoRule(t *testing.T) {
	if bad, good := rules.Example("no-rule"); bad != (rules.Sample{}) || good != (rules.Sample{}) {
		t.Errorf("Example = %+v, %+v", bad, good)
	}
}
