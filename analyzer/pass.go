package analyzer

import (
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Pass is what one policy is judged by: it, the day, and the version before it. Facts are found
// at most once in a pass.
type Pass struct {
	Policy *policy.Policy
	Day    date.Date // the law in force on this day applies
	Prior  *Pass     // the earlier version, or nil

	rule        *Rule
	diagnostics []Diagnostic
	facts       map[any]any
}

// NewPass begins a pass over a policy.
func NewPass(p *policy.Policy, day date.Date) *Pass {
	return &Pass{Policy: p, Day: day, facts: make(map[any]any)}
}

// Report adds a finding of the rule that runs.
func (p *Pass) Report(d Diagnostic) {
	d.Rule = p.rule
	if d.Severity == 0 {
		d.Severity = p.rule.Severity
	}
	if d.Question {
		d.Severity = Info
	}
	p.diagnostics = append(p.diagnostics, d)
}
