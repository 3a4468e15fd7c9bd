package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// subject finds what is kept in the words before its period. again says that another statement stands
// before them in the line.
func (k *keeper) subject(i int, left policy.Range, again bool, row *Retained) bool {
	if again {
		left = k.behindTail(left)
	}
	text := strings.TrimRight(k.doc.TextOf(left), " (（[<〈“‘「『\"'")
	left.End = left.Start + len(text)
	if law, rest, ok := k.lawAtEnd(left); ok {
		if row.Basis.Text == "" {
			row.Basis = law
		}
		if bracketed := rest.End < left.End && strings.ContainsAny(k.doc.Visible[rest.End:left.End], "(（["); bracketed {
			return k.nameOf(rest, row)
		}
		left = rest
		text = k.doc.TextOf(left)
	}
	switch s := strings.TrimRight(text, " :：-–=→"); {
	case s == "":
		return false
	case endsLabel(text):
		return k.nameOf(policy.Range{Start: left.Start + lastLabel(s), End: left.Start + len(s)}, row)
	case k.bracketed(left) && !k.unitHas(i, left, retentionWords().keeps) && !k.unitHas(i, left, retentionWords().destroys):
		return k.nameOf(left, row)
	}
	return k.caseBefore(left, row) || k.clauseBefore(i, left, row)
}

// bare names what is kept in a row of records and lengths without particles: 처방전 2년, 진료기록부 10년
func (k *keeper) bare(left policy.Range, again bool, row *Retained) bool {
	if again {
		left = k.behindTail(left)
	}
	text := k.doc.TextOf(left)
	start := clauseStart(text)
	name := strings.TrimSpace(text[start:])
	w := retentionWords()
	if len(row.Parsed.Lengths) == 0 || size(name) < 2 || isLonger(name, longHeading) || endsLabel(name) || endsWithParticle(name) {
		return false
	}
	for _, no := range [...]phrases.ID{w.keeps, w.destroys, w.towards, w.other} {
		if k.isAny(name, no) {
			return false
		}
	}
	return k.nameOf(policy.Range{Start: left.Start + start, End: left.End}, row)
}

// endsWithParticle reports whether a word ends that a sentence goes on from.
func endsWithParticle(s string) bool {
	for _, p := range listOf("retention.goes_on") {
		if strings.HasSuffix(s, p) {
			return true
		}
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return last < utf8.RuneSelf && last != ')'
}

// withoutLaw takes the law in brackets at the end of the name of a record for its ground.
func (k *keeper) withoutLaw(row *Retained) {
	text := row.Record.Text
	if !strings.HasSuffix(text, ")") && !strings.HasSuffix(text, "）") {
		return
	}
	open := strings.LastIndexAny(k.doc.TextOf(row.Record.At.Range), "(（")
	if open <= 0 {
		return
	}
	at := row.Record.At.Range
	law, ok := k.lawIn(policy.Range{Start: at.Start + open, End: at.End})
	if !ok || 3*size(law.Text) < 2*(size(k.doc.Visible[at.Start+open:at.End])-2) {
		return
	}
	row.Record, row.Basis = k.quote(policy.Range{Start: at.Start, End: at.Start + open}), law
}

// caseBefore names what is kept by the case in which it is: 분쟁이 있는 경우 해결 시까지
func (k *keeper) caseBefore(left policy.Range, row *Retained) bool {
	text := strings.TrimRight(k.doc.TextOf(left), " ,")
	for _, end := range listOf("retention.case_ends") {
		s, ok := strings.CutSuffix(text, end)
		if !ok || strings.HasSuffix(s, "의 ") || size(s) < 4 {
			continue
		}
		start := 0
		for _, before := range listOf("retention.case_begins") {
			if i := strings.LastIndex(s, before); i >= 0 {
				start = max(start, i+len(before))
			}
		}
		return k.nameOf(policy.Range{Start: left.Start + start, End: left.Start + len(text)}, row)
	}
	return false
}

// towards names what is kept by what it is kept for, where it has no name of its own.
func (k *keeper) towards(i int, left policy.Range, row *Retained) bool {
	m, ok := k.lines[i].findIn(retentionWords().towards, left)
	if !ok {
		return false
	}
	s := strings.TrimRight(k.doc.Visible[left.Start:m.Start], " ")
	for _, p := range listOf("retention.purpose_ends") {
		s = strings.TrimSuffix(s, p)
	}
	return k.nameOf(policy.Range{Start: left.Start + clauseStart(s), End: left.Start + len(s)}, row)
}

// endsLabel reports whether a text ends as a label does.
func endsLabel(text string) bool {
	text = strings.TrimRight(text, " ")
	for _, sign := range [...]string{":", "：", "-", "–", "=", "→"} {
		if strings.HasSuffix(text, sign) {
			return true
		}
	}
	return false
}

// lastLabel is where the last part of a text begins that a colon sets apart.
func lastLabel(s string) int {
	for i := len(s) - 1; i > 0; i-- {
		if s[i] == ':' {
			return i + 1
		}
	}
	return 0
}

// bracketed reports whether the period behind a stretch stands in brackets: 계약 기록(5년).
func (k *keeper) bracketed(left policy.Range) bool {
	rest := k.doc.Visible[left.End:]
	return strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "（") || strings.HasPrefix(rest, " (")
}

