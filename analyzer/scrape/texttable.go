package scrape

import (
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// textTable is a table drawn in text.
type textTable struct {
	rows    [][]textCell
	headers int // how many rows at the top are headers
	columns int
	lines   int // how many lines it takes
	span    policy.Span
}

// textCell is a cell: its lines, and the stretch of source between its separators.
type textCell struct {
	lines []textLine
	span  policy.Span
	width int // at which its lines were broken; 0 where they are lines of their own
}

// findTable reads the table that begins at the first of the lines, if there is one.
func findTable(source string, lines []textLine) (textTable, bool) {
	first := lines[0].text(source)
	if pipes(first) > 0 {
		return findPipeTable(source, lines)
	}
	if len(lines) > 1 && !lines[1].blank() {
		return findTabTable(source, lines)
	}
	return textTable{}, false
}

// isPipe reports whether a character separates cells: the ASCII one, the full-width one, those for
// drawing boxes.
func isPipe(r rune) bool { return r == '|' || r == '｜' || r == '│' || r == '┃' }

// pipes counts the separators in a line.
func pipes(s string) int {
	n := 0
	for i, r := range s {
		if isPipe(r) && (i == 0 || s[i-1] != '\\') {
			n++
		}
	}
	return n
}

func startsWithPipe(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isPipe(r)
}

func endsWithPipe(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	return isPipe(r) && !strings.HasSuffix(s[:len(s)-size], `\`)
}

// onlyPipes reports whether a line holds separators and nothing else.
func onlyPipes(s string) bool {
	return s != "" && strings.TrimFunc(s, func(r rune) bool { return isPipe(r) || isSpace(r) }) == ""
}

// isSeparator reports whether a line is the one under the headers, such as "---|:--:|", or a line
// drawn between rows.
func isSeparator(s string) bool {
	dashes, crossings := 0, 0
	for _, r := range s {
		switch r {
		case '-', '=', '─', '━', '═':
			dashes++
		case '|', '+', '┼', '├', '┤', '│', '┌', '┐', '└', '┘', '┬', '┴', '╋', '┃', '╂':
			crossings++
		case ' ', '\t', ':':
		default:
			return false
		}
	}
	return dashes > 0 && crossings > 0
}

// cut splits source[start:end) at its separators: n separators make n+1 parts.
func cut(source string, start, end int, at func(rune) bool) []textCell {
	var out []textCell
	from := start
	for i, r := range source[start:end] {
		i += start
		if !at(r) || r != '\t' && i > start && source[i-1] == '\\' {
			continue
		}
		out = append(out, newTextCell(source, from, i))
		from = i + utf8.RuneLen(r)
	}
	return append(out, newTextCell(source, from, end))
}

func newTextCell(source string, start, end int) textCell {
	c := textCell{span: policy.Span{Start: start, End: end}}
	c.add(trimLine(source, start, end))
	return c
}

// add appends a line of the cell's text.
func (c *textCell) add(l textLine) {
	if !l.blank() {
		c.lines = append(c.lines, l)
		c.span = c.span.Union(policy.Span{Start: l.start, End: l.end})
	}
}

// finish sets what follows from the rows and reports whether they make a table.
func (t *textTable) finish(lines []textLine) bool {
	for _, row := range t.rows {
		t.columns = max(t.columns, len(row))
	}
	if t.headers >= len(t.rows) {
		t.headers = 0
	}
	if t.lines == 0 || len(t.rows) == 0 || t.columns < 2 {
		return false
	}
	t.span = policy.Span{Start: lines[0].start, End: lines[t.lines-1].end}
	return true
}

// findTabTable reads lines with cells between tabs: the first two have the same number, later ones
// no more.
func findTabTable(source string, lines []textLine) (textTable, bool) {
	var t textTable
	isTab := func(r rune) bool { return r == '\t' }
	width, numbered := 0, 0
	for i, l := range lines {
		whole := withTabs(source, l)
		n := strings.Count(whole.text(source), "\t")
		if l.blank() || n == 0 || i == 1 && n != width || i > 1 && n > width {
			break
		}
		row := cut(source, whole.start, whole.end, isTab)
		if i == 0 {
			width = n
			if filled(row) < 2 {
				return t, false
			}
		}
		if first := source[row[0].span.Start:row[0].span.End]; markerLen(first) == len(first) {
			numbered++
		}
		t.rows = append(t.rows, row)
		t.lines++
	}
	if len(t.rows) < 2 || numbered == len(t.rows) && width == 1 {
		return t, false // numbers set off from their text by tabs
	}
	return t, t.finish(lines)
}

func filled(row []textCell) int {
	n := 0
	for _, c := range row {
		if len(c.lines) > 0 {
			n++
		}
	}
	return n
}

// withTabs is the line with the tabs around it, which make empty cells.
func withTabs(source string, l textLine) textLine {
	for l.start > 0 && source[l.start-1] == '\t' {
		l.start--
	}
	for l.end < len(source) && source[l.end] == '\t' {
		l.end++
	}
	return l
}
