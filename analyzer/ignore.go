package analyzer

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// An Ignore leaves out findings that somebody has looked at: a comment in a page, or an entry of a configuration.
// Findings are marked, not dropped, and those of rules that judge ignores are never covered.
type Ignore struct {
	Rules  []string // names, as they are written
	Text   string   // stands in the quote of the findings that are meant; "" for any
	Reason string
	Until  date.Date // the last day; zero for ever
	Place  policy.Place
	Quote  string // the comment or entry
	InFile bool   // a comment in a page
	Fault  IgnoreFault

	scope    scope     // of a comment: the findings that it stands at
	outcomes []outcome // by rule
}

// outcome is what became of one of the rules that an ignore names.
type outcome struct {
	ran  bool
	used int // findings covered
}

// IgnoreFault is what is wrong with how a comment is written, and the words in question. One with a fault covers nothing.
type IgnoreFault struct {
	Kind IgnoreFaultKind
	Text string
}

// IgnoreFaultKind says what an [IgnoreFault] is.
type IgnoreFaultKind int

// The kinds of fault.
const (
	NoFault        IgnoreFaultKind = iota
	WrongDirective                 // a word that is no directive, as pipalint:ingore
	NoRule                         // names no rule
	WrongName                      // where a rule is named stand several words: a comma or colon is missing
	WrongDate                      // what stands behind until is no day
)

// Expired reports whether an ignore is past its last day.
func (i *Ignore) Expired(today date.Date) bool { return !i.Until.IsZero() && i.Until.Before(today) }

// Unused are the rules that it names and that judged, but nothing that they found was covered. One that is past its
// day, or not written as it should be, covers nothing anyway.
func (i *Ignore) Unused(today date.Date) []string {
	var out []string
	for n, o := range i.outcomes {
		if o.ran && o.used == 0 && !i.Expired(today) && i.Fault.Kind == NoFault {
			out = append(out, i.Rules[n])
		}
	}
	return out
}

// Add adds what became of a copy of the ignore in another pass.
func (i *Ignore) Add(other *Ignore) {
	i.outcomes = i.counted()
	for n, o := range other.outcomes {
		i.outcomes[n].ran = i.outcomes[n].ran || o.ran
		i.outcomes[n].used += o.used
	}
}

// Idle notes that rules judged and left nothing to cover: what it is about is not there.
func (i *Ignore) Idle(rules []*Rule) {
	i.outcomes = i.counted()
	for n, name := range i.Rules {
		i.outcomes[n].ran = slices.ContainsFunc(rules, func(r *Rule) bool { return r.Name == name && !r.Late })
	}
}

// counted are the outcomes, one for each rule.
func (i *Ignore) counted() []outcome {
	if i.outcomes == nil {
		return make([]outcome, len(i.Rules))
	}
	return i.outcomes
}

// covers reports whether it leaves out a finding of the rule that it names at n.
func (i *Ignore) covers(n int, d *Diagnostic, p *Pass) bool {
	if d.Rule.Name != i.Rules[n] || i.Expired(p.Today) || i.Fault.Kind != NoFault {
		return false
	}
	if i.InFile {
		return i.scope.holds(d, p)
	}
	return strings.Contains(folded(d.Quote), folded(i.Text))
}

func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

// ignore marks the findings that are to be left out. A finding that several ignores cover counts for each: removing
// one of them changes nothing for the others. It is marked with the first, those of its page before those of a
// configuration.
func (p *Pass) ignore() {
	p.Ignores = nil
	for page := range p.Policy.Pages {
		p.Ignores = append(p.Ignores, ignoresOf(p.Policy, page)...)
	}
	for _, i := range slices.Concat(p.Ignores, p.Configured) {
		i.outcomes = i.counted()
		for n, name := range i.Rules {
			i.outcomes[n].ran = p.ran[name]
			for k := range p.diagnostics {
				if d := &p.diagnostics[k]; i.covers(n, d, p) {
					i.outcomes[n].used++
					if d.Ignored == nil {
						d.Ignored = i
					}
				}
			}
		}
	}
}

// AllRules are the rules that there are, judging or not. Only rules that are late may ask.
func (p *Pass) AllRules() []*Rule {
	if p.check.All == nil {
		return p.check.Rules
	}
	return p.check.All
}

// JudgeIgnores has the rules that judge ignores say what is wrong with those of a configuration, after all policies
// that it is about were judged.
func (c *Check) JudgeIgnores(ignores []*Ignore) []Diagnostic {
	pass := NewPass(&policy.Policy{}, c.Day)
	pass.Ignores = ignores
	return c.runLate(pass)
}
