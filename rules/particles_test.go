package rules

import "testing"

func TestParticles(t *testing.T) {
	for _, tt := range []struct {
		with func(string) string
		in   string
		want string
	}{
		{withSubject, "이용 목적", "이용 목적이"},
		{withSubject, "이전 국가", "이전 국가가"},
		{withSubject, "거부하는 방법(효과)", "거부하는 방법(효과)이"},
		{withDirection, "‘통신비밀보호법’", "‘통신비밀보호법’으로"},
		{withDirection, "‘개인정보 보호법 시행규칙’", "‘개인정보 보호법 시행규칙’으로"},
		{withDirection, "‘개인정보 보호책임자’", "‘개인정보 보호책임자’로"},
		{withDirection, "최소 보관기간 1일", "최소 보관기간 1일로"},
		{withDirection, "제28조의8", "제28조의8로"},
		{withDirection, "제30조의3", "제30조의3으로"},
		{withDirection, "현행 조문(제15조, 제22조의2)", "현행 조문(제15조, 제22조의2)으로"},
		{withDirection, "‘경찰청 (국번없이) 182, ecrm.police.go.kr’", "‘경찰청 (국번없이) 182, ecrm.police.go.kr’로"},
		{withQuoting, "“정보통신망법”", "“정보통신망법”이라고"},
		{withQuoting, "“법령을 준수합니다.”", "“법령을 준수합니다.”라고"},
		{withSubject, "‘mixpanel-browser’", "‘mixpanel-browser’가"},
		{withSubject, "‘OR’", "‘OR’이"},
		{withSubject, "‘Google’", "‘Google’이"},
		{withDirection, "‘Apple’", "‘Apple’로"},
		{withSubject, "‘Samsung’", "‘Samsung’이"},
		{withSubject, "‘fcm.googleapis.com’", "‘fcm.googleapis.com’이"},
		{withQuoting, "", "라고"},
	} {
		if got := tt.with(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}
