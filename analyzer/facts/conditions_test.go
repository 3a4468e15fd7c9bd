package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestConditions(t *testing.T) {
	testFixture(t, "conditions", func(p *analyzer.Pass) string {
		var out strings.Builder
		for _, c := range facts.AllClauses {
			if at, ok := facts.Conditions.Of(p)[c]; ok {
				fmt.Fprintf(&out, "%s: %s\n", c, quoteAt(p, at.Range))
			}
		}
		return out.String()
	})
}

// TestConditionsOfPages looks at all pages of a policy: one may show what another leads away from.
func TestConditionsOfPages(t *testing.T) {
	const footage = "<h1>개인정보 처리방침</h1><h2>처리하는 개인정보의 항목</h2><p>이름, CCTV 영상</p>"
	p := read(t, "policy.html", short, footage)
	if got := facts.Conditions.Of(p)[facts.VideoDevices]; got.Page != 1 || got.Range.Empty() {
		t.Errorf("on the second page: %+v", got)
	}
	p = read(t, "policy.html", footage, "<nav><a href=/cctv>CCTV 운영 방침</a></nav>"+short)
	if got, ok := facts.Conditions.Of(p)[facts.VideoDevices]; ok {
		t.Errorf("with a page of its own: %+v", got)
	}
}

// TestEntriesOfLists holds apart headings and entries of lists in which the words of a heading stand.
func TestEntriesOfLists(t *testing.T) {
	for _, tt := range []struct{ name, html, want string }{
		{"heading", "<h2>국내대리인</h2><h2>부칙</h2><p>없음</p>", "domestic-agent empty"},
		{"numbered heading", lines("1. 처리 목적", "회원 관리", "2. 국내대리인", "3. 처리 항목", "이름"), "domestic-agent empty"},
		{"entry", "<h2>문의</h2><ul><li>국내대리인</li></ul>", "domestic-agent absent"},
		{"bullet", "<h2>문의</h2>" + lines("- 국내대리인"), "domestic-agent absent"},
		{"short line", "<h2>문의</h2>" + lines("고객센터, 국내대리인"), "domestic-agent absent"},
		{"one of several plain headings", lines("처리 목적", "회원을 관리하려고 씁니다.", "처리 항목", "이름을 받습니다.", "국내대리인", "보유 기간", "1년 보유합니다."), "domestic-agent empty"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := statuses(body(t, short+tt.html), facts.DomesticAgent); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
