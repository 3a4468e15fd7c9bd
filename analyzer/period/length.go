package period

// Lengths are the lengths of time in a text, in order and apart: 12개월, 1년 6개월, 3~5년, 한 달,
// 반년, five (5) years, six months, 90일, 2주, 24시간, 六ヶ月, 1年半, in full or half width. Dates and
// their parts (2025년, 3월 1일), ages, ordinal numbers (제5년, 3년차) and how often something happens
// (1일 2회) are none. The time taken is linear in the length of the text.
func Lengths(text string) []Length {
	f := fold(text)
	found := f.lengths(false)
	out := make([]Length, len(found))
	for i, l := range found {
		out[i] = l.in(f, text)
	}
	return out
}

// in is a length as a stretch of the text.
func (l Length) in(f *folded, text string) Length {
	l.Start, l.End = int(f.at[l.Start]), f.end(text, l.End)
	return l
}

// lengths are those of a folded text, with places in it. Where the text is known to be a period, 6월
// is six months.
func (f *folded) lengths(isPeriod bool) []Length {
	var out []Length
	for i := 0; i < len(f.runes); {
		if l, ok := f.lengthAt(i, isPeriod); ok {
			out = append(out, l)
			i = l.End
			continue
		}
		i = f.next(i)
	}
	return out
}

// next is where behind a place another number may begin.
func (f *folded) next(i int) int {
	if isDigit(f.rune(i)) {
		for isDigit(f.rune(i)) {
			i++
		}
		return i
	}
	return i + 1
}

// lengthAt reads a length at a place.
func (f *folded) lengthAt(i int, isPeriod bool) (Length, bool) {
	if !f.mayBegin(i) {
		return Length{}, false
	}
	l, ok := f.fixedAt(i)
	if !ok {
		l, ok = f.countedAt(i, isPeriod)
	}
	if !ok || f.isFrequency(l) {
		return Length{}, false
	}
	f.bound(&l)
	return l, true
}

// mayBegin reports whether what stands at a place can be a length, as far as what stands before it
// tells.
func (f *folded) mayBegin(i int) bool {
	r := f.rune(i)
	v := words()
	if !v.begins(r, counts) {
		return false
	}
	before := f.rune(i - 1)
	if isHangul(r) && isHangul(before) {
		return false
	}
	if isDigit(r) && (isDigit(before) || isLatin(before) || (before == '-' || before == '.' || before == '/' || before == ',' || before == ':') && (isDigit(f.rune(i-2)) || isLatin(f.rune(i-2)))) {
		return false
	}
	if before == '\'' || before == '’' || before == '´' || before == '`' {
		return f.rune(i-2) == '\'' || !isDigit(r) // '25년
	}
	j := i
	if before == ' ' {
		j--
	}
	for _, w := range v.beside.notBehind {
		if f.hasBefore(j, w) && (!isHangul(w[0]) || !isHangul(f.rune(j-len(w)-1))) {
			return false
		}
	}
	return true
}

// fixedAt reads a length that is a word of its own: 반년, 보름.
func (f *folded) fixedAt(i int) (Length, bool) {
	for _, u := range words().fixed[f.rune(i)] {
		end := f.hasAt(i, u.name)
		if end < 0 || isHangul(f.rune(i)) && isHangul(f.rune(i-1)) || !f.stands(end, &u, true) {
			continue
		}
		return Length{Start: i, End: f.over(end), Amount: u.amount()}, true
	}
	return Length{}, false
}

// countedAt reads a number and its unit, and the number or length that it ranges to.
func (f *folded) countedAt(i int, isPeriod bool) (Length, bool) {
	numbers := f.numbersAt(i)
	for k := len(numbers) - 1; k >= 0; k-- {
		n := numbers[k]
		if to, end, ok := f.rangeTo(n, isPeriod); ok {
			return Length{Start: i, End: end, Amount: to.unit.amount().times(n.value), Max: to.amount}, true
		}
		c, ok := f.withUnit(n, isPeriod)
		if !ok || f.isInDate(n, c) {
			continue
		}
		c = f.compose(c, isPeriod)
		l := Length{Start: i, End: f.over(c.end), Amount: c.amount}
		if start := f.to(l.End); start >= 0 {
			if m, ok := f.plain(start, isPeriod); ok && longer(m.Amount, l.Amount) {
				l.Max, l.End = m.Amount, m.End
			}
		}
		return l, !l.Amount.IsZero()
	}
	return Length{}, false
}

