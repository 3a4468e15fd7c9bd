package scrape

import "github.com/pipalint/pipalint/analyzer/policy"

// Limits of the grids of a page, so that no markup makes them much larger than the page that holds
// it. The HTML standard caps colspan at 1000 and rowspan at 65534.
const (
	maxColumns = 1000
	maxCells   = 500_000 // positions in all grids, besides those of cells that span nothing
	leastCell  = 4       // bytes: <td>
)

// openTable is a table being read.
type openTable struct {
	span    policy.Span
	caption string
	layout  bool // told by the markup to be no data table
	nests   bool // holds another table
	rows    [][]*openCell
	cell    *openCell
	parent  *openCell
}

// openCell is a cell being read: a policy.Cell and the blocks and tables in it.
type openCell struct {
	policy.Cell
	first, last int // blocks[first:last]
	bold        bool
	look        string // what the markup says about its looks: class, background
	inner       []*policy.Table
}

func (b *builder) beginTable(span policy.Span, layout bool) {
	b.end()
	t := &openTable{span: span, layout: layout}
	if n := len(b.tables); n > 0 {
		b.tables[n-1].nests = true
		t.parent = b.tables[n-1].cell
	}
	b.tables = append(b.tables, t)
}

func (b *builder) beginRow() {
	if t := b.table(); t != nil {
		t.rows = append(t.rows, nil)
	}
}

// beginCell begins a cell that covers so many columns and rows; rows of 0 reach to the end.
func (b *builder) beginCell(columns, rows int, header bool, span policy.Span) {
	b.end()
	t := b.table()
	if t == nil {
		return
	}
	if len(t.rows) == 0 {
		t.rows = append(t.rows, nil)
	}
	t.cell = &openCell{first: len(b.blocks), Cell: policy.Cell{
		RowSpan: rows, ColumnSpan: max(1, min(columns, maxColumns)), Header: header, Span: span,
		Range: policy.Range{Start: len(b.visible), End: len(b.visible)}}}
	last := len(t.rows) - 1
	t.rows[last] = append(t.rows[last], t.cell)
}

func (b *builder) endCell() {
	b.end()
	t := b.table()
	if t == nil || t.cell == nil {
		return
	}
	c := t.cell
	c.last = len(b.blocks)
	c.bold = c.last > c.first
	for _, bl := range b.blocks[c.first:c.last] {
		c.bold = c.bold && bl.Has(policy.Bold)
	}
	if c.last > c.first {
		c.Range = policy.Range{Start: b.blocks[c.first].Range.Start, End: b.blocks[c.last-1].Range.End}
		c.Span = c.Span.Union(b.pieces[len(b.pieces)-1].Source)
	}
	t.cell = nil
}

// endTable keeps the table if it is one of data; its blocks then know their cells.
func (b *builder) endTable() {
	b.endCell()
	t := b.table()
	b.tables = b.tables[:len(b.tables)-1]
	if t.layout || b.isLayout(t) {
		return
	}
	grid := b.expand(t.rows)
	if grid == nil {
		return
	}
	table := &policy.Table{Span: t.span, Caption: t.caption, Grid: grid}
	for _, row := range t.rows {
		for _, c := range row {
			c.Table = table
			table.Span = table.Span.Union(c.Span)
			for i := c.first; i < c.last; i++ {
				if b.blocks[i].Cell == nil {
					b.blocks[i].Cell = &c.Cell
				}
			}
			for _, inner := range c.inner {
				inner.Parent = &c.Cell
			}
		}
	}
	if t.parent != nil {
		t.parent.inner = append(t.parent.inner, table)
	}
	b.kept = append(b.kept, table)
	b.headers(table, t.rows)
}

func (b *builder) table() *openTable {
	if len(b.tables) == 0 {
		return nil
	}
	return b.tables[len(b.tables)-1]
}

