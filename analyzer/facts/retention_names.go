package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

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
	scan := phrases.Default().Scan(text)
	defer scan.Close()
	for _, m := range scan.Unit(0, len(text), nil) {
		if m.Phrase == retentionWords().keeps {
			return m.Start
		}
	}
	return 0
}

// bare names what is kept in a row of records and lengths without particles: 처방전 2년, 진료기록부 10년
func (k *keeper) bare(left policy.Range, again bool, row *Retained) bool {
	if again {
		left = k.behindTail(left)
	}
	text := k.doc.TextOf(left)
	start := clauseStart(text)
	name := strings.Trim(text[start:], " (（")
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
	if n := len(text) - len(strings.TrimLeft(text, " )")); strings.HasPrefix(text[n:], "/") {
		left.Start += n + 1
		return left // 계약(5년)/결제(5년)
	}
	best := 0
	for _, sign := range [...]string{", ", "，", "; ", ") ", "),", "고 ", "며 ", "며,", "고,", "· ", "/ ", "、", ","} {
		if i := strings.Index(text, sign); i >= 0 && i <= 40 && i+len(sign) > best && (best == 0 || i < best) && !endsWithAny(text[:i+len(sign)], listOf("retention.no_clause_ends")) {
			best = i + len(sign)
		}
	}
	left.Start += best
	return left
}
