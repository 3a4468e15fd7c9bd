package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ThirdPartyIncomplete reports a list of third parties that does not say for whom what is provided,
// what for, or how long it is kept.
//
// # 한국어
//
// 제3자
var ThirdPartyIncomplete = &analyzer.Rule{
	Name:     "third-party-incomplete",
	Doc:      analyzer.Text{Ko: "제3자 제공에서 제공받는 자, 이용 목적, 제공 항목, 보유·이용 기간 가운데 빠진 것을 찾습니다", En: "finds what a list of third parties does not state: purpose, items or period"},
	Duty:     "third-party-details",
	Severity: analyzer.Warning,
	Run: incomplete(facts.ThirdParty, particulars{
		clause: analyzer.Text{Ko: "제3자 제공", En: "provision to third parties"},
		elements: map[facts.Element]analyzer.Text{
			"recipient": {Ko: "제공받는 자", En: "the recipient"},
			"purpose":   {Ko: "이용 목적", En: "the purpose"},
			"items":     {Ko: "제공 항목", En: "what is provided"},
			"retention": {Ko: "보유·이용 기간", En: "the period"},
		},
	}, func(g facts.Gap) (analyzer.Severity, bool) {
		_, lawful := g.Basis()
		switch {
		case g.List != nil && (g.List.Form == facts.LooseList || lawful && !misses(g, "purpose", "items")):
			return analyzer.Info, false
		case g.List != nil, g.Claim == facts.GivesTo && len(g.Elements) == 4:
			return analyzer.Warning, false
		case g.Claim != facts.NoClaim:
			return analyzer.Info, true
		}
		return 0, false
	}),
}
