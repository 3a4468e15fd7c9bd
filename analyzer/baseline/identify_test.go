package baseline_test

import (
	"regexp"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
)

// alone is the fingerprint of a finding that stands alone.
func alone(f report.Finding) string {
	all := []report.Finding{f}
	baseline.Identify(all)
	return all[0].Fingerprint
}

// TestPartsOfFingerprints changes one field of a finding at a time.
func TestPartsOfFingerprints(t *testing.T) {
	bySubject := report.Finding{Rule: "rule", Policy: "web/약관.html", Subject: "clause:safety", At: report.Location{File: "a.html", Quote: "안전성"}}
	byWords := report.Finding{Rule: "rule", Policy: "shop", Context: []string{"a[o]", "b[o]"}, At: report.Location{File: "a.html", Quote: "○"}}
	form := regexp.MustCompile(`^[0-9a-f]{32}$`)
	for _, tt := range []struct {
		name string
		of   report.Finding
		edit func(*report.Finding)
		same bool
	}{
		{"line", bySubject, func(f *report.Finding) { f.At.Start = policy.Position{Line: 9, Column: 3} }, true},
		{"span", bySubject, func(f *report.Finding) { f.At.Span = policy.Span{Start: 9, End: 12} }, true},
		{"quote beside a subject", bySubject, func(f *report.Finding) { f.At.Quote = "안전" }, true},
		{"quote beside words", byWords, func(f *report.Finding) { f.At.Quote = "○○" }, true},
		{"file", bySubject, func(f *report.Finding) { f.At.File, f.Document = "/tmp/a.html", "/tmp/a.html" }, true},
		{"message", bySubject, func(f *report.Finding) { f.Message = analyzer.Text{Ko: "없습니다", En: "is not there"} }, true},
		{"help", bySubject, func(f *report.Finding) { f.Help = analyzer.Text{Ko: "적습니다", En: "state it"} }, true},
		{"severity", bySubject, func(f *report.Finding) { f.Severity, f.Question = analyzer.Info, true }, true},
		{"absence", bySubject, func(f *report.Finding) { f.Absent = true }, true},
		{"related", bySubject, func(f *report.Finding) { f.Related = make([]report.Related, 2) }, true},
		{"decomposed letters of the name", bySubject, func(f *report.Finding) { f.Policy = norm.NFD.String(f.Policy) }, true},
		{"rule", bySubject, func(f *report.Finding) { f.Rule = "other" }, false},
		{"policy", bySubject, func(f *report.Finding) { f.Policy = "blog" }, false},
		{"subject", bySubject, func(f *report.Finding) { f.Subject = "clause:items" }, false},
		{"day", bySubject, func(f *report.Finding) { f.From = date.Date{Year: 2027, Month: 1, Day: 1} }, false},
		{"words", byWords, func(f *report.Finding) { f.Context = []string{"a[o]", "c[o]"} }, false},
		{"one of the words", byWords, func(f *report.Finding) { f.Context = []string{"a[o]"} }, false},
		{"words cut elsewhere", byWords, func(f *report.Finding) { f.Context = []string{"a[o]b", "[o]"} }, false},
		{"words and subject exchanged", byWords, func(f *report.Finding) { f.Subject, f.Context = "a[o]", []string{"b[o]"} }, false},
	} {
		other := tt.of
		tt.edit(&other)
		a, b := alone(tt.of), alone(other)
		if !form.MatchString(a) || !form.MatchString(b) {
			t.Errorf("%s: %q and %q are no fingerprints", tt.name, a, b)
		}
		if (a == b) != tt.same {
			t.Errorf("%s: %s and %s, want equal: %t", tt.name, a, b, tt.same)
		}
	}
}

// TestEquals numbers findings that cannot be told apart.
func TestEquals(t *testing.T) {
	one := report.Finding{Rule: "rule", Policy: "shop", Subject: "clause:safety"}
	other := report.Finding{Rule: "rule", Policy: "shop", Subject: "clause:items"}
	all := []report.Finding{one, other, one, one}
	baseline.Identify(all)
	seen := make(map[string]bool)
	for _, f := range all {
		if seen[f.Fingerprint] {
			t.Errorf("%s is there twice", f.Fingerprint)
		}
		seen[f.Fingerprint] = true
	}
	if all[0].Fingerprint != alone(one) || all[1].Fingerprint != alone(other) {
		t.Error("those behind a finding change its fingerprint")
	}
	fewer := []report.Finding{other, one, one}
	baseline.Identify(fewer)
	for _, f := range fewer {
		if !seen[f.Fingerprint] {
			t.Errorf("%s is new after one of the equals is gone", f.Subject)
		}
	}
}

// TestFingerprintStays pins one: a change of it would make every baseline stale.
func TestFingerprintStays(t *testing.T) {
	for want, f := range map[string]report.Finding{
		"7013fc8cd2c57a2a7530ea2338d46807": {Rule: "safety-missing", Policy: "shop", Subject: "clause:safety"},
		"87ce1b91ff67e51604e7da9131997584": {Rule: "placeholder-left", Policy: "web/개인정보.html", Context: []string{"성명[○○○]"}},
	} {
		if got := alone(f); got != want {
			t.Errorf("%s: %s, want %s", f.Rule, got, want)
		}
	}
}
