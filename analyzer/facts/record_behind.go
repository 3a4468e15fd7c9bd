package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// listedBehind reads what stands behind a sentence and its colon, in the same line: 다음 업무를 위탁합니다:
// 배송(가람로지스), 결제 대행(누리페이).
func (x *lineReader) listedBehind(i int, at policy.Range) bool {
	text := x.doc.TextOf(at)
	n := colon(text, 0)
	if n == 0 {
		return false
	}
	var what, names []policy.Range
	weight := 0
	for _, p := range listParts(text, n, len(text)) {
		part := x.trim(policy.Range{Start: at.Start + p.start, End: at.Start + p.end})
		if part.Empty() {
			continue // behind the full stop
		}
		s := strings.TrimRight(x.doc.TextOf(part), " .")
		open := strings.IndexByte(s, '(')
		if open <= 0 || !strings.HasSuffix(s, ")") {
			return false
		}
		left := x.trim(policy.Range{Start: part.Start, End: part.Start + open})
		right := policy.Range{Start: part.Start + open + 1, End: part.Start + len(s) - 1}
		weight += max(x.nameliness(right), -decisive) - max(x.nameliness(left), -decisive)
		what, names = append(what, left), append(names, right)
	}
	if len(names) < 2 {
		return false
	}
	if weight < 0 {
		what, names = names, what
	}
	x.addPairs(i, names, what)
	return true
}

// firmBehind reads a line of a list that names work, then who does it, and goes on in sentences: 배송: ㈜가람,
// 미국, cs@garam.example. 주소가 …
func (x *lineReader) firmBehind(i int, at policy.Range) bool {
	left, right, ok := x.halves(at)
	l := &x.lines[i]
	first := l.Units[0].Range
	if !ok || right.Start >= first.End || x.nameliness(left) > 0 || x.saysOtherwise(l, left, right) {
		return false
	}
	said := x.trim(policy.Range{Start: right.Start, End: first.End})
	text := x.doc.TextOf(said)
	names := company.Split(text).Names
	if len(names) == 0 || names[0].Start > 0 || !hasLegalForm(text[:names[0].End]) || !isFirm(text[:names[0].End]) || isSentence(text) && strings.HasSuffix(text, "다.") {
		return false
	}
	x.flush()
	rec := record{list: x.list, line: i}
	rec.add(FieldName, policy.Range{Start: said.Start, End: said.Start + names[0].End})
	rec.add(FieldTask, left)
	rest := policy.Range{Start: said.Start + names[0].End, End: said.End}
	if where := x.country(i, rest); !where.Empty() {
		rec.add(FieldCountry, where)
	}
	for _, mail := range emailsIn(x.doc.TextOf(rest)) {
		rec.add(FieldContact, policy.Range{Start: rest.Start + mail.start, End: rest.Start + mail.end})
	}
	x.out = append(x.out, rec)
	x.last, x.bare = i, -1
	return true
}

// entrustsAbroad reports whether a sentence of a section about transfers names a country to which work is given.
func (x *lineReader) entrustsAbroad(i int, at policy.Range) bool {
	s := x.list.sections
	return s.transfer && !s.entrustment && x.says(i, at, givingWords()[0].verb) && !x.country(i, at).Empty()
}
