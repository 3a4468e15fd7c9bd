package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// LimitedDenials are the clauses that are denied but for some cases: without consent, beyond what is told, except as
// follows. Such a sentence does not say that it never happens.
var LimitedDenials = analyzer.NewFact("limited denials", func(p *analyzer.Pass) map[Clause]bool {
	out := make(map[Clause]bool)
	clauses := Clauses.Of(p)
	for _, r := range readers.Of(p) {
		for _, c := range [...]Clause{ThirdParty, Entrustment, OverseasTransfer} {
			f := clauses[c]
			if f.Status != Denied || f.Page != r.page || len(r.lines) == 0 {
				continue
			}
			for i := range r.lines[r.lineAt(f.Range.Start)].Units {
				u := &r.lines[r.lineAt(f.Range.Start)].Units[i]
				if u.Range.Start < f.Range.End && f.Range.Start < u.Range.End && u.has(limitWords()) {
					out[c] = true
				}
			}
		}
	}
	return out
})

var limitWords = sync.OnceValue(func() phrases.ID { return detail("denial.limits") })
