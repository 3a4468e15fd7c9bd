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
	"github.com/pipalint/pipalint/analyzer/look"
	"github.com/pipalint/pipalint/analyzer/look/looktest"
	"github.com/pipalint/pipalint/analyzer/policy"
)

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
		"d2": "Nothing to report was found in this document.",
		"d3": "This does not look like a privacy policy",
		"d4": "This document could not be read and was not checked. 파일이 없습니다no such file",
	} {
		got := text(byID(t, root, id))
		if i := strings.Index(want, " 파일"); i < 0 && !strings.Contains(got, want) || i >= 0 && !strings.Contains(got, want[i:]) {
			t.Errorf("%s: no %q in %q", id, want, got)
		}
		if clean := strings.Contains(got, "Nothing to report was found"); clean != (id == "d2") {
			t.Errorf("%s is clean: %v", id, clean)
		}
	}
	if s := text(byID(t, root, "d1")); strings.Contains(s, "Nothing to report was found") {
		t.Error("a document with findings is clean")
	}
	if none := written(t, "html", &Run{}, Options{Lang: "ko"}); !strings.Contains(none, "읽은 문서가 없습니다.") {
		t.Error("nothing is said of nothing")
	}
	top := text(root)
	for _, want := range []string{"2026-11-22", "pipalint v1.2.3", "Now only in the baseline"} {
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

// TestHTMLOutside shows a finding about no document, as an entry of the configuration, and entries of a baseline that were
// written by strangers.
func TestHTMLOutside(t *testing.T) {
	file := policy.NewFile("pipalint.toml", "[[ignore]]\nrule = \"old-rule\"\n", "utf-8", nil)
	f := Resolve(analyzer.Diagnostic{
		Rule: &analyzer.Rule{Name: "ignore-unused"}, Severity: analyzer.Warning, Place: policy.Place{File: file, Span: policy.Span{Start: 11, End: 28}},
		Message: analyzer.Text{Ko: "무시할 지적이 없습니다", En: "nothing to ignore"},
	})
	f.Document, f.Policy = file.Name, file.Name
	page := written(t, "html", &Run{
		Documents: []Document{{File: "a.html", Policy: "main", Status: OK}},
		Findings:  []Finding{f},
		Stale:     []Stale{{Rule: "x", Policy: "main", Subject: "a\x1b[1m\u202e"}},
	}, Options{Lang: "en"})
	if n := strings.Count(page, `id="f1"`); n != 1 {
		t.Errorf("the finding is shown %d times", n)
	}
	if !strings.Contains(page, "<mark>rule = &#34;old-rule&#34;</mark>") {
		t.Error("its line is not shown")
	}
	if strings.ContainsAny(page, "\x1b\u202e") {
		t.Error("there are characters that turn the writing")
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
