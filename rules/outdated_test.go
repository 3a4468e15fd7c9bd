package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/law"
	"github.com/pipalint/pipalint/rules"
)

// What the law knows to be stale, and the wording by which it is found, have the same names, and each says in both
// languages what it is.
func TestStaleHasWording(t *testing.T) {
	var names []string
	for _, s := range law.Default().Stale() {
		names = append(names, s.ID)
		if s.Title.Ko == "" || s.Title.En == "" || (s.Replaced.Ko == "") != (s.Replaced.En == "") || s.Kind == 0 || s.Gravity == 0 {
			t.Errorf("incomplete: %+v", s)
		}
		if s.Kind == law.Contact != strings.HasPrefix(s.ID, "stale-remedy-") {
			t.Errorf("%s is of the kind %s", s.ID, s.Kind)
		}
	}
	slices.Sort(names)
	if found := facts.OutdatedNames(); !slices.Equal(names, found) {
		t.Errorf("the law has %v\nfacts find %v", names, found)
	}
}

// outdatedFindings are what rules find in a text by the law of a day, and of the year behind it.
func outdatedFindings(t *testing.T, text, day string, upcoming bool) []analyzer.Diagnostic {
	t.Helper()
	on, err := date.Parse(day)
	if err != nil {
		t.Fatal(err)
	}
	html := "<h1>개인정보 처리방침</h1><h2>1. 처리 목적</h2><p>회원 관리</p><h2>2. 권익침해 구제방법</h2><p>" + text + "</p>"
	pass := analyzer.NewPass(analyzertest.Parse(t, "policy.html", html), date.Date{Year: 2026, Month: 11, Day: 21})
	pass.AsOf(on, upcoming)
	c := analyzer.Check{Rules: []*analyzer.Rule{rules.LawStale, rules.TermDated, rules.RemedyStale, rules.LawMisnamed, rules.TitleNonstandard}}
	return c.RunPass(pass)
}

