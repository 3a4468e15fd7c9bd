package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
)

// sample is a run with something of everything.
func sample() *Run {
	f := policy.NewFile("page.html", "<h1>처리방침</h1>\n<p>보유 기간: <b>영구</b></p>\n", "utf-8", nil)
	place := func(s string) policy.Place {
		i := strings.Index(f.Text, s)
		return policy.Place{File: f, Span: policy.Span{Start: i, End: i + len(s)}}
	}
	forever := Resolve(analyzer.Diagnostic{
		Rule:     &analyzer.Rule{Name: "retention-endless"},
		Severity: analyzer.Error,
		Place:    place("영구"),
		Quote:    "영구",
		Message:  analyzer.Text{Ko: `보유 기간이 "영구"입니다`, En: `the retention period is "영구" <forever>`},
		Help:     analyzer.Text{Ko: "기간을 적으십시오", En: "state a period"},
		Related:  []analyzer.Related{{Place: place("처리방침"), Quote: "처리방침", Message: analyzer.Text{Ko: "제목", En: "the title"}}},
	})
	forever.Document, forever.Policy, forever.Subject = "policy.html", "shop", "record"
	forever.Fingerprint, forever.Baseline = "0123456789abcdef0123456789abcdef", New
	forever.Provisions = []law.Provision{{
		Cite:  "개인정보 보호법 제30조제1항제2호",
		Title: law.Text{Ko: "보유 기간", En: "retention period"},
		Span:  law.Span{From: date.Date{Year: 2011, Month: 9, Day: 30}},
	}}
	asked := Resolve(analyzer.Diagnostic{
		Rule:     &analyzer.Rule{Name: "title-short"},
		Severity: analyzer.Info,
		Question: true,
		Place:    place("처리방침"),
		Quote:    "처리방침",
		Message:  analyzer.Text{Ko: "제목을 확인하십시오", En: "is this the title?"},
	})
	asked.Document = "page.html"
	return &Run{
		Documents: []Document{
			{File: "page.html", Policy: "shop", Kind: "policy", Status: OK, Findings: 2},
			{File: "missing.html", Status: Unread},
		},
		Findings: []Finding{asked, forever},
		Failures: []Failure{{File: "missing.html", Code: "missing", Message: analyzer.Text{Ko: "파일이 없습니다", En: "no such file"}}},
	}
}

func written(t *testing.T, format string, run *Run, o Options) string {
	t.Helper()
	for _, f := range Formats {
		if f.Name == format {
			var b bytes.Buffer
			if err := f.Write(&b, run, o); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
	}
	t.Fatalf("no format %q", format)
	return ""
}

func TestText(t *testing.T) {
	const ko = `page.html:1:5: 참고: 제목을 확인하십시오 (title-short, 확인 필요)
<h1>처리방침</h1>
    ^~~~~~~~

page.html:2:14: 오류: 보유 기간이 "영구"입니다 (retention-endless)
<p>보유 기간: <b>영구</b></p>
                 ^~~~
  근거: 개인정보 보호법 제30조제1항제2호(2011-09-30 시행)
  고치려면: 기간을 적으십시오
  관련 위치: page.html:1:5: 제목: 처리방침

지적 사항 2건: 오류 1건, 참고 1건 (읽은 문서 1건, 읽지 못한 입력 1건)
`
	if diff := cmp.Diff(ko, written(t, "text", sample(), Options{Lang: "ko"})); diff != "" {
		t.Error(diff)
	}
	en := written(t, "text", sample(), Options{Lang: "en"})
	for _, want := range []string{
		"page.html:1:5: info: is this the title? (title-short, question)\n",
		"page.html:2:14: error: ", "  basis: 개인", "  help: state a period\n", "  see also: page.html:1:5: the title: 처리방침\n",
		"\n2 findings: 1 error, 1 info in 1 document; 1 input could not be read\n",
	} {
		if !strings.Contains(en, want) {
			t.Errorf("no %q in\n%s", want, en)
		}
	}
}

func TestTextColor(t *testing.T) {
	plain := written(t, "text", sample(), Options{Lang: "en"})
	colored := written(t, "text", sample(), Options{Lang: "en", Color: true})
	if strings.Contains(plain, "\x1b") {
		t.Errorf("colour in %q", plain)
	}
	if !strings.Contains(colored, "\x1b[31;1merror\x1b[") || !strings.Contains(colored, "\x1b[32;1m^~~~") {
		t.Errorf("no colour in %q", colored)
	}
}

func TestSummary(t *testing.T) {
	read := func(n int) *Run { return &Run{Documents: make([]Document, n)} }
	tests := []struct {
		name   string
		run    *Run
		ko, en string
	}{
		{"nothing", &Run{}, "읽은 문서가 없습니다.", "no document was read."},
		{"clean", read(1), "지적 사항이 없습니다(읽은 문서 1건).", "no findings in 1 document."},
		{"clean documents", read(2), "지적 사항이 없습니다(읽은 문서 2건).", "no findings in 2 documents."},
		{"unread", &Run{Documents: []Document{{Status: Unread}}, Failures: make([]Failure, 1)},
			"읽은 문서가 없습니다, 읽지 못한 입력 1건.", "no document was read; 1 input could not be read."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := summary(test.run); got != (analyzer.Text{Ko: test.ko, En: test.en}) {
				t.Errorf("got %q", got)
			}
			if got := written(t, "text", test.run, Options{Quiet: true}); got != "" {
				t.Errorf("quiet, but %q", got)
			}
		})
	}
}

