package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// line reads a line that stands in no table.
func (x *itemReader) line(line int) {
	l := &x.r.lines[line]
	if l.Block.Kind == policy.Alt || strings.HasPrefix(l.Block.Text, "|") {
		return
	}
	if x.modes[line] == modeWeak {
		x.r.unlessGiven(x.modes, line)
	}
	if x.modes[line] == modeNone {
		x.reset()
		return
	}
	x.match.over(l.Block.Text)
	style := x.styleOf(line)
	text, ok := x.open(line, style)
	if text = trimmedLine(l.Block.Text, text); !ok || text.start >= text.end {
		return
	}
	st := x.state(line)
	if !st.strong && x.isSilent(line) {
		x.flush()
		x.intro = promise{}
		return
	}
	if label, ok := x.bareLabel(line, text, style); ok {
		x.begin(line, text, style, label)
		return
	}
	x.read(line, text, st)
}

// open closes what a line does not stand under, by its form, and returns the part of it that is left to
// read; false where nothing is.
func (x *itemReader) open(line int, style lineStyle) (part, bool) {
	l, h := &x.r.lines[line], x.heading(line)
	text := part{markEnd(l), len(l.Block.Text)}
	if !x.opensSection(h, l, text) {
		if style.counts() {
			x.endList(style)
			x.push(style, itemLabel{})
		}
		return text, true
	}
	if x.inItems(h) {
		x.flush()
		x.intro, x.aim = promise{}, policy.Range{}
		x.push(style, x.r.itemLabelOf(l.part(l.mark.end, h.Range.End-l.Block.Range.Start)))
	} else {
		x.reset()
		x.push(style, itemLabel{auto: x.r.itemLabelOf(h.Range).auto})
	}
	text.start = h.Range.End - l.Block.Range.Start
	return text, h.Glued
}

// begin takes a line for a label of those below it.
func (x *itemReader) begin(line int, text part, style lineStyle, label itemLabel) {
	x.flush()
	x.intro, x.aim = promise{}, policy.Range{}
	if first := x.match.text[text.start]; first == '[' || first == '<' {
		style.mark += "[" // of another level than lines without brackets
	}
	label.purpose = x.r.purposeIn(label.purpose)
	label.items = label.items && (label.ends || x.modes[line] == modeStrong)
	x.push(style, label)
}

// isSilent reports whether a line, where nothing is known to be a list, says nothing of items: no line
// near it has the words of their labels, and it names nothing before what it is for.
func (x *itemReader) isSilent(line int) bool {
	text := x.r.lines[line].Block.Text
	return !x.near[line] && (x.modes[line] != modePurpose || strings.IndexByte(text, ':') < 0 && !strings.Contains(text, "："))
}

// nearLists tells the lines that may belong to a list of items by the words near them.
func (r *reader) nearLists() []bool {
	const before, behind = 4, 1
	out := make([]bool, len(r.lines))
	for _, o := range r.index.of(itemSentenceWords().list) {
		for i := max(0, o.line-before); i <= min(o.line+behind, len(out)-1); i++ {
			out[i] = true
		}
	}
	return out
}

// markEnd is where the mark of a line ends.
func markEnd(l *Line) int {
	if n := jamo(l.Block.Text); n > 0 {
		return n
	}
	return l.mark.end
}

// jamo reads ㄱ. and ㄴ) and returns their length.
func jamo(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if 'ㄱ' <= r && r <= 'ㅎ' && size < len(text) && (text[size] == '.' || text[size] == ')') {
		return size + 1
	}
	return 0
}

// opensSection reports whether a line is the heading of a section, and no label or list within one.
func (x *itemReader) opensSection(h *Heading, l *Line, p part) bool {
	if h == nil || len(h.Clauses) == 0 || !x.r.isTitle(h) || h.label || x.promises(l) || x.isList(l, p) {
		return false
	}
	return (h.Style != "" || !within(h.Clauses, Items)) && !x.leadsItems(h)
}

// leadsItems reports whether a heading in a section of items has its text behind it: a label of items.
func (x *itemReader) leadsItems(h *Heading) bool { return h.Glued && x.inItems(h) }

// isList reports whether a line that has the words of a heading lists items.
func (x *itemReader) isList(l *Line, p part) bool {
	known, all := x.count(p)
	return known > 1 && known*2 >= all && l.Block.Kind != policy.Heading
}

// inItems reports whether a heading stands in a section of items, so that its words are about some.
func (x *itemReader) inItems(h *Heading) bool {
	return h.parent >= 0 && x.modes[h.Line] == modeStrong && x.modes[x.r.headings[h.parent].Line] == modeStrong
}

// trimmedLine is a part of a line without spaces and dashes around it.
func trimmedLine(text string, p part) part {
	const signs = " -–—*·:"
	s := strings.TrimLeft(text[p.start:p.end], signs)
	p.start = p.end - len(s)
	return p
}

// reset forgets what stands over the lines.
func (x *itemReader) reset() {
	x.flush()
	x.frames = x.frames[:0]
	x.intro, x.aim = promise{}, policy.Range{}
}

