package analyzer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Check is a set of rules, how they are set, and the day by whose law they judge.
type Check struct {
	Rules    []*Rule
	Settings map[string]Setting // by the name of a rule; one that is not there judges as it comes
	All      []*Rule            // every rule that there is, judging or not; nil where that is Rules
	Day      date.Date
}

// A Setting is how a configuration has a rule judge.
type Setting struct {
	Severity Severity // of what the rule is sure of, questions stay infos; 0 for its own
	Options  any      // of the type of the rule's Options; nil for these
}

// OptionsOf are the options of the rule that runs, which are of type T.
func OptionsOf[T any](p *Pass) T {
	if o := p.settings[p.rule.Name].Options; o != nil {
		return o.(T)
	}
	return p.rule.Options.(T)
}

// Run judges one policy. The findings come in the order of its pages, then of the names of other files,
// and of where they begin in them; what begins at the same place in that of severity, errors first, then
// of the rules' names.
// Any number of policies may be judged at the same time.
func (c *Check) Run(p *policy.Policy) []Diagnostic { return c.RunPass(NewPass(p, c.Day)) }

// RunAlone judges the policy of a pass by one rule; by one that is late after all rules, whose findings are left out.
func RunAlone(r *Rule, all []*Rule, pass *Pass) []Diagnostic {
	c := &Check{Rules: []*Rule{r}}
	if r.Late {
		c.Rules = all
	}
	return slices.DeleteFunc(c.RunPass(pass), func(d Diagnostic) bool { return d.Rule != r })
}

// RunPass judges the policy of a pass, so that what else is done with it shares its facts.
//
// When the others have judged, what is to be ignored is marked, and rules that are late judge that.
func (c *Check) RunPass(pass *Pass) []Diagnostic {
	pass.settings = c.Settings
	for _, r := range c.Rules {
		if !r.Late {
			pass.run(r)
		}
	}
	pass.ignore()
	return c.runLate(pass)
}

// runLate runs the rules that are late, and puts all findings of the pass in order.
func (c *Check) runLate(pass *Pass) []Diagnostic {
	pass.settings, pass.check = c.Settings, c
	for _, r := range c.Rules {
		if r.Late {
			pass.run(r)
		}
	}
	out := pass.diagnostics
	pass.rule, pass.diagnostics = nil, nil
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(
			pass.compareFiles(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Span.Start, b.Place.Span.Start),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Rule.Name, b.Rule.Name),
			cmp.Compare(a.Place.Span.End, b.Place.Span.End))
	})
	return out
}

// compareFiles orders the pages as they stand in the policy, and other files, in which evidence stands,
// behind them by their names. No file is the first page.
func (p *Pass) compareFiles(a, b *policy.File) int {
	if a == b {
		return 0
	}
	last := len(p.Policy.Pages)
	at := func(f *policy.File) int {
		if f == nil {
			return 0
		}
		if i := slices.IndexFunc(p.Policy.Pages, func(d *policy.Document) bool { return d.File == f }); i >= 0 {
			return i
		}
		return last
	}
	if i, j := at(a), at(b); i != last || j != last {
		return cmp.Compare(i, j)
	}
	return strings.Compare(a.Name, b.Name)
}

// run judges by a rule whose duty the law asks for on the day, and again where it comes to ask for more
// while the pass looks ahead.
func (p *Pass) run(r *Rule) {
	p.rule = r
	if r.Duty == "" || p.Law.InForce(r.Duty, p.Day) {
		p.ran[r.Name] = true
		r.Run(p)
	}
	if from, ok := p.Law.Rises(r.Duty, p.Day, p.Until); ok {
		day := p.Day
		p.from, p.Day = from, from
		r.Run(p)
		p.from, p.Day = date.Date{}, day
	}
}
