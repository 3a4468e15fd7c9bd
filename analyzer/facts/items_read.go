package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

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
	return endsAsSaid(strings.TrimRight(s, ".:"))
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
