package facts_test

import (
	"slices"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
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

// TestListsByLinks reads a table under no title of its own as what links from the other pages call it.
func TestListsByLinks(t *testing.T) {
	const bare = `<title>나래상점</title><table><tr><th>업체명<th>업무<tr><td>다솜택배㈜<td>상품 배송<tr><td>한빛카드㈜<td>카드 발급</table>`
	main := func(link string) string {
		return "<h1>개인정보 처리방침</h1><h2>처리 목적</h2><p>회원 관리</p><h2>처리 항목</h2><p>성명</p><h2>그 밖</h2><p>" + link + "</p>"
	}
	for _, tt := range []struct {
		link, page                   string
		processors, parties, abroads int
	}{
		{`<a href="list.html">수탁업체 현황</a>`, bare, 2, 0, 0},
		{`위탁하는 업체는 <a href="list.html">여기</a>에서 확인하실 수 있습니다.`, bare, 2, 0, 0},
		{`<a href="list.html">제3자 제공 현황</a>`, bare, 0, 2, 0},
		{`<a href="#" onclick="window.open('list.html')">위탁 현황</a>`, bare, 2, 0, 0},
		{`<a href="elsewhere.html">수탁업체 현황</a>`, bare, 0, 0, 0},
		{`<a href="list.html">목록</a>`, bare, 0, 0, 0},
		{`<a href="list.html">수탁업체 현황</a>`, "<h2>제3자 제공 현황</h2>" + bare, 0, 2, 0}, // its own heading goes before
	} {
		p := read(t, "policy.html", main(tt.link), tt.page)
		p.Policy.Pages[0].File.Name, p.Policy.Pages[1].File.Name = "web/policy.html", "web/list.html"
		if n, m, k := len(facts.Processors.Of(p)), len(facts.ThirdParties.Of(p)), len(facts.Transfers.Of(p)); n != tt.processors || m != tt.parties || k != tt.abroads {
			t.Errorf("%s: %d processors, %d third parties, %d transfers", tt.link, n, m, k)
		}
	}
}

// TestFollowedLinks takes for read what was followed to a page of the policy, wherever it was found, and for unread the rest.
func TestFollowedLinks(t *testing.T) {
	const links = `<h1>개인정보 처리방침</h1><h2>처리 위탁</h2><p><a href="/go?id=7">처리 위탁 현황</a></p>`
	for state, want := range map[policy.LinkState]int{policy.LinkRead: 0, policy.LinkGone: 1, policy.LinkOther: 1, policy.LinkUnread: 1} {
		p := read(t, "policy.html", links, listsPage)
		place := facts.PageLinks.Of(read(t, "policy.html", links))[0].Place
		p.Policy.Followed = []policy.Followed{{Place: policy.Place{File: p.Policy.Pages[0].File, Span: place.Span}, State: state, Page: 1}}
		if got := facts.Unread.Of(p); len(got) != want {
			t.Errorf("%s: %+v", state, got)
		}
		if got := facts.GoneParts.Of(p); (len(got) == 1) != (state == policy.LinkGone) {
			t.Errorf("%s: gone %+v", state, got)
		}
	}
}

// TestFactsOfPages reads each part where it stands: a list in English, an officer on a page of its own, periods by service.
func TestFactsOfPages(t *testing.T) {
	const (
		main = `<h1>개인정보 처리방침</h1><h2>처리 목적</h2><p>회원 관리</p><h2>처리 항목</h2><p>성명</p><h2>국외 이전</h2><p><a href="b">자세히 보기</a></p>
<h2>보호책임자</h2><p><a href="c">자세히 보기</a></p><p>시행일: 2026년 3월 1일</p>`
		abroad = `<title>Overseas transfers</title><h1>Overseas Transfer</h1><table><tr><th>Recipient<th>Country<th>Items<tr><td>Windmere Cloud Inc.<td>USA<td>Name</table><p>Effective date: October 1, 2025</p>`
		kept   = `<h1>서비스별 보유 기간</h1><table><tr><th>기록<th>보유 기간<tr><td>접속 기록<td>3개월<tr><td>상담 기록<td>3년</table>`
	)
	p := read(t, "policy.html", main, abroad, officerPage, kept)
	if got := facts.Transfers.Of(p); len(got) != 1 || got[0].Name.At.Page != 1 || got[0].Country.Text != "USA" {
		t.Errorf("transfers: %+v", got)
	}
	if one, ok := facts.FirstOfficer(facts.Officers.Of(p)); !ok || one.Name.Text != "이하늘" || one.Name.Page != 2 {
		t.Errorf("officer: %+v", one)
	}
	if got := facts.Retentions.Of(p); len(got) != 2 || got[0].Period.At.Page != 3 {
		t.Errorf("retention: %+v", got)
	}
	if got := facts.Dates.Of(p).Effective; got.Page != 0 || got.Date.Year != 2026 {
		t.Errorf("effective: %+v", got)
	}
}
