package facts

import (
	"slices"
	"strings"
	"unicode"
)

// prose reads a sentence: it says of whom the lines below tell, or tells of somebody itself.
func (t *teller) prose(u *Unit, s string, at int) {
	t.pending, t.joints = nil, nil
	if u.has(officerWords().access) {
		t.role, t.to, t.blocked, t.announced = RoleAccess, nil, false, true
		return
	}
	if !u.has(officerWords().mark) || len(s) > longestLine {
		if t.to != nil && t.spoken == t.next && len(s) <= longestLine && !u.has(officerWords().body) {
			t.writer(s, at).contacts(0, len(s), piece{}) // the next sentence of the line
		} else if t.saysHow(s) && !u.has(officerWords().body) {
			t.writer(s, at).contacts(0, len(s), piece{})
		}
		return
	}
	list := rolesIn(u, s, at)
	if len(list) > 0 && list[0].field == anOther && !t.zone.section {
		t.to, t.blocked = nil, true // the officer for the places where people are
		return
	}
	if u.has(officerWords().named) {
		t.announced = true
	}
	if !u.has(officerWords().body) && !u.has(wordsOf(Remedies).content) {
		t.sentence(list, s, at)
	}
}

// saysHow reports whether a sentence tells how somebody is reached who was named before: 연락처는 … 입니다.
func (t *teller) saysHow(s string) bool {
	if t.to == nil || t.blocked || !t.to.Name.Known() {
		return false
	}
	if l, ok := firstWords(s, 0); !ok || l.start != 0 || l.field != aPhone && l.field != anEmail {
		return false
	} else if !t.to.Phone.Known() && !t.to.Email.Known() && size(s) <= longHeading && isTopic(s[l.end:]) {
		return true
	}
	return t.zone.section && len(s) <= longestLine/4
}

// rolesIn are the first words for a role near those that a sentence was found by.
func rolesIn(u *Unit, s string, at int) []labelAt {
	const before, behind = 45, 30 // bytes
	var out []labelAt
	for _, m := range u.Matches {
		if m.Phrase != officerWords().mark || len(out) > 2 {
			continue
		}
		from, to := nextRune(s, max(0, m.Start-at-before)), nextRune(s, min(len(s), m.End-at+behind))
		if from >= to {
			continue
		}
		l, ok := firstWords(s[:to], from)
		for ok && !l.field.isRole() {
			l, ok = firstWords(s[:to], l.end)
		}
		if ok {
			out = append(out, l)
		}
	}
	return out
}

// sentence finds who is said to be the officer in running words: 보호책임자는 한모란 이사이며, 한모란 이사를
// 보호책임자로, and a number or address in a bracket right behind the words for one.
func (t *teller) sentence(roles []labelAt, s string, at int) {
	i := slices.IndexFunc(roles, func(l labelAt) bool { return l.field == anOfficer || l.field == aContact })
	if i < 0 {
		return
	}
	l := roles[i]
	one := &told{Person: Person{Role: roleOf(l.field)}}
	w := &writer{r: t.r, to: one, at: at, s: s, company: t.company}
	start, end := namedBehind(s, l.end)
	if end <= start || !w.strictly(start, end) {
		start, end = namedBefore(s, l.start)
		switch {
		case end > start && w.strictly(start, end):
			end = l.end
		case isTopic(s[l.end:]):
			w.contacts(l.end, beforeOthers(s, l.end), piece{}) // 보호책임자는 개발자이며 이메일은 …
		default:
			end = l.end
			if n := strings.IndexAny(s[l.end:], "(（"); n != 0 {
				return
			}
			n := strings.IndexAny(s[l.end:], ")）")
			if n < 0 {
				return
			}
			w.contacts(l.end, l.end+n, piece{})
		}
	}
	if one.Name.Known() {
		w.contacts(max(end, l.end), beforeOthers(s, max(end, l.end)), piece{})
	}
	if one.Name.Known() || one.Phone.Known() || one.Email.Known() {
		t.found = append(t.found, one)
		t.to, t.role, t.blocked, t.spoken = one, one.Role, false, t.next
	}
}

// beforeOthers is where a sentence begins to tell of somebody else: of the customer centre.
func beforeOthers(s string, from int) int {
	l, ok := firstWords(s, from)
	for ok && l.field != anOther {
		l, ok = firstWords(s, l.end)
	}
	if ok {
		return l.start
	}
	return len(s)
}

// isTopic reports whether a sentence goes on to say something of what stands before.
func isTopic(behind string) bool {
	for _, p := range [...]string{"는 ", "은 ", "は", " is "} {
		if strings.HasPrefix(behind, p) {
			return true
		}
	}
	return false
}

// strictly takes down the words of a sentence where they name somebody and say nothing else.
func (w *writer) strictly(start, end int) bool {
	if end-start > longestLine/4 {
		return false
	}
	start, end = trimValue(w.s, start, end)
	latin := start < end && isLatin(firstRune(w.s[start:]))
	p := piece{fields: []field{anOfficer}, colon: latin || start < end && isKanaOrHan(w.s[start:end])}
	list := wordsOfPerson(w.s[start:end])
	for i, x := range list {
		if w.s[start+x.start:start+x.end] == "소속" {
			continue // 정보보호팀 소속 한모란
		}
		if i+1 < len(list) && list[i+1].kind == postWord && strings.HasSuffix(w.s[start+x.start:start+x.end], "담당") {
			p.colon = true
			continue // 행정담당 이사 한모란
		}
		if latin && (x.kind != latinWord && x.kind != postWord || !unicode.IsUpper(firstRune(w.s[start+x.start:]))) || !latin && (x.kind == plainWord && !p.colon || x.kind == noNameWord || x.kind == latinWord) {
			return false
		}
	}
	return len(list) > 0 && len(list) <= 5 && w.words(start, end, p) && w.to.Name.Known()
}

func isKanaOrHan(s string) bool {
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) && !strings.ContainsRune("ー・ ", r) {
			return false
		}
	}
	return true
}

// namedBehind is what a sentence says behind the words for an officer, up to its verb.
func namedBehind(s string, from int) (start, end int) {
	rest := s[from:]
	start = -1
	for _, p := range [...]string{"는 ", "은 ", "는, ", "은, ", "인 ", ":", " is ", ", ", "は", "は、", "로 ", "로는 "} {
		if strings.HasPrefix(rest, p) {
			start = from + len(p)
		}
	}
	if start < 0 {
		return 0, 0
	}
	end = len(s)
	for _, stop := range [...]string{"입니다", "이며", "이고", "으로", "(", "（", ",", "、", "가 맡", "이 맡", "가 담당", "이 담당", "를 지정", "을 지정", "를 임명", "을 임명", "로 지정", "이 수행", "가 수행", "です", "であり", "が担当", " and ", " who ", " at "} {
		if n := strings.Index(s[start:], stop); n >= 0 && start+n < end {
			end = start + n
		}
	}
	return start, end
}

// namedBefore is what stands before the words for an officer as that which is made one: 한모란 이사를.
func namedBefore(s string, to int) (start, end int) {
	before := strings.TrimRight(s[:to], " ")
	name, ok := strings.CutSuffix(before, "를")
	if !ok {
		if name, ok = strings.CutSuffix(before, "을"); !ok {
			return 0, 0
		}
	}
	start = len(name)
	for n := 0; n < 3 && start > 0; n++ {
		i := strings.LastIndexByte(strings.TrimRight(name[:start], " "), ' ')
		word := strings.TrimSpace(name[i+1 : start])
		if endsOther(word) {
			break
		}
		start = i + 1
	}
	return start, len(name)
}
