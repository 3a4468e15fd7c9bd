package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// DestructionIncomplete reports a clause on the destruction of data that states only the procedure or
// only the method.
//
// The Act asks for both: how data are selected for destruction, approved or kept apart until then, and
// how they are destroyed, on paper and in files.
//
// # 한국어
//
// 개인정보의 파기에서 파기절차와 파기방법 가운데 하나가 빠진 처리방침을 찾습니다.
//
// 법 제30조제1항제3호의2는 둘 다 적게 합니다. 파기절차는 파기할 정보를 선정하고 승인하거나 분리 보관하는 과정이고,
// 파기방법은 전자적 파일과 종이 문서를 각각 어떻게 없애는지입니다.
var DestructionIncomplete = &analyzer.Rule{
	Name:     "destruction-incomplete",
	Doc:      analyzer.Text{Ko: "파기절차나 파기방법이 빠진 처리방침을 찾습니다", En: "finds a clause on destruction without the procedure or without the method"},
	Duty:     "destruction",
	Severity: analyzer.Warning,
	Run: incomplete(facts.Destruction, particulars{
		clause: analyzer.Text{Ko: "개인정보의 파기", En: "destruction"},
		elements: map[facts.Element]particular{
			"procedure": {analyzer.Text{Ko: "파기절차", En: "the procedure"}, analyzer.Text{Ko: "파기절차: 파기 사유가 생긴 개인정보를 선정하고 보호책임자의 승인을 받아 파기합니다", En: "Procedure: data due for destruction are selected and destroyed with the privacy officer's approval"}},
			"method":    {analyzer.Text{Ko: "파기방법", En: "the method"}, analyzer.Text{Ko: "파기방법: 전자적 파일은 복원할 수 없게 영구 삭제하고 종이 문서는 분쇄하거나 소각합니다", En: "Method: files are deleted beyond recovery, paper is shredded or incinerated"}},
		},
	}, func(_ *analyzer.Pass, g facts.Gap) (analyzer.Severity, bool) {
		if len(g.Elements) > 1 {
			return 0, false // what was read as the clause may be none
		}
		return analyzer.Warning, false
	}),
}
