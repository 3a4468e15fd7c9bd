package facts

import "github.com/pipalint/pipalint/analyzer/policy"

// table finds the bodies of a table: those that stand in the column, or the row, of one that is known.
func (f *bodies) table(t *policy.Table) {
	if f.r.others[t] || len(t.Grid) > mostRows || t.Columns() > mostColumns {
		return
	}
	known := make(map[*policy.Cell]spot)
	lines := f.r.linesOf(t)
	for c := range t.Cells {
		for _, i := range lines[c] {
			if spots := f.spots(&f.r.lines[i]); len(spots) > 0 && !isProse(c.Text) {
				if _, ok := known[c]; !ok {
					known[c] = spots[0]
				}
			}
		}
	}
	across := inOneRow(known)
	for c := range t.Cells {
		at, ok := known[c]
		if !ok && !(len(known) > 1 && besideKnown(c, known, across)) {
			continue
		}
		f.row(t, c, at, lines, across)
	}
}

// inOneRow reports whether several bodies stand beside each other, so that what is told of each stands
// below it.
func inOneRow(known map[*policy.Cell]spot) bool {
	row, columns := -1, make(map[int]bool)
	for c := range known {
		if row >= 0 && c.Row != row {
			return false
		}
		row = c.Row
		columns[c.Column] = true
	}
	return len(columns) > 1
}

// besideKnown reports whether a cell stands in line with known bodies and is no title.
func besideKnown(c *policy.Cell, known map[*policy.Cell]spot, across bool) bool {
	if c.Text == "" || isLonger(c.Text, longestName) || across && c.Column < c.Table.HeaderColumns || !across && c.Row < c.Table.HeaderRows {
		return false
	}
	for k := range known {
		if across && k.Row == c.Row || !across && k.Column == c.Column {
			return true
		}
	}
	return false
}

// row takes down a body in a cell, with what the cell itself and the others of its row tell.
func (f *bodies) row(t *policy.Table, c *policy.Cell, at spot, lines map[*policy.Cell][]int, across bool) {
	if len(lines[c]) == 0 {
		return
	}
	first := &f.r.lines[lines[c][0]]
	x := remedyAt{known: at.known, listed: true, line: first.Index, style: "cell"}
	if at.known != 0 {
		x = f.entry(first, at, len(first.Block.Text), false)
		x.listed = true
	} else {
		if namesOwn(first.Block.Text) {
			return
		}
		start, end := trimBody(first.Block.Text, 0, len(first.Block.Text))
		x.Body = f.quote(first, start, end)
	}
	tell := func(other *policy.Cell, from int) {
		for n, i := range lines[other] {
			if n >= from {
				f.reach(&x, &f.r.lines[i], 0, len(f.r.lines[i].Block.Text))
			}
		}
	}
	tell(c, 1)
	if across {
		for row := c.Row + c.RowSpan; row < len(t.Grid); row++ {
			if other := t.Grid[row][c.Column]; other != nil {
				tell(other, 0)
			}
		}
	} else {
		for column := c.Column + c.ColumnSpan; column < t.Columns(); column++ {
			if other := t.Grid[c.Row][column]; other != nil && other != c {
				tell(other, 0)
			}
		}
	}
	if x.Body.Known() && (x.Phone.Known() || x.URL.Known()) {
		f.found = append(f.found, x)
	}
}