func TestJSON(t *testing.T) {
	got := written(t, "json", sample(), Options{Lang: "en"})
	if again := written(t, "json", sample(), Options{Lang: "en"}); again != got {
		t.Errorf("two runs differ:\n%s", cmp.Diff(got, again))
	}
	if !strings.Contains(got, `"message": "the retention period is \"영구\" <forever>"`) {
		t.Errorf("escaped more than needed:\n%s", got)
	}
	var run map[string][]map[string]any
	if err := json.Unmarshal([]byte(got), &run); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"file": "page.html", "document": "policy.html", "rule": "retention-endless", "severity": "error", "question": false,
		"message": `the retention period is "영구" <forever>`,
		"line":    2.0, "column": 14.0, "end_line": 2.0, "end_column": 16.0, "quote": "영구",
		"provisions": []any{map[string]any{
			"cite": "개인정보 보호법 제30조제1항제2호", "title": "retention period", "from": "2011-09-30", "to": nil,
		}},
		"help": "state a period",
		"related": []any{map[string]any{
			"file": "page.html", "message": "the title",
			"line": 1.0, "column": 5.0, "end_line": 1.0, "end_column": 9.0, "quote": "처리방침",
		}},
		"policy": "shop", "subject": "record", "absent": false, "fingerprint": "0123456789abcdef0123456789abcdef",
		"baseline": "new", "ignored": nil,
	}
	if diff := cmp.Diff(want, run["findings"][1]); diff != "" {
		t.Error(diff)
	}
	unread := map[string]any{"file": "missing.html", "kind": nil, "status": "unread", "findings": 0.0, "day": nil, "policy": "",
		"state": nil, "redirects": []any{}, "rendered": false, "saved": nil}
	if diff := cmp.Diff(unread, run["documents"][1]); diff != "" {
		t.Error(diff)
	}
}

// Of a page of the web it is told how it was read, and why it was not.
func TestJSONWeb(t *testing.T) {
	run := &Run{
		Documents: []Document{{File: "https://b.example/", State: "moved", Redirects: []string{"https://a.example/"}, Rendered: true, Saved: "kept/b.example/index.html"}},
		Failures:  []Failure{{File: "https://c.example/", Code: "unreadable", Reason: "timeout"}},
	}
	var got map[string][]map[string]any
	if err := json.Unmarshal([]byte(written(t, "json", run, Options{})), &got); err != nil {
		t.Fatal(err)
	}
	d := got["documents"][0]
	if d["state"] != "moved" || !cmp.Equal(d["redirects"], []any{"https://a.example/"}) || d["rendered"] != true || d["saved"] != "kept/b.example/index.html" {
		t.Errorf("got %v", d)
	}
	if e := got["errors"][0]; e["code"] != "unreadable" || e["reason"] != "timeout" {
		t.Errorf("got %v", e)
	}
}

func TestJSONEmpty(t *testing.T) {
	const want = "{\n  \"documents\": [],\n  \"findings\": [],\n  \"errors\": [],\n  \"stale\": []\n}\n"
	if got := written(t, "json", &Run{}, Options{}); got != want {
		t.Errorf("got %s", got)
	}
}

// What was ignored says why and where, what is not known is null, and a stale entry what it was about.
func TestJSONGate(t *testing.T) {
	run := sample()
	run.Findings[0].Ignored = &Ignored{Reason: "asked", InFile: true, Until: date.Date{Year: 2027, Month: 3, Day: 1}, At: run.Findings[0].At}
	run.Stale = []Stale{{Fingerprint: "ff", Rule: "title-short", Policy: "shop"}}
	var got map[string][]map[string]any
	if err := json.Unmarshal([]byte(written(t, "json", run, Options{Lang: "en"})), &got); err != nil {
		t.Fatal(err)
	}
	f := got["findings"][0]
	want := map[string]any{"reason": "asked", "until": "2027-03-01", "in_file": true, "place": map[string]any{
		"file": "page.html", "line": 1.0, "column": 5.0, "end_line": 1.0, "end_column": 9.0}}
	if diff := cmp.Diff(want, f["ignored"]); diff != "" {
		t.Error(diff)
	}
	if f["baseline"] != nil || f["subject"] != nil {
		t.Errorf("got %v", f)
	}
	stale := map[string]any{"fingerprint": "ff", "rule": "title-short", "policy": "shop", "subject": nil}
	if diff := cmp.Diff(stale, got["stale"][0]); diff != "" {
		t.Error(diff)
	}
}

