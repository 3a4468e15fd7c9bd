package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// longRecord is the longest name of a record, by [size].
const longRecord = 120

// pairs reads a record and its period with a sign between them. In a list of them events count, too.
func (k *keeper) pairs(i int, left, right policy.Range) bool {
	if right.Len() > longSentence {
		return false
	}
	text := k.doc.TextOf(right)
	p := period.Parse(text)
	w := retentionWords()
	if p.IsZero() || p.Immediate && len(p.Events) == 0 && len(p.Lengths) == 0 && !isAtOnce(text, p) || k.unitHas(i, policy.Range{Start: left.Start, End: right.End}, w.other) || size(k.doc.TextOf(left)) < 2 {
		return false
	}
	lengths := len(p.Lengths) > 0
	if !lengths && !p.Indefinite && slices.ContainsFunc(listOf("retention.even"), func(even string) bool { return strings.HasPrefix(text[p.End:], even) }) {
		return false // 탈퇴 후에도 보관
	}
	if !lengths && strings.HasPrefix(k.lines[i].Block.Text, "※") {
		return false
	}
	near := p.Start <= 16 || size(text) <= longHeading || size(strings.TrimSpace(text[p.End:])) <= 2 || strings.HasPrefix(strings.TrimSpace(text[p.End:]), "(")
	switch {
	case !near && !k.unitHas(i, right, w.keeps):
		return false
	case k.mode != keptWhole && (!lengths || !k.unitHas(i, left, w.anything)):
		return false
	case !lengths && !k.isUntil(text):
		return false
	}
	row := Retained{Record: k.quote(left)}
	k.withoutLaw(&row)
	if text := k.doc.TextOf(left); isOpen(text) { // 방문 기록 (통신비밀보호법 : 3개월)
		open := strings.LastIndexAny(text, "(（")
		inner := policy.Range{Start: left.Start + open, End: left.End}
		if law, ok := k.lawIn(inner); ok {
			row.Record, row.Basis = k.quote(policy.Range{Start: left.Start, End: inner.Start}), law
		} else {
			row.Record = k.quote(policy.Range{Start: inner.Start + len("("), End: inner.End})
		}
	}
	if row.Basis.Text == "" { // 상법 - 장부: 10년
		row.Basis, _ = k.lawIn(policy.Range{Start: k.lines[i].content().Start, End: left.Start})
	}
	before := len(k.out)
	told := k.rowsOf(i, right, row.Record, true)
	for n := before; n < len(k.out); n++ {
		if row.Basis.Text != "" {
			k.out[n].Basis = row.Basis
		}
	}
	return told
}

// isUntil reports whether a text tells an event with a word that makes it a bound, and says that it is
// one, or no more than that, or what is done then.
func (k *keeper) isUntil(text string) bool {
	w := retentionWords()
	for _, p := range period.Find(text) {
		if p.Until || p.ByLaw || p.Indefinite || size(text[p.End:]) <= 8 || k.isAny(text, w.keeps) || k.isAny(text, w.destroys) {
			return true
		}
	}
	p := period.Parse(text)
	return p.Until && !p.Immediate && strings.TrimSpace(text[:p.Start]) == "" && size(text[p.End:]) <= 2 || isAtOnce(text, p)
}

// isAtOnce reports whether something is destroyed as soon as something has happened: 조회 후 즉시 삭제
func isAtOnce(text string, p period.Period) bool {
	if !p.Immediate || len(p.Lengths)+len(p.Events) > 0 || isSentence(text) || isLonger(text, longHeading/2) {
		return false
	}
	before := strings.TrimRight(text[:p.Start], " ")
	return slices.ContainsFunc(listOf("retention.as_soon"), func(end string) bool { return len(before) > len(end) && strings.HasSuffix(before, end) })
}

// sidesAt parts a line at its first colon, dash or arrow.
func (k *keeper) sidesAt(at policy.Range) (left, right policy.Range, ok bool) {
	text := k.doc.TextOf(at)
	upto := windowBehind(text, 0)
	for i := 0; i < upto; i++ {
		if !sideSigns.begins(text[i]) {
			continue
		}
		n := 0
		switch text[i] {
		case ':', "："[0]:
			n = colon(text, i)
		case ' ', '\t':
			n = dashSigns.at(text, i)
		}
		if n == 0 {
			n = leaders(text[i:])
		}
		if n > 0 && i >= 6 {
			left = policy.Range{Start: at.Start, End: at.Start + i}
			right = policy.Range{Start: at.Start + i + n, End: at.End}
			return left, right, hasLetters(k.doc.TextOf(left)) && hasLetters(k.doc.TextOf(right))
		}
	}
	return left, right, false
}

// beginsWithLength reports whether a text begins with a length of time.
func (k *keeper) beginsWithLength(at policy.Range) bool {
	text := k.doc.TextOf(at)
	found := period.Find(text[:windowBehind(text, 0)])
	return len(found) > 0 && found[0].Start <= 3 && len(found[0].Lengths) > 0
}

// dashSigns stand between spaces, between a record and its period.
var dashSigns = newAnyOf(" - ", " – ", " — ", " → ", " ▶ ", " | ", "\t", " = ", " … ", " ⇒ ", " ➔ ", " -> ", " => ", " ☞ ", " ▷ ")

// leaderSigns lead, several in a row, from a record to its period.
var leaderSigns = [...]string{"·", "ㆍ", "…", ".", "․", "‥", "─", "━", "―", "—", "-", "_", "☞"}

// sideSigns are the signs with which what stands between a record and its period begins.
var sideSigns = newAnyOf(append([]string{":", "：", " ", "\t"}, leaderSigns[:]...)...)

// leaders is the length of a run of dots that leads from a record to its period.
func leaders(s string) int {
	for _, dot := range leaderSigns {
		if s[0] != dot[0] {
			continue
		}
		count, n := 0, 0
		for next := 0; strings.HasPrefix(s[next:], dot); count++ {
			n = next + len(dot)
			next = n + len(s[n:]) - len(strings.TrimLeft(s[n:], " "))
		}
		if count >= 3 || count == 2 && dot == "…" || count == 1 && dot == "☞" {
			return n
		}
	}
	return 0
}

// mostSides is how many signs may stand before the one between a record and its period.
const mostSides = 3

// innerSides parts a line at the sign nearest before its period: 관련법령: 계약에 관한 기록: 5년.
func (k *keeper) innerSides(at policy.Range) (left, right policy.Range, ok bool) {
	left, right, ok = k.sidesAt(at)
	for n := 0; n < mostSides && ok && !k.isPeriod(right); n++ {
		l, r, more := k.sidesAt(right)
		if !more || k.isPeriod(l) {
			break
		}
		left, right = l, r
	}
	if l, r, more := k.sidesAt(right); more && len(period.Find(k.doc.TextOf(l))) == 0 && k.beginsWithLength(r) {
		if _, ok := k.lawIn(left); ok {
			return l, r, true // 상법 - 장부: 10년
		}
	}
	return left, right, ok
}

// isPeriod reports whether a text begins with a period.
func (k *keeper) isPeriod(at policy.Range) bool {
	text := k.doc.TextOf(at)
	text = text[:windowBehind(text, 0)]
	found := period.Find(text)
	if len(found) == 0 {
		return false
	}
	last := found[len(found)-1]
	return found[0].Start <= 12 || size(text) <= longHeading && size(strings.TrimSpace(text[last.End:])) <= 2
}
