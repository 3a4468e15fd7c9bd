package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RetentionUnspecified reports data that is kept without a word on how long or until when: 일정 기간 보관,
// 정관 및 제규정에 따름, only for as long as is necessary, records of former members that are simply kept.
//
// A data subject cannot tell from such words when the data is destroyed. An event is enough: until
// withdrawal, until the contract ends, while an account is active. So is a general phrase beside a list
// of laws with their periods, or an exception from a period that is stated. Where the policy says that
// laws and its own rules set the time and names no law, the finding is a question.
//
// # 한국어
//
// 보관한다고 적었으나 기간도 끝나는 시점도 알 수 없는 곳을 찾습니다. ‘일정 기간 보관’, ‘정관 및 제규정에 따름’, ‘필요한 기간
// 동안 보유’, 탈퇴 회원의 기록을 기간 없이 보관한다는 문장이 그렇습니다.
//
// 이런 표현으로는 개인정보를 언제 파기하는지 정보주체가 알 수 없습니다. ‘회원 탈퇴 시까지’, ‘계약 종료 시까지’처럼 끝나는
// 시점을 적으면 알리지 않습니다. 근거 법령과 기간을 목록으로 따로 적은 경우, 이미 적은 기간의 예외를 정한 문장도 알리지
// 않습니다. ‘내부 방침 및 관련 법령에 따라 일정 기간’처럼 법령 이름이 없는 표현은 질문으로 알립니다.
var RetentionUnspecified = &analyzer.Rule{
	Name:     "retention-unspecified",
	Doc:      analyzer.Text{Ko: "기간도 끝나는 시점도 알 수 없게 적은 보유기간을 찾습니다", En: "finds data that is kept for a time that cannot be told"},
	Duty:     "retention-definite",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, o := range facts.OpenEndeds.Of(p) {
			if !isOfPolicy(p, o.Words.At.Page) {
				continue
			}
			d := openEnded(o)
			at(p, &d, o.Words.At.Page, o.Words.At.Range)
			p.Report(d)
		}
	},
}

// openEnded is the finding about words that state no period, but for its place.
func openEnded(o facts.OpenEnded) analyzer.Diagnostic {
	words := o.Words.Text
	d := analyzer.Diagnostic{
		Subject: recordPart(o.Record),
		Message: analyzer.Text{
			Ko: fmt.Sprintf("보유기간을 알 수 없습니다: %s", words),
			En: fmt.Sprintf("how long the data is kept cannot be told: %s", words)},
		Help: analyzer.Text{
			Ko: "기간(예: 1년)이나 끝나는 시점(예: 회원 탈퇴 시까지)을 적습니다",
			En: "state a length of time (1 year) or the event that ends it (until withdrawal)"}}
	switch o.Why {
	case facts.OwnRules:
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("내부 규정에 따른다고만 하고 보유기간을 적지 않았습니다: %s", words),
			En: fmt.Sprintf("the period is left to internal rules and is not stated: %s", words)}
	case facts.AsLawSays:
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("법령에 따른다고만 하고 법령과 기간을 적지 않았습니다: %s", words),
			En: fmt.Sprintf("the period is left to laws, and neither the law nor the period is named: %s", words)}
		d.Help = lawAndPeriod
	case facts.ByRules:
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("“%s” 표현이 있으나 근거 법령과 기간이 없습니다. 어느 법령에 따라 얼마 동안 보관합니까?", words),
			En: fmt.Sprintf("the policy says “%s” and names no law with its period: by which law is the data kept, and how long?", words)}
		d.Help = lawAndPeriod
	case facts.KeptOn:
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("계속 보관한다고 하면서 언제까지인지 적지 않았습니다: %s", words),
			En: fmt.Sprintf("data is kept on, and until when is not stated: %s", words)}
	}
	return d
}

// lawAndPeriod is what mends a period that is left to laws.
var lawAndPeriod = analyzer.Text{
	Ko: "보존하는 기록과 근거 법령, 기간을 함께 적습니다",
	En: "list the records, the law and the period for each"}
