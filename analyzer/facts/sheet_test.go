package facts_test

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts"
)

// A sheet is a table to be written: the same square stands at all positions that it spans.
type sheet struct {
	rows  [][]*square
	heads int // rows of titles
	side  int // columns of titles
}

// A square is a cell of a sheet.
type square struct {
	text  string
	lines []string // where they may stand apart
	title bool
	html  string // instead of its text, where a page of HTML shows it
}

// sheet is the list as a table with its titles in the first row.
func (l *inventedList) sheet() sheet {
	s := sheet{heads: 1, rows: make([][]*square, 1, len(l.rows)+1)}
	for _, title := range l.titles {
		s.rows[0] = append(s.rows[0], &square{text: title, title: true})
	}
	for _, row := range l.rows {
		var out []*square
		for _, c := range row {
			out = append(out, &square{text: c.text, lines: c.lines})
		}
		s.rows = append(s.rows, out)
	}
	return s
}

// merged is the sheet with neighbours of a column, below the titles, in one square where they say the
// same.
func (s sheet) merged() sheet {
	out := s.clone()
	for n := s.heads + 1; n < len(out.rows); n++ {
		for c, cell := range out.rows[n] {
			if above := out.rows[n-1][c]; above.text == cell.text && cell.text != "" {
				out.rows[n][c] = above
			}
		}
	}
	return out
}

// transposed is the sheet with its rows as columns.
func (s sheet) transposed() sheet {
	out := sheet{rows: make([][]*square, len(s.rows[0])), heads: s.side, side: s.heads}
	for _, row := range s.rows {
		for c, cell := range row {
			out.rows[c] = append(out.rows[c], cell)
		}
	}
	return out
}

func (s sheet) clone() sheet {
	out := s
	out.rows = make([][]*square, len(s.rows))
	for i, row := range s.rows {
		out.rows[i] = slices.Clone(row)
	}
	return out
}

// withColumn is the sheet with one more column: its title, and what stands below it.
func (s sheet) withColumn(at int, title string, values func(row int) *square) sheet {
	out := s.clone()
	for n := range out.rows {
		cell := &square{text: title, title: true}
		if n >= s.heads {
			cell = values(n - s.heads)
		}
		out.rows[n] = slices.Insert(out.rows[n], at, cell)
	}
	return out
}

// withRow is the sheet with one more row.
func (s sheet) withRow(at int, row []*square) sheet {
	out := s.clone()
	out.rows = slices.Insert(out.rows, at, row)
	return out
}

// across is a row of one square.
func (s sheet) across(text string) []*square {
	return slices.Repeat([]*square{{text: text}}, len(s.rows[0]))
}

// blank is a row of empty squares.
func (s sheet) blank() []*square {
	var out []*square
	for range s.rows[0] {
		out = append(out, &square{})
	}
	return out
}

// split are the rows up to one and those from there on, with or without the titles.
func (s sheet) split(at int, titled bool) (sheet, sheet) {
	first, second := s.clone(), s.clone()
	first.rows = first.rows[:at]
	second.rows, second.heads = second.rows[at:], 0
	if titled {
		second.rows, second.heads = slices.Concat(s.rows[:s.heads], second.rows), s.heads
	}
	return first, second
}

// A look is how a table is written in HTML.
type look struct {
	td      bool   // titles stand in td
	parts   bool   // thead, tbody
	foot    bool   // the last row stands in tfoot
	open    bool   // no end tags
	breaks  string // between the lines of a cell: br, p, li; "" for none
	caption string
	cell    func(string) string // around the text of each cell
	row     string              // attributes
	table   string
}

// html writes a sheet as a table of HTML.
func (s sheet) html(k look) string {
	var b strings.Builder
	b.WriteString("<table" + k.table + ">")
	if k.caption != "" {
		b.WriteString("<caption>" + k.caption + "</caption>")
	}
	for n, row := range s.rows {
		switch {
		case !k.parts:
		case n == 0 && s.heads > 0:
			b.WriteString("<thead>")
		case n == s.heads:
			b.WriteString("<tbody>")
		case n == len(s.rows)-1 && k.foot:
			b.WriteString("</tbody><tfoot>")
		}
		b.WriteString("<tr" + k.row + ">")
		for c, cell := range row {
			if n > 0 && s.rows[n-1][c] == cell || c > 0 && row[c-1] == cell {
				continue
			}
			b.WriteString(s.square(n, c, k))
		}
		if !k.open {
			b.WriteString("</tr>\n")
		}
		if k.parts && n == s.heads-1 && !k.open {
			b.WriteString("</thead>")
		}
	}
	b.WriteString("</table>\n")
	return b.String()
}

// square writes a cell of HTML.
func (s sheet) square(row, column int, k look) string {
	cell := s.rows[row][column]
	tag, attributes := "td", ""
	if cell.title && !k.td {
		tag = "th"
	}
	down, across := 1, 1
	for row+down < len(s.rows) && s.rows[row+down][column] == cell {
		down++
	}
	for column+across < len(s.rows[row]) && s.rows[row][column+across] == cell {
		across++
	}
	if down > 1 {
		attributes += fmt.Sprintf(" rowspan=%d", down)
	}
	if across > 1 {
		attributes += fmt.Sprintf(" colspan=\"%d\"", across)
	}
	end := "</" + tag + ">"
	if k.open {
		end = ""
	}
	return "<" + tag + attributes + ">" + cell.inner(k) + end
}

