package policy

// A Table is a data table read as a grid: spans are expanded, so that every position of the grid
// leads to the cell that covers it. Tables used for layout are not tables here.
type Table struct {
	Range   Range     // from its first to its last cell
	Span    Span      // the table in the source
	Caption string    // its caption, or ""
	Grid    [][]*Cell // [row][column]; all rows have the same length; nil where no cell reaches
	Parent  *Cell     // the cell in which the table is nested, or nil

	HeaderRows    int // how many rows at the top are headers
	HeaderColumns int // how many columns at the left are headers
}

// A Cell is one cell of a table, at the upper left of the positions that it covers.
type Cell struct {
	Table               *Table
	Row, Column         int // position in the grid, from 0
	RowSpan, ColumnSpan int // how many rows and columns it covers, at least 1, cut to the grid
	Header              bool
	Text                string // its visible text, blocks separated by "\n"
	Range               Range  // where Text stands in the document's visible text
	Span                Span   // its start tag and text in the source, so that an empty cell has a place

	// Headers are the header cells that apply: of its columns from the top, then of its rows from
	// the left. A header cell has those that stand over it.
	Headers []*Cell
}

// Columns is the number of columns of the grid.
func (t *Table) Columns() int {
	if len(t.Grid) == 0 {
		return 0
	}
	return len(t.Grid[0])
}

// Cells calls yield for each cell once, row by row.
func (t *Table) Cells(yield func(*Cell) bool) {
	for r, row := range t.Grid {
		for c, cell := range row {
			if cell != nil && cell.Row == r && cell.Column == c && !yield(cell) {
				return
			}
		}
	}
}
