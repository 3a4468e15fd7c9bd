// Package sound tells whether names in different scripts sound alike: 한빛소프트, Hanbit Soft, ハンビットソフト. It knows
// how Hangul, kana and Latin letters are read, roughly; Han is read in no way.
package sound

import (
	"strings"
	"unicode"
)

// A Word is how a run of letters of one script sounds: phones, a byte each, of few classes, since spellings differ in
// the rest. Voiced and aspirated consonants are one, and so are l and r.
type Word struct {
	Start, End int    // bytes of the text
	Text       string // as it is written
	phones     string
	ends       []int // how many phones there are at the end of each syllable; nil where the script does not tell
}

// Words are the runs of letters of a text that can be read, in its order.
func Words(text string) []Word {
	var out []Word
	for start := 0; start < len(text); {
		first, size := decode(text[start:])
		s := scriptOf(first)
		end := start + size
		for end < len(text) {
			r, n := decode(text[end:])
			if scriptOf(r) != s {
				break
			}
			end += n
		}
		if s != unread {
			out = append(out, read(s, text, start, end))
		}
		start = end
	}
	return out
}

func decode(s string) (rune, int) {
	for _, r := range s {
		return r, len(string(r))
	}
	return 0, 1
}

// script is how a run of letters is read.
type script uint8

const (
	unread script = iota
	hangul
	hiragana // apart from katakana, in which names are written: はハンビットに
	katakana
	latin
)

func scriptOf(r rune) script {
	switch {
	case '가' <= r && r <= '힣':
		return hangul
	case 0x3041 <= r && r <= 0x3096:
		return hiragana
	case 0x30A1 <= r && r <= 0x30FF && r != '・':
		return katakana
	case unicode.Is(unicode.Latin, r):
		return latin
	}
	return unread
}

func read(s script, text string, start, end int) Word {
	w := Word{Start: start, End: end, Text: text[start:end]}
	switch s {
	case hangul:
		for _, r := range w.Text {
			w.phones += syllable(r)
			w.ends = append(w.ends, len(w.phones))
		}
	case hiragana, katakana:
		w.phones, w.ends = ofKana(w.Text)
	default:
		w.phones = ofLatin(w.Text)
	}
	return w
}

