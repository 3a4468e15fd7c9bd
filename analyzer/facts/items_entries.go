package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// entries calls yield for the entries of a list: what commas part, and weak separators where a name
// stands on one of their sides and not on both.
func (x *itemReader) entries(p part, yield func(part)) {
	splitList(x.match.text, p.start, p.end, func(chunk part) {
		if s := x.match.text[chunk.start:chunk.end]; !strings.Contains(s, " 등 ") || !isEntry(s).has(entryWords().averted) {
			x.weakly(chunk, yield)
		}
	})
}

// endlessEntry is how many bytes are no entry, nor brackets of one, and not worth the search for their parts.
const endlessEntry = 900

// weakly parts an entry at slashes, dots and conjunctions.
func (x *itemReader) weakly(p part, yield func(part)) {
	if p.end-p.start > endlessEntry {
		yield(p)
		return
	}
	text := x.match.text
	from := p.start
	for at := p.start; ; {
		head, inner, rest := outOfBrackets(text, part{at, p.end})
		sep, ok := weakSeparator(text, at, head.end)
		if !ok {
			if inner.end <= inner.start || rest.start >= p.end {
				break
			}
			at = rest.start
			continue
		}
		at = sep.end
		if x.parts(text, part{from, sep.start}, sep, p) {
			yield(part{from, sep.start})
			from = sep.end
		}
	}
	yield(part{from, p.end})
}

// parts reports whether a weak separator parts two entries.
func (x *itemReader) parts(text string, left, sep, whole part) bool {
	if x.match.inName(whole.start, whole.end, sep.start) {
		return false
	}
	if s := text[sep.start:sep.end]; s == "/" || s == "／" {
		return true
	}
	right := part{sep.end, whole.end}
	if next, ok := weakSeparator(text, sep.end, whole.end); ok {
		right.end = next.start
	}
	return x.isKnown(left) || x.isKnown(right)
}

// isKnown reports whether the catalogue knows an entry.
func (x *itemReader) isKnown(p part) bool {
	head, _, _ := outOfBrackets(x.match.text, p)
	head = trimmed(x.match.text, head)
	return head.start < head.end && x.match.wholly(head.start, head.end).id != ""
}

// longEntry is the longest entry of a list that is an item, by [size].
const longEntry = 30

// emit adds the entries of a list, and returns how many of them the catalogue knows. Others are items
// where unknown is true and they look like some.
func (x *itemReader) emit(l *Line, p part, st itemState, unknown bool) (known int) {
	p.end = remark(x.match.text, p)
	x.entries(p, func(e part) {
		if at, size := colonIn(x.match.text, e); at >= 0 {
			from := x.labelStart(part{e.start, at})
			if before := (part{e.start, from}); x.isKnown(before) {
				known += x.entry(l, trimmed(x.match.text, before), st, unknown) // 이름 선택항목: 주소
			} else {
				from = e.start
			}
			st = st.under(x.r.itemLabelOf(l.part(from, at)))
			e.start = at + size
		}
		e, st = x.tagged(l, withoutMark(x.match.text, trimmed(x.match.text, e)), st)
		if st.off {
			return
		}
		known += x.entry(l, e, st, unknown)
	})
	return known
}

// labelStart is where the words begin that make a part of a line a label of items; where it ends if
// there are none.
func (x *itemReader) labelStart(p part) int {
	w := itemLabelWords()
	u := labelUnit(x.match.text[p.start:p.end])
	start := p.end
	for _, m := range u.Matches {
		if m.Phrase == w.required || m.Phrase == w.optional || m.Phrase == w.items {
			start = min(start, p.start+m.Start)
		}
	}
	return start
}

// entry adds one entry and those in its brackets.
func (x *itemReader) entry(l *Line, e part, st itemState, unknown bool) (known int) {
	text := x.match.text
	head, inner, rest := outOfBrackets(text, e)
	head = trimmed(text, head)
	own := st
	if req, ok := x.r.isRequirement(l.part(inner.start, inner.end)); ok {
		own.required = req
		inner.start = inner.end
	}
	var id string
	if isLonger(text[head.start:head.end], longEntry) {
		return 0
	}
	if hasLetters(text[rest.start:rest.end]) && !isTail(text[rest.start:rest.end]) {
		if n := x.match.wholly(head.start, head.end); head.start >= head.end || n.id == "" {
			return x.entry(l, trimmed(text, rest), st, unknown) // 보호자(법정대리인) 동의 후 자녀 이름
		}
	}
	if n, ok := x.abbreviated(head, inner); ok {
		x.add(l, part{head.start, inner.end + 1}, n.id, own)
		return 1
	}
	if head.start < head.end {
		n := x.match.wholly(head.start, head.end)
		id, head.start = x.match.ofWhom(n, head.start)
		if id == "rrn" && isEntry(text[inner.start:inner.end]).has(entryWords().front) {
			id = "rrn-front" // 주민등록번호(앞 6자리)
		}
		switch {
		case id != "":
			known++
			x.add(l, head, id, own)
		case unknown && x.mayBeItem(text[head.start:head.end]):
			x.add(l, head, "", own)
		}
	}
	if inner.start < inner.end && id != "consent-record" && !x.denied(l, inner) {
		known += x.inner(l, inner, id, own)
	}
	return known
}

