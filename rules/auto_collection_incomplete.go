package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// AutoCollectionIncomplete reports
//
// # 한국어
//
// 빠진
var AutoCollectionIncomplete = &analyzer.Rule{
	Name:     "auto-collection-incomplete",
	Doc:      analyzer.Text{Ko: "빠진 것을 찾습니다", En: "finds"},
	Duty:     "auto-collection",
	Severity: analyzer.Error,
	Run: incomplete(facts.AutoCollection, particulars{
		clause: analyzer.Text{Ko: "자동 수집 장치", En: "automatic collection"},
		elements: map[facts.Element]analyzer.Text{
			"use":     {Ko: "이용 목적", En: "what they are used for"},
			"refusal": {Ko: "거부 방법", En: "how to refuse"},
		},
	}, func(g facts.Gap) (analyzer.Severity, bool) {
		switch {
		case !g.Headed, len(g.Elements) == 2:
			return 0, false
		case misses(g, "refusal"):
			return analyzer.Warning, false
		}
		return analyzer.Info, false
	}),
}
