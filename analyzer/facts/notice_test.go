package facts_test

import (
	"fmt"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestNotice(t *testing.T) {
	testFixture(t, "notice", func(p *analyzer.Pass) string {
		show := func(d facts.DaysAt) string {
			if !d.Known() {
				return "—"
			}
			return fmt.Sprintf("%d (%s)", d.Days, p.Policy.Pages[d.Page].TextOf(d.Range))
		}
		n := facts.Notice.Of(p)
		return show(n.General) + ", " + show(n.Material)
	})
}
