package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RightsIncomplete reports a clause on the rights of data subjects that does not say how to exercise
// them, or leaves out one of access, correction, deletion and suspension of processing.
//
// How to exercise them is what the Act asks for (Article 30(1)5). It does not name each right there, so
// one that is left out is an info; older templates lack the suspension of processing most often.
//
// # 한국어
//
// 정보주체의 권리에 관한 항목에 행사 방법이 없거나 열람, 정정, 삭제, 처리정지 가운데 빠진 것이 있는 처리방침을 찾습니다.
//
// 행사 방법은 법 제30조제1항제5호가 적게 하는 사항입니다. 권리의 종류는 그 조항에 하나하나 나열되어 있지 않으므로 일부가
// 빠졌으면 참고로 알립니다. 오래된 서식에는 처리정지가 빠진 경우가 많습니다.
var RightsIncomplete = &analyzer.Rule{
	Name:     "rights-incomplete",
	Doc:      analyzer.Text{Ko: "정보주체의 권리에서 행사 방법이나 빠진 권리를 찾습니다", En: "finds a clause on rights without the way to exercise them, or without one of them"},
	Duty:     "data-subject-rights",
	Severity: analyzer.Warning,
	Run: incomplete(facts.Rights, particulars{
		clause: analyzer.Text{Ko: "정보주체의 권리", En: "rights of data subjects"},
		elements: map[facts.Element]particular{
			"access":     {analyzer.Text{Ko: "열람", En: "access"}, analyzer.Text{Ko: "개인정보의 열람을 요구할 수 있습니다", En: "You may request access to your data"}},
			"correction": {analyzer.Text{Ko: "정정", En: "correction"}, analyzer.Text{Ko: "개인정보의 정정을 요구할 수 있습니다", En: "You may request correction"}},
			"deletion":   {analyzer.Text{Ko: "삭제", En: "deletion"}, analyzer.Text{Ko: "개인정보의 삭제를 요구할 수 있습니다", En: "You may request deletion"}},
			"suspension": {analyzer.Text{Ko: "처리정지", En: "suspension of processing"}, analyzer.Text{Ko: "개인정보의 처리정지를 요구할 수 있습니다", En: "You may request that processing be suspended"}},
			"how":        {analyzer.Text{Ko: "행사 방법", En: "how to exercise them"}, analyzer.Text{Ko: "권리는 서면, 전화, 전자우편으로 행사할 수 있으며 지체 없이 조치합니다", En: "Write, call or e-mail us; we act without delay"}},
		},
	}, func(_ *analyzer.Pass, g facts.Gap) (analyzer.Severity, bool) {
		switch {
		case len(g.Elements) == 5:
			return 0, false // what was read as the clause may be none
		case misses(g, "how"):
			return analyzer.Warning, false
		}
		return analyzer.Info, false
	}),
}
