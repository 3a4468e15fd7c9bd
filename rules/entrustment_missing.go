package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// EntrustmentMissing reports a heading on entrustment with nothing under it, and asks where processors
// are mentioned in passing.
//
// Only a controller that entrusts processing must have the clause. So where nothing points to it the
// rule is silent; a denial is an answer.
//
// With `entrusts-processing = true` in the configuration, a policy that says nothing about it is an error, and one
// that denies it is a warning. With `entrusts-processing = false` nothing is asked.
//
// # 한국어
//
// 처리 위탁에 관한 제목만 있고 내용이 없는 처리방침을 찾고, 지나가는 말로만 언급한 경우에는 질문으로 알립니다.
//
// 위탁 항목은 실제로 위탁하는 경우에만 필요하므로, 아무런 언급이 없으면 알리지 않습니다. 위탁하지 않는다고 적은 것도
// 답으로 봅니다.
//
// 설정에 `entrusts-processing = true`가 있으면 그 내용이 전혀 없는 처리방침은 오류로, 해당 사항이 없다고 적은 처리방침은
// 경고로 알립니다. `entrusts-processing = false`이면 묻지 않습니다.
var EntrustmentMissing = &analyzer.Rule{
	Name:     "entrustment-missing",
	Doc:      analyzer.Text{Ko: "처리 위탁을 언급만 하고 내용이 없는 처리방침을 찾습니다", En: "finds a policy that mentions entrustment and says no more"},
	Duty:     "entrustment",
	Severity: analyzer.Error,
	Run: clause(facts.Entrustment, clauseName{
		name: analyzer.Text{Ko: "처리 위탁", En: "entrustment of processing"},
		help: analyzer.Text{
			Ko: "수탁자와 위탁하는 업무의 내용을 적거나, 위탁하지 않는다고 적습니다",
			En: "name the processors and their tasks, or state that nothing is entrusted"},
		known: analyzer.Text{
			Ko: "수탁자와 위탁하는 업무의 내용을 적습니다",
			En: "name the processors and their tasks"},
	}),
}
