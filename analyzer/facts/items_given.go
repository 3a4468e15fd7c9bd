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
	lists := make([]*listReader, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		lists[i] = r.listReader()
		defer lists[i].close()
	}
	for _, c := range [...]Clause{ThirdParty, Entrustment, OverseasTransfer} {
		for _, to := range allRecipients.Of(p)[c] {
			at := to.Items.At
			if at.Range.Empty() || seen[at] {
				continue
			}
			seen[at] = true
			for _, item := range lists[at.Page].items(at.Range) {
				out = append(out, GivenItem{item, c, to})
			}
		}
	}
	return out
})

// A listReader reads parts of a page that are known to list items.
type listReader struct{ itemReader }

func (r *reader) listReader() *listReader {
	return &listReader{itemReader{r: r, modes: make([]itemMode, len(r.lines))}}
}

// items are those listed in a part of the visible text.
func (x *listReader) items(at policy.Range) []DataItem {
	x.out = nil
	for i := x.r.lineAt(at.Start); i < len(x.r.lines) && x.r.lines[i].Block.Range.Start < at.End; i++ {
		l := &x.r.lines[i]
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
