package facts

import (
	"cmp"
	"slices"
	"strings"
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
	for _, r := range detailed.Of(p) {
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

// rows are those that were read, in the order of the page, each once.
func (k *keeper) rows() []Retained {
	slices.SortStableFunc(k.out, func(a, b Retained) int { return cmp.Compare(a.Period.At.Range.Start, b.Period.At.Range.Start) })
	seen := make(map[stated]int)
	var out []Retained
	for _, r := range k.out {
		key := stated{r.Record.Text, r.Period.Text, nil}
		if !sameLine(r) {
			key.table = k.tableAt(r.Period.At.Range.Start)
		}
		at, again := seen[key]
		switch {
		case !again && (k.again(r, out) || k.translates(r, out)):
		case !again:
			seen[key] = len(out)
			out = append(out, r)
		case out[at].Basis.Text == "":
			out[at].Basis = r.Basis
		}
	}
	return out
}

// mostCompared is with how many rows one is compared; no policy has more.
const mostCompared = 200

// again reports whether a sentence says once more what a row has said, in fewer or more words.
func (k *keeper) again(r Retained, told []Retained) bool {
	told = told[:min(len(told), mostCompared)]
	name := strings.ReplaceAll(r.Record.Text, " ", "")
	if k.tableAt(r.Period.At.Range.Start) != nil || size(name) < 4 {
		return false
	}
	return slices.ContainsFunc(told, func(t Retained) bool {
		other := strings.ReplaceAll(t.Record.Text, " ", "")
		return size(other) >= 4 && t.Parsed.Equal(r.Parsed) && (strings.Contains(name, other) || strings.Contains(other, name))
	})
}

// translates reports whether a row gives in another language what one in Korean has said: the whole
// policy stands on the page once more.
func (k *keeper) translates(r Retained, told []Retained) bool {
	told = told[:min(len(told), mostCompared)]
	if len(told) == 0 || !k.isKorean(told[0]) || k.isKorean(r) {
		return false
	}
	return slices.ContainsFunc(told, func(t Retained) bool {
		return k.isKorean(t) && len(t.Parsed.Lengths) == len(r.Parsed.Lengths) && slices.EqualFunc(t.Parsed.Lengths, r.Parsed.Lengths, period.Length.Equal)
	})
}

// isKorean reports whether the line of a row, or its record, is in Korean.
func (k *keeper) isKorean(r Retained) bool {
	return strings.ContainsFunc(r.Record.Text+k.lines[k.lineAt(r.Period.At.Range.Start)].Block.Text, isHangul)
}

// stated is what makes two rows the same: the rows of two tables are not.
type stated struct {
	record, period string
	table          *policy.Table
}

// sameLine reports whether a record is named right beside its period.
func sameLine(r Retained) bool {
	d := r.Period.At.Range.Start - r.Record.At.Range.End
	return 0 <= d && d <= 40
}

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

// listOf are the words of a list that the data must have.
func listOf(name string) []string {
	words := phrases.List(name)
	if words == nil {
		panic("no list " + name) // met by every test of the fact
	}
	return words
}
