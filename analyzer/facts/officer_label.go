package facts

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// A field is what a label says that its value is.
type field uint8

const (
	unlabelled field = iota
	aName
	aDepartment
	aTitle
	aPhone
	aFax
	anEmail
	aside // something else of the person: hours, an address
	anOfficer
	aContact
	anAccess
	anOther // somebody who answers for something else
)

// roleOf is the role that a label names.
func roleOf(f field) Role {
	switch f {
	case aContact:
		return RoleContact
	case anAccess:
		return RoleAccess
	}
	return RoleOfficer
}

type personPhrases struct {
	fields, glued                          map[phrases.ID]field
	post, postAlone, unit, surname, noName phrases.ID
}

var personWords = sync.OnceValue(func() personPhrases {
	return personPhrases{
		fields: map[phrases.ID]field{
			nameID("person.name"): aName, nameID("person.department"): aDepartment, nameID("person.title"): aTitle,
			nameID("person.phone"): aPhone, nameID("person.fax"): aFax, nameID("person.email"): anEmail, nameID("person.beside"): aside,
			nameID("person.officer"): anOfficer, nameID("person.contact"): aContact, nameID("person.access"): anAccess, nameID("person.other"): anOther,
		},
		glued: map[phrases.ID]field{
			nameID("glued.name"): aName, nameID("glued.department"): aDepartment, nameID("glued.title"): aTitle,
			nameID("glued.phone"): aPhone, nameID("glued.fax"): aFax, nameID("glued.email"): anEmail,
		},
		post: nameID("person.post"), postAlone: nameID("person.postalone"), unit: nameID("person.unit"),
		surname: nameID("person.surname"), noName: nameID("person.noname"),
	}
})

// A labelAt is a label in a text: its words, and where its value begins.
type labelAt struct {
	field             field
	start, end, value int
	colon             bool
	reaches           bool // a number or address stands right behind it
}

// nextLabel finds the first label at or behind a place.
func nextLabel(s string, at int) (labelAt, bool) {
	for at < len(s) {
		l, ok := firstWords(s, at)
		if !ok {
			return labelAt{}, false
		}
		if l.closes(s) {
			return l, true
		}
		at = l.end
	}
	return labelAt{}, false
}

// firstWords finds the first words of a label at or behind a place. Of several that overlap it is the
// role rather than the field, and the one for something else rather than the officer.
func firstWords(s string, at int) (labelAt, bool) {
	best := labelAt{start: len(s)}
	for _, m := range nameUnit(s[at:min(len(s), at+longestLine)]).Matches {
		f, ok := personWords().fields[m.Phrase]
		if !ok {
			continue
		}
		l := labelAt{field: f, start: at + m.Start, end: at + m.End}
		overlaps := l.start < best.end && best.start < l.end
		if best.field == unlabelled || !overlaps && l.start < best.start || overlaps && (l.outweighs(&best)) {
			best = l
		}
	}
	return best, best.field != unlabelled
}

// outweighs tells which of two labels that overlap is meant: of two roles that begin together, 보호책임자 및
// 담당부서, the officer; else the longer.
func (l *labelAt) outweighs(other *labelAt) bool {
	switch {
	case l.weight() != other.weight():
		return l.weight() > other.weight()
	case l.start != other.start:
		return l.start < other.start
	case l.field.isRole() && l.field != other.field:
		return l.field == anOfficer
	}
	return l.end > other.end
}

// weight is which of two labels that overlap is meant.
func (l *labelAt) weight() int {
	switch {
	case l.field == anOther:
		return 4
	case l.field == anAccess:
		return 3
	case l.field.isRole():
		return 2
	}
	return 1
}

