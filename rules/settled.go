package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// settled judges a clause that the law asks for of some controllers, where it is known from outside the text
// whether this is one. If it is, the clause is as one that every policy needs, but that the law may let it stand
// elsewhere: whether it does is then asked, unless that is known, too. If it is not, nothing is asked; only where
// the policy itself shows the contrary, a question tells of both. An empty heading is reported in any case.
func settled(p *analyzer.Pass, c facts.Clause, n clauseName, does bool) {
	if does {
		n = n.toKnown()
	}
	f, unread := facts.Clauses.Of(p)[c], hanging(p, c)
	shown, isShown := facts.Conditions.Of(p)[c]
	elsewhere, known := p.Controller.Settled(p.Requirement().Unless)
	switch {
	case f.EmptyHeading:
		conditional(p, c, n, false)
	case unread != nil && unread.Kind == policy.Link && !f.Met(), elsewhere:
		return // another page says it
	case does && p.Requirement().Unless != "" && !known:
		p.Report(toldElsewhere(p, c, n))
	case does:
		n.why = because(p)
		missing(p, c, n)
	case isShown && showsDuty(p.Standing()) && !processesNothing(p):
		d := analyzer.Diagnostic{Question: true, Subject: clausePart(c), Help: analyzer.Text{
			Ko: "처리방침의 내용이 맞으면 설정을 고치고, 설정이 맞으면 그 표현을 지웁니다",
			En: "correct the configuration if the policy is right; otherwise delete the words"}}
		at(p, &d, shown.Page, shown.Range)
		said := setting(p, false)
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("“%s” 표현이 있으나 설정에는 %s로 되어 있습니다. 어느 쪽이 맞습니까?", d.Quote, said),
			En: fmt.Sprintf("the policy says “%s”, but the configuration says %s: which is right?", d.Quote, said)}
		p.Report(d)
	}
}

// toKnown is a clause as it is told to a controller that is known to do what it is about.
func (n clauseName) toKnown() clauseName {
	if n.known != (analyzer.Text{}) {
		n.help = n.known
	}
	return n
}

// toldElsewhere asks whether what the policy does not state is published elsewhere, as the law allows.
func toldElsewhere(p *analyzer.Pass, c facts.Clause, n clauseName) analyzer.Diagnostic {
	d := analyzer.Diagnostic{Question: true, Absent: true, Subject: clausePart(c), Help: n.help}
	atTitle(p, &d)
	why, unless := because(p), p.Requirement().Unless
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("‘%s’ 항목이 없습니다%s. 다른 곳에 공개합니까(%s)?", n.name.Ko, why.Ko, unless),
		En: fmt.Sprintf("the policy does not state %s%s: is it published elsewhere (%s)?", n.name.En, why.En, unless)}
	return d
}

// denied judges a denial by a controller that is known to do it. One that leaves room for it, as for what happens with
// consent, is no false word, but says nothing of what is done, unless a page that it links does.
func denied(p *analyzer.Pass, c facts.Clause, n clauseName) {
	if !facts.LimitedDenials.Of(p)[c] {
		f := facts.Clauses.Of(p)[c]
		deniedWrongly(p, c, facts.PlaceIn{Page: f.Page, Range: f.Range})
		return
	}
	if unread := hanging(p, c); unread != nil && unread.Kind == policy.Link {
		return
	}
	n = n.toKnown()
	n.why = because(p)
	missing(p, c, n)
}

// deniedWrongly reports that a policy says not to do what its controller is known to do.
func deniedWrongly(p *analyzer.Pass, c facts.Clause, said facts.PlaceIn) {
	d := analyzer.Diagnostic{Severity: analyzer.Warning, Subject: clausePart(c), Help: analyzer.Text{
		Ko: "설정이 맞으면 이 문장 대신 실제로 하는 내용을 적고, 처리방침이 맞으면 설정을 고칩니다",
		En: "if the configuration is right, replace this sentence with what is actually done; otherwise correct the configuration"}}
	at(p, &d, said.Page, said.Range)
	known := setting(p, true)
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("처리방침에는 해당 사항이 없다고 적혀 있으나 설정에는 %s로 되어 있습니다: “%s”", known, d.Quote),
		En: fmt.Sprintf("the policy denies what the configuration says (%s): “%s”", known, d.Quote)}
	p.Report(d)
}

// because says that a clause is asked for because of the configuration.
func because(p *analyzer.Pass) analyzer.Text {
	said := setting(p, true)
	return analyzer.Text{Ko: " (설정: " + said + ")", En: " (configuration: " + said + ")"}
}

// setting is the condition of the rule's duty as a configuration writes it.
func setting(p *analyzer.Pass, does bool) string {
	return fmt.Sprintf("%s = %t", p.Requirement().Condition, does)
}
