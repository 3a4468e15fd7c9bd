package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// DestructionMissing reports a policy that names neither a procedure nor a method of destruction.
//
// That data is destroyed “without delay” says when, not how, and does not suffice.
//
// # 한국어
//
// 파기 절차도 방법도 적지 않은 처리방침을 찾습니다.
//
// ‘지체 없이 파기합니다’는 파기하는 때를 말할 뿐이므로 절차나 방법을 적은 것으로 보지 않습니다.
var DestructionMissing = &analyzer.Rule{
	Name:     "destruction-missing",
	Doc:      analyzer.Text{Ko: "파기 절차와 방법이 없는 처리방침을 찾습니다", En: "finds a policy that says neither how nor by what procedure data is destroyed"},
	Duty:     "destruction",
	Severity: analyzer.Error,
	Run: clause(facts.Destruction, clauseName{
		name: analyzer.Text{Ko: "파기 절차 및 방법", En: "how personal data is destroyed"},
		help: analyzer.Text{
			Ko: "파기 절차(파기 사유가 생긴 개인정보의 선정과 승인)와 방법(전자 파일의 영구 삭제, 종이 문서의 분쇄·소각)을 적습니다",
			En: "describe the procedure (who selects and approves) and the method (files erased beyond recovery, paper shredded or burnt)"},
	}),
}
