package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A ProcessorTwice is a processor that one list names twice for the same work.
type ProcessorTwice struct {
	First, Second Recipient // in the order of the list
	Sure          bool      // by the same name; else by two names that the catalogue has for one company
}

// ProcessorsTwice are the processors that a list names twice for one task, in the order of the policy. Rows
// that anything else tells apart, a service, a sort of people, an office, are for different cases; so are
// different lists.
var ProcessorsTwice = analyzer.NewFact("processors named twice", func(p *analyzer.Pass) []ProcessorTwice {
	all := Processors.Of(p)
	known := companiesOf(p, all)
	var out []ProcessorTwice
	for i := range all {
		if known.who[i].key == "" {
			continue
		}
		r := readers.Of(p)[all[i].Name.At.Page]
		first, sure := known.find(known.who[i], func(j int) bool { return j < i && r.isTwice(&all[j], &all[i]) })
		if first >= 0 {
			out = append(out, ProcessorTwice{all[first], all[i], sure})
		}
	}
	return out
})

// isTwice reports whether two rows of one list, of the same company, are for the same work.
func (r *reader) isTwice(a, b *Recipient) bool {
	if a.List != b.List || a.Name.At == b.Name.At || a.List.Form == SaidList || a.Note != b.Note {
		return false
	}
	from, to := r.cellOf(a), r.cellOf(b)
	if !isSameTask(a, b) {
		return false
	}
	if a.Row == b.Row {
		return !r.areParted(a, b, from)
	}
	for _, f := range [...][2]Quote{{a.Items, b.Items}, {a.Purpose, b.Purpose}, {a.Country, b.Country}, {a.Contact, b.Contact}, {a.Subprocessor, b.Subprocessor}} {
		if onlyLetters(f[0].Text) != onlyLetters(f[1].Text) {
			return false
		}
	}
	switch {
	case (from == nil) != (to == nil):
		return false
	case from == nil:
		return r.sectionOf(a) == r.sectionOf(b)
	}
	return r.saySame(from, to, a, b)
}

// isSameTask reports whether the task of the one is that of the other, or a part of it.
func isSameTask(a, b *Recipient) bool {
	x, y := workOf(a.Task.Text), workOf(b.Task.Text)
	return x.within(y) || y.within(x)
}

// cellOf is the cell of a table in which a recipient is named, or nil.
func (r *reader) cellOf(one *Recipient) *policy.Cell {
	return r.lines[r.lineAt(one.Name.At.Range.Start)].cell
}

// sectionOf is the innermost heading over the line of a recipient which is no label of a line, -1 for none.
func (r *reader) sectionOf(one *Recipient) int {
	i := r.sections[r.lineAt(one.Name.At.Range.Start)]
	for i >= 0 && r.headings[i].label {
		i = r.headings[i].parent
	}
	return i
}

// areParted reports whether two names in one row are for different work: each has a label, or a line in
// another cell beside its own.
func (r *reader) areParted(a, b *Recipient, cell *policy.Cell) bool {
	between := r.doc.Visible[min(a.Name.At.Range.End, b.Name.At.Range.Start):b.Name.At.Range.Start]
	if strings.ContainsAny(between, ":：") || cell == nil && strings.Contains(between, "\n") {
		return true
	}
	if cell == nil || !strings.Contains(between, "\n") {
		return false
	}
	if to := r.cellOf(b); to != cell {
		return true
	}
	for _, other := range cell.Table.Grid[cell.Row] {
		if other != nil && other != cell && strings.Contains(other.Text, "\n") {
			return true
		}
	}
	return false
}

// saySame reports whether two rows of a table, or two columns where its titles stand at the left, say the same
// besides the names, the tasks and how long data are kept.
func (r *reader) saySame(from, to *policy.Cell, a, b *Recipient) bool {
	t := from.Table
	if to.Table != t {
		return false
	}
	if title := r.lines[r.lineAt(a.List.Title.Range.Start)].cell; title != nil && title.Table == t && title.Row == from.Row {
		for _, row := range t.Grid {
			if !r.sayNoLess(row[from.Column], row[to.Column], a, b) {
				return false
			}
		}
		return true
	}
	for n := from.Row + 1; n < to.Row; n++ {
		if isOne(t.Grid[n]) {
			return false // a title of its own stands between them
		}
	}
	for c := range t.Columns() {
		if !r.sayNoLess(t.Grid[from.Row][c], t.Grid[to.Row][c], a, b) {
			return false
		}
	}
	return true
}

// longestNumber is how long the number of a row is at most.
const longestNumber = 4

// sayNoLess reports whether two cells of rows that are held together say the same, or what may differ.
func (r *reader) sayNoLess(x, y *policy.Cell, a, b *Recipient) bool {
	if x == y || x == nil || y == nil || onlyLetters(x.Text) == onlyLetters(y.Text) {
		return true
	}
	if len(x.Text) <= longestNumber && len(y.Text) <= longestNumber && strings.Trim(x.Text+y.Text, "0123456789.)") == "" {
		return true
	}
	for _, q := range [...]Quote{a.Name, a.Task, a.Period, b.Name, b.Task, b.Period} {
		if q.Text != "" && (x.Range.Overlaps(q.At.Range) || y.Range.Overlaps(q.At.Range)) {
			return true
		}
	}
	return false
}
