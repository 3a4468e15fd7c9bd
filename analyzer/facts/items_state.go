package facts

import "github.com/pipalint/pipalint/analyzer/policy"

// itemState is what is known, from what stands over it, of a list of items.
type itemState struct {
	strong   bool // it is known to be one
	off      bool // it is known to be none
	required Requirement
	auto     bool
	purpose  policy.Range
	fixed    bool // the purpose is that of a row, which no label within it changes
	cell     bool // the list is a cell under the title of items
	both     bool // the title is that of purposes, too
}

// under is the state of what stands under a label.
func (s itemState) under(l itemLabel) itemState {
	switch {
	case l.items && (!s.off || l.ends):
		s.strong, s.off = true, false
	case l.other:
		s.off = true
	}
	if l.required != Unsaid {
		s.required = l.required
	}
	s.auto = s.auto || l.auto
	if !l.purpose.Empty() && !s.fixed {
		s.purpose = l.purpose
	}
	return s
}

// lineStyle is what lines of one level have in common.
type lineStyle struct {
	heading string
	kind    policy.BlockKind
	level   int
	mark    string
}

// counts reports whether lines of the style count what stands at one level.
func (s lineStyle) counts() bool { return s.mark != "" || s.heading != "" || s.kind == policy.Item }

// itemFrame is an open label, and what it says of the lines under it.
type itemFrame struct {
	style lineStyle
	label bool // it is one, and not but a line that others may stand under
	itemState
}

// itemReader reads the items of one page, line by line.
type itemReader struct {
	titled  map[*policy.Cell]itemLabel // what the titles of tables say
	r       *reader
	modes   []itemMode
	near    []bool // by line: words of lists stand near it
	given   ranges // what others get
	devices []bool // by line: it stands in a section about cookies and the like
	match   matcher
	frames  []itemFrame  // of the labels that stand over the line
	aim     policy.Range // what a line above calls the purpose of the items that follow
	intro   promise      // what a sentence above promised
	block   itemBlock
	out     []DataItem
}

func (x *itemReader) close() { x.match.close() }

// itemBlock is a run of lines that may be a list of items. Words that the catalogue does not know are
// taken for items where enough others of the list are known.
type itemBlock struct {
	items        []DataItem
	lines, known int
	cell         bool // it is a cell under the title of items: all are
}

// promise is what a sentence says of the lines below it.
type promise struct {
	list  bool // they are a list of items
	auto  bool // of data that comes about by itself
	aside bool // they are a list of something else
	style lineStyle
}

// flush ends a list.
func (x *itemReader) flush() {
	b := &x.block
	for _, item := range b.items {
		if item.ID != "" || b.cell || b.known*3 >= b.lines || x.intro.list && b.known > 0 {
			x.out = append(x.out, item)
		}
	}
	b.items, b.lines, b.known, b.cell = b.items[:0], 0, 0, false
}

// state is what the labels over a line say.
func (x *itemReader) state(line int) itemState {
	s := itemState{}
	if n := len(x.frames); n > 0 {
		s = x.frames[n-1].itemState
	}
	s.strong = s.strong || x.modes[line] == modeStrong || x.intro.list
	s.auto = s.auto || x.intro.auto || x.devices[line]
	if !x.aim.Empty() {
		s.purpose = x.aim
	}
	return s
}

// styleOf is the style of a line.
func (x *itemReader) styleOf(line int) lineStyle {
	l := &x.r.lines[line]
	s := lineStyle{kind: l.Block.Kind, level: l.Block.Level, mark: l.mark.style}
	if jamo(l.Block.Text) > 0 {
		s.mark = "ㄱ"
	}
	if h := x.heading(line); h != nil && !h.label && x.r.isTitle(h) && !x.leadsItems(h) {
		s = lineStyle{heading: h.Style, mark: l.mark.style}
	}
	return s
}

// heading is the heading that a line is, or nil.
func (x *itemReader) heading(line int) *Heading {
	if i := x.r.sections[line]; i >= 0 && x.r.headings[i].Line == line {
		return &x.r.headings[i]
	}
	return nil
}

// pop closes the labels from one of the same style on.
func (x *itemReader) pop(s lineStyle) {
	for i := range x.frames {
		if x.frames[i].style == s {
			x.frames = x.frames[:i]
			return
		}
	}
}

// push opens a label.
func (x *itemReader) push(s lineStyle, l itemLabel) {
	x.pop(s)
	st := itemState{}
	if n := len(x.frames); n > 0 {
		st = x.frames[n-1].itemState
	}
	x.frames = append(x.frames, itemFrame{s, l != itemLabel{}, st.under(l)})
}
