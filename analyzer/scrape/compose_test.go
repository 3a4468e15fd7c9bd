package scrape

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// TestDecomposedPages reads each page with its characters in parts (NFD): it shows the same, each piece from the
// place in the file at which the page of whole characters has it.
func TestDecomposedPages(t *testing.T) {
	joined := 0
	eachPage(t, func(name string, raw []byte) {
		was, err := Parse(name, raw, Options{})
		if err != nil || strings.Contains(norm.NFD.String(was.File.Text), "\u0338") {
			return // what strikes out a sign, not a letter, stays apart
		}
		utf8 := Options{Format: was.Format, ContentType: "text/html; charset=utf-8"}
		parts := norm.NFD.String(was.File.Text)
		whole, err := Parse(name, []byte(norm.NFC.String(parts)), utf8)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		doc, err := Parse(name, []byte(parts), utf8)
		if err != nil {
			t.Fatalf("%s in parts: %v", name, err)
		}
		if doc.Visible != whole.Visible {
			t.Errorf("%s in parts shows something else, at byte %d", name, sharedPrefix(doc.Visible, whole.Visible))
			return
		}
		verifyDocument(t, doc)
		for _, b := range doc.Blocks {
			samePlace(t, b.Text, doc, whole, doc.Span(b.Range), whole.Span(b.Range))
			last := policy.Range{Start: b.Range.End - len(lastRune(b.Text)), End: b.Range.End}
			samePlace(t, "the end of "+b.Text, doc, whole, doc.Span(last), whole.Span(last))
			joined += len(b.Text)
		}
		for i, r := range doc.Resources {
			samePlace(t, r.URL, doc, whole, r.Span, whole.Resources[i].Span)
		}
		for i, table := range doc.Tables {
			samePlace(t, "a table", doc, whole, table.Span, whole.Tables[i].Span)
			for c := range table.Cells {
				samePlace(t, c.Text, doc, whole, c.Span, whole.Tables[i].Grid[c.Row][c.Column].Span)
			}
		}
	})
	if joined < 50_000 {
		t.Errorf("only %d bytes were compared", joined)
	}
}

// samePlace fails where the file of parts holds something else at a place than the file of whole characters, or
// before it.
func samePlace(t *testing.T, what string, doc, whole *policy.Document, got, want policy.Span) {
	t.Helper()
	text := doc.File.Text
	before := lastOf(norm.NFC.String(text[max(0, got.Start-600):got.Start]), 100)
	if norm.NFC.String(text[got.Start:got.End]) != whole.File.Text[want.Start:want.End] ||
		!strings.HasSuffix(whole.File.Text[:want.Start], before) || len(before) < min(want.Start, 97) {
		t.Errorf("%s: %q at %v of the file in parts, at %v of the whole one", filepath.Base(doc.File.Name), what, got, want)
	}
}

// lastOf is the end of s, of at most n bytes.
func lastOf(s string, n int) string {
	at := max(0, len(s)-n)
	for at < len(s) && s[at]&0xC0 == 0x80 {
		at++
	}
	return s[at:]
}

func lastRune(s string) string { r := []rune(s); return string(r[len(r)-1]) }

// sharedPrefix is the length of what two texts begin with alike.
func sharedPrefix(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func TestCompose(t *testing.T) {
	for _, text := range []string{
		"개인정보 처리방침", "ㄱ. ㄴ ㅋㅋ", "가·나ㆍ다ᆞ라", "<p>\u0338가</p>", "a=\u0338b", "\u1100 \u1161 \u11A8", "\u1112\u119E\u11AB",
		"①㈜Ａ\u212A\uF900", "가\u0301", "\u0301", "", "プライバシー", "\xE1",
	} {
		if c := compose(text); c.joins != nil || c.text != text {
			t.Errorf("%q becomes %q", text, c.text)
		}
	}
	for _, want := range []string{"값", "가각 나", "Café ở Việt Nam", "Ёж", "が1パ", "<b>한</b>&amp;<i>é</i>"} {
		text := norm.NFD.String(want)
		c := compose(text)
		if c.text != want {
			t.Errorf("%q becomes %q", text, c.text)
		}
		for _, j := range c.joins {
			if got, want := norm.NFC.String(text[j.source.Start:j.source.End]), c.text[j.at.Start:j.at.End]; got != want {
				t.Errorf("%q is joined from %q", want, got)
			}
			if got := c.source(j.at); got != j.source {
				t.Errorf("%q comes from %v, want %v", c.text[j.at.Start:j.at.End], got, j.source)
			}
		}
	}
}

// TestComposeWritten keeps addresses and scripts as the file writes them.
func TestComposeWritten(t *testing.T) {
	page := norm.NFD.String("<title>방침</title><p>개인정보 <a href='/방침.html'>처리</a></p><script>\r\nvar a = '한글';\r\n</script>")
	doc, err := Parse("a.html", []byte(page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := doc.Visible, "방침\n개인정보 처리"; got != want {
		t.Errorf("it shows %q, want %q", got, want)
	}
	link, script := doc.Resources[0], doc.Resources[1]
	if want := norm.NFD.String("/방침.html"); link.URL != want || link.Text != "처리" {
		t.Errorf("a link of %q to %q, want %q", link.Text, link.URL, want)
	}
	if want := norm.NFD.String("\nvar a = '한글';\n"); script.Text != want {
		t.Errorf("the script %q, want %q", script.Text, want)
	}
	if got := page[script.Span.Start:script.Span.End]; unixLines.Replace(got) != script.Text {
		t.Errorf("the script stands at %q", got)
	}
}
