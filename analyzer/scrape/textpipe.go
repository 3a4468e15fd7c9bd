package scrape

import (
	"strings"
	"unicode/utf8"
)

// reach is how many lines are looked ahead for the separator that closes a cell.
const reach = 12

// maxTextHeaders is how many lines may stand above the separator under the headers.
const maxTextHeaders = 4

// pipeReader reads a table whose cells stand between pipes. Programs that turn pages into text
// write each cell with a pipe after it and break lines within and after cells, so that only the
// number of columns tells where a row ends.
type pipeReader struct {
	source   string
	lines    []textLine
	table    textTable
	columns  int  // as the first row or the separator has it
	leading  bool // each row begins with a pipe
	trailing bool // each cell has a pipe after it
	ruled    bool // the separator under the headers was met

	rules  int   // how many drawn rules stand below rows
	groups []int // for each row, how many of them stand above it

	row  []textCell
	cell *textCell // the cell of row that has no pipe after it yet, or nil
}

// findPipeTable reads the table that begins at the first of the lines, in which there is a pipe.
func findPipeTable(source string, lines []textLine) (textTable, bool) {
	p := &pipeReader{source: source, lines: lines}
	if !p.begins() {
		return p.table, false
	}
	i := 0
	for i < len(lines) && !p.ends(i) {
		p.line(i)
		i++
		p.table.lines = i
	}
	p.endRow()
	if !p.ruled && len(p.table.rows) < 2 {
		return p.table, false
	}
	p.fold()
	return p.table, p.table.finish(lines)
}

func (p *pipeReader) text(i int) string {
	if i < 0 || i >= len(p.lines) {
		return ""
	}
	return p.lines[i].text(p.source)
}

// begins finds out whether a table begins here and how it is written.
func (p *pipeReader) begins() bool {
	first, second := p.text(0), p.text(1)
	if onlyPipes(first) {
		return false
	}
	p.leading, p.trailing = startsWithPipe(first), endsWithPipe(first)
	p.columns = p.cells(first)
	for i := range maxTextHeaders + 1 {
		s := p.text(i)
		if isSeparator(s) {
			p.columns = max(p.columns, p.cells(s))
			p.trailing = p.trailing || endsWithPipe(s)
			return p.columns > 1
		}
		if pipes(s) == 0 {
			break
		}
	}
	return p.beginsUnruled(first, second)
}

// beginsUnruled reports whether two lines begin a table that has no separator under its headers.
func (p *pipeReader) beginsUnruled(first, second string) bool {
	switch {
	case p.columns < 2:
		return false
	case pipes(second) == 0 || onlyPipes(second):
		return p.trailing && p.brokenRow(1)
	case startsWithPipe(first) && startsWithPipe(second), p.trailing && (endsWithPipe(second) || p.completes(1)):
		return true
	}
	return pipes(first) == pipes(second)
}

// cells counts the cells of a row that stands on one line.
func (p *pipeReader) cells(s string) int {
	n := pipes(s) + 1
	if isSeparator(s) {
		n = strings.Count(s, "|") + strings.Count(s, "+") + strings.Count(s, "┼") + 1
	}
	if startsWithPipe(s) || strings.HasPrefix(s, "+") {
		n--
	}
	if endsWithPipe(s) || strings.HasSuffix(s, "+") {
		n--
	}
	return n
}

// ends reports whether the table is over before line i.
func (p *pipeReader) ends(i int) bool {
	s := p.text(i)
	switch {
	case p.lines[i].blank():
		return !p.inRow() || !onlyPipes(p.text(i+1))
	case i == 0 || isSeparator(s):
		return false
	case pipes(s) == 0 && p.inRow():
		return !p.closes(i)
	case pipes(s) == 0:
		return !p.trailing || !p.brokenRow(i)
	case onlyPipes(s):
		return false
	case isSeparator(p.text(i + 1)):
		return p.ruled && !isDrawn(p.text(i+1))
	}
	return s == p.text(0) && !p.inRow() // the same headers again: another table follows directly
}

// isDrawn reports whether a separator is one of those that stand between all rows.
func isDrawn(s string) bool { return strings.ContainsAny(s, "+┼├└") }

func (p *pipeReader) inRow() bool { return len(p.row) > 0 }

