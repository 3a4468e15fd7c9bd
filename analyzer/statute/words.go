package statute

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

//go:embed words.toml
var wordsFile []byte

// words are those around the names of laws.
type words struct {
	Behind, Before, Past, Foreign, Decree, Rule, Same, Farther, Nolaw, Words, Ending, Begins, Small []string
	Opening, Closing                                                                                string
}

var data = sync.OnceValue(func() *words {
	w := new(words)
	if err := toml.Unmarshal(wordsFile, w); err != nil {
		panic(err) // the file is a part of the program
	}
	return w
})

// fold are the letters and digits of a name: without spaces, dots, commas and quotes.
func fold(s string) []rune {
	out := make([]rune, 0, len(s)/2)
	for _, r := range s {
		if r, ok := letter(r); ok {
			out = append(out, r)
		}
	}
	return out
}

// letter folds a character: full-width forms and capitals. What makes no difference to a name is no
// letter: ㆍ is a dot.
func letter(r rune) (rune, bool) {
	switch {
	case 0xAC00 <= r && r <= 0xD7A3 || 0x4E00 <= r && r <= 0x9FFF:
		return r, true
	case 0xFF10 <= r && r <= 0xFF5A:
		r -= 0xFEE0
	case r == 'ㆍ' || r == 'ᆞ' || r == '・' || r == '･':
		return 0, false
	}
	return unicode.ToLower(r), unicode.IsLetter(r) || unicode.IsDigit(r)
}

func reversed(letters []rune) []rune {
	out := make([]rune, len(letters))
	for i, r := range letters {
		out[len(letters)-1-i] = r
	}
	return out
}

// isLetterBefore reports whether a letter or digit stands right before i.
func isLetterBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	_, ok := letter(r)
	return ok && i > 0
}

// skip is where what is neither space nor one of some signs stands, from i on.
func skip(text string, i int, signs string) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '\n' || !isSpace(r) && !strings.ContainsRune(signs, r) {
			break
		}
		i += size
	}
	return i
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\u00a0' || r == '\u3000' || r == '\u200b' || r == '\ufeff' || unicode.IsSpace(r) && r != '\n'
}

// startsWithAny is the first of some words with which s begins.
func startsWithAny(s string, all []string) (string, bool) {
	for _, w := range all {
		if strings.HasPrefix(s, w) {
			return w, true
		}
	}
	return "", false
}

// endsWithAny reports whether s ends with one of some words.
func endsWithAny(s string, all []string) bool {
	for _, w := range all {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// endsWithWord reports whether s ends with one of some words, before which no letter stands.
func endsWithWord(s string, all []string) bool {
	for _, w := range all {
		if strings.HasSuffix(s, w) && !isLetterBefore(s, len(s)-len(w)) {
			return true
		}
	}
	return false
}
