package facts_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// TestRecipients reads lists of fifty forms.
func TestRecipients(t *testing.T) {
	testFixture(t, "recipients", showRecipients)
}

// shownRecipient is a line of the fixture, and what orders the lines.
type shownRecipient struct {
	row, list int
	text      string
}

func showRecipients(p *analyzer.Pass) string {
	var lines []shownRecipient
	for i, l := range []struct {
		kind string
		all  []facts.Recipient
	}{{"processor", facts.Processors.Of(p)}, {"third-party", facts.ThirdParties.Of(p)}, {"transfer", facts.Transfers.Of(p)}} {
		for _, r := range l.all {
			lines = append(lines, shownRecipient{r.Row, i, showRecipient(l.kind, r)})
		}
	}
	slices.SortStableFunc(lines, func(a, b shownRecipient) int { return cmp.Compare(a.row, b.row) })
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text + "\n")
	}
	return b.String()
}

func showRecipient(kind string, r facts.Recipient) string {
	out := kind + ": " + r.Name.Text
	if r.Kind == company.Category {
		out = kind + ": (" + r.Name.Text + ")"
	}
	field := func(name string, q facts.Quote) {
		if q.Text != "" {
			out += " | " + name + ": " + q.Text
		}
	}
	switch kind {
	case "processor":
		field("task", r.Task)
		field("items", r.Items)
		field("period", r.Period)
		field("contact", r.Contact)
		field("sub", r.Subprocessor)
	case "third-party":
		field("purpose", r.Purpose)
		field("items", r.Items)
		field("period", r.Period)
	case "transfer":
		field("country", r.Country)
		field("contact", r.Contact)
		field("when", r.Timing)
		field("how", r.Method)
		field("items", r.Items)
		field("purpose", r.Purpose)
		field("period", r.Period)
		field("refusal", r.Refusal)
	}
	if r.More {
		out += fmt.Sprintf(" | more: %d", r.Others)
	}
	return out
}