// complete counts the cells of the row that have their pipe.
func (p *pipeReader) complete() int {
	if p.cell != nil {
		return len(p.row) - 1
	}
	return len(p.row)
}

// closes reports whether lines from i on complete the row that has begun, so that its open cell
// goes on there.
func (p *pipeReader) closes(i int) bool {
	for n := i; n < i+reach && n < len(p.lines); n++ {
		s := p.text(n)
		if s == "" && !onlyPipes(p.text(n+1)) || isSeparator(s) || isSeparator(p.text(n+1)) {
			return false
		}
		if k := pipes(s); k > 0 {
			return p.complete()+k <= p.columns && (endsWithPipe(s) || k == 1)
		}
	}
	return false
}

// completes reports whether lines from i on make up a row: as many pipes as there are columns, the
// last of them at the end of a line. A first cell without a pipe has it at the start of the next line.
func (p *pipeReader) completes(i int) bool {
	total := 0
	for n := i; n < i+reach && n < len(p.lines); n++ {
		s := p.text(n)
		if s == "" || isSeparator(s) || total == 0 && pipes(s) == 0 && !startsWithPipe(p.text(n+1)) {
			return false
		}
		if total += pipes(s); total >= p.columns {
			return total == p.columns && endsWithPipe(s) && !onlyPipes(s)
		}
	}
	return false
}

// brokenRow reports whether a row begins at line i whose first cell has its pipe on a later line:
// on one of its own, or where all the pipes of the row follow.
func (p *pipeReader) brokenRow(i int) bool {
	if p.completes(i) {
		return true
	}
	for n := i; n < i+reach && n < len(p.lines); n++ {
		s := p.text(n)
		if onlyPipes(s) {
			return true
		}
		if s == "" || pipes(s) > 0 {
			return false
		}
	}
	return false
}

// line reads one line.
func (p *pipeReader) line(i int) {
	s := p.text(i)
	switch {
	case s == "":
	case isSeparator(s):
		p.endRow()
		if !p.ruled && len(p.table.rows) <= maxTextHeaders && len(p.table.rows) > 0 {
			p.table.headers = len(p.table.rows)
		}
		if isDrawn(s) && len(p.table.rows) > 0 {
			p.rules++
		}
		p.ruled = p.ruled || len(p.table.rows) > 0 || pipes(s) > 0
	default:
		p.parts(i)
	}
}

// parts adds the parts of a line to the row that has begun, or begins one.
func (p *pipeReader) parts(i int) {
	s, l := p.text(i), p.lines[i]
	n := pipes(s)
	if p.inRow() && n > 0 && p.complete()+n > p.columns {
		if !onlyPipes(s) || p.complete() >= p.columns {
			p.endRow()
		}
	}
	whole := !p.inRow()
	if whole && startsWithPipe(s) && (p.leading || !onlyPipes(s)) {
		_, size := utf8.DecodeRuneInString(s)
		l.start += size
		n--
	}
	parts := cut(p.source, l.start, l.end, isPipe)
	for k := range parts {
		last := k == len(parts)-1
		if last && endsWithPipe(s) {
			break // what follows the last pipe is no cell
		}
		p.part(parts[k])
		if !last {
			p.cell = nil
		}
	}
	switch {
	case !p.trailing && !onlyPipes(s):
		p.endRow()
	case p.cell != nil && !p.goesOn(i+1):
		p.endRow()
	case p.cell == nil && (len(p.row) >= p.columns || whole && n > 1 && !onlyPipes(s)):
		p.endRow()
	}
}

// goesOn reports whether the open cell has its pipe on a later line.
func (p *pipeReader) goesOn(i int) bool {
	if p.complete() == 0 {
		return p.brokenRow(i)
	}
	return p.closes(i)
}

// part continues the open cell or adds a cell.
func (p *pipeReader) part(c textCell) {
	if p.cell == nil {
		p.row = append(p.row, c)
		p.cell = &p.row[len(p.row)-1]
		return
	}
	for _, l := range c.lines {
		p.cell.add(l)
	}
}

// endRow keeps the row that has begun.
func (p *pipeReader) endRow() {
	if len(p.row) > 0 {
		p.table.rows = append(p.table.rows, p.row)
		p.groups = append(p.groups, p.rules)
	}
	p.row, p.cell = nil, nil
}
