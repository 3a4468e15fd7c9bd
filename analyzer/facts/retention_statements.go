package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A telling is a text that tells periods, and how far it was read.
type telling struct {
	line   int
	at     policy.Range
	record Quote // what a period is told of that names nothing itself
	known  bool  // it is known to tell periods, as what stands behind a label does: events alone count, too

	found    []period.Period
	measured bool // there are lengths of time among them
	told     bool // a row was told
	from     int  // where the last statement ended
}

// rowsOf reads the periods in a text and what is kept for each; false where it tells none.
func (k *keeper) rowsOf(i int, at policy.Range, record Quote, known bool) bool {
	at.End = nextRune(k.doc.Visible, min(at.End, at.Start+longSentence)) // what is decided in a line stays near
	text := k.doc.TextOf(at)
	t := &telling{line: i, at: at, record: record, known: known, found: period.Find(text), from: at.Start}
	if known && len(t.found) == 0 {
		if p := period.Parse(text); len(p.Lengths) > 0 || len(p.Events) > 0 || p.Indefinite {
			t.found = append(t.found, p)
		}
	}
	if known && len(t.found) > 0 {
		if p := period.Parse(text); isWholePeriod(t.found, p) {
			t.found = []period.Period{p}
		}
	}
	t.measured = slices.ContainsFunc(t.found, func(p period.Period) bool { return len(p.Lengths) > 0 })
	for n, p := range t.found {
		if k.keepsFor(t, p, text[p.End:]) {
			k.tell(t, n)
		}
	}
	return t.told
}

// isWholePeriod reports whether the periods found in a value are parts of one that the value tells: 종료 후 6월,
// 30일 이상 60일 이내.
func isWholePeriod(found []period.Period, p period.Period) bool {
	if len(found) == 0 || len(found) > 2 || p.Start > found[0].Start || p.End < found[len(found)-1].End {
		return false
	}
	if len(found) == 1 {
		return len(found[0].Lengths) == 0 && len(p.Lengths) == 1
	}
	least, most := found[0].Lengths, found[1].Lengths
	return len(least) == 1 && len(most) == 1 && least[0].AtLeast && most[0].AtMost && len(p.Lengths) == 2
}

// keepsFor reports whether a period is how long something is kept.
func (k *keeper) keepsFor(t *telling, p period.Period, behind string) bool {
	switch {
	case !k.counts(p, behind, t.known) && (t.known || !k.ends(t.line, t.at, p)):
		return false
	case p.ByLaw && (len(t.found) > 1 || k.except > 0 && t.known && len(p.Events) == 0):
		return false // as the law says, besides
	case t.measured && len(p.Lengths) == 0 && !p.Until && !p.Immediate && !p.Indefinite:
		return false
	}
	return !k.isGrace(behind) && (t.known || !k.isHaste(t.line, t.at, p))
}

// tell makes a row of the n-th period of a text.
func (k *keeper) tell(t *telling, n int) {
	p := t.found[n]
	start, end := t.at.Start+p.Start, t.at.Start+p.End
	row := Retained{Period: k.quote(policy.Range{Start: start, End: end}), Parsed: p}
	if text := k.doc.TextOf(t.at); t.known && len(t.found) == 1 && isAtOnce(text, p) {
		row.Period = k.quote(policy.Range{Start: t.at.Start, End: end})
		row.Record, t.told = t.record, true
		k.add(row)
		return
	}
	left, rest := policy.Range{Start: t.from, End: start}, policy.Range{Start: end, End: t.at.End}
	if n+1 < len(t.found) {
		rest.End = t.at.Start + t.found[n+1].Start
	}
	again := t.from > t.at.Start
	t.from = k.tail(rest, &row)
	if n+1 < len(t.found) && t.found[n+1].Immediate && len(t.found[n+1].Events) == 0 {
		rest.End = t.at.End // 탈퇴 시 개인정보는 즉시 파기
	}
	named := k.name(t, left, rest, again, &row)
	if row.Basis.Text == "" && !t.known {
		row.Basis, _ = k.lawIn(left)
	}
	switch {
	case k.unitHas(t.line, left, retentionWords().following):
		k.waits, t.told = &row, true // the lines below name the records
		return
	case !k.nameOrDefault(t, left, named, &row):
		return // 5년, 이후 파기
	case !t.known && (row.Record.Text == "" && len(p.Lengths) == 0 || !named && k.mode != keptWhole):
		return
	}
	t.told = true
	k.add(row)
}

// name finds what is kept before or behind its period.
func (k *keeper) name(t *telling, left, rest policy.Range, again bool, row *Retained) bool {
	if len(t.found) > 1 && (!t.known || again || t.record.Text == "") && k.bare(left, again, row) {
		return true
	}
	return k.subject(t.line, left, again, row) || !t.known && k.object(t.line, rest, row)
}

// nameOrDefault gives a row without a name of its own, or with one that says nothing, that of what it is
// kept for, or else of what the text is about; false where that was told already.
func (k *keeper) nameOrDefault(t *telling, left policy.Range, named bool, row *Retained) bool {
	generic := named && k.isGeneric(row.Record.Text)
	if named && !generic {
		return true
	}
	if (t.record.Text == "" || t.told) && k.towards(t.line, left, row) {
		return true
	}
	switch {
	case !named && t.told:
		return false
	case !named || t.record.Text != "" && t.known:
		row.Record = t.record
	}
	return true
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
	if len(p.Lengths) != 1 || !p.Lengths[0].AtMost || len(p.Events) > 0 || k.unitHas(i, at, retentionWords().keeps) {
		return false
	}
	before := strings.TrimRight(k.doc.TextOf(at)[:p.Start], " ")
	isFinished := func(end string) bool { return strings.HasSuffix(before, end) } // 행사를 마친 후 1개월 이내에 없앱니다
	return k.mode != keptWhole || !slices.ContainsFunc(listOf("retention.finished"), isFinished)
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
	return k.mode == keptWhole && (p.Until || p.Indefinite || slices.Contains(p.Events, period.Ongoing))
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
	trimmed := afterLength(text)
	if n := strings.IndexAny(trimmed, "(（["); n > 0 && n <= head(trimmed, mostVerb) && !strings.ContainsAny(trimmed[:n], ")/,") {
		trimmed = trimmed[n:] // 3개월 보관(통신비밀보호법)
	}
	end := rest.Start + len(text) - len(trimmed)
	if open, size := utf8.DecodeRuneInString(trimmed); open == '(' || open == '（' || open == '[' {
		n := closing(trimmed)
		if n == 0 {
			return end // another period stands within
		}
		inner := policy.Range{Start: end + size, End: end + n}
		if law, ok := k.lawOrSame(inner); ok {
			row.Basis = law
		}
		return end + n
	}
	return end
}

// afterLength is what stands behind a length of time and the words that say that it lasts.
func afterLength(text string) string {
	text = strings.TrimLeft(text, " ")
	for _, word := range listOf("retention.lasting") {
		text = strings.TrimLeft(strings.TrimPrefix(text, word), " ")
	}
	return strings.TrimLeft(text, " ,")
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
