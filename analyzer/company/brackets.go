package company

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class folds the signs that tell the form of a list, of which there are several of a kind, to one.
func class(r rune) rune {
	if r < 0xa0 && r != '\r' || 0xAC00 <= r && r <= 0xD7A3 {
		return r
	}
	switch r {
	case '（':
		return '('
	case '）':
		return ')'
	case '，', '､':
		return ','
	case '：':
		return ':'
	case '；':
		return ';'
	case '／':
		return '/'
	case '｜', '│', 'ㅣ':
		return '|'
	case 'ㆍ', '‧', '・', '･', '∙', '•', '⋅', '․', 'ᆞ':
		return '·'
	case '–', '—', '―', '－', '−':
		return '-'
	case '\u00a0', '\u3000', '\u2009', '\u200b', '\u00ad', '\ufeff', '\u200d', '\r':
		return ' '
	}
	return r
}

// isLetter reports whether a character is a letter that is not used as a dot or a line.
func isLetter(r rune) bool { return unicode.IsLetter(r) && class(r) == r }

const (
	openings = "(（[［<〈《【{「『≪"
	closings = ")）]］>〉》】}」』≫"
)

func isOpening(r rune) bool { return !isPlainLetter(r) && strings.ContainsRune(openings, r) }
func isClosing(r rune) bool { return !isPlainLetter(r) && strings.ContainsRune(closings, r) }

// isPlainLetter tells the most frequent letters apart fast.
func isPlainLetter(r rune) bool {
	return 0xAC00 <= r && r <= 0xD7A3 || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// mostLines is over how many breaks of lines two brackets belong together.
const mostLines = 6

// pairs says for each opening bracket that is closed where the closing one stands, by offset.
func pairs(text string) map[int]int {
	var out map[int]int
	type open struct{ at, kind, line int }
	var stack []open
	line := 0
	for i, r := range text {
		switch {
		case r == '\n':
			line++
		case isOpening(r):
			stack = append(stack, open{i, bracketKind(r), line})
		case isClosing(r):
			k := bracketKind(r)
			for n := len(stack) - 1; n >= 0 && n >= len(stack)-4; n-- {
				if stack[n].kind != k {
					continue
				}
				if line-stack[n].line <= mostLines {
					if out == nil {
						out = map[int]int{}
					}
					out[stack[n].at] = i
				}
				stack = stack[:n]
				break
			}
		}
	}
	return out
}

// bracketKind is the same number for the opening and the closing brackets of one kind.
func bracketKind(r rune) int {
	switch r {
	case '(', '）', '（', ')':
		return 1
	case '[', ']', '［', '］', '【', '】':
		return 2
	case '<', '>', '〈', '〉':
		return 3
	case '{', '}':
		return 4
	case '「', '」':
		return 5
	case '『', '』':
		return 6
	}
	return 7
}

func runeLenAt(s string, i int) int {
	_, n := utf8.DecodeRuneInString(s[i:])
	return n
}
