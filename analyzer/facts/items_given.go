package facts

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A GivenItem is a kind of personal data that the policy says a recipient gets.
type GivenItem struct {
	DataItem
	Clause Clause    // of whose list the recipient is
	To     Recipient // the first of those for whom it is written
}

// GivenItems are the personal data named in the lists of recipients, in their order: each place once,
// however many recipients it speaks of.
var GivenItems = analyzer.NewFact("given items", func(p *analyzer.Pass) []GivenItem {
	var out []GivenItem
	seen := make(map[PlaceIn]bool)
	for _, c := range [...]Clause{ThirdParty, Entrustment, OverseasTransfer} {
		for _, to := range allRecipients.Of(p)[c] {
			at := to.Items.At
			if at.Range.Empty() || seen[at] {
				continue
			}
			seen[at] = true
			for _, item := range readers.Of(p)[at.Page].itemsIn(at.Range) {
				out = append(out, GivenItem{item, c, to})
			}
		}
	}
	return out
})

// itemsIn are the items that a part of the visible text lists which is known to list some.
func (r *reader) itemsIn(at policy.Range) []DataItem {
	x := &itemReader{r: r, modes: make([]itemMode, len(r.lines))}
	defer x.close()
	for i := r.lineAt(at.Start); i < len(r.lines) && r.lines[i].Block.Range.Start < at.End; i++ {
		l := &r.lines[i]
		from := l.Block.Range.Start
		p := part{max(at.Start-from, l.mark.end), min(at.End-from, len(l.Block.Text))}
		if p = trimmedLine(l.Block.Text, p); p.start >= p.end {
			continue
		}
		x.match.over(l.Block.Text)
		x.emit(l, p, itemState{strong: true}, true)
	}
	return x.out
}
