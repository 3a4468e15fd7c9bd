package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// AutomatedDecisionMissing asks where a policy names decisions made by automated systems and does not state
// their criteria and procedure, and reports an empty heading.
//
// The law lets these be published elsewhere than in the policy, and whether people take part in the
// decision only the controller knows.
//
// With `automated-decisions = true` in the configuration, the rule asks whether what the policy does not state is
// published elsewhere; with `automated-decisions-elsewhere = false` as well, it is an error. A policy that denies
// it is a warning. With `automated-decisions = false` nothing is asked.
//
// # 한국어
//
// 자동화된 심사나 평가를 언급하면서 자동화된 결정의 기준과 절차를 적지 않은 처리방침에 대하여 질문으로 알리고, 제목만
// 있고 내용이 없으면 경고로 알립니다.
//
// 자동화된 결정에 관한 사항은 처리방침이 아닌 곳에 공개할 수도 있고, 결정에 사람이 개입하는지는 글만으로 알 수 없으므로
// 질문으로만 알립니다.
//
// 설정에 `automated-decisions = true`가 있으면 그 내용이 없는 처리방침에 대하여 다른 곳에 공개하는지 묻고,
// `automated-decisions-elsewhere = false`까지 있으면 오류로 알립니다. 해당 사항이 없다고 적은 처리방침은 경고로
// 알립니다. `automated-decisions = false`이면 묻지 않습니다.
var AutomatedDecisionMissing = &analyzer.Rule{
	Name:     "automated-decision-missing",
	Doc:      analyzer.Text{Ko: "자동화된 심사·평가를 언급하면서 기준과 절차를 적지 않은 처리방침을 찾습니다", En: "finds a policy that names automated decisions and not their criteria"},
	Duty:     "automated-decision",
	Severity: analyzer.Error,
	Run: clause(facts.AutomatedDecision, clauseName{
		name: analyzer.Text{Ko: "자동화된 결정의 기준과 절차", En: "the criteria and procedure of automated decisions"},
		help: analyzer.Text{
			Ko: "자동화된 결정의 목적과 대상, 이용하는 주요 개인정보, 처리 절차, 거부하거나 설명을 요구하는 방법을 적습니다",
			En: "state purpose, scope, main data used, procedure, and how to refuse or ask for an explanation"},
	}),
}
