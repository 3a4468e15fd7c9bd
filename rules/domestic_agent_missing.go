package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// DomesticAgentMissing asks where a policy mentions a domestic agent and does not name one, and reports an
// empty heading.
//
// Only large controllers without an office in Korea must designate one.
//
// With `needs-domestic-agent = true` in the configuration, a policy that says nothing about it is an error, and
// one that denies it is a warning. With `needs-domestic-agent = false` nothing is asked.
//
// # 한국어
//
// 국내대리인을 언급하면서 누구인지 적지 않은 처리방침에 대하여 질문으로 알리고, 제목만 있고 내용이 없으면 경고로
// 알립니다.
//
// 국내에 주소나 영업소가 없는 일정 규모 이상의 처리자만 지정하므로, 아무런 언급이 없으면 알리지 않습니다.
//
// 설정에 `needs-domestic-agent = true`가 있으면 그 내용이 전혀 없는 처리방침은 오류로, 해당 사항이 없다고 적은
// 처리방침은 경고로 알립니다. `needs-domestic-agent = false`이면 묻지 않습니다.
var DomesticAgentMissing = &analyzer.Rule{
	Name:     "domestic-agent-missing",
	Doc:      analyzer.Text{Ko: "국내대리인을 언급하면서 누구인지 적지 않은 처리방침을 찾습니다", En: "finds a policy that mentions a domestic agent and does not name one"},
	Duty:     "domestic-agent",
	Severity: analyzer.Error,
	Run: clause(facts.DomesticAgent, clauseName{
		name: analyzer.Text{Ko: "국내대리인", En: "the domestic agent"},
		help: analyzer.Text{
			Ko: "국내대리인의 성명(법인은 명칭과 대표자의 성명), 주소, 전화번호, 전자우편 주소를 적습니다",
			En: "state the agent's name (of a company, its representative's as well), address, telephone number and e-mail address"},
	}),
}
