package scrape

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bulletLen is the length of the bullet with which a line begins, or 0.
func bulletLen(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	switch r {
	case '•', '·', '‣', '◦', '∘', '∙', '▪', '▫', '▶', '▷', '►', '▸', 'ㆍ', '・', '➤', '✓', '✔':
		return size
	case '○', '●', '◎': // twice they are a blank to be filled in
		if next != r {
			return size
		}
	case '-', '–', '—':
		if isSpace(next) || unicode.IsLetter(next) || strings.ContainsRune("<[(「'\"“‘", next) {
			return size
		}
	case '*', '+', 'ο', 'ㅇ', 'o':
		if isSpace(next) {
			return size
		}
	}
	return 0
}

// markerLen is the length of what tells that a line begins something of its own: a bullet, a
// number, a sign. 0 means that it may go on a sentence.
func markerLen(s string) int {
	if n := bulletLen(s); n > 0 {
		return n
	}
	if n := numberLen(s); n > 0 {
		return n
	}
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("[<【〔《■□◆◇▣★☆※#", r) {
		return size
	}
	return 0
}

// numberLen is the length of the number of an article or item with which a line begins: "1.",
// "(2)", "가.", "①", "제3조".
func numberLen(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case 0x2460 <= r && r <= 0x24EA, 0x3260 <= r && r <= 0x327B, 0x3200 <= r && r <= 0x321B: // ㈜ is no number
		return size
	case r == '제' || r == '第':
		return articleLen(s)
	case r == '(' || r == '（':
		n := size + ordinalLen(s[size:])
		if closing, last := utf8.DecodeRuneInString(s[n:]); n > size && (closing == ')' || closing == '）') {
			return n + last
		}
		return 0
	case len(s) > 2 && unicode.IsLetter(rune(s[0])) && s[0] < utf8.RuneSelf && (s[1] == '.' || s[1] == ')') && s[2] == ' ':
		return 2
	}
	n := ordinalLen(s)
	if n == 0 || n == len(s) || s[n] != '.' && s[n] != ')' {
		return 0
	}
	if n+1 < len(s) && '0' <= s[n+1] && s[n+1] <= '9' && s[n] == '.' && n > 2 {
		return 0 // a date such as 2024.1.1
	}
	return n + 1
}

// ordinalLen is the length of a number of up to three digits or of one syllable of the series 가나다.
func ordinalLen(s string) int {
	n := 0
	for n < len(s) && n < 4 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n > 0 {
		if n > 3 {
			return 0
		}
		return n
	}
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("가나다라마바사아자차카타파하", r) {
		return size
	}
	return 0
}

// articleLen is the length of "제3조", "第3条" and the like.
func articleLen(s string) int {
	rest := strings.TrimLeft(s[len("제"):], " ")
	digits := ordinalLen(rest)
	if digits == 0 || rest[0] > '9' {
		return 0
	}
	unit := strings.TrimLeft(rest[digits:], " ")
	for _, u := range [...]string{"조", "장", "절", "관", "항", "호", "条", "章", "節", "項"} {
		if strings.HasPrefix(unit, u) {
			return len(s) - len(unit) + len(u)
		}
	}
	return 0
}

// longestLabel is the most characters that a label before a colon has.
const longestLabel = 20

// hasLabel reports whether a line begins with a label and a colon, as in "성명: 홍길동".
func hasLabel(s string) bool {
	i := strings.IndexAny(s, ":：")
	if i <= 0 {
		return false
	}
	label, rest := strings.TrimSpace(s[:i]), s[i:]
	if label == "" || strings.HasPrefix(rest, "://") || strings.ContainsAny(label, ".,。") || utf8.RuneCountInString(label) > longestLabel {
		return false
	}
	last := label[len(label)-1:]
	return !(strings.ContainsAny(last, "0123456789") && len(rest) > 1 && '0' <= rest[1] && rest[1] <= '9') // a time of day
}

// titleWidth is the widest line, in columns, that passes for a title by its number alone.
const titleWidth = 60

// isNumberedTitle reports whether a line is short, numbered and no sentence.
func isNumberedTitle(s string) bool {
	return numberLen(s) > 0 && width(s) <= titleWidth && !endsSentence(s)
}
