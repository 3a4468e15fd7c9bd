package facts

import (
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
	var out []DataItem
	for _, r := range readers.Of(p) {
		out = append(out, r.dataItems()...)
	}
	return out
})

// dataItems reads one page.
func (r *reader) dataItems() []DataItem {
	x := &itemReader{r: r, modes: r.itemModes(), near: r.nearLists(), devices: r.devicesAt(), titled: make(map[*policy.Cell]itemLabel)}
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
