package script

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// unescape is what stands between quotation marks, its escapes written out.
func unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			i++
			continue
		}
		n := escape(&b, s[i+1:])
		i += 1 + n
	}
	return b.String()
}

// escape writes what stands for the escape that s begins with, behind its stroke, and returns its length.
func escape(b *strings.Builder, s string) int {
	switch s[0] {
	case 'n', 'r', 't', 'b', 'f', 'v':
		b.WriteByte(' ')
		return 1
	case '\n':
		return 1
	case '\r':
		if strings.HasPrefix(s, "\r\n") {
			return 2
		}
		return 1
	case 'x':
		return code(b, s, 1, 3)
	case 'u':
		if strings.HasPrefix(s, "u{") {
			if end := strings.IndexByte(s, '}'); end > 2 && end < 10 {
				return code(b, s, 2, end) + 1
			}
			return 1
		}
		return code(b, s, 1, 5)
	}
	_, size := utf8.DecodeRuneInString(s)
	b.WriteString(s[:size])
	return size
}

// code writes the character of a number in base 16 and returns where it ends; nothing where there is none.
func code(b *strings.Builder, s string, start, end int) int {
	if end > len(s) {
		return 1
	}
	n, err := strconv.ParseUint(s[start:end], 16, 32)
	if err != nil || n > utf8.MaxRune {
		return 1
	}
	b.WriteRune(rune(n))
	return end
}
