package report

import (
	"encoding/json"
	"encoding/xml"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
)

// strict reads JSON into a value that must have all its fields.
func strict(t *testing.T, text string, value any) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(value); err != nil {
		t.Fatal(err)
	}
}

// GitLab wants a path from the root, a line from 1, one of its severities, and of two equal fingerprints it drops one.
func TestGitLab(t *testing.T) {
	for name, run := range sarifRuns() {
		var issues []struct {
			Description string `json:"description"`
			CheckName   string `json:"check_name"`
			Fingerprint string `json:"fingerprint"`
			Severity    string `json:"severity"`
			Location    struct {
				Path  string `json:"path"`
				Lines struct {
					Begin, End int
				} `json:"lines"`
			} `json:"location"`
		}
		text := written(t, "gitlab", run, hostileOptions)
		strict(t, text, &issues)
		if issues == nil || len(issues) != len(run.open().Findings)+len(run.Failures) {
			t.Errorf("%s: %d issues", name, len(issues))
		}
		seen := make(map[string]bool)
		for _, i := range issues {
			switch {
			case i.Description == "" || i.CheckName == "" || i.Location.Path == "":
				t.Errorf("%s: lacks something: %+v", name, i)
			case filepath.IsAbs(i.Location.Path) && i.Location.Path != "/srv/repository/out.html" || strings.HasPrefix(i.Location.Path, "./"):
				t.Errorf("%s: path %q", name, i.Location.Path)
			case i.Location.Lines.Begin < 1 || i.Location.Lines.End < i.Location.Lines.Begin:
				t.Errorf("%s: lines %+v", name, i.Location.Lines)
			case !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity):
				t.Errorf("%s: severity %q", name, i.Severity)
			case seen[i.Fingerprint] && i.Fingerprint != "":
				t.Errorf("%s: two issues %q", name, i.Fingerprint)
			}
			seen[i.Fingerprint] = true
		}
	}
}

// reviewdog counts bytes of UTF-8 from 1, the end exclusive, and refuses fields that it does not know.
func TestRDJSON(t *testing.T) {
	for name, run := range sarifRuns() {
		var result struct {
			Source      struct{ Name, URL string }
			Diagnostics []struct {
				Message  string
				Severity string
				Code     struct{ Value, URL string }
				Location struct {
					Path  string
					Range *struct{ Start, End struct{ Line, Column int } }
				}
			}
		}
		strict(t, written(t, "rdjson", run, hostileOptions), &result)
		if len(result.Diagnostics) != len(run.open().Findings)+len(run.Failures) || result.Diagnostics == nil {
			t.Errorf("%s: %d diagnostics", name, len(result.Diagnostics))
		}
		for _, d := range result.Diagnostics {
			if d.Message == "" || d.Location.Path == "" || !slices.Contains([]string{"ERROR", "WARNING", "INFO"}, d.Severity) {
				t.Errorf("%s: lacks something: %+v", name, d)
			}
			if r := d.Location.Range; r != nil && (r.Start.Line < 1 || r.Start.Column < 1 || r.End.Line < r.Start.Line ||
				r.End.Line == r.Start.Line && r.End.Column < r.Start.Column) {
				t.Errorf("%s: range %+v", name, *r)
			}
		}
	}
	r := rdRangeOf(hostile().Findings[0].At) // "\t🔒🔒 <b>영구"
	if r.Start.Column != 1+1+8+1+3 || r.End.Column != r.Start.Column+len("영구") {
		t.Errorf("range %+v", r)
	}
}

