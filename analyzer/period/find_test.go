package period

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// showPeriod writes a period: its lengths, its events, and what else it says.
func showPeriod(p Period) string {
	var out []string
	if len(p.Lengths) > 0 {
		out = append(out, show("", p.Lengths))
	}
	for i, e := range p.Events {
		how := "from "
		if p.Until {
			how = "until "
		}
		if i > 0 {
			how = "or "
		}
		out = append(out, how+string(e))
	}
	for _, x := range []struct {
		said bool
		name string
	}{{p.Indefinite, "indefinite"}, {p.Immediate, "immediate"}, {p.ByLaw, "law"}, {p.Vague, "vague"}} {
		if x.said {
			out = append(out, x.name)
		}
	}
	return strings.Join(out, ", ")
}

func TestParse(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"5년", "60m"},
		{"6월", "6m"},
		{"3 월", "3m"},
		{"6월간", "6m"},
		{"3월말", ""},
		{"회원 탈퇴 시까지", "until withdrawal"},
		{"회원탈퇴시까지", "until withdrawal"},
		{"회원 탈퇴 시 즉시 파기", "until withdrawal, immediate"},
		{"회원탈퇴 후 30일", "30d, from withdrawal"},
		{"회원 탈퇴일로부터 6개월", "6m, from withdrawal"},
		{"탈퇴 후 3년간", "36m, from withdrawal"},
		{"최종 로그인 일로부터 1년", "12m, from last-use"},
		{"1년간 미이용 시 파기", "12m, from last-use"},
		{"동의일로부터 3년", "36m, from consent"},
		{"수집일로부터 최대 12개월", "<=12m, from collection"},
		{"촬영일로부터 30일 이내", "<=30d, from recording"},
		{"채용 전형 종료 후 180일", "180d, from occasion-end"},
		{"이용계약 해지일로부터 5년간", "60m, from contract-end"},
		{"계약 종료 시까지", "until contract-end"},
		{"회원 탈퇴 또는 계약 만료 시까지", "until withdrawal, or contract-end"},
		{"목적 달성 시까지", "until purpose"},
		{"수집·이용 목적 달성 후 지체 없이 파기", "until purpose, immediate"},
		{"동의 철회 시까지", "until revocation"},
		{"탈퇴 요청 또는 동의 철회 시", "until withdrawal, or revocation"},
		{"회원탈퇴시까지(2년)", "24m, until withdrawal"},
		{"서비스를 이용하는 동안", "until ongoing"},
		{"앱을 삭제할 때까지", "until request"},
		{"해당 수사·조사 종료 시까지", "until dispute"},
		{"채권·채무관계 정산 시까지", "until settlement"},
		{"졸업 후 5년", "60m, from departure"},
		{"퇴직 후 3년", "36m, from departure"},
		{"상담 완료 후 3년", "36m, from inquiry"},
		{"서비스 종료 시까지", "until shutdown"},
		{"영구", "indefinite"},
		{"준영구 보존", "indefinite"},
		{"무기한", "indefinite"},
		{"지체없이 파기", "immediate"},
		{"법정 의무 보관기간", "law"},
		{"관계 법령에서 정한 기간", "law"},
		{"일정 기간", "vague"},
		{"서비스 제공에 필요한 기간", "vague"},
		{"최소 6개월 이상", ">=6m"},
		{"until membership withdrawal", "until withdrawal"},
		{"5 years from the date of consent", "60m, from consent"},
		{"3 years after termination of the contract", "36m, from contract-end"},
		{"until the purpose is achieved", "until purpose"},
		{"deleted immediately upon withdrawal", "until withdrawal, immediate"},
		{"permanently", "indefinite"},
		{"for a limited period", "vague"},
		{"退会時まで", "until withdrawal"},
		{"退会後30日間", "30d, from withdrawal"},
		{"目的達成まで", "until purpose"},
		{"同意日から3年", "36m, from consent"},
		{"サービスを利用する間", "until ongoing"},
		{"永久", "indefinite"},
		{"탑승 시까지", "until other"},
		{"결연 종료 시까지", "until other"},
		{"서비스를 제공하는 기간 동안", "until ongoing"},
		{"3층까지", ""},
		{"5년(계약 및 철회, 결제 및 공급)", "60m, from revocation"},
		{"영구 삭제", ""},
		{"없음", ""},
		{"-", ""},
		{"", ""},
		{"이름, 전화번호", ""},
	} {
		for _, text := range []string{test.text, norm.NFD.String(test.text)} {
			if got := showPeriod(Parse(text)); got != test.want {
				t.Errorf("%q: %q, want %q", text, got, test.want)
			}
		}
	}
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"회원 탈퇴 후 6개월 간 보관합니다.", "회원 탈퇴 후 6개월 간: 6m, from withdrawal"},
		{"계약 기록은 5년, 분쟁 기록은 3년 보관합니다.", "5년: 60m / 3년: 36m"},
		{"개인정보는 목적 달성 시까지 보유합니다.", "목적 달성 시까지: until purpose"},
		{"회원 탈퇴 절차를 안내합니다.", ""},
		{"지체 없이 파기합니다.", "지체 없이: immediate"},
		{"We keep it for 5 years from the date of purchase.", "5 years from the date of purchase: 60m, from delivery"},
		{"Data is kept until you delete your account.", "until you delete your account: until withdrawal"},
		{"Withdrawal is easy.", ""},
		{"退会後6か月間保管します。", "退会後6か月間: 6m, from withdrawal"},
		{"2025년 3월 1일부터 시행합니다.", ""},
		{"청약철회에 관한 기록 5년", "5년: 60m"},
		{"상담 정보는 상담일부터 6개월, 지원 서류는 채용 종료일부터 1년", "6개월: 6m / 채용 종료일부터 1년: 12m, from occasion-end"},
		{"탈퇴 시 개인정보는 즉시 파기합니다.", "탈퇴 시: from withdrawal / 즉시: immediate"},
		{"The file is kept for 1 year after your last login.", "1 year after your last login: 12m, from last-use"},
		{"계약: 5년\n분쟁: 3년", "5년: 60m / 3년: 36m"},
		{"회원 탈퇴 시 또는 동의 철회 시까지 보관", "회원 탈퇴 시 또는 동의 철회 시까지: until withdrawal, or revocation"},
	} {
		var got []string
		for _, p := range Find(test.text) {
			got = append(got, test.text[p.Start:p.End]+": "+showPeriod(p))
		}
		if got := strings.Join(got, " / "); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

func TestPeriodEqual(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"12개월", "1년간", true},
		{"90일", "3개월", false},
		{"탈퇴 후 6개월", "회원 탈퇴일로부터 6개월", true},
		{"탈퇴 시까지", "탈퇴 후 6개월", false},
		{"영구", "무기한", true},
		{"5년", "최대 5년", false},
	} {
		if got := Parse(test.a).Equal(Parse(test.b)); got != test.want {
			t.Errorf("%s equal to %s: %v", test.a, test.b, got)
		}
	}
}
