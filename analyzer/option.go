package analyzer

// A WordError is why a text is not what an option of a rule takes. The UnmarshalText of a type of options returns it,
// so that people read the reason in their language.
type WordError struct {
	Reason Text
	Known  []string // what could be meant: the nearest is shown
}

func (e *WordError) Error() string { return e.Reason.En }