func TestCheckstyle(t *testing.T) {
	for name, run := range sarifRuns() {
		var got struct {
			Version string `xml:"version,attr"`
			Files   []struct {
				Name   string `xml:"name,attr"`
				Errors []struct {
					Line     int    `xml:"line,attr"`
					Column   int    `xml:"column,attr"`
					Severity string `xml:"severity,attr"`
					Message  string `xml:"message,attr"`
					Source   string `xml:"source,attr"`
				} `xml:"error"`
			} `xml:"file"`
		}
		readXML(t, written(t, "checkstyle", run, hostileOptions), &got)
		n, files := 0, make(map[string]bool)
		for _, f := range got.Files {
			if f.Name == "" || files[f.Name] && utf8.ValidString(f.Name) && !strings.Contains(f.Name, "\uFFFD") {
				t.Errorf("%s: file %q", name, f.Name)
			}
			files[f.Name] = true
			n += len(f.Errors)
			for _, e := range f.Errors {
				if e.Line < 1 || e.Column < 1 || e.Message == "" || !strings.HasPrefix(e.Source, "pipalint.") ||
					!slices.Contains([]string{"error", "warning", "info"}, e.Severity) {
					t.Errorf("%s: lacks something: %+v", name, e)
				}
			}
		}
		if n != len(run.open().Findings)+len(run.Failures) {
			t.Errorf("%s: %d errors", name, n)
		}
	}
}

// junitReport is what GitLab and Jenkins read.
type junitReport struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Skipped  int `xml:"skipped,attr"`
	Suites   []struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   int    `xml:"errors,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Cases    []struct {
			Name      string    `xml:"name,attr"`
			ClassName string    `xml:"classname,attr"`
			Failure   *struct{} `xml:"failure"`
			Error     *struct{} `xml:"error"`
			Skipped   *struct{} `xml:"skipped"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

// The numbers are those of the cases, and no two cases of a suite have one name.
func TestJUnit(t *testing.T) {
	for name, run := range sarifRuns() {
		var got junitReport
		readXML(t, written(t, "junit", run, hostileOptions), &got)
		var tests, failures, errors, skipped int
		for _, s := range got.Suites {
			names := make(map[string]bool)
			for _, c := range s.Cases {
				if c.Name == "" || c.ClassName == "" || names[c.Name] {
					t.Errorf("%s: case %q in %q", name, c.Name, s.Name)
				}
				names[c.Name] = true
				tests++
				switch {
				case c.Failure != nil:
					failures++
				case c.Error != nil:
					errors++
				case c.Skipped != nil:
					skipped++
				}
			}
			if len(s.Cases) != s.Tests || s.Tests == 0 {
				t.Errorf("%s: %d tests in %q, which has %d cases", name, s.Tests, s.Name, len(s.Cases))
			}
		}
		if tests != got.Tests || failures != got.Failures || errors != got.Errors || skipped != got.Skipped {
			t.Errorf("%s: counted %d %d %d %d, said %+v", name, tests, failures, errors, skipped, got)
		}
		if errors != len(run.Failures) {
			t.Errorf("%s: %d errors of %d failures", name, errors, len(run.Failures))
		}
	}
}

// A case fails where the finding makes the check fail.
func TestJUnitFails(t *testing.T) {
	run := sample()
	run.Failures = nil
	run.Documents = append(run.Documents[:1], Document{File: "clean.html", Status: OK})
	for _, tt := range []struct {
		failOn   analyzer.Severity
		failures int
	}{{analyzer.Error, 1}, {analyzer.Warning, 1}, {analyzer.Info, 2}, {0, 0}} {
		var got junitReport
		readXML(t, written(t, "junit", run, Options{Lang: "en", FailOn: tt.failOn}), &got)
		if got.Failures != tt.failures || got.Tests != 3 {
			t.Errorf("from %s on: %d failures of %d tests", tt.failOn, got.Failures, got.Tests)
		}
	}
	run.Findings[0].Ignored, run.Findings[1].Baseline = &Ignored{Reason: "asked"}, Unchanged
	var got junitReport
	readXML(t, written(t, "junit", run, Options{Lang: "en", FailOn: analyzer.Info}), &got)
	if got.Failures != 0 || got.Skipped != 2 {
		t.Errorf("known and ignored: %d failures, %d skipped", got.Failures, got.Skipped)
	}
}

func readXML(t *testing.T, text string, value any) {
	t.Helper()
	if !strings.HasPrefix(text, xml.Header) || !utf8.ValidString(text) {
		t.Errorf("begins with %.40q", text)
	}
	if err := xml.Unmarshal([]byte(text), value); err != nil {
		t.Fatal(err)
	}
}
