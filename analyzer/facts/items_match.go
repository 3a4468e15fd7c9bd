package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/vendors"
)

// itemNames are the names of the catalogue as a set of phrases, each called by the ID of its item.
var itemNames = sync.OnceValue(func() *phrases.Set {
	ways := make(map[string][]string)
	for _, item := range vendors.Items() {
		for _, list := range [][]string{item.Ko, item.En, item.Ja} {
			for _, name := range list {
				if way := asStem(name); way != "" {
					ways[item.ID] = append(ways[item.ID], way)
				}
			}
		}
	}
	set, err := phrases.Compile(ways)
	if err != nil {
		panic(err) // the catalogue is part of the program; every test of the fact compiles it
	}
	return set
})

// asStem writes a name in the notation of phrases: one stem in which spaces may stand. Names with
// brackets are left out: what stands in brackets is read by itself.
func asStem(name string) string {
	if strings.ContainsAny(name, "()[]<>|#!~^$…_,") {
		return ""
	}
	return strings.ReplaceAll(name, " ", "_") + "_"
}

// itemName is a name of the catalogue met in a text.
type itemName struct {
	id         string
	start, end int
}

// latinNames are the names in Latin letters, as they are spelt.
var latinNames = sync.OnceValue(func() map[string]bool {
	out := make(map[string]bool)
	for _, item := range vendors.Items() {
		for _, name := range slices.Concat(item.Ko, item.En, item.Ja) {
			out[strings.ToLower(name)] = true
		}
	}
	return out
})

// isSpelt reports whether words in Latin letters are parted as a name is: area is not in "are a".
func isSpelt(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return !isLatin(first) || !strings.Contains(s, " ") || latinNames()[strings.ToLower(s)]
}

// matcher looks for names of the catalogue in one text at a time.
type matcher struct {
	scan       *phrases.Scan
	text       string
	from, upto int // the part of the text that was scanned
	found      []phrases.Match
}

// over begins with a text.
func (m *matcher) over(text string) {
	m.close()
	m.text = text
}

func (m *matcher) close() {
	if m.scan != nil {
		m.scan.Close()
		m.scan = nil
	}
}

// names calls yield for the names in a part of the text that are words or stand at the end of one.
func (m *matcher) names(start, end int, yield func(itemName)) {
	if m.scan == nil || start < m.from || end > m.upto {
		m.look(start, end) // most lines are asked for no name at all
	}
	m.found = m.scan.Unit(start-m.from, end-m.from, m.found[:0])
	for _, f := range m.found {
		n := itemName{itemNames().Name(f.Phrase), f.Start + m.from, f.End + m.from}
		if m.begins(n, start) && m.ends(n, end) && isSpelt(m.text[n.start:n.end]) {
			yield(n)
		}
	}
}

// look scans as much of the text as holds a part of it and a little around: long lines are asked for
// part after part.
func (m *matcher) look(start, end int) {
	const before, least = 200, 900
	m.close()
	m.from = nextRune(m.text, max(0, start-before))
	m.upto = nextRune(m.text, min(len(m.text), max(end, m.from+least)))
	m.scan = itemNames().Scan(m.text[m.from:m.upto])
}

// shortName is how many characters a name has that is found at the start of words alone: 포인트 is none
// of 개선포인트.
const shortName = 3

