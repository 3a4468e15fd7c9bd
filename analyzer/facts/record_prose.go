package facts

import (
	"strings"
	"sync"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// prose reads the sentences of a line that say to whom work or data are given:
// 회사는 배송을 위하여 ㈜가람로지스에 배송 업무를 위탁하고 있습니다.
func (x *lineReader) prose(i int) {
	x.flush()
	x.pending, x.bare = nil, -1
	l := &x.lines[i]
	for j := range l.Units {
		u := &l.Units[j]
		if u.has(promiseWords()) || x.enumerated(i, u.Range) {
			continue
		}
		if m, ok := u.find(handingWords()); ok && x.hands(i, policy.Range{Start: m.End, End: u.Range.End}) {
			continue
		}
		for _, v := range givingWords() {
			if m, ok := u.find(v.verb); ok {
				if v.side == entrusted && x.listedBehind(i, policy.Range{Start: m.End, End: u.Range.End}) {
					break
				}
				if v.side == entrusted && x.shares(i, policy.Range{Start: u.Range.Start, End: m.Start}) {
					break
				}
				if v.side == entrusted && x.entrustsAbroad(i, u.Range) {
					v.side = transferred
				}
				if !x.sentence(i, policy.Range{Start: u.Range.Start, End: m.Start}, v.side) {
					x.examples(i, u.Range, v.side)
				}
				break
			}
		}
	}
}

// examples reads the companies that a bracket gives as examples: 클라우드 업체(예: Garam Cloud).
func (x *lineReader) examples(i int, at policy.Range, s side) {
	text := x.doc.TextOf(at)
	for _, sign := range [...]string{"(예:", "(예 :", "(예시:", "(예를 들어", "(e.g.", "(for example", "(例："} {
		k := strings.Index(text, sign)
		if k < 0 {
			continue
		}
		start := k + len(sign)
		end := start + max(0, strings.IndexAny(text[start:], ")）"))
		start += len(text[start:end]) - len(strings.TrimLeft(text[start:end], " ,"))
		if start >= end || !isFirm(text[start:end]) || s == transferred && !x.list.sections.transfer {
			return
		}
		rec := record{list: &list{line: i, names: s, sections: x.list.sections}, line: i}
		rec.add(FieldName, policy.Range{Start: at.Start + start, End: at.Start + end})
		x.out = append(x.out, rec)
		return
	}
}

// enumerated reads a sentence that is nothing but companies, each with its task in brackets:
// ㈜가람로지스(배송), 누리페이(결제 대행).
func (x *lineReader) enumerated(i int, at policy.Range) bool {
	text := x.doc.TextOf(at)
	if strings.Count(text, "(") < 2 || !company.MayHaveForm(text) {
		return false
	}
	if x.bracketed(i, at) {
		return true
	}
	names := company.Split(text).Names
	for _, n := range names {
		if n.Kind != company.Company || n.Note == "" && company.Bare(text[n.Start:n.End]) == text[n.Start:n.End] {
			return false
		}
	}
	if len(names) < 2 {
		return false
	}
	x.enumeration(i, at.Start, text, names)
	return true
}

// enumeration adds a record for each name, with its task where a bracket behind it tells one.
func (x *lineReader) enumeration(i, base int, text string, names []company.Name) {
	lst := &list{line: i, sections: x.list.sections}
	for _, n := range names {
		rec := record{list: lst, line: i}
		rec.add(FieldName, policy.Range{Start: base + n.Start, End: base + n.End})
		if k := strings.Index(text[n.End:], n.Note); n.Note != "" && k >= 0 && k < 3 {
			rec.add(FieldTask, policy.Range{Start: base + n.End + k, End: base + n.End + k + len(n.Note)})
		}
		x.out = append(x.out, rec)
	}
}

// noted reports whether each name has a bracket behind it that tells what its work is.
func noted(names []company.Name, text string) bool {
	for _, n := range names {
		if n.Kind != company.Company || n.Note == "" || hasValue(n.Note) || !isSomebody(n, text) {
			return false
		}
	}
	return len(names) > 0
}

// bracketed reads a line of tasks, each with the company in brackets: 배송 (가람로지스), 결제 (누리페이㈜).
func (x *lineReader) bracketed(i int, at policy.Range) bool {
	text := x.doc.TextOf(at)
	var what, names []policy.Range
	weight := 0
	for start := 0; start < len(text); {
		open := strings.Index(text[start:], " (")
		if open < 0 {
			break
		}
		open += start
		end := strings.IndexByte(text[open:], ')')
		if end < 0 {
			return false
		}
		left := x.trim(policy.Range{Start: at.Start + start, End: at.Start + open})
		right := policy.Range{Start: at.Start + open + len(" ("), End: at.Start + open + end}
		weight += x.nameliness(right) - x.nameliness(left)
		what, names = append(what, left), append(names, right)
		start = open + end + 1
	}
	if len(names) < 2 || weight < decisive {
		return false
	}
	x.addPairs(i, names, what)
	return true
}

// addPairs adds a record for each name that is somebody's, with the work that it is named for, as a list of its own.
func (x *lineReader) addPairs(i int, names, work []policy.Range) {
	lst := &list{line: i, sections: x.list.sections}
	for n, name := range names {
		if namesSomebody(x.doc.TextOf(name)) {
			rec := record{list: lst, line: i}
			rec.add(FieldName, name)
			rec.add(FieldTask, work[n])
			x.out = append(x.out, rec)
		}
	}
}

// giving is a verb that says that something is given, and to what sort of recipients.
type giving struct {
	verb phrases.ID
	side side
}

var givingWords = sync.OnceValue(func() []giving {
	return []giving{{detail("giving.work"), entrusted}, {detail("giving.abroad"), transferred}, {detail("giving.data"), provided}}
})

// handingWords are the verbs of English sentences that say to whom work is given.
var handingWords = sync.OnceValue(func() phrases.ID { return detail("giving.hands") })

// gives reports whether a line says that something is given.
func gives(l *Line) bool {
	for _, v := range givingWords() {
		if l.has(v.verb) {
			return true
		}
	}
	return false
}

// sentence looks for the names before a particle, in what stands before the verb.
func (x *lineReader) sentence(i int, at policy.Range, s side) bool {
	text := x.doc.TextOf(at)
	for end := len(text); end > 0; {
		from, n := -1, 0
		for _, p := range listOf("particles.behind_recipient") {
			if k := strings.LastIndex(text[:end], p); k > from {
				from, n = k, len(p)
			}
		}
		if from < 0 {
			return false
		}
		end = from
		start := nounsBefore(text[:from])
		where := x.country(i, at)
		if s == transferred && x.says(i, at, abroadWords().home) {
			return true // 모두 서울 리전에 저장됩니다
		}
		if n := where.End - at.Start; !where.Empty() && n >= start && n < from && strings.HasPrefix(text[n:], "의 ") {
			start = n + len("의 ") // 미국의 Garam Cloud Inc.
		}
		if !isFirm(text[start:from]) && (s != entrusted || !isNamed(text[start:from], text[from:])) || s == transferred && !x.list.sections.transfer && where.Empty() {
			continue
		}
		lst := &list{line: i, said: true, names: s, sections: x.list.sections}
		rec := record{list: lst, line: i}
		x.joined(&rec, policy.Range{Start: at.Start + start, End: at.Start + from})
		what, why := object(text, at.Start, from+n, len(text)), aim(text, at.Start, start)
		if what.Empty() {
			what = object(text, at.Start, nounsBefore(strings.TrimRight(text[:start], " 를을")), start)
		}
		if what.Empty() && s == transferred {
			what = subject(text, at.Start, from+n)
		}
		switch {
		case s != entrusted:
			rec.add(FieldItems, what)
			rec.add(FieldPurpose, why)
		case !why.Empty():
			rec.add(FieldTask, why)
		default:
			rec.add(FieldTask, what)
		}
		if s == transferred {
			rec.add(FieldCountry, where)
		}
		if s == transferred && (lst.sections.entrustment || x.entrustsAbroad(i, x.lines[i].Block.Range)) {
			lst.names |= entrusted
		}
		x.out = append(x.out, rec)
		return true
	}
	return false
}

// joined adds names that a particle joins: 가람로지스와 누리페이.
func (x *lineReader) joined(rec *record, at policy.Range) {
	text := x.doc.TextOf(at)
	for _, and := range [...]string{"와 ", "과 "} {
		if i := strings.Index(text, and); i > 0 && isFirm(text[:i]) {
			rec.add(FieldName, policy.Range{Start: at.Start, End: at.Start + i})
			x.joined(rec, policy.Range{Start: at.Start + i + len(and), End: at.End})
			return
		}
	}
	rec.add(FieldName, at)
}

// country is the first that a part of a line names.
func (x *lineReader) country(i int, at policy.Range) policy.Range {
	m, ok := x.lines[i].findIn(elementWords()[OverseasTransfer]["country"].said, at)
	if !ok {
		return policy.Range{}
	}
	return policy.Range{Start: m.Start, End: m.End}
}

// says reports whether a part of a line holds a phrase.
func (x *lineReader) says(i int, at policy.Range, id phrases.ID) bool {
	_, ok := x.lines[i].findIn(id, at)
	return ok
}

// nounsBefore is where the nouns begin with which a text ends: behind the particle of another word.
func nounsBefore(text string) int {
	start := 0
	for _, sign := range listOf("particles.before_nouns") {
		if i := strings.LastIndex(text, sign); i >= 0 {
			start = max(start, i+len(sign))
		}
	}
	return start
}

// object is what is given: the words up to their particle.
func object(text string, base, start, end int) policy.Range {
	s := strings.TrimRight(text[start:end], " ")
	for _, p := range [...]string{"를", "을"} {
		if t, ok := strings.CutSuffix(s, p); ok {
			lead := len(t) - len(strings.TrimLeft(t, " "))
			return policy.Range{Start: base + start + lead, End: base + start + len(t)}
		}
	}
	return policy.Range{}
}

// subject is what is given in a sentence in the passive: 기기 모델이 전송되고.
func subject(text string, base, start int) policy.Range {
	for i := range text[start:] {
		if rest := text[start+i:]; i > 0 && (strings.HasPrefix(rest, "이 ") || strings.HasPrefix(rest, "가 ")) {
			return policy.Range{Start: base + start, End: base + start + i}
		}
	}
	return policy.Range{}
}

// aim is what it is given for: the words before 위하여.
func aim(text string, base, end int) policy.Range {
	for _, p := range [...]string{"을 위하여", "를 위하여", "을 위해", "를 위해", " 위하여", " 위해", " 목적으로"} {
		i := strings.LastIndex(text[:end], p)
		if i < 0 {
			continue
		}
		start := 0
		for _, sign := range listOf("particles.before_aim") {
			if j := strings.LastIndex(text[:i], sign); j >= 0 {
				start = max(start, j+len(sign))
			}
		}
		return policy.Range{Start: base + start, End: base + i}
	}
	return policy.Range{}
}

// isNamed reports whether one word before a particle is the name of who is given work, and no word for
// any such: 외부 업체에, 다음에.
func isNamed(text, behind string) bool {
	if !strings.HasPrefix(behind, "에") || strings.Contains(behind, "같이") {
		return false
	}
	word := strings.TrimSpace(text)
	if strings.ContainsAny(word, " ,") || !isCompany(word) || isLonger(word, longestName) {
		return false
	}
	u := nameUnit(word)
	return hasMore(word, 3) && !u.has(nameWords().none)
}

// isFirm reports whether words within a sentence are names of companies beyond doubt: by a legal form, a
// capital, or the word with which bodies and firms end.
func isFirm(text string) bool {
	names := company.Split(text).Names
	for _, n := range names {
		s := text[n.Start:n.End]
		if n.Kind != company.Company || isLonger(s, longestName) {
			return false
		}
		if company.Bare(s) == s && !strings.ContainsFunc(s, unicode.IsUpper) && !endsAsFirm(s) {
			return false
		}
	}
	return len(names) > 0
}

// endsAsFirm reports whether a name ends as those of firms and bodies do.
func endsAsFirm(s string) bool {
	scan := phrases.Titles().Scan(s)
	defer scan.Close()
	for _, m := range scan.Unit(0, len(s), nil) {
		if m.Phrase == firmWords() && m.Start > 0 {
			return true
		}
	}
	return false
}

var firmWords = sync.OnceValue(func() phrases.ID { return titleID("pair.firm") })
