package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/look"
	"github.com/pipalint/pipalint/analyzer/look/looktest"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/law"
)

// shopPage is an invented policy with something of every form.
const shopPage = `<!DOCTYPE html><html lang="ko"><head><title>개인정보 처리방침 - 단풍상점</title></head><body>
<nav><a href="/">처음</a> <a href="/new">새 상품</a></nav>
<h1>개인정보 처리방침</h1>
<p>단풍상점은 고객의 개인정보를 소중히 다룹니다.</p>
<h2>제1조 (보유 기간)</h2>
<ul><li>회원 정보: <b>영구</b><ul><li>탈퇴한 회원: 30일</li></ul></li><li>1. 문의 기록: 3년</li></ul>
<h2>제2조 (위탁)</h2>
<table><caption>수탁자</caption>
<thead><tr><th>업무</th><th>수탁자</th></tr></thead>
<tbody><tr><td rowspan="2">배송</td><td>가람택배</td></tr><tr><td>누리택배</td></tr><tr><td>결제</td><td></td></tr></tbody></table>
<p>책임자: ○○○<br>전화: 02-0000-0000</p>
<img src="map.png" alt="찾아오시는 길">
<footer>단풍상점 | 고객센터</footer>
</body></html>
`

// parsed reads an invented page.
func parsed(t *testing.T, name, text string) *policy.Document {
	t.Helper()
	doc, err := scrape.Parse(name, []byte(text), scrape.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// found is a finding at a visible text of a page.
func found(t *testing.T, doc *policy.Document, rule, at string, severity analyzer.Severity) Finding {
	t.Helper()
	i := strings.Index(doc.Visible, at)
	if i < 0 {
		t.Fatalf("%q is not in %s", at, doc.File.Name)
	}
	f := Resolve(analyzer.Diagnostic{
		Rule: &analyzer.Rule{Name: rule}, Severity: severity, Quote: at, Place: doc.Place(policy.Range{Start: i, End: i + len(at)}),
		Message: analyzer.Text{Ko: rule + ": 고칠 곳입니다", En: rule + ": to be mended"},
		Help:    analyzer.Text{Ko: "고쳐 적으십시오", En: "write it anew"},
		Provisions: []law.Provision{{Cite: "개인정보 보호법 제30조제1항제2호", Title: law.Text{Ko: "보유 기간", En: "retention period"},
			Span: law.Span{From: date.Date{Year: 2011, Month: 9, Day: 30}}}},
	})
	f.Document, f.Policy, f.Fingerprint = doc.File.Name, doc.File.Name, fmt.Sprintf("%x", sha256.Sum256([]byte(rule+at)))[:32]
	return f
}

// shopRun is a run with something of everything.
func shopRun(t *testing.T) *Run {
	t.Helper()
	shop := parsed(t, "shop.html", shopPage)
	clean := parsed(t, "clean.html", "<h1>개인정보 처리방침</h1><p>아무 정보도 처리하지 않습니다.</p>")
	terms := parsed(t, "terms.html", "<h1>이용약관</h1>")

	absent := found(t, shop, "safety-missing", "개인정보 처리방침", analyzer.Error)
	absent.Absent = true
	forever := found(t, shop, "retention-indefinite", "영구", analyzer.Error)
	forever.Baseline = New
	row := found(t, shop, "retention-vague", "회원 정보: 영구", analyzer.Warning)
	row.Baseline = Unchanged
	row.Related = []Related{{At: found(t, shop, "x", "탈퇴한 회원: 30일", analyzer.Info).At, Message: analyzer.Text{Ko: "다른 기간", En: "another period"}},
		{At: Location{File: "law.txt", Start: policy.Position{Line: 3, Column: 1}}, Message: analyzer.Text{Ko: "법령", En: "the law"}}}
	slot := found(t, shop, "placeholder-left", "○○○", analyzer.Warning)
	slot.Ignored = &Ignored{Reason: "담당자를 뽑는 중", Until: date.Date{Year: 2027, Month: 3, Day: 1}}
	question := found(t, shop, "image-unread", "찾아오시는 길", analyzer.Info)
	question.Question = true
	lines := found(t, shop, "lines-crossed", "○○○\n전화", analyzer.Info)
	empty := found(t, shop, "cell-empty", "결제", analyzer.Warning)
	cell := strings.Index(shopPage, "<td></td>")
	empty.At.Span = policy.Span{Start: cell, End: cell + len("<td>")}
	source := found(t, shop, "tag-undisclosed", "결제", analyzer.Warning)
	at := strings.Index(shopPage, `src="map.png"`)
	source.At.Span = policy.Span{Start: at, End: at + 3}
	source.At.Line = excerpt(shop.File, 13, source.At.Span)
	manifest := policy.NewFile("app/package.json", "{\n  \"dependencies\": {\"@noir/track\": \"^1\"}\n}\n", "utf-8", nil)
	i := strings.Index(manifest.Text, `"@noir`)
	other := found(t, shop, "processor-undisclosed", "배송", analyzer.Warning)
	other.At = locate(policy.Place{File: manifest, Span: policy.Span{Start: i, End: i + len(`"@noir/track"`)}}, "@noir/track")

	return &Run{
		Version: "v1.2.3",
		Rules:   []Rule{{Name: "retention-indefinite", Doc: analyzer.Text{Ko: "끝이 없는 보유 기간", En: "a period without an end"}}, {Name: "not-met"}},
		Pages:   []*policy.Document{shop, clean, terms},
		Documents: []Document{
			{File: "shop.html", Policy: "shop.html", Kind: "policy", Status: OK, Language: "ko", Findings: 9, Day: date.Date{Year: 2026, Month: 11, Day: 22},
				LeftOut: []LeftOut{{Range: rangeOf(t, shop, "처음 새 상품"), Name: analyzer.Text{Ko: "메뉴·링크", En: "menu"}},
					{Range: rangeOf(t, shop, "단풍상점 | 고객센터"), Name: analyzer.Text{Ko: "머리글·바닥글", En: "header or footer"}}}},
			{File: "clean.html", Policy: "clean", Kind: "policy", Status: OK, Day: date.Date{Year: 2026, Month: 11, Day: 22}},
			{File: "terms.html", Policy: "terms.html", Kind: "terms", Status: NotPolicy, Day: date.Date{Year: 2026, Month: 11, Day: 22}},
			{File: "lost.html", Policy: "lost.html", Status: Unread},
		},
		Findings: []Finding{absent, forever, row, slot, lines, question, empty, source, other},
		Failures: []Failure{{File: "lost.html", Code: "missing", Message: analyzer.Text{Ko: "파일이 없습니다", En: "no such file"}}},
		Stale:    []Stale{{Fingerprint: "00ff", Rule: "vague-wording", Policy: "shop.html", Subject: "기간"}},
	}
}

func rangeOf(t *testing.T, doc *policy.Document, text string) policy.Range {
	t.Helper()
	i := strings.Index(doc.Visible, text)
	if i < 0 {
		t.Fatalf("%q is not in %s", text, doc.File.Name)
	}
	return policy.Range{Start: i, End: i + len(text)}
}

// small is a run of one page with two findings.
func small(t *testing.T) *Run {
	t.Helper()
	doc := parsed(t, "small.html", "<h1>개인정보 처리방침</h1>\n<p>보유 기간: <b>영구</b></p>\n")
	absent := found(t, doc, "purpose-missing", "개인정보 처리방침", analyzer.Error)
	absent.Absent = true
	return &Run{
		Documents: []Document{{File: "small.html", Policy: "small.html", Kind: "policy", Status: OK, Findings: 2, Day: date.Date{Year: 2026, Month: 11, Day: 22}}},
		Pages:     []*policy.Document{doc},
		Findings:  []Finding{absent, found(t, doc, "retention-indefinite", "영구", analyzer.Error)},
	}
}

// TestHTMLGolden compares a small page, without its style and script, with a file.
func TestHTMLGolden(t *testing.T) {
	got := written(t, "html", small(t), Options{Lang: "ko"})
	for _, long := range []string{look.Base, pageStyle, pageScript} {
		if !strings.Contains(got, long) {
			t.Fatal("no style or no script")
		}
		got = strings.Replace(got, long, "…", 1)
	}
	got = regexp.MustCompile(`sha256-[^&]*`).ReplaceAllString(got, "sha256-…")
	name := filepath.Join("testdata", "small.html")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (rewrite with UPDATE=1 go test ./analyzer/report):\n%s", name, diff)
	}
}

// tree parses a page; byID finds an element of it.
func tree(t *testing.T, page string) *html.Node {
	t.Helper()
	n, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// every is all elements that a condition holds for.
func every(root *html.Node, is func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && is(n) {
			out = append(out, n)
		}
	}
	return out
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func byID(t *testing.T, root *html.Node, id string) *html.Node {
	t.Helper()
	all := every(root, func(n *html.Node) bool { return attr(n, "id") == id })
	if len(all) != 1 {
		t.Fatalf("%d elements are called %s", len(all), id)
	}
	return all[0]
}

func hasClass(n *html.Node, class string) bool {
	return strings.Contains(" "+attr(n, "class")+" ", " "+class+" ")
}

// marked is the text that the marks of a finding cover.
func marked(root *html.Node, n int) string {
	var b strings.Builder
	for _, m := range every(root, func(e *html.Node) bool {
		return e.Data == "mark" && attr(e, "data-n") == fmt.Sprint(n) && !hasClass(e, "related")
	}) {
		b.WriteString(text(m))
	}
	return b.String()
}

// TestHTMLPlaces looks for each finding of the rich run where it should stand.
func TestHTMLPlaces(t *testing.T) {
	root := tree(t, written(t, "html", shopRun(t), Options{Lang: "ko"}))
	for n, want := range map[int]string{1: "", 2: "영구", 3: "회원 정보: 영구", 4: "○○○", 5: "○○○전화", 6: "찾아오시는 길", 7: "", 8: "", 9: ""} {
		if got := marked(root, n); got != want {
			t.Errorf("finding %d is marked at %q, want %q", n, got, want)
		}
	}
	under := func(n *html.Node, class string) bool {
		for p := range n.Ancestors() {
			if hasClass(p, class) {
				return true
			}
		}
		return false
	}
	for n := 1; n <= 9; n++ {
		note := byID(t, root, fmt.Sprintf("f%d", n))
		if margin := n >= 2 && n <= 7; under(note, "notes") != margin || under(note, "group") == margin {
			t.Errorf("finding %d: in the margin: %v", n, !margin)
		}
		if n < 8 {
			byID(t, root, fmt.Sprintf("p%d", n))
		}
	}
	if cell := byID(t, root, "p7").Parent; cell.Data != "td" || strings.TrimSpace(text(cell)) != "지적Finding 7" {
		t.Errorf("the sign of an empty cell stands in %s: %q", cell.Data, text(cell))
	}
	byID(t, root, "r3-1")
	if s := text(byID(t, root, "f3")); !strings.Contains(s, "law.txt:3:1") {
		t.Errorf("a place in another file is not told: %s", s)
	}
	if s := text(byID(t, root, "f9")); !strings.Contains(s, `2   "dependencies": {"@noir/track": "^1"}`) {
		t.Errorf("no line of the source: %s", s)
	}
	if s := text(byID(t, root, "f4")); !strings.Contains(s, "담당자를 뽑는 중") || !strings.Contains(s, "2027-03-01까지") {
		t.Errorf("no reason: %s", s)
	}
}

// TestHTMLStates tells what was read, what was not, and what holds nothing.
func TestHTMLStates(t *testing.T) {
	root := tree(t, written(t, "html", shopRun(t), Options{Lang: "en"}))
	for id, want := range map[string]string{
		"d2": "Nothing was found to report in this document.",
		"d3": "This does not look like a privacy policy",
		"d4": "This document could not be read and was not checked. 파일이 없습니다no such file",
	} {
		got := text(byID(t, root, id))
		if i := strings.Index(want, " 파일"); i < 0 && !strings.Contains(got, want) || i >= 0 && !strings.Contains(got, want[i:]) {
			t.Errorf("%s: no %q in %q", id, want, got)
		}
		if clean := strings.Contains(got, "Nothing was found"); clean != (id == "d2") {
			t.Errorf("%s is clean: %v", id, clean)
		}
	}
	if s := text(byID(t, root, "d1")); strings.Contains(s, "Nothing was found") {
		t.Error("a document with findings is clean")
	}
	if none := written(t, "html", &Run{}, Options{Lang: "ko"}); !strings.Contains(none, "읽은 문서가 없습니다.") {
		t.Error("nothing is said of nothing")
	}
	top := text(root)
	for _, want := range []string{"2026-11-22", "pipalint v1.2.3", "Only in the baseline any more"} {
		if !strings.Contains(top, want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestHTMLWhole loses no text of the page, and repeats none.
func TestHTMLWhole(t *testing.T) {
	run := shopRun(t)
	root := tree(t, written(t, "html", run, Options{Lang: "ko"}))
	for i, doc := range run.Pages {
		var b strings.Builder
		for _, n := range every(byID(t, root, fmt.Sprintf("d%d", i+1)), func(n *html.Node) bool { return hasClass(n, "lead") || hasClass(n, "rest") }) {
			for _, cut := range every(n, func(n *html.Node) bool { return hasClass(n, "pin") || hasClass(n, "tag") }) {
				cut.Parent.RemoveChild(cut)
			}
			b.WriteString(text(n))
		}
		if diff := cmp.Diff(strings.Join(strings.Fields(doc.Visible), ""), strings.Join(strings.Fields(b.String()), "")); diff != "" {
			t.Errorf("%s: %s", doc.File.Name, diff)
		}
	}
}

// TestHTMLPolicy holds the content security policy to the style and the script that are there.
func TestHTMLPolicy(t *testing.T) {
	root := tree(t, written(t, "html", shopRun(t), Options{Lang: "ko"}))
	var csp string
	for _, n := range every(root, func(n *html.Node) bool { return attr(n, "http-equiv") == "Content-Security-Policy" }) {
		csp = attr(n, "content")
	}
	for _, kind := range []string{"style", "script"} {
		all := every(root, func(n *html.Node) bool { return n.Data == kind })
		if len(all) != 1 {
			t.Fatalf("%d × %s", len(all), kind)
		}
		sum := sha256.Sum256([]byte(text(all[0])))
		if want := fmt.Sprintf("%s-src 'sha256-%s'", kind, base64.StdEncoding.EncodeToString(sum[:])); !strings.Contains(csp, want) {
			t.Errorf("no %s in %s", want, csp)
		}
	}
	if !strings.HasPrefix(csp, "default-src 'none'; ") {
		t.Error(csp)
	}
}

// TestHTMLNames gives every name once, and none that nothing bears is asked for.
func TestHTMLNames(t *testing.T) {
	root := tree(t, written(t, "html", shopRun(t), Options{Lang: "ko"}))
	ids := make(map[string]int)
	for _, n := range every(root, func(n *html.Node) bool { return attr(n, "id") != "" }) {
		ids[attr(n, "id")]++
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d × %s", n, id)
		}
	}
	for _, n := range every(root, func(*html.Node) bool { return true }) {
		for _, id := range append(strings.Fields(attr(n, "aria-labelledby")), strings.TrimPrefix(attr(n, "href"), "#")) {
			if id != "" && ids[id] == 0 {
				t.Errorf("nothing is called %s", id)
			}
		}
	}
}

// evil tries to become part of the page wherever it is put.
const evil = `</title></svg></style></textarea></script>--><script>alert(1)</script><img src=x onerror=alert(2)>" onload="alert(3)' onclick='alert(4) javascript:alert(5) {{.}}`

// hostileRun is a run in which everything that comes from others is evil.
func hostileRun(t *testing.T) *Run {
	t.Helper()
	run := shopRun(t)
	both := analyzer.Text{Ko: evil, En: evil + "!"}
	escaped := html.EscapeString(evil)
	run.Pages[0] = parsed(t, evil, strings.NewReplacer("단풍상점", escaped, "가람택배", escaped, `lang="ko"`, `lang="`+escaped+`"`).Replace(shopPage))
	run.Documents[0].LeftOut, run.Documents[0].Language = nil, evil
	for i := range run.Documents {
		run.Documents[i].File, run.Documents[i].Policy = evil+run.Documents[i].File, evil
	}
	run.Documents[0].File, run.Documents[0].Policy = evil, evil
	for i := range run.Findings {
		f := &run.Findings[i]
		f.Document, f.Policy, f.Rule, f.Message, f.Help, f.Fingerprint = evil, evil, evil, both, both, evil
		f.At.Quote, f.At.Line.Text = evil, evil
		f.At.Line.Start, f.At.Line.End = 10, 20
		if f.At.File == "shop.html" {
			f.At.File = evil
		} else {
			f.At.File = evil + "2"
		}
		for j := range f.Related {
			f.Related[j].Message, f.Related[j].At.Quote, f.Related[j].At.File = both, evil, evil
		}
		if f.Ignored != nil {
			f.Ignored.Reason = evil
		}
	}
	run.Failures[0] = Failure{File: evil + "lost.html", Message: both}
	run.Stale[0] = Stale{evil, evil, evil, evil}
	run.Version = evil
	run.Rules = []Rule{{Name: evil, Doc: both}}
	return run
}

// TestHTMLHostile lets policies put nothing but text into the page.
func TestHTMLHostile(t *testing.T) {
	for _, lang := range []string{"ko", "en"} {
		looktest.Harmless(t, written(t, "html", hostileRun(t), Options{Lang: lang}), written(t, "html", shopRun(t), Options{Lang: lang}))
	}
}

// TestHTMLSame writes the same bytes for the same run.
func TestHTMLSame(t *testing.T) {
	first := written(t, "html", shopRun(t), Options{Lang: "ko"})
	for range 5 {
		if written(t, "html", shopRun(t), Options{Lang: "ko"}) != first {
			t.Fatal("another page")
		}
	}
}

// TestHTMLLong keeps a long policy with many findings at a size that a browser opens: marks take a share of the text, not a multiple of it.
func TestHTMLLong(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("<h1>개인정보 처리방침</h1><p>")
	b.WriteString(strings.Repeat("회사는 고객의 개인정보를 지체 없이 파기합니다. ", 4000))
	b.WriteString("</p><table>" + strings.Repeat("<tr><td>배송</td><td>가람택배</td></tr>", 8000) + "</table>")
	doc := parsed(t, "long.html", b.String())
	run := &Run{Documents: []Document{{File: "long.html", Policy: "long.html", Status: OK}}, Pages: []*policy.Document{doc}}
	whole := Finding{Document: "long.html", Policy: "long.html", Rule: "all", Severity: analyzer.Info,
		At: locate(policy.Place{File: doc.File, Span: policy.Span{End: len(doc.File.Text)}}, "")}
	run.Findings = append(run.Findings, whole)
	for i := 0; len(run.Findings) < 500; {
		j := strings.Index(doc.Visible[i:], "파기")
		r := policy.Range{Start: i + j, End: i + j + len("파기")}
		run.Findings = append(run.Findings, Finding{Document: "long.html", Policy: "long.html", Rule: "some", Severity: analyzer.Info, At: locate(doc.Place(r), "파기")})
		i = r.End
	}
	page := written(t, "html", run, Options{Lang: "ko"})
	if most := 6 * b.Len(); len(page) > most {
		t.Errorf("%d bytes of %d", len(page), b.Len())
	}
	if got := marked(tree(t, page), 1); len(got) < len(doc.Visible)*9/10 {
		t.Errorf("%d bytes of %d are marked", len(got), len(doc.Visible))
	}
}

// TestHTMLContrast lets all that stands on a ground be read in light, dark and print.
func TestHTMLContrast(t *testing.T) {
	pairs := [][2]string{{"ink", "page"}, {"ink", "panel"}, {"soft", "page"}, {"soft", "panel"}, {"link", "page"}, {"link", "panel"}, {"missing", "page"}}
	for _, k := range kinds {
		pairs = append(pairs, [2]string{k.Kind, "page"}, [2]string{k.Kind, "panel"}, [2]string{k.Kind, k.Kind + "-ground"}, [2]string{"ink", k.Kind + "-ground"})
	}
	looktest.Contrast(t, look.Base+pageStyle, pairs)
}
