package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RightsMissing reports a policy that is silent on the rights of data subjects.
//
// Access, correction, deletion and suspension of processing may be told in a clause of their own or
// where the account is described; that an account can be viewed and changed is enough for this rule.
//
// # 한국어
//
// 정보주체의 권리에 관하여 아무것도 적지 않은 처리방침을 찾습니다.
//
// 열람, 정정·삭제, 처리정지 요구를 독립된 조항으로 적거나 회원정보 안내에 적어도 됩니다. 이 규칙은 조회·수정할 수
// 있다는 안내만 있어도 항목이 있는 것으로 봅니다.
var RightsMissing = &analyzer.Rule{
	Name:     "rights-missing",
	Doc:      analyzer.Text{Ko: "정보주체의 권리와 행사 방법이 없는 처리방침을 찾습니다", En: "finds a policy that is silent on the rights of data subjects"},
	Duty:     "data-subject-rights",
	Severity: analyzer.Error,
	Run: clause(facts.Rights, clauseName{
		name: analyzer.Text{Ko: "정보주체의 권리·의무 및 행사 방법", En: "the rights of data subjects and how to exercise them"},
		help: analyzer.Text{
			Ko: "열람, 정정·삭제, 처리정지를 요구할 수 있다는 점과 요구하는 방법(서면, 전자우편 등)을 적습니다",
			En: "say that data subjects may ask for access, correction, deletion and suspension, and by what means"},
	}),
}
