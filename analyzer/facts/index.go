package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// occurrence is a phrase met on a page, and where.
type occurrence struct {
	line int
	unit *Unit
	at   policy.Range
}

// index finds the occurrences of a phrase on a page, in their order.
type index struct {
	first []int32 // by phrase: where its occurrences begin in all
	all   []occurrence
}

// newIndex sorts the matches of a page by phrase, counting first, so that it takes two
// allocations. count is how many phrases there are.
func newIndex(lines []Line, count int) index {
	x := index{first: make([]int32, count+2)}
	each(lines, func(_ int, _ *Unit, m phrases.Match) { x.first[m.Phrase+1]++ })
	for i := 1; i < len(x.first); i++ {
		x.first[i] += x.first[i-1]
	}
	x.all = make([]occurrence, x.first[len(x.first)-1])
	next := append([]int32(nil), x.first...)
	each(lines, func(line int, u *Unit, m phrases.Match) {
		x.all[next[m.Phrase]] = occurrence{line, u, policy.Range{Start: m.Start, End: m.End}}
		next[m.Phrase]++
	})
	return x
}

func each(lines []Line, yield func(line int, u *Unit, m phrases.Match)) {
	for i := range lines {
		for j := range lines[i].Units {
			u := &lines[i].Units[j]
			for _, m := range u.Matches {
				yield(i, u, m)
			}
		}
	}
}

// of are the occurrences of a phrase; none of phrase 0.
func (x *index) of(id phrases.ID) []occurrence {
	if id == 0 {
		return nil
	}
	return x.all[x.first[id]:x.first[id+1]]
}

// clauseRoles says, by phrase, of which clause it is the heading or the content.
type clauseRoles struct{ heading, content []Clause }

var rolesOfPhrases = sync.OnceValue(func() clauseRoles {
	n := phrases.Default().Len() + 1
	r := clauseRoles{make([]Clause, n), make([]Clause, n)}
	for _, w := range clauseWords() {
		r.heading[w.heading], r.content[w.content] = w.clause, w.clause
	}
	return r
})