// isLayout tells a table that only places things on the page: one column or one row with running
// text, or one that holds other tables and has no header cell.
func (b *builder) isLayout(t *openTable) bool {
	cells, headers, widest, long := 0, 0, 0, 0
	for _, row := range t.rows {
		filled := 0
		for _, c := range row {
			if c.last > c.first {
				filled++
			}
			cells++
			if c.Header {
				headers++
			}
			if c.last-c.first > 12 || b.structured(c) {
				long++
			}
		}
		widest = max(widest, filled)
	}
	switch {
	case cells == 0 || widest == 0:
		return true
	case cells == 1:
		return true
	case headers > 0 && widest > 1:
		return t.nests && long > 0 && headers*4 < cells
	case t.nests:
		return true
	case widest == 1:
		return true
	}
	return long > 0 && len(t.rows) <= 2
}

// structured reports whether a cell holds headings, as a column of a page does.
func (b *builder) structured(c *openCell) bool {
	for _, bl := range b.blocks[c.first:c.last] {
		if bl.Kind == policy.Heading && c.last-c.first > 3 {
			return true
		}
	}
	return false
}

// expand lays cells out on a grid as browsers do: each at the first free column of its row. There is
// no grid if it has no room or no columns.
func (b *builder) expand(rows [][]*openCell) [][]*policy.Cell {
	if area(rows) > b.room {
		return nil
	}
	grid := make([][]*policy.Cell, len(rows))
	width := 0 // of the columns in which a cell begins; a too large colspan makes others
	for r, row := range rows {
		column := 0
		for _, c := range row {
			for column < len(grid[r]) && grid[r][column] != nil {
				column++
			}
			c.Row, c.Column = r, column
			if b.room -= cover(grid, &c.Cell, b.room); b.room < 0 {
				return nil
			}
			width = max(width, column+1)
			column += c.ColumnSpan
		}
	}
	if b.room -= width * len(rows); width == 0 || b.room < 0 {
		return nil
	}
	fit(grid, width)
	return grid
}

// area cuts the spans of cells to the rows that there are, and adds them up.
func area(rows [][]*openCell) int {
	total := 0
	for r, row := range rows {
		for _, c := range row {
			if c.RowSpan <= 0 || c.RowSpan > len(rows)-r {
				c.RowSpan = len(rows) - r
			}
			total += c.RowSpan * c.ColumnSpan
		}
	}
	return total
}

// cover enters a cell at each position that it spans; a position taken already stays as it is. It
// returns how many positions it went through, and stops where that is more than there is room for.
func cover(grid [][]*policy.Cell, c *policy.Cell, room int) int {
	cost := 0
	for r := c.Row; r < c.Row+c.RowSpan && cost <= room; r++ {
		cost += c.ColumnSpan + max(0, c.Column-len(grid[r]))
		for len(grid[r]) < c.Column+c.ColumnSpan {
			grid[r] = append(grid[r], nil)
		}
		for col := c.Column; col < c.Column+c.ColumnSpan; col++ {
			if grid[r][col] == nil {
				grid[r][col] = c
			}
		}
	}
	return cost
}

// fit brings all rows and the spans of the cells to one width.
func fit(grid [][]*policy.Cell, width int) {
	for r, row := range grid {
		for len(row) < width {
			row = append(row, nil)
		}
		grid[r] = row[:width:width]
		for _, c := range grid[r] {
			if c != nil && c.Column+c.ColumnSpan > width {
				c.ColumnSpan = width - c.Column
			}
		}
	}
}

// finishTables sets what depends on the finished visible text.
func (b *builder) finishTables() {
	for _, t := range b.kept {
		t.Range = policy.Range{Start: -1}
		for c := range t.Cells {
			c.Range.Start = min(c.Range.Start, len(b.doc.Visible))
			c.Range.End = min(c.Range.End, len(b.doc.Visible))
			c.Text = b.doc.TextOf(c.Range)
			if t.Range.Start < 0 {
				t.Range.Start = c.Range.Start
			}
			t.Range.End = max(t.Range.End, c.Range.End)
		}
		t.Range.Start = max(t.Range.Start, 0)
	}
	sortTables(b.kept)
	b.doc.Tables = b.kept
}
