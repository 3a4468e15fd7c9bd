package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// table reads the table that begins with a line, and returns the line behind it.
func (x *itemReader) table(line int) int {
	t := x.r.lines[line].cell.Table
	end := line
	for end < len(x.r.lines) && x.r.lines[end].cell != nil && isIn(x.r.lines[end].cell.Table, t) {
		end++
	}
	if x.modes[line] == modeNone || x.r.others[t] && x.modes[line] != modeStrong || x.modes[line] == modeTables && !x.hasPurposes(t) {
		return end
	}
	x.flush()
	x.intro = promise{}
	st := x.state(line)
	st.strong, st.off, st.cell = true, false, true
	from, known := len(x.out), 0
	frames := x.frames
	for i := line; i < end; {
		c := x.r.lines[i].cell
		j := i
		for j < end && x.r.lines[j].cell == c {
			j++
		}
		own, ok := x.itemCell(c, st)
		if !ok && x.displaced(c, x.r.lines[i].Block.Text) {
			own, ok = x.besides(st, c, t.Grid[c.Row]), true
		}
		if ok {
			known += x.cell(i, j, own)
		}
		i = j
	}
	x.frames = frames
	if known == 0 && x.modes[line] != modeStrong {
		x.out = x.out[:from]
	}
	return end
}

// hasPurposes reports whether a title of a table is one of purposes: records that are kept have none.
func (x *itemReader) hasPurposes(t *policy.Table) bool {
	for c := range t.Cells {
		if isHeader(c) || c.Row == 0 || c.Column == 0 {
			if x.titleOf(c).aim {
				return true
			}
		}
	}
	return false
}

// displaced tells a cell that lists items under another title: where a table lost cells, what is required
// stands in its place, and it stands at the right of that.
func (x *itemReader) displaced(c *policy.Cell, text string) bool {
	if isHeader(c) || c.Column == 0 {
		return false
	}
	left := c.Table.Grid[c.Row][c.Column-1]
	if left == nil || left == c {
		return false
	}
	if _, only := x.r.isRequirement(left.Range); !only {
		return false
	}
	x.match.over(text)
	known, all := x.count(part{0, len(text)})
	return known > 0 && known*2 >= all
}

// titleOf is what the title of a column or row says.
func (x *itemReader) titleOf(c *policy.Cell) itemLabel {
	l, ok := x.titled[c]
	if !ok {
		l = x.r.itemLabelOf(c.Range)
		x.titled[c] = l
	}
	return l
}

// isIn reports whether a table is another one or nested in it.
func isIn(t, outer *policy.Table) bool {
	for t != outer && t.Parent != nil {
		t = t.Parent.Table
	}
	return t == outer
}

// itemCell tells the cells that list items, by the titles over or beside them, with what their row
// says of them.
func (x *itemReader) itemCell(c *policy.Cell, st itemState) (itemState, bool) {
	t := c.Table
	if _, only := x.r.isRequirement(c.Range); only || isHeader(c) {
		return st, false
	}
	listed, across := false, true
	for _, h := range x.titles(c) {
		label := x.titleOf(h)
		over := h.Column <= c.Column && h.Column+h.ColumnSpan > c.Column
		switch {
		case label.items || label.required != Unsaid && label.purpose.Empty() && !listed:
			across = over || listed && across
			listed = true
			st = st.under(itemLabel{required: label.required, auto: label.auto})
			st.both = st.both || label.aim
		case label.other && (over || !listed):
			return st, false
		}
	}
	if !listed {
		return st, false
	}
	if across {
		st = x.besides(st, c, t.Grid[c.Row])
	} else {
		st = x.besides(st, c, column(t, c.Column))
	}
	return st, true
}

// titles are the cells that title a cell: its headers, or the first cells of its column and row where
// nothing marks them.
func (x *itemReader) titles(c *policy.Cell) []*policy.Cell {
	t := c.Table
	titles := c.Headers
	if t.HeaderRows == 0 && c.Row > 0 && t.Grid[0][c.Column] != nil {
		titles = append(titles[:len(titles):len(titles)], t.Grid[0][c.Column])
	}
	if first := t.Grid[c.Row][0]; t.HeaderColumns == 0 && first != nil && first != c && labelsRow(first) {
		titles = append(titles[:len(titles):len(titles)], first)
	}
	return titles
}

