package rules_test

import (
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/rules"
)

// TestTransferUndisclosedByDay holds that nothing is reported before any law had policies disclose transfers.
func TestTransferUndisclosedByDay(t *testing.T) {
	const policy = `<h1>개인정보 처리방침</h1>
<h2>1. 처리하는 개인정보의 항목</h2>
<p>성명, 이메일</p>
<h2>2. 개인정보 처리의 위탁</h2>
<table>
<tr><th>수탁자</th><th>위탁업무</th></tr>
<tr><td>Zendesk</td><td>고객 상담</td></tr>
</table>
<h2>3. 정보주체의 권리와 행사 방법</h2>
<p>열람, 정정, 삭제, 처리정지를 전화로 요구할 수 있습니다.</p>
<h2>4. 개인정보 보호책임자</h2>
<p>성명: 김다온, 전화: 02-000-0000</p>
`
	for day, want := range map[string]string{
		"2020-08-04": "", "2020-08-05": "warning", "2023-09-14": "warning", "2023-09-15": "warning", "2024-03-14": "warning",
		"2024-03-15": "warning", "2026-11-21": "warning",
	} {
		d, err := date.Parse(day)
		if err != nil {
			t.Fatal(err)
		}
		check := &analyzer.Check{Rules: []*analyzer.Rule{rules.TransferUndisclosed}, Day: d}
		got := ""
		for _, f := range check.Run(analyzertest.Parse(t, "policy.html", policy)) {
			got = f.Severity.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}
