package baseline_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/report"
)

func finding(rule, policy, quote string) report.Finding {
	return report.Finding{Rule: rule, Policy: policy, Severity: analyzer.Warning, At: report.Location{Quote: quote}, Fingerprint: rule + policy + quote}
}

func TestFileRoundTrip(t *testing.T) {
	absent := finding("purpose-lost", "나/b.html", "개인정보 처리방침")
	absent.Absent = true
	findings := []report.Finding{
		finding("slot-left", "b.html", "a <b> & “c”\n\t"+strings.Repeat("가", 100)),
		absent,
		finding("slot-left", "a.html", "○○○\u202E\x00"),
	}
	file := &baseline.File{}
	for _, f := range findings {
		file.Entries = append(file.Entries, baseline.Of(f))
	}
	first := file.Bytes()
	back, err := baseline.Read(first)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(first), string(back.Bytes())); diff != "" {
		t.Errorf("read and written again (-want +got):\n%s", diff)
	}
	if first[len(first)-1] != '\n' || strings.Contains(string(first), `\u003c`) {
		t.Errorf("not for people: %s", first)
	}
	var policies []string
	for _, e := range back.Entries {
		policies = append(policies, e.Policy)
		if strings.ContainsAny(e.Quote, "\n\t\x00") || len([]rune(e.Quote)) > 61 || e.Policy == absent.Policy && e.Quote != "" {
			t.Errorf("quote of %s: %q", e.Policy, e.Quote)
		}
	}
	if diff := cmp.Diff([]string{"a.html", "b.html", "나/b.html"}, policies); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if got := string((&baseline.File{}).Bytes()); !strings.Contains(got, `"findings": []`) {
		t.Errorf("empty: %s", got)
	}
}

func TestReadErrors(t *testing.T) {
	head := "{\"version\": 1, \"tool\": \"pipalint\",\n"
	for _, tt := range []struct{ text, want string }{
		{"", "1:1: the file is empty"},
		{" \n", "1:1: the file is empty"},
		{"[]", "1:1: this is not a baseline of pipalint"},
		{"null", "1:1: this is not a baseline of pipalint"},
		{"{}", "1:1: this is not a baseline of pipalint: it has no version"},
		{`{"version": "1"}`, `1:13: this pipalint reads baselines of version 1 only, not "1"`},
		{"{\n \"version\": 2, \"new\": 1}", "2:13: this pipalint reads baselines of version 1 only, not 2"},
		{`{"version": 1, "findings": []}`, `1:1: this is not a baseline of pipalint: its tool is not "pipalint"`},
		{`{"version": 1, "tool": "vale", "findings": []}`, `1:24: this is not a baseline of pipalint: its tool is not "pipalint"`},
		{`{"version": 1, "tool": "pipalint"}`, "1:1: it has no findings"},
		{head + `"findings": [], "more": 1}`, `2:17: unknown field "more"`},
		{head + `"findings": [], "findings": []}`, `2:17: "findings" is given twice`},
		{head + `"findings": {}}`, "2:13: findings must be a list"},
		{head + "\"findings\": [\n1]}", "3:1: the entry's value is not a string"},
		{head + "\"findings\": [\nnull]}", "3:1: an entry needs fingerprint and rule"},
		{head + "\"findings\": [\n{\"rule\": \"a\"}]}", "3:1: an entry needs fingerprint and rule"},
		{head + "\"findings\": [\n{\"rule\": 7}]}", "3:1: the entry's rule is not a string"},
		{head + "\"findings\": [\n{\"line\": 7}]}", `3:1: the entry cannot be read (json: unknown field "line")`},
		{head + "\"findings\": [{\"fingerprint\": \"가\", \"rule\": \"a\"}, {\"fingerprint\": \"가\", \"rule\": \"a\"}]}", "2:49: this entry is already given on line 2 (가)"},
		{head + "\"findings\": []\n}\n}", "4:1: invalid JSON (invalid character '}' after top-level value)"},
		{head + "=======\n", "2:1: it has an unresolved merge conflict: take either side, then rewrite the file with --write-baseline and --accept-new"},
		{head + "\"findings\": [\"\xB0\xA1\"]}", "2:1: there are characters that are not UTF-8"},
	} {
		_, err := baseline.Read([]byte(tt.text))
		if e, ok := errors.AsType[*baseline.Error](err); !ok || e.Error() != tt.want || e.Message.Ko == "" {
			t.Errorf("%q:\ngot  %v\nwant %s", tt.text, err, tt.want)
		}
	}
	bom := "\uFEFF" + head + `"findings": []}` + "\r\n"
	if _, err := baseline.Read([]byte(bom)); err != nil {
		t.Errorf("a byte order mark and other line ends: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"version": 1, "tool": "pipalint", "findings": [{"fingerprint": "a", "rule": "b", "policy": "c", "severity": "info"}]}`))
	f.Add([]byte("{\"version\": 1,\n<<<<<<< HEAD\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := baseline.Read(raw)
		if err != nil {
			e, ok := errors.AsType[*baseline.Error](err)
			if !ok || e.Line < 1 || e.Column < 1 {
				t.Fatalf("no place: %v", err)
			}
			return
		}
		again, err := baseline.Read(file.Bytes())
		if err != nil || string(again.Bytes()) != string(file.Bytes()) {
			t.Fatalf("not what was written: %v\n%s", err, file.Bytes())
		}
	})
}
