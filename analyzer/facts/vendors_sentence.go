package facts

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

func rangeOf(m vendors.Mention) policy.Range { return policy.Range{Start: m.Start, End: m.End} }

// aroundVendor is the sentence that names a vendor, with the phrases met in it.
type aroundVendor struct {
	head, tail, whole wordsMet
	nouns             string // what stands between the name and what goes on: brackets, nouns, names told with it
	otherProduct      bool   // a product stands behind the name that the catalogue does not know
}

// wordsMet are the phrases of a text.
type wordsMet []phrases.Match

func (w wordsMet) has(id phrases.ID) bool {
	return slices.ContainsFunc(w, func(m phrases.Match) bool { return m.Phrase == id })
}

func vendorWordsIn(text string) wordsMet {
	scan := phrases.Vendors().Scan(text)
	defer scan.Close()
	return scan.Unit(0, len(text), nil)
}

// namesTool reports whether the nouns behind a name tell what is used.
func (a *aroundVendor) namesTool() bool {
	return slices.ContainsFunc(listOf("vendors.tools"), func(w string) bool { return strings.Contains(a.nouns, w) })
}

// headLength is how many bytes before a name a verb may stand that is said of it.
const headLength = 60

// aroundVendor reads the sentence of a mention, among all of its page.
func (r *reader) aroundVendor(all []vendorMention, i int) aroundVendor {
	m := &all[i]
	end := m.unit.Range.End
	at := r.behindVendor(all, i)
	from := max(m.unit.Range.Start, m.Start-headLength)
	for !utf8.RuneStart(r.doc.Visible[from]) {
		from++
	}
	return aroundVendor{
		head: vendorWordsIn(r.doc.Visible[from:m.Start]), tail: vendorWordsIn(r.doc.Visible[at:end]), whole: vendorWordsIn(r.doc.TextOf(m.unit.Range)),
		nouns: r.doc.Visible[m.End:max(at, m.End)], otherProduct: productWord(strings.TrimLeft(r.doc.Visible[m.End:end], " "), r.doc.Visible[:min(m.End+1, end)]) > 0,
	}
}

// behindVendor is where a sentence goes on behind a name: behind brackets, legal forms, nouns that leave it the
// same thing, and the names that are told together with it.
func (r *reader) behindVendor(all []vendorMention, i int) int {
	at, end := all[i].End, all[i].unit.Range.End
	const most = 40 // steps
	for range most {
		next := r.beyondOne(all, at, end)
		if next == at {
			break
		}
		at = next
	}
	return at
}

// beyondOne is where the next thing ends that belongs to the names, or at.
func (r *reader) beyondOne(all []vendorMention, at, end int) int {
	text := r.doc.Visible[at:end]
	if rest := strings.TrimLeft(text, " '\"‘’“”」』>〉*_®™"); len(rest) < len(text) {
		return end - len(rest)
	}
	if n := bracketAt(text); n > 0 {
		return at + n
	}
	if n := company.FormAtStart(text); n > 0 {
		return at + n
	}
	if n := startsNoun(text, listOf("vendors.nouns")); n > 0 {
		return at + n
	}
	if stop := mentionAt(all, at); stop > 0 {
		return stop
	}
	if n := productWord(text, r.doc.Visible[:at]); n > 0 {
		return at + n
	}
	if n := startsWithAnyFold(text, listOf("vendors.joints")); n > 0 {
		rest := at + n + len(text[n:]) - len(strings.TrimLeft(text[n:], " '\"‘“「『<〈"))
		if stop := mentionAt(all, rest); stop > 0 {
			return stop
		}
		if strings.ContainsAny(text[:n], ",、·/，ㆍ・") {
			return beyondWord(r.doc.Visible[:end], rest)
		}
	}
	return at
}

