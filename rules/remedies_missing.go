package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RemediesMissing reports a policy that names no outside body to which those turn whose rights are
// infringed.
//
// The standard guideline recommends it. Contacts of the controller itself are no such body.
//
// # 한국어
//
// 권익이 침해되었을 때 도움을 받을 수 있는 외부 기관을 하나도 적지 않은 처리방침을 찾습니다.
//
// 표준 개인정보 보호지침이 권고하는 사항입니다. 처리자 자신의 고객센터나 담당 부서는 외부 기관으로 보지 않습니다.
var RemediesMissing = &analyzer.Rule{
	Name:     "remedies-missing",
	Doc:      analyzer.Text{Ko: "권익침해 구제방법을 적지 않은 처리방침을 찾습니다", En: "finds a policy that names no outside body for remedies"},
	Duty:     "remedies",
	Severity: analyzer.Info,
	Run: clause(facts.Remedies, clauseName{
		name: analyzer.Text{Ko: "권익침해에 대한 구제방법", En: "the outside bodies that help where rights are infringed"},
		help: analyzer.Text{
			Ko: "개인정보 분쟁조정위원회, 개인정보침해 신고센터, 경찰청 등 상담하거나 신고할 수 있는 기관과 연락처를 적습니다",
			En: "name bodies such as the mediation committee, the privacy call centre and the police, with their contacts"},
	}),
}
