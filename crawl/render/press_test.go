package render

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/crawl/render/rendertest"
)

// tabs are three, whose content is fetched into one place when they are pressed.
const tabs = `<ul class="tab_menu"><li><a href="#none" onclick="go('첫')">첫</a></li><li><a href="#none" onclick="go('둘')">둘</a></li><li><a href="javascript:go('셋')">셋</a></li></ul><div id=panel><table><tr><td>첫째 표입니다</table></div>
<script>function go(n) { fetch('/a').then((r) => r.text()).then((text) => { panel.innerHTML = '<table><tr><td>' + n + '째 표입니다</table>' }) }</script>`

// TestPressed presses what shows more of a page: what stood there before stays.
func TestPressed(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{})
	for name, tt := range map[string]struct {
		page string
		want []string
		once []string // stand there once, and no more
		not  []string
	}{
		"tabs whose content is fetched": {page: tabs, want: []string{"첫째 표입니다", "둘째 표입니다", "셋째 표입니다"}, once: []string{"첫째 표입니다</td>", "둘째 표입니다</td>", "셋째 표입니다</td>"}},
		"tabs that change texts in place": {
			page: `<div><div role=tablist><button role=tab id=a aria-selected=true>가</button><button role=tab id=b>나</button></div><section><h2>표</h2><table><tr><td id=x>나루물류<td id=y>상품 배송</table></section></div>
				<script>b.onclick = () => { x.firstChild.data = '다온페이'; y.firstChild.data = '결제 대행' }</script>`,
			want: []string{"나루물류", "상품 배송</td></tr></tbody></table>", "다온페이", "결제 대행"},
		},
		"tabs that take a panel away and put another there": {
			page: `<div id=w><div role=tablist><button role=tab aria-selected=true>가</button><button role=tab onclick="turn('나온상사')">나</button><button role=tab onclick="turn('다온상사')">다</button></div><div role=tabpanel><p>가온상사에 맡깁니다</p></div><p>맺음말</p></div>
				<script>function turn(n) { const p = document.createElement('div'); p.role = 'tabpanel'; p.innerHTML = '<p>' + n + '에 맡깁니다</p>'; w.querySelector('[role=tabpanel]').remove(); w.insertBefore(p, w.lastElementChild) }</script>`,
			want: []string{"가온상사에", "나온상사에", "다온상사에", "맺음말"},
		},
		"tabs made anew at each press": {
			page: `<div id=w></div><script>const names = ['가람', '나루', '다온'];
				function draw(i) { w.innerHTML = '<div role=tablist>' + names.map((n, k) => '<button role=tab aria-selected=' + (k === i) + ' onclick="draw(' + k + ')">' + n + '</button>').join('') + '</div><div role=tabpanel>' + names[i] + '에 관한 조항입니다</div>' } draw(0)</script>`,
			want: []string{"가람에 관한", "나루에 관한", "다온에 관한"},
		},
		"an accordion of which one part is open": {
			page: `<div id=list></div><script>const texts = ['목적은 이러합니다', '항목은 이러합니다', '기간은 이러합니다'];
				const draw = (open) => list.childNodes.forEach((d, i) => { d.querySelector('div')?.remove(); d.firstChild.ariaExpanded = i === open ? 'true' : 'false'; if (i === open) { const c = document.createElement('div'); c.textContent = texts[i]; d.append(c) } });
				texts.forEach((_, i) => { const d = document.createElement('section'), h = document.createElement('button'); h.textContent = '제' + (i + 1) + '조'; h.type = 'button'; h.onclick = () => draw(i); d.append(h); list.append(d) }); draw(0)</script>`,
			want: []string{"제1조", "목적은 이러합니다", "제2조", "항목은 이러합니다", "제3조", "기간은 이러합니다"}, once: []string{"제1조", "제2조", "제3조"},
		},
		"tabs in tabs": {
			page: `<div role=tablist><button role=tab aria-selected=true>밖 하나</button><button role=tab onclick="o.textContent = '바깥 둘의 글'">밖 둘</button></div><div id=o><div role=tablist><button role=tab aria-selected=true>안 하나</button><button role=tab onclick="i.textContent = '안쪽 둘의 글'">안 둘</button></div><div id=i>안쪽 하나의 글</div></div>`,
			want: []string{"안쪽 하나의 글", "안쪽 둘의 글", "바깥 둘의 글"},
		},
		"tabs in a closed shadow root": {
			page: `<div id=h></div><script>const r = h.attachShadow({mode: 'closed'}); r.innerHTML = '<div role=tablist><button role=tab aria-selected=true>가</button><button role=tab id=b>나</button></div><div id=p>그늘 속 첫 글</div>'; r.getElementById('b').onclick = () => { r.getElementById('p').textContent = '그늘 속 둘째 글' }</script>`,
			want: []string{"그늘 속 첫 글", "그늘 속 둘째 글"},
		},
		"tabs that listen to the mouse going down": {
			page: `<div role=tablist><button role=tab aria-selected=true>가</button><button role=tab onmousedown="p.textContent = '눌러서 나온 글'">나</button></div><div id=p>처음 있던 글</div>`,
			want: []string{"처음 있던 글", "눌러서 나온 글"},
		},
		"what may not be pressed": {
			page: `<header><button aria-expanded=false onclick="bad('머리')">메뉴</button></header>
				<div role=tablist><a role=tab href="/elsewhere" onclick="bad('갔음')">딴 곳</a></div>
				<button aria-expanded=false onclick="bad('지움')">내 정보 삭제</button>
				<form action=/elsewhere><button aria-expanded=false onclick="bad('보냄')">펼치기</button></form>
				<button onclick="bad('그냥 단추')">그냥 단추</button>
				<div role=tablist><button role=tab onclick="location = '/elsewhere'">가 버림</button><button role=tab onclick="document.forms[0].submit()">보내 버림</button></div><p id=x>그대로</p>
				<script>function bad(n) { x.textContent = '눌렀음: ' + n }</script>`,
			want: []string{"그대로"}, not: []string{">눌렀음", "다른 쪽"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := show(t, b, rendertest.Site(t, map[string]string{"/": spoken + tt.page, "/a": "x", "/elsewhere": "<p>다른 쪽</p>"})+"/")
			body := p.HTML
			if _, after, ok := strings.Cut(string(body), "<body"); ok {
				body = []byte(after)
			}
			hold(t, body, tt.want...)
			lack(t, body, tt.not...)
			for _, text := range tt.once {
				if n := strings.Count(string(body), text); n != 1 {
					t.Errorf("%q stands there %d times:\n%s", text, n, body)
				}
			}
		})
	}
}
