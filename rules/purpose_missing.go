package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// PurposeMissing reports a policy that does not say what personal data is processed for.
//
// The purposes are the first item that the Act asks for: everything else, from the items to the
// periods, is measured by them. They may stand under a heading of their own, share one with the
// items, or fill a column of a table.
//
// # 한국어
//
// 개인정보를 무엇을 위하여 처리하는지 적지 않은 처리방침을 찾습니다.
//
// 처리 목적은 법이 요구하는 첫 번째 항목이며, 수집 항목과 보유 기간이 적정한지는 목적에 비추어 판단합니다.
// 독립된 제목 아래에 적거나, 수집 항목과 함께 적거나, 표의 한 열로 적어도 됩니다.
var PurposeMissing = &analyzer.Rule{
	Name:     "purpose-missing",
	Doc:      analyzer.Text{Ko: "처리 목적이 없는 처리방침을 찾습니다", En: "finds a policy that does not say what personal data is processed for"},
	Duty:     "purpose",
	Severity: analyzer.Error,
	Run: clause(facts.Purpose, clauseName{
		name: analyzer.Text{Ko: "처리 목적", En: "the purposes of processing"},
		help: analyzer.Text{
			Ko: "개인정보를 처리하는 목적을 업무별로 적습니다. 예: “회원 가입 의사 확인, 본인 식별·인증을 위하여 처리합니다.”",
			En: "list what personal data is processed for, task by task"},
	}),
}
