package scrape

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// hostile are pages that no browser would be sent in good faith, by name, of n repetitions.
func hostile(n int) map[string]string {
	return map[string]string{
		"divs":         strings.Repeat("<div>", n) + "가",
		"tables":       strings.Repeat("<table><tr><td>", n) + "가",
		"bold":         "<p>" + strings.Repeat("<b>", n) + "가",
		"lists":        strings.Repeat("<ul><li>", n) + "가",
		"inline":       strings.Repeat("<span>", n) + "가<br>나",
		"closed":       strings.Repeat("</div></p></b>", n) + "<p>가",
		"rowspan":      "<table><tr><td rowspan=65534>가<td>나<tr><td rowspan=65534 colspan=65534>다<td>라</table>",
		"colspan":      "<table>" + strings.Repeat("<tr><td colspan=65534>가<td>나", 50) + "</table>",
		"empty rows":   "<table><tr>" + strings.Repeat("<td colspan=1000>가", n/500) + strings.Repeat("<tr>", n/10) + "</table>",
		"overlap":      "<table><tr><td>가<td rowspan=3>나<td>다<tr><td colspan=3 rowspan=0>라<td>마<tr><td>바<td>사</table>",
		"unterminated": `<p>가<b class="x <table><td <!-- <textarea> 나 <svg><title>다</svg><![CDATA[ <a href='`,
		"foreign":      "<p>앞<svg><title>가<p>나</svg>다<math><mtext><b>라</math><svg><style></svg><p>마",
		"marks":        "<p>\uFDD012\uFDD1가\uFDD0\uFDD1<b pl=\"3:4\">\uFDD0999999\uFDD1나</b><title>\uFDD05\uFDD1다</title><p pl='9:1'>라",
		"zeros":        "<p>" + strings.Repeat("앞", 200) + "가\x00나&\x00#44032;<pre>\r\n\r\n다\x00\r라</pre><textarea>\r\n\x00마</textarea>",
		"entities":     "<p>&nbsp가&amp나&ampx&notit;다&#44032&#xAC00;라&#0;&#x110000;마&nGt;&caps;&;&#;&#x;",
		"formatting":   "<p><a href=1>가<b>나<p>다<table><tr>라<td>마</a>바</table>사<select><option>아<b>자",
		"zero name":    "<p>가<A0\x00>나<b\x00 c>다<td\x00/>라" + strings.Repeat("마", 400),
		"server":       "<%<?가%>?><c:if test='a>b'>나</c:if><? 다 <p>라 <회사><Ab>마",
	}
}

// FuzzHTML checks what holds for any document on pages of HTML, and that marking one does not change
// what it shows.
func FuzzHTML(f *testing.F) {
	for _, page := range hostile(2_000) { // small, for the fuzzer spends its time on large ones
		f.Add(page)
	}
	f.Add(hostile(200_000)["divs"])
	f.Add("<title>가</title><table><caption>나</caption><tr><th>다<th>라<tr><td>마<td><img src=a alt='바 사'></table>")
	f.Add("<ul><li>가<li>나<ol><li>다</ol></ul><dl><dt>라<dd>마</dl><script>if(a<b)</script><noscript><p>바</noscript>")
	f.Add("<table><tr><td>가<table><tr><th>나<th>다<tr><td>라<td>마</table><td>바</table>")
	f.Add("0<A0 0<teXtAreA>0")
	f.Add("0\u0085")
	f.Add("0\x000")
	f.Add(norm.NFD.String("<title>각</title><p>값<b>é&amp;</b>\n한<table><tr><td>が<td>나</table><img alt='다'>"))
	f.Fuzz(func(t *testing.T, page string) {
		page = strings.ToValidUTF8(page, "\uFFFD")
		doc, err := Parse("page.html", []byte(page), Options{Format: policy.HTML, ContentType: "text/html; charset=utf-8"})
		if err != nil {
			if doc != nil || !errors.Is(err, ErrEmpty) && !errors.Is(err, ErrBinary) && !errors.Is(err, ErrEncoding) && !strings.Contains(err.Error(), "cannot be parsed") {
				t.Fatalf("a document %v and the error %v", doc != nil, err)
			}
			return
		}
		verifyDocument(t, doc)
		verifyUnmarked(t, doc)
	})
}

// TestHostilePages checks what comes of pages that would cost too much.
func TestHostilePages(t *testing.T) {
	tooDeep := map[string]bool{"divs": true, "tables": true, "bold": true, "lists": true, "inline": true}
	for name, page := range hostile(200_000) {
		doc, err := Parse("page.html", []byte(page), Options{Format: policy.HTML})
		switch {
		case tooDeep[name] && (err == nil || !strings.Contains(err.Error(), "512")):
			t.Errorf("%s: the error %v does not say that the page is nested too deeply", name, err)
		case !tooDeep[name] && err != nil:
			t.Errorf("%s: %v", name, err)
		case err == nil:
			verifyDocument(t, doc)
			verifyUnmarked(t, doc)
		}
	}
}
