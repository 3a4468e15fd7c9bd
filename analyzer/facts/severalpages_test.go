package facts_test

import (
	"slices"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

const (
	cover = `<h1>개인정보 처리방침</h1><ul><li><a href="items.html">처리 목적과 항목</a></li><li><a href="lists.html">수탁자 현황</a></li></ul>
<h2>개인정보 보호책임자</h2><p>부서: 정보보호팀, 전화번호: 02-0000-1234</p>`
	itemsPage = `<h1>처리 목적과 항목, 보유 기간</h1><h2>처리 목적</h2><p>회원 관리</p><h2>처리하는 개인정보의 항목</h2><p>이름, 연락처</p>
<h2>보유 기간</h2><p>회원 탈퇴 시까지</p><h2>파기</h2><p>지체 없이 파기합니다. 파일은 복구할 수 없게 지웁니다.</p>`
	listsPage   = `<h1>수탁자 현황</h1><table><tr><th>수탁자<th>위탁 업무<tr><td>가온물류㈜<td>상품 발송</table>`
	officerPage = `<h1>문의처</h1><h2>개인정보 보호책임자</h2><p>성명: 이하늘, 전화번호: 02-0000-9999</p>`
	landing     = `<h1>개인정보 안내</h1><p><a href="items.html">처리 목적과 항목</a>, <a href="lists.html">수탁자 현황</a>, <a href="contact.html">문의처</a></p>`
	aloof       = `<h1>저희가 굽는 빵</h1><p>날마다 새로 굽습니다.</p>`
)

// TestKindsOfPages tells the main page by what all pages say; the others are parts of it if anything of a policy stands there.
func TestKindsOfPages(t *testing.T) {
	for _, tt := range []struct {
		name  string
		pages []string
		want  []facts.Kind
	}{
		{"landing page alone", []string{landing}, []facts.Kind{facts.Subpage}},
		{"landing page and parts", []string{landing, itemsPage, listsPage, officerPage}, []facts.Kind{facts.PolicyKind, facts.Subpage, facts.Subpage, facts.Subpage}},
		{"cover and parts", []string{cover, itemsPage, listsPage}, []facts.Kind{facts.PolicyKind, facts.Subpage, facts.Subpage}},
		{"a part that is nothing alone", []string{short, officerPage}, []facts.Kind{facts.PolicyKind, facts.Subpage}},
		{"a page that has nothing of a policy", []string{short, aloof}, []facts.Kind{facts.PolicyKind, facts.Other}},
		{"a part that is a policy alone", []string{short, short}, []facts.Kind{facts.PolicyKind, facts.Subpage}},
		{"no policy among them", []string{aloof, aloof}, []facts.Kind{facts.Other, facts.Other}},
		{"parts alone", []string{listsPage, listsPage}, []facts.Kind{facts.Subpage, facts.Subpage}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := facts.Kinds.Of(read(t, "policy.html", tt.pages...)); !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

// TestOfficerOfPages names the officer of the main page, though only a department is told there.
func TestOfficerOfPages(t *testing.T) {
	p := read(t, "policy.html", cover, itemsPage, officerPage)
	one, ok := facts.FirstOfficer(facts.Officers.Of(p))
	if !ok || one.Department.Text != "정보보호팀" || one.Name.Known() {
		t.Errorf("got %+v, %v", one, ok)
	}
	p = read(t, "policy.html", itemsPage, officerPage)
	if one, _ := facts.FirstOfficer(facts.Officers.Of(p)); one.Name.Text != "이하늘" {
		t.Errorf("of another page: %+v", one)
	}
}

// TestUnreadOfPages takes what leads to a page of the policy for read, and nothing else.
func TestUnreadOfPages(t *testing.T) {
	pages := []string{"<h1>개인정보 처리방침</h1><h2>처리 위탁</h2><p><a href='sub/lists.html'>처리 위탁 현황</a></p><iframe src='/sub/items.html'></iframe>", listsPage, itemsPage}
	named := func(names ...string) *analyzer.Pass {
		p := read(t, "policy.html", pages[:len(names)]...)
		for i, name := range names {
			p.Policy.Pages[i].File.Name = name
		}
		return p
	}
	for _, tt := range []struct {
		names []string
		want  int
	}{
		{[]string{"web/privacy.html"}, 2},
		{[]string{"web/privacy.html", "web/sub/lists.html"}, 1},
		{[]string{"web/privacy.html", "web/sub/lists.html", "web/sub/items.html"}, 0},
		{[]string{"web/privacy.html", "web/lists.html", "web/items.html"}, 2},
		{[]string{"https://moran.example/privacy", "https://moran.example/sub/lists.html", "https://moran.example/sub/items.html"}, 0},
	} {
		if got := facts.Unread.Of(named(tt.names...)); len(got) != tt.want {
			t.Errorf("%q: %+v", tt.names, got)
		}
	}
}

// TestDenialsOfPages holds a denial on one page against the list on another.
func TestDenialsOfPages(t *testing.T) {
	const denial = "<h1>개인정보 처리방침</h1><h2>처리 목적</h2><p>회원 관리</p><h2>처리 위탁</h2><p>회사는 개인정보 처리업무를 위탁하지 않습니다.</p>"
	got := facts.Denials.Of(read(t, "policy.html", denial, listsPage))
	if len(got) != 1 || got[0].At.Page != 0 || got[0].Near || got[0].Listed[0].Name.At.Page != 1 {
		t.Errorf("got %+v", got)
	}
	if got := facts.Denials.Of(read(t, "policy.html", denial, itemsPage)); len(got) != 0 {
		t.Errorf("without a list: %+v", got)
	}
}
