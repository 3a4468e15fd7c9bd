package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// older marks what stands under a title of older versions, up to a heading that opens a clause of
// which nothing was said above: a version before this one says again what this one says.
func older(lines []Line, out []Region) {
	seen := make(map[Clause]bool)
	under := false
	for i := range lines {
		l := &lines[i]
		if out[i] != Own {
			continue
		}
		short := l.Block.Cell == nil && l.size <= longHeading/2 && !l.ended
		if short && l.has(olderWords()) {
			under = true
		}
		for _, c := range l.clauses {
			if short && !seen[c] && c != Changes && c != EffectiveDate && !l.has(olderWords()) {
				under = false
			}
			seen[c] = true
		}
		if under {
			out[i] = Older
		}
	}
}

var olderWords = sync.OnceValue(func() phrases.ID { return phrase("older.heading") })

