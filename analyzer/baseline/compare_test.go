package baseline_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/report"
)

func TestMark(t *testing.T) {
	ignored := finding("r", "p", "ignored")
	ignored.Ignored = &report.Ignored{Reason: "왜냐하면"}
	findings := []report.Finding{finding("r", "p", "old"), finding("r", "p", "new"), ignored, finding("r", "p", "before")}
	findings[3].Baseline = report.Unchanged // since a commit
	file := &baseline.File{Entries: []baseline.Entry{baseline.Of(findings[0]), baseline.Of(ignored)}}
	baseline.Mark(findings, file.Known())
	var got []report.Baseline
	for _, f := range findings {
		got = append(got, f.Baseline)
	}
	want := []report.Baseline{report.Unchanged, report.New, report.NoBaseline, report.Unchanged}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	stale, _ := file.Gone(findings, baseline.Scope{Policies: map[string]bool{"p": true}, Rules: map[string]bool{"r": true}})
	if len(stale) != 1 || stale[0].Quote != "ignored" {
		t.Errorf("an entry whose finding is ignored is stale: %v", stale)
	}
}

// A run tells only of what it checked.
func TestGone(t *testing.T) {
	scope := baseline.Scope{
		Policies: map[string]bool{"shop": true, "seen": true, "unread": false},
		Evidence: map[string]bool{"seen": true},
		Rules:    map[string]bool{"judged": true, "off": false},
		Exists:   func(policy string) bool { return policy != "deleted" },
	}
	for _, tt := range []struct {
		entry baseline.Entry
		stale bool
	}{
		{baseline.Entry{Rule: "judged", Policy: "shop"}, true},
		{baseline.Entry{Rule: "off", Policy: "shop"}, false},
		{baseline.Entry{Rule: "removed", Policy: "shop"}, true},
		{baseline.Entry{Rule: "judged", Policy: "unread"}, false},
		{baseline.Entry{Rule: "judged", Policy: "elsewhere"}, false},
		{baseline.Entry{Rule: "off", Policy: "deleted"}, true},
		{baseline.Entry{Rule: "judged", Policy: "shop", File: "app/package.json"}, false},
		{baseline.Entry{Rule: "judged", Policy: "seen", File: "app/package.json"}, true},
	} {
		file := &baseline.File{Entries: []baseline.Entry{tt.entry}}
		stale, untold := file.Gone(nil, scope)
		if (len(stale) == 1) != tt.stale || len(stale)+len(untold) != 1 {
			t.Errorf("%+v: stale %v, untold %v", tt.entry, stale, untold)
		}
	}
}
