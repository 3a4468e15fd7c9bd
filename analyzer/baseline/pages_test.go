package baseline_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/rules"
)

// day is that by whose law pages are judged.
var day = date.Date{Year: 2026, Month: 11, Day: 21}

// found are the findings in a page, with their fingerprints.
func found(t testing.TB, page string) []report.Finding {
	t.Helper()
	out := judged(t, "page.html", []byte(page), rules.All(), day)
	baseline.Identify(out)
	return out
}

// given is what a fixture says of the controller.
var given = regexp.MustCompile(`given ([a-z-]+) = true`)

// judged are the findings of rules in a page, as a command resolves them.
func judged(t testing.TB, name string, page []byte, by []*analyzer.Rule, on date.Date, twins ...sample) []report.Finding {
	t.Helper()
	p, err := rules.Sample{Name: name, Text: string(page)}.Policy(func(name, text string) (*policy.Document, error) {
		return scrape.Parse(name, []byte(text), scrape.Options{})
	})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	check := &analyzer.Check{Rules: by, Day: on}
	var out []report.Finding
	pass := analyzer.NewPass(p, on)
	for _, s := range twins {
		pass.Twins = append(pass.Twins, analyzer.NewPass(analyzertest.Parse(t, s.name, s.text), on))
	}
	pass.Controller.Does = make(map[string]bool)
	for _, m := range given.FindAllSubmatch(page, -1) {
		pass.Controller.Does[string(m[1])] = true
	}
	for _, d := range check.RunPass(pass) {
		f := report.Resolve(d)
		f.Policy, f.Context = "shop", baseline.Context(p, d)
		out = append(out, f)
	}
	return out
}

// byFingerprint are findings by their fingerprints, of which no two may be equal.
func byFingerprint(t testing.TB, findings []report.Finding) map[string]report.Finding {
	t.Helper()
	out := make(map[string]report.Finding)
	for _, f := range findings {
		if other, ok := out[f.Fingerprint]; ok {
			t.Errorf("%s and %s have one fingerprint", describe(f), describe(other))
		}
		out[f.Fingerprint] = f
	}
	return out
}

// differences are the findings of either page that are not in the other: gone ones, then new ones.
func differences(t testing.TB, before, after []report.Finding) (gone, added []string) {
	t.Helper()
	was, is := byFingerprint(t, before), byFingerprint(t, after)
	for _, f := range before {
		if _, ok := is[f.Fingerprint]; !ok {
			gone = append(gone, describe(f))
		}
	}
	for _, f := range after {
		if _, ok := was[f.Fingerprint]; !ok {
			added = append(added, describe(f))
		}
	}
	return gone, added
}

func describe(f report.Finding) string {
	return f.Rule + " “" + f.At.Quote + "” <" + f.Subject + strings.Join(f.Context, " ") + ">"
}

// read is a file of the test data.
func read(t testing.TB, path ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{"..", "..", "testdata"}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
