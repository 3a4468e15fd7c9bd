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
		if got := baseline.Remains(&tt.known, &tt.now); got != tt.want {
			t.Errorf("%s: Remains(%q %q, %q %q) = %t", tt.name, tt.known.Subject, tt.known.Context, tt.now.Subject, tt.now.Context, got)
		}
	}
}
