package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RetentionMissing reports a policy that gives neither a period nor an end for keeping personal data.
//
// A criterion is enough where it can be told when it is met: the end of membership, the purpose
// achieved. Periods of recipients and of cookies do not count.
//
// # 한국어
//
// 개인정보의 보유 기간이나 종료 시점을 적지 않은 처리방침을 찾습니다.
//
// ‘회원 탈퇴 시까지’, ‘처리 목적 달성 시까지’처럼 끝나는 때를 알 수 있는 기준이 있으면 충분합니다. 제공받는 자의
// 보유 기간이나 쿠키의 유효 기간은 여기에 해당하지 않습니다.
var RetentionMissing = &analyzer.Rule{
	Name:     "retention-missing",
	Doc:      analyzer.Text{Ko: "처리 및 보유 기간이 없는 처리방침을 찾습니다", En: "finds a policy that gives neither a period nor an end for keeping data"},
	Duty:     "retention",
	Severity: analyzer.Error,
	Run: clause(facts.Retention, clauseName{
		name: analyzer.Text{Ko: "처리 및 보유 기간", En: "how long personal data is kept"},
		help: analyzer.Text{
			Ko: "목적별로 보유 기간이나 파기 시점을 적습니다. 예: “회원 탈퇴 시까지”, “계약 종료 후 5년”",
			En: "state a period or an end for each purpose, such as “until the account is closed” or “5 years from the contract”"},
	}),
}