// endList ends the list that a line of this style does not go on with: one under a label, or a
// sentence, of the same style.
func (x *itemReader) endList(s lineStyle) {
	ends := x.intro.style == s
	for _, f := range x.frames {
		ends = ends || f.label && f.style == s
	}
	if ends {
		x.flush()
		x.intro = promise{}
	}
}

// bareLabel reads a line that is nothing but a label of the lines below it.
func (x *itemReader) bareLabel(line int, p part, style lineStyle) (itemLabel, bool) {
	l := &x.r.lines[line]
	p.start += len(l.Block.Text[p.start:p.end]) - len(strings.TrimLeft(l.Block.Text[p.start:p.end], "0123456789"))
	text := l.Block.Text[p.start:p.end]
	if isSaid(text) || x.promises(l) || strings.HasSuffix(text, ",") || isLonger(text, longItemLabel) {
		return itemLabel{}, false
	}
	at := l.part(p.start, p.end)
	label := x.r.roughLabel(at)
	if inner, ok := inBrackets(text); ok {
		return x.r.roughLabel(policy.Range{Start: at.Start + inner.start, End: at.Start + inner.end}), true
	}
	if at, _ := colonIn(l.Block.Text, p); at >= 0 {
		return label, !hasLetters(l.Block.Text[at:p.end])
	}
	if h := x.heading(line); h != nil && x.r.isTitle(h) && !h.label && h.Style != "" && x.bareHeading(line, p, style, label) {
		if l.has(titleWords().policy) {
			label.purpose = policy.Range{}
		}
		return label, true
	}
	known, all := x.count(p)
	switch {
	case label.other && !label.items:
		return label, known*2 < all
	case label.items || label.required != Unsaid:
		return label, (all == 1 || known == 0) && !x.brackets(p)
	}
	return label, known == 0 && (x.below(line, style) || x.labelFollows(line))
}

// inBrackets is what stands in brackets, or quotation marks, that a text is wholly in.
func inBrackets(s string) (part, bool) {
	for _, pair := range [...][2]string{{"[", "]"}, {"【", "】"}, {"<", ">"}, {"〈", "〉"}, {"(", ")"}, {"〔", "〕"}, {"＜", "＞"}, {"《", "》"}} {
		if strings.HasPrefix(s, pair[0]) && strings.HasSuffix(s, pair[1]) && strings.Count(s, pair[1]) == 1 {
			return part{len(pair[0]), len(s) - len(pair[1])}, true
		}
	}
	return part{}, false
}

// bareHeading reports whether a heading is but a label, and no entry of a list set as one.
func (x *itemReader) bareHeading(line int, p part, style lineStyle, label itemLabel) bool {
	if label.items || label.required != Unsaid {
		return true
	}
	known, all := x.count(p)
	return !x.brackets(p) && (known == 0 || all == 1 && x.below(line, style))
}

// brackets reports whether brackets with a list stand in a part of a line.
func (x *itemReader) brackets(p part) bool {
	_, inner, _ := outOfBrackets(x.match.text, p)
	return inner.start < inner.end && strings.ContainsAny(x.match.text[inner.start:inner.end], ",/·、")
}

// below reports whether the next line of the body is of another style, as those under a label are.
func (x *itemReader) below(line int, style lineStyle) bool {
	for i := line + 1; i < len(x.r.lines); i++ {
		if x.r.body[i] != Own {
			continue
		}
		if x.r.lines[i].cell != nil {
			return true
		}
		next := x.styleOf(i)
		return next != style && next.heading == ""
	}
	return false
}

// promises reports whether a line says in a sentence what stands below it.
func (x *itemReader) promises(l *Line) bool {
	w := itemSentenceWords()
	return isSaid(l.Block.Text) && (l.has(w.intro) || l.has(w.aside))
}

// labelFollows reports whether the next line begins with a label of items.
func (x *itemReader) labelFollows(line int) bool {
	if line+1 >= len(x.r.lines) || x.r.body[line+1] != Own || x.r.lines[line+1].cell != nil {
		return false
	}
	l := &x.r.lines[line+1]
	p := part{l.mark.end, min(len(l.Block.Text), l.mark.end+3*longItemLabel)}
	end, _ := colonIn(l.Block.Text, p)
	if n := parted(l.Block.Text[p.start:p.end]); end < 0 && n > 0 {
		end = p.start + n
	}
	if end <= p.start {
		return false
	}
	label := x.r.roughLabel(l.part(p.start, end))
	return label.items || label.required != Unsaid
}

// count counts the entries of a part of a line, and those that the catalogue knows.
func (x *itemReader) count(p part) (known, all int) {
	x.entries(p, func(e part) {
		head, _, _ := outOfBrackets(x.match.text, e)
		head = trimmed(x.match.text, head)
		if head.start >= head.end {
			return
		}
		all++
		if x.match.wholly(head.start, head.end).id != "" {
			known++
		}
	})
	return known, all
}
