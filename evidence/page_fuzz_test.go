package evidence

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// FuzzOfPage reads any page: what it gives away stands in it, and the catalogue knows it.
func FuzzOfPage(f *testing.F) {
	for _, tt := range pages {
		f.Add(tt.html)
	}
	for _, unit := range []string{"<script>((((", "<script src='//cdn.mxpnl.com/", "<script>a.src='//", "<script>`${", "<a b=c/", "<script type=text/plain data-x>fbq("} {
		f.Add(strings.Repeat(unit, 50))
	}
	f.Add("<script>\r\na.src='https://cdn.mxpnl.com/a.js'\x00\r\n</script>")
	f.Fuzz(func(t *testing.T, html string) {
		html = strings.ToValidUTF8(html, "\uFFFD")
		doc, err := scrape.Parse("page.html", []byte(html), scrape.Options{Format: policy.HTML, ContentType: "text/html; charset=utf-8"})
		if err != nil {
			return
		}
		for _, e := range OfPage(doc) {
			verifyEvidence(t, e)
		}
	})
}

func verifyEvidence(t *testing.T, e policy.Evidence) {
	t.Helper()
	text, s := e.Place.File.Text, e.Place.Span
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End || !utf8.ValidString(text[s.Start:s.End]) {
		t.Fatalf("%s %s stands at %v of %d bytes", e.Kind, e.Key, s, len(text))
	}
	vendorOf(t, e)
}

// TestHostileScripts reads scripts that would take a careless reader forever, or lead it out of bounds.
func TestHostileScripts(t *testing.T) {
	for _, unit := range []string{
		"(", "{a:", "fetch(", "a.src=", "'//a.b'+", "(function(){", "})(", "function abc(){createElement;src", "src ipt src=", "=>", "window.", "\"<img \"", "<img src=", "\\\"src\\\":", "src=//cdn.mxpnl.com/a.js ", "'a\\\\\n",
		"fbq(", "createElement(x).src=y;var a='https://cdn.mxpnl.com/a.js';", "'G-1234'+ga,",
	} {
		many := strings.Repeat(unit, 300_000/len(unit))
		for _, text := range []string{many, "x.src = `" + many + "`"} {
			file := policy.NewFile("a.js", text, "utf-8", nil)
			var c collector
			c.script(newPassage(text, file, policy.Span{End: len(text)}), reading{bundled: true})
			for _, e := range c.evidence() {
				verifyEvidence(t, e)
			}
		}
	}
}
