package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is a stretch of a text, in bytes.
type part struct{ start, end int }

// closerOf is the sign that closes what another opens, 0 for what opens nothing.
func closerOf(c rune) rune {
	switch c {
	case '(':
		return ')'
	case '（':
		return '）'
	case '[':
		return ']'
	case '【':
		return '】'
	case '〔':
		return '〕'
	}
	return 0
}

// dashes cuts a part of a text at the dashes and signs, outside of brackets, with which lines begin.
func dashes(text string, start, end int, yield func(part)) {
	from, depth := start, 0
	for i := start; i < end; {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch c {
		case '(', '（', '[', '【', '〔':
			depth++
		case ')', '）', ']', '】', '〕':
			depth = max(0, depth-1)
		case '-', '–', '▷', '▶', '※':
			if depth == 0 && i > from && text[i-1] == ' ' && strings.HasPrefix(text[i+size:end], " ") {
				yield(part{from, i})
				from = i + size
			}
		}
		i += size
	}
	yield(part{from, end})
}

// listParts are the parts that splitList cuts a text into.
func listParts(text string, start, end int) (out []part) {
	splitList(text, start, end, func(p part) { out = append(out, p) })
	return out
}

// splitList cuts a part of a text where commas and the like stand outside of brackets.
func splitList(text string, start, end int, yield func(part)) {
	from, depth := start, 0
	for i := start; i < end; {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch c {
		case '(', '（', '[', '【', '〔':
			depth++
		case ')', '）', ']', '】', '〕':
			depth = max(0, depth-1)
		case ',', '、', '，', ';', '；', '|', '‚', '､', '.':
			if depth == 0 && (c != '.' || isStop(text, i, end)) {
				yield(part{from, i})
				from = i + size
			}
		}
		i += size
	}
	yield(part{from, end})
}

// isStop reports whether a full stop parts two entries of a list.
func isStop(text string, i, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return isHangul(before) && i+1 < end && text[i+1] == ' '
}

// weakSeparators join two names, or the parts of one.
var weakSeparators = newAnyOf("/", "／", "·", "ㆍ", "・", "･", "•", "∙", "‧", "&", "＆", "+", " 및 ", " 등 ", " 등의 ", " 또는 ", " 혹은 ", "와 ", "과 ", " and ", " or ", "及び", "および", "または", "又は", "と")

// weakSeparator is where the next weak separator of a text begins and ends; false where there is none.
func weakSeparator(text string, start, end int) (part, bool) {
	i, n := weakSeparators.index(text[start:end])
	return part{start + i, start + i + n}, i >= 0
}

// outOfBrackets parts an entry into what stands before its first bracket, in it and behind it. A
// bracket that is not closed goes to the end.
func outOfBrackets(text string, p part) (head, inner, rest part) {
	for i, c := range text[p.start:p.end] {
		closer := closerOf(c)
		if closer == 0 {
			continue
		}
		open := p.start + i
		from := open + utf8.RuneLen(c)
		depth := 1
		for j, d := range text[from:p.end] {
			switch d {
			case c:
				depth++
			case closer:
				depth--
			}
			if depth == 0 {
				return part{p.start, open}, part{from, from + j}, part{from + j + utf8.RuneLen(d), p.end}
			}
		}
		return part{p.start, open}, part{from, p.end}, part{p.end, p.end}
	}
	return p, part{p.end, p.end}, part{p.end, p.end}
}

// trimmed is a part without the signs around it that are no part of an entry.
func trimmed(text string, p part) part {
	const signs = " \t\n-–—*※:：.。ㆍ·•∙○●■□▶▷◦ο'\"“”‘’<>＜＞「」『』"
	s := strings.TrimLeft(text[p.start:p.end], signs)
	p.start = p.end - len(s)
	p.end = p.start + len(strings.TrimRight(s, signs))
	return p
}

// withoutMark is a part without the number that counts it: 1) 이름.
func withoutMark(text string, p part) part {
	if m := markOf(text[p.start:p.end]); m.style != "" && m.style != "article" && p.start+m.end < p.end {
		p.start += m.end
	}
	return p
}

// colonIn is where the first colon outside of brackets stands in a part that may part a label from
// what it labels, or -1: none within a time or an address.
func colonIn(text string, p part) (at, size int) {
	depth := 0
	for i, c := range text[p.start:p.end] {
		switch c {
		case '(', '（', '[', '【':
			depth++
		case ')', '）', ']', '】':
			depth--
		case ':', '：':
			at := p.start + i
			next, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(c) : p.end])
			before, _ := utf8.DecodeLastRuneInString(text[p.start:at])
			if depth <= 0 && next != '/' && !(unicode.IsDigit(before) && unicode.IsDigit(next)) {
				return at, utf8.RuneLen(c)
			}
		}
	}
	return -1, 0
}

// remark is where a remark begins in a part of a text, or its end.
func remark(text string, p part) int {
	end := p.end
	for _, sign := range [...]string{" — ", " ― ", "※"} {
		if i := strings.Index(text[p.start:end], sign); i > 0 && text[p.start+i-1] != '(' {
			end = p.start + i
		}
	}
	return end
}
