package date

// A Found is a date written in a text.
type Found struct {
	Date       Date
	Start, End int // bytes of the text, with an apostrophe before and a weekday in brackets after

	// Doubtful says that it may be something else, or another date: eight digits, a year of two
	// digits without a sign of being one, or letters that stand for digits ("1O일").
	Doubtful bool
}

// Find lists the dates written in text, in order and without overlap, for the years 1990 to 2099.
//
// It reads 2022.6.15, 2022. 6. 15., 2022-06-15, 2022/6/15, '22.6.15, 22.06.15, 20220615, 2024년 8월
// 14일, 22년 8월 14일, 2024年8月14日, 令和6年4月1日, Jul 1, 2026, 1 July 2026 and 2026 July 1, in full
// or half width and with spaces or asterisks between the parts. Days that no calendar has, a month
// without a day, version and telephone numbers, addresses and numbers of notices are no dates.
// text is valid UTF-8; the time taken is linear in its length.
func Find(text string) []Found { return scan(text).find(true) }

// FindImpossible lists what has the form of a date and names a day that no calendar has, as
// 2024년 2월 30일 does. Slots (2024년 00월 00일) and what is doubtful otherwise are none.
func FindImpossible(text string) []Found { return scan(text).find(false) }

// find lists the dates that the calendar has, or else those that it does not.
func (s scan) find(possible bool) []Found {
	var out []Found
	for i := 0; i < len(s); {
		f, ok := Found{}, false
		switch {
		case s.isDigitAt(i):
			f, ok = s.fromNumber(i)
		case isLetter(rune(s[i])):
			f, ok = s.fromMonthName(i)
		case s[i] == eraLead1 || s[i] == eraLead2:
			f, ok = s.fromEra(i)
		}
		isDate := ok && inRange(f.Date)
		if isDate || ok && !possible && f.isImpossible() {
			f.End = s.afterWeekday(f.End)
			if isDate == possible {
				out = append(out, f)
			}
			i = f.End
			continue
		}
		i = s.next(i)
	}
	return out
}

// isImpossible reports whether a date of years that a policy can speak of is one that the calendar
// does not have.
func (f Found) isImpossible() bool {
	d := f.Date
	return !f.Doubtful && 1990 <= d.Year && d.Year <= 2099 && d.Month > 0 && d.Day > 0 && !d.IsValid()
}

// next is where, after offset i, another date may begin: after the rest of a number or a word.
func (s scan) next(i int) int {
	switch {
	case s.isDigitAt(i):
		for s.isDigitAt(i) {
			_, n := s.at(i)
			i += n
		}
		return i
	case isLetter(rune(s[i])):
		for i < len(s) && isLetter(rune(s[i])) {
			i++
		}
		return i
	}
	return i + 1
}

// isDigitAt is cheap for text in other scripts than Latin.
func (s scan) isDigitAt(i int) bool {
	switch {
	case i >= len(s):
		return false
	case s[i] == fullWidthLead:
		r, _ := s.at(i)
		return isDigit(r)
	}
	return isDigit(rune(s[i]))
}

// fromNumber reads a date that begins with the number at offset i.
func (s scan) fromNumber(i int) (Found, bool) {
	n, ok := s.number(i, 8)
	if !ok {
		return Found{}, false
	}
	switch n.count {
	case 8:
		return s.compact(i, n)
	case 2, 4:
		if f, ok := s.withUnits(i, n); ok {
			return f, true
		}
		if f, ok := s.withSeparators(i, n); ok {
			return f, true
		}
	}
	return s.fromEnglishNumber(i, n)
}

// withUnits reads what follows the year of a date such as 2024년 8월 14일.
func (s scan) withUnits(i int, year number) (Found, bool) {
	j, ok := s.unit(year.end, '년', '年')
	if !ok || year.real < 2 || year.count == 2 && (s.continuesNumber(i) || s.followsEra(i)) {
		return Found{}, false
	}
	if r, n := s.at(j); r == '도' { // 2024년도
		j += n
	}
	return s.monthAndDay(s.startOf(year), j, Date{Year: fullYear(year)}, year.real < year.count)
}

// monthAndDay reads 8월 14일 from offset j, for a date that began at start with d's year.
func (s scan) monthAndDay(start, j int, d Date, doubtful bool) (Found, bool) {
	month, ok := s.number(s.gap(j), 2)
	if !ok {
		return Found{}, false
	}
	if j, ok = s.unit(month.end, '월', '月'); !ok {
		return Found{}, false
	}
	day, ok := s.number(s.gap(j), 2)
	if !ok {
		return Found{}, false
	}
	if j, ok = s.unit(day.end, '일', '日'); !ok {
		// 10월 26부터: the unit was forgotten.
		if r, _ := s.at(day.end); !isOneOf(r, "부까") {
			return Found{}, false
		}
		j, doubtful = day.end, true
	}
	if r, _ := s.at(j); r == '간' { // for 14 days
		return Found{}, false
	}
	d.Month, d.Day = month.value, day.value
	doubtful = doubtful || month.real < month.count || day.real < day.count
	return Found{d, start, j, doubtful}, true
}

