package facts_test

import (
	"slices"
	"testing"

	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestHollow(t *testing.T) {
	for _, tt := range []struct {
		name, html string
		want       []string
	}{
		{"nothing under a heading", "<h1>개인정보 처리방침</h1><h2>처리 목적</h2><div id=a></div><h2>보유 기간</h2><p>3년</p>", []string{"처리 목적"}},
		{"the last one", "<h1>개인정보 처리방침</h1><h2>처리 목적</h2><p>회원 관리</p><h2>보유 기간</h2><div id=a></div>", []string{"보유 기간"}},
		{"sections within", "<h1>개인정보 처리방침</h1><h2>처리 목적</h2><h3>회원</h3><p>회원 관리</p>", nil},
		{"all is there", short, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, tt.html)
			var got []string
			for _, at := range facts.Hollow.Of(p) {
				got = append(got, p.Policy.Pages[at.Page].TextOf(at.Range))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSubstance(t *testing.T) {
	for _, tt := range []struct {
		name, html string
		want       bool
	}{
		{"a policy", short, true},
		{"a title", "<title>개인정보 처리방침</title><h1>개인정보 처리방침</h1><div id=app></div>", false},
		{"headings over nothing", "<h1>개인정보 처리방침</h1><h2>처리 목적</h2><div id=a></div><h2>보유 기간</h2><div id=b></div>", false},
		{"a list", "<h1>개인정보 처리업무 위탁 현황</h1><table><tr><th>수탁자<th>위탁 업무<tr><td>가온물류<td>상품 배송</table>", true},
		{"the title of a list", "<h1>개인정보 처리업무 위탁 현황</h1><div id=list></div>", false},
		{"a denial", "<h1>개인정보 처리방침</h1><p>회사는 개인정보를 제3자에게 제공하지 않습니다.</p>", true},
		{"news", "<h1>새 매장을 열었습니다</h1><p>모란상점 2호점에서 만나요.</p>", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := facts.Substance.Of(body(t, tt.html))[0]; got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