// behindTail drops what still belongs to the statement before: the verb, a comma.
func (k *keeper) behindTail(left policy.Range) policy.Range {
	text := k.doc.TextOf(left)
	best := 0
	for _, sign := range [...]string{", ", "，", "; ", ") ", "),", "고 ", "며 ", "며,", "고,", "· ", "/ ", "、", ","} {
		if i := strings.Index(text, sign); i >= 0 && i <= 40 && i+len(sign) > best && (best == 0 || i < best) {
			best = i + len(sign)
		}
	}
	left.Start += best
	return left
}

// nameOf takes words as the name of a record.
func (k *keeper) nameOf(at policy.Range, row *Retained) bool {
	text := k.doc.TextOf(at)
	if m := markOf(strings.TrimLeft(text, " ")); m.end > 0 {
		at.Start += len(text) - len(strings.TrimLeft(text, " ")) + m.end
	}
	q := k.quote(at)
	if slices.Contains(fieldsOf(q.Text), FieldPeriod) {
		q = k.quote(policy.Range{Start: at.Start, End: at.Start + k.cutTitle(at)}) // 회원의 개인정보 보유기간은
		if !k.isAny(q.Text, retentionWords().anything) {
			return false
		}
	}
	if size(q.Text) < 2 {
		return false
	}
	for _, end := range listOf("retention.of_case") {
		if s, ok := strings.CutSuffix(q.Text, end); ok {
			q.Text = s
		}
	}
	row.Record = q
	k.withoutLaw(row)
	return true
}

// cutTitle is where, in what a title of periods speaks of, the words about keeping begin.
func (k *keeper) cutTitle(at policy.Range) int {
	text := k.doc.TextOf(at)
	scan := phrases.Details().Scan(text)
	defer scan.Close()
	for _, m := range scan.Unit(0, len(text), nil) {
		if m.Phrase+firstDetail() == retentionWords().keeps {
			return m.Start
		}
	}
	return 0
}

