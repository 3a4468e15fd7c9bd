// Package fold takes out of a text what makes no difference to its wording, with a way back: a leaf that
// knows no document.
package fold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a text in which what makes no difference to wording is gone: white space dropped,
// letters in lower case, compatibility forms and decomposed syllables in their usual form, middle
// dots all alike. Each character knows where it came from.
type Text struct {
	Runes  []rune
	Starts []int32 // offset in the text of the character that the rune came from
	Ends   []int32 // offset behind it

	iter norm.Iter // for what is to be normalised
}

// Of folds a text. Hangul, Han, kana and ASCII, which are in their usual form already, are taken
// as they are; only the rest is normalised.
func Of(text string) *Text {
	f := new(Text)
	f.Fold(text)
	return f
}

// Fold folds a text in the memory of the one before.
func (f *Text) Fold(text string) {
	if n := len(text)/2 + 64; cap(f.Runes) < n { // most letters take three bytes
		f.Runes, f.Starts, f.Ends = make([]rune, 0, n), make([]int32, 0, n), make([]int32, 0, n)
	}
	runes, starts, ends := f.Runes[:0], f.Starts[:0], f.Ends[:0]
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		switch {
		case r >= utf8.RuneSelf:
			if r, size = decode(text[i:]); !isUsual(r) {
				f.Runes, f.Starts, f.Ends = runes, starts, ends
				i += f.unusual(text[i:], i)
				runes, starts, ends = f.Runes, f.Starts, f.Ends
				continue
			}
		case r <= ' ':
			i++
			continue
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		}
		runes, starts, ends = append(runes, r), append(starts, int32(i)), append(ends, int32(i+size))
		i += size
	}
	f.Runes, f.Starts, f.Ends = runes, starts, ends
}

// decode is utf8.DecodeRuneInString, soonest for the letters of three bytes that most texts are made of.
func decode(s string) (rune, int) {
	if len(s) >= 3 && 0xE3 <= s[0] && s[0] <= 0xED && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80 {
		if r := rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F); r < 0xD800 {
			return r, 3
		}
	}
	return utf8.DecodeRuneInString(s)
}

func (f *Text) add(r rune, start, end int) {
	f.Runes = append(f.Runes, r)
	f.Starts = append(f.Starts, int32(start))
	f.Ends = append(f.Ends, int32(end))
}

// unusual folds the leading characters of text that are not in their usual form, and returns how
// many bytes they take.
func (f *Text) unusual(text string, at int) int {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if r < utf8.RuneSelf || isUsual(r) {
			break
		}
		n += size
		if isDot(r) {
			f.add('·', at+n-size, at+n)
			if n == size {
				return n
			}
			// Dots are folded before normalising, which makes a letter of ㆍ.
			f.drop()
			n -= size
			break
		}
	}
	it := &f.iter
	it.InitString(norm.NFKC, text[:n])
	for !it.Done() {
		start := it.Pos()
		for b := it.Next(); len(b) > 0; {
			r, size := utf8.DecodeRune(b)
			if r = unicode.ToLower(r); !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
				f.add(r, at+start, at+it.Pos())
			}
			b = b[size:]
		}
	}
	return n
}

func (f *Text) drop() {
	n := len(f.Runes) - 1
	f.Runes, f.Starts, f.Ends = f.Runes[:n], f.Starts[:n], f.Ends[:n]
}

// isUsual reports whether folding leaves a character as it is: Hangul syllables, kana, Han and the
// punctuation of Chinese and Japanese.
func isUsual(r rune) bool {
	return 0xAC00 <= r && r <= 0xD7A3 || 0x3041 <= r && r <= 0x3096 || 0x30A1 <= r && r <= 0x30FA ||
		0x4E00 <= r && r <= 0x9FFF || 0x3001 <= r && r <= 0x3011
}

// isDot reports whether a character is used as a middle dot in Korean or Japanese.
func isDot(r rune) bool {
	switch r {
	case '·', 'ㆍ', 'ᆞ', '･', '・', '‧', '∙', '•', '⋅', '․', '●', '‥':
		return true
	}
	return false
}

// WordStart reports whether no letter or digit stands right before the rune at i, in the text.
func (f *Text) WordStart(i int) bool {
	return i == 0 || f.Ends[i-1] < f.Starts[i] || !isWord(f.Runes[i-1])
}

// WordEnd reports whether no letter or digit stands right at i, in the text.
func (f *Text) WordEnd(i int) bool {
	return i >= len(f.Runes) || i == 0 || f.Ends[i-1] < f.Starts[i] || !isWord(f.Runes[i])
}

// AfterDigit reports whether a digit stands right before the rune at i.
func (f *Text) AfterDigit(i int) bool { return i > 0 && unicode.IsDigit(f.Runes[i-1]) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
