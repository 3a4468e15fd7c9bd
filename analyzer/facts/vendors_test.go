package facts_test

import (
	"os"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// vendorSections are the sections of an invented policy, in their order, and what stands in each besides
// the sentence that is tried.
var vendorSections = []struct{ name, html string }{
	{"top", "<h1>가온들상회 개인정보 처리방침</h1><p>가온들상회(이하 ‘회사’)는 이용자의 개인정보를 소중히 여깁니다.</p><h2>제1조(처리 목적)</h2><p>회원 관리, 상품 배송</p>"},
	{"items", "<h2>제2조(처리하는 개인정보의 항목)</h2><p>성명, 연락처, 이메일, 결제정보</p>"},
	{"third", "<h2>제3조(개인정보의 제3자 제공)</h2><p>회사는 개인정보를 이 방침에서 정한 범위에서만 처리합니다.</p>"},
	{"rows", "<h2>제4조(개인정보 처리의 위탁)</h2><table><tr><th>수탁자</th><th>위탁업무</th></tr><tr><td>가람로지스</td><td>상품 배송</td></tr>"},
	{"after", "</table>"},
	{"cookie", "<h2>제5조(쿠키의 설치·운영 및 거부)</h2><p>회사는 쿠키를 사용합니다.</p>"},
	{"safety", "<h2>제6조(안전성 확보조치)</h2><p>접근 통제</p>"},
	{"end", "<h2>제7조(보호책임자)</h2><p>성명: 한가람, 전화: 02-000-0000</p>"},
}

// vendorPolicy is the invented policy with more in some of its sections.
func vendorPolicy(more map[string]string) string {
	var b strings.Builder
	for _, s := range vendorSections {
		b.WriteString(s.html + more[s.name] + "\n")
	}
	return b.String()
}

type vendorSentence struct {
	In, Text string
	Also     map[string]string
	Want     string
}

func vendorSentences(t *testing.T) []vendorSentence {
	t.Helper()
	data, err := os.ReadFile("../../testdata/facts/vendors.toml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Sentence []vendorSentence }
	if err := toml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file.Sentence
}

// TestUndisclosedVendors tries sentences of policies: which companies they show to handle data, and that
// names in passing and disclosures of all forms show none.
func TestUndisclosedVendors(t *testing.T) {
	all := vendorSentences(t)
	if len(all) < 100 {
		t.Fatalf("%d sentences", len(all))
	}
	for _, s := range all {
		more := map[string]string{s.In: s.Text}
		for in, text := range s.Also {
			more[in] = text
		}
		if got := undisclosedIn(body(t, vendorPolicy(more))); got != s.Want {
			t.Errorf("%s (%v)\n got %q, want %q", s.Text, s.Also, got, s.Want)
		}
	}
}

// undisclosedIn are the companies that a policy does not disclose, with what they are used for.
func undisclosedIn(p *analyzer.Pass) string {
	var out []string
	for _, u := range facts.UndisclosedVendors.Of(p) {
		one := u.Company.ID
		if len(u.Named) > 0 {
			one += " " + string(u.Named[0].Role)
		}
		for _, e := range u.Evident {
			one += " " + e.Evidence.Key
		}
		if !u.Sure {
			one += "?"
		}
		out = append(out, one)
	}
	return strings.Join(out, ", ")
}

// TestOwnVendors tries policies of companies that are vendors themselves.
func TestOwnVendors(t *testing.T) {
	for _, name := range []string{"카카오", "주식회사 카카오", "카카오엔터테인먼트", "Kakao Corp."} {
		page := strings.ReplaceAll(vendorPolicy(map[string]string{"cookie": "<p>카카오 픽셀을 이용하여 광고 성과를 측정합니다.</p>"}), "가온들상회", name)
		if got := undisclosedIn(body(t, page)); got != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestListAway asks, where the policy says that its list stands elsewhere.
func TestListAway(t *testing.T) {
	const used = "<p>회사는 구글 애널리틱스를 이용하여 방문 통계를 분석합니다.</p>"
	for _, tt := range []struct{ text, want string }{
		{"<p>수탁업체 현황은 고객센터 페이지에서 확인하실 수 있습니다.</p>", "google analytics?"},
		{"<p><a href='/processors'>처리위탁 현황 보기</a></p>", "google analytics?"},
		{"<p>그 밖의 수탁자 목록은 별첨을 참고하시기 바랍니다.</p>", "google analytics?"},
		{"<p>위탁업무의 내용이나 수탁자가 변경될 경우에는 지체 없이 본 개인정보 처리방침을 통하여 공개하겠습니다.</p>", "google analytics"},
		{"<p>회사는 수탁자가 개인정보를 안전하게 처리하는지 감독합니다.</p>", "google analytics"},
	} {
		got := undisclosedIn(body(t, vendorPolicy(map[string]string{"after": tt.text, "cookie": used})))
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
	if got := undisclosedIn(body(t, vendorPolicy(map[string]string{"rows": "<tr><td>웹로그 분석업체</td><td>방문 통계 분석</td></tr>", "cookie": used}))); got != "google analytics?" {
		t.Errorf("with a category: %q", got)
	}
}

// TestEvidentVendors tries signs from outside the text.
func TestEvidentVendors(t *testing.T) {
	host, global, tag, npm := policy.EvidenceHost, policy.EvidenceGlobal, policy.EvidenceTagID, policy.EvidencePackage
	sign := func(kind policy.EvidenceKind, key string) policy.Evidence {
		e := policy.Evidence{Kind: kind, Key: key}
		if kind == npm {
			e.Ecosystem = "npm"
		}
		return e
	}
	indirect := func(e policy.Evidence) policy.Evidence { e.Indirect = true; return e }
	for name, tt := range map[string]struct {
		more  map[string]string
		signs []policy.Evidence
		want  string
	}{
		"package": {nil, []policy.Evidence{sign(npm, "mixpanel-browser")}, "mixpanel mixpanel-browser"},
		"package of a vendor in the list": {map[string]string{"rows": "<tr><td>Mixpanel, Inc.</td><td>분석</td></tr>"},
			[]policy.Evidence{sign(npm, "mixpanel-browser")}, ""},
		"package of another":        {nil, []policy.Evidence{indirect(sign(npm, "mixpanel-browser"))}, "mixpanel mixpanel-browser?"},
		"unknown package":           {nil, []policy.Evidence{sign(npm, "left-pad")}, ""},
		"host":                      {nil, []policy.Evidence{sign(host, "static.hotjar.com/c/hotjar-1.js")}, "hotjar static.hotjar.com/c/hotjar-1.js"},
		"tag id":                    {nil, []policy.Evidence{sign(tag, "G-ABCDEFGH12")}, "google G-ABCDEFGH12"},
		"tag manager":               {nil, []policy.Evidence{sign(tag, "GTM-ABCD123")}, "google GTM-ABCD123?"},
		"one company, two signs":    {nil, []policy.Evidence{sign(tag, "GTM-ABCD123"), sign(tag, "G-ABCDEFGH12")}, "google G-ABCDEFGH12 GTM-ABCD123"},
		"fonts":                     {nil, []policy.Evidence{sign(host, "fonts.gstatic.com/s/a.woff2")}, ""},
		"weak global alone":         {nil, []policy.Evidence{sign(global, "ga")}, ""},
		"weak global, another sign": {nil, []policy.Evidence{sign(global, "ga"), sign(tag, "G-ABCDEFGH12")}, "google G-ABCDEFGH12 ga"},
		"product in the list":       {map[string]string{"rows": "<tr><td>구글코리아 유한회사</td><td>클라우드</td></tr>"}, []policy.Evidence{sign(tag, "G-ABCDEFGH12")}, ""},
		"text and page": {map[string]string{"cookie": "<p>구글 애널리틱스를 이용하여 방문 통계를 분석합니다.</p>"},
			[]policy.Evidence{sign(tag, "G-ABCDEFGH12")}, "google analytics G-ABCDEFGH12"},
		"log in, in the items": {map[string]string{"items": "<p>네이버, 구글 계정으로 가입 시: 이메일</p>"}, []policy.Evidence{sign(tag, "G-ABCDEFGH12")}, "google G-ABCDEFGH12"},
	} {
		t.Run(name, func(t *testing.T) {
			p := body(t, vendorPolicy(tt.more))
			p.Policy.Evidence = tt.signs
			if got := undisclosedIn(p); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
