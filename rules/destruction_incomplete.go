package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// DestructionIncomplete reports
//
// # 한국어
//
// 빠진
var DestructionIncomplete = &analyzer.Rule{
	Name:     "destruction-incomplete",
	Doc:      analyzer.Text{Ko: "빠진 것을 찾습니다", En: "finds"},
	Duty:     "destruction",
	Severity: analyzer.Error,
	Run: incomplete(facts.Destruction, particulars{
		clause: analyzer.Text{Ko: "파기", En: "destruction"},
		elements: map[facts.Element]analyzer.Text{
			"procedure": {Ko: "파기절차", En: "the procedure"},
			"method":    {Ko: "파기방법", En: "the method"},
		},
	}, func(g facts.Gap) (analyzer.Severity, bool) {
		if len(g.Elements) == 2 {
			return analyzer.Info, false // what was read as the clause may be none
		}
		return analyzer.Warning, false
	}),
}
