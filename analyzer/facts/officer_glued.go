package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// gluedLabel finds the first label that stands in one word with the value before it, from a place up to
// another: 성명:한모란소속:정보팀, 한모란전화 02-0000-0000. Only a colon, a number or an address behind it tells
// it from a part of the word.
func gluedLabel(s string, from, to int) (labelAt, bool) {
	if from >= to || to-from > longestLine || !strings.ContainsAny(s[from:], ":：@0123456789") {
		return labelAt{}, false
	}
	best := labelAt{start: to}
	for _, m := range nameUnit(s[from:to]).Matches {
		f, ok := personWords().glued[m.Phrase]
		if !ok {
			continue
		}
		l := labelAt{field: f, start: from + m.Start, end: from + m.End}
		if (l.start < best.start || l.start == best.start && l.end > best.end) && followsValue(s, l.start) && l.opensValue(s) {
			best = l
		}
	}
	return best, best.field != unlabelled
}

// followsValue reports whether a letter or a digit stands right before a place.
func followsValue(s string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// opensValue reports whether a colon, a number or an address follows a label, and finds where the value
// begins.
func (l *labelAt) opensValue(s string) bool {
	rest := strings.TrimLeft(s[l.end:], " ")
	if n := l.tail(rest); n > 0 {
		rest = strings.TrimLeft(rest[n:], " ")
	}
	l.value = len(s) - len(rest)
	if r, n := utf8.DecodeRuneInString(rest); r == ':' || r == '：' {
		l.value += n
		l.colon = true
		return true
	}
	return rest != "" && (l.field == aPhone || l.field == aFax || l.field == anEmail) && l.valued(s, rest)
}
