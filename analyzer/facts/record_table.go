package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

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
