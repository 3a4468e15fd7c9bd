package facts

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A number is what a mark counts: 제3조 is 3, [제 9-11 조] is 9 to 11, 1.2 is 2 within 1, 나. is 2.
type number struct {
	form        string // numbers of one form count on from one another: "제조", "1.", "1.1 1.", "가.", "①"
	first, last int
	sub         int // 2 of 제3조의2, else 0
	start, end  int // where the counting digits or letters stand in the text, for [number.write]
}

// largest is the largest number of an item: longer ones are years and amounts.
const largest = 99

// series are the letters and signs that count by their place; those of Korean and Japanese first.
var series = [...]string{"가나다라마바사아자차카타파하", "あいうえおかきくけこさしすせそ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz",
	"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"}

// numberOf reads what the mark of a text counts; false for bullets, and for what only looks like
// numbering: dates, decimals, telephone numbers.
func numberOf(text string, m mark) (number, bool) {
	var n number
	switch {
	case m.style == "" || m.style == "ordinal" || m.style == "article" && isReference(text[m.end:]):
		return n, false
	case m.style == "article":
		n = articleNumber(text[:m.end])
	case m.style == "(1)":
		inner := strings.IndexByte(text, ')')
		n, _ = numberOf(text[1:inner]+".", markOf(text[1:inner]+"."))
		n.form, n.start, n.end = "("+n.form, n.start+1, n.end+1
	case m.style[0] == '1':
		n = digitNumber(text, m)
	case m.style[0] == 'A':
		n = romanNumber(text)
		n.form += m.style[1:]
	default:
		n = signNumber(text)
		n.form = m.style
	}
	return n, 0 < n.first && n.first <= n.last && n.last <= largest
}

// isFirst reports whether a line bears the first number of its kind: 제1조, 1., 가., ①; not 2.1.
func isFirst(l *Line) bool {
	n, ok := numberOf(l.Block.Text, l.mark)
	return ok && n.last == 1 && n.sub == 0 && !strings.Contains(n.form, " ")
}

// isFirstArticle reports whether a line bears the number of a first article: 제1조, 第1条.
func isFirstArticle(l *Line) bool {
	if l.mark.style != "article" || !isFirst(l) {
		return false
	}
	n, _ := numberOf(l.Block.Text, l.mark)
	return strings.HasSuffix(n.form, "조") || strings.HasSuffix(n.form, "条") || strings.HasSuffix(n.form, "條")
}

// articleNumber reads 제3조의2, [제 9-11 조], 第3条, Article 4. The form holds the letters of the
// mark, so that chapters, articles and their translations count apart.
func articleNumber(mark string) number {
	var n number
	for i := 0; i < len(mark); {
		r, size := utf8.DecodeRuneInString(mark[i:])
		d := digits(mark[i:])
		switch {
		case d > 0 && strings.HasSuffix(n.form, "의"):
			n.sub, _ = strconv.Atoi(mark[i : i+d])
			n.form = strings.TrimSuffix(n.form, "의")
			return n
		case d > 0:
			n.last, _ = strconv.Atoi(mark[i : i+d])
			if n.first == 0 {
				n.first, n.start = n.last, i
			}
			n.end = i + d
		case unicode.IsLetter(r):
			n.form += string(unicode.ToLower(r))
		}
		i += max(d, size)
	}
	return n
}

// isReference reports whether an article's number goes on to one of its paragraphs: 제2조 제1항의 정보.
func isReference(s string) bool {
	s, ok := strings.CutPrefix(s, "제")
	if d := digits(s); ok && d > 0 {
		return strings.HasPrefix(s[d:], "항") || strings.HasPrefix(s[d:], "호")
	}
	return false
}

