package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RetentionConflict reports a record that is given two different periods in one policy, and a record that
// is kept for a time after withdrawal where the policy says that all data is then destroyed at once.
//
// Both places are shown. Only what is plainly the same is compared: the same record, the same law or none,
// the same event from which the period runs. Exceptions, minimum and maximum periods, rows that a table
// sets apart by purpose or service, and what processors and third parties keep are left alone. It is an
// error where both periods stand in one list on the same ground, otherwise a warning.
//
// # 한국어
//
// 같은 기록에 서로 다른 보유기간을 적은 곳을 찾습니다. 탈퇴하면 개인정보를 즉시 파기한다고 하면서 다른 곳에서는 탈퇴 후에도
// 보관한다고 적은 경우도 찾습니다.
//
// 두 곳을 함께 보여 줍니다. 기록의 이름과 근거 법률, 기산점이 모두 같은 경우만 비교합니다. 예외로 적은 기간, 최소·최대 기간,
// 목적이나 서비스별로 나눈 표, 수탁자와 제공받는 자의 보유기간은 비교하지 않습니다. 한 목록에서 같은 근거로 적은 두 기간이
// 다르면 오류로, 그 밖에는 경고로 알립니다.
var RetentionConflict = &analyzer.Rule{
	Name:     "retention-conflict",
	Doc:      analyzer.Text{Ko: "같은 기록에 서로 다르게 적은 보유기간을 찾습니다", En: "finds records with two different periods"},
	Duty:     "retention",
	Severity: analyzer.Error,
	Run: func(p *analyzer.Pass) {
		for _, c := range facts.PeriodConflicts.Of(p) {
			second := c.Second.Period.At
			if !isOfPolicy(p, second.Page) {
				continue
			}
			d := conflicting(c)
			at(p, &d, second.Page, second.Range)
			other := analyzer.Text{Ko: "다른 기간", En: "the other period"}
			first := c.First.Period.At
			if !c.AtOnce.Range.Empty() {
				first, other = c.AtOnce, analyzer.Text{Ko: "즉시 파기", En: "destroyed at once"}
			}
			d.Related = []analyzer.Related{related(p, first.Page, first.Range, other)}
			p.Report(d)
		}
	},
}

// conflicting is the finding about two periods, but for its places.
func conflicting(c facts.PeriodConflict) analyzer.Diagnostic {
	d := analyzer.Diagnostic{Subject: conflictPart(c), Severity: analyzer.Warning, Help: analyzer.Text{
		Ko: "어느 기간이 맞는지 확인하여 바로잡습니다",
		En: "check which period is right, and correct the other"}}
	if c.Plain {
		d.Severity = analyzer.Error
	}
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("‘%s’의 보유기간이 서로 다릅니다: %s, %s", c.Second.Record.Text, c.First.Period.Text, c.Second.Period.Text),
		En: fmt.Sprintf("“%s” has two periods: %s and %s", c.Second.Record.Text, c.First.Period.Text, c.Second.Period.Text)}
	if !c.AtOnce.Range.Empty() {
		d.Help = analyzer.Text{
			Ko: "탈퇴 후에도 보관하는 기록을 즉시 파기의 예외로 함께 적습니다",
			En: "name what is kept after withdrawal as an exception where the policy says that data is destroyed"}
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("탈퇴하면 즉시 파기한다고 적었으나 탈퇴 후에도 보관하는 기록이 있습니다: %s", keptFor(c.Second)),
			En: fmt.Sprintf("the policy says that data is destroyed at once on withdrawal, and that it is kept afterwards: %s", keptFor(c.Second))}
	}
	return d
}

// conflictPart names the record and its two periods, in whichever order they stand.
func conflictPart(c facts.PeriodConflict) string {
	if c.AtOnce.Range.Empty() {
		return subject(recordPart(c.Second.Record), periodPart(c.First, c.Second))
	}
	return subject(recordPart(c.Second.Record), periodPart(c.Second), part("though", "at-once"))
}
