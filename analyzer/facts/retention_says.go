package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// says reads a line that is neither a label nor in a table: 계약에 관한 기록 : 5년 (상법), and sentences.
func (k *keeper) says(i int, at policy.Range) bool {
	l := &k.lines[i]
	if parts := k.parted(at); len(parts) > 1 {
		for _, part := range parts {
			left, right, _ := k.innerSides(part)
			k.pairs(i, left, right)
		}
		return true
	}
	if left, right, ok := k.innerSides(at); ok && !isLonger(k.doc.TextOf(left), longRecord) && k.pairs(i, left, right) {
		return true
	}
	if k.lists(i, at) {
		return true
	}
	told := false
	for u := range l.Units {
		unit := &l.Units[u]
		part := policy.Range{Start: max(at.Start, unit.Range.Start), End: unit.Range.End}
		if !part.Empty() && k.tells(unit) {
			told = k.rowsOf(i, part, k.near(i), false) || told
		}
	}
	return told
}

var bars = newSigns("|｜")

// parted parts a line at its bars where each part has a record and its period: 예약 정보 : 1년 | 접수증 : 2년
func (k *keeper) parted(at policy.Range) []policy.Range {
	text := k.doc.TextOf(at)
	if k.mode < keptListed || !bars.in(text) || at.Len() > longSentence {
		return nil
	}
	var out []policy.Range
	start := at.Start
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == '｜' }) {
		start += strings.Index(k.doc.Visible[start:at.End], s)
		part := k.trim(policy.Range{Start: start, End: start + len(s)})
		if part.Empty() {
			continue
		}
		_, right, ok := k.innerSides(part)
		if !ok || period.Parse(k.doc.TextOf(right)).IsZero() {
			return nil
		}
		out = append(out, part)
	}
	return out
}

// lists reads an entry of a list that ends with its period, without a sign before it: 계약 기록(5년).
func (k *keeper) lists(i int, at policy.Range) bool {
	text := k.doc.TextOf(at)
	if k.mode < keptListed || isSentence(text) || isLonger(text, 5*longHeading) || k.unitHas(i, at, retentionWords().other) {
		return false
	}
	found := period.Find(text)
	if len(found) == 0 || len(found[len(found)-1].Lengths) == 0 || behindList(text[found[len(found)-1].End:]) > 2 {
		return false
	}
	if len(found) > 1 {
		return k.listsSeveral(i, at)
	}
	left := policy.Range{Start: at.Start, End: at.Start + len(strings.TrimRight(text[:found[0].Start], " (（"))}
	if isLonger(k.doc.TextOf(left), 2*longHeading) {
		return false
	}
	row := Retained{Period: k.quote(policy.Range{Start: at.Start + found[0].Start, End: at.Start + found[0].End}), Parsed: found[0]}
	if law, ok := k.lawIn(left); ok { // 통신비밀보호법에 따른 접속 기록 3개월
		row.Basis = law
		if start := law.At.Range.End + clauseStart(k.doc.Visible[law.At.Range.End:left.End]); start > law.At.Range.End {
			left.Start = start
		}
	}
	if !k.isAny(k.doc.TextOf(left), retentionWords().anything) || !k.nameOf(left, &row) {
		return false
	}
	k.add(row)
	return true
}

// behindList is the size of what stands behind the last period of a list, without a bracket.
func behindList(s string) int {
	trimmed := strings.TrimLeft(s, " ")
	if strings.HasPrefix(trimmed, "(") && closing(trimmed) == len(strings.TrimRight(trimmed, " .")) {
		return 0
	}
	return size(s)
}

// listsSeveral reads an entry of a list of several records with their lengths, which may begin with the law
// that is the ground of all.
func (k *keeper) listsSeveral(i int, at policy.Range) bool {
	before := len(k.out)
	if !k.rowsOf(i, at, Quote{}, true) {
		return false
	}
	law, _ := k.lawIn(at)
	for n := before; n < len(k.out); n++ {
		if k.out[n].Basis.Text == "" && law.At.Range.End <= k.out[before].Period.At.Range.Start {
			k.out[n].Basis = law
		}
	}
	return true
}

// tells reports whether a sentence tells how long something is kept.
func (k *keeper) tells(u *Unit) bool {
	w := retentionWords()
	if u.has(w.other) {
		return false
	}
	switch k.mode {
	case keptWhole:
		return u.has(w.keeps) || u.has(w.destroys)
	case keptListed:
		return u.has(w.keeps) || u.has(w.destroys)
	}
	return false
}

// near is what a sentence speaks of that does not name it.
func (k *keeper) near(i int) Quote {
	if k.above.Text != "" {
		return k.above
	}
	return k.titleOver(i)
}
