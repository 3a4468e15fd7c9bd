package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// rendered is Markdown as a page shows it, with raw HTML and addresses as links.
func rendered(t *testing.T, markdown string) *goquery.Document {
	t.Helper()
	var out bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert([]byte(markdown), &out); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestMarkdown(t *testing.T) {
	doc := rendered(t, written(t, "markdown", sample(), Options{Lang: "ko", Root: "web/"}))
	for selector, want := range map[string]string{
		"h2":                   "pipalint",
		"h2 + p":               "지적 사항 2건: 오류 1건, 참고 1건 (읽은 문서 1건, 읽지 못한 입력 1건)",
		"li":                   "missing.html: 파일이 없습니다",
		"h3:contains(policy)":  "web/policy.html",
		"tr:contains(영구) td":   "오류web/page.html:2:14retention-endless보유 기간이 \"영구\"입니다근거와 고치는 방법근거: 개인정보 보호법 제30조제1항제2호(2011-09-30 시행)고치려면: 기간을 적으십시오관련 위치: page.html:1:5: 제목: 처리방침",
		"tr:contains(title) a": "title-short",
	} {
		if got := strings.TrimSpace(doc.Find(selector).Text()); got != want {
			t.Errorf("%s: got %q, want %q", selector, got, want)
		}
	}
}

// Whatever a page says is text: no markup, no link, no mention, no cell of its own.
func TestMarkdownHostile(t *testing.T) {
	run := hostile()
	text := written(t, "markdown", run, hostileOptions)
	doc := rendered(t, text)
	if n := doc.Find("script, img, code, strong, em, del, h1, blockquote, pre").Length(); n > 0 {
		t.Errorf("%d elements of strangers", n)
	}
	doc.Find("a").Each(func(_ int, a *goquery.Selection) {
		if href := a.AttrOr("href", ""); !strings.HasPrefix(href, homepage) {
			t.Errorf("a link to %q", href)
		}
	})
	doc.Find("tr").Each(func(_ int, row *goquery.Selection) {
		if n := row.Children().Length(); n != 4 {
			t.Errorf("a row of %d cells", n)
		}
	})
	if got, want := doc.Find("tbody tr").Length(), len(run.open().Findings); got != want {
		t.Errorf("%d rows of %d findings", got, want)
	}
	if strings.Contains(doc.Text(), "@octocat") || strings.Contains(doc.Text(), "#1") || strings.Contains(text, "$x$") {
		t.Error("a mention, a reference or a formula of a stranger")
	}
	if !strings.Contains(doc.Text(), "<script>alert(1)</script> | `code` $x$") {
		t.Error("the words are not as they were")
	}
}

// GitHub shows no summary that is too long: what does not fit is counted.
func TestMarkdownLimit(t *testing.T) {
	run := &Run{}
	for i := range 2000 {
		f := absent("page.html", 0)
		f.Message.En = fmt.Sprint("number ", i, strings.Repeat(" word", 200))
		run.Findings = append(run.Findings, f)
	}
	text := written(t, "markdown", run, Options{Lang: "en"})
	if len(text) > 1<<20 || len(text) < 900_000 {
		t.Errorf("%d bytes", len(text))
	}
	rows := rendered(t, text).Find("tbody tr").Length()
	if !strings.HasSuffix(text, fmt.Sprintf("\n%d lines left out because the summary is full; other formats have them all.\n", 2000-rows)) {
		t.Errorf("%d rows, and ends with %q", rows, text[len(text)-100:])
	}
}
