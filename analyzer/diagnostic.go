package analyzer

import (
	"github.com/pipalint/pipalint/analyzer/date"
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

	// Absent tells that what is reported is not there: Place is where it would belong, or the title.
	Absent bool

	// Subject is what the finding is about, where the rule can name it apart from the words around: a clause,
	// a company, a record with its period. It is the same in every language of messages and stays when the text
	// around it changes; a baseline knows the finding by it. Empty where only the words at the place tell.
	Subject string

	// Also are further places of the same that the finding counts in, where it has no Subject.
	Also []policy.Place

	// From is the day from which the law will ask for what is reported; zero where it does already.
	From date.Date

	Message Text // one sentence that quotes the offender as it is written
	Help    Text // what would mend it, or empty
	Related []Related

	Ignored *Ignore // what leaves it out, or nil

	// Provisions are cited beside the finding: those of the rule's duty, and what a rule adds to them.
	Provisions []law.Provision
}

// Related is another place that a finding speaks of.
type Related struct {
	Place   policy.Place
	Quote   string
	Message Text
}
