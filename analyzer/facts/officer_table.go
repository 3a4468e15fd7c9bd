package facts

import (
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// A table that tells of people is small.
const (
	mostRows    = 60
	mostColumns = 16
)

// grid is a table in which people are told of, by its labels.
type grid struct {
	*policy.Table
	lines   map[*policy.Cell][]int   // the lines of each cell
	labels  map[*policy.Cell][]field // the cells that hold nothing but labels
	people  map[key]*told
	roles   bool // somebody's role is among the labels
	paired  bool // labels and values stand by turns in a row: 성명 한모란 직책 이사
	stacked bool // the same in a column
}

// key says which cells tell of one person: those under or beside one role, or of one row or column.
type key struct {
	role        *policy.Cell
	row, column int
}

// table reads a table: whose role stands over or before a cell, whose label, and what the cell says.
func (t *teller) table(table *policy.Table) {
	if len(table.Grid) > mostRows || table.Columns() > mostColumns {
		return
	}
	lines := t.r.linesOf(table)
	if !t.mayTell(lines) {
		return
	}
	g := &grid{Table: table, lines: lines, labels: make(map[*policy.Cell][]field), people: make(map[key]*told)}
	officer, other := false, false
	for c := range table.Cells {
		if fields := t.labelsOf(g, c); len(fields) > 0 {
			g.labels[c] = fields
			g.roles = g.roles || fields[0] == anOfficer || fields[0] == aContact
			officer = officer || fields[0] == anOfficer
			other = other || fields[0] == anOther
		}
	}
	g.paired, g.stacked = g.isPaired(g.Grid), g.isPaired(g.columns())
	if !g.roles && !t.zone.section && t.zone.role != RoleAccess || other && !officer || t.r.others[table] && !g.roles {
		return
	}
	outer := t.to
	stop := len(table.Grid)
	for c := range table.Cells {
		if c.Row >= stop || g.labels[c] != nil {
			continue
		}
		if t.isOutsideCell(g, c) {
			stop = c.Row
			t.blocked = true
			continue
		}
		t.cell(g, c, outer)
	}
	t.to, t.pending = nil, nil
}

// mayTell reports whether a table has words for an officer, or short labels for what is told of one.
func (t *teller) mayTell(lines map[*policy.Cell][]int) bool {
	w := elementWords()[Officer]
	for _, list := range lines {
		for _, i := range list {
			l := &t.r.lines[i]
			if l.size <= longestName && (l.has(officerWords().mark) || l.has(w["name_or_department"].label) || l.has(w["contact"].said)) {
				return true
			}
		}
	}
	return false
}

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

// linesOf are the lines of each cell of a table.
func (r *reader) linesOf(table *policy.Table) map[*policy.Cell][]int {
	out := make(map[*policy.Cell][]int)
	first := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].Block.Range.Start >= table.Range.Start })
	for i := first; i < len(r.lines) && r.lines[i].Block.Range.Start < table.Range.End; i++ {
		if c := r.lines[i].cell; c != nil && c.Table == table {
			out[c] = append(out[c], i)
		}
	}
	return out
}

// labelsOf are the labels of a cell that holds nothing else.
func (t *teller) labelsOf(g *grid, c *policy.Cell) []field {
	if c.Text == "" || size(c.Text) > longestName+longestName/2 {
		return nil
	}
	s := strings.ReplaceAll(c.Text, "\n", " ")
	var out []field
	before := false // words stand before the labels: 가온상사 개인정보 보호책임자
	for _, p := range piecesOf(s[markOf(s).end:]) {
		if len(p.fields) == 0 && (len(out) > 0 || t.tellsOf(s[markOf(s).end:], p) || size(s[p.start:p.end]) > longestName/2) {
			return nil
		}
		if p.end > p.start && !(p.isRole() && !p.colon && !t.tellsOf(s[markOf(s).end:], p)) {
			return nil
		}
		out = append(out, p.fields...)
		before = before || len(p.fields) == 0
	}
	if before && !(len(out) > 0 && out[0].isRole()) {
		return nil
	}
	return out
}

