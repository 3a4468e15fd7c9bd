package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// itemLabel is what a label says of the items that it stands over or before.
type itemLabel struct {
	required Requirement
	items    bool // it calls them items
	ends     bool // and does so with its last words
	other    bool // it is about something else: how, why, how long
	never    bool // it is about what is not collected, or not for the controller
	auto     bool
	purpose  policy.Range // what else it says, in the visible text; empty where nothing
}

type labelPhrases struct {
	required, optional, items, other, never, auto, purpose, sorts, around, subject phrases.ID
}

var itemLabelWords = sync.OnceValue(func() labelPhrases {
	return labelPhrases{nameID("label.required"), nameID("label.optional"), nameID("label.items"), nameID("label.other"), nameID("label.never"), nameID("label.auto"),
		nameID("label.purpose"), nameID("label.sorts"), nameID("label.around"), nameID("label.subject")}
})

// longItemLabel is the longest label, by [size].
const longItemLabel = 60

// itemLabelOf reads a label that stands at a place of the visible text.
func (r *reader) itemLabelOf(at policy.Range) itemLabel {
	text := r.doc.Visible[at.Start:at.End]
	u, w := nameUnit(text), itemLabelWords()
	out := itemLabel{items: u.has(w.items), other: u.has(w.other) && !u.has(w.sorts), auto: u.has(w.auto), never: u.has(w.never)}
	out.items, out.other = out.items && !out.never, out.other || out.never
	required, optional := u.has(w.required), u.has(w.optional)
	switch {
	case required && !optional:
		out.required = Required
	case optional && !required:
		out.required = Optional
	}
	out.ends = out.items && endsIn(u, w.items, strings.TrimRight(text, " )]>:"))
	start, end := 0, len(text)
	for _, id := range [...]phrases.ID{w.required, w.optional, w.items} {
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
	if start < end {
		out.purpose = r.purposeIn(policy.Range{Start: at.Start + start, End: at.Start + end})
	}
	return out
}

// endsIn reports whether a text ends with a phrase.
func endsIn(u Unit, id phrases.ID, text string) bool {
	return slices.ContainsFunc(u.Matches, func(m phrases.Match) bool { return m.Phrase == id && m.End >= len(text) })
}

// purposeIn trims a text to what it says a purpose is; empty where it says none.
func (r *reader) purposeIn(at policy.Range) policy.Range {
	for {
		at = r.bare(at)
		text := r.doc.Visible[at.Start:at.End]
		m, ok := isEntry(text).find(itemLabelWords().around)
		if !ok || m.Start == 0 {
			break
		}
		at.End = at.Start + m.Start
	}
	text := r.doc.Visible[at.Start:at.End]
	if u := nameUnit(text); size(text) < 2 || u.has(itemLabelWords().sorts) || endsIn(u, itemLabelWords().subject, text) {
		at.End = at.Start
	}
	return at
}

// bare is a text without the signs around it, and without brackets that it does not both open and close.
func (r *reader) bare(at policy.Range) policy.Range {
	const signs, open, closing = " :：-–,./·*※▶■●○ο'\"‘’“”", "([{<【（「『〔", ")]}>】）」』〕"
	text := strings.TrimLeft(r.doc.Visible[at.Start:at.End], signs+closing)
	at.Start = at.End - len(text)
	text = strings.TrimRight(text, signs+open)
	if first, size := utf8.DecodeRuneInString(text); strings.ContainsRune(open, first) {
		if _, inner, rest := outOfBrackets(text, part{0, len(text)}); !hasLetters(text[rest.start:]) || inner.start > size {
			text = strings.TrimRight(text[size:], signs+closing)
			at.Start += size
		}
	}
	if strings.ContainsAny(text, open) != strings.ContainsAny(text, closing) {
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
