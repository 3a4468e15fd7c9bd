package scrape

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// textLine is a stretch of the source that holds one line, without its line break and the white
// space around it.
type textLine struct{ start, end int }

func (l textLine) text(source string) string { return source[l.start:l.end] }
func (l textLine) blank() bool               { return l.start >= l.end }

// splitLines cuts source[start:end) at line breaks of any kind.
func splitLines(source string, start, end int) []textLine {
	var out []textLine
	for start < end {
		n := strings.IndexAny(source[start:end], "\r\n")
		if n < 0 {
			break
		}
		out = append(out, trimLine(source, start, start+n))
		start += n + 1
		if source[start-1] == '\r' && start < end && source[start] == '\n' {
			start++
		}
	}
	if start < end {
		out = append(out, trimLine(source, start, end))
	}
	return out
}

// trimLine is source[start:end) without the white space around it.
func trimLine(source string, start, end int) textLine {
	left := strings.TrimLeftFunc(source[start:end], isGap)
	start = end - len(left)
	return textLine{start, start + len(strings.TrimRightFunc(left, isGap))}
}

func isGap(r rune) bool { return isSpace(r) || isUnseen(r) }

// indentOf is the column in which a line begins.
func indentOf(source string, l textLine) int {
	begin := l.start
	for begin > 0 && l.start-begin < 4*maxNesting && source[begin-1] != '\n' && source[begin-1] != '\r' {
		begin--
	}
	column := 0
	for _, r := range source[begin:l.start] {
		if r == '\t' {
			column += 4 - column%4
		} else {
			column += columns(r)
		}
	}
	return column
}

// columns is how many columns a character takes in a fixed-width font.
func columns(r rune) int {
	switch {
	case 0x1100 <= r && r <= 0x115F, 0x2E80 <= r && r <= 0xA4CF, 0xAC00 <= r && r <= 0xD7A3, 0xF900 <= r && r <= 0xFAFF,
		0xFE30 <= r && r <= 0xFE4F, 0xFF00 <= r && r <= 0xFF60, 0xFFE0 <= r && r <= 0xFFE6, 0x1F300 <= r && r <= 0x1FAFF:
		return 2
	case isUnseen(r):
		return 0
	}
	return 1
}

func width(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

// isRule reports whether a line only draws a line, or holds what is left of an empty table.
func isRule(s string) bool {
	n := 0
	for _, r := range s {
		switch r {
		case '|', '┃', '│':
			n += 3
		case '-', '=', '_', '*', '~', '─', '━', '═', '—', '┼', '├', '┤', '┌', '┐', '└', '┘', '┬', '┴':
			n++
		case ' ', '\t', ':', '+':
		default:
			return false
		}
	}
	return n >= 3
}

// The columns between which programs break lines.
const (
	minWrap = 56
	maxWrap = 130
)

// wrapColumn is the column at which the lines of a text were broken, or 0 if they were not: then
// no line is longer and a good part of them come close to it.
func wrapColumn(source string, lines []textLine) int {
	widths := make([]int, 0, len(lines))
	for _, l := range lines {
		if l.blank() {
			continue
		}
		if l.end-l.start > 4*maxWrap {
			return 0
		}
		widths = append(widths, width(l.text(source)))
	}
	if len(widths) < 4 {
		return 0
	}
	widest := slices.Max(widths)
	if widest < minWrap || widest > maxWrap {
		return 0
	}
	near := 0
	for _, w := range widths {
		if w > widest-14 {
			near++
		}
	}
	if near < 3 || near*4 < len(widths) {
		return 0
	}
	return widest
}

// goesOn reports whether following only continues a line that was broken to fit a column; wrap is
// that column, or 0 where it is not known.
func goesOn(line, following string, wrap int) bool {
	if endsSentence(line) || markerLen(following) > 0 || hasLabel(following) {
		return false
	}
	w := width(line)
	switch {
	case w >= minWrap/2 && endsLatin(line) && startsLower(following):
		return true
	case w < minWrap:
		return false
	case wrap > 0 && w+1+width(firstWord(following)) > wrap:
		return true
	}
	return isUnfinished(line)
}

// endsSentence reports whether a line ends as sentences and headings before a list do.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’)]」』 ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;。！？：…", r) || strings.HasSuffix(s, "다") || strings.HasSuffix(s, "요")
}

// unfinished are words after which a Korean or English sentence must go on.
var unfinished = []string{"및", "또는", "혹은", "따라", "위해", "위하여", "대한", "대하여", "관한", "의한", "의하여", "통해", "통하여",
	"하여", "되어", "하고", "하는", "있는", "없는", "되는", "and", "or", "the", "of", "to", "a", "by", "for", "in", "with"}

// isUnfinished reports whether a line breaks off within a phrase: after a particle that must be
// followed, a comma or an open bracket.
func isUnfinished(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(",，、([「『", r) || strings.Count(s, "(") > strings.Count(s, ")") || strings.Count(s, "「") > strings.Count(s, "」") {
		return true
	}
	last := s[strings.LastIndexAny(s, " \t")+1:]
	return slices.Contains(unfinished, last) || utf8.RuneCountInString(last) > 1 && strings.ContainsRune("을를은는며をはがのにとで", r)
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, isSpace); i >= 0 {
		return s[:i]
	}
	return s
}

func endsLatin(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == ',' || r < utf8.RuneSelf && unicode.IsLetter(r)
}

// startsLower reports whether a line begins with a word in lower case that is no address.
func startsLower(s string) bool {
	word := firstWord(s)
	return word != "" && 'a' <= word[0] && word[0] <= 'z' && !strings.ContainsAny(word, "@/:")
}

// joinsWithoutSpace reports whether two lines are written in a script that sets no spaces.
func joinsWithoutSpace(line, following string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	first, _ := utf8.DecodeRuneInString(following)
	return isUnspaced(last) && isUnspaced(first)
}

func isUnspaced(r rune) bool {
	return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) || 0x3001 <= r && r <= 0x3011
}
