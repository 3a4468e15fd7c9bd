package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// SafetyMissing reports a policy that names no measure to keep personal data safe.
//
// A promise in a contract with a processor is not a measure of the controller.
//
// # 한국어
//
// 개인정보를 안전하게 관리하기 위한 조치를 하나도 적지 않은 처리방침을 찾습니다.
//
// 위탁 계약서에 보호 조치를 명시한다는 문구는 처리자 자신의 조치로 보지 않습니다.
var SafetyMissing = &analyzer.Rule{
	Name:     "safety-missing",
	Doc:      analyzer.Text{Ko: "안전성 확보 조치가 없는 처리방침을 찾습니다", En: "finds a policy that names no measure of security"},
	Duty:     "safety-measures",
	Severity: analyzer.Error,
	Run: clause(facts.Safety, clauseName{
		name: analyzer.Text{Ko: "안전성 확보 조치", En: "the measures that keep personal data safe"},
		help: analyzer.Text{
			Ko: "관리적·기술적·물리적 조치를 적습니다. 예: 내부관리계획의 수립·시행, 접근 권한 관리, 암호화, 전산실 출입 통제",
			En: "name the measures taken: internal management plan, access control, encryption, locked rooms"},
	}),
}
