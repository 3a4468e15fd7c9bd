package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

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
