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

// read reads what a line says, under what is known of it.
func (x *itemReader) read(line int, p part, st itemState) {
	if x.promises(&x.r.lines[line]) {
		x.sentences(line, p, st)
		return
	}
	if st.strong && x.inline(line, p, st) {
		return
	}
	x.readPart(line, p, st)
}

// readPart reads a line, or one of those that were run together in it.
func (x *itemReader) readPart(line int, p part, st itemState) {
	l := &x.r.lines[line]
	p, st = x.tagged(l, p, st)
	at, size := x.labelEnd(l, p)
	switch {
	case at >= 0:
		x.labelled(line, part{p.start, at}, part{at + size, p.end}, st)
	case len(l.Units) > 1, isSaid(l.Block.Text[p.start:p.end]):
		x.sentences(line, p, st)
	case st.strong && !st.off && !x.intro.aside:
		x.listed(l, p, st)
	}
}

// inline reads a line in which the lines of a list were run together, each behind its dash; false where
// there is no such dash, or it stands behind a label.
func (x *itemReader) inline(line int, p part, st itemState) bool {
	text := x.match.text
	var parts []part
	dashes(text, p.start, p.end, func(p part) { parts = append(parts, p) })
	if len(parts) < 2 || isSaid(text[p.start:p.end]) {
		return false
	}
	label := x.r.roughLabel(x.r.lines[line].part(parts[0].start, parts[0].end))
	if label.items || label.required != Unsaid || label.other {
		return false
	}
	for _, p := range parts {
		if p = trimmedLine(text, p); p.start < p.end {
			x.readPart(line, p, st)
		}
	}
	return true
}

// tagged takes off a label in brackets with which a text begins: [필수] 이름.
func (x *itemReader) tagged(l *Line, p part, st itemState) (part, itemState) {
	text := l.Block.Text
	for p.start < p.end {
		head, inner, rest := outOfBrackets(text, p)
		if strings.TrimSpace(text[head.start:head.end]) != "" || inner.start >= inner.end || rest.start >= rest.end {
			break
		}
		st = st.under(x.r.itemLabelOf(l.part(inner.start, inner.end)))
		p = trimmedLine(text, rest)
	}
	return p, st
}

// labelEnd is where the label ends with which a part of a line begins, and how long the sign behind it
// is; -1 where there is none.
func (x *itemReader) labelEnd(l *Line, p part) (at, size int) {
	text := l.Block.Text
	if i := l.unitAt(l.Block.Range.Start + p.start); i < len(l.Units) {
		first := part{p.start, min(p.end, l.Units[i].Range.End-l.Block.Range.Start)} // a label is no sentence
		if at, size = colonIn(text, first); at >= 0 {
			return at, size
		}
	}
	if n := strings.IndexByte(text[p.start:p.end], ' '); n > 0 {
		if _, ok := x.r.isRequirement(l.part(p.start, p.start+n)); ok && strings.ContainsAny(text[p.start:p.end], ",/·、") {
			return p.start + n, 1 // 필수 이름, 이메일
		}
	}
	if n := parted(start(text[p.start:p.end])); n > 0 && !isLonger(text[p.start:p.start+n], longItemLabel/2) {
		if label := x.r.roughLabel(l.part(p.start, p.start+n)); label.items || label.required != Unsaid || label.other {
			return p.start + n, 1
		}
	}
	return -1, 0
}

