package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// EntrustmentIncomplete reports
//
// # 한국어
//
// 위탁
var EntrustmentIncomplete = &analyzer.Rule{
	Name:     "entrustment-incomplete",
	Doc:      analyzer.Text{Ko: "위탁에서 빠진 것을 찾습니다", En: "finds"},
	Duty:     "entrustment-details",
	Severity: analyzer.Error,
	Run: incomplete(facts.Entrustment, particulars{
		clause: analyzer.Text{Ko: "처리 위탁", En: "entrustment of processing"},
		elements: map[facts.Element]analyzer.Text{
			"processor": {Ko: "수탁자", En: "the processor"},
			"task":      {Ko: "위탁하는 업무의 내용", En: "the task"},
		},
	}, func(g facts.Gap) (analyzer.Severity, bool) {
		switch {
		case g.Whole && g.List.Form >= facts.LabelledList:
			return analyzer.Error, false
		case g.List != nil, g.Claim != facts.NoClaim:
			return analyzer.Warning, false
		case g.Headed:
			return analyzer.Info, true
		}
		return 0, false
	}),
}
