package vendors

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/fold"
)

// surroundings tell of a stretch of a folded text whether it stands there as a word of its own. What
// is not sure is none: 한진정보통신 is no 한진, KT희망재단 no KT, KT&G no KT, naver.com no NAVER.
type surroundings struct {
	text string
	*fold.Text
	loosely bool // a word in another script may go on behind it: Google애널리틱스
}

// letterAt reports whether a rune is a letter or digit by what stands in the text: ① and ㈜ are none.
func (t *surroundings) letterAt(i int) bool { return isWord(t.written(i)) }

// written is the character of the text that a rune came from.
func (t *surroundings) written(i int) rune {
	r, _ := utf8.DecodeRuneInString(t.text[t.Starts[i]:])
	return r
}

func isWord(r rune) bool { return kindOf(r) == syllable || unicode.IsLetter(r) || unicode.IsDigit(r) }

// isLatin reports whether a rune is one of names in Latin letters.
func isLatin(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.Is(unicode.Latin, r) || unicode.IsDigit(r)
}

func isHangul(r rune) bool { return kindOf(r) == syllable || unicode.Is(unicode.Hangul, r) }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// adjoins reports whether nothing stands in the text between a rune and the one before.
func (t *surroundings) adjoins(i int) bool {
	return i > 0 && i < len(t.Runes) && t.Ends[i-1] >= t.Starts[i]
}

// splits reports whether a rune and the one before come from the same character: 주 of ㈜.
func (t *surroundings) splits(i int) bool {
	return i > 0 && i < len(t.Runes) && t.Starts[i-1] == t.Starts[i]
}

// begins reports whether a name may begin at a rune: at the start of a word, behind a legal form, and in
// Japanese, which has no spaces, behind a particle.
func (t *surroundings) begins(i int) bool {
	switch {
	case t.splits(i):
		return false
	case !t.adjoins(i) || !t.letterAt(i-1):
		return true
	}
	before, first := t.Runes[i-1], t.Runes[i]
	switch {
	case kindOf(before) == syllable:
		return t.formBefore(i)
	case before < utf8.RuneSelf:
		return false
	case unicode.Is(unicode.Hiragana, before):
		return !unicode.Is(unicode.Hiragana, first)
	case isHan(before):
		return !isHan(first) || t.formBefore(i)
	case isHangul(before):
		return t.formBefore(i)
	}
	return false
}

// formBefore reports whether a legal form ends right before a rune: 주식회사카카오.
func (t *surroundings) formBefore(i int) bool {
	for _, form := range boundaryWords().forms {
		if n := len(form); n <= i && t.Runes[i-1] == form[n-1] && slices.Equal(t.Runes[i-n:i], form) {
			return i == n || !t.adjoins(i-n) || !t.letterAt(i-n-1)
		}
	}
	return false
}

// ends reports whether a name from a rune may end before another: behind it stands no letter or digit, or a
// particle, or a legal form.
func (t *surroundings) ends(i, end int) bool {
	if t.splits(end) {
		return false
	}
	last := t.Runes[end-1]
	if !t.adjoins(end) || !t.letterAt(end) {
		return !isLatin(t.Runes[i]) && !isLatin(last) || !t.inAddress(i, end)
	}
	next := t.Runes[end]
	switch {
	case !isWord(last): // Inc.와
		return true
	case isLatin(next):
		return !isLatin(last) && (t.loosely || t.footnote(end))
	case isHangul(next):
		return t.loosely && !isHangul(last) || t.endsBefore(end)
	case unicode.Is(unicode.Hiragana, next):
		return !unicode.Is(unicode.Hiragana, last)
	case isHan(next):
		return isLatin(last) || isHangul(last) || t.endsBefore(end)
	}
	return t.loosely && isLatin(last)
}

// footnote reports whether the sign of a footnote stands at a rune: 카카오1).
func (t *surroundings) footnote(at int) bool {
	n := at
	for n < len(t.Runes) && n < at+2 && unicode.IsDigit(t.Runes[n]) {
		n++
	}
	return n > at && n < len(t.Runes) && t.Runes[n] == ')' && t.adjoins(n)
}

