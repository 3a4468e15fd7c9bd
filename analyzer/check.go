package analyzer

import (
	"cmp"
	"slices"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
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
		if r.Duty != "" && !law.InForce(r.Duty, pass.Day) {
			continue
		}
		pass.rule = r
		r.Run(pass)
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
