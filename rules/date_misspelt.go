package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// DateMisspelt reports a date in which letters stand for digits: 2024년 O4월 1O일.
//
// It reads like a date and is none for whoever searches, sorts or compares.
//
// # 한국어
//
// 숫자 0과 1 자리에 영문자 O와 l 등이 든 날짜를 찾습니다. 예: 2024년 O4월 1O일
//
// 눈으로는 날짜처럼 보이지만 검색·정렬·비교가 되지 않습니다.
var DateMisspelt = &analyzer.Rule{
	Name:     "date-misspelt",
	Doc:      analyzer.Text{Ko: "숫자 자리에 영문자가 든 날짜를 찾습니다", En: "finds dates with letters in the place of digits"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, m := range facts.MisspeltDates.Of(p) {
			if facts.Kinds.Of(p)[m.Page] != facts.PolicyKind {
				continue
			}
			d := analyzer.Diagnostic{Help: analyzer.Text{Ko: "숫자로 고쳐 적습니다", En: "write it in digits"}}
			at(p, &d, m.Page, m.Range)
			d.Message = analyzer.Text{
				Ko: fmt.Sprintf("날짜에 숫자가 아닌 글자가 있습니다: “%s” (%s의 오기로 보입니다)", d.Quote, m.Date),
				En: fmt.Sprintf("letters stand for digits in a date: “%s”, probably %s", d.Quote, m.Date)}
			p.Report(d)
		}
	},
}
