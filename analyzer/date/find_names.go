package date

import "strings"

// longestName is the length of the longest name of a month or a weekday.
const longestName = len("september")

// word is the run of ASCII letters at offset i and the offset after it; "" if it is longer than any
// name.
func (s scan) word(i int) (string, int) {
	end := i
	for end < len(s) && isLetter(rune(s[end])) && end-i <= longestName {
		end++
	}
	if end-i > longestName {
		return "", i
	}
	return string(s[i:end]), end
}

// monthNamed is the month, from 1, that an English name or its abbreviation means, or 0.
func monthNamed(word string) int {
	if strings.EqualFold(word, "sept") {
		return 9
	}
	for i, name := range [...]string{
		"january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november", "december",
	} {
		if isNameOf(word, name) {
			return i + 1
		}
	}
	return 0
}

func isWeekday(word string) bool {
	for _, name := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if isNameOf(word, name) {
			return true
		}
	}
	return strings.EqualFold(word, "tues") || strings.EqualFold(word, "thurs")
}

// isNameOf reports whether word is name or its first three letters.
func isNameOf(word, name string) bool {
	return strings.EqualFold(word, name) || strings.EqualFold(word, name[:3])
}

// fromMonthName reads July 1st, 2026 at offset i, where a word begins.
func (s scan) fromMonthName(i int) (Found, bool) {
	if r, _ := s.before(i); isLetter(r) || isDigit(r) {
		return Found{}, false
	}
	month, j := s.month(i)
	if month == 0 {
		return Found{}, false
	}
	day, ok := s.day(s.joint(j))
	if !ok {
		return Found{}, false
	}
	year, ok := s.year(s.joint(s.comma(day.end)))
	if !ok {
		return Found{}, false
	}
	d := Date{year.value, month, day.value}
	return Found{Date: d, Start: i, End: year.end}, true
}

// fromEnglishNumber reads 1 July 2026 or 2026 July 1 from its first number, at offset i.
func (s scan) fromEnglishNumber(i int, n number) (Found, bool) {
	if n.real < n.count {
		return Found{}, false
	}
	r, size := s.before(i)
	first, _ := s.before(i - size)
	if isLetter(r) || isOneOf(r, ".,/:") && isDigit(first) {
		return Found{}, false
	}
	j := s.joint(s.comma(s.ordinal(n.end)))
	if n.count == 4 {
		return s.dayLast(i, j, n.value)
	}
	if word, end := s.word(j); strings.EqualFold(word, "of") {
		j = s.gap(end)
	}
	month, j := s.month(j)
	if month == 0 || n.count > 2 {
		return Found{}, false
	}
	year, ok := s.year(s.joint(s.comma(j)))
	if !ok {
		return Found{}, false
	}
	d := Date{year.value, month, n.value}
	return Found{Date: d, Start: i, End: year.end}, true
}

// dayLast reads July 1 at offset j, for a date that began with the year at offset i.
func (s scan) dayLast(i, j, year int) (Found, bool) {
	month, j := s.month(j)
	if month == 0 {
		return Found{}, false
	}
	day, ok := s.day(s.joint(j))
	if !ok {
		return Found{}, false
	}
	if _, ok := s.year(s.joint(s.comma(day.end))); ok {
		return Found{}, false // the day belongs to the year that follows
	}
	d := Date{year, month, day.value}
	return Found{Date: d, Start: i, End: day.end}, true
}

// month reads the name of a month, with the dot of an abbreviation; 0 if there is none.
func (s scan) month(i int) (month, end int) {
	word, end := s.word(i)
	if month = monthNamed(word); month == 0 {
		return 0, i
	}
	if r, n := s.at(end); r == '.' {
		end += n
	}
	return month, end
}

// day reads a day of the month with its ordinal ending. What goes on as a decimal, a time or a list
// of digits is none.
func (s scan) day(i int) (number, bool) {
	n, ok := s.number(i, 2)
	if !ok || n.real < n.count {
		return n, false
	}
	n.end = s.ordinal(n.end)
	r, size := s.at(n.end)
	second, _ := s.at(n.end + size)
	return n, !isDigit(r) && !isLetter(r) && !(isOneOf(r, ".:") && isDigit(second))
}

// year reads a year of four digits.
func (s scan) year(i int) (number, bool) {
	n, ok := s.number(i, 4)
	if !ok || n.count != 4 || n.real < 4 {
		return n, false
	}
	r, _ := s.at(n.end)
	return n, !isDigit(r)
}

// ordinal is the offset after st, nd, rd or th at offset i, or i.
func (s scan) ordinal(i int) int {
	word, end := s.word(i)
	for _, ending := range [...]string{"st", "nd", "rd", "th"} {
		if strings.EqualFold(word, ending) {
			return end
		}
	}
	return i
}

// comma is the offset after a comma that may stand at offset i, after a gap, or i.
func (s scan) comma(i int) int {
	j := s.gap(i)
	if r, n := s.at(j); r == ',' {
		return j + n
	}
	return i
}

// joint is the offset after a gap or a hyphen at offset i.
func (s scan) joint(i int) int {
	if sep, n := s.separator(i); sep == '-' {
		return i + n
	}
	return s.gap(i)
}

// fromEra reads 令和6年4月1日 at offset i. The first year of an era may be written 元.
func (s scan) fromEra(i int) (Found, bool) {
	j, zero, last := i, 0, 0
	switch rest := string(s[i:]); {
	case strings.HasPrefix(rest, "令和"):
		zero, last = 2018, 81
	case strings.HasPrefix(rest, "平成"):
		zero, last = 1988, 31
	default:
		return Found{}, false
	}
	j = s.gap(j + len("令和"))
	year, ok := s.number(j, 2)
	if r, n := s.at(j); r == '元' {
		year, ok = number{value: 1, end: j + n, count: 1, real: 1}, true
	}
	if !ok || year.value < 1 || year.value > last {
		return Found{}, false
	}
	if j, ok = s.unit(year.end, '년', '年'); !ok {
		return Found{}, false
	}
	return s.monthAndDay(i, j, Date{Year: zero + year.value}, year.real < year.count)
}
