package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// A word is a word of what a policy writes about a person.
type word struct {
	start, end int
	kind       wordKind
	apart      bool // a sign stands before it: a comma, a slash, a bracket
	inside     bool // it stands in a bracket
}

type wordKind uint8

const (
	plainWord  wordKind = iota
	postWord            // a post: 팀장, 대표이사
	unitWord            // a part of the organisation: 정보보호팀
	nameWord            // a name by its form
	noNameWord          // a word that is neither
	latinWord
)

// wordsOfPerson cuts a text into words, each with what it is by its form. Letters that stand apart, 한 모 란,
// are one.
func wordsOfPerson(s string) []word {
	var out []word
	depth, apart := 0, true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == ' ' || isWordSeparator(r) {
			switch r {
			case '(', '（', '[':
				depth++
			case ')', '）', ']':
				depth = max(0, depth-1)
			}
			apart = apart || r != ' '
			i += n
			continue
		}
		end := i
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if r == ' ' || isWordSeparator(r) {
				break
			}
			end += n
		}
		out = append(out, word{start: i, end: end, apart: apart, inside: depth > 0})
		apart = false
		i = end
	}
	out = joinSingles(s, out)
	for i := range out {
		out[i].kind = kindOf(s[out[i].start:out[i].end])
	}
	return out
}

func isWordSeparator(r rune) bool {
	return strings.ContainsRune("/|,、()（）[]<>·:：;=→ㆍ※\"“”", r)
}

// joinSingles makes one word of letters that stand apart: 한 모 란, 팀 장.
func joinSingles(s string, words []word) []word {
	out := words[:0]
	for i := 0; i < len(words); {
		j := i
		for j < len(words) && (j == i || !words[j].apart) && utf8.RuneCountInString(s[words[j].start:words[j].end]) == 1 && isHangul(firstRune(s[words[j].start:])) {
			j++
		}
		w := words[i]
		if j > i+1 && j-i <= 5 {
			w.end = words[j-1].end
			i = j
		} else {
			i++
		}
		out = append(out, w)
	}
	return out
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// joinLetters takes out the spaces of a text whose letters all stand apart.
func joinLetters(s string) string {
	fields := strings.Fields(s)
	for _, f := range fields {
		if utf8.RuneCountInString(f) > 1 || !isHangul(firstRune(f)) {
			return s
		}
	}
	return strings.Join(fields, "")
}

// kindOf tells what a word is by its form.
func kindOf(s string) wordKind {
	s = joinLetters(s)
	if isLatin(firstRune(s)) {
		s = strings.TrimRight(s, ".") // Dr.
	}
	u := nameUnit(s)
	w := personWords()
	switch {
	case u.endsWith(w.postAlone, len(s), true), u.endsWith(w.post, len(s), false):
		return postWord
	case u.endsWith(w.unit, len(s), false) && utf8.RuneCountInString(s) > 2, isUnitByEnd(s):
		return unitWord
	case isPersonName(s, &u):
		return nameWord
	case unicode.Is(unicode.Latin, firstRune(s)) && !strings.ContainsFunc(s, isHangul):
		return latinWord
	case u.has(w.noName):
		return noNameWord
	}
	return plainWord
}

// isUnitByEnd tells parts of organisations by their last syllable, where no name is so long or ends so.
func isUnitByEnd(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	switch n := utf8.RuneCountInString(s); {
	case strings.ContainsRune("과처팀", last):
		return n >= 3
	case strings.ContainsRune("실부국단", last):
		return n >= 4
	}
	return false
}

// endsWith reports whether a phrase stands at the end of a text, or is all of it.
func (u *Unit) endsWith(id phrases.ID, end int, all bool) bool {
	for _, m := range u.Matches {
		if m.Phrase == id && m.End == end && (!all || m.Start == 0) {
			return true
		}
	}
	return false
}

// isPersonName reports whether a word has the form of a Korean name: two to four syllables, the first
// a surname, and no other word.
func isPersonName(s string, u *Unit) bool {
	n := 0
	for _, r := range s {
		if !isHangul(r) {
			return false
		}
		n++
	}
	if n < 2 || n > 4 || u.has(personWords().noName) {
		return false
	}
	m, ok := u.find(personWords().surname)
	for _, other := range u.Matches {
		if other.Phrase == personWords().surname && other.Start == 0 && other.End > m.End {
			m = other
		}
	}
	letters := utf8.RuneCountInString(s[:m.End])
	return ok && m.Start == 0 && n > letters && (n < 4 || letters == 2) && !strings.HasSuffix(s, "님")
}

// isUnfilled reports whether a value is a slot that nobody filled in, or says that there is none.
func isUnfilled(s string) bool {
	s = strings.TrimSpace(s)
	if isSlot(s) {
		return true
	}
	if strings.Contains(s, "${") || strings.Contains(s, "{{") || strings.Contains(s, "<%") || strings.Contains(s, "<?") {
		return true
	}
	for _, sign := range signs {
		if strings.Contains(s, sign) {
			return true
		}
	}
	if slices.Contains(listOf("people.unfilled"), strings.Trim(s, " .-()")) {
		return true
	}
	if i := strings.IndexAny(s, "[<{"); i == 0 && strings.ContainsAny(s, "]>}") {
		if l, ok := nextLabel(strings.Trim(s, "[]<>{} "), 0); ok && !l.colon && !l.field.isRole() && !hasLetters(strings.Trim(s, "[]<>{} ")[l.end:]) {
			return true // <가온상사 - 이름>
		}
		scan := phrases.Default().Scan(s[1:])
		defer scan.Close()
		u := Unit{Matches: scan.Unit(0, len(s)-1, nil)}
		return u.has(slotWords().name) || u.has(slotWords().instruction) || u.has(slotWords().label)
	}
	return false
}

// plainCompany is a name without legal form, spaces and signs, as names are compared.
func plainCompany(s string) string {
	start, end := company.StripForms(s)
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s[start:end])
}

// repeatsCompany reports whether what is written as a department is the company itself, or the last
// words of its name.
func repeatsCompany(department, issuer string) bool {
	if department == "" {
		return false
	}
	start, end := company.StripForms(department)
	if start > 0 || end < len(strings.TrimSpace(department)) {
		return true
	}
	own := plainCompany(department)
	return issuer != "" && (own == issuer || strings.HasSuffix(issuer, own) && utf8.RuneCountInString(own) >= 4)
}
