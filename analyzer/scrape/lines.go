package scrape

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fewestMarked is how many lines of a text are numbered, or empty, where its line breaks are meant to
// be seen.
const fewestMarked = 3

// isInLines reports whether the line breaks of a text are to be seen, though white space is folded as
// far as the markup tells: style sheets keep them (white-space: pre-line), and they are not read.
func isInLines(text string) bool {
	if strings.Count(text, "\n") < fewestMarked {
		return false
	}
	numbered, empty, full := 0, 0, 0
	pending := 0 // empty lines that count if a full one follows
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimLeft(line, " \t\r\u00a0"); line == "" {
			if full > 0 {
				pending++
			}
			continue
		}
		full++
		empty, pending = empty+pending, 0
		if isNumbered(line) {
			numbered++
		}
	}
	return numbered >= fewestMarked || empty >= fewestMarked && full > empty
}

// isNumbered reports whether a line begins with a number as articles and items do: 제3조, 3., 3), ③.
func isNumbered(line string) bool {
	first, size := utf8.DecodeRuneInString(line)
	if '①' <= first && first <= '⑳' {
		return true
	}
	if first == '제' {
		line = strings.TrimLeft(line[size:], " ")
	}
	n := 0
	for n < len(line) && n < 3 && '0' <= line[n] && line[n] <= '9' {
		n++
	}
	rest := line[n:]
	if first == '제' {
		return n > 0 && strings.HasPrefix(strings.TrimLeft(rest, " "), "조")
	}
	if n == 0 || n > 2 || rest == "" || rest[0] != '.' && rest[0] != ')' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest[1:], " \t\u00a0"))
	return unicode.IsLetter(next) // not a part of a date or a decimal
}

// longLine is from how many bytes on a line that holds several articles is cut before each.
const longLine = 400

// articles are the offsets in a line at which articles 2, 3 and so on begin, where it holds at least
// three in their order, each with its title in brackets: a text whose line breaks were lost.
func articles(line string) []int {
	var out []int
	at := articleAt(line, 0, 1)
	if at < 0 {
		return nil
	}
	for n := 2; ; n++ {
		next := articleAt(line, at+1, n)
		if next < 0 {
			break
		}
		out = append(out, next)
		at = next
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// articleAt is where the title of article n begins in a line from an offset on, behind a space or at
// the beginning; -1 where it does not.
func articleAt(line string, from, n int) int {
	number := strconv.Itoa(n)
	for from < len(line) {
		i := strings.Index(line[from:], "제")
		if i < 0 {
			return -1
		}
		i += from
		from = i + len("제")
		rest := strings.TrimLeft(line[from:], " ")
		rest, ok := strings.CutPrefix(rest, number)
		rest, isArticle := strings.CutPrefix(strings.TrimLeft(rest, " "), "조")
		rest = strings.TrimLeft(rest, " ")
		if ok && isArticle && rest != "" && strings.IndexByte("([", rest[0]) >= 0 && (i == 0 || line[i-1] == ' ') {
			return i
		}
	}
	return -1
}