// inner writes what stands in a cell.
func (c *square) inner(k look) string {
	if c.html != "" {
		return c.html
	}
	text := html.EscapeString(c.text)
	if len(c.lines) > 1 && k.breaks != "" {
		var lines []string
		for _, l := range c.lines {
			lines = append(lines, html.EscapeString(l))
		}
		switch k.breaks {
		case "br":
			text = strings.Join(lines, "<br>")
		case "li":
			text = "<ul><li>" + strings.Join(lines, "</li><li>") + "</li></ul>"
		default:
			text = "<p>" + strings.Join(lines, "</p><p>") + "</p>"
		}
	}
	if k.cell != nil && text != "" {
		return k.cell(text)
	}
	return text
}

// markdown writes a sheet as a table of Markdown.
func (s sheet) markdown(breaks bool) string {
	var b strings.Builder
	for n, row := range s.rows {
		for _, cell := range row {
			text := cell.text
			if breaks && len(cell.lines) > 1 {
				text = strings.Join(cell.lines, "<br>")
			}
			b.WriteString("| " + text + " ")
		}
		b.WriteString("|\n")
		if n == s.heads-1 {
			b.WriteString(strings.Repeat("|---", len(row)) + "|\n")
		}
	}
	return b.String()
}

// A pen is how a table is drawn in text.
type pen struct {
	bar, rule, cross string // rule "" for none between rows
	wrap             int    // columns at which the text of a cell is broken; 0 for never
	heads            bool   // a rule below the titles alone
}

// drawn writes a sheet as a table drawn in text.
func (s sheet) drawn(p pen) string {
	cells := make([][][]string, len(s.rows)) // the lines of each
	widths := make([]int, len(s.rows[0]))
	for _, row := range s.rows {
		for c, cell := range row {
			for _, l := range wrapped(cell.text, p.wrap) {
				widths[c] = max(widths[c], columnsOf(l))
			}
		}
	}
	for n, row := range s.rows {
		for c, cell := range row {
			cells[n] = append(cells[n], wrapped(cell.text, widths[c]))
		}
	}
	rule := ""
	for _, w := range widths {
		rule += p.cross + strings.Repeat(p.rule, w+2)
	}
	rule += p.cross + "\n"
	var b strings.Builder
	if !p.heads {
		b.WriteString(rule)
	}
	for n, row := range cells {
		height := 0
		for _, lines := range row {
			height = max(height, len(lines))
		}
		for i := range height {
			for c, lines := range row {
				text := ""
				if i < len(lines) {
					text = lines[i]
				}
				b.WriteString(p.bar + " " + text + strings.Repeat(" ", widths[c]-columnsOf(text)+1))
			}
			b.WriteString(p.bar + "\n")
		}
		if !p.heads || n == 0 {
			b.WriteString(rule)
		}
	}
	return b.String()
}

// wrapped breaks a text at its spaces.
func wrapped(text string, at int) []string {
	out := []string{""}
	for _, word := range strings.Fields(text) {
		last := len(out) - 1
		switch {
		case out[last] == "":
			out[last] = word
		case at > 0 && columnsOf(out[last])+1+columnsOf(word) > at:
			out = append(out, word)
		default:
			out[last] += " " + word
		}
	}
	return out
}

// columnsOf is how many columns a text takes in a font of fixed width.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x1100 {
			n++
		}
	}
	return n
}

// tabs writes a sheet with tabs between its cells.
func (s sheet) tabs() string {
	var b strings.Builder
	for _, row := range s.rows {
		for c, cell := range row {
			if c > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(cell.text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// labelled are the rows of the list as lines of labels and values, an empty one left out.
func (l *inventedList) labelled() [][]string {
	var out [][]string
	for _, row := range l.rows {
		var lines []string
		for i, c := range row {
			if strings.Trim(c.text, "-") != "" {
				lines = append(lines, l.titles[i]+l.words.colon+c.text)
			}
		}
		out = append(out, lines)
	}
	return out
}

// asHTML is a page of HTML in which something stands as the list.
func (l *inventedList) asHTML(list string) string {
	w := l.words
	return fmt.Sprintf("<!DOCTYPE html><html><head><meta charset=utf-8><title>%s</title></head><body><h1>%[1]s</h1>\n<h2>1. %s</h2><p>%s</p>\n<h2>2. %s</h2><p>%s</p>\n%s\n<h2>3. %s</h2><p>%s</p></body></html>",
		w.title, w.before[0], w.before[1], l.heading, l.intro, list, w.after[0], w.after[1])
}

// asText is a page of text, asMarkdown one of Markdown.
func (l *inventedList) asText(list string) string {
	w := l.words
	return fmt.Sprintf("%s\n\n1. %s\n%s\n\n2. %s\n%s\n\n%s\n3. %s\n%s\n", w.title, w.before[0], w.before[1], l.heading, l.intro, list, w.after[0], w.after[1])
}

func (l *inventedList) asMarkdown(list string) string {
	w := l.words
	return fmt.Sprintf("# %s\n\n## 1. %s\n\n%s\n\n## 2. %s\n\n%s\n\n%s\n## 3. %s\n\n%s\n", w.title, w.before[0], w.before[1], l.heading, l.intro, list, w.after[0], w.after[1])
}

// has reports whether the list has a field.
func (l *inventedList) has(f facts.Field) bool { return slices.Contains(l.fields, f) }
