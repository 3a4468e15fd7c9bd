package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// titled is how a table announces its fields: in a row at the top, or in a column at the left.
type titled struct {
	across bool           // the titles stand in a row, and each row below it is a record
	end    int            // the row, or column, behind the titles
	fields [][]Field      // by column, or by row
	cells  []*policy.Cell // the titles; nil where there is none
	below  bool           // the row of titles stands below rows of something else
	titles int            // how many different fields are announced
	share  float64        // how many of the filled cells in the row or column of titles are titles
}

// layout is what [layoutOf] says of a table.
type layout struct {
	titled
	ok bool
}

// layoutOf is [layoutOf] for all who ask for the same table.
func (r *reader) layoutOf(t *policy.Table) (titled, bool) {
	l, known := r.layouts[t]
	if !known {
		l.titled, l.ok = layoutOf(t)
		r.layouts[t] = l
	}
	l.fields = slices.Clone(l.fields) // who asks may name more
	return l.titled, l.ok
}

// layoutOf finds out how a table announces its fields; false where it announces no two.
func layoutOf(t *policy.Table) (titled, bool) {
	row, column := titlesAcross(t), titlesDown(t)
	switch {
	case column.ok() && column.end > 1 && slices.Contains(fieldsOf(textOf(t.Grid[0][0])), FieldName) && column.areBlocks(t):
		return namesBeside(t, column), true
	case row.ok() && (!column.ok() || row.outweighs(column)):
		return row, true
	case column.ok():
		column.nameless()
		return column, true
	}
	return titled{}, false
}

// areBlocks reports whether the titles of a column come in blocks, each beside one cell of the first column.
func (l titled) areBlocks(t *policy.Table) bool {
	beside, other := 0, false
	for n := 1; n < len(t.Grid); n++ {
		if c := t.Grid[n][0]; c == t.Grid[n-1][0] || !hasLetters(textOf(c)) {
			beside++
		}
		other = other || n > 1 && textOf(l.cells[n]) != textOf(l.cells[1])
	}
	return other && l.share >= 0.8 && beside*5 >= len(t.Grid)*2
}

// namesBeside is the layout of a table with names at the left, each beside a block of titles and values.
func namesBeside(t *policy.Table, labels titled) titled {
	l := titled{across: true, end: max(1, t.HeaderRows), fields: make([][]Field, t.Columns()), cells: t.Grid[0]}
	for c := range labels.end - 1 {
		l.fields[c] = fieldsOf(textOf(t.Grid[0][c]))
	}
	return l
}

// ok reports whether there are titles enough to trust that they are titles.
func (l titled) ok() bool { return l.titles >= 2 && l.share >= 0.5 }

// outweighs reports whether titles in a row are more likely than those in a column.
func (l titled) outweighs(column titled) bool {
	if marked := l.marked(); l.share >= 0.5 && column.share >= 0.5 && marked != column.marked() {
		return marked
	}
	if l.share >= 0.8 && column.share >= 0.8 {
		return !l.below && l.mean() >= 0.9*column.mean()
	}
	return l.share >= column.share
}

// marked reports whether the markup makes all of the cells titles.
func (l titled) marked() bool {
	return !slices.ContainsFunc(l.cells, func(c *policy.Cell) bool { return c != nil && !c.Header })
}

// mean is how far the titles are titles on the average.
func (l titled) mean() float64 {
	n := 0
	for i := range l.cells {
		if len(l.fields[i]) > 0 && (i == 0 || l.cells[i-1] != l.cells[i]) {
			n++
		}
	}
	return l.sum(false) / float64(max(1, n))
}

// weight is how far cells are titles, added up; what comes again counts once.
func (l titled) weight() float64 { return l.sum(true) }

// sum adds up how far cells are titles and nothing else: one of which half the letters are words of
// titles, as 정보 in 누리정보, counts for a quarter.
func (l titled) sum(once bool) float64 {
	sum := 0.0
	seen := make(map[string]bool)
	for i, c := range l.cells {
		if c == nil || len(l.fields[i]) == 0 || i > 0 && l.cells[i-1] == c || once && seen[c.Text] {
			continue
		}
		seen[c.Text] = true
		known := covered(c.Text)
		sum += known * known
	}
	return sum
}

// mostTitleRows is how many rows are looked at for titles: above them may stand a title of the whole.
const mostTitleRows = 3

