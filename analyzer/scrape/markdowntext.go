package scrape

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// markdownText adds text of a Markdown page, in which backslashes and entities stand for
// characters.
func (b *builder) markdownText(start, end int) {
	from := start
	for i := start; i < end; {
		s, n := unescapeAt(b.source[i:end])
		if n == 0 {
			i++
			continue
		}
		b.literal(from, i)
		if b.source[i] == '\\' {
			b.literal(i+1, i+n)
		} else {
			b.decoded(s, policy.Span{Start: i, End: i + n})
		}
		i += n
		from = i
	}
	b.literal(from, end)
}

// unescapeMarkdown resolves backslashes and entities.
func unescapeMarkdown(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); {
		if c, n := unescapeAt(s[i:]); n > 0 {
			out.WriteString(c)
			i += n
			continue
		}
		out.WriteByte(s[i])
		i++
	}
	return out.String()
}

// longestEntity is the length of the longest name of an entity, with its ampersand and semicolon.
const longestEntity = 33

// unescapeAt is what the escape or entity at the beginning of s stands for, and its length, which
// is 0 if there is none.
func unescapeAt(s string) (string, int) {
	switch {
	case len(s) > 1 && s[0] == '\\' && util.IsPunct(s[1]):
		return s[1:2], 2
	case len(s) > 2 && s[0] == '&':
		n := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
		if n < 2 {
			return "", 0
		}
		if s[1] == '#' {
			return numericEntity(s[2:n], n+1)
		}
		if e, ok := util.LookUpHTML5EntityByName(s[1:n]); ok {
			return string(e.Characters), n + 1
		}
	}
	return "", 0
}

// numericEntity is the character with a number, decimal or with an x before it hexadecimal.
func numericEntity(digits string, length int) (string, int) {
	base := 10
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base = digits[1:], 16
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return "", 0
	}
	if v == 0 || v > utf8.MaxRune || !utf8.ValidRune(rune(v)) {
		return string(utf8.RuneError), length
	}
	return string(rune(v)), length
}
