package company

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

//go:embed forms.toml
var formsFile []byte

// formSet are the legal forms, by the character with which they begin and end.
type formSet struct {
	starts     map[rune][]string   // written out, by first character
	ends       map[rune][]string   // written out, by last character
	signs      map[rune]bool       // one character
	first      [plane]bool         // the characters with which forms begin: signs, brackets, and those of starts
	bracketed  map[string]bool     // what stands in brackets
	lost       []string            // of which the opening bracket gets lost
	latin      map[rune][][]string // their parts, in lower case, by last letter
	exact      map[rune][]string   // by last letter
	afterComma map[string]bool
	abroad     []string // by [keep]: what companies abroad alone write
	likely     []string // what they write mostly
}

// plane is how many characters the Basic Multilingual Plane has: no form begins with another one.
const plane = 1 << 16

// mayBegin reports whether a legal form may begin with a character, as few do.
func (f *formSet) mayBegin(r rune) bool { return r < plane && f.first[r] }

var forms = sync.OnceValue(func() *formSet {
	var file struct {
		Around, Bracketed, Lost, Signs, Latin, Exact []string
		AfterComma                                   []string `toml:"after_comma"`
		Abroad                                       []string
		LikelyAbroad                                 []string `toml:"likely_abroad"`
	}
	if err := toml.Unmarshal(formsFile, &file); err != nil {
		panic(err) // the file is a part of the program
	}
	f := &formSet{
		starts: map[rune][]string{}, ends: map[rune][]string{}, signs: map[rune]bool{}, bracketed: setOf(file.Bracketed),
		lost: file.Lost, latin: map[rune][][]string{}, exact: map[rune][]string{}, afterComma: setOf(file.AfterComma),
		abroad: file.Abroad, likely: file.LikelyAbroad,
	}
	for _, s := range file.Around {
		first, _ := utf8.DecodeRuneInString(s)
		last, _ := utf8.DecodeLastRuneInString(s)
		f.starts[first], f.ends[last] = append(f.starts[first], s), append(f.ends[last], s)
		f.first[first] = true
	}
	for _, s := range file.Signs {
		r, _ := utf8.DecodeRuneInString(s)
		f.signs[r], f.first[r] = true, true
	}
	for _, r := range openings {
		f.first[r] = true
	}
	for _, s := range file.Latin {
		parts := strings.FieldsFunc(s, isJoint)
		last, _ := utf8.DecodeLastRuneInString(s)
		f.latin[last] = append(f.latin[last], parts)
	}
	for _, s := range file.Exact {
		last, _ := utf8.DecodeLastRuneInString(s)
		f.exact[last] = append(f.exact[last], s)
	}
	return f
})

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// isJoint reports whether a character may stand between the parts of a Latin form.
func isJoint(r rune) bool { return r == '.' || r == ',' || r == ' ' || r == '，' || r == '．' }

// StripForms returns the part of a name without the legal forms around it, as offsets. The two are
// equal where there is nothing else.
func StripForms(s string) (start, end int) {
	end = len(s)
	for changed := true; changed; {
		changed = false
		start += len(s[start:end]) - len(strings.TrimLeft(s[start:end], " "))
		end = start + len(strings.TrimRight(s[start:end], " ,"))
		if n := FormAtStart(s[start:end]); n > 0 {
			start, changed = start+n, true
		}
		if n := FormAtEnd(s[start:end]); n > 0 {
			end, changed = end-n, true
		}
	}
	return start, end
}

// FormAtStart is the length of the legal form with which a text begins, or 0. Latin forms stand
// behind names only.
func FormAtStart(s string) int {
	if n := wholeFormAtStart(s); n > 0 {
		return n
	}
	for _, word := range forms().lost {
		if rest, ok := strings.CutPrefix(s, word); ok {
			if r, n := utf8.DecodeRuneInString(rest); class(r) == ')' {
				return len(word) + n
			}
		}
	}
	return 0
}

// wholeFormAtStart is FormAtStart without the forms of which a bracket was lost.
func wholeFormAtStart(s string) int {
	f := forms()
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case !f.mayBegin(first):
		return 0
	case f.signs[first]:
		return size
	case isOpening(first):
		return f.inBrackets(s, size)
	}
	best := 0
	for _, word := range f.starts[first] {
		if n := spacedPrefix(s, word); n > best {
			best = n
		}
	}
	return best
}

// longBracketed is how many bytes a form in brackets has at the most, with spaces.
const longBracketed = 24

