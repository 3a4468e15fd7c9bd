package facts

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Titles are, page by page, the words by which a page names itself, or where it begins: the place
// of what is missing from all of it.
var Titles = analyzer.NewFact("titles", func(p *analyzer.Pass) []policy.Range {
	out := make([]policy.Range, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		switch l := r.title(); {
		case r.named() >= 0:
			out[i] = r.headings[r.named()].Range
		case l != nil:
			out[i] = l.Block.Range
		case len(r.headings) > 0:
			out[i] = r.headings[0].Range
		case len(r.lines) > 0:
			out[i] = r.lines[0].Block.Range
		}
	}
	return out
})

// named is the first heading that calls the page a policy, or -1.
func (r *reader) named() int {
	for i := range r.headings {
		if len(r.headings[i].Clauses) == 0 && r.lines[r.headings[i].Line].has(titleWords().policy) {
			return i
		}
	}
	return -1
}
