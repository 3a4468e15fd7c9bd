package facts

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// longName is the longest name of an issuer, by [size].
const longName = 30

type namePhrases struct{ none, around, behind, maker, affiliates phrases.ID }

var nameWords = sync.OnceValue(func() namePhrases {
	return namePhrases{nameID("name.none"), nameID("name.around"), nameID("name.behind"), nameID("name.maker"), nameID("name.affiliates")}
})

// nameID is the number of a phrase about names that the data must have.
func nameID(name string) phrases.ID { return mustHave(phrases.Names(), name) }

// nameUnit is a text that may be a name, with the phrases about names met in it.
func nameUnit(s string) Unit {
	scan := phrases.Names().Scan(s)
	defer scan.Close()
	return Unit{Range: policy.Range{End: len(s)}, Matches: scan.Unit(0, len(s), nil)}
}

// pairs are signs that stand around a name.
var pairs = [...][2]string{{"<", ">"}, {"＜", "＞"}, {"〈", "〉"}, {"‘", "’"}, {"“", "”"}, {"'", "'"}, {`"`, `"`}, {"「", "」"}, {"『", "』"}, {"[", "]"}, {"【", "】"}, {"‘", "‘"}, {"“", "“"}, {"’", "’"}, {"”", "”"}, {"`", "`"}}

// nameBefore finds the name with which the text up to end ends, as offsets; where it begins is told
// by quotation marks, by a legal form, or by the words of the sentence before it.
func nameBefore(text string, end int) (start, stop int) {
	from := windowBefore(text, end)
	start, stop = nameAtEnd(text[from:end])
	return from + start, from + stop
}

// window is how far before or behind a place a name is looked for, in bytes.
const window = 300

// windowBehind is where the window behind a place ends.
func windowBehind(text string, start int) int { return nextRune(text, min(len(text), start+window)) }

// windowBefore is where the window before a place begins.
func windowBefore(text string, end int) int { return nextRune(text, max(0, end-window)) }