// inBrackets is the length of the form in brackets with which a text begins; the opening one takes
// open bytes.
func (f *formSet) inBrackets(s string, open int) int {
	for i, r := range s[open:min(len(s), longBracketed)] {
		if isClosing(r) {
			if f.bracketed[strings.ReplaceAll(s[open:open+i], " ", "")] {
				return open + i + utf8.RuneLen(r)
			}
			return 0
		}
	}
	return 0
}

// spacedPrefix is how many bytes a word takes at the start of a text, where single spaces may stand
// in it; 0 if it does not stand there.
func spacedPrefix(s, word string) int {
	i := 0
	for n, r := range word {
		if n > 0 && i < len(s) && s[i] == ' ' {
			i++
		}
		size := utf8.RuneLen(r)
		if !strings.HasPrefix(s[i:], word[n:n+size]) {
			return 0
		}
		i += size
	}
	return i
}

// spacedSuffix is spacedPrefix at the end of a text.
func spacedSuffix(s, word string) int {
	i := len(s)
	for first := true; word != ""; first = false {
		_, n := utf8.DecodeLastRuneInString(word)
		letter := word[len(word)-n:]
		word = word[:len(word)-n]
		if !first && i > 0 && s[i-1] == ' ' {
			i--
		}
		if !strings.HasSuffix(s[:i], letter) {
			return 0
		}
		i -= n
	}
	return len(s) - i
}

// FormAtEnd is the length of the legal form with which a text ends, or 0.
func FormAtEnd(s string) int {
	f := forms()
	last, size := utf8.DecodeLastRuneInString(s)
	switch {
	case f.signs[last]:
		return size
	case isClosing(last):
		return f.closedAtEnd(s)
	}
	best := 0
	for _, word := range f.ends[last] {
		best = max(best, spacedSuffix(s, word))
	}
	return max(best, f.latinAtEnd(s))
}

// closedAtEnd is the length of the form in brackets with which a text ends.
func (f *formSet) closedAtEnd(s string) int {
	from := max(0, len(s)-longBracketed)
	for i := len(s); i > from; {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		if isOpening(r) {
			if f.inBrackets(s[i:], n) == len(s)-i {
				return len(s) - i
			}
			return 0
		}
	}
	return 0
}

// latinAtEnd is the length of the Latin form with which a text ends. A full stop behind it counts.
func (f *formSet) latinAtEnd(s string) int {
	body := strings.TrimSuffix(s, ".")
	last, _ := utf8.DecodeLastRuneInString(body)
	best := 0
	for _, word := range f.exact[last] {
		if n := len(body) - len(word); n > 0 && body[n:] == word && bordersLatin(body[:n]) {
			best = max(best, len(s)-n)
		}
	}
	for _, parts := range f.latin[unicode.ToLower(last)] {
		if n := partsAtEnd(body, parts); n > 0 && bordersLatin(body[:len(body)-n]) {
			best = max(best, n+len(s)-len(body))
		}
	}
	return best
}

// bordersLatin reports whether a Latin word may begin behind a text.
func bordersLatin(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || last == ' ' || last == ',' || isClosing(last)
}

// partsAtEnd is how many bytes the parts of a Latin form take at the end of a text, or 0. Between
// single letters there must be a full stop: S.A. is a form, SA may be a word.
func partsAtEnd(s string, parts []string) int {
	end := len(s)
	for i := len(parts) - 1; i >= 0; i-- {
		if i < len(parts)-1 {
			cut := len(strings.TrimRightFunc(s[:end], isJoint))
			if cut == end && (len(parts[i]) == 1 || len(parts[i+1]) == 1) || end-cut > 3 {
				return 0
			}
			if len(parts[i]) == 1 && len(parts[i+1]) == 1 && s[cut] != '.' {
				return 0
			}
			end = cut
		}
		n := end - len(parts[i])
		if n < 0 || !strings.EqualFold(s[n:end], parts[i]) {
			return 0
		}
		end = n
	}
	return len(s) - end
}

// LastFormBefore is where the last legal form begins that stands in s before a name, or -1.
func LastFormBefore(s string) int {
	for i := len(s); i > 0; {
		_, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		form := wholeFormAtStart(s[i:])
		if form > 0 && strings.TrimSpace(s[i+form:]) != "" && startsForm(s[:i]) {
			return i
		}
	}
	return -1
}

// startsForm reports whether a form behind a text begins a name rather than ending one: a space or a
// sign stands before it, or a particle of Japanese.
func startsForm(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || !unicode.IsLetter(last) && !unicode.IsDigit(last) || last == 'は'
}
