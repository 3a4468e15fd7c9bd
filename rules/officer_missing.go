package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// OfficerMissing reports a policy that names neither a privacy officer nor a department in charge.
//
// The address in the footer of a site and the telephone numbers of outside bodies are no substitute.
//
// # 한국어
//
// 개인정보 보호책임자도 담당 부서도 적지 않은 처리방침을 찾습니다.
//
// 홈페이지 하단의 회사 연락처나 외부 구제 기관의 전화번호로는 대신할 수 없습니다.
var OfficerMissing = &analyzer.Rule{
	Name:     "officer-missing",
	Doc:      analyzer.Text{Ko: "개인정보 보호책임자나 담당 부서가 없는 처리방침을 찾습니다", En: "finds a policy that names no privacy officer and no department in charge"},
	Duty:     "cpo",
	Severity: analyzer.Error,
	Run: clause(facts.Officer, clauseName{
		name: analyzer.Text{Ko: "개인정보 보호책임자", En: "the privacy officer or the department in charge"},
		help: analyzer.Text{
			Ko: "보호책임자의 성명 또는 담당 부서의 명칭과 전화번호 등 연락처를 적습니다",
			En: "name the privacy officer or the department in charge, with a telephone number or address"},
	}),
}
