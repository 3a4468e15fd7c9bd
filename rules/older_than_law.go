package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/law"
)

// OlderThanLaw reports that the law on a matter that concerns the policy has changed since the policy took
// effect.
//
// What every policy must state always concerns it; what only some must state concerns those that have the
// clause, or whose own words show that they need it. A provision that only got another number did not
// change. That the law has changed does not make the policy wrong, so the finding is an info; other rules
// report what is missing. With --as-of effective each policy is judged by the law of its own date of effect,
// and nothing is reported. With --upcoming, changes that come within a year are reported, too.
//
// # 한국어
//
// 처리방침의 시행일 이후 그 처리방침과 관련된 법령이 바뀐 경우 알립니다.
//
// 모든 처리방침에 필요한 사항은 언제나 관련된 것으로 보고, 일부에만 필요한 사항은 그 항목이 있거나 해당함이 글에 드러난
// 경우에만 관련된 것으로 봅니다. 조문 번호만 옮겨진 경우는 바뀐 것으로 보지 않습니다. 법령이 바뀌었다고 처리방침이
// 잘못되었다는 뜻은 아니므로 참고로 알리며, 빠진 내용은 다른 규칙이 알립니다. --as-of effective로 검사하면 처리방침마다
// 자신의 시행일에 시행 중인 법령으로 보므로 알리지 않습니다. --upcoming을 쓰면 1년 안에 바뀔 사항도 알립니다.
var OlderThanLaw = &analyzer.Rule{
	Name:     "older-than-law",
	Doc:      analyzer.Text{Ko: "시행일 이후 관련 법령이 바뀐 처리방침을 찾습니다", En: "finds policies that took effect before the law that concerns them changed"},
	Severity: analyzer.Info,
	Run: func(p *analyzer.Pass) {
		own := facts.Dates.Of(p).Effective
		if own.Date.IsZero() || own.Doubtful || facts.Kinds.Of(p)[own.Page] != facts.PolicyKind {
			return
		}
		reportChanges(p, own, own.Date, p.Day, analyzer.Text{
			Ko: fmt.Sprintf("시행일(%s) 이후 관련 법령이 바뀌었습니다", own.Date), En: fmt.Sprintf("since it took effect on %s the law has changed", own.Date)})
		reportChanges(p, own, p.Day, p.Until, analyzer.Text{Ko: "1년 안에 관련 법령이 바뀝니다", En: "the law changes within a year"})
	},
}

// A change is the day on which what the law asks for a clause came to be what it is.
type change struct {
	law.Requirement
	day date.Date
}

// reportChanges tells of the changes behind one day and up to another, the last first, if there are any.
func reportChanges(p *analyzer.Pass, own facts.DateAt, behind, upTo date.Date, message analyzer.Text) {
	found := changes(p, behind, upTo)
	if len(found) == 0 {
		return
	}
	d := analyzer.Diagnostic{Subject: datePart("changed", found[0].day), Help: analyzer.Text{
		Ko: "바뀐 내용에 맞게 처리방침을 살펴보고, 고쳤으면 시행일도 새로 적습니다",
		En: "check the policy against what has changed, and give a new date of effect when you change it"}}
	if p.Day.Before(upTo) {
		d.From = found[len(found)-1].day
	}
	at(p, &d, own.Page, own.Range)
	var ko, en []string
	for _, c := range found {
		ko, en = append(ko, fmt.Sprintf("%s(%s)", c.Title.Ko, c.day)), append(en, fmt.Sprintf("%s (%s)", c.Title.En, c.day))
		d.Provisions = append(d.Provisions, p.Law.Provisions(c.ID, c.day)...)
	}
	d.Message = analyzer.Text{Ko: message.Ko + ": " + strings.Join(ko, "; "), En: message.En + ": " + strings.Join(en, "; ")}
	p.Report(d)
}

// changes are those behind one day and up to another that concern a policy, the last first: of each clause
// the duty that changed last, the first of those that changed on one day.
func changes(p *analyzer.Pass, behind, upTo date.Date) []change {
	var out []change
	index := make(map[string]int)
	for _, r := range p.Law.Requirements() {
		day := p.Law.Changed(r.ID, upTo)
		if !behind.Before(day) || !concerns(p, r, day) {
			continue
		}
		i, ok := index[r.Clause]
		switch {
		case !ok:
			index[r.Clause] = len(out)
			out = append(out, change{r, day})
		case out[i].day.Before(day):
			out[i] = change{r, day}
		}
	}
	slices.SortStableFunc(out, func(a, b change) int { return b.day.Sub(a.day) })
	return out
}

// concerns reports whether what a binding rule asks for on a day concerns a policy: every one, or one that
// has the clause or shows that it needs it, or whose controller is known to.
func concerns(p *analyzer.Pass, r law.Requirement, on date.Date) bool {
	s, ok := p.Law.Standing(r.ID, on)
	if !ok || r.Clause == "" || s.Binding <= law.Guideline || s.Place == law.Elsewhere || s.Place == law.Publication {
		return false
	}
	clause := facts.Clause(r.Clause)
	if does, known := p.Controller.Settled(r.Condition); known && s.Obligation == law.Conditional {
		return does
	}
	_, shown := facts.Conditions.Of(p)[clause]
	return s.Obligation == law.Mandatory || shown || facts.Clauses.Of(p)[clause].Status == facts.Present
}
