package facts

import (
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// itemLabel is what a label says of the items that it stands over or before.
type itemLabel struct {
	required Requirement
	items    bool // it calls them items
	other    bool // it is about something else: how, why, how long
	auto     bool
	purpose  policy.Range // what else it says, in the visible text; empty where nothing
}

type labelPhrases struct {
	required, optional, items, other, auto, purpose, sorts, around phrases.ID
}

var itemLabelWords = sync.OnceValue(func() labelPhrases {
	return labelPhrases{nameID("label.required"), nameID("label.optional"), nameID("label.items"), nameID("label.other"), nameID("label.auto"),
		nameID("label.purpose"), nameID("label.sorts"), nameID("label.around")}
})

// longItemLabel is the longest label, by [size].
const longItemLabel = 60

// itemLabelOf reads a label that stands at a place of the visible text.
func (r *reader) itemLabelOf(at policy.Range) itemLabel {
	text := r.doc.Visible[at.Start:at.End]
	u, w := nameUnit(text), itemLabelWords()
	out := itemLabel{items: u.has(w.items), other: u.has(w.other) && !u.has(w.sorts), auto: u.has(w.auto)}
	required, optional := u.has(w.required), u.has(w.optional)
	switch {
	case required && !optional:
		out.required = Required
	case optional && !required:
		out.required = Optional
	}
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

// purposeIn trims a text to what it says a purpose is; empty where it says none.
func (r *reader) purposeIn(at policy.Range) policy.Range {
	const signs = " :：-–[](){}<>【】（）「」『』〔〕,./·*※▶■●○ο'\"‘’“”"
	text := r.doc.Visible[at.Start:at.End]
	for {
		left := strings.TrimLeft(text, signs)
		at.Start += len(text) - len(left)
		text = strings.TrimRight(left, signs)
		if strings.Count(text, "(") < strings.Count(left[:min(len(left), len(text)+1)], ")") {
			text = strings.TrimRight(left, strings.ReplaceAll(signs, ")", "")) // a bracket of its own closes
		}
		at.End = at.Start + len(text)
		m, ok := isEntry(text).find(itemLabelWords().around)
		if !ok || m.Start == 0 {
			break
		}
		text = text[:m.Start]
		at.End = at.Start + m.Start
	}
	if size(text) < 2 || isEntry(text).has(itemLabelWords().sorts) {
		return policy.Range{Start: at.Start, End: at.Start}
	}
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
