package baseline_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/analyzer/report"
)

// An edit changes a page.
type edit struct{ name, old, new string }

// faults are what is wrong with the page of these tests: each makes a finding or more in a policy that has none.
var faults = []edit{
	{"a third party without a purpose", "<td>도예 자격 검정</td>", "<td></td>"},
	{"processors without their work", "<tr><td>두레결제㈜</td><td>대금 결제</td></tr>", "<tr><td>㈜마루택배</td><td></td></tr>\n    <tr><td>㈜새벽세탁</td><td>작업복 세탁</td></tr>\n    <tr><td>두레결제㈜</td><td></td></tr>"},
	{"a company abroad", "<tr><td>㈜한길배송</td>", "<tr><td>Slack Technologies, LLC</td><td>고객 상담</td></tr>\n    <tr><td>㈜한길배송</td>"},
	{"a category", "<tr><td>㈜온누리전시</td>", "<tr><td>제휴 카드사</td><td>포인트 적립</td><td>성명</td><td>제휴 종료 시까지</td></tr>\n    <tr><td>㈜온누리전시</td>"},
	{"no procedure of destruction", "파기 대상을 선정하여 개인정보 보호책임자의 승인을 받아 파기합니다", "파기합니다"},
	{"a statute's period is shorter", "<td>3년</td>", "<td>2년</td>"},
	{"two periods", "<li>수강 문의 기록: 1년</li>", "<li>수강 문의 기록: 1년</li>\n  <li>수강 문의 기록: 2년</li>\n  <li>작품 대여 기록: 영구</li>\n  <li>공방 견학 신청 기록: 필요한 기간 동안</li>"},
	{"a law misspelt", "표시·광고에 관한 기록</td><td>전자상거래 등에서의 소비자보호에 관한 법률", "표시·광고에 관한 기록</td><td>전자상거래 등에서의 소비보호에 관한 법률"},
	{"the article of another matter", "「개인정보 보호법」 제26조에 따라", "「개인정보 보호법」 제25조에 따라"},
	{"a body that was renamed", "경찰청: (국번없이) 182 (ecrm.police.go.kr)", "경찰청 사이버안전국: (국번없이) 182 (cyberbureau.police.go.kr)"},
	{"no law for a number", "<td>「소득세법」 제164조</td>", "<td>계약의 이행</td>"},
	{"little notice", "공고일: 2026년 10월 1일", "공고일: 2026년 10월 8일"},
	{"slots", "<li>성명: 한솔비</li>", "<li>성명: ○○○</li>\n  <li>직위: ○○○</li>"},
	{"the same item twice", "성명, 이메일 주소, 비밀번호", "성명, 이메일 주소, 비밀번호, 성명"},
	{"an open list", "<td>생년월일</td>", "<td>생년월일, 취미 등</td>"},
	{"no safeguards", "<h2>제8조 개인정보의 안전성 확보 조치</h2>\n<ul>\n  <li>관리적 조치: 내부 관리계획의 수립·시행, 직원 교육</li>\n  <li>기술적 조치: 접근 권한의 관리, 비밀번호의 일방향 암호화</li>\n  <li>물리적 조치: 전산실의 출입 통제</li>\n</ul>\n", ""},
	{"lost characters", "수립·공개합니다", "수립?공개합니다"},
	{"what is out of date", "회원의 개인정보를 회원 탈퇴 시까지 보유합니다.", "회원의 개인정보를 회원 탈퇴 시까지 보유합니다. 개인정보 유효기간제에 따라 1년간 이용하지 않은 회원의 정보는 분리하여 보관합니다."},
}

// faulty is the page with all faults.
func faulty(t testing.TB) string {
	page := read(t, "pages", "23-complete.html")
	for _, f := range faults {
		page = edited(t, page, f)
	}
	return page
}

func edited(t testing.TB, page string, e edit) string {
	t.Helper()
	if !strings.Contains(page, e.old) {
		t.Fatalf("%s: the page does not say %q", e.name, e.old)
	}
	return strings.Replace(page, e.old, e.new, 1)
}

// A change is one to the form of a page, or to what a finding is not about.
type change struct {
	name string
	make func(page string) string
}

// replaced is the change of all places that an expression meets.
func replaced(name, expression, by string) change {
	re := regexp.MustCompile(expression)
	return change{name, func(page string) string { return re.ReplaceAllString(page, by) }}
}

