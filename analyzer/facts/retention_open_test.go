package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// TestOpenEndeds reads what is kept without an end that can be told, and for good.
func TestOpenEndeds(t *testing.T) {
	why := [...]string{facts.SomeTime: "some time", facts.OwnRules: "own rules", facts.AsLawSays: "law", facts.ByRules: "by rules", facts.KeptOn: "kept on"}
	testFixture(t, "retention-open", func(p *analyzer.Pass) string {
		var out []string
		for _, o := range facts.OpenEndeds.Of(p) {
			out = append(out, why[o.Why]+": "+o.Words.Text)
		}
		for _, r := range facts.Unlimited.Of(p) {
			out = append(out, "for good: "+showRetained(r))
		}
		return strings.Join(out, "\n")
	})
}

// TestPeriodConflicts reads what gets two periods.
func TestPeriodConflicts(t *testing.T) {
	testFixture(t, "retention-conflicts", func(p *analyzer.Pass) string {
		var out []string
		for _, c := range facts.PeriodConflicts.Of(p) {
			first, plain := showRetained(c.First), ""
			if !c.AtOnce.Range.Empty() {
				first = quoteAt(p, c.AtOnce.Range)
			}
			if c.Plain {
				plain = " (plain)"
			}
			out = append(out, fmt.Sprintf("%s <> %s%s", first, showRetained(c.Second), plain))
		}
		return strings.Join(out, "\n")
	})
}

// TestPublicBody tells public bodies from private ones.
func TestPublicBody(t *testing.T) {
	for _, test := range []struct {
		text string
		want bool
	}{
		{"한들초등학교(이하 '학교')는 개인정보를 보호합니다.", true},
		{"가람시(이하 '시')는 개인정보를 보호합니다.", true},
		{"누리도 새벌군(이하 '군')은 개인정보를 보호합니다.", true},
		{"온새미진흥원(이하 '진흥원')은 개인정보를 보호합니다.", true},
		{"바른길은 「공공기록물 관리에 관한 법률」에 따라 기록을 보존합니다.", true},
		{"도담문구(이하 '회사')는 개인정보를 보호합니다.", false},
		{"하늬항공 주식회사(이하 '회사')는 개인정보를 보호합니다.", false},
		{"해당 개인정보(또는 개인정보파일)를 별도의 데이터베이스로 옮깁니다.", false},
	} {
		if got := facts.PublicBody.Of(body(t, "<h1>개인정보 처리방침</h1>"+lines(test.text))); got != test.want {
			t.Errorf("%s: %v", test.text, got)
		}
	}
}