// productWord is the length of a word in Latin letters that goes on with a name: "AWS RDS", "NAVER Cloud Platform
// Object Storage", "OpenAI의 GPT-5 모델". It begins with a capital, which no verb behind a name does.
func productWord(text, before string) int {
	if !strings.HasSuffix(before, " ") || text == "" || text[0] < 'A' || text[0] > 'Z' {
		return 0
	}
	n := strings.IndexFunc(text, func(c rune) bool { return !isLatin(c) && !unicode.IsDigit(c) && !strings.ContainsRune("-+.", c) })
	if n < 0 {
		n = len(text)
	}
	return len(strings.TrimRight(text[:n], "."))
}

// beyondWord is behind a word of one of whom nothing is known, where what follows it goes on with the list:
// "구글 애널리틱스, 가람로그 등을".
func beyondWord(text string, at int) int {
	const long = 40 // bytes
	n := strings.IndexAny(text[at:], " ,")
	if n <= 0 || n > long {
		return at
	}
	return at + n
}

// bracketAt is the length of the bracket with which a text begins, 0 for none.
func bracketAt(text string) int {
	for _, b := range [...][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}} {
		if strings.HasPrefix(text, b[0]) {
			if i := strings.Index(text, b[1]); i > 0 {
				return i + len(b[1])
			}
		}
	}
	return 0
}

// mentionAt is where a mention ends that begins at a place, 0 for none.
func mentionAt(all []vendorMention, at int) int {
	i, ok := slices.BinarySearchFunc(all, at, func(m vendorMention, at int) int { return cmp.Compare(m.Start, at) })
	if !ok {
		return 0
	}
	return all[i].End
}

// startsWithAnyFold is the length of the longest word of a list with which a text begins, but for case.
func startsWithAnyFold(text string, words []string) int {
	longest := 0
	for _, w := range words {
		if len(w) > longest && len(text) >= len(w) && strings.EqualFold(text[:len(w)], w) {
			longest = len(w)
		}
	}
	return longest
}

// startsNoun is the length of the noun of a list with which a text begins; one in Latin letters is a whole
// word, one of a single syllable stands before a space or a particle.
func startsNoun(text string, words []string) int {
	n := startsWithAnyFold(text, words)
	if n == 0 {
		return 0
	}
	last, _ := utf8.DecodeLastRuneInString(text[:n])
	next, _ := utf8.DecodeRuneInString(text[n:])
	if isLatin(last) && isLatin(next) {
		return 0
	}
	if utf8.RuneCountInString(text[:n]) == 1 && isHangul(next) && !strings.ContainsRune("를을에가의이는은로", next) {
		return 0
	}
	return n
}

// vendorPhrases are the phrases of [phrases.Vendors] but for the tasks.
type vendorPhrases struct {
	used, provided, collects, stored, sent, not, may, arrives, chosen, given, nominal phrases.ID
	usedBefore, storedBefore, sentBefore, notBefore, mayBefore, eg, their             phrases.ID
	incidental, tells, data, personal, use, away                                      phrases.ID
}

var vendorWords = sync.OnceValue(func() vendorPhrases {
	return vendorPhrases{
		used: vendorID("behind.used"), provided: vendorID("behind.provided"), collects: vendorID("behind.collects"), stored: vendorID("behind.stored"), sent: vendorID("behind.sent"),
		not: vendorID("behind.not"), may: vendorID("behind.may"), arrives: vendorID("behind.arrives"), chosen: vendorID("behind.chosen"), given: vendorID("behind.given"), nominal: vendorID("behind.nominal"),
		usedBefore: vendorID("before.used"), storedBefore: vendorID("before.stored"), sentBefore: vendorID("before.sent"), notBefore: vendorID("before.not"), mayBefore: vendorID("before.may"),
		eg: vendorID("before.example"), their: vendorID("before.theirs"),
		incidental: vendorID("sentence.incidental"), tells: vendorID("sentence.tells"), data: vendorID("sentence.data"), personal: vendorID("sentence.personal"), use: vendorID("sentence.use"), away: vendorID("list.away"),
	}
})
