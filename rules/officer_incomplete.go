package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// OfficerIncomplete reports
//
// # 한국어
//
// 빠진
var OfficerIncomplete = &analyzer.Rule{
	Name:     "officer-incomplete",
	Doc:      analyzer.Text{Ko: "빠진 것을 찾습니다", En: "finds"},
	Duty:     "cpo",
	Severity: analyzer.Error,
	Run: incomplete(facts.Officer, particulars{
		clause: analyzer.Text{Ko: "개인정보 보호책임자", En: "the privacy officer"},
		elements: map[facts.Element]analyzer.Text{
			"name_or_department": {Ko: "성명 또는 부서명", En: "the name or department"},
			"contact":            {Ko: "연락처", En: "a contact"},
		},
	}, func(g facts.Gap) (analyzer.Severity, bool) {
		return analyzer.Warning, false
	}),
}
