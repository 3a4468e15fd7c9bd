package period

// A number is a number that may count a length: digits, or a number in words.
type number struct {
	value int
	half  bool   // and a half: 1.5
	kind  string // "" for digits, else as numerals are
	start int
	end   int
}

// largest is the largest number that counts a length; years of the calendar are larger than mostYears.
const (
	largest   = 100_000
	mostYears = 200
)

// digitsAt reads a number in digits: 6, 1,000, 1.5.
func (f *folded) digitsAt(i int) (number, bool) {
	n := number{start: i, end: i}
	for ; ; n.end++ {
		r := f.rune(n.end)
		if r == ',' && n.end > i && isDigit(f.rune(n.end+1)) && isDigit(f.rune(n.end+2)) && isDigit(f.rune(n.end+3)) && !isDigit(f.rune(n.end+4)) {
			continue
		}
		if !isDigit(r) {
			break
		}
		n.value = min(10*n.value+int(r-'0'), largest)
	}
	if n.end > i && f.rune(n.end) == '.' && f.rune(n.end+1) == '5' && !isDigit(f.rune(n.end+2)) {
		n.half = true
		n.end += 2
	}
	return n, n.end > i
}

// lettersAt reads the numbers in words that begin at i, from the shortest to the longest, for the
// last letter of one may be the unit of another: 십일.
func (f *folded) lettersAt(i int) []number {
	if isHangul(f.rune(i)) && isHangul(f.rune(i-1)) || f.rune(i-1) == '-' && isLatin(f.rune(i-2)) {
		return nil
	}
	var out []number
	total, last, kind := 0, 0, ""
	for j := i; len(out) < 8; {
		n, end := f.numeralAt(j, kind)
		if end < 0 || kind != "" && n.kind != kind {
			break
		}
		kind = n.kind
		switch {
		case n.value >= 10 && kind != "english" && kind != "native" || n.value == 100:
			total += max(last, 1)*n.value - last
			last = 0
		case last > 0 && (last < 10 || n.value >= 10):
			return out // 이삼 is no number
		default:
			total += n.value
			last = n.value
		}
		out = append(out, number{value: total, kind: kind, start: i, end: end})
		j = end
		if kind == "english" {
			for f.rune(j) == ' ' || f.rune(j) == '-' {
				j++
			}
			if end := f.anyAt(j, words().beside.and); end >= 0 && n.value == 100 {
				j = f.skip(end)
			}
		}
	}
	return out
}

// numeralAt is the numeral of a kind, or of any, at a place.
func (f *folded) numeralAt(i int, kind string) (numeral, int) {
	for _, n := range words().numerals[f.rune(i)] {
		if kind != "" && n.kind != kind {
			continue
		}
		if end := f.hasAt(i, n.word); end >= 0 {
			return n, end
		}
	}
	return numeral{}, -1
}

// repeated is the place behind a number that is written again in brackets: five (5), 5(오).
func (f *folded) repeated(n number) int {
	i := f.skip(n.end)
	if f.rune(i) != '(' {
		return n.end
	}
	i = f.skip(i + 1)
	again := f.lettersAt(i)
	if d, ok := f.digitsAt(i); ok {
		again = append(again, d)
	}
	for _, a := range again {
		if end := f.skip(a.end); a.value == n.value && f.rune(end) == ')' {
			return end + 1
		}
	}
	return n.end
}

// numbersAt are the numbers that can be read at a place, the longest last.
func (f *folded) numbersAt(i int) []number {
	if d, ok := f.digitsAt(i); ok {
		return []number{d}
	}
	return f.lettersAt(i)
}