// withSeparators reads what follows the year of a date such as 2022. 6. 15.
func (s scan) withSeparators(i int, year number) (Found, bool) {
	j := s.gap(year.end)
	sep, n := s.separator(j)
	if sep == 0 || year.real < 2 {
		return Found{}, false
	}
	month, ok := s.number(s.gap(j+n), 2)
	if !ok || month.real == 0 {
		return Found{}, false
	}
	j = s.gap(month.end)
	again, n := s.separator(j)
	if again != sep {
		return Found{}, false
	}
	day, ok := s.number(s.gap(j+n), 2)
	if !ok || day.real == 0 {
		return Found{}, false
	}
	d := Date{fullYear(year), month.value, day.value}
	f := Found{Date: d, Start: s.startOf(year), End: day.end}
	f.Doubtful = year.count+month.count+day.count > year.real+month.real+day.real
	if s.isNumberPart(i, day.end, sep) {
		return Found{}, false
	}
	if sep == '.' {
		f.End = s.afterDot(day.end)
	}
	if year.count == 2 && f.Start == i {
		f.Doubtful = true
		tight := month.count == 2 && day.count == 2
		if sep != '.' || !tight && !s.isSpaced(year, month, f.End-day.end) || s.continuesNumber(i) || s.followsVersion(i) {
			return Found{}, false
		}
	}
	return f, true
}

// isSpaced reports whether a date with a short year has the form 22. 6. 15. with all its dots, dot
// being the length of what stands after the day.
func (s scan) isSpaced(year, month number, dot int) bool {
	return dot > 0 && month.start > year.end+1 && month.start-year.end <= 4
}

// isNumberPart reports whether a date with separators, in [start, end), is a part of a longer
// number, path or name of that kind.
func (s scan) isNumberPart(start, end int, sep rune) bool {
	before, size := s.before(start)
	after, n := s.at(end)
	second, _ := s.at(end + n)
	if isLetter(before) || isDigit(after) || after == '호' {
		return true
	}
	first, _ := s.before(start - size)
	switch sep {
	case '/':
		return before == '/' || after == '/'
	case '-':
		return before == '제' || before == '-' && isDigit(first) || after == '-' && isDigit(second)
	}
	return after == '.' && isDigit(second) || before == '.' && isDigit(first) && !s.isItemNumber(start-size)
}

// isItemNumber reports whether the dot at offset i ends the number of a list item, as in
// "1.2022.6.15": one or two digits at the beginning or after a space.
func (s scan) isItemNumber(i int) bool {
	for n := 0; n <= 2; n++ {
		r, size := s.before(i)
		if !isDigit(r) {
			return n > 0 && (size == 0 || isGap(r) || r == '\n')
		}
		i -= size
	}
	return false
}

// compact reads eight digits that stand alone.
func (s scan) compact(i int, n number) (Found, bool) {
	before, _ := s.before(i)
	after, size := s.at(n.end)
	second, _ := s.at(n.end + size)
	d := Date{n.value / 10000, n.value / 100 % 100, n.value % 100}
	f := Found{Date: d, Start: i, End: n.end, Doubtful: true}
	switch {
	case n.real < n.count, isLetter(before), isLetter(after):
		return f, false
	case isOneOf(before, "-_/.,#=&@+%제$₩№"), before == ':' && s.precededByASCII(i):
		return f, false
	case isOneOf(after, "-_/@=%&+원명건개회호번"), isOneOf(after, ".,:") && isDigit(second):
		return f, false
	}
	return f, true
}

// precededByASCII reports whether the colon before offset i follows a letter or digit of ASCII, as in
// a time, an address or a key.
func (s scan) precededByASCII(i int) bool {
	_, n := s.before(i)
	r, _ := s.before(i - n)
	return isLetter(r) || isDigit(r)
}

// fullYear is the year meant by four digits or by two.
func fullYear(n number) int {
	switch {
	case n.count > 2:
		return n.value
	case n.value >= 90:
		return 1900 + n.value
	}
	return 2000 + n.value
}

// inRange reports whether d is a day of the years that a published policy can speak of.
func inRange(d Date) bool { return 1990 <= d.Year && d.Year <= 2099 && d.IsValid() }
