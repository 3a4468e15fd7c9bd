package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ChangesMissing reports a policy that does not say how changes to it are made known, and shows no
// history of changes.
//
// The standard guideline recommends it: when it changes, what, and how that compares with before.
//
// # 한국어
//
// 처리방침이 바뀌면 어떻게 알리는지 적지 않고 변경 이력도 없는 처리방침을 찾습니다.
//
// 표준 개인정보 보호지침은 변경 및 시행의 시기와 변경된 내용을 지속적으로 공개하고, 변경 전·후를 비교하여 공개하도록 권고합니다.
var ChangesMissing = &analyzer.Rule{
	Name:     "changes-missing",
	Doc:      analyzer.Text{Ko: "처리방침의 변경에 관한 사항을 적지 않은 처리방침을 찾습니다", En: "finds a policy that says nothing on changes to it"},
	Duty:     "policy-change",
	Severity: analyzer.Info,
	Run: clause(facts.Changes, clauseName{
		name: analyzer.Text{Ko: "처리방침의 변경", En: "how changes to the policy are made known"},
		help: analyzer.Text{
			Ko: "처리방침을 변경하면 시행 전에 알리는 방법과, 이전 처리방침을 확인하는 방법을 적습니다",
			En: "say how changes are announced before they take effect, and where earlier versions stand"},
	}),
}
