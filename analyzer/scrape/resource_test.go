package scrape

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/policy"
)

func TestResources(t *testing.T) {
	type resource struct {
		kind              policy.ResourceKind
		url, text, rel, s string // s is the source that the span covers
	}
	for _, tt := range []struct {
		name, page string
		want       []resource
	}{
		{"script", `<p>가<script src="//tag.example/a.js?x=1&amp;y=2"></script>`,
			[]resource{{policy.Script, "//tag.example/a.js?x=1&y=2", "", "", `<script src="//tag.example/a.js?x=1&amp;y=2">`}}},
		{"inline script", "<p>가<script>\r\nif (a && b) x('&amp;');\r\n</script>나",
			[]resource{{policy.InlineScript, "", "\nif (a && b) x('&amp;');\n", "", "\r\nif (a && b) x('&amp;');\r\n"}}},
		{"frame", `<p>가<iframe src=/terms title=나>다</iframe>`, []resource{{policy.Frame, "/terms", "", "", "<iframe src=/terms title=나>"}}},
		{"pixel", `<p>가<img src=//px.example/t width=1 height=1><img src=//px.example/u width=0px height=0px><img src=//px.example/v style="display : none">`,
			[]resource{{policy.Pixel, "//px.example/t", "", "", "<img src=//px.example/t width=1 height=1>"},
				{policy.Pixel, "//px.example/u", "", "", "<img src=//px.example/u width=0px height=0px>"},
				{policy.Pixel, "//px.example/v", "", "", `<img src=//px.example/v style="display : none">`}}},
		{"pixel without scripts", `<p>가<noscript><img height=1 width=1 src="//px.example/tr?id=0&amp;ev=view"/></noscript>`,
			[]resource{{policy.Pixel, "//px.example/tr?id=0&ev=view", "", "", `<img height=1 width=1 src="//px.example/tr?id=0&amp;ev=view"/>`}}},
		{"image", `<picture><img src=a.png alt=약도></picture><img src=b.png width=1 height=30>`,
			[]resource{{policy.Image, "a.png", "약도", "", "<img src=a.png alt=약도>"}, {policy.Image, "b.png", "", "", "<img src=b.png width=1 height=30>"}}},
		{"form", `<form action=/join method=post><p>가</form>`, []resource{{policy.Form, "/join", "", "post", "<form action=/join method=post>"}}},
		{"link element", `<link rel=preconnect href=//fonts.example><link rel=stylesheet href=a.css><p>가`,
			[]resource{{policy.HeadLink, "//fonts.example", "", "preconnect", "<link rel=preconnect href=//fonts.example>"},
				{policy.HeadLink, "a.css", "", "stylesheet", "<link rel=stylesheet href=a.css>"}}},
		{"object", `<p>가<object data=a.swf></object><embed src=b.pdf>`,
			[]resource{{policy.Object, "a.swf", "", "", "<object data=a.swf>"}, {policy.Object, "b.pdf", "", "", "<embed src=b.pdf>"}}},
		{"link", `<p>가 <a href="/old" rel=nofollow>이전 <b>처리</b><span>방침</span> &lt;보기&gt;</a> 나`,
			[]resource{{policy.Link, "/old", "이전 처리방침 <보기>", "nofollow", "이전 <b>처리</b><span>방침</span> &lt;보기&gt;"}}},
		{"loaded later", `<p>가<script type="Text/Plain" data-src=//a.example/t.js></script><iframe src="about:blank" data-src=//b.example/v></iframe>`,
			[]resource{{policy.Script, "//a.example/t.js", "", "text/plain", `<script type="Text/Plain" data-src=//a.example/t.js>`},
				{policy.Frame, "//b.example/v", "", "", `<iframe src="about:blank" data-src=//b.example/v>`}}},
		{"AMP", `<p>가<amp-analytics config="//a.example/c"><script type="application/json">{}</script></amp-analytics><amp-pixel src=//b.example/p></amp-pixel>`,
			[]resource{{policy.Script, "//a.example/c", "", "", `<amp-analytics config="//a.example/c">`},
				{policy.InlineScript, "", "{}", "amp-analytics", "{}"}, {policy.Pixel, "//b.example/p", "", "", "<amp-pixel src=//b.example/p>"}}},
		{"page of lines", "제1조\n<a href=a>가</a><img src=b>\n", []resource{{policy.Link, "a", "가", "", "가"}, {policy.Image, "b", "", "", "<img src=b>"}}},
		{"link over lines", "<p><a href=a>가\r\n  &amp;<br>나</a>", []resource{{policy.Link, "a", "가 &나", "", "가\r\n  &amp;<br>나"}}},
		{"link of an image", `<p>가<a href=a><img alt="처리방침 보기"></a>`, []resource{{policy.Link, "a", "처리방침 보기", "", `<img alt="처리방침 보기">`}}},
		{"link within a table of a link", "<a href=a>가<table><tr><td><a href=b>나</a></table>다</a>",
			[]resource{{policy.Link, "a", "가다", "", "가<table><tr><td><a href=b>나</a></table>다"}, {policy.Link, "b", "나", "", "나"}}},
		{"nothing to fetch", "<p>가<img alt=''><a name=top></a><script></script><form></form><iframe></iframe>", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := htmlPage(t, tt.page)
			var got []resource
			for _, r := range doc.Resources {
				got = append(got, resource{r.Kind, r.URL, r.Text, r.Rel, doc.File.Text[r.Span.Start:r.Span.End]})
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%s\ngot  %q\nwant %q", tt.page, got, tt.want)
			}
		})
	}
}

