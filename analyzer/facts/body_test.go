package facts_test

import (
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// regions writes the lines of the first page that belong to a region.
func regions(p *analyzer.Pass, r facts.Region) string {
	var out []string
	for i, region := range facts.Body.Of(p)[0] {
		if region == r {
			out = append(out, p.Policy.Pages[0].Blocks[i].Text)
		}
	}
	return strings.Join(out, " / ")
}

// short is a policy that says enough for its frame to be told from it.
const short = `<h1>개인정보 처리방침</h1>
<h2>제1조(처리 목적)</h2><p>회사는 회원 식별을 위하여 개인정보를 처리합니다.</p>
<h2>제2조(처리 항목)</h2><p>성명, 주소, 휴대전화번호</p>
<h2>제3조(보유 기간)</h2><p>회원 탈퇴 시까지 보유합니다.</p>`

func TestBody(t *testing.T) {
	const own = "개인정보 처리방침 / 제1조(처리 목적) / 회사는 회원 식별을 위하여 개인정보를 처리합니다. / 제2조(처리 항목) / 성명, 주소, 휴대전화번호 / 제3조(보유 기간) / 회원 탈퇴 시까지 보유합니다."
	for _, tt := range []struct {
		name, html string
		region     facts.Region
		left       string // what is left out, as this region; the policy is always the whole body
	}{
		{"nothing around", short, facts.Menu, ""},
		{"page title", "<title>처리방침 | 모란상점</title>" + short, facts.Title, "처리방침 | 모란상점"},
		{"nav", "<nav><a href=/a>새로 나온 상품</a><p>고객센터</p></nav>" + short, facts.Menu, "새로 나온 상품 / 고객센터"},
		{"role of nav", "<div role=navigation><p>개인정보 항목 조회</p></div>" + short, facts.Menu, "개인정보 항목 조회"},
		{"aside", short + "<aside><p>이번 주 인기 상품</p></aside>", facts.Menu, "이번 주 인기 상품"},
		{"header", "<header><p>모란상점</p></header>" + short, facts.Footer, "모란상점"},
		{"footer", short + "<footer><p>모란상점 고객센터 1234-5678</p></footer>", facts.Footer, "모란상점 고객센터 1234-5678"},
		{"list of links", "<ul><li><a href=/1>회사 소개</a><li><a href=/2>채용</a><li><a href=/3>이용약관</a><li><a href=/4>제휴 문의</a></ul>" + short,
			facts.Menu, "회사 소개 / 채용 / 이용약관 / 제휴 문의"},
		{"linked list with clause names", "<p><a href=/1>쿠키 설정</a><p><a href=/2>제3자 제공 현황</a><p><a href=/3>위탁 업체</a><p><a href=/4>파기 절차</a>" + short,
			facts.Menu, "쿠키 설정 / 제3자 제공 현황 / 위탁 업체 / 파기 절차"},
		{"button", "<button>검색</button>" + short, facts.Menu, "검색"},
		{"options of a select", "<select><option>2024년 3월 1일 처리방침<option>2023년 5월 2일 처리방침</select>" + short, facts.Menu, "2024년 3월 1일 처리방침 / 2023년 5월 2일 처리방침"},
		{"contents", "<ol><li>처리 목적<li>처리 항목<li>보유 기간</ol>" + short, facts.Contents, "처리 목적 / 처리 항목 / 보유 기간"},
		{"contents in links", "<ul><li><a href=#1>제1조 처리 목적</a><li><a href=#2>제2조 처리 항목</a><li><a href=#3>제3조 보유 기간</a></ul>" + short,
			facts.Contents, "제1조 처리 목적 / 제2조 처리 항목 / 제3조 보유 기간"},
		{"older versions", short + "<p>이전 개인정보 처리방침</p><p>2023년 5월 2일 시행</p><p>2021년 4월 1일 시행</p>", facts.Older,
			"이전 개인정보 처리방침 / 2023년 5월 2일 시행 / 2021년 4월 1일 시행"},
		{"an older version in full", short + "<h2>이전 처리방침 보기</h2><h2>제1조(처리 목적)</h2><p>회원을 식별합니다.</p><h2>제3조(보유 기간)</h2><p>1년간 보유합니다.</p>", facts.Older,
			"이전 처리방침 보기 / 제1조(처리 목적) / 회원을 식별합니다. / 제3조(보유 기간) / 1년간 보유합니다."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, tt.html)
			if got := regions(p, tt.region); got != tt.left {
				t.Errorf("left out as %d: %q, want %q", tt.region, got, tt.left)
			}
			if got := regions(p, facts.Own); got != own {
				t.Errorf("the policy's own is %q", got)
			}
		})
	}
}

