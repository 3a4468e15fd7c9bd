package baseline_test

import (
	"cmp"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/rules"
)

// A sample is a document, judged by one rule or by all.
type sample struct {
	name, text string
	by         []*analyzer.Rule
	on         date.Date
	twins      []sample // the same policy in other languages
}

// wantLine is an expectation of a fixture in plain text.
var wantLine = regexp.MustCompile(`(?m)^\s*#want.*\n`)

// fixtures are the documents of a rule's fixture.
func fixtures(t *testing.T, r *analyzer.Rule) []sample {
	t.Helper()
	archive := txtar.Parse([]byte(read(t, "rules", r.Name+".txtar")))
	on, err := date.Parse(analyzertest.DefaultDay)
	for line := range strings.Lines(string(archive.Comment)) {
		if value, ok := strings.CutPrefix(line, "day:"); ok {
			on, err = date.Parse(strings.TrimSpace(value))
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	by := []*analyzer.Rule{r}
	if r.Late {
		by = rules.All() // it judges what becomes of their findings
	}
	var out []sample
	way := "" // the folder whose files show the way to a policy: they are one sample
	for _, f := range archive.Files {
		one := sample{name: f.Name, text: wantLine.ReplaceAllString(string(f.Data), ""), by: by, on: on}
		dir, name := path.Split(f.Name)
		if name == "home.html" {
			way = dir
			out = append(out, sample{name: f.Name, by: by, on: on})
		}
		switch last := len(out) - 1; {
		case way != "" && dir == way:
			out[last].text += "-- " + name + " --\n" + one.text
		case strings.HasPrefix(f.Name, "twin-of-"): // of the policy before it
			out[last].twins = append(out[last].twins, one)
		default:
			out = append(out, one)
		}
	}
	return out
}

// pages are the invented policies, and those of the collection of real ones where there is one.
func pages(t *testing.T) []sample {
	t.Helper()
	shared := cmp.Or(os.Getenv("PIPALINT_SHARED"), filepath.Join("..", "..", "..", "shared"))
	var out []sample
	for _, dir := range []string{filepath.Join("..", "..", "testdata", "pages"), filepath.Join(shared, "corpus", "docs")} {
		names, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, ".toml") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, sample{name: filepath.Base(name), text: string(text), by: rules.All(), on: day})
		}
	}
	return out
}

// TestEveryRuleIsKnownAgain looks for what the findings of each rule are known by.
func TestEveryRuleIsKnownAgain(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			n := 0
			for _, s := range fixtures(t, r) {
				findings := judged(t, s.name, []byte(s.text), s.by, s.on, s.twins...)
				n += len(findings)
				for _, f := range findings {
					checkIdentity(t, f)
				}
			}
			if n == 0 {
				t.Error("nothing is found in the fixture")
			}
		})
	}
}

// checkIdentity holds what a finding is known by to its form.
func checkIdentity(t *testing.T, f report.Finding) {
	t.Helper()
	switch {
	case f.Subject == "" && len(f.Context) == 0:
		t.Errorf("%s is known by nothing", describe(f))
	case f.Subject == "" && f.Absent:
		t.Errorf("%s is not there, and no subject says what", describe(f))
	case f.Subject != "" && len(f.Context) > 0:
		t.Errorf("%s has a subject, and words count, too", describe(f))
	}
	for part := range strings.SplitSeq(f.Subject, " ") {
		key, value, _ := strings.Cut(part, ":")
		if f.Subject != "" && (key == "" || value == "") {
			t.Errorf("%s: %q is no part of a subject", describe(f), part)
		}
	}
	for _, c := range f.Context {
		if strings.Trim(c, "/[]") == "" {
			t.Errorf("%s has no words around it", describe(f))
		}
	}
}

// TestFingerprintsAreUnique looks for findings of one policy with one fingerprint, and for those that follow from what
// makes no difference: their order, messages, and the lines above them.
func TestFingerprintsAreUnique(t *testing.T) {
	all := pages(t)
	for _, r := range rules.All() {
		all = append(all, fixtures(t, r)...)
	}
	for _, s := range all {
		findings := judged(t, s.name, []byte(s.text), s.by, s.on, s.twins...)
		turned := slices.Clone(findings)
		slices.Reverse(turned)
		for i := range turned {
			turned[i].Message, turned[i].Help = analyzer.Text{Ko: turned[i].Message.En}, analyzer.Text{}
			turned[i].At.Start.Line += 100
		}
		baseline.Identify(findings)
		baseline.Identify(turned)
		is, other := byFingerprint(t, findings), byFingerprint(t, turned)
		if !slices.Equal(slices.Sorted(maps.Keys(is)), slices.Sorted(maps.Keys(other))) {
			t.Errorf("%s: other fingerprints in another order", s.name)
		}
		without(t, s.name, findings, is)
	}
}

// without takes each finding away: one fingerprint goes, all others stay.
func without(t *testing.T, name string, findings []report.Finding, is map[string]report.Finding) {
	t.Helper()
	for i := range findings {
		rest := slices.Delete(slices.Clone(findings), i, i+1)
		baseline.Identify(rest)
		for _, f := range rest {
			if _, ok := is[f.Fingerprint]; !ok {
				t.Errorf("%s: %s is another one without %s", name, describe(f), describe(findings[i]))
			}
		}
		if n := len(byFingerprint(t, rest)); n != len(findings)-1 {
			t.Errorf("%s: %d fingerprints without one of %d", name, n, len(findings))
		}
	}
}

