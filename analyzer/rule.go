// Package analyzer is the engine: a [Rule] judges a policy through a [Pass], on facts that are
// computed once and shared ([Fact]), and reports [Diagnostic] values. A [Check] runs rules.
//
// Rules and facts are pure: the policy, the day and the earlier version go in, findings come out.
// So the same code serves the command line, a gate, a crawler, an editor and the tests.
package analyzer

import "github.com/pipalint/pipalint/law"

// A Rule is one thing that can be wrong with a policy.
type Rule struct {
	Name     string   // in kebab-case: the subject, then the defect
	Doc      Text     // one line
	Duty     law.Duty // what the law must ask for on the day for the rule to apply; "" where it always does
	Severity Severity // the highest that the rule reports
	Options  any      // a struct with the defaults of what a configuration may set, or nil; see [OptionsOf]
	Late     bool     // it judges what the other rules led to: see [Pass.Ignores]; what it finds cannot be ignored
	Run      func(*Pass)
}

// Text is a text for people, in both languages.
type Text struct{ Ko, En string }

// In is the text in a language, "ko" or "en".
func (t Text) In(lang string) string {
	if lang == "ko" {
		return t.Ko
	}
	return t.En
}

// Severity says how sure and how grave a finding is.
type Severity int

// The severities. Zero is none, so that a diagnostic that leaves it out has its rule's.
const (
	Info    Severity = iota + 1 // a guideline, style or question
	Warning                     // a duty is probably unmet
	Error                       // a duty in force is plainly unmet
)

var severityNames = [...]string{"", "info", "warning", "error"}

// String is the severity as output and flags write it.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads what String writes.
func ParseSeverity(s string) (Severity, bool) {
	for i, name := range severityNames {
		if i > 0 && s == name {
			return Severity(i), true
		}
	}
	return 0, false
}
