package analyzer

// A Controller is what is known of the controller from outside the policy's text: it settles whom conditional
// duties concern. The zero Controller is one of whom nothing is known.
type Controller struct {
	Name string
	Type string // "public", "private", or "" where it is not known

	// Does tells, by the condition of a duty such as "takes-children", whether it is met. One that is not there is
	// not known.
	Does map[string]bool
}
