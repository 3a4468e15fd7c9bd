package facts

import (
	"slices"
	"sort"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// Requirement says whether a policy calls an item required or optional.
type Requirement uint8

// The requirements.
const (
	Unsaid Requirement = iota
	Required
	Optional
)

// A DataItem is a kind of personal data that the policy says it collects.
type DataItem struct {
	ID    string        // of the catalogue; "" where it does not know the words
	Class vendors.Class // "" where ID is
	Text  string        // as written
	At    PlaceIn

	// Purpose is the row, heading or label that it stands under: 회원가입; "" where there is none.
	Purpose   string
	PurposeAt PlaceIn

	Required Requirement
	Auto     bool // it comes about in the course of use
}

// DataItems are the personal data named where the policy says what it collects, in their order, as
// often as they are named: in the columns of tables, in lists, behind labels and in sentences. What
// is given to others is not among them, nor what the policy says it does not collect.
var DataItems = analyzer.NewFact("items", func(p *analyzer.Pass) []DataItem {
	given := givenItems(p)
	var out []DataItem
	for i, r := range readers.Of(p) {
		out = append(out, r.dataItems(given[i])...)
	}
	return out
})

// ranges are parts of the visible text, in order.
type ranges []policy.Range

// holds reports whether a place lies in one of them.
func (r ranges) holds(at int) bool {
	i := sort.Search(len(r), func(i int) bool { return r[i].End > at })
	return i < len(r) && r[i].Start <= at
}

// givenItems are, page by page, the places that name what is given to others.
func givenItems(p *analyzer.Pass) []ranges {
	out := make([]ranges, len(p.Policy.Pages))
	for _, list := range [...][]Recipient{Processors.Of(p), ThirdParties.Of(p), Transfers.Of(p)} {
		for _, to := range list {
			if at := to.Items.At; !at.Range.Empty() {
				out[at.Page] = append(out[at.Page], at.Range)
			}
		}
	}
	for _, r := range out {
		slices.SortFunc(r, func(a, b policy.Range) int { return a.Start - b.Start })
	}
	return out
}

// dataItems reads one page, on which the given places name what others get.
func (r *reader) dataItems(given ranges) []DataItem {
	x := &itemReader{r: r, given: given, modes: r.itemModes(), near: r.nearLists(), devices: r.devicesAt(), titled: make(map[*policy.Cell]itemLabel)}
	defer x.close()
	for line := 0; line < len(r.lines); {
		l := &r.lines[line]
		switch {
		case r.body[line] != Own:
			line++
		case l.cell != nil:
			line = x.table(line)
		default:
			x.line(line)
			line++
		}
	}
	x.flush()
	return x.out
}