// begins reports whether a name begins a word, or is long enough to be the last part of one: 예약자이름.
func (m *matcher) begins(n itemName, from int) bool {
	if n.start == from {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(m.text[:n.start])
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(m.text[n.start:])
	if isLatin(first) || unicode.IsDigit(first) {
		return !isLatin(before) && !unicode.IsDigit(before) && utf8.RuneCountInString(m.text[n.start:n.end]) > shortName
	}
	item, _ := vendors.ItemByID(n.id)
	if isGrave(item.Class) && n.id != "health" {
		return false // 인성검사 결과
	}
	return utf8.RuneCountInString(m.text[n.start:n.end]) > shortName && !item.Ambiguous || isHead(n.id)
}

// ends reports whether a name is not cut out of a longer word in Latin letters, but for a plural.
func (m *matcher) ends(n itemName, to int) bool {
	last, _ := utf8.DecodeLastRuneInString(m.text[:n.end])
	if !isLatin(last) || n.end >= to {
		return true
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(m.text[n.end:to], "e"), "s")
	next, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || !isLatin(next) && !unicode.IsDigit(next) {
		return true
	}
	next, _ = utf8.DecodeRuneInString(m.text[n.end:to])
	return !isLatin(next) && !unicode.IsDigit(next)
}

// isGrave tells the classes that no word cut out of another may stand for.
func isGrave(c vendors.Class) bool {
	return c == vendors.Health || c == vendors.Biometric || c == vendors.Sensitive
}

// isHead tells the items whose short names go with what they are of in one word: 예약자이름, 회사주소.
func isHead(id string) bool {
	switch id {
	case "name", "address", "gender", "photo", "age", "contact", "email", "phone", "mobile-phone":
		return true
	}
	return false
}

// wholly is the item that a part of the text names: a name at its end, but for what changes nothing,
// or "" where there is none. The longest name counts.
func (m *matcher) wholly(start, end int) itemName {
	var best itemName
	m.names(start, end, func(n itemName) {
		if m.better(n, best) && (n.end == end || isTail(m.text[n.end:end]) || m.goesOn(n, end)) && !m.isFalse(n, start) {
			best = n
		}
	})
	return best
}

// better reports whether a name says sooner what an entry is: the longer one, or in English the one that
// comes first, before what it is of.
func (m *matcher) better(n, best itemName) bool {
	if first, _ := utf8.DecodeRuneInString(m.text[n.start:]); best.id != "" && n.start != best.start && isLatin(first) {
		return n.start < best.start
	}
	return n.end-n.start > best.end-best.start
}

// goesOn reports whether more is said of a name in Latin letters: address of your device.
func (m *matcher) goesOn(n itemName, end int) bool {
	last, _ := utf8.DecodeLastRuneInString(m.text[:n.end])
	rest := strings.TrimLeft(m.text[n.end:end], "es")
	return isLatin(last) && strings.HasPrefix(rest, " ") && matches(rest, entryWords().more, func(m phrases.Match) bool { return m.Start == 1 })
}

// isFalse tells names that mean another thing within a longer entry: 채널 ID is no login ID.
func (m *matcher) isFalse(n itemName, start int) bool {
	if (n.id == "name" || isGrave(vendors.ClassOf(n.id))) && n.start > start && isEntry(m.text[start:n.start]).has(entryWords().technical) {
		return true // 성능 진단 정보, 컴퓨터 이름
	}
	if n.id == "drivers-license" && n.start > start && !strings.HasPrefix(m.text[n.start:], "운전") && m.text[n.start] >= utf8.RuneSelf {
		return true // 약사 면허번호
	}
	name := m.text[n.start:n.end]
	least := 2
	if name[0] < utf8.RuneSelf {
		least++ // ID, PW
	}
	return utf8.RuneCountInString(name) < least && strings.TrimSpace(m.text[start:n.start]) != ""
}

// any is the last of the longest names in a part of the text, whatever else stands there.
func (m *matcher) any(start, end int) itemName {
	var best itemName
	m.names(start, end, func(n itemName) {
		if n.end-n.start > best.end-best.start && (n.end == end || m.endsWord(n.end, end)) && !m.isFalse(n, start) {
			best = n
		}
	})
	return best
}

// endsWord reports whether what follows a place is no letter, or a particle.
func (m *matcher) endsWord(at, end int) bool {
	next, _ := utf8.DecodeRuneInString(m.text[at:end])
	if !unicode.IsLetter(next) && !unicode.IsDigit(next) || unicode.Is(unicode.Hiragana, next) {
		return true
	}
	word := m.text[at:end]
	if i := strings.IndexAny(word, " ,()./·"); i >= 0 {
		word = word[:i]
	}
	return isTail(word)
}

// within reports whether a place stands inside a name, with parts of it on both sides.
func (m *matcher) inName(start, end, at int) bool {
	inside := false
	m.names(start, end, func(n itemName) { inside = inside || n.start < at && at < n.end })
	return inside
}

// isTail reports whether what follows a name does not change what it names.
func isTail(s string) bool {
	s = strings.Trim(s, " .*※)")
	if s == "" || isLonger(s, 8) {
		return s == ""
	}
	return matches(s, entryWords().tail, func(m phrases.Match) bool { return m.Start == 0 && m.End == len(s) })
}

// matches reports whether a phrase is met in a text where the condition holds.
func matches(s string, id phrases.ID, where func(phrases.Match) bool) bool {
	scan := phrases.Labels().Scan(s)
	defer scan.Close()
	var room [fewMatches]phrases.Match
	return slices.ContainsFunc(scan.Unit(0, len(s), room[:0]), func(m phrases.Match) bool { return m.Phrase == id && where(m) })
}

// isEntry is a text with the phrases about entries met in it.
func isEntry(s string) *Unit {
	u := labelUnit(s)
	return &u
}

type entryPhrases struct{ none, tail, action, said, averted, collected, object, means, ways, more, technical, guardian, child, front phrases.ID }

var entryWords = sync.OnceValue(func() entryPhrases {
	return entryPhrases{labelID("entry.none"), labelID("entry.tail"), labelID("entry.action"), labelID("entry.said"), labelID("entry.averted"), labelID("entry.collected"), labelID("entry.object"), labelID("entry.means"), labelID("entry.ways"), labelID("entry.more"), labelID("entry.technical"), labelID("entry.guardian"), labelID("entry.child"), labelID("entry.front")}
})

// ofWhom is the item of a person in whose care the data subject is, or who is in theirs, and where the
// words for it begin.
func (m *matcher) ofWhom(n itemName, start int) (string, int) {
	if n.id == "" || n.start <= start {
		return n.id, start
	}
	before := m.text[start:n.start]
	if vendors.ClassOf(n.id) == vendors.Children || n.id == "consent-record" {
		return n.id, start
	}
	u := isEntry(before)
	if at, ok := u.find(entryWords().guardian); ok {
		if n.id == "ci" || n.id == "di" || n.id == "identity-verification" {
			return "guardian-ci", start + at.Start
		}
		return "guardian", start + at.Start
	}
	if at, ok := u.find(entryWords().child); ok {
		return "children-info", start + at.Start
	}
	return n.id, start
}
