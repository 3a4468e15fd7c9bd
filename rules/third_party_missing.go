package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ThirdPartyMissing reports a heading on provision to third parties with nothing under it, and asks
// where third parties are mentioned in passing.
//
// Only a controller that provides data must have the clause. So where nothing points to it the rule is
// silent; a denial is an answer.
//
// With `provides-to-third-parties = true` in the configuration, a policy that says nothing about it is an error,
// and one that denies it is a warning. With `provides-to-third-parties = false` nothing is asked.
//
// # 한국어
//
// 제3자 제공에 관한 제목만 있고 내용이 없는 처리방침을 찾고, 지나가는 말로만 언급한 경우에는 질문으로 알립니다.
//
// 제3자 제공 항목은 실제로 제공하는 경우에만 필요하므로, 아무런 언급이 없으면 알리지 않습니다. 제공하지 않는다고 적은
// 것도 답으로 봅니다.
//
// 설정에 `provides-to-third-parties = true`가 있으면 그 내용이 전혀 없는 처리방침은 오류로, 해당 사항이 없다고 적은
// 처리방침은 경고로 알립니다. `provides-to-third-parties = false`이면 묻지 않습니다.
var ThirdPartyMissing = &analyzer.Rule{
	Name:     "third-party-missing",
	Doc:      analyzer.Text{Ko: "제3자 제공을 언급만 하고 내용이 없는 처리방침을 찾습니다", En: "finds a policy that mentions provision to third parties and says no more"},
	Duty:     "third-party-provision",
	Severity: analyzer.Error,
	Run: clause(facts.ThirdParty, clauseName{
		name: analyzer.Text{Ko: "제3자 제공", En: "provision to third parties"},
		help: analyzer.Text{
			Ko: "제공받는 자, 제공 목적, 제공 항목, 보유·이용 기간을 적거나, 제공하지 않는다고 적습니다",
			En: "state recipients, purposes, items and periods, or that nothing is provided"},
		known: analyzer.Text{
			Ko: "제공받는 자, 제공 목적, 제공 항목, 보유·이용 기간을 적습니다",
			En: "state recipients, purposes, items and periods"},
	}),
}
