package facts

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A periodTable is a table as far as periods are concerned: titles, and rows of values below them, whichever
// way the table lies.
type periodTable struct {
	titles []periodTitle
	rows   [][]*policy.Range // nil where a row has no cell

	periods int // the column of the periods
}

type periodTitle struct {
	fields []Field
	at     policy.Range
	side   side
}

// periodTableOf finds the titles of a table: a row or a column in which a period is announced.
func (r *reader) periodTableOf(t *policy.Table) (periodTable, bool) {
	if l, ok := r.layoutOf(t); ok && l.announces(FieldPeriod) {
		return periodTableFrom(t, l.across, l.end), true
	}
	for n := range min(mostTitleRows, len(t.Grid)-1) {
		if announcesPeriod(t.Grid[n]) {
			return periodTableFrom(t, true, n+1), true
		}
	}
	for n := range min(t.HeaderColumns, t.Columns()-1) {
		if announcesPeriod(column(t, n)) {
			return periodTableFrom(t, false, n+1), true
		}
	}
	return periodTable{}, false
}

// untitled finds a column that holds nothing but lengths of time below its first row, whatever the title.
func untitled(t *policy.Table) (periodTable, bool) {
	for c := t.Columns() - 1; c >= 0; c-- {
		if c == 0 && t.Columns() != 2 {
			break // in a table of two columns they may stand first
		}
		filled := 0
		for _, row := range t.Grid[1:] {
			if row[c] == nil || row[c].Text == "" {
				continue
			}
			if isLonger(row[c].Text, longHeading/2) || period.Parse(row[c].Text).IsZero() {
				filled = -1
				break
			}
			filled++
		}
		if filled < 2 {
			continue
		}
		end := 1
		if first := t.Grid[0][c]; first != nil && len(period.Parse(first.Text).Lengths) > 0 {
			end = 0
		}
		g := periodTableFrom(t, true, end)
		g.titles[c].fields = []Field{FieldPeriod}
		return g, true
	}
	return periodTable{}, false
}

// announces reports whether one of the titles announces a field.
func (l titled) announces(f Field) bool {
	return slices.ContainsFunc(l.fields, func(fields []Field) bool { return slices.Contains(fields, f) })
}

// announcesPeriod reports whether one of some cells is the title of periods, and the others are as
// short as titles.
func announcesPeriod(cells []*policy.Cell) bool {
	found := false
	for _, c := range cells {
		if c == nil {
			continue
		}
		if isLonger(c.Text, longTitle) || period.Parse(c.Text).Lengths != nil {
			return false
		}
		found = found || slices.Contains(fieldsOf(c.Text), FieldPeriod)
	}
	return found
}

// periodTableFrom lays a table out, the titles of which end before a row, or a column.
func periodTableFrom(t *policy.Table, across bool, end int) periodTable {
	var g periodTable
	width, height := t.Columns(), len(t.Grid)
	if !across {
		width, height = height, width
	}
	cell := func(row, col int) *policy.Cell {
		if across {
			return t.Grid[row][col]
		}
		return t.Grid[col][row]
	}
	for col := range width {
		var title periodTitle
		for row := end - 1; row >= 0 && len(title.fields) == 0; row-- {
			if c := cell(row, col); c != nil {
				title = periodTitle{fieldsOf(c.Text), c.Range, sidesOf(c.Text)}
			}
		}
		g.titles = append(g.titles, title)
	}
	for row := end; row < height; row++ {
		values := make([]*policy.Range, width)
		for col := range width {
			if c := cell(row, col); c != nil {
				values[col] = &c.Range
			}
		}
		g.rows = append(g.rows, values)
	}
	return g
}

// isOfOthers reports whether the titles make it a list of recipients.
func (g periodTable) isOfOthers() bool {
	for i, t := range g.titles {
		switch {
		case slices.Contains(t.fields, FieldCountry), slices.Contains(t.fields, FieldSub):
			return true
		case i > g.periods: // a register of files tells last who gets them
		case slices.Contains(t.fields, FieldName) && t.side&(entrusted|provided|transferred) != 0:
			return true
		}
	}
	return false
}

// column is the first column that announces one of some fields, -1 for none.
func (g periodTable) column(fields ...Field) int {
	for _, f := range fields {
		for i, t := range g.titles {
			if slices.Contains(t.fields, f) {
				return i
			}
		}
	}
	return -1
}

// settle finds the column of the periods, which is the one under such a title that holds most of them, by
// and large; false where none does. Other titles that speak of keeping announce records.
func (k *keeper) settle(g *periodTable) bool {
	best, most := -1, 0.0
	for c, t := range g.titles {
		if slices.Contains(t.fields, FieldPeriod) {
			if share := k.shareOfPeriods(g, c); share > most {
				best, most = c, share
			}
		}
	}
	if most < 1.0/3 {
		return false
	}
	for c := range g.titles {
		if c != best && slices.Contains(g.titles[c].fields, FieldPeriod) {
			g.titles[c].fields = nil
		}
	}
	g.periods = best
	return true
}

// shareOfPeriods is how many of the filled cells of a column tell a period.
func (k *keeper) shareOfPeriods(g *periodTable, c int) float64 {
	filled, told := 0, 0
	var last *policy.Range
	for _, row := range g.rows {
		if row[c] == nil || row[c] == last || isWhole(row) {
			continue
		}
		last = row[c]
		if text := k.doc.TextOf(*last); !isNothing(text) {
			filled++
			if !period.Parse(text).IsZero() {
				told++
			}
		}
	}
	return float64(told) / float64(max(filled, 1))
}

// isWhole reports whether one cell fills a row.
func isWhole(row []*policy.Range) bool {
	for _, v := range row {
		if v != row[0] {
			return false
		}
	}
	return len(row) > 1
}
