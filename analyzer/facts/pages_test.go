package facts_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// parsed begins a pass over one page, given the HTTP header that came with it.
func parsed(t testing.TB, name string, raw []byte, contentType string) *analyzer.Pass {
	t.Helper()
	doc, err := scrape.Parse(name, raw, scrape.Options{ContentType: contentType})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, date.Date{Year: 2026, Month: 11, Day: 21})
}

// pages are passes over the pages of the test data.
func pages(t testing.TB) []*analyzer.Pass {
	t.Helper()
	names, err := filepath.Glob("../../testdata/pages/*")
	if err != nil {
		t.Fatal(err)
	}
	var out []*analyzer.Pass
	for _, name := range names {
		if strings.HasSuffix(name, ".toml") {
			continue
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, parsed(t, name, raw, ""))
	}
	if len(out) < 20 {
		t.Fatalf("only %d pages", len(out))
	}
	return out
}

// summary is what a page says, without places.
func summary(p *analyzer.Pass) string {
	d := facts.Dates.Of(p)
	return fmt.Sprintf("%s %s %s %s %s", facts.Kinds.Of(p)[0], facts.Languages.Of(p)[0], d.Effective.Date, d.Announced.Date, statusesOf(p))
}

// statusesOf writes the status of every clause.
func statusesOf(p *analyzer.Pass) string {
	var out []string
	for _, c := range facts.AllClauses {
		out = append(out, string(c)+" "+string(facts.Clauses.Of(p)[c].Status))
	}
	return strings.Join(out, ", ")
}

// verifyFindings checks that what is found of each clause stands within its page, and that what is
// present or denied stands somewhere.
func verifyFindings(t *testing.T, name string, p *analyzer.Pass) {
	t.Helper()
	for c, f := range facts.Clauses.Of(p) {
		text := p.Policy.Pages[f.Page].Visible
		if r := f.Range; r.Start < 0 || r.End < r.Start || r.End > len(text) || f.Status != facts.Absent && r == (policy.Range{}) {
			t.Errorf("%s: %s is %s at %v of %d bytes", name, c, f.Status, r, len(text))
		}
		if f.EmptyHeading && (f.Status != facts.Absent || f.Range.Empty()) {
			t.Errorf("%s: %s is %s, with an empty heading at %v", name, c, f.Status, f.Range)
		}
	}
}

// TestPages checks what holds of any page.
func TestPages(t *testing.T) {
	for _, p := range pages(t) {
		verifyFindings(t, p.Policy.Pages[0].File.Name, p)
		verifyNesting(t, p)
	}
}

// texts changes each text of a page that the reader sees as text.
func texts(page string, change func(string) string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	raw := ""
	for z.Next() != html.ErrorToken {
		token := string(z.Raw())
		switch t := z.Token(); {
		case t.Type == html.StartTagToken && (t.Data == "script" || t.Data == "style" || t.Data == "title" || t.Data == "textarea"):
			raw = t.Data
		case t.Type == html.EndTagToken && t.Data == raw:
			raw = ""
		case t.Type == html.TextToken && raw == "" && !strings.Contains(token, "<"):
			token = change(token)
		}
		b.WriteString(token)
	}
	return b.String()
}

var (
	word       = regexp.MustCompile(`[^\s<>]+`)
	subheading = regexp.MustCompile(`(?is)<h[23]\b[^>]*>(.*?)</h[23]>`)
	bodyTag    = regexp.MustCompile(`(?i)<body[^>]*>`)
	declared   = regexp.MustCompile(`(?i)charset=("?)[\w-]+`)
)

const (
	menu = "<ul class=gnb><li><a href=/>처음으로</a></li><li><a href=/new>새 소식</a></li><li><a href=/shop>매장 안내</a></li>" +
		"<li><a href=/terms>이용약관</a></li><li><a href=/privacy>개인정보 처리방침</a></li><li><a href=/help>고객센터</a></li></ul>"
	footer = "<footer><p>주식회사 가온들 | 대표 한가온 | 고객센터 1234-5678</p><p><a href=/terms>이용약관</a> | <a href=/privacy>개인정보 처리방침</a></p><p>Copyright 2020 Gaondeul</p></footer>"
)

// leftOut are changes that a page does not take.
var leftOut = map[string]string{
	"10-leftovers.jsp": "words in spans", // the tokenizer takes server code for text
	"11-pre-block.php": "words in spans",
}

