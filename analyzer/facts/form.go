package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/date"
)

// longHeading is the longest line, by [size], that is a heading by its words or form alone.
const longHeading = 60

// size is how long a line is to the eye, in syllables: two letters of ASCII are as one.
func size(s string) int {
	counts := [4]int{1, 1, 0, 2} // by the first bits of a byte: two kinds of ASCII, within a letter, at its start
	n := 0
	for i := 0; i < len(s); i++ {
		n += counts[s[i]>>6]
	}
	return n / 2
}

// isLonger reports whether a text is longer than n by [size], and reads no more of it than that takes.
func isLonger(s string, n int) bool {
	return len(s) > utf8.UTFMax*(n+1) || size(s) > n
}

// isSentence reports whether a line ends as a sentence of a policy does: by a stop, or in the formal style. The stop of a word cut
// short, Inc., ends no sentence where the line is short, too.
func isSentence(s string) bool {
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == ')' || s[len(s)-1] == ']') {
		s = s[:len(s)-1]
	}
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case '.':
		return hasMore(s, longHeading) || !endsWithAny(s, listOf("sentences.short"))
	case ';', ',':
		return true
	}
	return strings.HasSuffix(s, "니다") || strings.HasSuffix(s, "。")
}

// endsAsSaid reports whether a text ends with the verb of a sentence in Korean, however plain its style, or
// as a sentence does in Japanese. Any stop is taken off before.
func endsAsSaid(s string) bool { return endsWithAny(s, listOf("sentences.ends")) }

// hasValue reports whether a line holds an address or a telephone number.
func hasValue(s string) bool {
	return hasDigits(s, 7) || strings.Contains(s, "@")
}

// isWebAddress reports whether a text is the address of a page, and nothing else: support.maru.com/contact.
func isWebAddress(s string) bool {
	rest := strings.TrimPrefix(strings.TrimPrefix(s, "http://"), "https://")
	host, _, _ := strings.Cut(rest, "/")
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && dot+2 < len(host) && !strings.Contains(s, " ") && !strings.ContainsFunc(host, func(c rune) bool { return !isLatin(c) && !isHostSign(c) })
}

// isHostSign tells the signs that stand in the names of hosts besides letters.
func isHostSign(c rune) bool { return c == '.' || c == '-' || '0' <= c && c <= '9' }

// beginsWithDate reports whether a line begins with a date, as those of a history do.
func beginsWithDate(s string) bool {
	if digits(s) < 4 && !strings.HasPrefix(s, "'") {
		return false
	}
	found := date.Find(s[:head(s, longHeading/2)])
	return len(found) > 0 && found[0].Start <= 1
}

// hasDigits reports whether a text holds so many digits.
func hasDigits(s string, n int) bool {
	for i := 0; i < len(s) && n > 0; i++ {
		if '0' <= s[i] && s[i] <= '9' {
			n--
		}
	}
	return n <= 0
}

// hasMore reports whether a text has more than n characters.
func hasMore(s string, n int) bool { return head(s, n) < len(s) }

// head is the length in bytes of the first n characters.
func head(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}
