package company

import "testing"

// TestMayHaveForm asks of every form, and of each name of the cases that has one.
func TestMayHaveForm(t *testing.T) {
	for _, s := range []string{"㈜가람", "가람 주식회사", "가람주식회사", "Garam Inc.", "Garam, Inc", "Garam Co., Ltd.", "garam llc", "Garam L.L.C.", "Garam B.V.", "Garam GmbH", "株式会社ガラム", "주) 가람", "(주)가람", "유한책임회사 가람", "Garam AG", "Garam S.A.", "Garam Pte. Ltd."} {
		if Bare(s) == s {
			t.Errorf("%q has no form", s)
		}
		if !MayHaveForm(s) {
			t.Errorf("%q may have a form", s)
		}
	}
	for _, s := range []string{"", "상품 배송", "고객 상담 및 불만 처리", "data storage", "Garam Analytics", "서비스 이용", "가람(배송)", "카드사(가람, 나래)"} {
		if MayHaveForm(s) {
			t.Errorf("%q has no form", s)
		}
	}
}