// labelled reads a label and what stands behind it.
func (x *itemReader) labelled(line int, label, value part, st itemState) {
	l := &x.r.lines[line]
	text := l.Block.Text
	says := x.r.roughLabel(l.part(label.start, label.end))
	lists := says.items || says.required != Unsaid
	if isLonger(text[label.start:label.end], longItemLabel) {
		says.purpose = policy.Range{}
	}
	if !hasLetters(text[value.start:value.end]) || (st.off || x.intro.aside) && !lists || says.kept && x.modes[line] == modeTables {
		return
	}
	several, ok := x.standsFirst(line, label, value, st)
	if ok && !lists && !says.never && (several || !says.data || isPurpose(text[value.start:value.end])) {
		x.namesFirst(l, label, value, st, several)
		return
	}
	switch {
	case says.other && !says.items:
		if says.aim && !says.never {
			x.aim = x.r.purposeIn(l.part(value.start, value.end))
		}
		return
	case says.items:
		st.strong, st.off = true, false
	}
	says.purpose = x.r.purposeIn(says.purpose)
	x.flush()
	if st = st.under(says); isSaid(text[value.start:value.end]) {
		if st.strong && !x.denied(l, value) {
			x.emitKnown(l, value, st)
		}
		return
	}
	if !st.strong && !lists {
		return
	}
	from := len(x.out)
	known := x.emit(l, value, st, true)
	sure := st.cell || says.items || says.data && len(x.out) > from+1
	if known == 0 && !st.cell && !(sure && x.modes[line] == modeStrong) {
		x.out = x.out[:from]
	}
}

// standsFirst reports whether what stands before a colon are names, and what stands behind it are none;
// and whether they are several.
func (x *itemReader) standsFirst(line int, label, value part, st itemState) (several, ok bool) {
	before, _ := x.count(label)
	if s := strings.TrimLeft(x.match.text[value.start:value.end], " "); x.modes[line] == modeTables || digits(s) > 0 && !isLonger(s, longEntry) {
		return false, false // 로그인 기록: 3개월
	}
	if before == 0 || before == 1 && !st.strong && (x.modes[line] != modePurpose || !x.isName(label)) {
		return false, false
	}
	after, _ := x.count(value)
	return before > 1, before > after
}

// namesFirst adds items that stand before what they are for: 이메일: 소식지 발송.
func (x *itemReader) namesFirst(l *Line, names, purpose part, st itemState, several bool) {
	if s := l.Block.Text[purpose.start:purpose.end]; hasValue(s) || !several && !isPurpose(s) {
		return
	}
	x.flush()
	st.purpose = x.r.purposeIn(l.part(purpose.start, purpose.end))
	x.emit(l, names, st, several)
}

// isPurpose reports whether what stands behind a name looks like what it is for, and not like its value:
// 성명: 강보라.
func isPurpose(s string) bool {
	const long = 20
	s = strings.TrimRight(s, " .")
	return isLonger(s, long) || isSaid(s) || isEntry(s).has(entryWords().said) || endsIn(endWord(s), entryWords().action)
}

// isName reports whether a part of a line is a name of the catalogue and nothing else.
func (x *itemReader) isName(p part) bool {
	p = trimmed(x.match.text, p)
	return p.start < p.end && x.match.wholly(p.start, p.end).start == p.start
}

// denied reports whether a sentence in a part of a line says no.
func (x *itemReader) denied(l *Line, p part) bool {
	_, no := l.findIn(negativeWords(), l.part(p.start, p.end))
	return no
}

// isSaid reports whether a text ends as a sentence does, by its last word.
func isSaid(s string) bool {
	const words = 5 // of a sentence in English
	s = strings.TrimRight(s, " ")
	if n := len(s) - 1; n > 0 && !strings.HasSuffix(s, "etc.") && (s[n] == '.' || s[n] == ':') && isLatin(rune(s[n-1])) && strings.Count(s, " ") >= words {
		return true
	}
	return endsAsSaid(s)
}

// endsAsSaid reports whether a text ends with a verb in Korean, or as a sentence does in Japanese.
func endsAsSaid(s string) bool {
	s = strings.TrimRight(s, " .:")
	for _, end := range [...]string{"니다", "한다", "된다", "있다", "는다"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return strings.HasSuffix(s, "요") && strings.ContainsAny(s, " ") && !strings.HasSuffix(s, "필요") || strings.HasSuffix(s, "。")
}

// listed reads a line of a list.
func (x *itemReader) listed(l *Line, p part, st itemState) {
	from := len(x.out)
	known := x.emit(l, p, st, true)
	x.block.lines++
	x.block.cell = st.cell
	if known > 0 {
		x.block.known++
	}
	x.block.items = append(x.block.items, x.out[from:]...)
	x.out = x.out[:from]
}
