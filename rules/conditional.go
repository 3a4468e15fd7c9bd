package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
)

// showsDuty reports whether words of a policy alone can show that it needs what a provision asks for.
func showsDuty(s law.Provision) bool {
	return s.Binding > law.Guideline && s.Place == law.InPolicy && s.Told == law.ByText
}

// conditional judges a clause that the law asks for in the policies of those who do what it is about:
// where the policy shows that it does a warning if the clause is binding, and a question if a guideline wants
// it, the law lets it stand elsewhere, or only the controller knows; a warning where the heading of the
// clause is empty; a question where words come near it; else silent.
func conditional(p *analyzer.Pass, c facts.Clause, n clauseName, binding bool) {
	f := facts.Clauses.Of(p)[c]
	shown, isShown := facts.Conditions.Of(p)[c]
	if !f.Met() && !isShown {
		return
	}
	d := analyzer.Diagnostic{Subject: clausePart(c), Help: n.help, Severity: analyzer.Warning}
	unread := hanging(p, c)
	switch {
	case f.EmptyHeading:
		atHeading(p, &d, f.Page, f.Range)
		d.Message = emptyMessage(n, d.Quote, unread)
	case processesNothing(p), unread != nil && unread.Kind == policy.Link && !f.Met():
		return // a link to another page that says it is enough
	case isShown:
		d.Question = !binding || unread != nil
		at(p, &d, shown.Page, shown.Range)
		d.Message = conditionMessage(n, d)
	default:
		d.Question = true
		at(p, &d, f.Page, f.Range)
		d.Message = conditionMessage(n, d)
	}
	p.Report(d)
}

// conditionMessage says by which words the policy seems to need a clause.
func conditionMessage(n clauseName, d analyzer.Diagnostic) analyzer.Text {
	if !d.Question {
		return analyzer.Text{
			Ko: fmt.Sprintf("“%s” 표현이 있으나 ‘%s’ 항목이 없습니다", d.Quote, n.name.Ko),
			En: fmt.Sprintf("the policy says “%s” and does not state %s", d.Quote, n.name.En)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("“%s” 표현이 있으나 ‘%s’ 항목이 없습니다. 해당 사항이 있습니까?", d.Quote, n.name.Ko),
		En: fmt.Sprintf("“%s” is mentioned, but the policy does not state %s: does it apply?", d.Quote, n.name.En)}
}
