package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Retained is how long one kind of record is kept, as a row of a table, an entry of a list or a
// sentence states it. What recipients keep is told of their lists.
type Retained struct {
	Record Quote // what is kept; without a place where the policy keeps all it has
	Period Quote
	Basis  Quote // the law that is the ground; empty where none is named
	Parsed period.Period

	Exception bool    // it stands under words that make it one: 다만, 다음의 경우
	Excepts   PlaceIn // the rule that it excepts; empty where that is not told
}

// Retentions are all that the policy states, in its order.
var Retentions = analyzer.NewFact("retention", func(p *analyzer.Pass) []Retained {
	var out []Retained
	for _, r := range readers.Of(p) {
		k := &keeper{reader: r, tables: make(map[*policy.Table]bool), modes: make(map[int]keeping)}
		for i := range r.lines {
			if r.body[i] == Own && r.lines[i].Block.Kind != policy.Alt {
				k.line(i)
			}
		}
		out = append(out, k.rows()...)
	}
	return out
})

type retentionPhrases struct {
	when, keeps, destroys, exception, following, anything, other, logs, footage, place, hours, file, atOnce, grace, required, whole, towards, generic, law, code, nolaw, same phrases.ID
}

var retentionWords = sync.OnceValue(func() retentionPhrases {
	return retentionPhrases{
		when: detail("retention.when"), keeps: detail("retention.keeps"), destroys: detail("retention.destroys"), exception: detail("retention.exception"), following: detail("retention.following"),
		anything: detail("retention.anything"), other: detail("retention.other"), logs: detail("retention.logs"),
		footage: detail("retention.footage"), place: detail("retention.place"), hours: detail("retention.hours"), file: detail("retention.file"), atOnce: detail("retention.at_once"), grace: detail("retention.grace"), required: detail("retention.required"),
		whole: detail("retention.whole"), towards: detail("retention.towards"), generic: detail("retention.generic"), law: detail("retention.law"), code: detail("retention.code"), nolaw: detail("retention.nolaw"), same: detail("retention.same"),
	}
})
