package facts

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// length is a stretch of a text that gives a length of time.
type length struct{ start, end, days int }

// unitsOfTime are the days that a unit is counted as, the longer of two that begin alike first.
var unitsOfTime = [...]struct {
	name string
	days int
}{
	{"주일", 7}, {"주간", 7}, {"주", 7}, {"개월", 30}, {"달", 30}, {"일", 1}, {"영업일", 1},
	{"days", 1}, {"day", 1}, {"calendar days", 1}, {"business days", 1}, {"weeks", 7}, {"week", 7}, {"months", 30}, {"month", 30},
	{"日", 1}, {"週間", 7}, {"週", 7}, {"か月", 30}, {"ヶ月", 30}, {"カ月", 30}, {"ヵ月", 30}, {"ケ月", 30}, {"箇月", 30},
}

// numerals are numbers that are written as words before a unit.
var numerals = [...]struct {
	name  string
	value int
}{
	{"삼십 ", 30}, {"삼십", 30}, {"육십 ", 60}, {"육십", 60}, {"구십 ", 90}, {"구십", 90}, {"이십 ", 20}, {"이십", 20}, {"십오 ", 15}, {"십오", 15}, {"십사 ", 14}, {"십사", 14}, {"십 ", 10}, {"십", 10},
	{"칠 ", 7}, {"칠", 7}, {"일", 1}, {"이 ", 2}, {"이", 2}, {"한 ", 1}, {"한", 1}, {"두 ", 2}, {"두", 2}, {"one ", 1}, {"a ", 1}, {"two ", 2}, {"three ", 3}, {"seven ", 7}, {"ten ", 10},
	{"fourteen ", 14}, {"fifteen ", 15}, {"thirty ", 30}, {"sixty ", 60}, {"一", 1}, {"二", 2}, {"七", 7}, {"十", 10}, {"三十", 30},
}

// tooLong is no number of days, weeks or months before which anybody gives notice.
const tooLong = 400

// lengths reads the lengths of time in a sentence: 7일, 일주일, 한 달, seven (7) days. The day of a
// date is none. Of a range it is the shorter.
func lengths(text string) []length {
	var out []length
	for i := 0; i < len(text); {
		l, ok := digitLength(text, i)
		if !ok && startsWord(text, i) {
			l, ok = wordLength(text, i)
		}
		if ok {
			out = append(out, l)
			i = l.end
			continue
		}
		if n := digits(text[i:]); n > 0 {
			i += n
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return out
}

// digitLength reads a length in digits at i.
func digitLength(text string, i int) (length, bool) {
	value, n := digitsAt(text[i:])
	if n == 0 || isInDate(text[:i]) {
		return length{}, false
	}
	rest := i + n
	if to := strings.TrimLeft(text[rest:], "일 "); strings.HasPrefix(to, "~") || strings.HasPrefix(to, "-") {
		if at := len(text) - len(to) + 1; value < tooLong {
			if _, m := digitsAt(text[at:]); m > 0 {
				rest = at + m
			}
		}
	}
	behind := strings.TrimLeft(text[rest:], " )）-")
	end, days := unitAt(text, len(text)-len(behind))
	return length{i, end, value * days}, end > 0 && value < tooLong
}

// wordLength reads a length in words at i.
func wordLength(text string, i int) (length, bool) {
	for _, w := range numerals {
		if !hasPrefixFold(text[i:], w.name) {
			continue
		}
		if end, days := unitAt(text, i+len(w.name)); end > 0 && days > 1 || end > 0 && w.value > 2 {
			return length{i, end, w.value * days}, true
		}
	}
	for _, w := range [...]struct {
		name string
		days int
	}{{"보름", 15}, {"열흘", 10}, {"사흘", 3}} {
		if strings.HasPrefix(text[i:], w.name) {
			return length{i, i + len(w.name), w.days}, true
		}
	}
	return length{}, false
}

// unitAt reads a unit of time, and returns where it ends.
func unitAt(text string, at int) (end, days int) {
	decomposed := strings.HasPrefix(text[at:], "\xE1") // Hangul letter by letter
	for _, u := range unitsOfTime {
		name := u.name
		if decomposed {
			name = norm.NFD.String(name)
		}
		if hasPrefixFold(text[at:], name) {
			return at + len(name), u.days
		}
	}
	return 0, 0
}

// digitsAt reads digits, wide ones too, and returns how many bytes they take.
func digitsAt(s string) (value, n int) {
	for _, r := range s {
		if '０' <= r && r <= '９' {
			r += '0' - '０'
			n += len("０") - 1
		}
		if r < '0' || '9' < r {
			break
		}
		n++
		value = min(10*value+int(r-'0'), tooLong)
	}
	return value, n
}

// isInDate reports whether what stands before a number makes it a part of a date: 2025년 3월 1일.
func isInDate(before string) bool {
	before = strings.TrimRight(before, " ")
	last, size := utf8.DecodeLastRuneInString(before)
	switch last {
	case '월', '月', '년', '年':
		return true
	case '.', '-', '/':
		return size < len(before) && '0' <= before[len(before)-size-1] && before[len(before)-size-1] <= '9'
	}
	return false
}

// startsWord reports whether no letter of the same script stands before a place.
func startsWord(text string, i int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:i])
	return !isHangul(last) && !isLatin(last)
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
