package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// OverseasCollectionMissing asks where a policy says that personal data is collected directly from abroad and
// does not name the country, and reports an empty heading.
//
// That a controller is a foreign company does not show it.
//
// With `collects-from-abroad = true` in the configuration, a policy that says nothing about it is an error, and
// one that denies it is a warning. With `collects-from-abroad = false` nothing is asked.
//
// # 한국어
//
// 국외에서 개인정보를 직접 수집한다고 적고도 처리하는 국가를 적지 않은 처리방침에 대하여 질문으로 알리고, 제목만 있고
// 내용이 없으면 경고로 알립니다.
//
// 처리자가 외국 회사라는 것만으로는 국외에서 직접 수집하는 것으로 보지 않습니다.
//
// 설정에 `collects-from-abroad = true`가 있으면 그 내용이 전혀 없는 처리방침은 오류로, 해당 사항이 없다고 적은
// 처리방침은 경고로 알립니다. `collects-from-abroad = false`이면 묻지 않습니다.
var OverseasCollectionMissing = &analyzer.Rule{
	Name:     "overseas-collection-missing",
	Doc:      analyzer.Text{Ko: "국외 직접 수집을 언급하면서 처리 국가를 적지 않은 처리방침을 찾습니다", En: "finds a policy that speaks of collection from abroad and names no country"},
	Duty:     "overseas-direct-collection",
	Severity: analyzer.Error,
	Run: clause(facts.OverseasCollection, clauseName{
		name: analyzer.Text{Ko: "국외에서 직접 수집하여 처리하는 국가", En: "the country where data collected from abroad is processed"},
		help: analyzer.Text{
			Ko: "국외에서 국내 정보주체의 개인정보를 직접 수집하여 처리하는 국가의 이름을 적습니다",
			En: "name the country in which data collected directly from people in Korea is processed"},
	}),
}
