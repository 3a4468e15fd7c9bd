package facts

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Hollow are the places in the body behind which content is announced and none stands: headings of clauses over nothing, and
// tables that have titles alone. Whether a script is to fill them is told by the source behind them.
var Hollow = analyzer.NewFact("hollow", func(p *analyzer.Pass) []PlaceIn {
	var out []PlaceIn
	for _, r := range readers.Of(p) {
		for i := range r.headings {
			h := &r.headings[i]
			if len(h.Clauses) > 0 && r.empty(h) && !r.namesWhole(h) {
				out = append(out, PlaceIn{r.page, r.lines[h.Line].Block.Range})
			}
		}
		for _, t := range r.doc.Tables {
			if onlyTitles(t) && r.ownsPlace(t.Range.Start) {
				out = append(out, PlaceIn{r.page, t.Range})
			}
		}
	}
	return out
})

// onlyTitles reports whether a table has no row but those of its titles.
func onlyTitles(t *policy.Table) bool {
	for c := range t.Cells {
		if !c.Header {
			return false
		}
	}
	return len(t.Grid) > 0 && t.HeaderRows == len(t.Grid)
}

// ownsPlace reports whether a place of the visible text stands in the policy's own text.
func (r *reader) ownsPlace(at int) bool {
	for i := range r.lines {
		if b := r.lines[i].Block.Range; b.Start <= at && at < b.End {
			return r.body[i] == Own
		}
	}
	return false
}
