package main

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/law"
	"github.com/pipalint/pipalint/rules"
)

// A rulePage is what there is to tell of a rule, in the language of the command.
type rulePage struct {
	rule       *analyzer.Rule
	manual     string
	provisions []law.Provision // of all times, in the order of the catalogue
	applies    bool            // its duty is asked for on the day, or it has none
	settled    []law.Condition // what the controller is asked, on which its judgement depends
	bad, good  rules.Sample
	given      string                // of the controller of the bad example
	found      []analyzer.Diagnostic // in the bad example
}

// rulePage gathers the page of a rule, with the law of a day. What the rule says of its bad example is
// found by running it, so it cannot be out of date.
func (c *command) rulePage(r *analyzer.Rule, day date.Date) rulePage {
	manual, ok := c.Manual(r.Name)
	if !ok {
		manual = r.Doc
	}
	bad, good := c.Example(r.Name)
	requirement, _ := law.Default().Requirement(r.Duty)
	return rulePage{
		rule:       r,
		manual:     strings.TrimSpace(c.text(manual)),
		provisions: requirement.Provisions,
		applies:    r.Duty == "" || law.Default().InForce(r.Duty, day),
		bad:        bad,
		good:       good,
		settled:    conditionsOf(requirement),
		given:      strings.ReplaceAll(strings.TrimSpace(bad.Given), "\n", ", "),
		found:      c.findings(r, bad, day),
	}
}

// findings are what a rule finds in a sample, by the law of the sample's day, or else of the day given.
func (c *command) findings(r *analyzer.Rule, s rules.Sample, day date.Date) []analyzer.Diagnostic {
	if own, err := date.Parse(s.Day); err == nil {
		day = own
	}
	pass, ok := samplePass(s, day)
	if !ok {
		return nil // no sample
	}
	pass.Controller = s.Controller()
	if s.Twin != nil {
		if twin, ok := samplePass(*s.Twin, day); ok {
			pass.Twins = []*analyzer.Pass{twin}
		}
	}
	return analyzer.RunAlone(r, c.Rules, pass)
}

// samplePass begins a pass over a sample.
func samplePass(s rules.Sample, day date.Date) (*analyzer.Pass, bool) {
	one, err := s.Policy(func(name, text string) (*policy.Document, error) {
		return scrape.Parse(name, []byte(text), scrape.Options{})
	})
	if err != nil {
		return nil, false
	}
	return analyzer.NewPass(one, day), true
}

// conditionsOf are the conditions that a duty depends on.
func conditionsOf(r law.Requirement) []law.Condition {
	var out []law.Condition
	for _, key := range [...]string{r.Condition, r.Unless} {
		if one, ok := law.Default().Condition(key); ok {
			out = append(out, one)
		}
	}
	return out
}

// condition is what a configuration tells of the controller, with what it answers.
func (c *command) condition(one law.Condition) string {
	return "[controller] " + one.Key + ": " + c.say(one.Question.Ko, one.Question.En)
}

// reported is the title of a bad example, with what is known of its controller.
func (c *command) reported(p rulePage) string {
	if p.given == "" {
		return c.say("지적되는 예", "What it reports")
	}
	return c.say("지적되는 예(설정: "+p.given+")", "What it reports (configuration: "+p.given+")")
}

// provision is where a duty stands, with the days of its force.
func (c *command) provision(p law.Provision) string {
	days := c.say(p.From.String()+"부터", "from "+p.From.String())
	if !p.To.IsZero() {
		days = c.say(p.From.String()+"~"+p.To.String(), p.From.String()+" to "+p.To.String())
	}
	return p.Cite + " (" + c.say(p.Title.Ko, p.Title.En) + c.say("; ", "; ") + days + ")"
}
