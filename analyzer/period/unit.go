package period

import "slices"

// counted is a number with its unit.
type counted struct {
	unit   *unit
	amount Amount
	end    int
}

// mostHours are so many that a text may speak of them: 720시간.
const mostHours = 10_000

// withUnit reads the unit behind a number.
func (f *folded) withUnit(n number, isPeriod bool) (counted, bool) {
	i := f.repeated(n)
	i = f.skip(i)
	if f.rune(n.start-1) == '(' && f.rune(i) == ')' {
		i = f.skip(i + 1) // (5)년
	}
	if f.rune(i) == '-' {
		i++ // 5-year
	}
	u, end := f.unitAt(i, n, isPeriod)
	if u == nil || n.value == 0 && !n.half || u.Months == 12 && n.value > mostYears || n.value >= largest || u.Hours > 0 && n.value > mostHours {
		return counted{}, false
	}
	c := counted{u, u.amount().times(n.value), end}
	if n.half {
		if u.Months != 12 {
			return counted{}, false
		}
		c.amount.Months += 6
	}
	return c, true
}

// legalMonth is how statutes write months: 6월. Elsewhere that is June.
var legalMonth = unit{Months: 1}

// unitAt reads a unit that goes with a number.
func (f *folded) unitAt(i int, n number, isPeriod bool) (*unit, int) {
	list := words().units[f.rune(i)]
	for k := range list {
		u := &list[k]
		end := f.hasAt(i, u.name)
		if end < 0 || n.kind == "" && u.WordsOnly || n.kind != "" && !slices.Contains(u.Letters, n.kind) || !f.stands(end, u, n.kind != "" && n.kind != "kanji") {
			continue
		}
		return u, end
	}
	if n.kind == "" && f.rune(i) == '월' && f.isMonths(i+1, isPeriod) {
		return &legalMonth, i + 1
	}
	return nil, 0
}

// stands reports whether what follows the name of a unit lets it be one.
func (f *folded) stands(end int, u *unit, letters bool) bool {
	if letters && len(u.lettersBefore) > 0 {
		if len(u.Letters) == 0 && !isHangul(f.rune(f.skip(end))) {
			return true // 보름.
		}
		return f.anyAt(f.skip(end), u.lettersBefore) >= 0
	}
	for _, w := range u.notBefore {
		if w[0] == ' ' && f.rune(end) != ' ' {
			continue
		}
		start := end
		if w[0] == ' ' {
			start = end + 1
			w = w[1:]
		}
		if f.hasAt(start, w) >= 0 {
			return false
		}
	}
	return true
}

// isMonths reports whether 월 behind a number can only be months: 6월간, and in what is known to be a
// period 6월 with nothing of a date behind it.
func (f *folded) isMonths(end int, isPeriod bool) bool {
	if f.rune(end) == '간' {
		return true
	}
	i := f.skip(end)
	return isPeriod && !isDigit(f.rune(i)) && f.rune(i) != '말' && f.rune(i) != '초' && f.rune(i) != '중' && f.rune(i) != '분'
}

// isInDate reports whether a number with its unit is a part of a date: the day of 2025년 3월 1일, and
// the year of one.
func (f *folded) isInDate(n number, c counted) bool {
	before := n.start
	for f.rune(before-1) == ' ' {
		before--
	}
	last := f.rune(before - 1)
	if n.kind == "" && (c.unit.Days == 1 || c.unit == &legalMonth) {
		switch last {
		case '월', '月', '년', '年':
			return true
		case '.', '-', '/':
			return isDigit(f.rune(before - 2))
		}
	}
	if c.unit.Months != 12 || n.kind != "" {
		return false
	}
	month, ok := f.digitsAt(f.skip(c.end))
	if !ok {
		return false
	}
	i := f.skip(month.end)
	if f.rune(i) != '월' && f.rune(i) != '月' {
		return false
	}
	day, ok := f.digitsAt(f.skip(i + 1))
	j := f.skip(day.end)
	return n.value > 9 || f.rune(n.start) == '0' || ok && (f.rune(j) == '일' || f.rune(j) == '日')
}

// compose reads on to the smaller units of one length: 1년 6개월, 1년 반.
func (f *folded) compose(c counted, isPeriod bool) counted {
	b := &words().beside
	if c.unit.Months > 0 {
		if end := f.anyAt(f.skip(c.end), b.half); end >= 0 && f.isHalf(end) {
			c.end = end
			c.amount.Months += c.unit.Months / 2
			if c.unit.Months == 1 {
				c.amount.Days += 15
			}
			return c
		}
	}
	i := f.skip(c.end)
	if end := f.anyAt(i, b.and); end >= 0 {
		i = f.skip(end)
	}
	for _, n := range f.numbersAt(i) {
		next, ok := f.withUnit(n, isPeriod || c.unit.Months == 12)
		if ok && smaller(next.unit, c.unit) && !f.isFrequency(Length{Start: i, End: next.end}) {
			next.amount = next.amount.add(c.amount)
			return f.compose(next, isPeriod)
		}
	}
	return c
}

// isHalf reports whether 반 ends at a place rather than going on as another word: 1년 반환.
func (f *folded) isHalf(end int) bool {
	switch r := f.rune(end); r {
	case '간', '동', '이', '의', '까', '후', '을', '을' + 1, '정':
		return true
	default:
		return !isHangul(r)
	}
}

// smaller reports whether a unit is smaller than another: months behind years, days behind months.
func smaller(a, b *unit) bool {
	rank := func(u *unit) int {
		switch {
		case u.Months > 0:
			return 1000 * u.Months
		case u.Days > 0:
			return 10 * u.Days
		}
		return u.Hours
	}
	return rank(a) < rank(b)
}
