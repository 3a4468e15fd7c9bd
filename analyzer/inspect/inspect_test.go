package inspect

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

const sample = `<!DOCTYPE html>
<html lang="ko"><meta charset="utf-8">
<nav><a href="/">모란상점</a></nav>
<h1>개인정보 처리방침</h1>
<h2>제1조(처리 목적)</h2>
<p>회사는 회원 식별을 위하여 개인정보를 처리합니다.</p>
<h2>제2조(처리 항목)</h2>
<table>
<tr><th>구분</th><th>필수 항목</th></tr>
<tr><td rowspan="2">회원</td><td>성명</td></tr>
<tr><td>연락처 &amp; 주소</td></tr>
</table>
<h2>제3조(제3자 제공)</h2>
<p>회사는 개인정보를 제3자에게 제공하지 않습니다.</p>
<h2>제4조(파기 절차 및 방법)</h2>
<h2>부칙</h2>
<p>공고일: 2025년 2월 20일<br>시행일: 2025년 3월 1일</p>
<footer><p>고객센터 1234-5678</p></footer>
`

// report reads a page.
func report(t *testing.T, page string) Report {
	t.Helper()
	doc, err := scrape.Parse("policy.html", []byte(page), scrape.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := &policy.Policy{Pages: []*policy.Document{doc}}
	return Document(analyzer.NewPass(p, date.Date{Year: 2026, Month: 1, Day: 2}), 0)
}

// object is the JSON form of a value, as a program reads it.
func object(t *testing.T, v any) map[string]any {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestKeys(t *testing.T) {
	got := object(t, report(t, sample))
	want := []string{"access_department", "announced_date", "clauses", "controller", "effective_date", "effective_date_doubtful", "elements", "encoding", "file", "format", "headings", "items", "kind", "language", "left_out", "notice_days", "officer", "officers", "processors", "remedies", "retention", "tables", "third_parties", "transfers"}
	if keys := slices.Sorted(maps.Keys(got)); !slices.Equal(keys, want) {
		t.Errorf("keys %q, want %q", keys, want)
	}
	for key, want := range map[string]any{"file": "policy.html", "format": "html", "encoding": "utf-8", "kind": "policy", "language": "ko",
		"effective_date": "2025-03-01", "announced_date": "2025-02-20"} {
		if got[key] != want {
			t.Errorf("%s is %v, want %v", key, got[key], want)
		}
	}
	clauses := got["clauses"].(map[string]any)
	if len(clauses) != len(facts.AllClauses) {
		t.Errorf("%d clauses, want %d", len(clauses), len(facts.AllClauses))
	}
	for _, c := range facts.AllClauses {
		if _, ok := clauses[string(c)]; !ok {
			t.Errorf("%s is not among the clauses", c)
		}
	}
}

// place is an [At] as it is read from JSON.
func place(line, column, endLine, endColumn float64) map[string]any {
	return map[string]any{"line": line, "column": column, "end_line": endLine, "end_column": endColumn}
}

func TestClauses(t *testing.T) {
	got := object(t, report(t, sample))["clauses"].(map[string]any)
	for c, want := range map[facts.Clause]map[string]any{
		facts.Purpose:       {"status": "present", "at": place(5, 5, 5, 15), "quote": "제1조(처리 목적)"},
		facts.Items:         {"status": "present", "at": place(7, 5, 7, 15), "quote": "제2조(처리 항목)"},
		facts.EffectiveDate: {"status": "present", "at": place(17, 30, 17, 41), "quote": "2025년 3월 1일"},
		facts.Destruction:   {"status": "absent", "at": nil, "quote": ""},
		facts.Safety:        {"status": "absent", "at": nil, "quote": ""},
	} {
		if diff := cmp.Diff(want, got[string(c)]); diff != "" {
			t.Errorf("%s: %s", c, diff)
		}
	}
	denied := got["third-party"].(map[string]any)
	if quote := denied["quote"].(string); denied["status"] != "denied" || !strings.Contains(sample, quote) || quote == "" || denied["at"] == nil {
		t.Errorf("third-party: %v", denied)
	}
}

func TestHeadingsAndTables(t *testing.T) {
	got := object(t, report(t, sample))
	heading := got["headings"].([]any)[1]
	if diff := cmp.Diff(map[string]any{"text": "제1조(처리 목적)", "depth": 1.0, "clauses": []any{"purpose"}, "at": place(5, 5, 5, 15)}, heading); diff != "" {
		t.Error(diff)
	}
	if title := got["headings"].([]any)[0].(map[string]any); title["depth"] != 0.0 || title["clauses"] == nil {
		t.Errorf("the first heading is %v", title)
	}
	want := map[string]any{
		"header_rows": 1.0, "header_columns": 0.0, "at": place(8, 1, 11, 21),
		"rows": []any{[]any{"구분", "필수 항목"}, []any{"회원", "성명"}, []any{"회원", "연락처 & 주소"}},
	}
	if diff := cmp.Diff([]any{want}, got["tables"]); diff != "" {
		t.Error(diff)
	}
}

// TestElements reads what is stated as true, false or "partial", and shows what is not.
func TestElements(t *testing.T) {
	r := report(t, `<h2>1. 제3자 제공</h2><table><tr><th>제공받는 자<th>목적<th>항목<tr><td>가람카드<td>적립<td>성명<tr><td>누리보험<td>상담<td></table>`+
		`<h2>2. 개인정보 보호책임자</h2><p>성명: 한모란</p><p>전화: 02-0000-0000</p>`)
	want := map[string]any{
		"third-party": map[string]any{"recipient": true, "purpose": true, "items": "partial", "retention": false},
		"officer":     map[string]any{"name_or_department": true, "contact": true},
	}
	if diff := cmp.Diff(want, object(t, r)["elements"]); diff != "" {
		t.Error(diff)
	}
	for lang, want := range map[string]string{
		"ko": "  기재되지 않은 세부 사항\n    제3자 제공                     항목(일부), 보유 및 이용 기간\n\n",
		"en": "  Not stated\n    third-party provision          items (in part), retention\n\n",
	} {
		var b bytes.Buffer
		if err := Text(&b, []Report{r}, Options{Lang: lang, Width: 100}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}

// TestIssuer asks who issues the page and how long before a change it promises to tell, in both forms.
func TestIssuer(t *testing.T) {
	r := report(t, `<h1>개인정보 처리방침</h1>
<p>주식회사 늘솔가람(이하 ‘회사’)은 고객의 개인정보를 보호합니다.</p>
<h2>제1조(처리방침의 변경)</h2>
<p>방침이 바뀌면 7일 전에 알립니다. 다만 중요한 변경은 30일 전에 알립니다.</p>`)
	got := object(t, r)
	if got["controller"] != "늘솔가람" {
		t.Errorf("controller %v", got["controller"])
	}
	if diff := cmp.Diff(map[string]any{"general": 7.0, "material": 30.0}, got["notice_days"]); diff != "" {
		t.Error(diff)
	}
	var b bytes.Buffer
	if err := Text(&b, []Report{r}, Options{Lang: "ko", Width: 100}); err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{"  개인정보처리자   늘솔가람\n", "  변경 고지        7일 전, 중요한 변경 30일 전\n"} {
		if !strings.Contains(b.String(), row) {
			t.Errorf("%q is not in\n%s", row, b.String())
		}
	}
}

// TestNothing checks that what is not there is an empty list, or null where it is one value.
func TestNothing(t *testing.T) {
	for _, page := range []string{"<p>안녕하세요.", "<img src=policy.png>"} {
		data, err := json.Marshal(report(t, page))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{`"headings":[]`, `"tables":[]`, `"left_out":[]`, `"elements":{}`, `"effective_date":null`, `"announced_date":null`, `"controller":null`, `"notice_days":null`, `"kind":"other"`,
			`"purpose":{"status":"absent","at":null,"quote":""}`} {
			if !strings.Contains(string(data), want) {
				t.Errorf("%s is not in %s", want, data)
			}
		}
	}
}

// TestTextOfMany sets documents apart by an empty line, and says of a bare one what is not there.
func TestTextOfMany(t *testing.T) {
	var b bytes.Buffer
	if err := Text(&b, []Report{report(t, "<p>안녕하세요."), report(t, sample)}, Options{Lang: "en", Width: 100, Outline: true}); err != nil {
		t.Fatal(err)
	}
	first, second, ok := strings.Cut(b.String(), "\n\npolicy.html\n")
	if !ok || !strings.HasPrefix(first, "policy.html\n") {
		t.Errorf("got\n%s", b.String())
	}
	for _, line := range []string{"  document         other document, Korean, html, utf-8\n", "  effective        — not stated\n", "    Processors: not stated\n"} {
		if !strings.Contains(first, line) {
			t.Errorf("%q is not in\n%s", line, first)
		}
	}
	for _, word := range []string{"Sections", "Tables", "Left out", "announced", "    ●"} {
		if strings.Contains(first, word) {
			t.Errorf("%q is in\n%s", word, first)
		}
	}
	for _, line := range []string{
		"    ● purposes                       5:5      제1조(처리 목적)\n", "    · retention\n", "    ○ third-party provision          14:14    제3자에게 제공하지 않\n",
		"         4  개인정보 처리방침\n", "         7    제2조(처리 항목) → items\n", "         8  3×2    구분 | 필수 항목\n",
		"              3  menu                   모란상점\n", "    Third parties: the policy says that there are none\n",
	} {
		if !strings.Contains(second, line) {
			t.Errorf("%q is not in\n%s", line, second)
		}
	}
}

// TestNames asks for a name of every clause, kind and status in both languages.
func TestNames(t *testing.T) {
	for _, c := range facts.AllClauses {
		if n := clauseNames[c]; n.Ko == "" || n.En == "" {
			t.Errorf("%s has the names %q", c, n)
		}
	}
	for _, c := range facts.AllClauses {
		for _, e := range facts.ElementsOf(c) {
			if n := elementNames[e]; n.Ko == "" || n.En == "" {
				t.Errorf("%s has the names %q", e, n)
			}
		}
	}
	for _, k := range []facts.Kind{facts.PolicyKind, facts.Subpage, facts.ConsentForm, facts.Terms, facts.Other} {
		if n := kindNames[k]; n.Ko == "" || n.En == "" {
			t.Errorf("%s has the names %q", k, n)
		}
	}
	for r := facts.Menu; r <= facts.Beside; r++ {
		if n := regionNames[r.String()]; n.Ko == "" || n.En == "" {
			t.Errorf("%s has the names %q", r, n)
		}
	}
	for _, r := range []facts.Role{facts.RoleOfficer, facts.RoleContact, facts.RoleAccess} {
		if n := roleNames[r]; n.Ko == "" || n.En == "" {
			t.Errorf("%s has the names %q", r, n)
		}
	}
	for _, s := range []facts.Status{facts.Present, facts.Denied, facts.Absent} {
		if n := statusNames[s]; n.Ko == "" || n.En == "" {
			t.Errorf("%s has the names %q", s, n)
		}
		if statusSigns[s] == "" {
			t.Errorf("%s has no sign", s)
		}
	}
}