// besides reads what the other cells of its row, or column, say of a cell that lists items.
func (x *itemReader) besides(st itemState, c *policy.Cell, row []*policy.Cell) itemState {
	first := policy.Range{}
	for i, other := range row {
		if other == nil || other == c || i > 0 && row[i-1] == other || other.Text == "" {
			continue
		}
		if req, ok := x.r.isRequirement(other.Range); ok {
			st.required = req
			continue
		}
		if x.isPurpose(other) {
			st.purpose, st.fixed = other.Range, true
		} else if other.Column < c.Column && !x.isAside(other) && !x.isListed(other) {
			first = other.Range
		}
	}
	if st.fixed || first.Empty() {
		return st
	}
	label := x.r.itemLabelOf(first)
	st.auto = st.auto || label.auto
	if !label.purpose.Empty() {
		st.purpose, st.fixed = label.purpose, true
		if st.required == Unsaid {
			st.required = label.required
		}
	}
	return st
}

// isPurpose reports whether a cell stands under, or beside, a title of purposes.
func (x *itemReader) isPurpose(c *policy.Cell) bool {
	if isHeader(c) {
		return false
	}
	for _, h := range x.titles(c) {
		if x.titleOf(h).aim {
			return true
		}
	}
	return false
}

// isListed reports whether a cell stands under, or beside, a title of items itself.
func (x *itemReader) isListed(c *policy.Cell) bool {
	for _, h := range x.titles(c) {
		if l := x.titleOf(h); l.items || l.required != Unsaid {
			return true
		}
	}
	return false
}

// isAside reports whether a cell says how, or why, and not of what its row is.
func (x *itemReader) isAside(c *policy.Cell) bool {
	for _, h := range x.titles(c) {
		if x.titleOf(h).other {
			return true
		}
	}
	return false
}

// cell reads the lines of a cell that lists items.
func (x *itemReader) cell(from, to int, st itemState) (known int) {
	x.frames = []itemFrame{{lineStyle{heading: "cell"}, false, st}}
	before := len(x.out)
	for line := from; line < to; line++ {
		l := &x.r.lines[line]
		text := part{l.mark.end, len(l.Block.Text)}
		style := lineStyle{kind: l.Block.Kind, level: l.Block.Level, mark: l.mark.style}
		if style.counts() {
			x.pop(style)
		}
		x.match.over(l.Block.Text)
		if text = trimmedLine(l.Block.Text, text); text.start >= text.end || l.mark.style == "※" {
			continue
		}
		if label, ok := x.cellLabel(l, text, line+1 < to, st.both); ok {
			x.push(style, label)
			continue
		}
		if i := strings.Index(l.Block.Text[text.start:text.end], " / "); st.both && i > 0 {
			if known, _ := x.count(part{text.start, text.start + i}); known == 0 {
				text.start += i + len(" / ") // 본인 확인 / 이름, 이메일
			}
		}
		x.read(line, text, x.frames[len(x.frames)-1].itemState)
	}
	x.flush()
	for _, item := range x.out[before:] {
		if item.ID != "" {
			known++
		}
	}
	return known
}

// cellLabel reads a line of a cell that is nothing but a label of the lines below it.
func (x *itemReader) cellLabel(l *Line, p part, more, both bool) (itemLabel, bool) {
	text := l.Block.Text[p.start:p.end]
	if !more || isLonger(text, longItemLabel) || isSaid(text) {
		return itemLabel{}, false
	}
	at := l.part(p.start, p.end)
	if inner, ok := inBrackets(text); ok {
		return x.r.itemLabelOf(policy.Range{Start: at.Start + inner.start, End: at.Start + inner.end}), true
	}
	if colon, _ := colonIn(l.Block.Text, p); colon >= 0 {
		return x.r.itemLabelOf(at), !hasLetters(l.Block.Text[colon:p.end])
	}
	label := x.r.itemLabelOf(at)
	if known, _ := x.count(p); both && known == 0 {
		return itemLabel{purpose: at}, true
	}
	return label, label.required != Unsaid && label.purpose.Empty()
}
