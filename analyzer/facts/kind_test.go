package facts_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestKinds(t *testing.T) {
	const recipients = "<table><tr><th>수탁자<th>위탁 업무<tr><td>가온물류<td>상품 배송<tr><td>나래페이<td>결제 대행</table>"
	for _, tt := range []struct {
		name, html string
		want       facts.Kind
	}{
		{"a short policy", short, facts.PolicyKind},
		{"a policy of one sentence", "<h1>개인정보 처리방침</h1><p>회사는 개인정보를 제3자에게 제공하지 않습니다.</p>", facts.PolicyKind},
		{"an old name", strings.Replace(short, "처리방침", "취급방침", 1), facts.PolicyKind},
		{"a policy without a title", strings.Replace(short, "<h1>개인정보 처리방침</h1>", "", 1) + lines("제4조(파기 절차 및 방법)", "종이는 분쇄합니다.", "제5조(정보주체의 권리)", "열람과 정정을 요구할 수 있습니다.", "제6조(안전성 확보 조치)", "비밀번호를 암호화하여 저장합니다."), facts.PolicyKind},
		{"a policy under a page title", "<title>개인정보 처리방침</title>" + strings.Replace(short, "<h1>개인정보 처리방침</h1>", "", 1), facts.PolicyKind},
		{"English", "<h1>Privacy Policy</h1><h2>Purposes of processing</h2><p>We process personal data to deliver orders.</p><h2>Retention</h2><p>We keep it for 3 years.</p>", facts.PolicyKind},
		{"Japanese", "<h1>個人情報処理方針</h1><h2>利用目的</h2><p>会員の識別のために利用します。</p><h2>保有期間</h2><p>退会時まで保有します。</p>", facts.PolicyKind},
		{"processors", "<h1>개인정보 처리 위탁 현황</h1>" + recipients, facts.Subpage},
		{"recipients", "<h1>제3자 제공 현황</h1><table><tr><th>제공받는 자<th>제공 목적<tr><td>가온물류<td>상품 발송</table>", facts.Subpage},
		{"transfers", "<h1>개인정보 국외 이전 현황</h1><table><tr><th>이전받는 자<th>이전 국가<tr><td>Nimbus Cloud<td>미국</table>", facts.Subpage},
		{"a table of processors without a title", recipients, facts.Subpage},
		{"processing procedure", "<h1>개인정보 처리 절차</h1><p>신청서를 접수하여 담당자가 확인합니다.</p>", facts.Subpage},
		{"consent", "<h1>개인정보 수집·이용 동의서</h1><p>수집 항목: 성명, 연락처</p><p>보유 기간: 1년</p><p>동의를 거부할 수 있습니다.</p>", facts.ConsentForm},
		{"marketing consent", "<h1>마케팅 활용 동의</h1><p>수집 항목: 휴대전화번호</p><p>동의하시겠습니까?</p>", facts.ConsentForm},
		{"third-party consent", "<h1>개인정보 제3자 제공 동의</h1><p>제공받는 자: 가온물류</p><p>제공 항목: 성명, 주소</p>", facts.ConsentForm},
		{"terms", "<h1>서비스 이용약관</h1><p>제1조(목적) 이 약관은 회사와 회원의 권리와 의무를 정합니다.</p><p>제2조(정의) 이 약관에서 회원은 가입한 사람입니다.</p>", facts.Terms},
		{"terms in English", "<h1>Terms of Service</h1><p>These terms govern your use of the service.</p>", facts.Terms},
		{"policy on operation", "<h1>커뮤니티 운영 정책</h1><p>욕설을 올리면 글을 지웁니다.</p>", facts.Terms},
		{"news", "<h1>새 매장을 열었습니다</h1><p>모란상점 2호점에서 만나요.</p>", facts.Other},
		{"not found", "<h1>페이지를 찾을 수 없습니다</h1><p>주소를 확인해 주세요.</p>", facts.Other},
		{"sign in", "<h1>로그인</h1><form><label>아이디<input></label><button>로그인</button></form><p>비밀번호를 잊으셨나요?</p>", facts.Other},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, tt.html)
			if got := facts.Kinds.Of(p)[0]; got != tt.want {
				t.Errorf("got %s, want %s (%s)", got, tt.want, statuses(p, ten...))
			}
		})
	}
	two := read(t, "policy.html", "<h1>이용약관</h1><p>이 약관은 회원에게 적용됩니다.</p>", short)
	if got := facts.Kinds.Of(two); !slices.Equal(got, []facts.Kind{facts.Terms, facts.PolicyKind}) {
		t.Errorf("of two pages: %v", got)
	}
}

func TestTitles(t *testing.T) {
	for _, tt := range []struct{ name, html, want string }{
		{"heading", "<title>모란상점</title><p>모란상점</p>" + short, "개인정보 처리방침"},
		{"heading with a name", strings.Replace(short, "개인정보", "모란상점 개인정보", 1), "모란상점 개인정보 처리방침"},
		{"paragraph", lines("개인정보 처리방침") + strings.Replace(short, "<h1>개인정보 처리방침</h1>", "", 1), "개인정보 처리방침"},
		{"page title where the body has none", "<title>개인정보 처리방침</title>" + strings.Replace(short, "<h1>개인정보 처리방침</h1>", "", 1), "개인정보 처리방침"},
		{"first heading where nothing names it", lines("안녕하세요.") + strings.Replace(short, "<h1>개인정보 처리방침</h1>", "", 1), "제1조(처리 목적)"},
		{"English", "<h1>Privacy Policy</h1><h2>Retention</h2><p>We keep it for 3 years.</p>", "Privacy Policy"},
		{"first line where there is no heading", lines("안녕하세요.", "반갑습니다."), "안녕하세요."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, tt.html)
			if got := quoteAt(p, facts.Titles.Of(p)[0]); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	if got := facts.Titles.Of(body(t, "<img src=policy.png>"))[0]; !got.Empty() {
		t.Errorf("a page without text is named by %v", got)
	}
}

func TestKindsFixture(t *testing.T) {
	testFixture(t, "kinds", func(p *analyzer.Pass) string { return string(facts.Kinds.Of(p)[0]) })
}
