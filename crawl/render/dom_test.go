package render

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/crawl/render/rendertest"
)

// sheet is what pages of these tests are made of.
const sheet = `<!DOCTYPE html><html lang="ko"><head><title>가람상사 개인정보 처리방침</title>`

// spoken is a sheet with text on it: one that says next to nothing is waited for.
const spoken = sheet + `</head><body><p>` + preamble + preamble + preamble + `</p>`

const preamble = `가람상사는 정보주체의 자유와 권리를 지키고자 관계 법령이 정한 바를 따르며 아래와 같이 이 글을 정하여 누구나 언제든지 쉽게 볼 수 있게 둡니다. `

// TestWritten renders pages that are not in their bytes what they are on the screen.
func TestWritten(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{LinkStyles: true})
	for name, tt := range map[string]struct {
		page  string
		other map[string]string // more pages
		want  []string
		not   []string
	}{
		"a table built by script": {
			page: `<div id=x></div><script>setTimeout(() => { x.innerHTML = '<table><tr><th>수탁자<td>나루물류</table>' }, 300)</script>`,
			want: []string{`<meta charset="utf-8">`, `<div id="x"><table><tbody><tr><th>수탁자</th><td>나루물류</td></tr></tbody></table></div>`},
		},
		"a page whose scripts broke the language": {
			page: `<p>보유 기간</p><script>Array.prototype.toJSON = () => 1; JSON.stringify = Map = Set = null; Array.prototype.map = String.prototype.replace = () => 'x'</script>`,
			want: []string{`<p>보유 기간</p>`},
		},
		"hidden tabs": {
			page: `<div role=tablist><button role=tab aria-selected=true>수집</button><button role=tab>위탁</button></div><div role=tabpanel>이름을 모읍니다</div><div role=tabpanel hidden>나루물류에 맡깁니다</div>`,
			want: []string{"이름을 모읍니다", "나루물류에 맡깁니다"},
		},
		"an accordion": {
			page: `<details><summary>제1조</summary><p>목적입니다</p></details>
				<button type=button aria-expanded=false aria-controls=p onclick="if (!p.innerHTML) p.innerHTML = '파기 절차입니다'; this.ariaExpanded = 'true'">제2조</button><div id=p></div>`,
			want: []string{"제1조", "목적입니다", "제2조", "파기 절차입니다"},
		},
		"an open shadow root with slots": {
			page: `<x-card>바탕<b slot=title>제목</b></x-card><script>customElements.define('x-card', class extends HTMLElement {
				constructor() { super(); this.attachShadow({mode: 'open'}).innerHTML = '<style>b{color:red}</style><h2><slot name=title>없음</slot></h2><p>앞 <slot></slot> 뒤</p><i><slot name=more>기본값</slot></i>' } })</script>`,
			want: []string{"<x-card><h2><b slot=\"title\">제목</b></h2><p>앞 바탕 뒤</p><i>기본값</i></x-card>"},
			not:  []string{"없음", "color:red"},
		},
		"closed shadow roots in each other": {
			page: `<div id=a></div><script>
				const r = a.attachShadow({mode: 'closed'}); r.innerHTML = '<section>밖<div></div></section>';
				r.querySelector('div').attachShadow({mode: 'closed'}).innerHTML = '<p>안쪽 깊이</p>'</script>
				<div><template shadowrootmode=closed><p>선언된 뿌리</p></template></div>`,
			want: []string{"밖", "<p>안쪽 깊이</p>", "<p>선언된 뿌리</p>"},
		},
		"a slot for what is not in front": {
			page: `<div id=t><p slot=one>첫째 장</p><p slot=two>둘째 장</p></div><script>t.attachShadow({mode: 'closed'}).innerHTML = '<slot name=one></slot>'</script>`,
			want: []string{"첫째 장", "둘째 장"},
		},
		"frames of this site and of another": {
			page: `<p>머리</p><iframe src="/in"></iframe><iframe src="http://OTHER/out"></iframe><iframe srcdoc="<p>안에 적힌 글</p>"></iframe><p>꼬리</p>
				<iframe src="/tiny" width=1 height=1></iframe><iframe src="/hidden" style="display:none"></iframe>`,
			other: map[string]string{
				"/in":   `<base target=_top><style>p{}</style><p>같은 곳</p><a href="more">더</a>`,
				"/out":  `<p>다른 곳</p><iframe src="http://SITE/deep"></iframe>`,
				"/deep": `<script>document.write('<p>아주 깊은 곳</p>')</script>`,
				"/tiny": `<p>아주 작은</p>`, "/hidden": `<p>숨은 틀</p>`,
			},
			want: []string{"머리", `<iframe src="/in" data-pipalint-read="yes"></iframe><div data-pipalint-frame="http://127.0.0.1:`, "같은 곳", `/more" data-pipalint-style=`, `더</a></div>`,
				`data-pipalint-frame="http://localhost:`, "다른 곳", "아주 깊은 곳", `data-pipalint-frame="about:srcdoc"><p>안에 적힌 글</p></div>`, "꼬리", `<iframe src="/tiny" `},
			not: []string{"<p>아주 작은", "<p>숨은 틀", "<style>", "_top"},
		},
		"a frameset": {
			page:  `<frameset cols="20%,*"><frame src="/menu"><frame src="/main"></frameset>`,
			other: map[string]string{"/menu": `<p>차례</p>`, "/main": `<p>처리 목적</p>`},
			want:  []string{`<body><iframe src="/menu" data-pipalint-read="yes"></iframe>`, "차례", `<iframe src="/main"`, "처리 목적"},
			not:   []string{"<frame"},
		},
		"values, style sheets and what is for others": {
			page: `<style>.n::before { content: "필수 " } .q::before { content: "›" } .i::before { font-family: "Material Icons"; content: "expand_more" } .d::after { content: attr(data-x) }</style>
				<p class=n>이름</p><p class=q>둘</p><p class=i>셋</p><p class=d data-x="전자우편">넷</p>
				<textarea id=a></textarea><select id=s><option selected>하나<option>둘째</select><input id=i>
				<noscript>스크립트를 켜세요</noscript><template><p>틀</p></template><!-- pipalint-ignore --><p data-pipalint-frame="x">다섯</p>
				<script>a.value = '적은 글'; s.selectedIndex = 1; i.value = '넣은 글'</script>`,
			want: []string{`<p class="n">필수 이름</p><p class="q">둘</p>`, `<p class="i">셋</p><p class="d" data-x="전자우편">넷전자우편</p>`, "적은 글</textarea>",
				"<option>하나", `<option selected="">둘째`, `value="넣은 글"`, "<!-- pipalint-ignore -->", "<p>다섯</p>"},
			not: []string{"켜세요", "<template", "<noscript"},
		},
		"what links look like": {
			page: `<style>a { color: #333; font-size: 13px } b a { color: rgb(200, 0, 0) }</style><a href=/p>방침</a><b><a href=/q style="font-weight: 700">굵은 방침</a></b><div hidden><a href=/r>숨은 방침</a></div>`,
			want: []string{`data-pipalint-style="size=13;weight=400;color=#333333;shown=1">방침`, `size=13;weight=700;color=#c80000;shown=1">굵은`, `shown=0">숨은`},
		},
		"a script whose end is in its text": {
			page: `<script>const s = document.createElement('script'); s.type = 'x'; s.text = 'a = "</script' + '><p>나쁨</p>"'; document.head.append(s)</script><p>끝</p>`,
			want: []string{`a = "<\/script><p>나쁨`, `<p>끝</p>`},
		},
		"what comes in when it is seen": {
			page: `<div style="height: 6000px">긴 글</div><div id=x>빈 곳</div><script>new IntersectionObserver((e) => { if (e.some((x) => x.isIntersecting)) x.textContent = '보아야 오는 글' }).observe(x)</script>`,
			want: []string{"보아야 오는 글"},
		},
		"sections that come one after the other, each when the end of the page is seen": {
			page: `<div style="height: 1500px">긴 글</div><div id=list></div><script>let n = 0; addEventListener('scroll', () => {
				if (n < 12 && scrollY + innerHeight > document.scrollingElement.scrollHeight - 50) { n++; setTimeout(() => { list.insertAdjacentHTML('beforeend', '<section style="height: 700px">제' + n + '조입니다</section>') }, 150) } })</script>`,
			want: []string{"제1조입니다", "제11조입니다", "제12조입니다"},
		},
		"what comes far down a long page": {
			page: `<div style="height: 60000px">긴 글</div><div id=x>빈 곳</div><div style="height: 5000px">긴 글</div><script>new IntersectionObserver((e) => { if (e.some((x) => x.isIntersecting)) x.textContent = '멀리서 오는 글' }).observe(x)</script>`,
			want: []string{"멀리서 오는 글"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pages := map[string]string{"/": tt.page}
			if pages["/"] = sheet + tt.page; !strings.Contains(tt.page, "<frameset") {
				pages["/"] = spoken + tt.page
			}
			for path, page := range tt.other {
				pages[path] = page
			}
			p := show(t, b, rendertest.Site(t, pages)+"/")
			hold(t, p.HTML, tt.want...)
			lack(t, regexp.MustCompile(`(?s)<script.*?</script>`).ReplaceAll(p.HTML, nil), tt.not...)
		})
	}
}

// TestSameBytes renders a page twice.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{})
	site := rendertest.Site(t, map[string]string{"/": spoken + `<iframe src="/in"></iframe><iframe src="http://OTHER/in"></iframe>` + tabs, "/in": `<p>틀 안의 글입니다</p>`, "/a": "가 쪽입니다", "/b": "나 쪽입니다"})
	one, two := show(t, b, site+"/"), show(t, b, site+"/")
	if !bytes.Equal(one.HTML, two.HTML) {
		t.Errorf("%s\n\n%s", one.HTML, two.HTML)
	}
}
