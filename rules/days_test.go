package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/rules"
)

// An invented policy of a shop that took effect in 2012 and was never changed.
const sleeping = `<h1>개인정보취급방침</h1>
<p>마중나무서점은 고객의 개인정보를 다음과 같이 다룹니다.</p>
<h2>1. 개인정보의 수집 목적</h2>
<p>책의 주문과 배달, 독서 모임의 안내</p>
<h2>2. 수집하는 개인정보의 항목</h2>
<p>성명, 주소, 전화번호, 쿠키</p>
<h2>3. 개인정보의 보유 기간</h2>
<p>회원 탈퇴 시까지 보유합니다. 다만 개인정보 유효기간제에 따라 3년간 이용하지 않은 회원의 정보는 분리하여 보관합니다.</p>
<p>회원 정보는 미국에 있는 서버에 보관합니다.</p>
<h2>4. 정보주체의 권리와 행사 방법</h2>
<p>고객은 언제든지 열람, 정정, 삭제, 처리정지를 서면이나 전화로 요구할 수 있습니다.</p>
<h2>5. 안전성 확보 조치</h2>
<p>내부 관리계획을 세우고 직원을 교육하며, 비밀번호를 암호화합니다.</p>
<h2>6. 도움을 받을 수 있는 기관</h2>
<ul>
<li>경찰청 사이버테러대응센터: 1566-0112</li>
<li>대검찰청: 1301</li>
</ul>
<p>이 방침은 2012년 9월 3일부터 시행합니다.</p>
`

// TestOnePolicyOnManyDays judges it by the law of days between 2012 and 2027.
func TestOnePolicyOnManyDays(t *testing.T) {
	chosen := []*analyzer.Rule{
		rules.PurposeMissing, rules.ItemsMissing, rules.RetentionMissing, rules.DestructionMissing, rules.RightsMissing, rules.OfficerMissing,
		rules.SafetyMissing, rules.AutoCollectionMissing, rules.OverseasTransferMissing, rules.RemediesMissing, rules.ChangesMissing,
		rules.OlderThanLaw, rules.LawStale, rules.TitleNonstandard, rules.TermDated, rules.RemedyStale,
	}
	const (
		destruction = "destruction-missing error"
		officer     = "officer-missing error"
		cookies     = "auto-collection-missing warning"
		abroad      = "overseas-transfer-missing warning"
		changes     = "changes-missing info"
		term        = "term-dated info"
		title       = "title-nonstandard info" // which tells the term in the title, where a guideline asks for another
		dormant     = "law-stale warning"
		police      = "remedy-stale warning 경찰청 사이버테러대응센터"
		prosecution = "remedy-stale warning 대검찰청"
		older       = "older-than-law info"
	)
	for _, tt := range []struct {
		day  string
		want []string
	}{
		{"2012-09-03", []string{destruction}},
		{"2014-03-11", []string{destruction, police}},
		{"2015-08-17", []string{destruction, police}},
		{"2015-08-18", []string{destruction, dormant + " one year, not three", police}},
		{"2016-09-23", []string{destruction, term, dormant + " one year, not three", police}},
		{"2017-03-30", []string{destruction, term, dormant + " one year, not three", police, older + " 2016-09-30"}},
		{"2017-03-31", []string{destruction, officer, term, cookies, dormant + " one year, not three", police, older + " 2016-09-30"}},
		{"2020-08-05", []string{destruction, officer, term, cookies, dormant + " one year, not three", police, older + " 2020-08-05 2016-09-30"}},
		{"2023-09-15", []string{destruction, officer, title, changes, cookies, dormant + " ended on 2023-09-15", police, older + " 2023-09-15 2020-08-05 2016-09-30"}},
		{"2024-03-15", []string{destruction, officer, title, changes, cookies, dormant + " ended on 2023-09-15", abroad, police, older + " 2024-03-15 2020-08-05 2016-09-30"}},
		{"2026-10-01", []string{destruction, officer, title, changes, cookies, dormant + " ended on 2023-09-15", abroad, police, older + " 2024-03-15 2020-08-05 2016-09-30"}},
		{"2026-10-02", []string{destruction, officer, title, changes, cookies, dormant + " ended on 2023-09-15", abroad, police, prosecution, older + " 2024-03-15 2020-08-05 2016-09-30"}},
		{"2027-03-09", []string{destruction, officer, title, changes, cookies, dormant + " ended on 2023-09-15", abroad, police, prosecution, older + " 2024-03-15 2020-08-05 2016-09-30"}},
	} {
		day, err := date.Parse(tt.day)
		if err != nil {
			t.Fatal(err)
		}
		pass := analyzer.NewPass(analyzertest.Parse(t, "page.html", sleeping), date.Date{Year: 2027, Month: 3, Day: 9})
		pass.AsOf(day, false)
		found := (&analyzer.Check{Rules: chosen}).RunPass(pass)
		if len(found) != len(tt.want) {
			t.Errorf("%s: %d findings, want %d", tt.day, len(found), len(tt.want))
		}
		for _, d := range found {
			if !slices.ContainsFunc(tt.want, func(want string) bool { return tells(d, want) }) {
				t.Errorf("%s: not wanted: %s %s “%s”: %s", tt.day, d.Rule.Name, d.Severity, d.Quote, d.Message.En)
			}
		}
	}
}

// tells reports whether a finding is the one wanted: its rule, its severity, and words in its message in
// their order.
func tells(d analyzer.Diagnostic, want string) bool {
	rest, ok := strings.CutPrefix(want, d.Rule.Name+" "+d.Severity.String())
	message := d.Message.En
	for _, word := range strings.Fields(rest) {
		var found bool
		if _, message, found = strings.Cut(message, word); !found {
			return false
		}
	}
	return ok
}