// syllable is a syllable of Hangul.
func syllable(r rune) string {
	// What initial letters, vowels and final letters sound like, in the order of Unicode.
	initials := [...]string{"k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "h"}
	vowels := [...]string{"a", "e", "ia", "ie", "o", "e", "io", "ie", "o", "ua", "ue", "ue", "io", "u", "uo", "ue", "ui", "iu", "u", "ui", "i"}
	finals := [...]string{"", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "N", "t", "t", "k", "t", "p", "t"}
	n := int(r - '가')
	return initials[n/588] + vowels[n%588/28] + finals[n%28]
}

// ofLatin is a word of Latin letters, read as an English or romanised Korean one: what stands first of its spellings that fit.
func ofLatin(word string) string {
	spellings := [...][2]string{
		{"tion", "sion"}, {"sion", "sion"}, {"sch", "s"}, {"tch", "c"}, {"ch", "c"}, {"sh", "s"}, {"th", "s"}, {"ph", "p"}, {"ck", "k"}, {"qu", "ku"}, {"ng", "Ng"}, {"yeo", "io"},
		{"ce", "se"}, {"ci", "si"}, {"cy", "si"}, {"ge", "ce"}, {"gy", "ci"},
		{"eo", "o"}, {"eu", "u"}, {"ae", "e"}, {"oe", "ue"}, {"oo", "u"}, {"ee", "i"}, {"ea", "i"}, {"ou", "u"},
		{"a", "a"}, {"b", "p"}, {"c", "k"}, {"d", "t"}, {"e", "e"}, {"f", "p"}, {"g", "k"}, {"h", "h"}, {"i", "i"}, {"j", "c"}, {"k", "k"}, {"l", "l"}, {"m", "m"},
		{"n", "n"}, {"o", "o"}, {"p", "p"}, {"q", "k"}, {"r", "l"}, {"s", "s"}, {"t", "t"}, {"u", "u"}, {"v", "p"}, {"w", "u"}, {"x", "ks"}, {"y", "i"}, {"z", "c"},
	}
	if isSpelled(word) {
		return ofLetters(word)
	}
	word = strings.ToLower(word)
	var out strings.Builder
	for word != "" {
		_, size := decode(word)
		said := ""
		for _, s := range spellings {
			if strings.HasPrefix(word, s[0]) {
				size, said = len(s[0]), s[1]
				break
			}
		}
		if size == 1 && len(word) > 1 && word[1] == word[0] && !strings.ContainsAny(word[:1], "aeiou") {
			size = 2 // a letter that is doubled
		}
		out.WriteString(said)
		word = word[size:]
	}
	said := out.String()
	if strings.HasSuffix(said, "Ng") { // 중앙, but not 한결, which is Hangyeol, too
		said = said[:len(said)-1]
	}
	return said
}

// isSpelled reports whether a word is read letter by letter: a few capitals, or some more without a vowel.
func isSpelled(word string) bool {
	const few, most = 3, 5
	n := len(word)
	return n > 1 && n <= most && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && (n <= few || !strings.ContainsAny(word, "AEIOU"))
}

// ofLetters is capital letters by their names.
func ofLetters(word string) string {
	names := [...]string{"ei", "pi", "si", "ti", "i", "epu", "ci", "eici", "ai", "cei", "kei", "el", "em", "en", "o", "pi", "kiu", "al", "esu", "ti", "iu", "pui", "toplu", "eksu", "uai", "ceti"}
	var out strings.Builder
	for i := range len(word) {
		out.WriteString(names[word[i]-'A'])
	}
	return out.String()
}

// ofKana is a run of kana.
func ofKana(text string) (phones string, ends []int) {
	// The rows of both syllabaries, hiragana standing for both.
	rows := [...]struct{ kana, consonant string }{
		{"あいうえお", ""}, {"かきくけこ", "k"}, {"がぎぐげご", "k"}, {"さしすせそ", "s"}, {"ざじずぜぞ", "c"}, {"たちつてと", "t"}, {"だぢづでど", "t"},
		{"なにぬねの", "n"}, {"はひふへほ", "h"}, {"ばびぶべぼ", "p"}, {"ぱぴぷぺぽ", "p"}, {"まみむめも", "m"}, {"らりるれろ", "l"},
	}
	for _, r := range text {
		if 'ァ' <= r && r <= 'ヶ' {
			r -= 'ァ' - 'ぁ'
		}
		said := ""
		switch i := strings.IndexRune("ぁぃぅぇぉゃゅょ", r); {
		case i >= 0: // it says the vowel of the one before: ファ, シャ
			if n := len(phones); n > 0 && strings.ContainsAny(phones[n-1:], vowelPhones) {
				phones = phones[:n-1]
			}
			said = [...]string{"a", "i", "u", "e", "o", "ia", "iu", "io"}[i/len("ぁ")]
			if n := len(ends); n > 0 {
				ends = ends[:n-1]
			}
		case r == 'ん':
			said = "n"
		case strings.ContainsRune("やゆよ", r):
			said = map[rune]string{'や': "ia", 'ゆ': "iu", 'よ': "io"}[r]
		case strings.ContainsRune("わを", r):
			said = map[rune]string{'わ': "ua", 'を': "o"}[r]
		case r == 'ち', r == 'つ':
			said = map[rune]string{'ち': "ci", 'つ': "cu"}[r]
		case r == 'ふ':
			said = "pu"
		case r == 'ゔ':
			said = "pu"
		default:
			for _, row := range rows {
				if i := strings.IndexRune(row.kana, r); i >= 0 {
					said = row.consonant + vowelsInOrder[i/len("あ"):][:1]
				}
			}
		}
		phones += said
		ends = append(ends, len(phones))
	}
	return phones, ends
}

const (
	vowelsInOrder = "aiueo"
	vowelPhones   = "aeiou"
)
