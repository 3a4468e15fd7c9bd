package period

import "testing"

func TestKey(t *testing.T) {
	for _, tt := range []struct {
		texts []string
		want  string
	}{
		{[]string{"5년", "5년간", "60개월", "5 years"}, "5y"},
		{[]string{"1년 6개월", "18개월"}, "1y6m"},
		{[]string{"90일", "90일간"}, "90d"},
		{[]string{"3개월"}, "3m"},
		{[]string{"3~5년", "3년 ~ 5년"}, "3y-5y"},
		{[]string{"24시간"}, "1d"},
		{[]string{"회원 탈퇴 시까지", "탈퇴할 때까지"}, "withdrawal"},
		{[]string{"회원 탈퇴 후 1년"}, "1y+withdrawal"},
		{[]string{"영구", "무기한"}, "indefinite"},
		{[]string{"지체 없이 파기"}, "at-once"},
		{[]string{"필요한 기간 동안", "법령에서 정한 기간"}, ""},
	} {
		for _, text := range tt.texts {
			if got := Parse(text).Key(); got != tt.want {
				t.Errorf("Key of %q = %q, want %q", text, got, tt.want)
			}
		}
	}
}