// longer reports whether a range may go from b to a.
func longer(a, b Amount) bool {
	order, ok := a.Compare(b)
	return ok && order > 0
}

// plain reads a length without range at a place.
func (f *folded) plain(i int, isPeriod bool) (Length, bool) {
	numbers := f.numbersAt(i)
	for k := len(numbers) - 1; k >= 0; k-- {
		if c, ok := f.withUnit(numbers[k], isPeriod); ok {
			c = f.compose(c, isPeriod)
			return Length{Start: i, End: f.over(c.end), Amount: c.amount}, true
		}
	}
	return Length{}, false
}

// rangeTo reads what a number without unit ranges to: 5년 of 3~5년.
func (f *folded) rangeTo(n number, isPeriod bool) (counted, int, bool) {
	start := f.to(n.end)
	if start < 0 || n.half {
		return counted{}, 0, false
	}
	numbers := f.numbersAt(start)
	for k := len(numbers) - 1; k >= 0; k-- {
		to := numbers[k]
		if c, ok := f.withUnit(to, isPeriod); ok && to.value > n.value && !f.isInDate(n, c) {
			return c, f.over(c.end), true
		}
	}
	return counted{}, 0, false
}

// to is the place behind a word that leads to the end of a range, or -1.
func (f *folded) to(i int) int {
	if end := f.anyAt(f.skip(i), words().beside.to); end >= 0 {
		return f.skip(end)
	}
	return -1
}

// over takes in the syllable that says that a length lasts: 5년간.
func (f *folded) over(i int) int {
	b := &words().beside
	if end := f.anyAt(f.skip(i), b.over); end >= 0 && f.anyAt(end, b.notOver) < 0 {
		return end
	}
	return i
}

// isFrequency reports whether a length is how often something happens: 1일 2회, 3개월마다.
func (f *folded) isFrequency(l Length) bool {
	b := &words().beside
	if f.anyAt(f.skip(l.End), b.notAhead) >= 0 {
		return true
	}
	i := f.skip(l.End)
	if f.rune(i) == '에' || f.rune(i) == '당' || f.rune(i) == 'に' {
		i = f.skip(i + 1)
	}
	if end := f.anyAt(i, b.mostBefore); end >= 0 {
		i = f.skip(end)
	}
	for _, n := range f.numbersAt(i) {
		if f.anyAt(f.skip(n.end), b.often) >= 0 {
			return true
		}
	}
	return false
}

// bound tells whether a length is the least or the most.
func (f *folded) bound(l *Length) {
	b := &words().beside
	i := l.Start
	if f.rune(i-1) == ' ' {
		i--
	}
	after := f.skip(l.End)
	l.AtLeast = f.startOf(i, b.leastBefore) < i || f.anyAt(after, b.leastAfter) >= 0
	l.AtMost = f.startOf(i, b.mostBefore) < i || f.anyAt(after, b.mostAfter) >= 0
}

// around is a length with the words that make it the least or the most.
func (f *folded) around(l Length) (start, end int) {
	b := &words().beside
	start, end = l.Start, l.End
	i := start
	if f.rune(i-1) == ' ' {
		i--
	}
	if s := min(f.startOf(i, b.leastBefore), f.startOf(i, b.mostBefore)); s < i {
		start = s
	}
	after := f.skip(end)
	return start, max(end, f.anyAt(after, b.leastAfter), f.anyAt(after, b.mostAfter))
}

// startOf is where the longest of some words begins that ends at i, or i.
func (f *folded) startOf(i int, list []word) int {
	start := i
	for _, w := range list {
		if n := f.lengthBefore(i, w); n > 0 {
			start = min(start, i-n)
		}
	}
	return start
}
