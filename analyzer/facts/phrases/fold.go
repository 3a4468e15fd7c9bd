package phrases

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folded is a text in which what makes no difference to wording is gone: white space dropped,
// letters in lower case, compatibility forms and decomposed syllables in their usual form, middle
// dots all alike. Each character knows where it came from.
type Folded struct {
	runes  []rune
	starts []int32 // offset in the text of the character that the rune came from
	ends   []int32 // offset behind it

	iter norm.Iter // for what is to be normalised
}

// Fold folds a text. Hangul, Han, kana and ASCII, which are in their usual form already, are taken
// as they are; only the rest is normalised.
func Fold(text string) *Folded {
	f := new(Folded)
	f.fold(text)
	return f
}

// fold folds a text in the memory of the one before.
func (f *Folded) fold(text string) {
	if n := len(text)/2 + 64; cap(f.runes) < n { // most letters take three bytes
		f.runes, f.starts, f.ends = make([]rune, 0, n), make([]int32, 0, n), make([]int32, 0, n)
	}
	runes, starts, ends := f.runes[:0], f.starts[:0], f.ends[:0]
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		switch {
		case r >= utf8.RuneSelf:
			if r, size = decode(text[i:]); !isUsual(r) {
				f.runes, f.starts, f.ends = runes, starts, ends
				i += f.unusual(text[i:], i)
				runes, starts, ends = f.runes, f.starts, f.ends
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
	f.runes, f.starts, f.ends = runes, starts, ends
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

func (f *Folded) add(r rune, start, end int) {
	f.runes = append(f.runes, r)
	f.starts = append(f.starts, int32(start))
	f.ends = append(f.ends, int32(end))
}

// unusual folds the leading characters of text that are not in their usual form, and returns how
// many bytes they take.
func (f *Folded) unusual(text string, at int) int {
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

func (f *Folded) drop() {
	n := len(f.runes) - 1
	f.runes, f.starts, f.ends = f.runes[:n], f.starts[:n], f.ends[:n]
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

// wordStart reports whether no letter or digit stands right before the rune at i, in the text.
func (f *Folded) wordStart(i int) bool {
	return i == 0 || f.ends[i-1] < f.starts[i] || !isWord(f.runes[i-1])
}

// wordEnd reports whether no letter or digit stands right at i, in the text.
func (f *Folded) wordEnd(i int) bool {
	return i >= len(f.runes) || i == 0 || f.ends[i-1] < f.starts[i] || !isWord(f.runes[i])
}

// afterDigit reports whether a digit stands right before the rune at i.
func (f *Folded) afterDigit(i int) bool { return i > 0 && unicode.IsDigit(f.runes[i-1]) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