// tellsOf reports whether the value behind a role names somebody.
func (t *teller) tellsOf(s string, p piece) bool {
	w := &writer{r: t.r, to: new(told), s: s, company: t.company}
	return w.words(p.start, w.reachable(p.start, p.end), p) || len(phonesIn(s[p.start:p.end], false)) > 0 || len(emailsIn(s[p.start:p.end])) > 0
}

// isOutsideCell reports whether a cell names an outside body.
func (t *teller) isOutsideCell(g *grid, c *policy.Cell) bool {
	for _, i := range g.lines[c] {
		if t.isOutside(&t.r.lines[i]) {
			return true
		}
	}
	return false
}

// cell takes down what one cell says.
func (t *teller) cell(g *grid, c *policy.Cell, outer *told) {
	role, fields, k := g.context(c)
	if !g.tells(c, role, fields) {
		return
	}
	t.blocked = role == anOther
	if t.blocked {
		return
	}
	t.to = g.people[k]
	if t.to == nil {
		t.role = t.zone.role
		if role != unlabelled {
			t.role = roleOf(role)
		} else if g.roles {
			t.role = RoleContact
		} else if outer != nil {
			t.role = outer.Role
		}
		t.open(t.role)
		g.people[k] = t.to
	}
	t.role = t.to.Role
	first := t.to
	if len(fields) > 0 && fields[0].isRole() && t.to.Name.Known() {
		fields = nil // more cells beside the role
	}
	for n, i := range g.lines[c] {
		l := &t.r.lines[i]
		from := l.textStart()
		s, at := l.Block.Text[from:], l.Block.Range.Start+from
		t.pending = nil
		if n == 0 || !startsWithLabel(s) && (len(fields) == 0 || !fields[0].isRole()) {
			t.pending = fields
		}
		t.next = 0
		if len(s) <= longestLine && !isProse(s) {
			t.text(s, at, "")
		}
	}
	t.pending = nil
	if t.to != nil && t.to != first && t.to.Role == first.Role && !first.Name.Known() {
		g.people[k] = t.to
	}
}

// tells reports whether a cell may tell of somebody: it has a label or a role, or labels stand in it. A
// title of a column that is no label is none.
func (g *grid) tells(c *policy.Cell, role field, fields []field) bool {
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

// context is what stands over and before a cell: the role, the labels, and whose cell it is.
func (g *grid) context(c *policy.Cell) (role field, fields []field, k key) {
	k = key{row: -1, column: -1}
	left, leftRole := g.look(c, 0, -1)
	up, upRole := g.look(c, -1, 0)
	roleCell := upRole
	if roleCell == nil || leftRole != nil && leftRole.Column > 0 {
		roleCell = leftRole
	}
	if upRole != nil && up == nil && left == nil && g.hasFields(upRole) {
		return g.labels[upRole][0], []field{aName}, key{role: upRole, row: c.Row, column: -1}
	}
	if leftRole != nil && upRole == nil && up == nil && left == nil && g.fieldsBelow(leftRole) {
		return g.labels[leftRole][0], []field{aName}, key{role: leftRole, row: -1, column: c.Column}
	}
	label := left
	if left == nil || up != nil && left.Column+left.ColumnSpan != c.Column {
		label = up
	}
	if label != nil {
		fields = withoutRoles(g.labels[label])
	}
	if upRole == nil && leftRole == nil && up != nil && label == up && g.roleBeside(up) != nil {
		roleCell = g.roleBeside(up)
	}
	if upRole == nil && leftRole == nil && left != nil && label == left {
		roleCell = g.roleAbove(left)
	}
	if roleCell != nil {
		role = g.labels[roleCell][0]
		k.role = roleCell
	}
	switch {
	case label == nil && roleCell == upRole && upRole != nil && leftRole != nil:
		fields = []field{aName}
		k.column = c.Column
	case label == nil && roleCell != nil:
		fields = []field{role}
	case label == up && !g.stacked:
		k.row = c.Row
	case label == up:
	case !g.paired:
		k.column = c.Column
	}
	if roleCell != nil && label != nil && label == left && roleCell == leftRole && roleCell != upRole {
		k.column = -1 // role, label and value in one row, more of the same role in the rows below
	}
	return role, fields, k
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