// A frame whose content a browser put behind it was read; its size tells whether it shows anything.
func TestFramesRead(t *testing.T) {
	doc := htmlPage(t, `<iframe src=a data-pipalint-read=""></iframe><div data-pipalint-frame=a><p>가</div><iframe src=b width=1 height=1></iframe><iframe src=c height="600px"></iframe>`)
	var got []string
	for _, r := range doc.Resources {
		got = append(got, fmt.Sprint(r.URL, " ", r.Read, " ", r.Side))
	}
	if want := []string{"a true 0", "b false 1", "c false 600"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if strings.TrimSpace(doc.Visible) != "가" {
		t.Errorf("visible %q", doc.Visible)
	}
}

// What links and buttons say about themselves, and where they stand.
func TestLinks(t *testing.T) {
	for _, tt := range []struct {
		name, page string
		want       policy.Resource
	}{
		{"title and label", `<a href=a title="새 창" aria-label="처리방침 보기">가</a>`,
			policy.Resource{Kind: policy.Link, URL: "a", Text: "가", Title: "새 창", Label: "처리방침 보기"}},
		{"labelled by another element", `<p><b id=one>처리</b> <b id=two>방침</b></p><a href=a aria-labelledby="one two"></a>`,
			policy.Resource{Kind: policy.Link, URL: "a", Label: "처리 방침"}},
		{"in the footer", `<footer><a href=a onclick="go()">가</a></footer>`,
			policy.Resource{Kind: policy.Link, URL: "a", Text: "가", Click: "go()", Traits: policy.InFooter}},
		{"hidden by itself", `<nav><a href=a style="display: none">가</a></nav>`,
			policy.Resource{Kind: policy.Link, URL: "a", Text: "가", Traits: policy.InNav | policy.Hidden}},
		{"area", `<map><area href=a alt="가 나" title=다></map>`, policy.Resource{Kind: policy.Link, URL: "a", Text: "가 나", Title: "다"}},
		{"button", `<button onclick="open('/a')" aria-label=나>가</button>`, policy.Resource{Kind: policy.Button, Text: "가", Label: "나", Click: "open('/a')"}},
		{"button of a script", `<button data-url=" /a ">가</button>`, policy.Resource{Kind: policy.Button, Text: "가", Data: "/a"}},
		{"link of a script", `<a href="#" data-href="/a">가</a>`, policy.Resource{Kind: policy.Link, URL: "#", Text: "가", Data: "/a"}},
		{"an address of something else", `<span data-url="/a">가</span><a href=b>나</a>`, policy.Resource{Kind: policy.Link, URL: "b", Text: "나"}},
		{"text that is clicked", `<p><span onclick="open('/a')">가</span></p>`, policy.Resource{Kind: policy.Button, Text: "가", Click: "open('/a')"}},
		{"refresh", `<meta http-equiv=refresh content="1; url=/a"><p>가`, policy.Resource{Kind: policy.Refresh, URL: "/a"}},
		{"as a browser shows it", `<a href=a data-pipalint-style="size=13.5;weight=700;color=#333;shown=1">가</a>`,
			policy.Resource{Kind: policy.Link, URL: "a", Text: "가", Look: policy.Look{Known: true, Shown: true, Size: 13.5, Weight: 700, Color: "#333"}}},
		{"as a browser does not show it", `<a href=a data-pipalint-style="shown=0">가</a>`,
			policy.Resource{Kind: policy.Link, URL: "a", Text: "가", Look: policy.Look{Known: true}}},
	} {
		doc := htmlPage(t, "<h1>제목</h1>"+tt.page)
		if len(doc.Resources) != 1 {
			t.Errorf("%s: %+v", tt.name, doc.Resources)
			continue
		}
		got := doc.Resources[0]
		got.Span = policy.Span{}
		if got != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
