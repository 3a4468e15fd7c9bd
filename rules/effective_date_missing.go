package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// EffectiveDateMissing reports a policy that does not say from which day it applies.
//
// Without it nobody can tell which version was in force. A date of last change, and “from the day of
// its publication”, are no date of effect.
//
// # 한국어
//
// 언제부터 시행하는지 적지 않은 처리방침을 찾습니다.
//
// 시행일이 없으면 어느 판이 적용되는지 알 수 없습니다. 최종 수정일만 있거나 ‘공지한 날부터 시행’이라고만 적은 것은
// 시행일로 보지 않습니다.
var EffectiveDateMissing = &analyzer.Rule{
	Name:     "effective-date-missing",
	Doc:      analyzer.Text{Ko: "시행일이 없는 처리방침을 찾습니다", En: "finds a policy without a date of effect"},
	Duty:     "effective-date",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		changed := facts.LastChange.Of(p)
		f := facts.Clauses.Of(p)[facts.EffectiveDate]
		if f.Status != facts.Absent || !isWhole(p) {
			return
		}
		tells := !changed.Date.IsZero() && facts.Kinds.Of(p)[changed.Page] == facts.PolicyKind
		if !tells || f.EmptyHeading || processesNothing(p) {
			missing(p, facts.EffectiveDate, effectiveDate)
			return
		}
		d := analyzer.Diagnostic{Subject: clausePart(facts.EffectiveDate), Help: effectiveDate.help}
		at(p, &d, changed.Page, changed.Range)
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("시행일이 없습니다. 최종 수정일·개정일은 시행일이 아닙니다: “%s”", d.Quote),
			En: fmt.Sprintf("the policy does not state the date on which it takes effect, and a date of last change is none: “%s”", d.Quote)}
		p.Report(d)
	},
}

var effectiveDate = clauseName{
	name: analyzer.Text{Ko: "시행일", En: "the date on which it takes effect"},
	help: analyzer.Text{
		Ko: "처리방침의 시행일을 연·월·일로 적습니다. 예: “이 처리방침은 2026년 1월 1일부터 시행합니다.”",
		En: "give the date of effect with year, month and day"},
}