// TestLinesAbove puts lines above each document.
func TestLinesAbove(t *testing.T) {
	all := pages(t)
	for _, r := range rules.All() {
		all = append(all, fixtures(t, r)...)
	}
	n := 0
	for _, s := range all {
		if strings.HasPrefix(s.text, "---") || !strings.HasSuffix(s.name, ".html") && !strings.HasSuffix(s.name, ".txt") && !strings.HasSuffix(s.name, ".md") || strings.HasPrefix(s.text, "\ufeff") {
			continue // front matter begins a file, and so does a byte order mark
		}
		n++
		before, after := judged(t, s.name, []byte(s.text), s.by, s.on, s.twins...), judged(t, s.name, []byte("\n\n\n"+s.text), s.by, s.on, s.twins...)
		baseline.Identify(before)
		baseline.Identify(after)
		same(t, s.name, before, after)
	}
	if n < 60 {
		t.Errorf("only %d documents", n)
	}
}

// TestOtherPages adds the findings of other policies to a run.
func TestOtherPages(t *testing.T) {
	alone := found(t, faulty(t))
	other := found(t, faulty(t))
	for i := range other {
		other[i].Policy = "blog"
	}
	run := slices.Concat(other, alone)
	baseline.Identify(run)
	byFingerprint(t, run)
	same(t, "behind another policy", alone, run[len(other):])
}

// TestSignsInOtherFiles finds a package in a manifest, and again where it stands in another line of another file.
func TestSignsInOtherFiles(t *testing.T) {
	in := func(name, text, key string) report.Finding {
		t.Helper()
		file := policy.NewFile(name, text, "utf-8", nil)
		start := strings.Index(text, key)
		p := analyzertest.Parse(t, "page.html", read(t, "pages", "23-complete.html"))
		p.Evidence = []policy.Evidence{{Kind: policy.EvidencePackage, Key: key, Ecosystem: "npm", Place: policy.Place{File: file, Span: policy.Span{Start: start, End: start + len(key)}}}}
		check := &analyzer.Check{Rules: []*analyzer.Rule{rules.ProcessorUndisclosed}, Day: day}
		diagnostics := check.Run(p)
		if len(diagnostics) != 1 {
			t.Fatalf("%d findings", len(diagnostics))
		}
		f := report.Resolve(diagnostics[0])
		f.Policy, f.Context = "shop", baseline.Context(p, diagnostics[0])
		checkIdentity(t, f)
		all := []report.Finding{f}
		baseline.Identify(all)
		return all[0]
	}
	a := in("package.json", `{"dependencies": {"@sentry/react": "^8.0.0"}}`, "@sentry/react")
	b := in("web/package.json", "{\n  \"dependencies\": {\n    \"@sentry/browser\": \"^8.0.0\"\n  }\n}", "@sentry/browser")
	c := in("package.json", `{"dependencies": {"@amplitude/analytics-browser": "^2.0.0"}}`, "@amplitude/analytics-browser")
	if a.Fingerprint != b.Fingerprint {
		t.Errorf("one company has two fingerprints: <%s> and <%s>", a.Subject, b.Subject)
	}
	if a.Fingerprint == c.Fingerprint {
		t.Errorf("two companies have one fingerprint: <%s> and <%s>", a.Subject, c.Subject)
	}
}

// TestComing judges by the law before a body is abolished, looking ahead, and by that behind the day: what was known
// before is new when it comes to count.
func TestComing(t *testing.T) {
	p := analyzertest.Parse(t, "page.html", strings.Replace(read(t, "pages", "23-complete.html"), "경찰청: (국번없이) 182 (ecrm.police.go.kr)", "대검찰청: (국번없이) 1301 (www.spo.go.kr)", 1))
	on := func(day date.Date) report.Finding {
		t.Helper()
		pass := analyzer.NewPass(p, day)
		pass.AsOf(day, true)
		check := &analyzer.Check{Rules: []*analyzer.Rule{rules.RemedyStale}, Day: day}
		diagnostics := check.RunPass(pass)
		if len(diagnostics) != 1 {
			t.Fatalf("on %s: %d findings", day, len(diagnostics))
		}
		all := []report.Finding{report.Resolve(diagnostics[0])}
		baseline.Identify(all)
		return all[0]
	}
	abolished := date.Date{Year: 2026, Month: 10, Day: 2}
	before, later, behind := on(abolished.AddDays(-30)), on(abolished.AddDays(-3)), on(abolished)
	if before.From != abolished || !behind.From.IsZero() {
		t.Errorf("from %s and %s, want %s and none", before.From, behind.From, abolished)
	}
	if before.Fingerprint != later.Fingerprint || before.Fingerprint == behind.Fingerprint {
		t.Errorf("%s, %s and %s: want the first two equal, and the last another", before.Fingerprint, later.Fingerprint, behind.Fingerprint)
	}
}