// abbreviated is the item of words that the catalogue does not know with its short name in brackets
// behind them: 암호화된 확인값(CI).
func (x *itemReader) abbreviated(head, inner part) (itemName, bool) {
	if head.start >= head.end || inner.start >= inner.end || x.match.text[inner.start] >= 0x80 || x.match.wholly(head.start, head.end).id != "" {
		return itemName{}, false
	}
	n := x.match.wholly(inner.start, inner.end)
	return n, n.id != "" && n.start == inner.start && n.end == inner.end
}

// inner adds the entries in the brackets of one: those that the catalogue knows, and others that stand
// with them. What is but another name of the same item is none.
func (x *itemReader) inner(l *Line, p part, id string, st itemState) int {
	var known, others int
	if at, size := colonIn(x.match.text, p); at >= 0 {
		p.start = at + size // (예: 이름, 주소)
	}
	if p.end-p.start > endlessEntry {
		return 0
	}
	if s := x.match.text[p.start:p.end]; isEntry(s).has(entryWords().said) && !strings.ContainsAny(s, ",/") {
		return 0 // a condition: (when you sign up by e-mail)
	}
	from := len(x.out)
	same := true // another name of the same item
	x.entries(p, func(e part) {
		head, _, _ := outOfBrackets(x.match.text, e)
		head = trimmed(x.match.text, head)
		same = same && head.start < head.end && x.match.wholly(head.start, head.end).id == id && id != ""
		if n := x.entry(l, e, st, true); n > 0 {
			known += n
		} else {
			others++
		}
	})
	if same || known == 0 || others > 0 && known+others < 2 {
		x.out = x.out[:from]
	}
	return known
}

// mayBeItem reports whether words that the catalogue does not know look like an item.
func (x *itemReader) mayBeItem(s string) bool {
	if !hasLetters(s) || isSlot(s) || isLonger(s, longEntry) || size(s) < 2 || hasDigits(s, 5) || strings.Contains(s, "@") {
		return false
	}
	u, w := isEntry(s), itemLabelWords()
	return !u.has(w.required) && !u.has(w.optional) && !u.has(entryWords().said) &&
		!matches(s, entryWords().none, func(m phrases.Match) bool { return m.Start == 0 && m.End == len(s) }) &&
		!endsIn(endWord(s), entryWords().action)
}

// emitKnown adds what the catalogue knows of what a sentence lists.
func (x *itemReader) emitKnown(l *Line, p part, st itemState) (known int) {
	x.entries(p, func(e part) {
		head, inner, _ := outOfBrackets(x.match.text, e)
		if head = trimmed(x.match.text, head); head.start < head.end {
			if n := x.match.any(head.start, head.end); n.id != "" {
				x.addName(l, n, head.start, st)
				known++
				known += x.inner(l, inner, n.id, st)
			}
		}
	})
	return known
}

// addName adds a name that stands in an entry, with whom it is of.
func (x *itemReader) addName(l *Line, n itemName, from int, st itemState) {
	id, at := x.match.ofWhom(n, from)
	if id == n.id {
		at = n.start
	}
	x.add(l, part{at, n.end}, id, st)
}

// add adds an item, without what closes its list.
func (x *itemReader) add(l *Line, p part, id string, st itemState) {
	text := l.Block.Text[p.start:p.end]
	for _, tail := range [...]string{" 등등", " 등", " etc", " など", "など"} {
		text = strings.TrimRight(strings.TrimSuffix(text, tail), " ")
	}
	at := l.part(p.start, p.start+len(text))
	if x.modes[l.Index] != modeStrong && x.given.holds(at.Start) {
		return
	}
	item := DataItem{ID: id, Class: vendors.ClassOf(id), Text: text, At: PlaceIn{x.r.page, at}, Required: st.required,
		Auto: st.auto || id != "" && isMade(id)}
	if !st.purpose.Empty() {
		item.Purpose, item.PurposeAt = x.r.doc.Visible[st.purpose.Start:st.purpose.End], PlaceIn{x.r.page, st.purpose}
	} else {
		item.PurposeAt = PlaceIn{x.r.page, policy.Range{Start: at.Start, End: at.Start}}
	}
	x.out = append(x.out, item)
}

// isMade tells the items that come about by themselves, whatever the policy says of them.
func isMade(id string) bool { return id == "auto-collected" }