// digitNumber reads 1. 1) 1.1 1-1; the numbers before the last are part of the form.
func digitNumber(text string, m mark) number {
	mark := strings.TrimRight(text[:m.end], " .:),．")
	n := number{end: len(mark)}
	for n.start = n.end; n.start > 0 && digits(mark[n.start-1:]) > 0; {
		n.start--
	}
	if goesOnInDigits(text[m.end:]) || strings.HasPrefix(text[n.end:], ",") {
		return n // 2026. 1. 5. and 1,000
	}
	n.first, _ = strconv.Atoi(mark[n.start:])
	n.last, n.form = n.first, m.style
	if n.start > 0 {
		n.form += " " + mark[:n.start]
	}
	return n
}

// goesOnInDigits reports whether what stands behind a number makes it part of a date, a decimal or a
// telephone number; 9. 14세 미만 is a number and its heading.
func goesOnInDigits(s string) bool {
	d := digits(s)
	next, _ := utf8.DecodeRuneInString(s[d:])
	return d > 0 && (d > 2 || !unicode.IsLetter(next))
}

// romanNumber reads II. and A. A single I, V or X is Roman, but see [number.asLetter].
func romanNumber(text string) number {
	const digits = "ivx"
	n := number{form: "A"}
	for n.end < len(text) && strings.IndexByte(digits, text[n.end]|0x20) >= 0 {
		n.end++
	}
	if n.end == 0 {
		return signNumber(text)
	}
	values := [...]int{1, 5, 10}
	for i := range n.end {
		v := values[strings.IndexByte(digits, text[i]|0x20)]
		if i+1 < n.end && values[strings.IndexByte(digits, text[i+1]|0x20)] > v {
			v = -v
		}
		n.first += v
	}
	n.last, n.form = n.first, string('I'|text[0]&0x20)
	return n
}

// asLetter reads a single I, V or X, which numberOf takes for Roman, as the letter behind H, U or W.
func (n number) asLetter(text string) (number, bool) {
	if n.end-n.start != 1 || strings.IndexByte("ivx", text[n.start]|0x20) < 0 {
		return n, false
	}
	letter := signNumber(text[n.start:n.end])
	n.first, n.last = letter.first, letter.last
	n.form = strings.Replace(n.form, string('I'|text[n.start]&0x20), letter.form, 1)
	return n, true
}

// signNumber reads a sign or letter that counts by its place in its series, which is its form.
func signNumber(text string) number {
	r, size := utf8.DecodeRuneInString(text)
	n := number{end: size}
	for _, list := range series {
		if i := strings.IndexRune(list, r); i >= 0 {
			first, _ := utf8.DecodeRuneInString(list)
			n.first, n.form = utf8.RuneCountInString(list[:i])+1, string(first)
		}
	}
	n.last = n.first
	return n
}

// write is the mark of a text with another number, 제6조 for 제7조; "" where the series ends before it.
func (n number) write(text string, m mark, value int) string {
	mark := text[:m.end]
	sign := n.sign(text, value)
	rest := mark[n.end:]
	if n.sub > 0 {
		rest, _, _ = strings.Cut(rest, "의")
	}
	if sign == "" {
		return ""
	}
	return strings.TrimRight(strings.TrimLeft(mark[:n.start], "[<【〔 ")+sign+rest, " :")
}

// sign writes another number as that of a text is written.
func (n number) sign(text string, value int) string {
	sign := text[n.start:n.end]
	r, _ := utf8.DecodeRuneInString(sign)
	switch {
	case unicode.IsDigit(r):
		return strconv.Itoa(value)
	case strings.Trim(sign, "ivxIVX") == "":
		return writeRoman(value, r >= 'a')
	}
	for _, list := range series {
		if strings.ContainsRune(list, r) {
			if runes := []rune(list); value <= len(runes) {
				return string(runes[value-1])
			}
		}
	}
	return ""
}

func writeRoman(value int, lower bool) string {
	ones := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	out := strings.Repeat("X", value/10) + ones[value%10]
	if lower {
		return strings.ToLower(out)
	}
	return out
}
