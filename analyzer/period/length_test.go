package period

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// show writes lengths as the tests do: 6m is six months, 36m-60m a range, >= at least, <= at most.
func show(text string, list []Length) string {
	var out []string
	for _, l := range list {
		s := showAmount(l.Amount)
		if !l.Max.IsZero() {
			s += "-" + showAmount(l.Max)
		}
		if l.AtLeast {
			s = ">=" + s
		}
		if l.AtMost {
			s = "<=" + s
		}
		if text != "" {
			s += " " + text[l.Start:l.End]
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func showAmount(a Amount) string {
	s := ""
	for _, part := range []struct {
		n    int
		unit string
	}{{a.Months, "m"}, {a.Days, "d"}, {a.Hours, "h"}} {
		if part.n != 0 {
			s += fmt.Sprint(part.n, part.unit)
		}
	}
	return s
}

func TestLengths(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// digits and units
		{"5년", "60m"},
		{"5년간 보관합니다", "60m"},
		{"5 년간", "60m"},
		{"12개월", "12m"},
		{"6개월간", "6m"},
		{"6 개월", "6m"},
		{"6개 월", "6m"},
		{"3달", "3m"},
		{"2주", "14d"},
		{"2주간", "14d"},
		{"1주일", "7d"},
		{"90일", "90d"},
		{"30일간", "30d"},
		{"1,095일", "1095d"},
		{"10영업일", "10d"},
		{"5 영업일 이내", "<=5d"},
		{"24시간", "24h"},
		{"72시간 이내에", "<=72h"},
		{"５년", "60m"},
		{"１２개월", "12m"},
		{"탈퇴후30일", "30d"},
		{"최대3년", "<=36m"},
		{"(5)년", "60m"},
		{"**5년**", "60m"},
		{"5\u00A0년", "60m"},
		{"5\u200B년", "60m"},
		{"1.5년", "18m"},
		{"만 5년", "60m"},
		{"약 3개월", "3m"},
		{"5년보관", "60m"},
		{"5년동안", "60m"},
		{"3년(소비자 분쟁)", "36m"},
		{"기간:3년", "36m"},
		{"5년/3년", "60m | 36m"},
		{"5년, 3년, 6개월", "60m | 36m | 6m"},
		{"3년 또는 5년", "36m | 60m"},
		// put together
		{"1년 6개월", "18m"},
		{"1년6개월", "18m"},
		{"1년 6월", "18m"},
		{"2년 반", "30m"},
		{"2년반 동안", "30m"},
		{"3개월 15일", "3m15d"},
		{"1년 30일", "12m30d"},
		{"1일 12시간", "1d12h"},
		{"반년", "6m"},
		{"반 년", "6m"},
		{"반년간", "6m"},
		{"한 달 반", "1m15d"},
		{"1년 반환 기간", "12m"},
		// ranges
		{"3~5년", "36m-60m"},
		{"3∼5년", "36m-60m"},
		{"3～5년", "36m-60m"},
		{"3-5년", "36m-60m"},
		{"3 ~ 5년간", "36m-60m"},
		{"3년~5년", "36m-60m"},
		{"3년 내지 5년", "36m-60m"},
		{"3년에서 5년", "36m-60m"},
		{"6개월~1년", "6m-12m"},
		{"7~30일", "7d-30d"},
		{"1~2주", "7d-14d"},
		// numbers in words
		{"한 달", "1m"},
		{"한달", "1m"},
		{"두달", "2m"},
		{"석 달", "3m"},
		{"넉 달", "4m"},
		{"여섯 달", "6m"},
		{"열두 달", "12m"},
		{"삼 년", "36m"},
		{"삼년", "36m"},
		{"오년", "60m"},
		{"오 년간", "60m"},
		{"십년", "120m"},
		{"십오년", "180m"},
		{"이십 년", "240m"},
		{"일년", "12m"},
		{"육개월", "6m"},
		{"육 개월", "6m"},
		{"일주일", "7d"},
		{"이주일", "14d"},
		{"삼 주간", "21d"},
		{"한 주", ""},
		{"한 주간", "7d"},
		{"칠일 전", "7d"},
		{"십일 이내", "<=10d"},
		{"삼십일 이내", "<=30d"},
		{"구십 일간", "90d"},
		{"백팔십일간", "180d"},
		{"두 해 동안", "24m"},
		{"보름", "15d"},
		{"보름간", "15d"},
		{"열흘 이내", "<=10d"},
		{"사흘", "3d"},
		{"하루 동안", "1d"},
		{"이틀 이내", "<=2d"},
		{"한 시간", "1h"},
		{"세 시간", "3h"},
		{"오(5)년", "60m"},
		{"5(오)년", "60m"},
		// English
		{"five years", "60m"},
		{"Five Years", "60m"},
		{"five (5) years", "60m"},
		{"5 (five) years", "60m"},
		{"a period of three (3) years", "36m"},
		{"6 months", "6m"},
		{"6-month period", "6m"},
		{"one-year period", "12m"},
		{"half a year", "6m"},
		{"a year", "12m"},
		{"a month", "1m"},
		{"one year and six months", "18m"},
		{"1 year 6 months", "18m"},
		{"one and a half", ""},
		{"two years and a half", "30m"},
		{"3-5 years", "36m-60m"},
		{"3 to 5 years", "36m-60m"},
		{"between 3 and 5 years", "60m"},
		{"twenty-four months", "24m"},
		{"one hundred eighty days", "180d"},
		{"ninety (90) days", "90d"},
		{"30 days", "30d"},
		{"30 calendar days", "30d"},
		{"ten business days", "10d"},
		{"2 weeks", "14d"},
		{"a fortnight", "14d"},
		{"24 hours", "24h"},
		{"at least 6 months", ">=6m"},
		{"a minimum of one year", ">=12m"},
		{"up to 3 years", "<=36m"},
		{"no longer than 90 days", "<=90d"},
		{"5 years or more", ">=60m"},
		{"within 10 days", "<=10d"},
		{"5yrs", "60m"},
		// Japanese
		{"5年", "60m"},
		{"5年間", "60m"},
		{"５年間", "60m"},
		{"三年", "36m"},
		{"三年間", "36m"},
		{"十年", "120m"},
		{"二十年", "240m"},
		{"六ヶ月", "6m"},
		{"六か月間", "6m"},
		{"6か月", "6m"},
		{"3ヵ月", "3m"},
		{"１カ月間", "1m"},
		{"1年6か月", "18m"},
		{"1年半", "18m"},
		{"半年", "6m"},
		{"2週間", "14d"},
		{"一週間", "7d"},
		{"30日間", "30d"},
		{"24時間", "24h"},
		{"3年から5年", "36m-60m"},
		{"最長3年", "<=36m"},
		{"少なくとも1年", ">=12m"},
		{"5年以上", ">=60m"},
		{"30日以内", "<=30d"},
		{"五営業日", "5d"},
		// at least, at most
		{"최소 6개월 이상", ">=6m"},
		{"1년 이상", ">=12m"},
		{"최대 12개월", "<=12m"},
		{"최장 5년", "<=60m"},
		{"30일 이내", "<=30d"},
		{"5년 미만", "<=60m"},
		{"적어도 2년", ">=24m"},
		{"3년 초과", ">=36m"},
		// none
		{"2025년", ""},
		{"1988년", ""},
		{"2025년 3월", ""},
		{"2025년 3월 1일", ""},
		{"2025년3월1일부터", ""},
		{"25년 3월 1일", ""},
		{"'25년 3월", ""},
		{"2025. 3. 1일", ""},
		{"2025년도", ""},
		{"3월", ""},
		{"3월 1일", ""},
		{"12월 31일까지", ""},
		{"매월 25일", ""},
		{"익월 10일", ""},
		{"제5년", ""},
		{"제 5 년", ""},
		{"3년차", ""},
		{"3주차", ""},
		{"5년생", ""},
		{"10주년", ""},
		{"만 14세", ""},
		{"14세 미만", ""},
		{"1990년대", ""},
		{"4년제 대학", ""},
		{"5달러", ""},
		{"1일 2회", ""},
		{"1일 최대 3회", ""},
		{"1년에 1회", ""},
		{"1년에 한 번", ""},
		{"3개월마다", ""},
		{"6개월 단위로", ""},
		{"매 3개월", ""},
		{"제3일", ""},
		{"1일자", ""},
		{"2일차", ""},
		{"24시간제", ""},
		{"3시간대", ""},
		{"이 일은", ""},
		{"오일 교체", ""},
		{"사주 풀이", ""},
		{"이주 노동자", ""},
		{"세일 기간", ""},
		{"이 달의 소식", ""},
		{"위한 해석", ""},
		{"제15조", ""},
		{"1588-1234 일반", ""},
		{"v3년", ""},
		{"5 years old", ""},
		{"once a year", ""},
		{"three times a year", ""},
		{"every 3 months", ""},
		{"per day", ""},
		{"2025 year", ""},
		{"one", ""},
		{"令和6年", ""},
		{"令和6年4月1日", ""},
		{"2024年4月1日", ""},
		{"4月1日", ""},
		{"第5年", ""},
		{"3年生", ""},
		{"1日2回", ""},
		{"2024年度", ""},
		{"3ヶ月ごと", ""},
		{"同一年", ""},
		{"구매 3년", "36m"},
		{"1. 5년간 보관", "60m"},
		{"7일 전", "7d"},
		{"0일", ""},
		{"0~1일", "-1d"},
		{"", ""},
	} {
		for _, text := range []string{test.text, norm.NFD.String(test.text), "(" + test.text + ")"} {
			if strings.HasPrefix(test.text, "'") && text[0] == '(' {
				continue
			}
			if got := show("", Lengths(text)); got != test.want {
				t.Errorf("%q: %q, want %q", text, got, test.want)
			}
		}
	}
}

func TestLengthsStand(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"계약에 관한 기록: 5년간 보관", "60m 5년간"},
		{"최소 6개월 이상, 1년 6개월 이내", ">=6m 6개월 | <=18m 1년 6개월"},
		{"보관은 3 ~ 5년으로 한다", "36m-60m 3 ~ 5년"},
		{"for five (5) years from", "60m five (5) years"},
		{norm.NFD.String("가입 후 한 달 보관"), "1m " + norm.NFD.String("한 달")},
		{"５年間保管", "60m ５年間"},
		{"2024년 3월 1일부터 5년 간", "60m 5년 간"},
		{"1일 2회, 30일간 보관", "30d 30일간"},
		{"five  years", "60m five  years"},
	} {
		if got := show(test.text, Lengths(test.text)); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

func TestCompare(t *testing.T) {
	amount := func(text string) Amount {
		list := Lengths(text)
		if len(list) != 1 {
			t.Fatalf("%q: %v", text, list)
		}
		return list[0].Amount
	}
	for _, test := range []struct{ a, b, want string }{
		{"12개월", "1년", "="},
		{"90일", "3개월", "?"},
		{"24시간", "1일", "="},
		{"2주", "14일", "="},
		{"6개월", "1년", "<"},
		{"5년", "3년", ">"},
		{"365일", "1년", "?"},
		{"60일", "3개월", "<"},
		{"100일", "3개월", ">"},
		{"1년 6개월", "18개월", "="},
		{"30일", "1개월", "?"},
		{"3개월", "100일", "<"},
		{"5년", "1826일", "?"},
		{"1년", "300일", ">"},
	} {
		order, ok := amount(test.a).Compare(amount(test.b))
		got := "?"
		if ok {
			got = string("<=>"[order+1])
		}
		if got != test.want {
			t.Errorf("%s %s %s, want %s", test.a, got, test.b, test.want)
		}
		if equal := amount(test.a).Equal(amount(test.b)); equal != (test.want == "=") {
			t.Errorf("%s equal to %s: %v", test.a, test.b, equal)
		}
	}
}
