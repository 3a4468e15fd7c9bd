package analyzer

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
)

// A Pass is what one policy is judged by: it, the law, two days, and the version before it. Facts are
// found at most once in a pass; they know today, by which they tell the version in force, and no law.
type Pass struct {
	Policy *policy.Policy
	Law    *law.Catalogue
	Today  date.Date // the day of the check
	Day    date.Date // the law in force on this day applies: today, or another that was asked for
	Until  date.Date // what comes into force up to this day is told, too; Day where only the law of the day is
	Prior  *Pass     // the earlier version, or nil
	Twins  []*Pass   // the same policy in other languages, each with facts of its own; nothing judges them

	Controller Controller // what is known of it from outside the text

	Configured []*Ignore // those of a configuration that concern the policy; nobody else uses these copies
	Ignores    []*Ignore // those that late rules judge: of the pages, once the other rules have judged

	settings    map[string]Setting
	check       *Check
	ran         map[string]bool // the rules that have judged
	rule        *Rule
	from        date.Date // the day from which the law asks for what the rule that runs reports; zero for now
	diagnostics []Diagnostic
	facts       map[any]any
}

// NewPass begins a pass over a policy, by today's law.
func NewPass(p *policy.Policy, today date.Date) *Pass {
	return &Pass{Policy: p, Law: law.Default(), Today: today, Day: today, Until: today, facts: make(map[any]any), ran: make(map[string]bool)}
}

// AsOf has the policy judged by the law of another day, and with upcoming by what comes into force
// within a year behind it.
func (p *Pass) AsOf(day date.Date, upcoming bool) {
	p.Day, p.Until = day, day
	if upcoming {
		p.Until = day.AddYears(1)
	}
}

// Standing is the strongest provision, on the day of the pass, that the duty of the rule that runs
// stands on. A rule without a duty has none.
func (p *Pass) Standing() law.Provision {
	s, _ := p.Law.Standing(p.rule.Duty, p.Day)
	return s
}

// Report adds a finding of the rule that runs, with the provisions that its duty stands on. What rests on
// a guideline is a warning at most, unless the rule is set otherwise; what depends on facts outside the text, and
// what the law asks for only later, is an info.
func (p *Pass) Report(d Diagnostic) {
	d.Rule = p.rule
	d.Provisions = append(p.Law.Provisions(p.rule.Duty, p.Day), d.Provisions...)
	if d.Severity == 0 {
		d.Severity = p.rule.Severity
	}
	if s := p.Standing(); s.Binding != 0 && s.Binding <= law.Guideline {
		d.Severity = min(d.Severity, Warning)
	}
	if s := p.settings[p.rule.Name].Severity; s != 0 {
		d.Severity = s
	}
	if d.Question {
		d.Severity = Info
	}
	if !p.from.IsZero() {
		d.Severity, d.From = Info, p.from
		d.Message = Text{Ko: fmt.Sprintf("%s부터: %s", p.from, d.Message.Ko), En: fmt.Sprintf("from %s: %s", p.from, d.Message.En)}
	}
	p.diagnostics = append(p.diagnostics, d)
}
