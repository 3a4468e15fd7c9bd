package scrape

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// htmlPage reads a page of HTML and checks what holds for any document.
func htmlPage(t *testing.T, page string) *policy.Document {
	t.Helper()
	doc, err := Parse("page.html", []byte(page), Options{Format: policy.HTML, ContentType: "text/html; charset=utf-8"})
	if err != nil {
		t.Fatalf("%q: %v", page, err)
	}
	verifyDocument(t, doc)
	verifyUnmarked(t, doc)
	return doc
}

var kindNames = map[policy.BlockKind]string{policy.Paragraph: "p", policy.Heading: "h", policy.Item: "li", policy.Term: "term",
	policy.Caption: "caption", policy.Control: "control", policy.TitleText: "title", policy.Alt: "alt"}

var traitNames = [...]string{"bold", "linked", "hidden", "nav", "header", "footer", "aside", "form", "verbatim", "joined"}

// shape writes the blocks of a page one after the other: kind, level, traits, text.
func shape(doc *policy.Document) string {
	var out []string
	for _, b := range doc.Blocks {
		s := kindNames[b.Kind]
		if b.Level > 0 {
			s += fmt.Sprint(b.Level)
		}
		for i, name := range traitNames {
			if b.Has(1 << i) {
				s += " " + name
			}
		}
		out = append(out, s+": "+b.Text)
	}
	return strings.Join(out, "\n")
}

func TestHTMLBlocks(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"headings", "<h1>방침</h1><h3>목적</h3><p>회원 관리", "h1: 방침\nh3: 목적\np: 회원 관리"},
		{"unclosed", "<p>가<p>나<ul><li>다<li>라</ul>마", "p: 가\np: 나\nli1: 다\nli1: 라\np: 마"},
		{"lists", "<ol><li>가<ul><li>나</ul>다<li>라</ol>", "li1: 가\nli2: 나\nli1: 다\nli1: 라"},
		{"definitions", "<dl><dt>항목<dd>성명</dl><details><summary>보기</summary>접힘</details>", "term: 항목\np: 성명\nterm: 보기\np: 접힘"},
		{"breaks", "<p>가<br>나<br/><br>다</p>라<br>마", "p: 가\np joined: 나\np: 다\np: 라\np joined: 마"},
		{"break in a short heading", "<h2>제1조<br>목적</h2>", "h2: 제1조 목적"},
		{"break in a long heading", "<h2>제1조<br>" + strings.Repeat("목적 ", 20) + "</h2>", "h2: 제1조\nh2 joined: " + strings.TrimSpace(strings.Repeat("목적 ", 20))},
		{"header of the page", "<header><p>가</header>", "p header: 가"},
		{"header of an article", "<article><header><p>가</header></article>", "p: 가"},
		{"footer of a section", "<section><footer><p>가</footer></section>", "p: 가"},
		{"anchor without address", "<a name=top><p>가", "p: 가"},
		{"inline", "<p>가<span>나</span><em>다</em> <i>라</i>\n마", "p: 가나다 라 마"},
		{"shown as block", "<p>가<span style='display: block'>나</span>다", "p: 가\np: 나\np: 다"},
		{"bold", "<p><b>가</b> <strong>나</strong></p><p><b>다</b>라</p><p style='font-weight:700'>마</p><b style='font-weight:normal'>바</b>",
			"p bold: 가 나\np: 다라\np bold: 마\np: 바"},
		{"linked", "<p><a href=/a>가</a> <a href=/b>나</a><p>다 <a href=/c>라</a>", "p linked: 가 나\np: 다 라"},
		{"hidden", "<div hidden><p>가</div><p style='display:none'>나<p>다", "p hidden: 가\np hidden: 나\np: 다"},
		{"landmarks", "<nav>가</nav><header>나</header><aside>다</aside><footer>라</footer>마", "p nav: 가\np header: 나\np aside: 다\np footer: 라\np: 마"},
		{"roles", "<div role=navigation>가</div><div role=banner>나</div><div role=complementary>다</div><div role=contentinfo>라</div><div role=main>마",
			"p nav: 가\np header: 나\np aside: 다\np footer: 라\np: 마"},
		{"controls", "<form><button>동의</button><select><option>가<option>나</select><textarea>다\n라</textarea></form>",
			"control: 동의\ncontrol form: 가\ncontrol form: 나\np form: 다\np form joined: 라"},
		{"pre", "<pre>\n제1조\n  목적\n\n제2조</pre>뒤", "p verbatim: 제1조\np verbatim joined: 목적\np verbatim: 제2조\np: 뒤"},
		{"xmp", "<p>앞</p><xmp><b>가</b>&amp;</xmp>", "p: 앞\np verbatim: <b>가</b>&amp;"},
		{"title", "<title>방침 &amp; 안내</title><p>가", "title: 방침 & 안내\np: 가"},
		{"not shown", "<p>가<script>var a='나'</script><style>다{}</style><!-- 라 --><svg><text>마</text></svg><iframe>바</iframe>사", "p: 가사"},
		{"noscript", "<p>가</p><noscript><p>스크립트를 켜 주십시오.</p></noscript>", "p: 가\np: 스크립트를 켜 주십시오."},
		{"image", "<p>앞<img src=a.png alt='개인정보 &quot;처리&quot; 방침'>뒤", "p: 앞\nalt: 개인정보 \"처리\" 방침\np: 뒤"},
		{"image map", "<map><area alt='문의' href=/q></map><img src=b alt=''><p>가", "alt: 문의\np: 가"},
		{"picture", "<p>가<picture><source srcset=b><img src=a alt='약도'></picture>", "p: 가\nalt: 약도"},
		{"foster parent", "<table>앞<tr><td>가</table>", "p: 앞\np: 가"},
		{"spaces", "<p> &nbsp;가　나\u200b다\u00ad라 &#x3000; </p>", "p: 가 나다라"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := shape(htmlPage(t, tt.page)); got != tt.want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", tt.page, got, tt.want)
			}
		})
	}
}