// clauseBefore finds what is kept in the sentence before a period: the nearest words with a particle
// that can be kept, back to where their clause begins.
func (k *keeper) clauseBefore(i int, left policy.Range, row *Retained) bool {
	text := k.doc.TextOf(left)
	if first, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " .,")); isLatin(first) {
		return k.englishSubject(left, row)
	}
	for end := len(text); end > 0; {
		trimmed := strings.TrimRight(text[:end], " ,，、")
		for _, p := range listOf("retention.particles") {
			s, ok := strings.CutSuffix(trimmed, p)
			if !ok || s == "" || strings.HasSuffix(s, " ") || end < len(text) && slices.Contains(listOf("retention.subject_only"), p) {
				continue
			}
			at := policy.Range{Start: left.Start + clauseStart(s), End: left.Start + len(s)}
			if k.isAny(k.doc.TextOf(at), retentionWords().anything) && k.nameOf(at, row) {
				return true
			}
			break
		}
		end = strings.LastIndexAny(trimmed, " ")
	}
	return false
}

// object finds what is kept, or destroyed, behind its period: 해지일로부터 1년간 해당 이용자의 정보를 보유
func (k *keeper) object(i int, rest policy.Range, row *Retained) bool {
	verb, ok := k.verb(i, rest)
	if !ok {
		return false
	}
	words := k.doc.Visible[rest.Start:verb]
	end, best := 0, ""
	for _, p := range listOf("retention.object") {
		if n := strings.LastIndex(words, p); n > end {
			end, best = n, p
		}
	}
	if best == "" || size(words[end:]) > 12 {
		end = len(strings.TrimRight(words, " "))
		if n := strings.LastIndexByte(words[:end], ' '); n < 0 {
			return false
		}
	}
	s := words[:end]
	start := len(s) - len(strings.TrimLeft(s, " 간동안,"))
	if best == "" {
		start = strings.LastIndexByte(s, ' ') + 1
	}
	start = max(start, clauseStart(s))
	return start < end && k.isAny(s[start:], retentionWords().anything) && k.nameOf(policy.Range{Start: rest.Start + start, End: rest.Start + end}, row)
}

// verb is where it is said, behind a period, that something is kept or destroyed.
func (k *keeper) verb(i int, rest policy.Range) (int, bool) {
	w := retentionWords()
	at, found := rest.End, false
	for _, id := range [...]phrases.ID{w.keeps, w.destroys} {
		if m, ok := k.lines[i].findIn(id, rest); ok && m.Start < at {
			at, found = m.Start, true
		}
	}
	return at, found
}

// clauseStart is where the last clause of a text begins: behind a comma and the like, behind the end
// of another verb, behind another subject.
func clauseStart(s string) int {
	start := 0
	for _, end := range listOf("retention.clause_ends") {
		if i := strings.LastIndex(s, end); i >= 0 && i+len(end) > start && !(end == "은 " && strings.HasSuffix(s[:i], "같")) {
			start = i + len(end)
		}
	}
	return start
}

// englishSubject finds what is kept before or behind the verb: Payment records are kept for, we keep
// payment records for.
func (k *keeper) englishSubject(left policy.Range, row *Retained) bool {
	text := k.doc.TextOf(left)
	lower := strings.ToLower(text)
	for _, verb := range listOf("retention.verbs_behind") {
		if i := strings.Index(lower, verb); i > 0 {
			start := 0
			if j := strings.LastIndexAny(text[:i], ",;"); j >= 0 {
				start = j + 1
			}
			w, rest := retentionWords(), text[i:]
			if rest = rest[:min(len(rest), 40)]; !k.isAny(text[start:i], w.anything) || !k.isAny(rest, w.keeps) && !k.isAny(rest, w.destroys) {
				continue
			}
			return k.nameOf(policy.Range{Start: left.Start + start, End: left.Start + i}, row)
		}
	}
	for _, verb := range listOf("retention.verbs_before") {
		if i := strings.Index(lower, verb); i >= 0 {
			end := len(text)
			for _, prep := range listOf("retention.verbs_end") {
				if j := strings.LastIndex(lower, prep); j > i {
					end = min(end, j)
				}
			}
			if end > i+len(verb) {
				return k.nameOf(policy.Range{Start: left.Start + i + len(verb), End: left.Start + end}, row)
			}
		}
	}
	return false
}
