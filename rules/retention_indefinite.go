package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RetentionIndefinite reports personal data that the policy says is kept for good: 영구, 준영구, 무기한,
// permanently.
//
// Personal data is destroyed when its period is over or its purpose achieved; a period without end sets
// no time for that. Public bodies and schools, which keep public records in classes such as 준영구, are
// left alone. So are records for which the policy names the law that has them kept, anonymous and
// statistical data, and words about how data is destroyed, such as 영구 삭제.
//
// # 한국어
//
// 개인정보를 영구, 준영구, 무기한으로 보관한다고 적은 곳을 찾습니다.
//
// 개인정보는 보유기간이 지나거나 처리 목적을 달성하면 파기하여야 하는데, 기간에 끝이 없으면 파기할 때가 정해지지 않습니다.
// 공공기록물 보존기간을 따르는 공공기관과 학교, 보존 근거 법률을 함께 적은 경우, 익명·통계 정보는 알리지 않습니다. ‘영구
// 삭제’처럼 파기 방법을 적은 말도 알리지 않습니다.
var RetentionIndefinite = &analyzer.Rule{
	Name:     "retention-indefinite",
	Doc:      analyzer.Text{Ko: "영구·무기한으로 적은 보유기간을 찾습니다", En: "finds personal data that is kept for good"},
	Duty:     "retention",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		if facts.PublicBody.Of(p) {
			return
		}
		for _, row := range facts.Unlimited.Of(p) {
			if !isOfPolicy(p, row.Period.At.Page) {
				continue
			}
			d := analyzer.Diagnostic{
				Subject: recordPart(row.Record),
				Message: analyzer.Text{
					Ko: fmt.Sprintf("보유기간에 끝이 없습니다: %s", keptFor(row)),
					En: fmt.Sprintf("personal data is kept without end: %s", keptFor(row))},
				Help: analyzer.Text{
					Ko: "보유기간이나 파기할 시점을 적고, 법률에 따라 오래 보존하는 기록이면 그 법률을 함께 적습니다",
					En: "state a period or the event that ends it; where a law requires the record to be kept so long, name the law"}}
			at(p, &d, row.Period.At.Page, row.Period.At.Range)
			p.Report(d)
		}
	},
}

// keptFor writes a record with its period.
func keptFor(row facts.Retained) string {
	if row.Record.Text == "" {
		return row.Period.Text
	}
	return row.Record.Text + " – " + row.Period.Text
}
