package period

import (
	"unicode"
	"unicode/utf8"
)

// A folded text is what words are compared with: wide letters as narrow ones, lower case, the letters
// of Hangul put together, white space as one space, marks of emphasis gone.
type folded struct {
	runes []rune
	at    []int32 // by rune, and for the end: its first byte in the text
}

func fold(text string) *folded {
	n := utf8.RuneCountInString(text)
	f := &folded{make([]rune, 0, n), make([]int32, 0, n+1)}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isLeadLetter(r) {
			r, n = syllable(text[i:], r, n)
		}
		if n := len(f.runes); n > 0 && (r == voiced || r == halfVoiced) && isKana(f.runes[n-1]) {
			f.runes[n-1] += r - voiced + 1
			r = 0
		}
		r = foldRune(r)
		if r != 0 && (r != ' ' || f.last() != ' ') {
			f.runes, f.at = append(f.runes, r), append(f.at, int32(i))
		}
		i += n
	}
	f.at = append(f.at, int32(len(text)))
	return f
}

func (f *folded) last() rune { return f.rune(len(f.runes) - 1) }

// rune is the character at a place, 0 outside of the text.
func (f *folded) rune(i int) rune {
	if i < 0 || i >= len(f.runes) {
		return 0
	}
	return f.runes[i]
}

// end is the byte behind the character before a place: white space and marks behind it are left out.
func (f *folded) end(text string, i int) int {
	if i == 0 {
		return 0
	}
	start := int(f.at[i-1])
	r, n := utf8.DecodeRuneInString(text[start:])
	if isLeadLetter(r) {
		_, n = syllable(text[start:], r, n)
	}
	return start + n
}

// foldRune is the character that stands for r, 0 for none.
func foldRune(r rune) rune {
	switch {
	case r == '\n' || isHangul(r):
		return r
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		return r
	case r >= '！' && r <= '～':
		r += '!' - '！'
	case r == '\u200B' || r == '\u200C' || r == '\u200D' || r == '\u2060' || r == '\uFEFF' || r == '\u00AD':
		return 0
	case unicode.IsSpace(r):
		return ' '
	}
	if r == '*' {
		return 0
	}
	return unicode.ToLower(r)
}

// Names of files from macOS, and texts made of them, write a syllable of Hangul as two or three
// letters (NFD).
const (
	firstSyllable        = 0xAC00
	lead, vowel, tail    = 0x1100, 0x1161, 0x11A7 // the first letters; the tail before the first
	leads, vowels, tails = 19, 21, 28
)

// The marks that follow a kana that they alter, か゛ for が, in the same texts.
const voiced, halfVoiced = '\u3099', '\u309A'

func isKana(r rune) bool { return 'ぁ' <= r && r < 'ヿ' }

func isLeadLetter(r rune) bool { return lead <= r && r < lead+leads }

// syllable puts together the letters with which s begins, the first of which is r, n bytes long.
func syllable(s string, r rune, n int) (rune, int) {
	v, size := utf8.DecodeRuneInString(s[n:])
	if v < vowel || v >= vowel+vowels {
		return r, n
	}
	n += size
	whole := firstSyllable + ((r-lead)*vowels+v-vowel)*tails
	if t, size := utf8.DecodeRuneInString(s[n:]); t > tail && t < tail+tails {
		return whole + t - tail, n + size
	}
	return whole, n
}

// skip is the place behind a space.
func (f *folded) skip(i int) int {
	if f.rune(i) == ' ' {
		i++
	}
	return i
}

// hasAt is the place behind a word that stands at i, or -1. A Latin word is a whole one; spaces do not
// count in any.
func (f *folded) hasAt(i int, word []rune) int {
	if isLatin(word[0]) && isLatin(f.rune(i-1)) {
		return -1
	}
	if word[0] != ' ' && f.rune(i) != word[0] {
		return -1
	}
	for k, w := range word {
		if w == ' ' {
			continue
		}
		if k > 0 {
			i = f.skip(i)
		}
		if f.rune(i) != w {
			return -1
		}
		i++
	}
	if isLatin(word[len(word)-1]) && isLatin(f.rune(i)) {
		return -1
	}
	return i
}

// hasBefore reports whether a word ends at i.
func (f *folded) hasBefore(i int, word []rune) bool { return f.lengthBefore(i, word) > 0 }

// lengthBefore is how long a word is, spaces counted, that ends at i; 0 where it does not.
func (f *folded) lengthBefore(i int, word []rune) int {
	end := i
	for k := len(word) - 1; k >= 0; k-- {
		if word[k] == ' ' {
			continue
		}
		if k < len(word)-1 && f.rune(i-1) == ' ' {
			i--
		}
		if f.rune(i-1) != word[k] {
			return 0
		}
		i--
	}
	if isLatin(word[0]) && (isLatin(f.rune(i-1)) || isLatin(f.rune(end))) {
		return 0
	}
	return end - i
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isHangul(r rune) bool { return firstSyllable <= r && r <= 0xD7A3 }
