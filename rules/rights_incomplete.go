package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RightsIncomplete reports
//
// # 한국어
//
// 빠진
var RightsIncomplete = &analyzer.Rule{
	Name:     "rights-incomplete",
	Doc:      analyzer.Text{Ko: "빠진 것을 찾습니다", En: "finds"},
	Duty:     "data-subject-rights",
	Severity: analyzer.Error,
	Run: incomplete(facts.Rights, particulars{
		clause: analyzer.Text{Ko: "정보주체의 권리", En: "rights"},
		elements: map[facts.Element]analyzer.Text{
			"access":     {Ko: "열람", En: "access"},
			"correction": {Ko: "정정", En: "correction"},
			"deletion":   {Ko: "삭제", En: "deletion"},
			"suspension": {Ko: "처리정지", En: "suspension"},
			"how":        {Ko: "행사 방법", En: "how"},
		},
	}, func(g facts.Gap) (analyzer.Severity, bool) {
		switch {
		case len(g.Elements) == 5:
			return 0, false
		case misses(g, "how"):
			return analyzer.Warning, false
		}
		return analyzer.Info, false
	}),
}
