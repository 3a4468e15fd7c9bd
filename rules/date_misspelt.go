package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// DateMisspelt reports a date of effect or announcement in which letters stand for digits
// (2024년 O4월 1O일), or that no calendar has (2024년 2월 30일).
//
// The first reads like a date and is none for whoever searches, sorts or compares; the second leaves
// open which day is meant.
//
// # 한국어
//
// 시행일·공고일에 숫자 대신 영문자 O나 l이 든 경우(예: 2024년 O4월 1O일)와 달력에 없는 날짜를 적은 경우(예: 2024년 2월 30일)를 찾습니다.
//
// 앞의 것은 눈으로는 날짜처럼 보이지만 검색·정렬·비교가 되지 않고, 뒤의 것은 어느 날인지 알 수 없습니다.
var DateMisspelt = &analyzer.Rule{
	Name:     "date-misspelt",
	Doc:      analyzer.Text{Ko: "숫자 자리에 영문자가 들었거나 달력에 없는 날짜를 찾습니다", En: "finds dates with letters in the place of digits, or that no calendar has"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, m := range facts.MisspeltDates.Of(p) {
			if !isOfPolicy(p, m.Page) {
				continue
			}
			d := analyzer.Diagnostic{Subject: datePart("date", m.Date), Help: analyzer.Text{Ko: "숫자로 고쳐 적습니다", En: "write it in digits"}}
			at(p, &d, m.Page, m.Range)
			d.Message = analyzer.Text{
				Ko: fmt.Sprintf("날짜에 숫자가 아닌 글자가 있습니다: “%s” (%s의 오기로 보입니다)", d.Quote, m.Date),
				En: fmt.Sprintf("letters stand for digits in a date: “%s”, probably %s", d.Quote, m.Date)}
			p.Report(d)
		}
		for _, m := range facts.ImpossibleDates.Of(p) {
			if !isOfPolicy(p, m.Page) {
				continue
			}
			d := analyzer.Diagnostic{Help: analyzer.Text{Ko: "실제로 있는 날짜로 고쳐 적습니다", En: "give a day that exists"}}
			at(p, &d, m.Page, m.Range)
			d.Subject = part("date", d.Quote)
			d.Message = analyzer.Text{
				Ko: fmt.Sprintf("달력에 없는 날짜입니다: “%s”", d.Quote),
				En: fmt.Sprintf("the calendar has no such day: “%s”", d.Quote)}
			p.Report(d)
		}
	},
}
