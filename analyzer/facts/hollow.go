package facts

import "github.com/pipalint/pipalint/analyzer"

// Hollow are the headings of clauses over nothing. Whether a script is to fill the place is told by the source behind them.
var Hollow = analyzer.NewFact("hollow", func(p *analyzer.Pass) []PlaceIn {
	var out []PlaceIn
	for _, r := range readers.Of(p) {
		for i := range r.headings {
			if h := &r.headings[i]; len(h.Clauses) > 0 && r.empty(h) && !r.namesWhole(h) {
				out = append(out, PlaceIn{r.page, r.lines[h.Line].Block.Range})
			}
		}
	}
	return out
})