// TestFormMakesNoDifference changes the form of each page of HTML: what it says stays.
func TestFormMakesNoDifference(t *testing.T) {
	changes := []struct {
		name   string
		change func(string) string
	}{
		{"words in spans", func(s string) string {
			return texts(s, func(text string) string { return word.ReplaceAllString(text, "<span>$0</span>") })
		}},
		{"headings in bold", func(s string) string { return subheading.ReplaceAllString(s, "<p><b>$1</b></p>") }},
		{"menu", func(s string) string { return bodyTag.ReplaceAllString(s, "$0\n"+menu) }},
		{"footer", func(s string) string {
			if i := strings.LastIndex(strings.ToLower(s), "</body>"); i >= 0 {
				return s[:i] + footer + s[i:]
			}
			return s
		}},
	}
	changed := make(map[string]int)
	for _, p := range pages(t) {
		doc := p.Policy.Pages[0]
		if doc.Format != policy.HTML {
			continue
		}
		want, name := summary(p), filepath.Base(doc.File.Name)
		for _, c := range changes {
			page := c.change(doc.File.Text)
			if page == doc.File.Text || leftOut[name] == c.name {
				continue
			}
			changed[c.name]++
			got := summary(parsed(t, doc.File.Name, []byte(page), "text/html; charset=utf-8"))
			if got != want {
				t.Errorf("%s, %s:\n got %s\nwant %s", name, c.name, got, want)
			}
		}
	}
	for _, c := range changes {
		if changed[c.name] < 5 {
			t.Errorf("%s: only %d pages were changed", c.name, changed[c.name])
		}
	}
}

// TestEncodingMakesNoDifference stores each page of HTML in EUC-KR, if that has all its characters.
func TestEncodingMakesNoDifference(t *testing.T) {
	n := 0
	for _, p := range pages(t) {
		doc := p.Policy.Pages[0]
		if doc.Format != policy.HTML || !declared.MatchString(doc.File.Text) {
			continue
		}
		stored, err := korean.EUCKR.NewEncoder().String(declared.ReplaceAllString(doc.File.Text, "charset=${1}euc-kr"))
		if err != nil {
			continue
		}
		n++
		got := parsed(t, doc.File.Name, []byte(stored), "")
		if encoding := got.Policy.Pages[0].File.Encoding; encoding != "euc-kr" {
			t.Errorf("%s is read as %s", doc.File.Name, encoding)
		}
		if got, want := summary(got), summary(p); got != want {
			t.Errorf("%s:\n got %s\nwant %s", filepath.Base(doc.File.Name), got, want)
		}
	}
	if n < 5 {
		t.Errorf("only %d pages were stored in EUC-KR", n)
	}
}

// TestSections removes the sections of a page one by one: the clause goes, and no other.
func TestSections(t *testing.T) {
	raw, err := os.ReadFile("../../testdata/pages/SAMPLE.html")
	if err != nil {
		t.Fatal(err)
	}
	page := string(raw)
	before := facts.Clauses.Of(read(t, "policy.html", page))
	goes := map[string]facts.Clause{
		"처리 목적": facts.Purpose, "항목": facts.Items, "보유 기간": facts.Retention, "제3자": facts.ThirdParty, "위탁": facts.Entrustment,
		"권리": facts.Rights, "자동": "", "책임자": facts.Officer, "권익": "", "변경": facts.EffectiveDate,
	}
	sections := strings.Split(page, "<h2>")
	if len(sections) != 1+len(goes) {
		t.Fatalf("%d sections, want %d", len(sections)-1, len(goes))
	}
	for i := 1; i < len(sections); i++ {
		heading, _, _ := strings.Cut(sections[i], "</h2>")
		var gone facts.Clause
		for words, c := range goes {
			if strings.Contains(heading, words) {
				gone = c
			}
		}
		rest := strings.Join(sections[:i], "<h2>")
		if i+1 < len(sections) {
			rest += "<h2>" + strings.Join(sections[i+1:], "<h2>")
		} else {
			_, tail, _ := strings.Cut(sections[i], "</main>")
			rest += "</main>" + tail
		}
		after := facts.Clauses.Of(read(t, "policy.html", rest))
		for _, c := range ten {
			switch {
			case c == gone && (before[c].Status != facts.Present || after[c].Status != facts.Absent):
				t.Errorf("without %q %s is %s, before %s", heading, c, after[c].Status, before[c].Status)
			case c != gone && after[c].Status != before[c].Status:
				t.Errorf("without %q %s is %s, before %s", heading, c, after[c].Status, before[c].Status)
			}
		}
	}
}
