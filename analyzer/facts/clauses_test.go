package facts_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// TestClausesHaveWording asks for the words without which a clause is never found.
func TestClausesHaveWording(t *testing.T) {
	for _, c := range facts.AllClauses {
		for _, key := range []string{".heading", ".content"} {
			if phrases.Default().Lookup(string(c)+key) == 0 {
				t.Errorf("there is no phrase %s%s", c, key)
			}
		}
	}
}

// row is a table of two columns.
func row(first, second, a, b string) string {
	return "<table><thead><tr><th>" + first + "<th>" + second + "<tbody><tr><td>" + a + "<td>" + b + "</table>"
}

// saidIn reads testdata/facts/clauses.toml: for each clause, by what a reader makes of it, ways to say it.
func saidIn(t *testing.T) map[facts.Clause]map[string][]string {
	t.Helper()
	data, err := os.ReadFile("../../testdata/facts/clauses.toml")
	if err != nil {
		t.Fatal(err)
	}
	var out map[facts.Clause]map[string][]string
	if err := toml.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestClauses reads each way to say something in a policy that says nothing else.
func TestClauses(t *testing.T) {
	said := saidIn(t)
	for _, c := range ten {
		n := 0
		for _, ways := range said[c] {
			n += len(ways)
		}
		if n < fewestVariants {
			t.Errorf("%s: only %d ways", c, n)
		}
	}
	for c, byStatus := range said {
		if !slices.Contains(facts.AllClauses[:], c) {
			t.Errorf("%s is no clause", c)
		}
		for status, ways := range byStatus {
			for _, text := range ways {
				html := text
				if !strings.HasPrefix(text, "<") {
					html = lines(strings.Split(text, "\n")...)
				}
				p := body(t, "<h1>개인정보 처리방침</h1>"+html)
				if got, want := statuses(p, c), string(c)+" "+status; got != want {
					t.Errorf("%s, want %s: %s", got, want, text)
				}
				verifyFindings(t, "policy.html", p)
			}
		}
	}
}

// TestTraps lists words that belong to something else than the clause that they seem to speak of.
func TestTraps(t *testing.T) {
	const recipients = "<table><thead><tr><th>제공받는 자<th>제공 목적<th>제공 항목<th>보유 및 이용 기간<tbody><tr><td>가온물류<td>상품 발송<td>성명, 주소<td>30일</table>"
	general := []facts.Clause{facts.Purpose, facts.Items, facts.Retention}
	const none = "purpose absent, items absent, retention absent"
	for _, tt := range []struct {
		name, html string
		of         []facts.Clause
		want       string
	}{
		{"table of recipients", "<h2>개인정보의 제3자 제공</h2>" + recipients, general, none},
		{"table of recipients without a heading", lines("회사는 다음과 같이 제공합니다.") + recipients, general, none},
		{"list of recipients", "<h2>제3자 제공</h2>" + lines("제공받는 자: 가온물류", "이용 목적: 상품 발송", "제공 항목: 성명, 주소", "보유 기간: 30일"), general, none},
		{"table of processors", "<h2>처리업무의 위탁</h2><table><thead><tr><th>수탁자<th>이용 목적<th>처리 항목<th>보유 기간<tbody><tr><td>나래페이<td>결제<td>카드 번호<td>계약 종료 시까지</table>", general, none},
		{"sentence about a recipient", "<h2>제3자 제공</h2><p>제공받은 자는 제공받은 날부터 1년간 보유합니다.</p>", general, "purpose absent, items absent, retention mention"},
		{"table of transfers", "<h2>개인정보의 국외 이전</h2><table><thead><tr><th>이전받는 자<th>이전 국가<th>이용 목적<th>보유 기간<tbody><tr><td>Nimbus<td>미국<td>보관<td>1년</table>", general, none},
		{"cookies", "<h2>쿠키의 운용</h2><p>쿠키는 장바구니를 유지할 목적으로 사용하고, 보유 기간: 1일</p>", general, none},
		{"cameras", "<h2>영상정보처리기기의 설치와 운영</h2><p>도난을 막을 목적으로 촬영하여 30일간 보관합니다.</p>", general, "purpose absent, items absent, retention mention"},
		{"a policy's own beside that of recipients", "<h2>보유 기간</h2><p>1년</p><h2>제3자 제공</h2>" + recipients, []facts.Clause{facts.Retention, facts.ThirdParty}, "retention present, third-party present"},
		{"text in the words of its heading", lines("처리 목적", "회원 식별", "처리 항목", "성명", "개인정보의 안전성 확보조치에 관한 사항", "관리적 조치, 기술적 조치, 물리적 조치", "가명정보 처리에 관한 사항", "연구에 씁니다."), []facts.Clause{facts.Safety}, "safety present"},
		{"long Roman number", "<h3>XVIII. 가명정보의 처리</h3><p>연구에 씁니다.</p>", []facts.Clause{facts.Pseudonymous}, "pseudonymous present"},
		{"long number of an article", "<h3>제12조. 개인정보 보호책임자</h3><p>한모란</p>", []facts.Clause{facts.Officer}, "officer present"},
		{"what a guardian is asked for", "<h2>만 14세 미만 아동</h2><p>동의를 받기 위해 보호자의 성명과 연락처를 수집하고, 동의하지 않으면 5일 뒤 삭제합니다.</p>", general, "purpose absent, items mention, retention mention"},
		{"criteria of a further use", "<h2>추가적인 이용·제공</h2><p>암호화 기법을 적용하는지, 안전성 확보를 위하여 무엇을 하는지 봅니다.</p>", []facts.Clause{facts.Safety}, "safety mention"},
		{"rights in the consent of children", lines("만 14세 미만 아동의 가입은 받지 않습니다."), []facts.Clause{facts.Rights, facts.Children}, "rights absent, children present"},
		{"recipients only by law", "<h2>제3자 제공</h2><p>법령에 따르는 경우를 제외하고 개인정보를 제3자에게 제공하지 않습니다.</p>", []facts.Clause{facts.ThirdParty}, "third-party denied"},
		{"entrustment of the future", "<h2>위탁</h2><p>위탁하지 않습니다. 앞으로 위탁하는 경우에는 미리 알립니다.</p>", []facts.Clause{facts.Entrustment}, "entrustment denied"},
		{"officer in the footer", short + "<footer><p>개인정보 보호책임자 한모란</p></footer>", []facts.Clause{facts.Officer}, "officer mention"},
		{"clause in the contents alone", "<ol><li>처리 목적<li>처리 항목<li>보유 기간<li>안전성 확보 조치</ol>" + short, []facts.Clause{facts.Safety}, "safety mention"},
		{"clause in an older version alone", short + "<p>이전 처리방침</p><h2>제1조(처리 목적)</h2><p>회원을 식별합니다.</p>" + lines("2019년 1월 2일 시행"), []facts.Clause{facts.EffectiveDate}, "effective-date absent"},
		{"clause in the menu alone", "<nav><a href=/o>개인정보 보호책임자 안내</a></nav>" + short, []facts.Clause{facts.Officer}, "officer absent"},
		{"heading over a slot", "<h2>개인정보 보호책임자</h2><p>OOO</p><h2>부칙</h2><p>고맙습니다.</p>", []facts.Clause{facts.Officer}, "officer empty"},
		{"heading over an image", "<h2>안전성 확보 조치</h2><p><img src=a.png alt='안내'></p><h2>부칙</h2><p>고맙습니다.</p>", []facts.Clause{facts.Safety}, "safety empty"},
		{"column without content", "<table><thead><tr><th>구분<th>보존 기간<tbody><tr><td>회원 정보<td></table>", []facts.Clause{facts.Retention}, "retention absent"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := statuses(body(t, "<h1>개인정보 처리방침</h1>"+tt.html), tt.of...); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestClausesOfPages takes what the page says that says most.
func TestClausesOfPages(t *testing.T) {
	p := read(t, "policy.html", lines("회사는 개인정보를 제3자에게 제공하지 않습니다.", "목적이 달성되면 파기합니다."),
		row("제공받는 자", "제공 목적", "가온물류", "상품 발송"), lines("종이 문서는 분쇄하여 파기합니다."))
	for c, page := range map[facts.Clause]int{facts.ThirdParty: 1, facts.Destruction: 2} {
		f := facts.Clauses.Of(p)[c]
		if f.Status != facts.Present || f.Page != page || strings.TrimSpace(p.Policy.Pages[page].TextOf(f.Range)) == "" {
			t.Errorf("%s is %s on page %d", c, f.Status, f.Page)
		}
	}
	if got := len(facts.Clauses.Of(p)); got != len(facts.AllClauses) {
		t.Errorf("%d clauses, want %d", got, len(facts.AllClauses))
	}
}
