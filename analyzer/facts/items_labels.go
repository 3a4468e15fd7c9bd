package facts

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// labelID is the number of a phrase about labels that the data must have.
func labelID(name string) phrases.ID { return mustHave(phrases.Labels(), name) }

// labelUnit is a text that may be a label or an entry, with the phrases about them met in it.
func labelUnit(s string) Unit {
	scan := phrases.Labels().Scan(s)
	defer scan.Close()
	return Unit{Range: policy.Range{End: len(s)}, Matches: scan.Unit(0, len(s), nil)}
}

// itemLabel is what a label says of the items that it stands over or before.
type itemLabel struct {
	required Requirement
	items    bool // it calls them items
	ends     bool // and does so with its last words
	data     bool // its last word is one for data: 거래정보
	other    bool // it is about something else: how, why, how long
	never    bool // it is about what is not collected, or not for the controller
	aim      bool // it is about what for
	kept     bool // it is about what is kept
	auto     bool
	purpose  policy.Range // what else it says, in the visible text; empty where nothing
}

type labelPhrases struct {
	required, optional, items, other, never, kept, data, file, auto, purpose, sorts, around, subject, itself phrases.ID
}

var itemLabelWords = sync.OnceValue(func() labelPhrases {
	return labelPhrases{labelID("label.required"), labelID("label.optional"), labelID("label.items"), labelID("label.other"), labelID("label.never"), labelID("label.kept"), labelID("label.data"), labelID("label.file"), labelID("label.auto"),
		labelID("label.purpose"), labelID("label.sorts"), labelID("label.around"), labelID("label.subject"), labelID("label.itself")}
})

// longItemLabel is the longest label, by [size].
const longItemLabel = 60

// itemLabelOf reads a label that stands at a place of the visible text.
func (r *reader) itemLabelOf(at policy.Range) itemLabel {
	l := r.roughLabel(at)
	l.purpose = r.purposeIn(l.purpose)
	return l
}

// roughLabel reads a label, the purpose with all that stands around it: most lines are held for labels
// and are none.
func (r *reader) roughLabel(at policy.Range) itemLabel {
	text := r.doc.Visible[at.Start:at.End]
	u, w := labelUnit(text), itemLabelWords()
	out := itemLabel{items: u.has(w.items), other: u.has(w.other) && !u.has(w.sorts), auto: u.has(w.auto), never: u.has(w.never), aim: u.has(w.purpose), kept: u.has(w.kept)}
	out.items, out.other = out.items && !out.never && !u.has(w.file), out.other || out.never
	required, optional := u.has(w.required), u.has(w.optional)
	switch {
	case required && !optional:
		out.required = Required
	case optional && !required:
		out.required = Optional
	}
	last := endWord(strings.TrimRight(text, " )]>:."))
	out.data = endsIn(last, w.data)
	out.ends = out.items && endsIn(last, w.items)
	start, end := 0, len(text)
	for _, id := range [...]phrases.ID{w.auto, w.required, w.optional, w.items} {
		for _, m := range u.Matches {
			if m.Phrase != id {
				continue
			}
			if hasLetters(text[start:max(start, min(m.Start, end))]) {
				end = min(end, m.Start)
			} else {
				start = max(start, m.End)
			}
		}
	}
	if start < end && !(out.auto && start > 0) {
		out.purpose = policy.Range{Start: at.Start + start, End: at.Start + end}
	}
	return out
}

// endsIn reports whether a text ends with a phrase.
func endsIn(text string, id phrases.ID) bool {
	return matches(text, id, func(m phrases.Match) bool { return m.End == len(text) })
}

// endWord is the last word of a text, in which a phrase is met that stands at its end.
func endWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// purposeIn trims a text to what it says a purpose is; empty where it says none.
func (r *reader) purposeIn(at policy.Range) policy.Range {
	for !at.Empty() {
		at = r.bare(at)
		text := r.doc.Visible[at.Start:at.End]
		n := aroundAtEnd(text)
		if n == 0 || text[n-1] != ' ' && size(text[:n]) < leastPurpose {
			break
		}
		at.End = at.Start + n
	}
	text := r.doc.Visible[at.Start:at.End]
	if u := labelUnit(text); at.Empty() || size(text) < 2 || u.has(itemLabelWords().sorts) || u.has(itemLabelWords().itself) || endsIn(endWord(text), itemLabelWords().subject) {
		at.End = at.Start
	}
	return at
}

// leastPurpose is how long a purpose is at least, by [size], before words that only introduce it are cut:
// 회원가입시, but not 전시.
const leastPurpose = 3

// aroundAtEnd is where words begin, at the end of a text, that only introduce a purpose; 0 where there
// are none.
func aroundAtEnd(text string) int {
	last := endWord(text)
	for _, m := range labelUnit(last).Matches {
		if m.Phrase == itemLabelWords().around && m.End == len(last) {
			return len(text) - len(last) + m.Start
		}
	}
	return 0
}

// What brackets a label may have.
const bracketsOpen, bracketsClose = "([{<【（「『〔", ")]}>】）」』〕"

var openingBrackets, closingBrackets = newSigns(bracketsOpen), newSigns(bracketsClose)

// bare is a text without the signs around it, and without brackets that it does not both open and close.
func (r *reader) bare(at policy.Range) policy.Range {
	const signs, open, closing = " :：-–—,./·*※▶■●○ο'\"‘’“”", bracketsOpen, bracketsClose
	text := strings.TrimLeft(r.doc.Visible[at.Start:at.End], signs+closing)
	at.Start = at.End - len(text)
	text = strings.TrimRight(text, signs+open)
	if first, size := utf8.DecodeRuneInString(text); strings.ContainsRune(open, first) {
		if _, inner, rest := outOfBrackets(text, part{0, len(text)}); !hasLetters(text[rest.start:]) || inner.start > size {
			text = strings.TrimRight(text[size:], signs+closing)
			at.Start += size
		}
	}
	if openingBrackets.in(text) != closingBrackets.in(text) {
		if i := strings.IndexAny(text, open); i > 0 {
			text = strings.TrimRight(text[:i], signs)
		} else {
			text = strings.TrimRight(text, signs+closing)
		}
	}
	at.End = at.Start + len(text)
	return at
}

// isRequirement reports whether a text says nothing but whether items are required.
func (r *reader) isRequirement(at policy.Range) (Requirement, bool) {
	if at.Empty() || isLonger(r.doc.Visible[at.Start:at.End], 16) {
		return Unsaid, false
	}
	l := r.itemLabelOf(at)
	return l.required, l.required != Unsaid && l.purpose.Empty()
}
