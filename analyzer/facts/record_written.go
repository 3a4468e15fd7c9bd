package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// Tables that lost their form are read here: drawn with bars in one line, written out cell by cell, or
// as lines whose parts stand in an order told before.

// drawn reads a table that a Markdown page would have drawn, and that stands in one line.
func (x *lineReader) drawn(i int, at policy.Range) bool {
	text := x.doc.TextOf(at)
	if !strings.Contains(text, "|--") && !strings.Contains(text, "| --") && !strings.Contains(text, "|:-") {
		return false
	}
	var cells []policy.Range
	rule, columns, start := -1, 0, 0
	for n := 0; n <= len(text); n++ {
		if n < len(text) && text[n] != '|' {
			continue
		}
		part := strings.TrimSpace(text[start:n])
		if part != "" && strings.Trim(part, "-: ") == "" {
			if rule < 0 {
				rule = len(cells)
			}
			columns++
		} else if part != "" {
			cells = append(cells, x.trim(policy.Range{Start: at.Start + start, End: at.Start + n}))
		}
		start = n + 1
	}
	if columns < 2 || rule < columns {
		return false
	}
	x.flush()
	fields := make([][]Field, columns)
	for n, title := range cells[rule-columns : rule] {
		fields[n] = fieldsOf(x.doc.TextOf(title))
		for _, f := range fields[n] {
			x.list.announce(f, title, x.doc.TextOf(title))
		}
	}
	for rest := cells[rule:]; len(rest) >= columns; rest = rest[columns:] {
		x.cur = &record{list: x.list, line: i}
		for n, cell := range rest[:columns] {
			for _, f := range fields[n] {
				x.cur.add(f, cell)
			}
		}
		x.flush()
	}
	return true
}

// flattened reads a line of a table that was written out cell by cell: first its titles, then its rows.
func (x *lineReader) flattened(i int, at policy.Range) bool {
	if len(x.titles) < 2 || !slices.Contains(x.titles, FieldName) || x.last != i-1 || x.lines[i].ended && x.lines[i].size > longHeading {
		return false
	}
	if x.nth == 0 {
		if x.title == i-1 && isTitle(x.doc.TextOf(at)) {
			return false // one more title
		}
		x.flush()
		x.cur = &record{list: x.list, line: i}
	}
	if x.cur == nil {
		return false
	}
	x.cur.add(x.titles[x.nth], at)
	if x.nth++; x.nth == len(x.titles) {
		x.flush()
		x.nth = 0
	}
	x.pending, x.last = nil, i
	return true
}

// isOrder takes a line that says in which order the parts of the lines below it stand.
func (x *lineReader) isOrder(at policy.Range) bool {
	text := strings.TrimSuffix(strings.TrimRight(x.doc.TextOf(at), " ."), " 순")
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '|' || r == '\t' })
	if len(parts) < 2 {
		return false
	}
	var order []Field
	for _, p := range parts {
		fields := fieldsOf(p)
		if len(fields) == 0 {
			return false
		}
		order = append(order, fields[0])
	}
	for _, f := range order {
		x.list.announce(f, at, text)
	}
	x.flush()
	x.order, x.pending = order, nil
	return true
}

// ordered reads a line whose parts stand in an order told before.
func (x *lineReader) ordered(i int, at policy.Range) bool {
	parts := x.parts(at)
	if len(parts) < 2 {
		return false
	}
	x.flush()
	x.cur = &record{list: x.list, line: i}
	for n, p := range parts[:min(len(parts), len(x.order))] {
		if hasLetters(x.doc.TextOf(p)) {
			x.cur.add(x.order[n], p)
		}
	}
	x.flush()
	x.last = i
	return true
}

// parts are what signs set apart in a line: a colon once, slashes, bars.
func (x *lineReader) parts(at policy.Range) []policy.Range {
	text := x.doc.TextOf(at)
	var out []policy.Range
	start, colons := 0, 0
	for i := 0; i < len(text); i++ {
		switch n := colon(text, i); {
		case n > 0 && colons == 0 && len(out) == 0:
			colons++
		case text[i] == '/' && i > 0 && text[i-1] == ' ', text[i] == '|', text[i] == '\t':
		default:
			continue
		}
		out = append(out, x.trim(policy.Range{Start: at.Start + start, End: at.Start + i}))
		start = i + 1
	}
	return append(out, x.trim(policy.Range{Start: at.Start + min(start, len(text)), End: at.End}))
}
