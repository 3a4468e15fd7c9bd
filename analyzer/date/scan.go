package date

import (
	"strings"
	"unicode/utf8"
)

// A scan is a text in which dates are looked for. Its methods take byte offsets and look only a few
// characters ahead or back.
type scan string

// First bytes, in UTF-8, of what a date can begin with outside ASCII.
const (
	fullWidthLead = 0xEF // full-width digits
	eraLead1      = 0xE4 // 令
	eraLead2      = 0xE5 // 平
)

// mostGap is the most characters that may stand between two parts of a date.
const mostGap = 6

// at is the character at offset i, full width folded to ASCII and letters of Hangul put together to
// a syllable, and its length; 0 at the end.
func (s scan) at(i int) (rune, int) {
	if i < 0 || i >= len(s) {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(string(s[i:]))
	if isLeadLetter(r) {
		return s.syllable(i, r, n)
	}
	return folded(r), n
}

// before is the character that ends at offset i, and its length; 0 at the beginning.
func (s scan) before(i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	r, n := utf8.DecodeLastRuneInString(string(s[:i]))
	if isLaterLetter(r) {
		for start := max(0, i-3*letterSize); start < i-letterSize; start += letterSize {
			if whole, size := s.at(start); size == i-start {
				return whole, size
			}
		}
	}
	return folded(r), n
}

// Names of files from macOS, and texts made of them, write a syllable of Hangul as two or three
// letters (NFD).
const (
	firstSyllable        = 0xAC00
	lead, vowel, tail    = 0x1100, 0x1161, 0x11A7 // the first letters; the tail before the first
	leads, vowels, tails = 19, 21, 28
	letterSize           = 3 // bytes of each
)

func isLeadLetter(r rune) bool  { return lead <= r && r < lead+leads }
func isLaterLetter(r rune) bool { return vowel <= r && r < tail+tails }

// syllable puts together the letters at offset i, the first of which is r, n bytes long.
func (s scan) syllable(i int, r rune, n int) (rune, int) {
	v, size := utf8.DecodeRuneInString(string(s[i+n:]))
	if v < vowel || v >= vowel+vowels {
		return r, n
	}
	n += size
	whole := firstSyllable + ((r-lead)*vowels+v-vowel)*tails
	if t, size := utf8.DecodeRuneInString(string(s[i+n:])); t > tail && t < tail+tails {
		return whole + t - tail, n + size
	}
	return whole, n
}

func folded(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// gap is the offset after the spaces and emphasis marks at offset i.
func (s scan) gap(i int) int {
	for range mostGap {
		r, n := s.at(i)
		if n == 0 || !isGap(r) {
			break
		}
		i += n
	}
	return i
}

// isGap reports whether r may stand between the parts of a date: spaces, characters without width
// and Markdown's emphasis and escape. A line break does not.
func isGap(r rune) bool {
	switch r {
	case ' ', '\t', '\u00A0', '\u2002', '\u2003', '\u2009', '\u202F', '\u3000', // spaces
		'\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '*', '\\':
		return true
	}
	return false
}

// A number is one to eight digits, some of which may be letters that look like digits.
type number struct {
	value       int
	start, end  int
	count, real int // characters, and those that are digits
}

// number reads a number of at most most characters at offset i. Letters after it that would make it
// too long, or that begin a word, are none of it.
func (s scan) number(i, most int) (number, bool) {
	n := number{start: i, end: i}
	digits := n // without the letters at the end
	for n.count <= most {
		r, size := s.at(n.end)
		v, ok := digitValue(r)
		if !ok {
			break
		}
		n.value = n.value*10 + v
		n.end += size
		n.count++
		if isDigit(r) {
			n.real++
			digits = n
		}
	}
	if r, _ := s.at(n.end); n.count > most || isLetter(r) {
		n = digits
	}
	return n, 0 < n.count && n.count <= most
}

// digitValue is the value of a digit or of a letter that looks like one.
func digitValue(r rune) (int, bool) {
	switch {
	case isDigit(r):
		return int(r - '0'), true
	case r == 'O' || r == 'o':
		return 0, true
	case r == 'l' || r == 'I':
		return 1, true
	}
	return 0, false
}

// unit is the offset after one of two signs that may stand at offset i, after a gap.
func (s scan) unit(i int, korean, japanese rune) (int, bool) {
	i = s.gap(i)
	r, n := s.at(i)
	return i + n, r == korean || r == japanese
}

// separator is the kind of separator at offset i, one of '.', '-', '/' or 0, and its length.
func (s scan) separator(i int) (rune, int) {
	r, n := s.at(i)
	switch r {
	case '.', '\u2024', '。', '｡':
		return '.', n
	case '-', '\u2010', '\u2011', '\u2012', '–', '−':
		return '-', n
	case '/', '\u2044', '\u2215':
		return '/', n
	}
	return 0, 0
}

// afterDot is the offset after the dot that ends 2022. 6. 15., if there is one.
func (s scan) afterDot(i int) int {
	if sep, n := s.separator(i); sep == '.' {
		return i + n
	}
	return i
}

// startOf is the offset at which a date begins that begins with year: a short year takes in the
// apostrophe directly before it.
func (s scan) startOf(year number) int {
	if r, n := s.before(year.start); year.count == 2 && isOneOf(r, "'’‘´`") {
		return year.start - n
	}
	return year.start
}

// continuesNumber reports whether the number at offset i goes on from one before it, or from a word.
func (s scan) continuesNumber(i int) bool {
	r, n := s.before(i)
	if isLetter(r) {
		return true
	}
	r2, _ := s.before(i - n)
	return isOneOf(r, ".,/:-") && (isDigit(r2) || isLetter(r2))
}

// followsEra reports whether the number at offset i counts the years of a Japanese era.
func (s scan) followsEra(i int) bool {
	r, n := s.before(i)
	if isGap(r) {
		r, _ = s.before(i - n)
	}
	return isOneOf(r, "和成正治")
}

// followsVersion reports whether the number at offset i is introduced as a version.
func (s scan) followsVersion(i int) bool {
	head := strings.TrimRight(string(s[max(0, i-24):i]), " ")
	for _, word := range [...]string{"버전", "버젼", "\u1107\u1165\u110c\u1165\u11ab", "version", "ver.", "ver", "v", "v."} {
		if n := len(head) - len(word); n >= 0 && strings.EqualFold(head[n:], word) {
			return true
		}
	}
	return false
}

// afterWeekday is the offset after a weekday in brackets, as in 2022.6.15.(수), or i.
func (s scan) afterWeekday(i int) int {
	j := s.gap(i)
	open, n := s.at(j)
	if open != '(' && open != '[' {
		return i
	}
	j = s.gap(j + n)
	j, ok := s.weekday(j)
	if !ok {
		return i
	}
	j = s.gap(j)
	if r, n := s.at(j); open == '(' && r == ')' || open == '[' && r == ']' {
		return j + n
	}
	return i
}

// weekday is the offset after the name of a weekday at offset i.
func (s scan) weekday(i int) (int, bool) {
	r, n := s.at(i)
	switch {
	case isOneOf(r, "월화수목금토일"):
		if second, m := s.at(i + n); second == '요' {
			if third, k := s.at(i + n + m); third == '일' {
				n += m + k
			}
		}
		return i + n, true
	case isOneOf(r, "月火水木金土日"):
		if strings.HasPrefix(string(s[i+n:]), "曜日") {
			n += len("曜日")
		}
		return i + n, true
	}
	word, end := s.word(i)
	return end, isWeekday(word)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

func isOneOf(r rune, set string) bool { return r != 0 && strings.ContainsRune(set, r) }
