package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestCompanies(t *testing.T) {
	testFixture(t, "companies", showCompanies)
}

// showCompanies writes a line for each processor that is named twice, each recipient under a former name, and
// each company in both roles.
func showCompanies(p *analyzer.Pass) string {
	var out []string
	for _, twice := range facts.ProcessorsTwice.Of(p) {
		out = append(out, fmt.Sprintf("twice: %s, %s%s", twice.First.Name.Text, twice.Second.Name.Text, unless(twice.Sure, "maybe")))
	}
	for _, one := range facts.RenamedRecipients.Of(p) {
		out = append(out, fmt.Sprintf("%s renamed: %s, now %s since %d", one.Clause, one.Name.Text, one.Rename.New, one.Rename.Year))
	}
	for _, both := range facts.DoubleRoles.Of(p) {
		out = append(out, fmt.Sprintf("both: %s (%s), %s (%s)%s", both.Processor.Name.Text, both.Processor.Task.Text, both.ThirdParty.Name.Text, both.ThirdParty.Purpose.Text, unless(both.Plain, "maybe")))
	}
	return strings.Join(out, "\n")
}

// unless is a remark where something does not hold.
func unless(holds bool, remark string) string {
	if holds {
		return ""
	}
	return " | " + remark
}
