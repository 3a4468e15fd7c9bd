package rules

import (
	"strings"
	"unicode/utf8"
)

// rieul is the consonant behind which 로 stands, and not 으로.
const rieul = 8

// particle is the form of a particle that stands behind a word: one where its last syllable ends with a consonant,
// the other where it does not, or where that cannot be told.
func particle(word, closed, open string) string {
	switch n := lastConsonant(word); {
	case n == 0, n == rieul && strings.HasPrefix(closed, "으로"):
		return open
	}
	return closed
}

// lastConsonant is the number of the consonant with which a word ends; 0 for none.
func lastConsonant(word string) int {
	if !isHangul(word) {
		return 0
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	return int(last-'가') % 28
}

// isHangul reports whether a word ends with a syllable of Hangul.
func isHangul(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return '가' <= last && last <= '힣'
}
