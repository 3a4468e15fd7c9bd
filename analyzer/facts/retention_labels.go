package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// signsOfLabels are the signs that set labels apart.
var signsOfLabels = newAnyOf(":", "：", "[", "【", "<", "(", "「", "〈", "\t", "|", "=", "→", "▶", "─", "━", "☞", "⇒", "➔", "…", "->", " - ", " – ", " — ", " ― ")

// mayLabel reports whether signs stand in a text that set labels apart. A long sentence has none.
func mayLabel(text string) bool {
	return signsOfLabels.in(text[:windowBehind(text, 0)])
}

// labelled reads a line of labels: 보존 항목 : …
func (k *keeper) labelled(i int, at policy.Range, labels []label) bool {
	if len(labels) == 0 || k.lines[i].mark.style == "article" || labels[0].title.Start-at.Start > 60 || k.lines[i].ended && labels[0].title.Start-at.Start > 6 {
		return false
	}
	for _, lb := range labels {
		if k.unitHas(i, lb.title, retentionWords().logs) || isOpen(k.doc.Visible[at.Start:lb.title.End]) || k.namesItself(i, lb) {
			return false // 회원 정보: 5년
		}
	}
	told := false
	for _, lb := range labels {
		if title := k.doc.TextOf(lb.title); !k.isAny(title, retentionWords().place) && !k.isAny(title, retentionWords().hours) {
			told = k.label(i, lb) || told
		}
	}
	return told
}

// isOpen reports whether a bracket is opened in a text and not closed: 접속 기록 (통신비밀보호법
func isOpen(s string) bool { return strings.Count(s, "(") > strings.Count(s, ")") }

// namesItself reports whether what stands before a colon is no label, but the name of the record whose
// period stands behind it.
func (k *keeper) namesItself(i int, lb label) bool {
	switch {
	case strings.Count(k.doc.TextOf(lb.title), ")") > strings.Count(k.doc.TextOf(lb.title), "("):
		return true
	case isWordBehind(k.doc.Visible[lb.title.End:lb.value.End]):
		return true // 「통신비밀보호법」에 따른 …
	case !slices.Contains(lb.fields, FieldPeriod) && k.beginsWithLength(lb.value):
		return true // 접속 기록(통신비밀보호법): 3개월
	case slices.Contains(lb.fields, FieldPeriod):
		outer, _, bracket := strings.Cut(k.doc.TextOf(lb.title), "(")
		return bracket && hasLetters(outer) && !slices.Contains(fieldsOf(outer), FieldPeriod)
	}
	return isRecordLabel(lb.fields) && !k.unitHas(i, lb.title, retentionWords().keeps) && k.isPeriod(lb.value)
}

// isWordBehind reports whether a bracket closes and a word goes on right behind it, as no label does.
func isWordBehind(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	return s != "" && strings.ContainsAny(s[:size], ")]>」』】〉") && isHangul(next)
}

// speaks reports whether a line begins with a label of what is kept, why, or for how long: it goes on
// with what stands above it, even where it looks like a heading.
func speaks(labels []label) bool {
	return len(labels) > 0 && !labels[0].value.Empty() && slices.ContainsFunc(labels[0].fields, func(f Field) bool {
		return f == FieldPeriod || f == FieldBasis || f == FieldPurpose || f == FieldItems
	})
}

// isRecordLabel reports whether a label may be the name of a record itself.
func isRecordLabel(fields []Field) bool {
	return !slices.ContainsFunc(fields, func(f Field) bool { return f == FieldPeriod || f == FieldBasis || f == FieldPurpose })
}

// label takes over what stands behind one label.
func (k *keeper) label(i int, lb label) bool {
	if k.group.done && isRecordLabel(lb.fields) {
		k.group = labelGroup{}
	}
	value := k.quote(lb.value)
	if k.isAny(k.doc.TextOf(lb.title), retentionWords().file) {
		k.above = value
		return true
	}
	told := false
	for _, f := range lb.fields {
		switch told = true; f {
		case FieldItems:
			k.group.items, k.group.kept = value, k.unitHas(i, lb.title, retentionWords().keeps)
		case FieldPurpose, FieldTask, FieldGroup, FieldBasis:
			k.ground(i, f, lb)
		case FieldPeriod:
			k.awaits = value.Text == ""
			k.periodOf(i, lb)
		case FieldName, FieldSub, FieldGiver:
			k.group.others = true
		default:
			told = false
		}
	}
	return told
}