// TestBodyInFrames keeps a policy that stands within what is the frame of other pages.
func TestBodyInFrames(t *testing.T) {
	for _, tt := range []struct{ name, open, close string }{
		{"header", "<header>", "</header>"}, {"footer", "<footer>", "</footer>"}, {"aside", "<aside>", "</aside>"}, {"nav", "<nav>", "</nav>"},
		{"role", "<div role=navigation>", "</div>"}, {"header within header", "<header><div><header>", "</header></div></header>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, "<p>모란상점</p>"+tt.open+short+tt.close+"<p>고맙습니다</p>")
			if got, want := statuses(p, facts.Purpose, facts.Items, facts.Retention), "purpose present, items present, retention present"; got != want {
				t.Errorf("%s", got)
			}
		})
	}
	text := strings.NewReplacer("<h1>", "", "<h2>", "", "</h1>", "\n", "</h2>", "\n", "<p>", "", "</p>", "\n").Replace(short)
	p := body(t, "<h2>회원 가입</h2><form><label>아이디</label><textarea>"+text+"</textarea><button>다음</button></form>")
	if got, want := statuses(p, facts.Purpose, facts.Items, facts.Retention), "purpose present, items present, retention present"; got != want {
		t.Errorf("in a textarea: %s", got)
	}
}

// TestNoFrames lists what looks like a frame or a list beside the policy and is a part of it.
func TestNoFrames(t *testing.T) {
	for _, tt := range []struct{ name, html string }{
		{"three links", "<p><a href=/1>회사 소개</a><p><a href=/2>채용</a><p><a href=/3>이용약관</a>"},
		{"links in a table", "<table><tr><th>업체<th>업무<tr><td><a href=/1>가온물류</a><td><a href=/2>배송</a><tr><td><a href=/3>나래페이</a><td><a href=/4>결제</a></table>"},
		{"a list that does not come again", "<ol><li>성명<li>주소<li>휴대전화번호</ol>"},
		{"an accordion", "<button>안전성 확보 조치</button><p>비밀번호를 암호화하여 저장합니다.</p>"},
		{"a sentence about older versions", "<p>이전 개인정보 처리방침은 아래에서 확인하실 수 있습니다.</p><p>고맙습니다</p>"},
		{"a new clause below older versions", "<h2>개인정보 보호책임자</h2><p>한모란</p>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			html := short + tt.html
			if strings.HasPrefix(tt.name, "a new clause") {
				html = short + "<p>이전 처리방침 보기</p>" + tt.html
			}
			p := body(t, html)
			last := p.Policy.Pages[0].Blocks[len(p.Policy.Pages[0].Blocks)-1].Text
			if own := regions(p, facts.Own); !strings.HasSuffix(own, last) || regions(p, facts.Menu)+regions(p, facts.Contents) != "" {
				t.Errorf("the policy's own is %q", own)
			}
		})
	}
}

// TestRegions reads pages on which more stands than the policy.
func TestRegions(t *testing.T) {
	testFixture(t, "regions", func(p *analyzer.Pass) string {
		var out strings.Builder
		last := facts.Own
		for i, r := range facts.Body.Of(p)[0] {
			text := p.Policy.Pages[0].Blocks[i].Text
			switch r {
			case facts.Own, facts.Title:
			case last:
				out.WriteString(" / " + text)
			default:
				out.WriteString("\n" + r.String() + ": " + text)
			}
			last = r
		}
		return out.String()
	})
}
