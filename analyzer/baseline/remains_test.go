package baseline_test

import (
	"testing"

	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/report"
)

func TestRemains(t *testing.T) {
	of := func(subject string, context ...string) report.Finding {
		return report.Finding{Rule: "rule", Policy: "shop", Subject: subject, Context: context}
	}
	for _, tt := range []struct {
		name       string
		known, now report.Finding
		want       bool
	}{
		{"the same", of("clause:a lacks:x"), of("clause:a lacks:x"), true},
		{"an element less", of("clause:a lacks:x lacks:y"), of("clause:a lacks:y"), true},
		{"an element more", of("clause:a lacks:x"), of("clause:a lacks:x lacks:y"), false},
		{"another element", of("clause:a lacks:x lacks:y"), of("clause:a lacks:z"), false},
		{"another clause", of("clause:a lacks:x"), of("clause:b lacks:x"), false},
		{"a company less", of("clause:a lacks:x company:k company:l"), of("clause:a lacks:x company:l"), true},
		{"a company for another", of("clause:a lacks:x company:k company:l"), of("clause:a lacks:x company:k company:m"), false},
		{"for some instead of all", of("clause:a lacks:x company:*"), of("clause:a lacks:x company:k"), true},
		{"for all instead of some", of("clause:a lacks:x company:k"), of("clause:a lacks:x company:*"), false},
		{"for nobody in particular", of("clause:a lacks:x company:k"), of("clause:a lacks:x"), false},
		{"a slot less", of("", "a[o]", "b[o]", "b[o]"), of("", "b[o]", "b[o]"), true},
		{"a slot moved", of("", "a[o]", "b[o]"), of("", "a[o]", "c[o]"), false},
		{"an equal slot more", of("", "a[o]"), of("", "a[o]", "a[o]"), false},
		{"a subject instead of words", of("", "a[o]"), of("clause:a"), false},
		{"nothing known of either", of(""), of(""), false},
		{"another rule", of("clause:a"), report.Finding{Rule: "other", Policy: "shop", Subject: "clause:a"}, false},
		{"another policy", of("clause:a"), report.Finding{Rule: "rule", Policy: "blog", Subject: "clause:a"}, false},
		{"from another day", of("clause:a"), report.Finding{Rule: "rule", Policy: "shop", Subject: "clause:a", From: date.Date{Year: 2027, Month: 1, Day: 1}}, false},
	} {
		tt.known.Fingerprint, tt.now.Fingerprint = "known", "now"
		file := &baseline.File{Entries: []baseline.Entry{baseline.Of(tt.known)}}
		findings := []report.Finding{tt.now}
		file.Hold(findings)
		if got := findings[0].Baseline == report.Unchanged; got != tt.want {
			t.Errorf("%s: %q %q is the rest of %q %q: %t", tt.name, tt.now.Subject, tt.now.Context, tt.known.Subject, tt.known.Context, got)
		}
		if stale, _ := file.Gone(findings, baseline.Scope{Policies: map[string]bool{"shop": true, "blog": true}, Rules: map[string]bool{"rule": true}}); (len(stale) == 0) != tt.want {
			t.Errorf("%s: stale %v", tt.name, stale)
		}
	}
}

// TestRemainsOnce leaves one finding of each entry, and none of an entry that is still there.
func TestRemainsOnce(t *testing.T) {
	of := func(fingerprint, subject string) report.Finding {
		return report.Finding{Fingerprint: fingerprint, Rule: "rule", Policy: "shop", Subject: subject}
	}
	whole, part := of("1", "clause:a lacks:x lacks:y"), of("2", "clause:a lacks:x")
	file := &baseline.File{Entries: []baseline.Entry{baseline.Of(whole)}}
	both := []report.Finding{part, of("3", "clause:a lacks:y")}
	file.Hold(both)
	if both[0].Baseline != report.Unchanged || both[1].Baseline != report.New {
		t.Errorf("two parts of one entry are %s and %s", both[0].Baseline, both[1].Baseline)
	}
	beside := []report.Finding{part, whole}
	file.Hold(beside)
	if beside[0].Baseline != report.New || beside[1].Baseline != report.Unchanged {
		t.Errorf("a part and the whole are %s and %s", beside[0].Baseline, beside[1].Baseline)
	}
}
