package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// OverseasTransferIncomplete reports
//
// # 한국어
//
// 국외
var OverseasTransferIncomplete = &analyzer.Rule{
	Name:     "overseas-transfer-incomplete",
	Doc:      analyzer.Text{Ko: "국외 이전에서 빠진 것을 찾습니다", En: "finds"},
	Duty:     "overseas-transfer-details",
	Severity: analyzer.Warning,
	Run: incomplete(facts.OverseasTransfer, particulars{
		clause: analyzer.Text{Ko: "국외 이전", En: "transfer abroad"},
		elements: map[facts.Element]analyzer.Text{
			"recipient": {Ko: "이전받는 자", En: "the recipient"},
			"contact":   {Ko: "이전받는 자의 연락처", En: "the recipient's contact"},
			"country":   {Ko: "이전되는 국가", En: "the country"},
			"timing":    {Ko: "이전 시기", En: "the time"},
			"method":    {Ko: "이전 방법", En: "the method"},
			"items":     {Ko: "이전되는 항목", En: "what is transferred"},
			"purpose":   {Ko: "이용 목적", En: "the purpose"},
			"retention": {Ko: "보유·이용 기간", En: "the period"},
			"refusal":   {Ko: "이전을 거부하는 방법과 효과", En: "how to refuse, and what follows"},
		},
	}, func(g facts.Gap) (analyzer.Severity, bool) {
		return analyzer.Warning, false
	}),
}
