package fold

import (
	"strings"
	"unicode"
)

// String is a text folded.
func String(text string) string { return string(Of(text).Runes) }

// Letters are the letters and digits of a text, folded: what tells one name from another.
func Letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, String(text))
}