// titlesAcross looks for the row with the most titles, and takes those of the header rows around it.
func titlesAcross(t *policy.Table) titled {
	best := titled{across: true}
	below := false
	var measured [][][]Field // by row
	for n := range min(len(t.Grid)-1, max(mostTitleRows, t.HeaderRows)) {
		l := titled{across: true, end: n + 1, cells: t.Grid[n]}
		if l.measure(); l.share > best.share || l.share > 0 && l.share == best.share && l.weight() > best.weight() {
			l.below = below
			best = l
		}
		measured = append(measured, l.fields)
		below = below || l.share < 0.8 && !isBlank(t.Grid[n]) && !isOne(t.Grid[n])
	}
	if best.share == 0 {
		return best
	}
	best.end = max(best.end, min(t.HeaderRows, len(t.Grid)-1))
	cells := make([]*policy.Cell, t.Columns())
	fields := make([][]Field, t.Columns())
	for c := range cells {
		for n := best.end - 1; n >= 0 && len(fields[c]) == 0; n-- {
			if cell := t.Grid[n][c]; cell != nil {
				cells[c], fields[c] = cell, measured[n][c]
			}
		}
	}
	best.cells, best.fields = cells, fields
	return best
}

// nameless takes the first row of a table whose titles stand in a column for that of the names, where it
// has no title and no other row announces them.
func (l *titled) nameless() {
	if l.across || l.end != 1 || len(l.fields) == 0 || l.names() || l.cells[0] != nil && hasLetters(l.cells[0].Text) {
		return
	}
	l.fields[0] = []Field{FieldName}
}

// titlesDown looks for titles in the first two columns.
func titlesDown(t *policy.Table) titled {
	var best titled
	for n := range min(t.Columns()-1, 2) {
		l := titled{end: n + 1, cells: column(t, n)}
		if l.measure(); l.share > best.share {
			best = l
		}
	}
	return best
}

// measure finds the fields of its cells.
func (l *titled) measure() {
	filled, found := 0, 0
	var announced [fieldCount]bool
	l.fields = make([][]Field, len(l.cells))
	for i, c := range l.cells {
		if c == nil || strings.TrimSpace(c.Text) == "" {
			continue
		}
		if i > 0 && l.cells[i-1] == c {
			l.fields[i] = l.fields[i-1]
			continue
		}
		filled++
		if l.fields[i] = fieldsOf(c.Text); len(l.fields[i]) > 0 {
			found++
		}
		for _, f := range l.fields[i] {
			if !announced[f] {
				announced[f] = true
				l.titles++
			}
		}
	}
	if filled > 1 {
		l.share = float64(found) / float64(filled)
	}
}

func column(t *policy.Table, n int) []*policy.Cell {
	out := make([]*policy.Cell, len(t.Grid))
	for i, row := range t.Grid {
		out[i] = row[n]
	}
	return out
}

// name sees to it that names are announced: where no title does so, one that says who gives may mean
// who is given, one at the left who has the work in his turn, and beside titles about recipients that of
// what rows are sorted by.
func (l titled) name(listed bool) {
	var told side
	for _, c := range l.cells {
		if c != nil {
			told |= sidesOf(c.Text)
		}
	}
	for _, f := range [...]Field{FieldName, FieldGiver, FieldSub, FieldGroup} {
		for i := range l.fields {
			if !slices.Contains(l.fields[i], f) || f != FieldName && !listed || f == FieldGroup && told == 0 || f == FieldSub && i > 0 {
				continue
			}
			if f != FieldName {
				for j := range l.fields {
					if l.cells[j] == l.cells[i] {
						l.fields[j] = []Field{FieldName}
					}
				}
			}
			return
		}
	}
}

// task takes the title of what rows are sorted by for that of the work, where no other title announces it
// and its cells are no mere letters or numbers.
func (l titled) task(t *policy.Table) {
	for i := range l.fields {
		for _, f := range l.fields[i] {
			if f == FieldTask || f == FieldPurpose {
				return
			}
		}
	}
	for i := range l.fields {
		if l.across && slices.Equal(l.fields[i], []Field{FieldGroup}) && hasMore(textOf(t.Grid[len(t.Grid)-1][i]), 2) {
			l.fields[i] = []Field{FieldTask}
		}
	}
}

// oneName chooses where two titles announce names, and one of them not those of the section: it was
// meant for what is given.
func (l titled) oneName(s sections) {
	want := provided
	if s.entrustment {
		want = entrusted
	}
	if s.entrustment == s.provision {
		return
	}
	var names, other []int
	for i, fields := range l.fields {
		if !slices.Contains(fields, FieldName) {
			continue
		}
		switch sidesOf(textOf(l.cells[i])) & (entrusted | provided) {
		case want:
			names = append(names, i)
		case entrusted, provided:
			other = append(other, i)
		}
	}
	for _, i := range other {
		if len(names) > 0 {
			l.fields[i] = []Field{FieldPurpose}
		}
	}
}
