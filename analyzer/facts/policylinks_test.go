package facts_test

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// linkPass is one over a home page.
func linkPass(t *testing.T, html string) *analyzer.Pass {
	t.Helper()
	return analyzer.NewPass(analyzertest.Parse(t, "home.html", "<html lang=ko><h1>모란상점</h1><p>오늘의 상품</p>"+html), date.Date{Year: 2026, Month: 11, Day: 22})
}

func TestNamesOfPolicyLinks(t *testing.T) {
	for _, tt := range []struct {
		name   string
		naming facts.Naming // "" where it is no link to a policy
	}{
		{"개인정보 처리방침", facts.NamedExactly},
		{"개인정보처리방침", facts.NamedExactly},
		{"개인정보의 처리방침", facts.NamedExactly},
		{"[개인정보처리방침]", facts.NamedExactly},
		{"개인정보처리방침 바로가기", facts.NamedExactly},
		{"개인정보처리방침(새창열림)", facts.NamedExactly},
		{"개인(신용)정보 처리방침", facts.NamedExactly},
		{"모란상점 개인정보처리방침", facts.NamedWithin},
		{"이용약관 및 개인정보 처리방침", facts.NamedWithin},
		{"개인정보처리방침 (2026.3.1. 시행)", facts.NamedWithin},
		{"개인정보취급방침", facts.NamedNearly},
		{"개인정보보호정책", facts.NamedNearly},
		{"개인정보 보호방침", facts.NamedNearly},
		{"프라이버시 정책", facts.NamedNearly},
		{"Privacy Policy", facts.NamedNearly},
		{"PRIVACY", facts.NamedNearly},
		{"Privacy Notice", facts.NamedNearly},
		{"プライバシーポリシー", facts.NamedNearly},
		{"個人情報の取扱いについて", facts.NamedNearly},
		{"개인정보 수집·이용 동의", ""},
		{"개인정보 제3자 제공 동의서", ""},
		{"개인정보 처리방침 변경 안내", ""},
		{"개인정보처리방침, 왜 중요할까?", ""},
		{"개인정보 처리방침 작성법 5가지", ""},
		{"개인정보위, 개인정보 처리방침 평가 결과 발표", ""},
		{"정보보호", ""},
		{"개인정보처리방침 안내", facts.NamedWithin},
		{"영상정보처리기기 운영·관리 방침", ""},
		{"CCTV 운영방침", ""},
		{"청소년보호정책", ""},
		{"이용약관", ""},
		{"쿠키 정책", ""},
		{"위치정보 이용약관", ""},
		{"이메일 무단수집 거부", ""},
		{"개인정보보호위원회", ""},
		{"개인정보 이용내역", ""},
		{"개인정보 열람 청구", ""},
		{"Privacy Settings", ""},
		{"Cookie Policy", ""},
		{"Terms of Service", ""},
		{"회사소개", ""},
	} {
		links := facts.PolicyLinks.Of(linkPass(t, `<a href="/x">`+tt.name+"</a>"))[0]
		switch {
		case tt.naming == "" && len(links) > 0:
			t.Errorf("%s: taken for a link to a policy: %s", tt.name, links[0].Naming)
		case tt.naming != "" && (len(links) != 1 || links[0].Naming != tt.naming || links[0].Name != tt.name):
			t.Errorf("%s: %+v, want %s", tt.name, links, tt.naming)
		}
	}
}

