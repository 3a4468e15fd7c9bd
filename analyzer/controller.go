package analyzer

import "github.com/pipalint/pipalint/law"

// A Controller is what is known of the controller from outside the policy's text: it settles whom conditional
// duties concern, and what the text leaves to be guessed. The zero Controller is one of whom nothing is known.
type Controller struct {
	Name string // as it names itself; "" where it is not known
	Type ControllerType

	// Does tells, by the key of a condition (see [law.Condition]) such as "takes-children", whether it is met. One
	// that is not there is not known.
	Does map[string]bool
}

// ControllerType says of which sort a controller is.
type ControllerType string

// The sorts. A controller of whom nothing is known has none of them.
const (
	Public  ControllerType = "public"  // a public body, a school among them
	Private ControllerType = "private" // anybody else
)

// Settled tells whether the controller meets a condition, by its key, and whether that is known.
func (c Controller) Settled(condition string) (does, known bool) {
	does, known = c.Does[condition]
	return does, known
}

// Requirement is what the duty of the rule that runs asks for; the zero Requirement for a rule without a duty.
func (p *Pass) Requirement() law.Requirement {
	r, _ := p.Law.Requirement(p.rule.Duty)
	return r
}

// Settled tells whether the duty of the rule that runs concerns the controller, and whether that is known from
// outside the text.
func (p *Pass) Settled() (does, known bool) {
	return p.Controller.Settled(p.Requirement().Condition)
}
