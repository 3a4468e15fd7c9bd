package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// AdditionalUseMissing asks where a policy speaks of additional use or provision without consent and gives
// no criteria for it, and reports an empty heading.
//
// Only where it goes on continuously must the criteria be disclosed, and a policy seldom tells.
//
// With `additional-use = true` in the configuration, a policy that says nothing about it is an error, and one that
// denies it is a warning. With `additional-use = false` nothing is asked.
//
// # 한국어
//
// 동의 없는 추가적인 이용·제공을 언급하면서 판단 기준을 적지 않은 처리방침에 대하여 질문으로 알리고, 제목만 있고
// 내용이 없으면 경고로 알립니다.
//
// 판단 기준은 추가적인 이용·제공이 지속적으로 발생하는 경우에만 공개하면 되므로, 아무런 언급이 없으면 알리지 않습니다.
//
// 설정에 `additional-use = true`가 있으면 그 내용이 전혀 없는 처리방침은 오류로, 해당 사항이 없다고 적은 처리방침은
// 경고로 알립니다. `additional-use = false`이면 묻지 않습니다.
var AdditionalUseMissing = &analyzer.Rule{
	Name:     "additional-use-missing",
	Doc:      analyzer.Text{Ko: "추가적인 이용·제공을 언급하면서 판단 기준을 적지 않은 처리방침을 찾습니다", En: "finds a policy that speaks of additional use and gives no criteria"},
	Duty:     "additional-use-criteria",
	Severity: analyzer.Error,
	Run: clause(facts.AdditionalUse, clauseName{
		name: analyzer.Text{Ko: "추가적인 이용·제공의 판단 기준", En: "the criteria for additional use and provision"},
		help: analyzer.Text{
			Ko: "당초 수집 목적과의 관련성, 예측 가능성, 이익 침해 여부, 안전성 확보 조치를 어떻게 판단하는지 적습니다",
			En: "say how relation to the purpose, foreseeability, harm to interests and safeguards are judged"},
	}),
}
