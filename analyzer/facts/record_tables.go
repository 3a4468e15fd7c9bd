package facts

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// tableReader reads the tables of a page one after the other.
type tableReader struct {
	*reader
	first, last map[*policy.Table]int // their lines of the policy
	holds       map[*policy.Cell]bool // the cells in which a list stands in a table of its own
	before      *policy.Table         // the last one that was read by titles of its own, or by those of one before it
	layout      titled                // by which it was
}

// recordsInTables reads the tables of a page.
func (r *reader) recordsInTables() []record {
	x := &tableReader{reader: r, first: make(map[*policy.Table]int), last: make(map[*policy.Table]int), holds: make(map[*policy.Cell]bool)}
	for i := range r.lines {
		if c := r.lines[i].cell; c != nil && r.body[i] == Own {
			if _, ok := x.first[c.Table]; !ok {
				x.first[c.Table] = i
			}
			x.last[c.Table] = i
		}
	}
	for _, t := range r.doc.Tables {
		if t.Parent != nil {
			if l, ok := r.layoutOf(t); ok && l.names() {
				x.holds[t.Parent] = true
			}
		}
	}
	var out []record
	listed := r.listedTables()
	for _, t := range r.doc.Tables {
		if line, ok := x.first[t]; ok && (listed[t] || x.sectionsAt(line).any()) {
			out = append(out, x.table(t, line)...)
		}
	}
	return out
}

// listedTables are those in which words for recipients stand; only these and the tables of the sections
// about recipients are looked at.
func (r *reader) listedTables() map[*policy.Table]bool {
	out := make(map[*policy.Table]bool)
	for _, c := range [...]Clause{Entrustment, ThirdParty, OverseasTransfer} {
		for _, o := range r.index.of(wordsOf(c).header) {
			if cell := r.lines[o.line].cell; cell != nil {
				out[cell.Table] = true
			}
		}
	}
	return out
}

// table reads a table: by its own titles, or by those of the table right above it, which it goes on
// with, or by the look of its columns.
func (x *tableReader) table(whole *policy.Table, line int) []record {
	t := x.withoutHolders(whole)
	layout, ok := x.layoutOf(t)
	if x.goesOn(t, line) && (!ok || layout.weight() < x.layout.weight()*2/3) {
		layout, ok = x.layout, true
		layout.end = 0
	}
	if !ok && x.sectionsAt(line).any() {
		layout, ok = x.columnsByLook(t)
	}
	if !ok {
		return nil
	}
	var out []record
	for _, part := range layout.parts(t) {
		out = append(out, x.recordsOf(part.table, line, part.titled)...)
		layout = part.titled
	}
	x.before, x.layout = whole, layout
	return out
}

// goesOn reports whether a table without titles goes on with the one above: nothing stands between them,
// they have the same columns, and companies stand in that of the names.
func (x *tableReader) goesOn(t *policy.Table, line int) bool {
	if x.before == nil || !x.layout.across || t.Columns() != len(x.layout.fields) || x.last[x.before] != line-1 {
		return false
	}
	named, filled := 0, 0
	for c, fields := range x.layout.fields {
		if !slices.Contains(fields, FieldName) {
			continue
		}
		for _, row := range t.Grid {
			if text := textOf(row[c]); hasLetters(text) {
				filled++
				if namesSomebody(text) {
					named++
				}
			}
		}
	}
	return filled > 0 && named*2 >= filled
}

// names reports whether a title announces names.
func (l titled) names() bool {
	return slices.ContainsFunc(l.fields, func(fields []Field) bool { return slices.Contains(fields, FieldName) })
}

// withoutHolders is a table without the rows in whose cells a list stands in a table of its own.
func (x *tableReader) withoutHolders(t *policy.Table) *policy.Table {
	if len(x.holds) == 0 {
		return t
	}
	holds := func(row []*policy.Cell) bool {
		return slices.ContainsFunc(row, func(c *policy.Cell) bool { return x.holds[c] })
	}
	if !slices.ContainsFunc(t.Grid, holds) {
		return t
	}
	out := *t
	out.Grid = slices.DeleteFunc(slices.Clone(t.Grid), holds)
	return &out
}

// A tablePart is the rows of a table that one row of titles holds for.
type tablePart struct {
	titled
	table *policy.Table
}

// parts cuts a table before each row of other titles below its own: there another list begins.
func (l titled) parts(t *policy.Table) []tablePart {
	out := []tablePart{{l, t}}
	if !l.across {
		return out
	}
	for n, start := l.end, 0; n+1 < len(t.Grid); n++ {
		if next, ok := out[len(out)-1].newTitles(t.Grid[n]); ok {
			above := out[len(out)-1].table
			cut := n
			for cut > start && isOne(t.Grid[cut-1]) {
				cut--
			}
			whole := above.Grid
			above = view(t, whole[:cut-start])
			out[len(out)-1].table = above
			next.end = n - cut + 1
			out = append(out, tablePart{next, view(t, whole[cut-start:])})
			start = cut
		}
	}
	return out
}

// view is a table of some rows of another.
func view(t *policy.Table, rows [][]*policy.Cell) *policy.Table {
	out := *t
	out.Grid = rows
	return &out
}

// newTitles is the layout that a row begins whose cells all are titles, others than those before. Where
// they are not marked as titles they announce other fields, and the one of names is nothing but a title:
// 제휴업체 may be whom data are provided to.
func (l titled) newTitles(row []*policy.Cell) (titled, bool) {
	if isOne(row) || repeatsTitles(row, l.cells) || len(fieldsOf(textOf(row[0]))) == 0 {
		return titled{}, false
	}
	next := titled{across: true, cells: row}
	if next.measure(); next.share < 1 || next.titles < 2 || !next.names() {
		return titled{}, false
	}
	marked, others, plain := true, false, false
	for i, c := range row {
		marked = marked && c != nil && c.Header
		others = others || !sameFields(next.fields[i], l.fields[i])
		plain = plain || slices.Contains(next.fields[i], FieldName) && covered(textOf(c)) >= 0.75
	}
	return next, marked || others && plain
}
