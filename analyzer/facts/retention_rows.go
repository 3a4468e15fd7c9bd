package facts

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

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
