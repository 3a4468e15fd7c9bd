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
	for n := range min(len(t.Grid)-1, max(mostTitleRows, t.HeaderRows)) {
		l := titled{across: true, end: n + 1, cells: t.Grid[n]}
		if l.measure(); l.share > best.share || l.share > 0 && l.share == best.share && l.weight() > best.weight() {
			l.below = below
			best = l
		}
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
				cells[c], fields[c] = cell, fieldsOf(cell.Text)
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

// recordsOf reads a table, or a part of one, as a list by its layout.
func (r *reader) recordsOf(t *policy.Table, line int, layout titled) []record {
	l := &list{table: t, line: line, sections: r.sectionsAt(line), above: sidesOf(t.Caption)}
	if above := r.above(line); l.above == 0 {
		l.above = sidesOf(above)
	}
	layout.name(l.sections.any())
	layout.oneName(l.sections)
	if l.sections.entrustment && !l.sections.provision {
		layout.task(t)
	}
	for i, fields := range layout.fields {
		for _, f := range fields {
			if c := layout.cells[i]; c != nil {
				l.announce(f, c.Range, c.Text)
			}
		}
		l.unclear = l.unclear || !tellsWhat(fields)
		l.unknown = l.unknown || len(fields) == 0 && layout.cells[i] != nil && hasLetters(layout.cells[i].Text)
	}
	if !layout.across {
		return layout.down(l, t)
	}
	out := layout.rows(l, t)
	for i := range out {
		r.align(&out[i], layout, t)
	}
	return out
}

// tellsWhat reports whether a title says plainly what stands under it: a remark or a sort may be anything.
func tellsWhat(fields []Field) bool {
	return len(fields) > 0 && !slices.ContainsFunc(fields, func(f Field) bool { return f == FieldGroup || f == FieldOther })
}

// above is the line right above another, outside of tables, where it is a title; "" where none is near.
func (r *reader) above(line int) string {
	if line == 0 || r.lines[line-1].cell != nil || r.body[line-1] != Own || r.lines[line-1].ended {
		return ""
	}
	return r.lines[line-1].Block.Text
}

// name sees to it that names are announced: where no title does so, one that says who gives may mean
// who is given, and beside titles about recipients that of what rows are sorted by.
func (l titled) name(listed bool) {
	var told side
	for _, c := range l.cells {
		if c != nil {
			told |= sidesOf(c.Text)
		}
	}
	for _, f := range [...]Field{FieldName, FieldGiver, FieldGroup} {
		for i := range l.fields {
			if !slices.Contains(l.fields[i], f) || f != FieldName && !listed || f == FieldGroup && told == 0 {
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

// rows reads a table whose titles stand in a row.
func (l titled) rows(list *list, t *policy.Table) []record {
	labels := labelColumn(t, l)
	var out []record
	for n := l.end; n < len(t.Grid); n++ {
		row := t.Grid[n]
		if isBlank(row) || isOne(row) || repeatsTitles(row, l.cells) {
			continue
		}
		rec := record{list: list, row: n, line: list.line}
		if l.isNobodys(row) {
			continue
		}
		for c, cell := range row {
			if cell == nil || c > 0 && row[c-1] == cell && sameFields(l.fields[c], l.fields[c-1]) || labels >= 0 && c >= labels {
				continue
			}
			for _, f := range l.fields[c] {
				if last := len(out) - 1; isDitto(cell.Text) && last >= 0 {
					rec.values[f] = out[last].values[f]
					continue
				}
				rec.add(f, filledRange(cell))
			}
		}
		if labels >= 0 {
			labelled(&rec, row[labels:])
		}
		last := len(out) - 1
		switch goesOn := last >= 0 && !rec.has(FieldName) && list.announces(FieldName); {
		case goesOn && rec.isWhole(list):
			rec.values[FieldName] = out[last].values[FieldName] // the same name, left out
			out = append(out, rec)
		case goesOn, last >= 0 && labels > 0 && row[0] == t.Grid[n-1][0]:
			out[last].merge(rec) // it goes on with the row above
		case !rec.empty():
			out = append(out, rec)
		}
	}
	return out
}

// isNobodys reports whether a row has signs that stand for nobody where names stand: a dash, ○○○.
func (l titled) isNobodys(row []*policy.Cell) bool {
	signs := false
	for c, cell := range row {
		if cell == nil || !slices.Contains(l.fields[c], FieldName) {
			continue
		}
		if hasLetters(cell.Text) {
			return false
		}
		text := strings.TrimSpace(cell.Text)
		signs = signs || text != "" && !strings.Contains(dittoSigns, text)
	}
	return signs
}

// dittoSigns say that what stands above holds again.
const dittoSigns = "\"〃″”''〞"

// down reads a table whose titles stand in a column: each further column is a record, or several where
// the title of the names comes again, or names stand across the table, each over titles and values.
func (l titled) down(list *list, t *policy.Table) []record {
	var out []record
	heads := t.Columns() == l.end+1 && !l.names()
	for c := l.end; c < t.Columns(); c++ {
		rec := record{list: list, row: c, line: list.line}
		opens := NoField
		for n, row := range t.Grid {
			cell := row[c]
			if heads && cell != nil && row[0] == cell && len(l.fields[n]) == 0 && isFirm(cell.Text) {
				if rec.has(FieldName) {
					out = append(out, rec)
				}
				rec, opens = record{list: list, row: c, line: list.line}, FieldName
				rec.add(FieldName, filledRange(cell))
				continue
			}
			if cell == nil || len(l.fields[n]) == 0 || c > l.end && l.spansRow(cell, t) {
				continue
			}
			first := l.fields[n][0]
			if opens == NoField {
				opens = first
			} else if first == opens && (n == 0 || t.Grid[n-1][c] != cell) && rec.has(opens) {
				out = append(out, rec)
				rec = record{list: list, row: c, line: list.line}
			}
			for _, f := range l.fields[n] {
				rec.add(f, filledRange(cell))
			}
		}
		if !rec.empty() {
			out = append(out, rec)
		}
	}
	return out
}

// spansRow reports whether one cell holds the value of all records, and was read with the first: a
// table of one company has cells that span what others part.
func (l titled) spansRow(c *policy.Cell, t *policy.Table) bool {
	return c.Column == l.end && c.ColumnSpan == t.Columns()-l.end && l.nameSpans(t)
}

// nameSpans reports whether one name stands beside all columns behind the titles, or, where no title
// announces names, most values do.
func (l titled) nameSpans(t *policy.Table) bool {
	parted := 0
	for n, row := range t.Grid {
		spans := row[l.end] == row[t.Columns()-1]
		if slices.Contains(l.fields[n], FieldName) {
			return spans
		}
		if !spans {
			parted++
		}
	}
	return parted*2 < len(t.Grid)
}

// merge takes over what a row says that goes on with the one above.
func (rec *record) merge(more record) {
	for f, values := range more.values {
		for _, v := range values {
			rec.add(Field(f), v)
		}
	}
}

// labelColumn is a column, not the first, whose cells are titles themselves, of the values at their
// right; -1 where there is none.
func labelColumn(t *policy.Table, l titled) int {
	for c := 1; c+1 < t.Columns(); c++ {
		if len(l.fields[c]) > 0 && l.cells[c] != l.cells[c+1] {
			continue
		}
		filled, titles := 0, 0
		for n := l.end; n < len(t.Grid); n++ {
			if cell := t.Grid[n][c]; cell != nil && cell.Text != "" && t.Grid[n][c+1] != cell {
				filled++
				if len(fieldsOf(cell.Text)) > 0 {
					titles++
				}
			}
		}
		if filled >= 2 && titles*5 >= filled*4 {
			return c
		}
	}
	return -1
}

// labelled takes over a title and the value at its right.
func labelled(rec *record, row []*policy.Cell) {
	if row[0] == nil || row[1] == nil || row[0] == row[1] {
		return
	}
	for _, f := range fieldsOf(row[0].Text) {
		if f == FieldName && rec.has(FieldName) {
			continue // the name in full
		}
		rec.add(f, filledRange(row[1]))
		rec.list.announce(f, row[0].Range, row[0].Text)
	}
}

// isDitto reports whether a cell says that it holds what the one above it does.
func isDitto(text string) bool {
	switch strings.TrimSpace(text) {
	case "〃", "″", "”", `"`, "''", "\u3003 \u3003", "〃〃", "″ ″":
		return true
	}
	return false
}

// filledRange is where the text of a cell stands; empty where there is none but signs.
func filledRange(c *policy.Cell) policy.Range {
	if !hasLetters(c.Text) {
		return policy.Range{Start: c.Range.Start, End: c.Range.Start}
	}
	return c.Range
}

// isBlank reports whether a row has no text.
func isBlank(row []*policy.Cell) bool {
	for _, c := range row {
		if c != nil && hasLetters(c.Text) {
			return false
		}
	}
	return true
}

// isOne reports whether a row is one cell across the table: a title of what follows, or a remark.
func isOne(row []*policy.Cell) bool {
	return len(row) > 1 && row[0] != nil && row[0] == row[len(row)-1]
}

// repeatsTitles reports whether a row gives the titles again.
func repeatsTitles(row, titles []*policy.Cell) bool {
	for i, c := range row {
		if c == nil || titles[i] == nil || strings.TrimSpace(c.Text) != strings.TrimSpace(titles[i].Text) {
			return false
		}
	}
	return true
}

// sameFields reports whether two columns announce the same.
func sameFields(a, b []Field) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// textOf is the text of a cell, "" where there is none.
func textOf(c *policy.Cell) string {
	if c == nil {
		return ""
	}
	return c.Text
}