// periodOf reads the period behind its label, which may name the record: 행태정보 보유기간
func (k *keeper) periodOf(i int, lb label) {
	if q := k.quote(policy.Range{Start: lb.title.Start, End: lb.title.Start + k.cutTitle(lb.title)}); k.namesRecord(i, q) {
		k.above = q
	}
	k.period(i, lb.value)
}

// namesRecord reports whether words name a kind of record, and not all that is kept.
func (k *keeper) namesRecord(i int, q Quote) bool {
	w := retentionWords()
	return size(q.Text) >= 2 && k.unitHas(i, q.At.Range, w.anything) && !k.isGeneric(q.Text)
}

// ground takes over why a record is kept: a law, or a purpose. A list of records may stand there, too.
func (k *keeper) ground(i int, f Field, lb label) {
	at := lb.value
	p := period.Parse(k.doc.TextOf(at))
	if f == FieldBasis && len(p.Lengths) > 0 {
		before := len(k.out)
		if k.rowsOf(i, at, Quote{}, true) {
			if law, ok := k.lawIn(lb.title); ok { // 상법 - 장부: 10년
				k.groundsOf(before, law)
			}
			return
		}
	}
	if law, ok := k.lawIn(at); ok {
		k.group.basis = law
	} else if law, ok := k.articleOf(lb); ok {
		k.basis = law
	} else if f != FieldBasis && k.group.purpose.Text == "" {
		k.group.purpose = k.quote(at)
	}
}

// articleOf is the law that looks like a label because an article of it stands behind it: 「상법」 제33조. It
// stands over what is kept because of it.
func (k *keeper) articleOf(lb label) (Quote, bool) {
	text := strings.TrimRight(k.doc.TextOf(lb.value), " :")
	if text == "" || articleBehind(text) < len(text) {
		return Quote{}, false
	}
	return k.lawIn(policy.Range{Start: lb.title.Start, End: lb.value.End})
}

// groundsOf gives the rows from one on a law, where they name none.
func (k *keeper) groundsOf(from int, law Quote) {
	for n := from; n < len(k.out); n++ {
		if k.out[n].Basis.Text == "" {
			k.out[n].Basis = law
		}
	}
}

// value reads a line as the value of the label above it.
func (k *keeper) value(i int, at policy.Range) bool {
	k.awaits = false
	return (k.lines[i].size <= longHeading || k.isPeriod(at)) && k.period(i, at)
}

// period reads what stands behind the label of a period, as that of the record told by labels or
// by the lines above.
func (k *keeper) period(i int, at policy.Range) bool {
	if !hasLetters(k.doc.TextOf(at)) {
		return false
	}
	k.group.done = true
	if k.group.others {
		return true
	}
	record := k.recordOf(i)
	if own := k.group.basis; own.Text != "" { // it goes before the law of all that is kept
		defer func(of Quote) { k.basis = of }(k.basis)
		k.basis = own
	}
	before := len(k.out)
	if !k.rowsOf(i, at, record, true) {
		p := period.Parse(k.doc.TextOf(at))
		if p.IsZero() {
			return false
		}
		k.add(Retained{Record: record, Period: k.quote(at), Parsed: p})
	}
	k.groundsOf(before, k.group.basis)
	return true
}

// labelAt is what stands before the first sign in a line, where it is as short as a label.
func (k *keeper) labelAt(at policy.Range) (policy.Range, bool) {
	if !mayLabel(k.doc.TextOf(at)) {
		return policy.Range{}, false
	}
	left, _, ok := k.sidesAt(at)
	return left, ok && !isLonger(k.doc.TextOf(left), longHeading)
}

// labelGroup is what labels say of one record: 보존 항목, 보존 근거.
type labelGroup struct {
	items, purpose, basis Quote
	kept                  bool // the label of the items says that they are kept
	others                bool // a label names a recipient
	done                  bool // its period was read
}
