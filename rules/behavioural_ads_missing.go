package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// BehaviouralAdsMissing asks where a policy names targeted advertising or collects advertising identifiers
// and does not say how behavioural data is used, and reports an empty heading.
//
// The writing guideline asks for it; the Act has no article on behavioural data.
//
// With `behavioural-ads = true` in the configuration, a policy that says nothing about it, or denies it, is a
// warning. With `behavioural-ads = false` nothing is asked.
//
// # 한국어
//
// 맞춤형 광고나 광고 식별자를 언급하면서 행태정보에 관한 사항을 적지 않은 처리방침에 대하여 질문으로 알리고, 제목만 있고
// 내용이 없으면 경고로 알립니다.
//
// 행태정보에 관한 사항은 개인정보 처리방침 작성지침이 권고하는 내용이며 개인정보 보호법에 별도의 조문은 없습니다.
//
// 설정에 `behavioural-ads = true`가 있으면 그 내용이 없거나 해당 사항이 없다고 적은 처리방침을 경고로 알립니다.
// `behavioural-ads = false`이면 묻지 않습니다.
var BehaviouralAdsMissing = &analyzer.Rule{
	Name:     "behavioural-ads-missing",
	Doc:      analyzer.Text{Ko: "맞춤형 광고를 언급하면서 행태정보에 관한 사항을 적지 않은 처리방침을 찾습니다", En: "finds a policy that names targeted advertising and says nothing on behavioural data"},
	Duty:     "behavioural-own",
	Severity: analyzer.Warning,
	Run: clause(facts.BehaviouralAds, clauseName{
		name: analyzer.Text{Ko: "행태정보의 수집·이용 및 거부", En: "how behavioural data is collected, used and refused"},
		help: analyzer.Text{
			Ko: "수집하는 행태정보의 항목, 수집 방법과 목적, 보유 기간, 거부 방법을 적거나, 맞춤형 광고에 이용하지 않는다고 적습니다",
			En: "state the behavioural data collected, how, what for and how long, and how to refuse, or that none is used for advertising"},
		known: analyzer.Text{
			Ko: "수집하는 행태정보의 항목, 수집 방법과 목적, 보유 기간, 거부 방법을 적습니다",
			En: "state the behavioural data collected, how, what for and how long, and how to refuse"},
	}),
}
