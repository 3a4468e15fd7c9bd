package analyzertest

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// found reports each block that holds the word 흠, at the word: an error, but a question where the
// block holds a question mark too.
var found = &analyzer.Rule{
	Name:     "flaw-found",
	Severity: analyzer.Error,
	Run: func(p *analyzer.Pass) {
		for _, doc := range p.Policy.Pages {
			for _, b := range doc.Blocks {
				n := strings.Index(b.Text, "흠")
				if n < 0 {
					continue
				}
				r := policy.Range{Start: b.Range.Start + n, End: b.Range.Start + n + len("흠")}
				p.Report(analyzer.Diagnostic{
					Question: strings.Contains(b.Text, "?"),
					Place:    doc.Place(r),
					Message:  analyzer.Text{Ko: "흠이 있습니다", En: "flaw in " + b.Text},
				})
			}
		}
	},
}

// dated reports the day by which it judges, and applies from 2020-08-11 on.
var dated = &analyzer.Rule{
	Name:     "day-told",
	Duty:     "effective-date",
	Severity: analyzer.Info,
	Run: func(p *analyzer.Pass) {
		p.Report(analyzer.Diagnostic{Place: p.Policy.Pages[0].Place(policy.Range{}), Message: analyzer.Text{Ko: "날짜", En: p.Day.String()}})
	},
}

// fake records how it is failed.
type fake struct {
	testing.TB
	failures []string
}

func (f *fake) Helper()                   {}
func (f *fake) Errorf(s string, a ...any) { f.failures = append(f.failures, fmt.Sprintf(s, a...)) }
func (f *fake) Fatalf(s string, a ...any) { f.Errorf(s, a...); runtime.Goexit() }
func (f *fake) Fatal(a ...any)            { f.Errorf("%s", fmt.Sprint(a...)); runtime.Goexit() }

// failuresOf runs an archive against the rules, and gives the failures without the folder's path.
func failuresOf(t *testing.T, archive string, rules ...*analyzer.Rule) []string {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txtar")
	if err := os.WriteFile(file, []byte(archive), 0o600); err != nil {
		t.Fatal(err)
	}
	f := &fake{}
	done := make(chan struct{})
	go func() { // a fatal failure ends the goroutine
		defer close(done)
		Run(f, file, rules...)
	}()
	<-done
	for i, s := range f.failures {
		f.failures[i] = strings.ReplaceAll(s, dir+string(filepath.Separator), "")
	}
	return f.failures
}

