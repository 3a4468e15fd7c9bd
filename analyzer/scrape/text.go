package scrape

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// readText reads a page of plain text.
func readText(b *builder) { b.textLines(0, len(b.source), 0) }

// textLines adds source[start:end) as plain text: a block for each line or hard-wrapped run of
// lines, and the tables drawn in it. Each block gets the traits.
func (b *builder) textLines(start, end int, traits policy.Traits) {
	b.writeLines(splitLines(b.source, start, end), traits)
}

// writeLines does it for lines that need not lie next to each other in the source.
func (b *builder) writeLines(lines []textLine, traits policy.Traits) {
	b.end()
	r := &textReader{b: b, lines: lines, traits: traits, wrap: wrapColumn(b.source, lines)}
	for i := 0; i < len(lines); {
		i += r.next(i)
	}
	b.end()
}

// textReader takes lines of text to a builder.
type textReader struct {
	b      *builder
	lines  []textLine
	traits policy.Traits
	wrap   int         // the column at which the author's program broke lines, or 0
	below  bool        // the next line stands directly below one of text
	levels []itemLevel // of the list items open, the innermost last
	item   bool        // the last block was an item or went on one
	inCell bool        // the lines are those of a cell, and hold no tables
	width  int         // at which the lines of the cell were broken, or 0
}

// itemLevel is one level of a list that is told by indent and bullet alone.
type itemLevel struct {
	indent int
	bullet string
}

// next writes what begins at line i and tells how many lines it took.
func (r *textReader) next(i int) int {
	if r.lines[i].blank() || isRule(r.text(i)) {
		r.below = false
		return 1
	}
	if !r.inCell {
		if t, ok := findTable(r.b.source, r.lines[i:]); ok {
			r.table(t)
			r.below, r.levels = false, nil
			return t.lines
		}
	}
	n := 1
	for i+n < len(r.lines) && r.continues(i+n-1, i+n) {
		n++
	}
	r.block(r.lines[i : i+n])
	r.below = true
	return n
}

func (r *textReader) text(i int) string { return r.lines[i].text(r.b.source) }

// continues reports whether line next only goes on where line at was broken to fit a column.
func (r *textReader) continues(at, next int) bool {
	if r.lines[next].blank() {
		return false
	}
	line, following := r.text(at), r.text(next)
	if isRule(following) || !r.inCell && strings.ContainsAny(following, "|\t") {
		return false
	}
	if r.width > 0 && fills(line, following, r.width) {
		return true
	}
	return goesOn(line, following, r.wrap)
}

// block writes lines that form one block.
func (r *textReader) block(lines []textLine) {
	kind, level, traits := policy.Paragraph, 0, r.traits
	first := lines[0].text(r.b.source)
	indent := indentOf(r.b.source, lines[0])
	switch n := bulletLen(first); {
	case n > 0:
		kind, level = policy.Item, r.enter(itemLevel{indent, first[:n]})
	case r.below && r.item && indent > r.levels[len(r.levels)-1].indent:
		kind, level, traits = policy.Item, len(r.levels), traits|policy.Joined
	default:
		if indent == 0 {
			r.levels = nil
		}
		if r.below {
			traits |= policy.Joined
		}
	}
	r.item = kind == policy.Item
	r.b.begin(kind, level, traits)
	for i, l := range lines {
		if i > 0 && !joinsWithoutSpace(lines[i-1].text(r.b.source), l.text(r.b.source)) {
			r.b.special(' ', policy.Span{Start: lines[i-1].end, End: l.start})
		}
		r.b.literal(l.start, l.end)
	}
	r.b.end()
}

// enter finds the depth of a list item: one deeper than the last where it is indented more or has
// another bullet.
func (r *textReader) enter(l itemLevel) int {
	for i := len(r.levels) - 1; i >= 0; i-- {
		if r.levels[i].indent < l.indent {
			break
		}
		if r.levels[i] == l || r.levels[i].indent > l.indent {
			r.levels = r.levels[:i]
		}
	}
	if len(r.levels) < maxNesting {
		r.levels = append(r.levels, l)
	}
	return len(r.levels)
}

// table writes a table.
func (r *textReader) table(t textTable) {
	r.b.beginTable(t.span, false)
	for i, row := range t.rows {
		header := i < t.headers
		r.b.beginRow()
		span := 1
		if i == 0 && t.headers == 0 && len(row) > 1 && filled(row) == 1 && len(row[0].lines) > 0 {
			row, span = row[:1], t.columns // a title above the table, whose merging was lost
		}
		for _, c := range row {
			r.b.beginCell(span, 1, header, c.span)
			cell := &textReader{b: r.b, lines: c.lines, traits: r.traits, inCell: true, width: c.width}
			for j := 0; j < len(c.lines); {
				j += cell.next(j)
			}
			r.b.endCell()
		}
		for n := len(row); header && n < t.columns; n++ { // a row of headers has no gaps
			end := policy.Span{Start: t.span.Start, End: t.span.Start}
			if len(row) > 0 {
				end.Start, end.End = row[len(row)-1].span.End, row[len(row)-1].span.End
			}
			r.b.beginCell(1, 1, true, end)
			r.b.endCell()
		}
	}
	r.b.endTable()
}