// TestServerPages checks what servers and word processors leave behind, and pages that show their
// lines as they are written.
func TestServerPages(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"jsp", "<%@ page language=\"java\" %>\n<p>가<%= name > 1 ? \"나\" : \"다\" %>라</p>", "p: 가 라"},
		{"php", "<?php if ($a->b > 1) { echo '<p>가</p>'; } ?><p>나</p><?= $c ?>", "p: 나"},
		{"asp", "<%\nResponse.Write \"<b>\"\n%><p>가</p>", "p: 가"},
		{"tags of a library", "<c:if test=\"${a > 1}\"><p>가</p></c:if><c:out value='나'/><p>다", "p: 가\np: 다"},
		{"word processor", "<p class=MsoNormal>가<o:p></o:p> 나<o:p>&nbsp;</o:p></p>", "p: 가 나"},
		{"many of them", "<p>" + strings.Repeat("<spring:message code='a'/>가", 600) + "</p><p>나", "p: " + strings.Repeat("가", 600) + "\np: 나"},
		{"custom elements", "<app-root><p>가</p><x-note kind=a>나</x-note></app-root>", "p: 가\np: 나"},
		{"lines", "제1조(목적)\n회사는 개인정보를 소중히 다룹니다.\n\n제2조(항목)\n성명", "p: 제1조(목적)\np joined: 회사는 개인정보를 소중히 다룹니다.\np: 제2조(항목)\np joined: 성명"},
		{"lines in an element", "<html><body><font size=2>제1조(목적)\n\n제2조(항목)</font></body></html>", "p: 제1조(목적)\np: 제2조(항목)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := shape(htmlPage(t, tt.page)); got != tt.want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", tt.page, got, tt.want)
			}
		})
	}
}

func TestLead(t *testing.T) {
	doc := htmlPage(t, "<p><b>제1조 목적:</b> 회사는<br>이용자의<p><b>전부</b><p>뒤가 <b>굵다</b>")
	want := []string{"제1조 목적: ", "", "", ""}
	for i, b := range doc.Blocks {
		if got := b.Text[:b.Lead]; got != want[i] {
			t.Errorf("%q is led by %q, want %q", b.Text, got, want[i])
		}
	}
}

func TestHTMLDocument(t *testing.T) {
	doc := htmlPage(t, "<!DOCTYPE html><html lang=ko><head><title>\n처리방침 </title><title>둘째</title></head><body><p>가")
	if doc.Language != "ko" || doc.TextOf(doc.Title) != "처리방침" || doc.Format != policy.HTML {
		t.Errorf("language %q, title %q, format %q", doc.Language, doc.TextOf(doc.Title), doc.Format)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"empty", "", "empty"},
		{"white space", " \r\n\t", "white space"},
		{"no text", "<div><p></p></div>", "no text"},
		{"nesting", strings.Repeat("<div>", 600) + "가", "512"},
		{"pdf", "%PDF-1.7\n", "PDF"},
		{"zeros", "<p>" + strings.Repeat("\x00", 100), "zero"},
	} {
		if doc, err := Parse("page.html", []byte(tt.page), Options{}); err == nil || doc != nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: the error is %v, want one that says %q", tt.name, err, tt.want)
		}
	}
}