func TestRun(t *testing.T) {
	for name, tt := range map[string]struct {
		archive string
		want    string // part of the only failure; "" for none
	}{
		"nothing wanted":    {"-- a.html --\n<p>가</p>\n", ""},
		"wanted":            {"-- a.html --\n<p>흠</p> <!-- want \"flaw-found: flaw in 흠$\" -->\n", ""},
		"in Korean":         {"-- a.html --\n<p>흠</p> <!-- want \"^flaw-found: 흠이 있습니다$\" -->\n", ""},
		"backquotes":        {"-- a.html --\n<p>흠</p> <!-- want `\\w+-found` -->\n", ""},
		"two on a line":     {"-- a.html --\n<p>흠</p><p>흠흠</p> <!-- want \"in 흠$\" \"in 흠흠$\" -->\n", ""},
		"two comments":      {"-- a.html --\n<p>흠</p> <!-- want \"in 흠$\" --> <p>흠흠</p> <!-- want \"in 흠흠$\" -->\n", ""},
		"covered":           {"-- a.html --\n<p>가 <b>흠</b></p> <!-- want \"flaw\" at \"흠\" -->\n", ""},
		"severity":          {"-- a.html --\n<p>흠</p> <!-- want error \"flaw\" -->\n<p>흠?</p> <!-- want question \"flaw\" -->\n", ""},
		"line below":        {"-- a.html --\n<!-- want+1 \"flaw\" -->\n<p>흠</p>\n", ""},
		"line above":        {"-- a.html --\n<p>흠</p>\n<p>가</p> <!-- want-1 \"flaw\" -->\n", ""},
		"own line":          {"-- a.html --\n<p>흠</p>\n<!-- want \"flaw\" -->\n<!-- want-1 \"gone\" -->\n", "a.txtar:4: a.html: not found: gone"},
		"text":              {"-- a.txt --\n흠\n#want error \"flaw\" at \"흠\"\n가\n흠흠\n#want \"in 흠흠$\"\n", ""},
		"text keeps others": {"-- a.txt --\n#wanted 흠\n#want \"in #wanted 흠$\"\n", ""},
		"markdown table":    {"-- a.md --\n| 가 | 나 |\n|---|---|\n| 다 | 흠 | <!-- want \"in 흠$\" -->\n<!-- want \"none\" -->\n| 라 | 흠 |\n<!-- want \"in 흠$\" -->\n", "a.txtar:5: a.md: not found: none"},
		"other comment":     {"-- a.html --\n<!-- wanted: 흠 --><p>가</p>\n", ""},
		"no line break":     {"-- a.html --\n<p>흠</p><!-- want \"flaw\" -->", ""},

		"unwanted":         {"note\n-- a.html --\n<p>가</p>\n<!-- want-9 \"x\" -->\n<p>흠</p>\n", "a.txtar:5: a.html: not wanted: error \"flaw-found: flaw in 흠\" (흠이 있습니다) at \"흠\""},
		"second file":      {"-- a.html --\n<p>가</p>\n-- b.html --\n<p>흠</p>\n", "a.txtar:4: b.html: not wanted"},
		"one too many":     {"-- a.html --\n<p>흠</p><p>흠흠</p> <!-- want \"in 흠$\" -->\n", "flaw in 흠흠"},
		"unmet":            {"-- a.html --\n<p>가</p> <!-- want \"flaw\" -->\n", "a.txtar:2: a.html: not found: flaw"},
		"other message":    {"-- a.html --\n<p>흠</p> <!-- want \"^flaw$\" -->\n", "not found: ^flaw$"},
		"other line":       {"-- a.html --\n<p>가</p> <!-- want \"flaw\" -->\n<p>흠</p>\n", "a.txtar:2: a.html: not found: flaw"},
		"covers less":      {"-- a.html --\n<p>가 흠</p> <!-- want \"flaw\" at \"가 흠\" -->\n", `found, but at "흠" and not "가 흠": error`},
		"another severity": {"-- a.html --\n<p>흠</p> <!-- want warning \"flaw\" -->\n", "found, but as error and not warning: error"},
		"question no info": {"-- a.html --\n<p>흠?</p> <!-- want info \"flaw\" -->\n", "found, but as question and not info"},
		"bad regexp":       {"-- a.html --\n<p>가</p>\n<p>흠</p> <!-- want \"(\" -->\n", "a.txtar:3: a.html: want: error parsing regexp"},
		"no string":        {"-- a.html --\n<p>흠</p> <!-- want flaw -->\n", "no quoted string where \"flaw\" begins"},
		"no covered":       {"-- a.html --\n<p>흠</p> <!-- want \"flaw\" at -->\n", "no quoted string"},
		"no number":        {"-- a.html --\n<p>흠</p> <!-- want+x \"flaw\" -->\n", "\"+x\" is no number of lines"},
		"nothing":          {"-- a.html --\n<p>가</p> <!-- want -->\n", "nothing is wanted"},
		"nothing, closed":  {"-- a.html --\n<p>가</p> <!-- want-->\n", "nothing is wanted"},
		"nothing in text":  {"-- a.txt --\n가\n#want", "nothing is wanted"},
		"not closed":       {"-- a.html --\n<p>가</p> <!-- want \"flaw\"\n-->\n", "goes on over the line's end"},
		"unreadable":       {"-- a.html --\n<!-- want \"flaw\" -->\n", "a.html: empty"},
		"no file":          {"note\n", "a.txtar: the archive holds no file"},
		"empty day":        {"day:\n-- a.html --\n<p>가</p>\n", "a.txtar: day: none is given"},
		"bad day":          {"day: 2026-02-30\n-- a.html --\n<p>가</p>\n", "a.txtar: day: parsing time"},
	} {
		t.Run(name, func(t *testing.T) {
			got := failuresOf(t, tt.archive, found)
			switch {
			case tt.want == "" && len(got) > 0:
				t.Errorf("failed: %s", strings.Join(got, "\n"))
			case tt.want != "" && (len(got) == 0 || !strings.Contains(strings.Join(got, "\n"), tt.want)):
				t.Errorf("failures %q, want one with %q", got, tt.want)
			}
		})
	}
}