// outdatedOn are the severities of what rules find in a text by the law of a day, and of the year behind it.
func outdatedOn(t *testing.T, text, day string, upcoming bool) string {
	t.Helper()
	var out []string
	for _, d := range outdatedFindings(t, text, day, upcoming) {
		s := d.Severity.String()
		if d.Question {
			s = "question"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// A reference is stale from its day on, and not before.
func TestStaleByDay(t *testing.T) {
	for _, tt := range []struct{ text, day, want string }{
		{"경찰청 사이버안전국 : 182 (cyberbureau.police.go.kr)", "2016-04-01", ""},
		{"경찰청 사이버안전국 : 182 (cyberbureau.police.go.kr)", "2020-12-31", ""},
		{"경찰청 사이버안전국 : 182 (cyberbureau.police.go.kr)", "2021-01-01", "warning"},
		{"경찰청 사이버테러대응센터 : 1566-0112", "2014-03-10", ""},
		{"경찰청 사이버테러대응센터 : 1566-0112", "2015-07-01", "warning"},
		{"경찰청 사이버수사국 : 182 (ecrm.police.go.kr)", "2023-10-29", ""},
		{"경찰청 사이버수사국 : 182 (ecrm.police.go.kr)", "2023-10-30", "warning"},
		{"대검찰청 : 1301 (www.spo.go.kr)", "2026-10-01", ""},
		{"대검찰청 : 1301 (www.spo.go.kr)", "2026-10-02", "warning"},
		{"정보통신망법 제25조에 따라 위탁합니다.", "2020-08-04", ""},
		{"정보통신망법 제25조에 따라 위탁합니다.", "2020-08-05", "error"},
		{"개인정보 유효기간제에 따라 3년간 이용하지 않은 정보를 분리합니다.", "2015-08-17", ""},
		{"개인정보 유효기간제에 따라 3년간 이용하지 않은 정보를 분리합니다.", "2015-08-18", "warning"},
		{"개인정보 유효기간제에 따라 3년간 이용하지 않은 정보를 분리합니다.", "2023-09-15", "warning"},
		{"개인정보 유효기간제에 따라 1년간 이용하지 않은 정보를 분리합니다.", "2015-08-18", ""},
		{"개인정보 유효기간제에 따라 분리합니다.", "2023-09-14", ""},
		{"개인정보 유효기간제에 따라 분리합니다.", "2023-09-15", "warning"},
		{"제한적 본인확인제 시행에 따른 본인확인", "2012-08-22", ""},
		{"제한적 본인확인제 시행에 따른 본인확인", "2012-08-23", "question"},
		{"제한적 본인확인제 시행에 따른 본인확인", "2014-11-29", "warning"},
		{"개인정보 보호법 시행규칙 별지 제8호 서식", "2020-08-04", ""},
		{"개인정보취급방침을 공개합니다.", "2016-09-22", ""},
		{"개인정보취급방침을 공개합니다.", "2016-09-23", "info"},
		{"개인정보의 기술적·관리적 보호조치 기준을 따릅니다.", "2026-01-01", "warning"},
	} {
		if got := outdatedOn(t, tt.text, tt.day, false); got != tt.want {
			t.Errorf("%s on %s: got %q, want %q", tt.text, tt.day, got, tt.want)
		}
	}
}

// What becomes stale within a year is told where that is asked for.
func TestStaleToCome(t *testing.T) {
	for _, text := range []string{"대검찰청 : 1301 (www.spo.go.kr)", "검찰청의 요구가 있으면 제공합니다.", "유출되면 개인정보 보호법 제34조제3항에 따라 신고합니다."} {
		if got := outdatedOn(t, text, "2026-05-01", true); got != "info" {
			t.Errorf("%s: got %q, want info", text, got)
		}
		if got := outdatedOn(t, text, "2026-05-01", false); got != "" {
			t.Errorf("%s: got %q, want nothing", text, got)
		}
		if got := outdatedOn(t, text, "2025-05-01", true); got != "" {
			t.Errorf("%s: got %q too early", text, got)
		}
	}
}

// A finding says what was so on its day, and how the body was reached then.
func TestStaleTellsOfItsDay(t *testing.T) {
	for _, tt := range []struct{ text, day, says, not string }{
		{"경찰청 사이버테러대응센터 : 1566-0112", "2015-07-01", "경찰청 사이버안전국 (국번없이) 182, cyberbureau.police.go.kr’로", "ecrm"},
		{"경찰청 사이버테러대응센터 : 1566-0112", "2022-01-01", "경찰청 사이버수사국 (국번없이) 182", "ecrm.police"},
		{"경찰청 사이버테러대응센터 : 1566-0112", "2024-01-01", "경찰청 (국번없이) 182, ecrm.police.go.kr’로", "사이버수사국"},
		{"대검찰청 사이버범죄수사단 : 02-3480-3573", "2024-01-01", "대검찰청 (국번없이) 1301, www.spo.go.kr’로", "경찰청"},
		{"대검찰청 사이버범죄수사단 : 02-3480-3573", "2026-11-01", "경찰청 (국번없이) 182", "1301"},
		{"개인정보 분쟁조정위원회 : 1336", "2012-07-30", "개인정보 분쟁조정위원회 (국번없이) 118", "1833"},
		{"개인정보 분쟁조정위원회 : 1336", "2017-07-30", "개인정보 분쟁조정위원회 (국번없이) 1833-6972", "118,"},
		{"제한적 본인확인제 시행에 따른 본인확인", "2012-09-01", "2012-08-23 위헌 결정이 있었음", "2014"},
		{"제한적 본인확인제 시행에 따른 본인확인", "2014-12-01", "2014-11-29 삭제됨", "지금도"},
		{"접속기록을 6개월 이상 보관합니다.", "2024-01-01", "6개월 이상”이라고 적혀 있습니다. 지금도", "”라고"},
		{"13세 미만 아동의 가입에는 법정대리인의 동의를 받습니다.", "2024-01-01", "적혀 있습니다. 맞는 내용입니까?", "지금도"},
	} {
		found := outdatedFindings(t, tt.text, tt.day, false)
		if len(found) != 1 {
			t.Errorf("%s on %s: %d findings", tt.text, tt.day, len(found))
			continue
		}
		if told := found[0].Message.Ko + " " + found[0].Help.Ko; !strings.Contains(told, tt.says) || strings.Contains(told, tt.not) {
			t.Errorf("%s on %s: %s", tt.text, tt.day, told)
		}
	}
}

// What is wrong with some words is said once.
func TestStaleOnce(t *testing.T) {
	for _, text := range []string{
		"저희는 『정보통신망 이용촉진 및 정보보호』에 관한 법률을 준수합니다.",
		"저희는 정보통신망 이용촉진 및 정보보호에 관한 법률 제27조의2에 따릅니다.",
		"방송통신위원회가 고시한 개인정보의 기술적·관리적 보호조치 기준을 따릅니다.",
		"정보통신망법 제29조에 따라 1년간 이용하지 않은 회원의 정보를 파기합니다.",
	} {
		if found := outdatedFindings(t, text, "2026-11-01", false); len(found) != 1 {
			t.Errorf("%s: %d findings: %v", text, len(found), found)
		}
	}
}