// closes reports whether words are used as a label, and finds where the value begins: behind a colon
// or the like, at the end of the text, or right there where it begins as such a value does.
func (l *labelAt) closes(s string) bool {
	rest := s[l.end:]
	if l.isGlued(s) {
		l.value = l.end
		return true
	}
	if !startsLabel(s, l.start) && (!l.field.isRole() || isLatin(rune(s[l.start]))) || rest != "" && strings.IndexByte("@_", rest[0]) >= 0 || strings.HasPrefix(rest, ".") && !l.abbreviates(rest[1:]) {
		return false
	}
	rest = strings.TrimPrefix(rest, ".")
	rest = strings.TrimLeft(rest, " ")
	if n := qualifier(rest, l.field.isRole() && l.field != anOther); n > 0 {
		rest = strings.TrimLeft(rest[n:], " ")
	}
	if n := l.tail(rest); n > 0 {
		rest = strings.TrimLeft(rest[n:], " ")
		if next, ok := firstWords(rest, 0); ok && next.start == 0 && !l.field.isRole() {
			l.value = len(s) - len(rest)
			return next.closes(rest) // 성명 및 연락처:
		}
	}
	l.value = len(s) - len(rest)
	if rest == "" {
		return true
	}
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case strings.ContainsRune(":：)）>]】］=→∶﹕〉》", r):
		l.value += size
		l.colon = strings.ContainsRune(":：→∶﹕=", r) || r == ')' && !l.field.isRole()
		return true
	case strings.ContainsRune("-–—", r) && (l.field == anOfficer || l.field == aName || l.field == aDepartment) && strings.HasPrefix(rest[size:], " ") && isLatin(firstRune(rest[size+1:])):
		l.colon = true // Privacy Officer - Moran Han
		return true
	case strings.ContainsRune("|/·-–—ㆍ&[(", r), strings.ContainsRune(",、;", r) && l.field.isRole():
		return true // but 성명, 연락처, 이메일 is a list of items
	}
	return l.valued(s, rest)
}

// abbreviates reports whether the full stop behind a label is that of a short form, with a number or an
// address behind it: TEL. 02-0000-0000.
func (l *labelAt) abbreviates(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && (l.field == aPhone || l.field == aFax || l.field == anEmail) && (rest[0] == '(' || l.valued(rest, rest))
}

// isGlued reports whether the value of a label begins in its very word, as where a page sets the two
// apart by their looks alone: 이름한모란, 소속정보보호팀.
func (l *labelAt) isGlued(s string) bool {
	if l.end >= len(s) || !isHangul(firstRune(s[l.end:])) || hasLetters(s[:l.start]) {
		return false
	}
	word, _, _ := strings.Cut(s[l.end:], " ")
	switch l.field {
	case aName:
		u := nameUnit(word)
		return utf8.RuneCountInString(word) == 3 && isPersonName(word, &u) && kindOf(word) == nameWord
	case aDepartment:
		return kindOf(word) == unitWord && kindOf(s[l.start:l.end+len(word)]) == unitWord && utf8.RuneCountInString(word) > 2
	case aTitle:
		return kindOf(word) == postWord
	}
	return false
}

// tail goes over what a label may have behind its words: 주소, 번호, 는, and of a role, what the title
// of its clause says.
func (l *labelAt) tail(rest string) int {
	if l.field.isRole() {
		if n := strings.IndexAny(rest, ":："); n > 0 && size(rest[:n]) <= longestName/2 && !strings.ContainsAny(rest[:n], "@0123456789") {
			if first, _ := nextLabel(rest[:n], 0); first.field == unlabelled {
				return n
			}
		}
		return 0
	}
	for _, word := range listOf("particles.behind_label") {
		if strings.HasPrefix(rest, word) {
			return len(word)
		}
	}
	return 0
}

// valued reports whether a value stands right behind a label without a sign between.
func (l *labelAt) valued(s, rest string) bool {
	switch l.field {
	case aPhone, aFax:
		l.reaches = strings.ContainsRune("0123456789+", rune(rest[0]))
		return l.reaches
	case anEmail:
		word, _, _ := strings.Cut(rest, " ")
		l.reaches = strings.Contains(word, "@")
		return l.reaches
	case aside:
		return false
	}
	if l.field.isRole() {
		return true
	}
	return l.end < len(s) && s[l.end] == ' ' && !hasLetters(s[:l.start]) && size(rest) <= longestName
}