// failing is an archive, and what must be among its failures; "" for none.
type failing struct{ archive, want string }

// fails judges archives by a rule.
func fails(t *testing.T, archives map[string]failing, rule *analyzer.Rule) {
	t.Helper()
	for name, tt := range archives {
		t.Run(name, func(t *testing.T) {
			got := strings.Join(failuresOf(t, tt.archive, rule), "\n")
			if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("failures %q, want %q", got, tt.want)
			}
		})
	}
}

// TestDay judges by the law of the archive's day.
func TestDay(t *testing.T) {
	fails(t, map[string]failing{
		"default":   {"-- a.txt --\n가\n#want \"day-told: 2026-11-21\"\n", ""},
		"named":     {"A note.\n\nday: 2021-03-04\n-- a.txt --\n가\n#want info \"day-told: 2021-03-04\" at \"\"\n", ""},
		"no duty":   {"day: 2019-01-01\n-- a.txt --\n가\n", ""},
		"wrong day": {"day: 2021-03-04\n-- a.txt --\n가\n#want \"2021-03-05\"\n", "not found: 2021-03-05"},
	}, dated)
}

// TestMissingArchive fails on an archive that is not there.
func TestMissingArchive(t *testing.T) {
	f := &fake{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		Run(f, filepath.Join(t.TempDir(), "none.txtar"), found)
	}()
	<-done
	if len(f.failures) != 1 || !strings.Contains(f.failures[0], "none.txtar") {
		t.Errorf("failures %q", f.failures)
	}
}

// TestSubtests makes a subtest of each file.
func TestSubtests(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txtar")
	archive := "-- a.html --\n<p>흠</p> <!-- want \"flaw\" -->\n-- b.txt --\n가\n"
	if err := os.WriteFile(file, []byte(archive), 0o600); err != nil {
		t.Fatal(err)
	}
	var names []string
	told := &analyzer.Rule{Name: "told", Run: func(p *analyzer.Pass) { names = append(names, p.Policy.Pages[0].File.Name) }}
	Run(t, file, found, told)
	if fmt.Sprint(names) != "[a.html b.txt]" {
		t.Errorf("judged %q", names)
	}
}

// TestExtract leaves the text as if the expectations had never stood in it.
func TestExtract(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a.html", "<p>가</p> \t<!-- want \"x\" -->\n나\n", "<p>가</p>\n나\n"},
		{"a.html", "가 <!-- want \"x\" --> 나\n", "가  나\n"},
		{"a.html", "가\r\n <!-- want \"x\" -->\r\n나\r\n", "가\r\n나\r\n"},
		{"a.md", "\n<!-- want+2 \"x\" -->\n\n# 가\n", "\n\n# 가\n"},
		{"a.txt", "가\n#want \"x\"\n<!-- want \"x\" -->\n", "가\n<!-- want \"x\" -->\n"},
		{"a.html", "#want \"x\"\n", "#want \"x\"\n"},
	} {
		got, err := page{name: tt.name}.extract(tt.text)
		if err != nil || got.text != tt.want {
			t.Errorf("%s %q: %q, %v, want %q", tt.name, tt.text, got.text, err, tt.want)
		}
	}
}
