package scrape

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// TestPlaces checks the source of what is shown: a part of the visible
// text must lead to the right stretch of the page, and from there back to itself.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct{ name, page, shown, source string }{
		{"plain", "<p>회사는 성명을 수집합니다.", "성명", "성명"},
		{"tags", "<p>회<b>사</b>는 <span>성<!-- 앞 -->명</span>을", "회사는 성명", "회<b>사</b>는 <span>성<!-- 앞 -->명"},
		{"entity before", "<p>&lt;가&gt; 나 &amp; 다", "다", "다"},
		{"entity", "<p>가 &middot; 나", "·", "&middot;"},
		{"number", "<p>&#44032;나&#xB2E4;라", "가", "&#44032;"},
		{"hexadecimal", "<p>&#44032;나&#xB2E4;라", "다라", "&#xB2E4;라"},
		{"without semicolon", "<p>가&amp나&nbsp다", "&나 다", "&amp나&nbsp다"},
		{"no entity", "<p>가&나 &unknown; R&D", "&나 &unknown; R&D", "&나 &unknown; R&D"},
		{"two characters", "<p>가&nGt;나다", "나다", "나다"},
		{"CR LF", "<p>가\r\n나\r다\r\n\r\n라", "다 라", "다\r\n\r\n라"},
		{"NUL", "<p>" + strings.Repeat("가나다라마바사", 10) + "\x00뒤 끝", "끝", "끝"},
		{"NUL within", "<p>" + strings.Repeat("가나다라마바사", 10) + "앞\x00뒤", "앞뒤", "앞\x00뒤"},
		{"comment", "<p>가<!-- <p>나 -->다", "가다", "가<!-- <p>나 -->다"},
		{"foster parent", "<table><tr>앞 &amp; 뒤<td>가</table>", "& 뒤", "&amp; 뒤"},
		{"unclosed paragraph", "<div><p>가 <p>나 다</div>", "다", "다"},
		{"unclosed cell", "<table><tr><td>가<td>나 다<tr><td>라</table>", "다", "다"},
		{"reopened bold", "<p><b>가<p>나 다</b>", "다", "다"},
		{"title", "<title>가 &amp; 나</title><p>다", "& 나", "&amp; 나"},
		{"textarea", "<textarea rows=3>\r\n\r\n제1조 &lt;목적&gt;\r\n회사</textarea>", "<목적>", "&lt;목적&gt;"},
		{"line of a textarea", "<textarea>\n가\r\n나 다</textarea>", "다", "다"},
		{"pre", "<pre>\r\n가 &amp;\r\n나 다</pre>", "다", "다"},
		{"xmp", "<p>가</p><xmp>\n<b>나</b>&amp;</xmp>", "<b>나</b>&amp;", "<b>나</b>&amp;"},
		{"noscript", "<noscript>가<p>나 다</noscript>", "다", "다"},
		{"behind svg", "<p>가<svg><title>나</title><circle/></svg>다 라", "라", "라"},
		{"words in brackets", "<p>이 방침은 < 회사 > 및 <Athub>는 <회사>가", "<Athub>는 <회사>가", "<Athub>는 <회사>가"},
		{"spaced brackets", "<p>이 방침은 < 회사 > 및", "< 회사 >", "< 회사 >"},
		{"server", "<p><%= \"가\" %>나 다<?php $a->b ?> 라", "다 라", "다<?php $a->b ?> 라"},
		{"library", "<p>가<spring:message code='b'/>나<o:p></o:p> 다", "나 다", "나<o:p></o:p> 다"},
		{"alternative text", "<p>가<img class=x src=a alt='나 &amp; 다'>", "나 & 다", "<img class=x src=a alt='나 &amp; 다'>"},
		{"marks", "<p>\uFDD07\uFDD1가 나", "나", "나"},
		{"attribute of the marker", "<p pl='90:91'>가 <i pl='1:2'>나", "나", "나"},
		{"lines", "제1조\n\n회사는 성명을", "성명을", "성명을"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := htmlPage(t, tt.page)
			at := strings.Index(doc.Visible, tt.shown)
			if at < 0 {
				t.Fatalf("%q is not shown, only %q", tt.shown, doc.Visible)
			}
			s := doc.Span(policy.Range{Start: at, End: at + len(tt.shown)})
			if got := doc.File.Text[s.Start:s.End]; got != tt.source {
				t.Errorf("%q came from %q, want %q", tt.shown, got, tt.source)
			}
			if got := doc.Quote(s); got != strings.Join(strings.Fields(tt.shown), " ") {
				t.Errorf("the quote of its place is %q, want %q", got, tt.shown)
			}
		})
	}
}

// TestPlacesOfStoredBytes checks that places lead to the bytes of a file in another encoding.
func TestPlacesOfStoredBytes(t *testing.T) {
	raw := stored(t, korean.EUCKR, "<meta charset=euc-kr><p>&#44032;회사는 <b>성명</b>을 모읍니다.")
	doc, err := Parse("page.html", []byte(raw), Options{})
	if err != nil {
		t.Fatal(err)
	}
	verifyDocument(t, doc)
	for _, words := range []string{"회사는", "성명", "모읍니다."} {
		at := strings.Index(doc.Visible, words)
		s := doc.File.Raw(doc.Span(policy.Range{Start: at, End: at + len(words)}))
		if got, want := raw[s.Start:s.End], stored(t, korean.EUCKR, words); got != want {
			t.Errorf("%s is stored as % x, want % x", words, got, want)
		}
	}
}

// TestPositions checks lines and columns, which count characters.
func TestPositions(t *testing.T) {
	doc := htmlPage(t, "<p>가나\r\n&nbsp;다<b>라</b>\n</p>")
	at := strings.Index(doc.Visible, "라")
	s := doc.Span(policy.Range{Start: at, End: at + len("라")})
	if got, want := doc.File.Position(s.Start), (policy.Position{Line: 2, Column: 11}); got != want {
		t.Errorf("it stands at %v, want %v", got, want)
	}
}
