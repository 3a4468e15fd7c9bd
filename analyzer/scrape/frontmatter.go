package scrape

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// frontMatter reads the YAML or TOML before a Markdown page, which is not shown but for its title,
// and returns where it ends, 0 if there is none.
func (b *builder) frontMatter() int {
	lines, end := frontMatterLines(b.source)
	separator := ":"
	if strings.HasPrefix(b.source, "+++") {
		separator = "="
	}
	for _, l := range lines {
		s := l.text(b.source)
		key, value, ok := strings.Cut(s, separator)
		if !ok || l.start > 0 && b.source[l.start-1] != '\n' { // an indented line belongs to the one above
			continue
		}
		start, stop := unquoted(b.source, l.end-len(value), l.end)
		switch strings.ToLower(strings.Trim(key, ` "'`)) {
		case "title":
			b.title(start, stop)
		case "lang", "language":
			b.doc.Language = b.source[start:stop]
		}
	}
	return end
}

// frontMatterLines are the lines between the two rows of signs, and the offset behind the second.
func frontMatterLines(source string) ([]textLine, int) {
	first, _, _ := strings.Cut(source, "\n")
	fence := strings.TrimRight(first, " \t\r")
	if fence != "---" && fence != "+++" {
		return nil, 0
	}
	lines := splitLines(source, len(first), len(source))
	if len(lines) > 0 && lines[0].blank() {
		lines = lines[1:]
	}
	for i, l := range lines {
		s := l.text(source)
		if s == fence || fence == "---" && s == "..." {
			return lines[:i], l.end
		}
		if i == 0 && !isKey(s) {
			return nil, 0 // a rule above text
		}
	}
	return nil, 0
}

// isKey reports whether a line begins with a key in Latin letters.
func isKey(s string) bool {
	n := strings.IndexAny(s, ":=")
	return n > 0 && strings.IndexFunc(strings.TrimSpace(s[:n]), func(r rune) bool {
		return !(r == '_' || r == '-' || r == '.' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)))
	}) < 0
}

// unquoted is the place of a value without white space, quotes and the comment behind it.
func unquoted(source string, start, end int) (int, int) {
	l := trimLine(source, start, end)
	s := l.text(source)
	if len(s) > 1 && (s[0] == '"' || s[0] == '\'') {
		if n := strings.LastIndexByte(s, s[0]); n > 0 {
			return l.start + 1, l.start + n
		}
	}
	if n := strings.Index(s, " #"); n >= 0 {
		l = trimLine(source, l.start, l.start+n)
	}
	return l.start, l.end
}

// title writes the page's title, unless it has one.
func (b *builder) title(start, end int) {
	if !b.doc.Title.Empty() {
		return
	}
	n := len(b.blocks)
	b.begin(policy.TitleText, 0, 0)
	b.literal(start, end)
	b.end()
	if len(b.blocks) > n {
		b.doc.Title = b.blocks[n].Range
	}
}
