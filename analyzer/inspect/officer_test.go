package inspect

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestContacts(t *testing.T) {
	got := object(t, report(t, `<h1>개인정보 처리방침</h1>
<h2>1. 처리 목적</h2><p>회원 관리</p>
<h2>2. 개인정보 보호책임자</h2>
<p>성명 : 한 모 란 / 전화 : 02-0000-0001</p>
<p>개인정보 보호담당자 : 나도담 (b@example.com)</p>
<h2>3. 개인정보의 열람청구</h2><p>열람 청구는 아래의 부서에 할 수 있습니다.</p><p>부서명 : 민원실</p>
<h2>4. 권익침해 구제방법</h2>
<p>개인정보침해신고센터 : 118 (privacy.kisa.or.kr)</p>`))
	person := func(role string, values map[string]any, at map[string]any) map[string]any {
		out := map[string]any{"role": role, "name": nil, "title": nil, "department": nil, "phone": nil, "fax": nil, "email": nil, "at": at}
		for k, v := range values {
			out[k] = v
		}
		return out
	}
	officer := person("officer", map[string]any{"name": "한모란", "phone": "02-0000-0001"}, place(4, 9, 4, 34))
	contact := person("contact", map[string]any{"name": "나도담", "email": "b@example.com"}, place(5, 17, 5, 35))
	for key, want := range map[string]any{
		"officer": officer, "officers": []any{officer, contact},
		"access_department": person("access", map[string]any{"department": "민원실"}, place(6, 63, 6, 66)),
		"remedies":          []any{map[string]any{"body": "개인정보침해신고센터", "phone": "118", "url": "privacy.kisa.or.kr", "address": nil, "at": place(8, 4, 8, 14)}},
	} {
		if diff := cmp.Diff(want, got[key]); diff != "" {
			t.Errorf("%s: want -, got +\n%s", key, diff)
		}
	}
	none := object(t, report(t, "<h1>개인정보 처리방침</h1>"))
	if none["officer"] != nil || none["access_department"] != nil || len(none["officers"].([]any)) != 0 || len(none["remedies"].([]any)) != 0 {
		t.Errorf("of nobody: %v", none)
	}
}
