package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/pipalint/pipalint/analyzer"
)

// sarifRuns are runs that must make a log which everybody accepts.
func sarifRuns() map[string]*Run {
	return map[string]*Run{
		"empty":   {},
		"sample":  sample(),
		"hostile": hostile(),
		"unread":  {Failures: sample().Failures, ExitCode: 3},
	}
}

// TestSARIFSchema holds logs against the schema of the standard, where the collections beside the repository are at
// hand or PIPALINT_SHARED says where.
func TestSARIFSchema(t *testing.T) {
	named := os.Getenv("PIPALINT_SHARED")
	path := filepath.Join(cmp.Or(named, filepath.Join("..", "..", "..", "shared")), "schemas", "sarif-2.1.0.json")
	if _, err := os.Stat(path); os.IsNotExist(err) && named == "" {
		t.Skip("no schema here")
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, run := range sarifRuns() {
		for _, lang := range []string{"ko", "en"} {
			o := hostileOptions
			o.Lang = lang
			log, err := jsonschema.UnmarshalJSON(strings.NewReader(written(t, "sarif", run, o)))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(log); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	wrong, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.Replace(
		written(t, "sarif", sample(), hostileOptions), `"startLine": 2`, `"startLine": 0`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(wrong) == nil {
		t.Error("the schema takes line 0: it checks nothing")
	}
}

// TestSARIFForGitHub checks what code scanning asks for beyond the schema: it refuses a whole file for one result
// without a place, an address of another scheme or an empty text.
func TestSARIFForGitHub(t *testing.T) {
	for name, run := range sarifRuns() {
		t.Run(name, func(t *testing.T) {
			log := readSARIF(t, run, hostileOptions)
			if len(log.Runs) != 1 || log.Version != "2.1.0" || !strings.HasPrefix(log.Schema, "https://") {
				t.Fatalf("log of %d runs, %s %s", len(log.Runs), log.Version, log.Schema)
			}
			r := log.Runs[0]
			checkSARIFRules(t, r.Tool.Driver.Rules)
			if len(r.Results) != len(run.Findings) {
				t.Errorf("%d results of %d findings", len(r.Results), len(run.Findings))
			}
			for i, result := range r.Results {
				checkSARIFResult(t, result, r.Tool.Driver.Rules)
				if fingerprint := run.Findings[i].Fingerprint; result.PartialFingerprints["pipalint/v1"] != fingerprint {
					t.Errorf("fingerprints %v, want %s", result.PartialFingerprints, fingerprint)
				}
			}
			if ok := r.Invocations[0].ExecutionSuccessful; ok != (len(run.Failures) == 0) {
				t.Errorf("success is %v with %d failures", ok, len(run.Failures))
			}
		})
	}
}

func readSARIF(t *testing.T, run *Run, o Options) sarifLog {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal([]byte(written(t, "sarif", run, o)), &log); err != nil {
		t.Fatal(err)
	}
	return log
}

func checkSARIFRules(t *testing.T, rules []sarifRule) {
	t.Helper()
	if rules == nil {
		t.Error("no list of rules")
	}
	seen := make(map[string]bool)
	for _, r := range rules {
		short, full := r.ShortDescription.Text, r.FullDescription.Text
		switch {
		case seen[r.ID] || r.ID == "" || short == "" || full == "" || r.Help.Text == "" || r.Help.Markdown == "":
			t.Errorf("rule %q lacks something: %+v", r.ID, r)
		case utf8.RuneCountInString(short) > 1024 || utf8.RuneCountInString(full) > 1024:
			t.Errorf("rule %q is described at length", r.ID)
		case len(r.Properties.Tags) > 10:
			t.Errorf("rule %q has %d tags", r.ID, len(r.Properties.Tags))
		}
		seen[r.ID] = true
	}
}

func checkSARIFResult(t *testing.T, r sarifResult, rules []sarifRule) {
	t.Helper()
	if r.RuleIndex >= len(rules) || rules[r.RuleIndex].ID != r.RuleID {
		t.Errorf("rule %q is not number %d", r.RuleID, r.RuleIndex)
	}
	if r.Message.Text == "" || len(r.Locations) != 1 {
		t.Errorf("%q in %d places", r.Message.Text, len(r.Locations))
	}
	if strings.Contains(r.Message.Text, "](http") {
		t.Errorf("a link of a stranger: %.80q", r.Message.Text)
	}
	ids := make(map[int]bool)
	for _, l := range append(r.Locations, r.RelatedLocations...) {
		a, region := l.PhysicalLocation.ArtifactLocation, l.PhysicalLocation.Region
		u, err := url.Parse(a.URI)
		if err != nil || a.URI == "" || u.Scheme != "" && u.Scheme != "file" || strings.HasPrefix(a.URI, "/") {
			t.Errorf("reference %q: %v", a.URI, err)
		}
		if region == nil || region.StartLine < 1 || region.StartColumn < 1 || region.EndLine < region.StartLine ||
			region.EndLine == region.StartLine && region.EndColumn <= region.StartColumn {
			t.Errorf("%s: region %+v", a.URI, region)
		}
		if ids[l.ID] {
			t.Errorf("two places have the number %d", l.ID)
		}
		ids[l.ID] = true
	}
}

func TestSARIFResult(t *testing.T) {
	run := sample()
	run.Rules = []Rule{{Name: "retention-endless", Doc: analyzer.Text{En: "finds periods without end"}, Severity: analyzer.Error,
		Manual: func() analyzer.Text { return analyzer.Text{En: "Endless\nreports periods.\n\nMore of it."} }}}
	log := readSARIF(t, run, Options{Lang: "en", Root: "web/"})
	got := log.Runs[0].Results[1]
	at := got.Locations[0].PhysicalLocation
	if at.ArtifactLocation.URI != "web/page.html" || at.ArtifactLocation.URIBaseID != "%SRCROOT%" || at.Region.Snippet.Text != "영구" {
		t.Errorf("at %+v", at)
	}
	const message = "the retention period is \"영구\" <forever>\n" +
		"basis: 개인정보 보호법 제30조제1항제2호 (from 2011-09-30)\nhelp: state a period\nsee also: [the title: 처리방침](1)"
	if got.Message.Text != message || got.Level != "error" || got.RelatedLocations[0].ID != 1 {
		t.Errorf("got %+v", got)
	}
	rule := log.Runs[0].Tool.Driver.Rules[0]
	if rule.FullDescription.Text != "Endless reports periods." || !strings.HasSuffix(rule.HelpURI, "/docs/rules.md#retention-endless") {
		t.Errorf("rule %+v", rule)
	}
}

// Columns are counted in UTF-16 code units, as the log says.
func TestSARIFColumns(t *testing.T) {
	run := hostile()
	r := region(run.Findings[0].At) // "\t🔒🔒 <b>영구"
	if r.StartLine != 2 || r.StartColumn != 1+1+4+1+3 || r.EndColumn != r.StartColumn+2 || r.Snippet.Text != "영구" {
		t.Errorf("got %+v", r)
	}
}

func TestSARIFSuppressions(t *testing.T) {
	for _, result := range readSARIF(t, hostile(), hostileOptions).Runs[0].Results {
		for _, s := range result.Suppressions {
			if s.Justification != strings.ToValidUTF8(nasty, "\uFFFD") || s.Location == nil || s.Kind != "inSource" && s.Kind != "external" {
				t.Errorf("suppression %+v", s)
			}
		}
	}
	log := readSARIF(t, hostile(), hostileOptions).Runs[0]
	if n := log.Results[6].Suppressions; len(n) != 1 || n[0].Kind != "inSource" || log.Results[0].Suppressions != nil {
		t.Errorf("suppressions %+v", n)
	}
	if log.Results[0].BaselineState != New || log.Results[1].BaselineState != Unchanged {
		t.Error("what the baseline knows is lost")
	}
}

// The version is a semantic one where the program has one.
func TestSARIFVersion(t *testing.T) {
	for version, want := range map[string]string{"v1.2.3": "1.2.3", "devel": "", "v0.0.0-20261122101112-abcdefabcdef": "0.0.0-20261122101112-abcdefabcdef"} {
		if d := readSARIF(t, &Run{Version: version}, hostileOptions).Runs[0].Tool.Driver; d.SemanticVersion != want || d.Version != version {
			t.Errorf("%s: %+v", version, d)
		}
	}
}

// More results than GitHub takes are cut, the least grave first, and the log says so.
func TestSARIFLimit(t *testing.T) {
	run := &Run{}
	for i := range sarifMostResults + 10 {
		f := absent("page.html", 0)
		if i < 20 {
			f.Severity = analyzer.Info
		}
		f.Fingerprint = fmt.Sprint(i)
		run.Findings = append(run.Findings, f)
	}
	log := readSARIF(t, run, hostileOptions).Runs[0]
	if n := len(log.Results); n != sarifMostResults {
		t.Errorf("%d results", n)
	}
	if first, next := log.Results[9], log.Results[10]; first.Level != "note" || next.Level != "error" || next.PartialFingerprints["pipalint/v1"] != "20" {
		t.Errorf("cut elsewhere: %+v, %+v", first, next)
	}
	n := log.Invocations[0].ToolExecutionNotifications
	if len(n) != 1 || !strings.HasPrefix(n[0].Message.Text, "10 findings") {
		t.Errorf("notifications %+v", n)
	}
}
