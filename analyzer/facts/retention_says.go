package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// says reads a line that is neither a label nor in a table: 계약에 관한 기록 : 5년 (상법), and sentences.
func (k *keeper) says(i int, at policy.Range) bool {
	l := &k.lines[i]
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

// lists reads an entry of a list that ends with its period, without a sign before it: 계약 기록(5년).
func (k *keeper) lists(i int, at policy.Range) bool {
	text := k.doc.TextOf(at)
	if k.mode < keptListed || isSentence(text) || isLonger(text, 5*longHeading) || k.unitHas(i, at, retentionWords().other) {
		return false
	}
	found := period.Find(text)
	if len(found) == 0 || len(found[len(found)-1].Lengths) == 0 || size(text[found[len(found)-1].End:]) > 2 {
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
	if p.IsZero() || p.Immediate && len(p.Events) == 0 && len(p.Lengths) == 0 || k.unitHas(i, policy.Range{Start: left.Start, End: right.End}, w.other) || size(k.doc.TextOf(left)) < 2 {
		return false
	}
	lengths := len(p.Lengths) > 0
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
	before := len(k.out)
	told := k.rowsOf(i, right, row.Record, true)
	for n := before; n < len(k.out); n++ {
		if k.out[n].Basis.Text == "" || row.Basis.Text != "" {
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
	return false
}

// unitHas reports whether a phrase stands in a part of a line. A line tells only of the first place of
// a phrase, so the part is looked through on its own where that lies elsewhere.
func (k *keeper) unitHas(i int, at policy.Range, id phrases.ID) bool {
	l := &k.lines[i]
	if _, ok := l.findIn(id, at); ok || !l.has(id) {
		return ok
	}
	return k.isAny(k.doc.TextOf(at), id)
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

// rowsOf reads the periods in a text and what is kept for each. record is what a period is told of
// that names nothing itself. Where the text is known to tell a period, as behind a label, events
// alone count, too.
func (k *keeper) rowsOf(i int, at policy.Range, record Quote, known bool) bool {
	at.End = nextRune(k.doc.Visible, min(at.End, at.Start+longSentence)) // what is decided in a line stays near
	text := k.doc.TextOf(at)
	found := period.Find(text)
	if known && len(found) == 0 {
		if p := period.Parse(text); len(p.Lengths) > 0 || len(p.Events) > 0 || p.Indefinite {
			found = append(found, p)
		}
	}
	told := false
	from := 0
	measured := slices.ContainsFunc(found, func(p period.Period) bool { return len(p.Lengths) > 0 })
	for n, p := range found {
		if !k.counts(p, text[p.End:], known) && !(!known && k.ends(i, at, p)) || k.except > 0 && known && p.ByLaw && len(p.Events) == 0 || p.ByLaw && len(found) > 1 || measured && len(p.Lengths) == 0 && !p.Until && !p.Immediate || k.isGrace(text[p.End:]) || !known && k.isHaste(i, at, p) {
			continue
		}
		row := Retained{Period: k.quote(policy.Range{Start: at.Start + p.Start, End: at.Start + p.End}), Parsed: p}
		left := policy.Range{Start: at.Start + from, End: at.Start + p.Start}
		rest := policy.Range{Start: at.Start + p.End, End: at.End}
		if n+1 < len(found) {
			rest.End = at.Start + found[n+1].Start
		}
		end := k.tail(rest, &row)
		named := len(found) > 1 && (!known || from > 0 || record.Text == "") && k.bare(left, from > 0, &row) || k.subject(i, left, from > 0, &row) || !known && k.object(i, rest, &row)
		if row.Basis.Text == "" && !known {
			row.Basis, _ = k.lawIn(left)
		}
		from = end - at.Start
		if k.unitHas(i, left, retentionWords().following) {
			waits := row
			k.waits, told = &waits, true
			continue
		}
		if generic := named && k.isGeneric(row.Record.Text); !named || generic {
			if (told || generic && record.Text == "" || record.Text == "") && k.towards(i, left, &row) {
				named = true
			}
			switch {
			case !named && told:
				continue // 5년, 이후 파기
			case !named || generic && record.Text != "" && known:
				row.Record = record
			}
		}
		if !known && (row.Record.Text == "" && len(p.Lengths) == 0 || !named && k.mode != keptWhole) {
			continue
		}
		told = true
		k.add(row)
	}
	return told
}

// ends reports whether a sentence in the section about retention says that records are destroyed with
// an event: 회원 탈퇴 시 즉시 삭제합니다. That they are when their purpose is achieved is the general rule.
func (k *keeper) ends(i int, at policy.Range, p period.Period) bool {
	if k.mode != keptWhole || k.section < 0 || !within(k.headings[k.section].Clauses, Retention) || !k.unitHas(i, at, retentionWords().destroys) {
		return false
	}
	if !k.isAny(k.doc.TextOf(at), retentionWords().atOnce) {
		return false
	}
	return slices.ContainsFunc(p.Events, func(e period.Event) bool {
		return e == period.Withdrawal || e == period.ContractEnd || e == period.Request || e == period.Shutdown || e == period.OccasionEnd
	}) && !slices.Contains(p.Events, period.Purpose)
}

// isHaste reports whether a length is how soon something is destroyed, not how long it is kept.
func (k *keeper) isHaste(i int, at policy.Range, p period.Period) bool {
	return len(p.Lengths) == 1 && p.Lengths[0].AtMost && len(p.Events) == 0 && !k.unitHas(i, at, retentionWords().keeps)
}

// isGrace reports whether a period is one within which something can be taken back.
func (k *keeper) isGrace(behind string) bool {
	return k.isAny(behind[:head(behind, 6)], retentionWords().grace)
}

// counts reports whether a period can be how long something is kept.
func (k *keeper) counts(p period.Period, behind string, known bool) bool {
	switch {
	case len(p.Lengths) > 0:
		return true
	case len(p.Events) == 0:
		return known && (p.Indefinite || p.Immediate || p.ByLaw || p.Vague) || p.Indefinite && k.isAny(behind[:head(behind, 12)], retentionWords().keeps)
	case known:
		return true
	}
	return k.mode == keptWhole && (p.Until || slices.Contains(p.Events, period.Ongoing))
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

// isNothing tells a text that says that there is nothing to say.
func isNothing(text string) bool {
	text = strings.Trim(text, " .-–()[]")
	return text == "" || slices.Contains(listOf("retention.nothing"), text)
}

// mostVerb is how long the verb behind a period may be before a bracket, in characters.
const mostVerb = 6

// tail reads on behind a period: a law in brackets, and takes in the verb. It returns where the
// statement ends.
func (k *keeper) tail(rest policy.Range, row *Retained) int {
	text := k.doc.TextOf(rest)
	trimmed := strings.TrimLeft(text, " 간동안")
	if n := strings.IndexAny(trimmed, "(（["); n > 0 && n <= head(trimmed, mostVerb) {
		trimmed = trimmed[n:] // 3개월 보관(통신비밀보호법)
	}
	end := rest.Start + len(text) - len(trimmed)
	if open, size := utf8.DecodeRuneInString(trimmed); open == '(' || open == '（' || open == '[' {
		n := closing(trimmed)
		if n == 0 {
			return end // another period stands within
		}
		inner := policy.Range{Start: end + size, End: end + n}
		if law, ok := k.lawIn(inner); ok {
			row.Basis = law
		}
		return end + n
	}
	return end
}

// closing is how far the bracket reaches with which s begins; 0 where it is not closed.
func closing(s string) int {
	depth := 0
	for i, r := range s {
		switch r {
		case '(', '（', '[':
			depth++
		case ')', '）', ']':
			if depth--; depth == 0 {
				return i + utf8.RuneLen(r)
			}
		}
	}
	return 0
}

// sidesAt parts a line at its first colon, dash or arrow.
func (k *keeper) sidesAt(at policy.Range) (left, right policy.Range, ok bool) {
	text := k.doc.TextOf(at)
	upto := windowBehind(text, 0)
	for i := 0; i < upto; i++ {
		n := 0
		switch text[i] {
		case ':', "："[0]:
			n = colon(text, i)
		case ' ', '\t':
			n = dashed(text[i:])
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

// mostSides is how many signs may stand before the one between a record and its period.
const mostSides = 3

// dashed is the length of the sign between spaces with which s begins.
func dashed(s string) int {
	for _, sign := range [...]string{" - ", " – ", " — ", " → ", " ▶ ", " | ", "\t", " = "} {
		if strings.HasPrefix(s, sign) {
			return len(sign)
		}
	}
	return 0
}

// leaders is the length of a run of dots that leads from a record to its period.
func leaders(s string) int {
	if s[0] != '.' && s[0] != "·"[0] && s[0] != "…"[0] && s[0] != "ㆍ"[0] {
		return 0 // most bytes
	}
	for _, dot := range [...]string{"·", "ㆍ", "…", ".", "․", "‥"} {
		n := 0
		for strings.HasPrefix(s[n:], dot) {
			n += len(dot)
		}
		if n >= 3*len(dot) || n >= 2*len(dot) && dot == "…" {
			return n
		}
	}
	return 0
}

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
