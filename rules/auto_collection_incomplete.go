package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// AutoCollectionIncomplete reports a section on cookies and the like that does not say how to refuse
// them. One that does not say what they are used for is an info.
//
// Only sections whose heading speaks of cookies, devices or tracking are judged: a list of the data that
// are generated automatically is none. A policy that says it uses no cookies is not asked.
//
// # 한국어
//
// 쿠키 등 자동 수집 장치에 관한 항목에 거부하는 방법이 빠진 처리방침을 찾습니다. 이용 목적만 빠졌으면 참고로 알립니다.
//
// 제목에 쿠키나 장치, 추적 기술이 나오는 항목만 봅니다. 자동으로 생성되는 정보를 수집 항목으로 나열한 것은 보지 않으며,
// 쿠키를 사용하지 않는다고 적은 처리방침에는 묻지 않습니다.
var AutoCollectionIncomplete = &analyzer.Rule{
	Name:     "auto-collection-incomplete",
	Doc:      analyzer.Text{Ko: "쿠키 등 자동 수집 장치를 거부하는 방법이 빠진 곳을 찾습니다", En: "finds a section on cookies that does not say how to refuse them"},
	Duty:     "auto-collection",
	Severity: analyzer.Warning,
	Run: incomplete(facts.AutoCollection, particulars{
		clause: analyzer.Text{Ko: "자동 수집 장치", En: "automatic collection"},
		elements: map[facts.Element]particular{
			"use":     {analyzer.Text{Ko: "이용 목적", En: "the purpose"}, analyzer.Text{Ko: "회사는 로그인 상태를 유지하기 위하여 쿠키를 사용합니다", En: "We use cookies to keep you logged in"}},
			"refusal": {analyzer.Text{Ko: "거부하는 방법", En: "how to refuse"}, analyzer.Text{Ko: "웹 브라우저의 설정에서 쿠키 저장을 거부할 수 있습니다", En: "You can refuse cookies in the settings of your browser"}},
		},
	}, func(_ *analyzer.Pass, g facts.Gap) (analyzer.Severity, bool) {
		switch {
		case !g.Headed, len(g.Elements) > 1:
			return 0, false
		case misses(g, "refusal"):
			return analyzer.Warning, false
		}
		return analyzer.Info, false
	}),
}