// changes are those by which no finding becomes another one.
var changes = []change{
	replaced("lines above", `(?s)^.*?\n`, "$0\n<!-- 2027 -->\n\n\n"),
	replaced("a sentence above", `</h1>`, "$0\n<p>이 문서는 누리집 아래쪽에서 언제든지 볼 수 있습니다.</p>"),
	replaced("indented", `\n *`, "\n\t\t\t"),
	replaced("on one line", `\s*\n\s*`, " "),
	replaced("line ends of Windows", `\n`, "\r\n"),
	replaced("the company in the titles", `(<title>|<h1>)`, "${1}솔바람공방 "),
	replaced("headings of another level", `(</?)h2>`, "${1}h3>"),
	replaced("numbers without article", `<h2>제(\d+)조 `, "<h2>$1) "),
	replaced("titles in brackets", `<h2>(제\d+조) (.*?)</h2>`, "<h2>$1($2)</h2>"),
	replaced("bold lines as headings", `<h2>(.*?)</h2>`, "<p><b>$1</b></p>"),
	replaced("classes", `<(td|li|p|h2)>`, `<$1 class="c">`),
	replaced("spans", `<(td|li|p)>(.*?)</`, "<$1><span>$2</span></"),
	replaced("cells in paragraphs", `<td>(.*?)</td>`, "<td>\n<p>$1</p>\n</td>"),
	replaced("other middle dots", `·`, "ㆍ"),
	replaced("entities", `·`, "&middot;"),
	replaced("legal forms", `㈜`, "주식회사 "),
	replaced("legal forms in letters", `㈜`, "(주)"),
	replaced("other quotation marks", `「(.*?)」`, "『$1』"),
	replaced("less spaces", `보유 기간`, "보유기간"),
	replaced("months for years", `2년`, "24개월"),
	replaced("a row more", `<tr><td>㈜한길배송</td>`, "<tr><td>㈜푸른청소</td><td>사무실 청소</td></tr>$0"),
	replaced("an item more in another place", `휴대전화번호</td>`, "휴대전화번호, 수령인 성명</td>"),
	{"an earlier version", func(page string) string {
		_, body, _ := strings.Cut(page, "</h1>")
		body, rest, _ := strings.Cut(body, "</body>")
		older := strings.NewReplacer("2026년 10월 12일", "2019년 1월 2일", "2026년 10월 8일", "2018년 12월 20일", "수립?공개", "수립·공개").Replace(body)
		return strings.Replace(page, "</body>"+rest, "<h1>개인정보 처리방침 (2019. 1. 2. 시행)</h1>"+older+"</body>"+rest, 1)
	}},
	{"a section more", func(page string) string {
		return numbered(strings.Replace(page, "<h2>제1조", "<h2>제0조 총칙</h2>\n<p>이 방침에서 쓰는 용어의 뜻은 「개인정보 보호법」에 따릅니다.</p>\n<h2>제1조", 1), 1)
	}},
	{"sections in another order", inOrder},
}

// inOrder is a page with its sections turned by one and numbered anew, but for the number that is left out.
func inOrder(page string) string {
	at := regexp.MustCompile(`<h2>`).FindAllStringIndex(page, -1)
	end := strings.Index(page, "</body>")
	var sections []string
	for i := range at {
		stop := end
		if i+1 < len(at) {
			stop = at[i+1][0]
		}
		sections = append(sections, page[at[i][0]:stop])
	}
	last := len(sections) - 1
	n := 0
	return page[:at[0][0]] + regexp.MustCompile(`<h2>제\d+조 \S+`).ReplaceAllStringFunc(sections[last]+strings.Join(sections[:last], ""), func(h string) string {
		_, words, _ := strings.Cut(h, " ")
		if n++; words == "개인정보를" {
			n++
		}
		return fmt.Sprintf("<h2>제%d조 %s", n, words)
	}) + page[end:]
}

// numbered is a page the numbers of whose sections are greater.
func numbered(page string, by int) string {
	return regexp.MustCompile(`<h2>제\d+조`).ReplaceAllStringFunc(page, func(h string) string {
		var n int
		if _, err := fmt.Sscanf(h, "<h2>제%d조", &n); err != nil {
			panic(err)
		}
		return fmt.Sprintf("<h2>제%d조", n+by)
	})
}

// TestFingerprintsSurvive makes each change, and each two of them, to a page with findings of many rules.
func TestFingerprintsSurvive(t *testing.T) {
	page := faulty(t)
	before := found(t, page)
	if n := len(rulesOf(before)); n < 18 {
		t.Fatalf("only %d rules report", n)
	}
	for i, c := range changes {
		once := c.make(page)
		if once == page {
			t.Errorf("%s: the page is not changed", c.name)
		}
		same(t, c.name, before, found(t, once))
		if testing.Short() {
			continue // each alone will do for the race detector
		}
		for _, d := range changes[:i] { // those of markup behind those that look for sections
			same(t, c.name+", then "+d.name, before, found(t, d.make(once)))
		}
	}
}

// same holds the findings of a page to those that it had before.
func same(t *testing.T, name string, before, after []report.Finding) {
	t.Helper()
	if gone, added := differences(t, before, after); len(gone)+len(added) > 0 {
		t.Errorf("%s:\ngone\n\t%s\nnew\n\t%s", name, strings.Join(gone, "\n\t"), strings.Join(added, "\n\t"))
	}
}

func rulesOf(findings []report.Finding) map[string]bool {
	out := make(map[string]bool)
	for _, f := range findings {
		out[f.Rule] = true
	}
	return out
}

// TestFingerprintsSurviveEncoding stores the page in another encoding.
func TestFingerprintsSurviveEncoding(t *testing.T) {
	page := strings.ReplaceAll(faulty(t), "㈜", "(주)")
	before := found(t, page)
	stored, err := korean.EUCKR.NewEncoder().String(strings.Replace(page, "UTF-8", "EUC-KR", 1))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "EUC-KR", before, found(t, stored))
}
