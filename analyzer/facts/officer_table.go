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
		if fields := t.labelsOf(c); len(fields) > 0 && !g.isPost(c, fields) {
			if g.isTitle(c) && fields[0].isRole() {
				fields = fields[:1] // 개인정보 보호책임자 및 담당부서, over both
			}
			g.labels[c] = fields
			g.roles = g.roles || fields[0] == anOfficer || fields[0] == aContact
			officer = officer || fields[0] == anOfficer
			other = other || fields[0] == anOther
		}
	}
	g.nameContacts()
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
	g.shareLast()
	t.to, t.pending = nil, nil
}

// isPost reports whether a role stands as a post beside or below the label of one: 직책 | CISO.
func (g *grid) isPost(c *policy.Cell, fields []field) bool {
	if len(fields) == 0 || fields[0] != anOther {
		return false
	}
	for _, x := range [...]*policy.Cell{g.at(c.Row, c.Column-1), g.at(c.Row-1, c.Column)} {
		if f := g.labels[x]; x != nil && len(f) == 1 && f[0] == aTitle {
			return true
		}
	}
	return false
}

// isTitle reports whether a cell stands over all columns of a table.
func (g *grid) isTitle(c *policy.Cell) bool {
	return c.Row == 0 && c.ColumnSpan > 1 && c.ColumnSpan == g.Columns()
}

// nameContacts makes roles of 담당자 and 담당부서 where they stand before a row under labels, or over a
// column beside labels: 책임자 and 담당자, each with a name and a number.
func (g *grid) nameContacts() {
	var found []*policy.Cell
	for c, fields := range g.labels {
		if fields[0].isRole() || !strings.HasPrefix(joinLetters(c.Text), "담당") {
			continue
		}
		if x := g.at(c.Row, c.Column+c.ColumnSpan); x != nil && g.labels[x] == nil {
			if up, _ := g.look(x, -1, 0); up != nil && up.Row < c.Row && !g.isTitle(up) {
				found = append(found, c)
			}
		}
		if x := g.at(c.Row+c.RowSpan, c.Column); x != nil && g.labels[x] == nil {
			if left, _ := g.look(x, 0, -1); left != nil && left.Column < c.Column {
				found = append(found, c)
			}
		}
	}
	for _, c := range found {
		g.labels[c] = []field{aContact}
	}
}

// at is the cell at a place, nil where there is none.
func (g *grid) at(row, column int) *policy.Cell {
	if row < 0 || column < 0 || row >= len(g.Grid) || column >= g.Columns() {
		return nil
	}
	return g.Grid[row][column]
}

// shareLast gives the contacts that stand below several roles, each with a name beside it, or behind them,
// to all of them.
func (g *grid) shareLast() {
	lines := make(map[key][]*told) // by row or column
	for k, x := range g.people {
		if k.role == nil || k.row < 0 && !g.fieldsBelow(k.role) || k.row >= 0 && !g.hasFields(k.role) {
			continue
		}
		k.role = nil
		lines[k] = append(lines[k], x)
	}
	for _, list := range lines {
		var with []*told
		for _, x := range list {
			if x.Phone.Known() || x.Email.Known() {
				with = append(with, x)
			}
		}
		for _, x := range list {
			if len(with) == 1 && x != with[0] {
				x.Phone, x.Email = with[0].Phone, with[0].Email
			}
		}
	}
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
func (t *teller) labelsOf(c *policy.Cell) []field {
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
		if len(p.fields) > 0 && p.end > p.start && !(p.isRole() && !p.colon && !t.tellsOf(s[markOf(s).end:], p)) {
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
	if !g.tells(c, fields) {
		return
	}
	t.blocked = role == anOther
	if t.blocked {
		return
	}
	t.to = g.people[k]
	if t.to == nil {
		switch {
		case role != unlabelled:
			t.role = roleOf(role)
		case g.roles:
			t.role = RoleContact
		case outer != nil:
			t.role = outer.Role
		default:
			t.role = t.zone.role
		}
		t.open(t.role)
		t.to.credit = k.role != nil && isOfCredit(k.role.Text)
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
		if n == 0 && len(fields) == 1 && fields[0] == aTitle && g.isPost(c, t.labelsOf(c)) {
			t.writer(s, at).put(&t.to.Title, 0, len(s))
			continue
		}
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