// Where a link leads and what it is called is told in many ways.
func TestFormsOfPolicyLinks(t *testing.T) {
	for _, tt := range []struct{ name, html, address, called string }{
		{"image", `<a href="/p"><img src=a.gif alt="개인정보처리방침"></a>`, "/p", "개인정보처리방침"},
		{"title", `<a href="/p" title="개인정보처리방침"></a>`, "/p", "개인정보처리방침"},
		{"label", `<a href="/p" aria-label="개인정보처리방침"><i class=icon></i></a>`, "/p", "개인정보처리방침"},
		{"labelled by another", `<span id=t>개인정보처리방침</span><a href="/p" aria-labelledby="t"><i></i></a>`, "/p", "개인정보처리방침"},
		{"image map", `<map><area href="/p" alt="개인정보처리방침"></map>`, "/p", "개인정보처리방침"},
		{"button", `<button onclick="location.href='/p.do'">개인정보처리방침</button>`, "/p.do", "개인정보처리방침"},
		{"item", `<ul><li onclick="window.open('/p.do','_blank')">개인정보처리방침</li></ul>`, "/p.do", "개인정보처리방침"},
		{"link that opens a window", `<a href="#" onclick="window.open('/pop/p.html','x'); return false">개인정보처리방침</a>`, "/pop/p.html", "개인정보처리방침"},
		{"link by script", `<a href="javascript:window.open(&quot;/pop/p.html&quot;)">개인정보처리방침</a>`, "/pop/p.html", "개인정보처리방침"},
		{"name of a page", `<a href="javascript:go('privacy.jsp')">개인정보처리방침</a>`, "privacy.jsp", "개인정보처리방침"},
		{"function", `<script>function f(x) { if (x) { g(); } location.href = "/p.do"; }</script><a href="javascript:f()">개인정보처리방침</a>`, "/p.do", "개인정보처리방침"},
		{"function as a value", `<script>var f = function() { open('/p.do') }</script><a href="#" onclick="f()">개인정보처리방침</a>`, "/p.do", "개인정보처리방침"},
		{"image that is clicked", `<img src=a.gif alt="개인정보처리방침" onclick="open('/p.do')">`, "/p.do", "개인정보처리방침"},
		{"unread", `<a href="javascript:f()">개인정보처리방침</a>`, "", "개인정보처리방침"},
		{"put together", `<a href="javascript:open('/p/' + lang)">개인정보처리방침</a>`, "", "개인정보처리방침"},
		{"put together of what a function is called with", `<script>function go(type) { location.href = '/etc/policy.do?type=' + type + "&m=1"; }</script><a href="#" onclick="go('privacy');return false">개인정보처리방침</a>`, "/etc/policy.do?type=privacy&m=1", "개인정보처리방침"},
		{"put together from a name on", `<script>const go = (root) => { open(root + '/p.html') }</script><a href="#" onclick="go('kr')">개인정보처리방침</a>`, "kr/p.html", "개인정보처리방침"},
		{"one of two", `<script>function go(x){ if (x == 'privacy') { open('/pop/privacy.html') } else { open('/pop/terms.html') } }</script><a href="javascript:go('terms')">개인정보처리방침</a>`, "/pop/terms.html", "개인정보처리방침"},
		{"kept for scripts", `<button data-url="/p.do">개인정보처리방침</button>`, "/p.do", "개인정보처리방침"},
		{"kept for scripts in a link", `<a href="#none" data-href="/p.do">개인정보처리방침</a>`, "/p.do", "개인정보처리방침"},
		{"address alone", `<a href="/policy/privacy"><img src=a.gif></a>`, "/policy/privacy", ""},
		{"address and another word", `<a href="/policy/privacy">정책</a>`, "/policy/privacy", "정책"},
	} {
		links := facts.PolicyLinks.Of(linkPass(t, tt.html))[0]
		if len(links) != 1 || links[0].Address != tt.address || links[0].Name != tt.called {
			t.Errorf("%s: %+v, want %q called %q", tt.name, links, tt.address, tt.called)
		}
	}
}

func TestOrderOfPolicyLinks(t *testing.T) {
	const filler = "<p>" + "상품 설명이 길게 이어집니다. "
	for _, tt := range []struct {
		name, html string
		want       []string // addresses
	}{
		{"the exact name first", `<a href=/a>개인정보보호정책</a><a href=/b>개인정보 처리방침</a>`, []string{"/b", "/a"}},
		{"the footer first", `<a href=/a>개인정보 처리방침</a>` + strings.Repeat(filler, 20) + `<footer><a href=/b>개인정보 처리방침</a></footer>`, []string{"/b", "/a"}},
		{"names before addresses", `<a href=/privacy>자세히</a><a href=/b>Privacy Policy</a>`, []string{"/b", "/privacy"}},
		{"the one for all", `<a href=/a>어린이용 개인정보 처리방침</a><a href=/b>개인정보 처리방침</a>`, []string{"/b", "/a"}},
		{"the version in force", `<a href=/a>개인정보 처리방침(2025.1.1.)</a><a href=/b>개인정보 처리방침(2026.1.1.)</a><a href=/c>개인정보 처리방침(2027.1.1.)</a><a href=/d>이전 개인정보 처리방침</a>`, []string{"/b", "/a", "/d", "/c"}},
		{"what is shown", `<div style="display:none"><a href=/a>개인정보 처리방침</a></div><a href=/b>개인정보 처리방침</a>`, []string{"/b", "/a"}},
	} {
		var got []string
		for _, l := range facts.PolicyLinks.Of(linkPass(t, tt.html))[0] {
			got = append(got, l.Address)
		}
		if strings.Join(got, " ") != strings.Join(tt.want, " ") {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestOnward(t *testing.T) {
	for _, tt := range []struct{ name, html, want string }{
		{"refresh", `<meta http-equiv="Refresh" content="3; URL='/main'">`, "/main"},
		{"refresh for those without scripts", `<noscript><meta http-equiv="refresh" content="0; url=/noscript"></noscript>`, ""},
		{"refresh of itself", `<meta http-equiv="refresh" content="600; url=/">`, ""},
		{"script", `<script>location.replace("/main.do");</script>`, "/main.do"},
		{"script beside links", `<a href=/a>가</a><script>if (x) location.href = "/main.do";</script>`, ""},
		{"frame", `<iframe src="/main.htm"></iframe>`, "/main.htm"},
	} {
		if got := strings.Join(facts.Onward.Of(linkPass(t, tt.html))[0], " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
