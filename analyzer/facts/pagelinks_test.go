package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestPageLinks(t *testing.T) {
	testFixture(t, "page-links", func(p *analyzer.Pass) string {
		var out strings.Builder
		for _, l := range facts.PageLinks.Of(p) {
			fmt.Fprintf(&out, "%s: %s", l.Text, l.Role)
			for _, c := range l.Clauses {
				fmt.Fprintf(&out, " %s", c)
			}
			out.WriteByte('\n')
			if doc := p.Policy.Pages[l.Page]; doc.File.Text[l.Place.Span.Start:l.Place.Span.End] == "" {
				t.Errorf("%s stands nowhere", l.Text)
			}
		}
		return out.String()
	})
}
