package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// AutoCollectionMissing reports a policy that collects cookies or advertising identifiers and does not say
// what they are for or how to refuse them, or has only the heading.
//
// Such identifiers among the items show that a device collects them. Access logs and addresses that
// come about by themselves are a question.
//
// With `uses-cookies = true` in the configuration, a policy that says nothing about it is an error, and one that
// denies it is a warning. With `uses-cookies = false` the rule is silent, unless the text shows the contrary: it
// then asks which is right.
//
// # 한국어
//
// 쿠키나 광고 식별자를 수집한다고 적고도 그 이용과 거부 방법을 적지 않은 처리방침, 제목만 있고 내용이 없는 처리방침을
// 찾습니다.
//
// 수집 항목에 쿠키나 광고 식별자가 있으면 자동 수집 장치를 운영하는 것으로 봅니다. 접속 기록처럼 이용 과정에서 생성되는
// 정보만 적혀 있으면 질문으로 알립니다.
//
// 설정에 `uses-cookies = true`가 있으면 그 내용이 전혀 없는 처리방침은 오류로, 해당 사항이 없다고 적은 처리방침은 경고로
// 알립니다. `uses-cookies = false`이면 알리지 않되, 처리방침에 그와 다른 내용이 있으면 어느 쪽이 맞는지 묻습니다.
var AutoCollectionMissing = &analyzer.Rule{
	Name:     "auto-collection-missing",
	Doc:      analyzer.Text{Ko: "쿠키를 수집하면서 이용과 거부 방법을 적지 않은 처리방침을 찾습니다", En: "finds a policy that collects cookies and says nothing on their use and refusal"},
	Duty:     "auto-collection",
	Severity: analyzer.Error,
	Run: clause(facts.AutoCollection, clauseName{
		name: analyzer.Text{Ko: "개인정보 자동 수집 장치의 설치·운영 및 거부", En: "how cookies and the like are used and refused"},
		help: analyzer.Text{
			Ko: "쿠키 등 자동 수집 장치의 이용 목적과 거부 방법을 적거나, 사용하지 않는다고 적습니다",
			En: "say what cookies and the like are used for and how to refuse them, or that none are used"},
		known: analyzer.Text{
			Ko: "쿠키 등 자동 수집 장치의 이용 목적과 거부 방법을 적습니다",
			En: "say what cookies and the like are used for and how to refuse them"},
	}),
}
