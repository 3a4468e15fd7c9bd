package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// PseudonymousMissing reports a policy that names pseudonymised data for statistics or research among its
// uses and says no more of it, or has only the heading.
//
// Pseudonymisation as a measure of security shows no such use. Data without identifiers that is analysed
// or provided, in words that do not tell pseudonymous from anonymous, is a question.
//
// With `pseudonymises = true` in the configuration, a policy that says nothing about it is an error, and one that
// denies it is a warning. With `pseudonymises = false` the rule is silent, unless the text shows the contrary: it
// then asks which is right.
//
// # 한국어
//
// 통계 작성이나 연구를 위하여 가명정보를 이용한다고 적고도 가명정보의 처리에 관한 사항을 적지 않은 처리방침, 제목만 있고
// 내용이 없는 처리방침을 찾습니다.
//
// 안전성 확보 조치로 가명처리를 든 것은 여기에 해당하지 않습니다. ‘비식별 처리’처럼 가명인지 익명인지 알 수 없는
// 표현은 질문으로 알립니다.
//
// 설정에 `pseudonymises = true`가 있으면 그 내용이 전혀 없는 처리방침은 오류로, 해당 사항이 없다고 적은 처리방침은
// 경고로 알립니다. `pseudonymises = false`이면 알리지 않되, 처리방침에 그와 다른 내용이 있으면 어느 쪽이 맞는지
// 묻습니다.
var PseudonymousMissing = &analyzer.Rule{
	Name:     "pseudonymous-missing",
	Doc:      analyzer.Text{Ko: "가명정보의 이용을 언급하면서 그 처리에 관한 사항을 적지 않은 처리방침을 찾습니다", En: "finds a policy that names uses of pseudonymised data and says no more of it"},
	Duty:     "pseudonymised",
	Severity: analyzer.Error,
	Run: clause(facts.Pseudonymous, clauseName{
		name: analyzer.Text{Ko: "가명정보의 처리", En: "how pseudonymised data is processed"},
		help: analyzer.Text{
			Ko: "가명정보의 처리 목적과 항목, 보유 기간, 제3자 제공과 위탁, 안전성 확보 조치를 적거나, 가명정보를 처리하지 않는다고 적습니다",
			En: "state purposes, items, period, recipients, processors and safeguards of pseudonymised data, or that none is processed"},
		known: analyzer.Text{
			Ko: "가명정보의 처리 목적과 항목, 보유 기간, 제3자 제공과 위탁, 안전성 확보 조치를 적습니다",
			En: "state purposes, items, period, recipients, processors and safeguards of pseudonymised data"},
	}),
}