// nextRune is where the first character at or behind a place begins.
func nextRune(text string, at int) int {
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// nameAtEnd is the name with which a text ends.
func nameAtEnd(text string) (start, stop int) {
	s := strings.TrimRight(text, " ,、:")
	for {
		open := openingOf(s)
		if open == 0 && company.FormAtStart(s) != len(s) {
			return len(text), len(text)
		}
		if open <= 0 || company.FormAtEnd(s) > 0 {
			break
		}
		s = strings.TrimRight(s[:open], " ") // 가온들(Gaondeul)
	}
	for _, p := range pairs {
		inner, ok := strings.CutSuffix(s, p[1])
		if !ok {
			continue
		}
		if i := strings.LastIndex(inner, p[0]); i >= 0 && len(inner)-i < longQuoted {
			return i + len(p[0]), len(inner)
		}
	}
	s = strings.TrimRight(s, `'"’”`)
	if form := company.LastFormBefore(s); form >= 0 && size(s[form:]) <= longName {
		return form, len(s)
	}
	s = s[:beforeAffiliates(s)]
	if _, n := company.StripForms(s); n > 0 {
		s = s[:n]
	}
	return wordsBefore(s), len(s)
}

// longQuoted is how many bytes a name between signs has at the most; farther apart, two signs are no pair.
const longQuoted = 120

// beforeAffiliates is where a name ends behind which a company speaks for others, too.
func beforeAffiliates(s string) int {
	const near = 80 // bytes
	from := nextRune(s, max(0, len(s)-near))
	u := nameUnit(s[from:])
	if m, ok := u.find(nameWords().affiliates); ok && m.Start > 0 {
		return from + len(strings.TrimRight(s[from:from+m.Start], " ,"))
	}
	return len(s)
}

// openingOf is where the bracket opens with which s ends, or -1.
func openingOf(s string) int {
	for _, p := range [...][2]string{{"(", ")"}, {"（", "）"}} {
		if strings.HasSuffix(s, p[1]) {
			return strings.LastIndex(s, p[0])
		}
	}
	return -1
}

// mostWords is of how many words a name is made at the most: those of English ones are short.
const mostWords = 7

// wordsBefore goes back over the words that may belong to one name and returns where they begin.
func wordsBefore(s string) int {
	start := len(s)
	for n := 0; n < mostWords && start > 0; n++ {
		from := strings.LastIndexByte(s[:start], ' ') + 1
		if size(s[from:]) > longName || n > 0 && endsOther(s[from:start]) {
			break
		}
		start = from
		for start > 0 && s[start-1] == ' ' {
			start--
		}
	}
	start += len(s[start:]) - len(strings.TrimLeft(s[start:], " "))
	return afterParticle(s, start)
}

// endsOther reports whether a word ends what stands before a name: by a particle of Korean, by a
// stop, or as a word of an English sentence, which has no capital.
func endsOther(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	switch {
	case last == '.' && len(word) <= 6 && unicode.IsUpper(rune(word[0])):
		return false // an abbreviation: St. Dr.
	case strings.ContainsRune("|-–—>:•", last), strings.ContainsRune(".,!?;)'\"’”」』]·…", last) && len(word) > 2:
		return true
	}
	for _, p := range listOf("particles.before_name") {
		if strings.HasSuffix(word, p) && word != p {
			return true
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first) && first < unicode.MaxASCII
}

// afterParticle moves the start of a name in Japanese, which has no spaces, behind a particle.
func afterParticle(s string, start int) int {
	for _, p := range [...]string{"は", "、", "を", "が", "。"} {
		if i := strings.LastIndex(s[start:], p); i > 0 && i+len(p) < len(s[start:]) {
			start += i + len(p)
		}
	}
	return start
}

// trimName cuts from a name what is no part of it: legal forms, and words that stand around it. It
// reports false where no name is left.
func trimName(text string, start, end int) (int, int, bool) {
	for range 4 {
		was := [2]int{start, end}
		for start < end {
			r, n := utf8.DecodeRuneInString(text[start:end])
			if !strings.ContainsRune(" '\"‘’“”<>[]「」『』·:|-–—,*※", r) {
				break
			}
			start += n
		}
		for start < end {
			r, n := utf8.DecodeLastRuneInString(text[start:end])
			if !strings.ContainsRune(" '\"‘’“”<>[]「」『』·:|-–—,*", r) {
				break
			}
			end -= n
		}
		end = start + beforeOutside(text[start:end])
		a, b := company.StripForms(text[start:end])
		start, end = start+a, start+b
		if start >= end {
			return 0, 0, false
		}
		start, end = trimWords(text, start, end)
		if was == [2]int{start, end} {
			break
		}
	}
	return start, end, start < end && isName(text[start:end])
}

// beforeOutside is where a name ends behind whose closing sign a particle stands, and nothing else:
// 가온들'는 of ['가온들'는].
func beforeOutside(s string) int {
	name, ok := cutTopic(s)
	if !ok {
		return len(s)
	}
	if last, n := utf8.DecodeLastRuneInString(name); strings.ContainsRune("'\"’”>」』)", last) && n < len(name) {
		return len(name)
	}
	return len(s)
}

// trimWords cuts words that stand around a name, unless they are all of it.
func trimWords(text string, start, end int) (int, int) {
	w := nameWords()
	a, b := start, end
	for _, m := range nameUnit(text[start:end]).Matches {
		switch {
		case m.Phrase == w.around && m.End < end-start && text[start+m.End] == ' ':
			a = max(a, start+m.End)
		case m.Phrase == w.behind && m.Start > 0 && hasLetters(text[start:start+m.Start]):
			b = min(b, start+m.Start)
		}
	}
	if a < b {
		return a, b
	}
	return start, end
}

// isName reports whether a text can be the name of an issuer.
func isName(s string) bool {
	if n := size(s); n == 0 || n > longName || strings.Contains(s, "@") || strings.ContainsAny(s, "{}$") || strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || hasDigits(s, 5) || !strings.ContainsFunc(s, unicode.IsLetter) || utf8.RuneCountInString(s) < 2 {
		return false
	}
	u := nameUnit(s)
	return !u.has(nameWords().none)
}
