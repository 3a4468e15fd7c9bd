package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// DateConflict reports a policy that gives two different days on which it takes effect, or that was
// announced after it took effect.
//
// The usual cause is a heading that was updated and a closing sentence that was forgotten. Lists of
// versions, dates of first making and of change are no conflict, and neither are supplementary
// provisions, which keep the dates of earlier versions.
//
// # 한국어
//
// 시행일이 서로 다르게 적혀 있거나, 공고일이 시행일보다 늦은 처리방침을 찾습니다.
//
// 문서 첫머리의 시행일만 고치고 끝부분의 시행일은 그대로 둔 경우가 많습니다. 개정 이력, 제정일·개정일, 이전 시행일을 함께 적는
// 부칙은 알리지 않습니다.
var DateConflict = &analyzer.Rule{
	Name:     "date-conflict",
	Doc:      analyzer.Text{Ko: "서로 맞지 않는 시행일과 공고일을 찾습니다", En: "finds dates of effect and announcement that contradict each other"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, c := range facts.DateConflicts.Of(p) {
			if facts.Kinds.Of(p)[c.Second.Page] != facts.PolicyKind {
				continue
			}
			d := analyzer.Diagnostic{Subject: datesPart(c), Help: analyzer.Text{Ko: "어느 날짜가 맞는지 확인하여 바로잡습니다", En: "find out which date is right, and correct the other"}}
			at(p, &d, c.Second.Page, c.Second.Range)
			d.Related = []analyzer.Related{related(p, c.First.Page, c.First.Range, analyzer.Text{Ko: "시행일", En: "date of effect"})}
			d.Message = analyzer.Text{
				Ko: fmt.Sprintf("시행일이 서로 다릅니다: %s, %s", c.First.Date, c.Second.Date),
				En: fmt.Sprintf("the policy gives two dates of effect: %s and %s", c.First.Date, c.Second.Date)}
			if c.Announced {
				d.Message = analyzer.Text{
					Ko: fmt.Sprintf("공고일(%s)이 시행일(%s)보다 늦습니다", c.Second.Date, c.First.Date),
					En: fmt.Sprintf("announced on %s, after it took effect on %s", c.Second.Date, c.First.Date)}
			}
			p.Report(d)
		}
	},
}

// datesPart are the two days, in whichever order they stand.
func datesPart(c facts.DateConflict) string {
	if c.Announced {
		return subject(datePart("announced", c.Second.Date), datePart("effective", c.First.Date))
	}
	return parts("effective", []string{c.First.Date.String(), c.Second.Date.String()})
}
