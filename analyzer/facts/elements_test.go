package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestElements(t *testing.T) {
	testFixture(t, "elements", showElements)
}

// showElements writes a line for each clause that has elements and is present: what is stated, with
// the first words that state it, what is in part, and what is not.
func showElements(p *analyzer.Pass) string {
	var out []string
	for _, c := range facts.AllClauses {
		found, ok := facts.Elements.Of(p)[c]
		if !ok {
			continue
		}
		var parts []string
		for _, e := range facts.ElementsOf(c) {
			switch f := found[e]; f.Stated {
			case facts.StatedNone:
				parts = append(parts, "no "+string(e))
			case facts.StatedSome:
				parts = append(parts, fmt.Sprintf("%s in part %q", e, quoteAt(p, f.Places[0].Range)))
			case facts.StatedAll:
				parts = append(parts, fmt.Sprintf("%s %q", e, quoteAt(p, f.Places[0].Range)))
			}
		}
		out = append(out, string(c)+": "+strings.Join(parts, ", "))
	}
	return strings.Join(out, "\n")
}

// TestElementsOfPages checks what holds of any page: elements of the clauses that are present alone,
// and words within the page for all that is stated.
func TestElementsOfPages(t *testing.T) {
	stated := 0
	for _, p := range pages(t) {
		name := p.Policy.Pages[0].File.Name
		for c, list := range facts.Elements.Of(p) {
			if facts.Clauses.Of(p)[c].Status != facts.Present {
				t.Errorf("%s: elements of %s, which is %s", name, c, facts.Clauses.Of(p)[c].Status)
			}
			for e, f := range list {
				if (f.Stated == facts.StatedNone) != (len(f.Places) == 0) {
					t.Errorf("%s: %s of %s is stated %d at %d places", name, e, c, f.Stated, len(f.Places))
				}
				for _, at := range f.Places {
					stated++
					if at.Range.Empty() || at.Range.Start < 0 || at.Range.End > len(p.Policy.Pages[at.Page].Visible) {
						t.Errorf("%s: %s of %s at %v", name, e, c, at.Range)
					}
				}
			}
		}
	}
	if stated < 100 {
		t.Errorf("only %d places", stated)
	}
}

// TestElementsOfTwoPages reads the list from the page on which it stands.
func TestElementsOfTwoPages(t *testing.T) {
	p := read(t, "policy.html",
		"<h2>1. 처리 위탁</h2><p>수탁자의 목록은 따로 알려 드립니다.</p>",
		"<h2>처리 위탁</h2><table><tr><th>수탁자<th>위탁업무<tr><td>한빛배송<td>배송</table>")
	if got := facts.Elements.Of(p)[facts.Entrustment]["task"]; got.Stated != facts.StatedAll || got.Places[0].Page != 1 {
		t.Errorf("got %v", got)
	}
}
