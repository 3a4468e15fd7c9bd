// Package published shows a page again as it was published, with places marked in it. It tells the form alone:
// headings, paragraphs, items of lists and tables, each cut where marks begin and end. How that looks is for the format
// that shows it.
package published

import "github.com/pipalint/pipalint/analyzer/policy"

// A Mark is a place that is to be seen in the page. It is known by its index in the list that [Show] is handed.
type Mark = policy.Span

// A Unit is what stands on its own: a block, or a table.
type Unit struct {
	Block *policy.Block // nil for a table
	Table *Table        // nil for a block
	Range policy.Range
	Parts []Part // the text of a block
	Marks []int  // that begin in it, in order; of a table, in its cells
}

// A Part is a stretch of text that the same marks cover.
type Part struct {
	Text   string
	Strong bool  // it begins the block in bold
	Marks  []int // that cover it, in order
	Ends   []int // whose first stretch ends here: where their sign stands
}

// A Table is a data table, each cell once. Rows that hold no cell of their own are empty.
type Table struct {
	*policy.Table
	Rows [][]Cell
}

// A Cell is a cell of a table and what stands in it.
type Cell struct {
	*policy.Cell // nil where no cell reaches
	Units        []Unit
	Ends         []int // marks of a cell without text
}

// Show is all of a page in its order, and the marks for which there is no place in its text: those of scripts,
// attributes and the like.
func Show(doc *policy.Document, marks []Mark) ([]Unit, []int) {
	s := &show{doc: doc, empty: make(map[*policy.Cell][]int), within: make(map[*policy.Table][]*policy.Block)}
	s.place(marks)
	for _, b := range doc.Blocks {
		if b.Cell != nil {
			s.within[b.Cell.Table] = append(s.within[b.Cell.Table], b)
		}
	}
	s.nested()
	units := s.units(doc.Blocks, nil)
	return units, unseen(len(marks), units)
}

// unseen are the marks that no unit shows, also those of a page or table without any text.
func unseen(n int, units []Unit) []int {
	shown := make([]bool, n)
	for _, u := range units {
		for _, m := range u.Marks {
			shown[m] = true
		}
	}
	var out []int
	for m := range shown {
		if !shown[m] {
			out = append(out, m)
		}
	}
	return out
}

// A show is a page on its way.
type show struct {
	doc       *policy.Document
	stretches []stretch                         // of all marks, in order
	ends      []int                             // by stretch: the furthest end of it and all before it
	empty     map[*policy.Cell][]int            // marks of cells without text
	within    map[*policy.Table][]*policy.Block // by table: what stands in it and in tables within
}

// nested gives tables what stands in the tables within them, too. Tables within others come behind these.
func (s *show) nested() {
	for i := len(s.doc.Tables) - 1; i >= 0; i-- {
		t := s.doc.Tables[i]
		if t.Parent == nil {
			continue
		}
		around := t.Parent.Table
		s.within[around] = merge(s.within[around], s.within[t])
	}
}

// merge puts two lists of blocks together in the order of the page.
func merge(a, b []*policy.Block) []*policy.Block {
	out := make([]*policy.Block, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Range.Start <= b[0].Range.Start {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// units are blocks, and the tables that they stand in, within a cell or, with none, at the top. A table stands where
// its first block does, with all that is in it.
func (s *show) units(blocks []*policy.Block, in *policy.Cell) []Unit {
	var out []Unit
	var done map[*policy.Table]bool
	for _, b := range blocks {
		if b.Cell == in {
			out = append(out, s.block(b))
			continue
		}
		t := b.Cell.Table
		for t.Parent != in && t.Parent != nil {
			t = t.Parent.Table
		}
		if done[t] {
			continue
		}
		if done == nil {
			done = make(map[*policy.Table]bool)
		}
		done[t] = true
		out = append(out, s.table(t))
	}
	return out
}

// block cuts a block at the edges of marks.
func (s *show) block(b *policy.Block) Unit {
	u := Unit{Block: b, Range: b.Range}
	u.Parts, u.Marks = s.cut(b.Range, b.Lead)
	return u
}

// table shows a table with all that stands in it.
func (s *show) table(t *policy.Table) Unit {
	u := Unit{Table: &Table{Table: t}, Range: t.Range}
	of := make(map[*policy.Cell][]*policy.Block)
	for _, b := range s.within[t] {
		c := b.Cell
		for c.Table != t {
			c = c.Table.Parent
		}
		of[c] = append(of[c], b)
	}
	for r, row := range t.Grid {
		var cells []Cell
		for column, c := range row {
			switch {
			case c == nil:
				cells = append(cells, Cell{})
			case c.Row == r && c.Column == column:
				cell := Cell{Cell: c, Units: s.units(of[c], c), Ends: s.empty[c]}
				u.Marks = append(u.Marks, cell.Ends...)
				for _, inner := range cell.Units {
					u.Marks = append(u.Marks, inner.Marks...)
				}
				cells = append(cells, cell)
			}
		}
		u.Table.Rows = append(u.Table.Rows, cells)
	}
	return u
}