// Each line is a thing as the json format has it, and says what it is.
func TestJSONLines(t *testing.T) {
	for name, run := range map[string]*Run{"sample": sample(), "hostile": hostile()} {
		var whole map[string][]map[string]any
		if err := json.Unmarshal([]byte(written(t, "json", run, Options{Lang: "en"})), &whole); err != nil {
			t.Fatal(err)
		}
		lines := make(map[string][]map[string]any)
		for line := range strings.Lines(written(t, "jsonl", run, Options{Lang: "en"})) {
			var thing map[string]any
			if err := json.Unmarshal([]byte(line), &thing); err != nil {
				t.Fatal(err)
			}
			kind := thing["type"].(string)
			delete(thing, "type")
			lines[kind] = append(lines[kind], thing)
		}
		for kind, list := range map[string]string{"document": "documents", "finding": "findings", "error": "errors", "stale": "stale"} {
			if diff := cmp.Diff(whole[list], lines[kind], cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s, %s: %s", name, kind, diff)
			}
		}
	}
	if got := written(t, "jsonl", &Run{}, Options{}); got != "" {
		t.Errorf("of nothing: %q", got)
	}
}

// A place may be wrong in any way without a finding being lost.
func TestResolveOddPlaces(t *testing.T) {
	f := policy.NewFile("page.html", "목적\n", "utf-8", nil)
	for _, place := range []policy.Place{
		{},
		{File: f, Span: policy.Span{Start: -5, End: -1}},
		{File: f, Span: policy.Span{Start: 100, End: 200}},
		{File: f, Span: policy.Span{Start: 5, End: 2}},
		{File: f, Span: policy.Span{Start: 1, End: 2}}, // within a character
	} {
		finding := Resolve(analyzer.Diagnostic{Severity: analyzer.Info, Place: place})
		if finding.At.UTF16.Start < 1 || finding.At.UTF8.Start < 1 || finding.At.UTF8.End < 1 {
			t.Errorf("%v is at %v", place.Span, finding.At)
		}
		if finding.At.Start.Line < 1 || finding.At.Start.Column < 1 || finding.At.End.Line < finding.At.Start.Line {
			t.Errorf("%v is at %v", place.Span, finding.At)
		}
		text := written(t, "text", &Run{Findings: []Finding{finding}}, Options{Lang: "en"})
		if !strings.Contains(text, "info:") {
			t.Errorf("%v is lost: %q", place.Span, text)
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("no space")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrors(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(fullDisk{}, sample(), Options{}); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	if err := WriteFailures(fullDisk{}, sample().Failures, "ko"); !errors.Is(err, errFull) {
		t.Errorf("failures: %v", err)
	}
}

func TestWriteFailures(t *testing.T) {
	var b strings.Builder
	failures := []Failure{{File: "a\x1bb.html", Message: analyzer.Text{Ko: "파일이 없습니다", En: "no such file"}}}
	if err := WriteFailures(&b, failures, "ko"); err != nil {
		t.Fatal(err)
	}
	if want := "pipalint: a\uFFFDb.html: 파일이 없습니다\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

// The formats that tell a rule with its finding say in the same words what else the finding is.
func TestLabels(t *testing.T) {
	run := sample()
	f := &run.Findings[0]
	f.Rule, f.Question, f.Ignored, f.Baseline = "title-short", true, &Ignored{Reason: "agreed"}, Unchanged
	for lang, want := range map[string]string{"en": "title-short, question, ignored, known", "ko": "title-short, 확인 필요, 제외, 기존"} {
		for _, format := range []string{"text", "junit"} {
			if got := written(t, format, run, Options{Lang: lang}); !strings.Contains(got, "("+want+")") {
				t.Errorf("%s: no %q in\n%s", format, want, got)
			}
		}
	}
	f.Ignored = nil // else these leave it out
	for format, want := range map[string]string{"github": "title=title-short%2C question%2C known::", "markdown": "#title-short)<br>question<br>known |"} {
		if got := written(t, format, run, Options{Lang: "en"}); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", format, want, got)
		}
	}
}
