package facts

import (
	"slices"
	"sort"
	"strings"
	"unicode"

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

// table reads a table the first time that one of its lines is met.
func (k *keeper) table(t *policy.Table, line int) {
	if k.tables[t] {
		return
	}
	k.tables[t] = true
	k.enter(k.modeAt(line))
	if k.mode == notKept {
		return
	}
	g, ok := periodTableOf(t)
	if !ok && k.mode >= keptListed {
		g, ok = untitled(t)
	}
	if ok && k.others[t] && g.column(FieldName) < 0 {
		return
	}
	if ok && k.settle(&g) && !g.isOfOthers() {
		k.readTable(g)
		k.group, k.above = labelGroup{}, Quote{}
	}
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

// periodTableOf finds the titles of a table: a row or a column in which a period is announced.
func periodTableOf(t *policy.Table) (periodTable, bool) {
	if l, ok := layoutOf(t); ok && l.announces(FieldPeriod) {
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
	for c := t.Columns() - 1; c > 0; c-- {
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

// readTable reads the rows: each tells of one record, or of several where its period does. Rows that
// share the cell of a period and what they are sorted by are one.
func (k *keeper) readTable(g periodTable) {
	at := g.periods
	records := k.recordColumns(g, at)
	basis := g.column(FieldBasis) // told by its cells, too
	for n := 0; n < len(g.rows); n++ {
		row := g.rows[n]
		value := row[at]
		if value == nil || isNothing(k.doc.TextOf(*value)) || isWhole(row) {
			continue
		}
		shared := n > 0 && g.rows[n-1][at] == value
		last := n
		for len(records) > 0 && last+1 < len(g.rows) && g.rows[last+1][at] == value && g.rows[last+1][records[0]] == row[records[0]] {
			last++
		}
		columns := records
		if last > n {
			columns = records[:1]
		}
		n = last
		before := len(k.out)
		record := k.recordIn(row, columns)
		switch title := k.titleOf(g.titles[at].at); {
		case len(g.rows) == 1 && title.Text != "":
			record = title
		case k.footage(k.lineAt(value.Start)).Text != "":
			record = k.footage(k.lineAt(value.Start))
		case record.Text == "":
			record = k.titleOver(k.lineAt(value.Start))
		}
		k.periodCell(*value, record, shared)
		for i := before; i < len(k.out); i++ {
			if k.out[i].Basis.Text == "" && basis >= 0 && basis != at && row[basis] != nil {
				k.out[i].Basis, _ = k.lawIn(*row[basis])
			}
		}
	}
}

// titleOf is the record that the title of a period names: 행태정보 보유기간
func (k *keeper) titleOf(at policy.Range) Quote {
	q := k.quote(policy.Range{Start: at.Start, End: at.Start + k.cutTitle(at)})
	if at.Empty() || !k.namesRecord(k.lineAt(at.Start), q) {
		return Quote{}
	}
	return q
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

// recordColumns are the columns that tell what a row is about: what rows are sorted by and the purpose,
// or the items.
func (k *keeper) recordColumns(g periodTable, at int) []int {
	group := g.column(FieldGroup)
	if group < 0 && at != 0 && !isParticular(g.titles[0].fields) && !k.isHours(g.titles[0].at) {
		group = 0
	}
	if group >= 0 && k.holdsLaws(g, group) {
		g.titles[group].fields = []Field{FieldBasis}
		group = -1
	}
	if group >= 0 && (k.sortsByNeed(g, group) || k.numbers(g, group)) {
		group = -1
	}
	var out []int
	about := -1
	for c, t := range g.titles {
		if c != at && slices.ContainsFunc(t.fields, func(f Field) bool { return f == FieldPurpose || f == FieldTask || f == FieldItems }) && !k.sortsByNeed(g, c) {
			about = c
			break
		}
	}
	for _, c := range [...]int{group, about} {
		if c >= 0 && c != at && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	for i, t := range g.titles {
		if len(out) == 0 && i != at && len(t.fields) == 0 && !k.isHours(t.at) {
			out = append(out, i)
		}
	}
	return out
}

// isHours reports whether a title announces at which hours something is done.
func (k *keeper) isHours(title policy.Range) bool {
	return k.isAny(k.doc.TextOf(title), retentionWords().hours)
}

// isParticular reports whether a title announces something else than what rows are about.
func isParticular(fields []Field) bool {
	return slices.ContainsFunc(fields, func(f Field) bool {
		return f == FieldPeriod || f == FieldBasis || f == FieldPurpose || f == FieldTask || f == FieldItems || f == FieldOther
	})
}

// holdsLaws reports whether the cells of a column are the names of laws.
func (k *keeper) holdsLaws(g periodTable, c int) bool {
	for _, row := range g.rows {
		if row[c] == nil || isWhole(row) {
			continue
		}
		if law, ok := k.lawIn(*row[c]); !ok || 3*size(law.Text) < 2*size(k.doc.TextOf(*row[c])) {
			return false
		}
	}
	return true
}

// numbers reports whether a column holds nothing but numbers.
func (k *keeper) numbers(g periodTable, c int) bool {
	for _, row := range g.rows {
		if row[c] != nil && strings.ContainsFunc(k.doc.TextOf(*row[c]), unicode.IsLetter) {
			return false
		}
	}
	return true
}

// sortsByNeed reports whether a column says of each row no more than whether it is required.
func (k *keeper) sortsByNeed(g periodTable, c int) bool {
	for _, row := range g.rows {
		if row[c] != nil && !isWhole(row) && !k.unitHas(k.lineAt(row[c].Start), *row[c], retentionWords().required) {
			return false
		}
	}
	return true
}

// recordIn names what a row is about.
func (k *keeper) recordIn(row []*policy.Range, columns []int) Quote {
	var out Quote
	var last *policy.Range
	for _, c := range columns {
		if row[c] == nil || row[c] == last {
			continue
		}
		last = row[c]
		switch q := k.quote(*row[c]); {
		case q.Text == "":
		case out.Text == "":
			out = q
		default:
			out.Text += " " + q.Text
		}
	}
	return out
}

// periodCell reads the cell of a period. A line of it may tell of a part of the record, or of a case;
// where the cell was read before, with another row, that is not told again.
func (k *keeper) periodCell(at policy.Range, record Quote, shared bool) {
	before := len(k.out)
	first := at
	for n, part := range k.linesIn(at) {
		i := k.lineAt(part.Start)
		k.excepted(&k.lines[i])
		from := len(k.out)
		other := record
		if n > 0 {
			other = Quote{} // a case has a name of its own
		}
		k.rowsOf(i, part, other, true)
		kept := k.out[:from]
		for _, r := range k.out[from:] {
			if own := r.Record != record && r.Record.Text != ""; own && !shared {
				kept = append(kept, r)
			} else if n == 0 && !own {
				first = part
			}
		}
		k.out = kept
	}
	k.except = 0
	if len(k.out) == before {
		first = at
	}
	if row := k.rowOf(first, record); !row.Parsed.IsZero() && (len(k.out) == before || first != at) {
		k.add(row)
	}
}

// rowOf is a row with what a cell says of its record.
func (k *keeper) rowOf(at policy.Range, record Quote) Retained {
	text := k.doc.TextOf(at)
	r := Retained{Record: record, Period: k.quote(at), Parsed: period.Parse(text)}
	if found := period.Find(text); len(found) > 0 && isLonger(text, longHeading/2) {
		n := max(0, slices.IndexFunc(found, func(p period.Period) bool { return len(p.Lengths) > 0 }))
		r.Period, r.Parsed = k.quote(policy.Range{Start: at.Start + found[n].Start, End: at.Start + found[n].End}), found[n]
	}
	r.Basis, _ = k.lawIn(at)
	return r
}

// linesIn are the lines of a cell.
func (k *keeper) linesIn(at policy.Range) []policy.Range {
	var out []policy.Range
	start := at.Start
	for _, part := range strings.SplitAfter(k.doc.TextOf(at), "\n") {
		if r := (policy.Range{Start: start, End: start + len(strings.TrimRight(part, "\n"))}); !r.Empty() {
			out = append(out, r)
		}
		start += len(part)
	}
	return out
}

// lineAt is the line in which a place stands.
func (k *keeper) lineAt(at int) int {
	i := sort.Search(len(k.lines), func(i int) bool { return k.lines[i].Block.Range.End > at })
	return min(i, len(k.lines)-1)
}

// tableAt is the table in which a place stands, or nil.
func (k *keeper) tableAt(at int) *policy.Table {
	if c := k.lines[k.lineAt(at)].cell; c != nil {
		return c.Table
	}
	return nil
}

// drawn reads a table that a Markdown page would have drawn, and that stands in one line.
func (k *keeper) drawn(at policy.Range) bool {
	text := k.doc.TextOf(at)
	if !strings.Contains(text, "|--") && !strings.Contains(text, "| --") && !strings.Contains(text, "|:-") {
		return false
	}
	cells, columns := k.drawnCells(at)
	if columns < 2 || len(cells) < 2*columns {
		return false
	}
	var g periodTable
	for _, c := range cells[:columns] {
		text := k.doc.TextOf(c)
		g.titles = append(g.titles, periodTitle{fieldsOf(text), c, sidesOf(text)})
	}
	for rest := cells[columns:]; len(rest) >= columns; rest = rest[columns:] {
		row := make([]*policy.Range, columns)
		for n := range row {
			row[n] = &rest[n]
		}
		g.rows = append(g.rows, row)
	}
	if !k.settle(&g) || g.isOfOthers() {
		return false
	}
	k.readTable(g)
	return true
}

// drawnCells are the cells of such a line from its titles on, and how many stand in a row.
func (k *keeper) drawnCells(at policy.Range) (cells []policy.Range, columns int) {
	text := k.doc.TextOf(at)
	rule, start := -1, 0
	for n := 0; n <= len(text); n++ {
		if n < len(text) && text[n] != '|' {
			continue
		}
		switch part := strings.TrimSpace(text[start:n]); {
		case part == "":
		case strings.Trim(part, "-: ") == "":
			if rule < 0 {
				rule = len(cells)
			}
			columns++
		default:
			cells = append(cells, k.trim(policy.Range{Start: at.Start + start, End: at.Start + n}))
		}
		start = min(n+1, len(text))
	}
	if rule < columns {
		return nil, 0
	}
	return cells[rule-columns:], columns
}
