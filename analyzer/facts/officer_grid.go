package facts

import "github.com/pipalint/pipalint/analyzer/policy"

// isPaired reports whether several labels stand in one of many rows or columns, each before a value, and
// none of them twice.
func (g *grid) isPaired(lines [][]*policy.Cell) bool {
	for _, line := range lines {
		seen := make(map[field]bool)
		for i, x := range line {
			f := withoutRoles(g.labels[x])
			if x == nil || i > 0 && line[i-1] == x || len(f) == 0 {
				continue
			}
			next := i + 1
			for next < len(line) && line[next] == x {
				next++
			}
			if next >= len(line) || g.labels[line[next]] != nil || seen[f[0]] {
				seen = nil
				break
			}
			seen[f[0]] = true
		}
		if len(seen) > 1 {
			return true
		}
	}
	return false
}

// columns are the columns of a table, each from the top.
func (g *grid) columns() [][]*policy.Cell {
	out := make([][]*policy.Cell, g.Columns())
	for _, row := range g.Grid {
		for i, x := range row {
			out[i] = append(out[i], x)
		}
	}
	return out
}

// tells reports whether a cell may tell of somebody: it has a label or a role, or labels stand in it. A
// title of a column that is no label is none.
func (g *grid) tells(c *policy.Cell, fields []field) bool {
	if startsWithLabel(c.Text) {
		return true
	}
	if isHeader(c) && c.Row < g.HeaderRows && g.overValues(c) {
		return false
	}
	if _, ok := nextLabel(c.Text, 0); ok {
		return true
	}
	return len(fields) > 0
}

// overValues reports whether values stand below the labels in the row of a cell, so that it is the title of
// a column, too.
func (g *grid) overValues(c *policy.Cell) bool {
	below := c.Row + c.RowSpan
	if below >= len(g.Grid) {
		return false
	}
	for i, x := range g.Grid[c.Row] {
		if x == nil || g.labels[x] == nil || x.Row+x.RowSpan > below {
			continue
		}
		if y := g.Grid[below][i]; y != nil && y.Text != "" && g.labels[y] == nil {
			return true
		}
	}
	return false
}

// around are the labels and roles that a cell stands nearest to, to its left and above it; nil for none.
type around struct{ left, leftRole, up, upRole *policy.Cell }

// context is what stands over and before a cell: the role, the labels, and whose cell it is.
func (g *grid) context(c *policy.Cell) (role field, fields []field, k key) {
	var n around
	n.left, n.leftRole = g.look(c, 0, -1)
	n.up, n.upRole = g.look(c, -1, 0)
	switch {
	case n.up != nil || n.left != nil:
	case n.upRole != nil && g.hasFields(n.upRole):
		return g.labels[n.upRole][0], []field{aName}, key{role: n.upRole, row: c.Row, column: -1}
	case n.leftRole != nil && n.upRole == nil && g.fieldsBelow(n.leftRole):
		return g.labels[n.leftRole][0], []field{aName}, key{role: n.leftRole, row: -1, column: c.Column}
	}
	label := n.left
	if n.left == nil || n.up != nil && n.left.Column+n.left.ColumnSpan != c.Column {
		label = n.up
	}
	roleCell := g.roleOver(n, label)
	if label != nil {
		fields = withoutRoles(g.labels[label])
	}
	if roleCell != nil {
		role = g.labels[roleCell][0]
	}
	switch {
	case label != nil:
	case roleCell != nil && roleCell == n.upRole && n.leftRole != nil:
		fields = []field{aName}
	case roleCell != nil:
		fields = []field{role}
	}
	return role, fields, g.keyOf(c, n, label, roleCell)
}

// roleOver is the role to which a cell belongs.
func (g *grid) roleOver(n around, label *policy.Cell) *policy.Cell {
	switch {
	case n.upRole == nil && n.leftRole == nil && label != nil && label == n.up:
		return g.roleBeside(n.up)
	case n.upRole == nil && n.leftRole == nil && label != nil:
		return g.roleAbove(n.left)
	case n.upRole == nil, n.leftRole != nil && n.leftRole.Column > 0:
		return n.leftRole
	}
	return n.upRole
}

// keyOf says with which other cells a cell tells of one person: those of its row where labels stand over
// it, else those of its column; where role, label and value stand in a row, all beside the role.
func (g *grid) keyOf(c *policy.Cell, n around, label, role *policy.Cell) key {
	k := key{role: role, row: -1, column: -1}
	switch {
	case label == nil && role != nil && !(role == n.upRole && n.leftRole != nil):
	case label == nil && role != nil:
		k.column = c.Column
	case label == n.up:
		if !g.stacked {
			k.row = c.Row
		}
	case !g.paired && !(role != nil && role == n.leftRole && role != n.upRole):
		k.column = c.Column
	}
	return k
}

// withoutRoles are the fields of a label that names the role, too: 책임자 연락처.
func withoutRoles(list []field) []field {
	for len(list) > 0 && list[0].isRole() {
		list = list[1:]
	}
	return list
}

// look goes from a cell to the left or upwards, to the nearest label and the nearest role.
func (g *grid) look(c *policy.Cell, rows, columns int) (label, role *policy.Cell) {
	for row, column := c.Row+rows, c.Column+columns; row >= 0 && column >= 0; row, column = row+rows, column+columns {
		x := g.Grid[row][column]
		if x == nil || x == c {
			continue
		}
		f := g.labels[x]
		if len(f) > 0 && f[0].isRole() && role == nil {
			role = x
		}
		if len(f) > 0 && !f[len(f)-1].isRole() && label == nil {
			label = x
		}
	}
	return label, role
}

// hasFields reports whether labels of fields stand in the row of a role: then the names stand under the
// role.
func (g *grid) hasFields(role *policy.Cell) bool {
	for _, x := range g.Grid[role.Row] {
		if f := g.labels[x]; x != nil && len(f) > 0 && !f[0].isRole() {
			return true
		}
	}
	return false
}

// fieldsBelow reports whether labels of fields stand in the column of a role, and none beside it: then the
// name stands beside the role.
func (g *grid) fieldsBelow(role *policy.Cell) bool {
	for row := range g.Grid {
		x := g.Grid[row][role.Column]
		if f := g.labels[x]; x != nil && len(f) > 0 && !f[0].isRole() {
			return true
		}
	}
	return false
}

// roleAbove is the role in a column of labels to which a label belongs: the nearest above it, or else the
// first below.
func (g *grid) roleAbove(label *policy.Cell) *policy.Cell {
	var found *policy.Cell
	for row := range g.Grid {
		x := g.Grid[row][label.Column]
		if f := g.labels[x]; x != nil && len(f) > 0 && f[0].isRole() && (found == nil || x.Row < label.Row) {
			found = x
		}
	}
	return found
}

// roleBeside is the role in a row of labels to which a label belongs: the nearest before it, or else the
// first.
func (g *grid) roleBeside(label *policy.Cell) *policy.Cell {
	var first, before *policy.Cell
	for _, x := range g.Grid[label.Row] {
		if f := g.labels[x]; x != nil && len(f) > 0 && f[0].isRole() {
			if first == nil {
				first = x
			}
			if x.Column < label.Column {
				before = x
			}
		}
	}
	if before != nil {
		return before
	}
	return first
}
