package rules

import (
	"cmp"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// stepName is what a link is called, or else where it leads.
func stepName(s policy.Step) string {
	r := s.Resource()
	return cmp.Or(r.Text, r.Label, r.Title, r.URL)
}

// atStep puts a finding at a link on the way to the policy.
func atStep(d *analyzer.Diagnostic, s policy.Step) {
	d.Place, d.Quote = s.Place(), stepName(s)
}
