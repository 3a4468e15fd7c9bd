package analyzer

import (
	"cmp"
	"slices"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Check is a set of rules and the day by whose law they judge.
type Check struct {
	Rules []*Rule
	Day   date.Date
}

// Run judges one policy. The findings come in the order of its pages and of where they begin in
// them; what begins at the same place in that of severity, errors first, then of the rules' names.
// Any number of policies may be judged at the same time.
func (c *Check) Run(p *policy.Policy) []Diagnostic { return c.RunPass(NewPass(p, c.Day)) }

// RunPass judges the policy of a pass, so that what else is done with it shares its facts.
func (c *Check) RunPass(pass *Pass) []Diagnostic {
	for _, r := range c.Rules {
		pass.run(r)
	}
	out := pass.diagnostics
	pass.rule, pass.diagnostics = nil, nil
	order := make(map[*policy.File]int)
	for i, page := range pass.Policy.Pages {
		order[page.File] = i
	}
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(order[a.Place.File], order[b.Place.File]),
			cmp.Compare(a.Place.Span.Start, b.Place.Span.Start),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Rule.Name, b.Rule.Name),
			cmp.Compare(a.Place.Span.End, b.Place.Span.End))
	})
	return out
}

// run judges by a rule whose duty the law asks for on the day, and again where it comes to ask for more
// while the pass looks ahead.
func (p *Pass) run(r *Rule) {
	p.rule = r
	if r.Duty == "" || p.Law.InForce(r.Duty, p.Day) {
		r.Run(p)
	}
	if from, ok := p.Law.Rises(r.Duty, p.Day, p.Until); ok {
		day := p.Day
		p.from, p.Day = from, from
		r.Run(p)
		p.from, p.Day = date.Date{}, day
	}
}