// endsBefore reports whether the letters from a rune on are a particle, or begin with a legal form or with
// a word that says what of a company is meant and makes no other name of it, before a particle or none:
// 카카오계정으로.
func (t *surroundings) endsBefore(at int) bool {
	const long = 12 // than any of them
	n := at + 1
	for n < len(t.Runes) && n < at+long && t.adjoins(n) && t.letterAt(n) {
		n++
	}
	words, rest := boundaryWords(), t.Runes[at:n]
	if words.particles[string(rest)] {
		return true
	}
	for _, form := range words.forms {
		if len(form) <= len(rest) && slices.Equal(rest[:len(form)], form) {
			return true
		}
	}
	for _, tail := range words.tails {
		if len(tail) <= len(rest) && slices.Equal(rest[:len(tail)], tail) {
			return len(rest) == len(tail) || words.particles[string(rest[len(tail):])]
		}
	}
	return false
}

// together reports whether a name from a rune to another stands in one line, with spaces only where it
// may have them.
func (t *surroundings) together(i, end int, may gaps) bool {
	for at := i + 1; at < end; at++ {
		if t.adjoins(at) {
			continue
		}
		if bit := uint64(1) << (at - i); at-i < 64 && may.free&bit == 0 && (may.capital&bit == 0 || !unicode.IsUpper(t.written(at))) {
			return false
		}
		if strings.ContainsAny(t.text[t.Ends[at-1]:t.Starts[at]], "\n\t\v\f\r\u2028\u2029") {
			return false
		}
	}
	return true
}

// capitals reports whether a stretch is written in capitals, and the word before it is not: WORKS FOR US.
func (t *surroundings) capitals(i, end int) bool {
	for _, r := range t.text[t.Starts[i]:t.Ends[end-1]] {
		if unicode.IsLower(r) {
			return false
		}
	}
	const long = 40 // than any such word
	start := int(t.Starts[i])
	before, spaced := strings.CutSuffix(t.text[max(0, start-long):start], " ")
	word := before[len(strings.TrimRightFunc(before, unicode.IsLetter)):]
	return !spaced || len(word) < 2 || !inCapitals(word)
}

// gaps are a bit for each rune of a name before which there may be a space: any, or only before a capital.
type gaps struct{ free, capital uint64 }

func (g gaps) or(h gaps) gaps { return gaps{g.free | h.free, g.capital | h.capital} }

// gapsOf says before which runes of a name a space may stand: where it has one, where the script or the
// case changes (AppsFlyer, KG이니시스), and anywhere in a long name in Hangul, which is written either way.
func gapsOf(name string, f *fold.Text) (out gaps) {
	const long = 5 // fewer syllables are two words by chance: 우리 은행
	hangul := 0
	for _, r := range f.Runes {
		if kindOf(r) == syllable {
			hangul++
		}
	}
	before := other
	for i := 0; i < len(f.Runes) && i < 64; i++ {
		kind := kindOf(f.Runes[i])
		if c := name[f.Starts[i]]; 'A' <= c && c <= 'Z' {
			kind = capital
		}
		switch spaced := i > 0 && f.Ends[i-1] < f.Starts[i]; {
		case i == 0:
		case before == small && kind == capital && !spaced:
			out.capital |= 1 << i
		case spaced, kind == other, kind != before && !(before == capital && kind == small), kind == syllable && hangul >= long:
			out.free |= 1 << i
		}
		before = kind
	}
	return out
}

// runeKind tells where in a name one part of it may end and the next begin.
type runeKind uint8

const (
	other runeKind = iota
	small
	capital
	digit
	syllable
)

func kindOf(r rune) runeKind {
	switch {
	case 0xAC00 <= r && r <= 0xD7A3:
		return syllable
	case 'a' <= r && r <= 'z':
		return small
	case '0' <= r && r <= '9':
		return digit
	case r < utf8.RuneSelf:
		return other
	case unicode.IsLetter(r):
		return small
	}
	return other
}

// wordsAround are the words that stand right before or behind names.
type wordsAround struct {
	particles    map[string]bool
	forms, tails [][]rune
}

var boundaryWords = sync.OnceValue(func() wordsAround {
	s := spelling()
	out := wordsAround{particles: make(map[string]bool, len(s.Particles))}
	for _, p := range s.Particles {
		out.particles[p] = true
	}
	for _, form := range s.Forms {
		out.forms = append(out.forms, []rune(form))
	}
	for _, tail := range s.Tails {
		out.tails = append(out.tails, []rune(tail))
	}
	return out
})

// spelling is names.toml.
var spelling = sync.OnceValue(func() (s struct {
	Particles, Forms, Tails, Foreign, Verbs []string
	Letters                                 map[string][]string
},
) {
	mustDecode("names.toml", &s)
	return s
})
