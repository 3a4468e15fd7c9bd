package scrape

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// maxHeaders bounds the header rows and columns of a table: what has more is no header but a table
// of which all cells are marked alike.
const maxHeaders = 4

// longLabel is the longest text, in characters, that passes for a header where only form tells.
const longLabel = 30

func sortTables(tables []*policy.Table) {
	slices.SortStableFunc(tables, func(a, b *policy.Table) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// headers finds the header rows and columns of a table by its markup and, where that says
// nothing, by its form, and tells each cell its headers.
func (b *builder) headers(t *policy.Table, rows [][]*openCell) {
	marked := func(c *policy.Cell) bool { return c != nil && c.Header }
	t.HeaderRows = leadingRows(t, marked)
	t.HeaderColumns = leadingColumns(t, marked)
	if t.HeaderRows == 0 && t.HeaderColumns == 0 {
		b.headersByForm(t, rows)
	}
	for c := range t.Cells {
		c.Headers = headersOf(t, c)
	}
}

// headersByForm takes the first row for headers where it is bold or reads like labels, else the
// first column where it does.
func (b *builder) headersByForm(t *policy.Table, rows [][]*openCell) {
	bold := make(map[*policy.Cell]bool)
	for _, row := range rows {
		for _, c := range row {
			bold[&c.Cell] = c.bold
		}
	}
	isBold := func(c *policy.Cell) bool { return c == nil || bold[c] }
	first := t.Grid[0]
	look := looks(rows)
	switch {
	case len(t.Grid) > 1 && distinct(t, look, first):
		t.HeaderRows = 1
	case t.Columns() > 1 && distinct(t, look, column(t, 0)):
		t.HeaderColumns = 1
	case len(t.Grid) > 1 && leadingRows(t, isBold) > 0 && leadingRows(t, isBold) < len(t.Grid):
		t.HeaderRows = leadingRows(t, isBold)
	case leadingColumns(t, isBold) > 0 && leadingColumns(t, isBold) < t.Columns():
		t.HeaderColumns = leadingColumns(t, isBold)
	case len(t.Grid) > 1 && b.labels(first) && !b.pairs(t):
		t.HeaderRows = 1 + b.secondHeaderRow(t)
	case b.pairs(t):
		t.HeaderColumns = 1
	}
}

// looks are the looks of cells that the markup gives one.
func looks(rows [][]*openCell) map[*policy.Cell]string {
	out := make(map[*policy.Cell]string)
	for _, row := range rows {
		for _, c := range row {
			if c.look != "|" {
				out[&c.Cell] = c.look
			}
		}
	}
	return out
}

func column(t *policy.Table, n int) []*policy.Cell {
	out := make([]*policy.Cell, len(t.Grid))
	for r, row := range t.Grid {
		out[r] = row[n]
	}
	return out
}

// distinct reports whether the cells of a line all look alike and no other cell of the table does.
func distinct(t *policy.Table, look map[*policy.Cell]string, line []*policy.Cell) bool {
	if len(look) == 0 || line[0] == nil || look[line[0]] == "" {
		return false
	}
	want := look[line[0]]
	within := make(map[*policy.Cell]bool, len(line))
	for _, c := range line {
		if c == nil || look[c] != want {
			return false
		}
		within[c] = true
	}
	for c := range t.Cells {
		if look[c] == want && !within[c] {
			return false
		}
	}
	return true
}

// leadingRows counts the rows at the top whose every cell is a header.
func leadingRows(t *policy.Table, header func(*policy.Cell) bool) int {
	n := 0
	for _, row := range t.Grid {
		for _, c := range row {
			if !header(c) {
				return n
			}
		}
		if n++; n > maxHeaders {
			return 0
		}
	}
	return 0 // a table of nothing but headers has none above the rest
}

// leadingColumns counts the columns at the left in which, below the header rows, every cell is a
// header.
func leadingColumns(t *policy.Table, header func(*policy.Cell) bool) int {
	if t.HeaderRows == len(t.Grid) {
		return 0
	}
	for n := range min(t.Columns(), maxHeaders+1) {
		for _, row := range t.Grid[t.HeaderRows:] {
			if !header(row[n]) {
				return n
			}
		}
	}
	return 0
}

// labels reports whether a row reads like column titles: filled, short, without values.
func (b *builder) labels(row []*policy.Cell) bool {
	filled := 0
	for i, c := range row {
		if c == nil || i > 0 && row[i-1] == c {
			continue
		}
		text := b.cellText(c)
		if text == "" {
			continue
		}
		if !isLabel(text) {
			return false
		}
		filled++
	}
	return filled > 1
}

// secondHeaderRow is 1 where the first row has merged cells and the second names their parts.
func (b *builder) secondHeaderRow(t *policy.Table) int {
	if len(t.Grid) < 3 || !b.labels(t.Grid[1]) {
		return 0
	}
	split, spans := false, false
	for i, c := range t.Grid[0] {
		if c == nil || i > 0 && t.Grid[0][i-1] == c {
			continue
		}
		split = split || c.ColumnSpan > 1
		spans = spans || c.RowSpan > 1
	}
	if split && spans {
		return 1
	}
	return 0
}

// pairs reports whether the table lists a label and its value in each row.
func (b *builder) pairs(t *policy.Table) bool {
	if t.Columns() != 2 {
		return false
	}
	values := false
	grid := t.Grid
	if len(grid) > 1 && grid[0][0] == grid[0][1] {
		grid = grid[1:] // a title over all of it
	}
	for _, row := range grid {
		if row[0] == nil || row[0] == row[1] {
			continue
		}
		if !isLabel(b.cellText(row[0])) {
			return false
		}
		values = values || row[1] != nil && isValue(b.cellText(row[1]))
	}
	first := grid[0][1]
	return values && first != nil && (isValue(b.cellText(first)) || len(grid) <= 4 && !isLabel(b.cellText(first)) || len(grid) < len(t.Grid))
}

func (b *builder) cellText(c *policy.Cell) string {
	return string(b.visible[c.Range.Start:c.Range.End])
}

// isLabel reports whether a text could title a column: short and no value.
func isLabel(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= longLabel && !isValue(s) && !strings.HasSuffix(s, ".")
}

// isValue reports whether a text holds a number of three digits, an address or a link.
func isValue(s string) bool {
	digits := 0
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			if digits++; digits == 3 {
				return true
			}
		} else if s[i] != '-' {
			digits = 0
		}
	}
	return strings.Contains(s, "@") || strings.Contains(s, "://") || strings.Contains(s, "www.")
}

// headersOf are the headers of a cell: over it, then at its left.
func headersOf(t *policy.Table, c *policy.Cell) []*policy.Cell {
	var out []*policy.Cell
	var last *policy.Cell // a header spans neighbours: most repetitions are told by it alone
	add := func(h *policy.Cell) {
		if h != nil && h != c && h != last && !slices.Contains(out, h) {
			out = append(out, h)
		}
		last = h
	}
	for r := range min(t.HeaderRows, c.Row) {
		for col := c.Column; col < min(c.Column+c.ColumnSpan, t.Columns()); col++ {
			add(t.Grid[r][col])
		}
	}
	for col := range min(t.HeaderColumns, c.Column) {
		for r := c.Row; r < min(c.Row+c.RowSpan, len(t.Grid)); r++ {
			add(t.Grid[r][col])
		}
	}
	return out
}
