package analyzer

import (
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
)

// A Diagnostic is one finding: what is wrong, where, and what would mend it.
type Diagnostic struct {
	Rule     *Rule
	Severity Severity // 0 for the rule's
	Question bool     // whether it holds depends on facts outside the text; then at most Info
	Place    policy.Place
	Quote    string // the visible text at the place
	Message  Text   // one sentence that quotes the offender as it is written
	Help     Text   // what would mend it, or empty
	Related  []Related

	// Provisions are cited beside the finding: those of the rule's duty, and what a rule adds to them.
	Provisions []law.Provision
}

// Related is another place that a finding speaks of.
type Related struct {
	Place   policy.Place
	Quote   string
	Message Text
}
