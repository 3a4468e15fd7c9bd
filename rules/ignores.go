package rules

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// atIgnore puts a finding at the comment or the entry of a configuration that asks to ignore; it is about what is
// written there, and about the rule where one is named.
func atIgnore(d *analyzer.Diagnostic, i *analyzer.Ignore, rule string) {
	d.Place, d.Quote = i.Place, i.Quote
	d.Subject = subject(part("rule", rule), part("directive", i.Quote))
}

// byPlace is a text about a comment, or one about an entry of a configuration.
func byPlace(i *analyzer.Ignore, comment, entry analyzer.Text) analyzer.Text {
	if i.InFile {
		return comment
	}
	return entry
}

// listed are names of rules as a message gives them.
func listed(names []string) string { return strings.Join(names, ", ") }
