package facts_test

import (
	"testing"

	"github.com/pipalint/pipalint/analyzer/facts"
)

// TestExcludedChildren tells sentences that exclude children from those that let them in with consent.
func TestExcludedChildren(t *testing.T) {
	for text, want := range map[string]bool{
		"만 14세 미만 아동의 개인정보를 수집하지 않습니다.":                                              true,
		"본 서비스는 14세 미만의 가입을 제한합니다.":                                                  true,
		"We do not knowingly collect data of children under 14.":                     true,
		"14歳未満の方の情報は収集しません。":                                                         true,
		"법정대리인의 동의 없이 만 14세 미만 아동의 개인정보를 수집하지 않습니다.":                                 false,
		"만 14세 미만 아동은 부모의 동의를 받아 가입할 수 있습니다.":                                        false,
		"만 14세 미만인 경우 가입할 수 없습니다.":                                                   false,
		"We do not collect data of children under 14 without consent of a guardian.": false,
		"아동의 개인정보를 안전하게 처리합니다.":                                                      false,
	} {
		if got := facts.ExcludedChildren.Of(body(t, short+lines(text))); !got.Range.Empty() != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestGivenController takes the name that is known from outside for that of the controller, where the text names it.
func TestGivenController(t *testing.T) {
	for _, tt := range []struct{ name, text, want, at string }{
		{"주식회사 모란상점", "㈜모란상점(이하 ‘회사’)은 개인정보를 처리합니다.", "모란상점", "모란상점"},
		{"모란상점", "가온들(이하 ‘회사’)은 개인정보를 처리합니다. 가온들은 모란상점의 서비스입니다.", "모란상점", "모란상점"},
		{"모란상점", "가온들(이하 ‘회사’)은 개인정보를 처리합니다.", "모란상점", ""},
		{"", "가온들(이하 ‘회사’)은 개인정보를 처리합니다.", "가온들", "가온들"},
	} {
		p := body(t, "<h1>개인정보 처리방침</h1>"+lines(tt.text))
		p.Controller.Name = tt.name
		if c := facts.Controller.Of(p); c.Name != tt.want || quoteAt(p, c.Range) != tt.at {
			t.Errorf("%q in %s: %q at %q", tt.name, tt.text, c.Name, quoteAt(p, c.Range))
		}
	}
}
