package script

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

type lexer struct {
	src string
	at  int
	out []Token

	newLine   bool
	braces    int
	templates []int  // by open ${ … }: the depth of braces in it
	heads     []bool // by open parenthesis: it is the head of if, while, for, with
	headEnded bool   // the last word closed such a head
	divided   int    // up to here a stroke begins no regular expression
}

// next takes one word, or what stands between words.
func (l *lexer) next() {
	c := l.src[l.at]
	rest := l.src[l.at:]
	switch {
	case c == '\n' || c == '\r':
		l.newLine = true
		l.at++
	case c == ' ' || c == '\t' || c == '\f' || c == '\v':
		l.at++
	case strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "<!--") || l.endsComment(rest):
		l.at += lineLength(rest)
	case strings.HasPrefix(rest, "/*"):
		n := strings.Index(rest[2:], "*/")
		if n < 0 {
			l.at = len(l.src)
			return
		}
		l.newLine = l.newLine || strings.ContainsAny(rest[:n+2], "\r\n")
		l.at += n + 4
	case c == '"' || c == '\'':
		l.add(String, quoted(rest))
	case c == '`':
		l.at++
		l.template()
	case '0' <= c && c <= '9':
		l.add(Number, nameLength(rest))
	case c == '}' && len(l.templates) > 0 && l.braces == l.templates[len(l.templates)-1]:
		l.templates = l.templates[:len(l.templates)-1]
		l.add(Mark, 1)
		l.template()
	case c == '/' && l.regexp(rest) > 0:
		l.add(Regexp, l.regexp(rest))
	default:
		l.word(rest)
	}
}

// endsComment reports whether the old end of a comment, which is the beginning of one, stands on a line
// of its own.
func (l *lexer) endsComment(rest string) bool {
	return strings.HasPrefix(rest, "-->") && (l.newLine || len(l.out) == 0)
}

// word takes a name or a mark.
func (l *lexer) word(rest string) {
	if n := nameLength(rest); n > 0 {
		l.add(Name, n)
		return
	}
	switch rest[0] {
	case '{':
		l.braces++
	case '}':
		l.braces--
	case '(':
		l.heads = append(l.heads, l.afterKeyword("if", "while", "for", "with"))
	}
	l.add(Mark, markLength(rest))
	if n := len(l.heads); rest[0] == ')' && n > 0 {
		l.headEnded, l.heads = l.heads[n-1], l.heads[:n-1]
	}
}

func (l *lexer) add(kind Kind, n int) {
	l.out = append(l.out, Token{int32(l.at), int32(l.at + n), kind, l.newLine})
	l.at += n
	l.newLine, l.headEnded = false, false
}

// template takes a stretch of a template up to its end or the next ${.
func (l *lexer) template() {
	start := l.at
	for ; l.at < len(l.src); l.at++ {
		switch c := l.src[l.at]; {
		case c == '\\':
			l.at++
		case c == '`':
			l.stretch(start)
			l.at++
			return
		case c == '$' && strings.HasPrefix(l.src[l.at:], "${"):
			l.stretch(start)
			l.add(Mark, 2)
			l.templates = append(l.templates, l.braces)
			return
		}
	}
	l.stretch(start)
}

// stretch adds the template's text from an offset to here.
func (l *lexer) stretch(start int) {
	end := min(l.at, len(l.src))
	l.at = start
	l.add(String, end-start)
}

// regexp is the length of the regular expression that a stroke begins; 0 where it is a division. Where
// none ends on the line, the line has no other: or each stroke in it would be read up to its end.
func (l *lexer) regexp(rest string) int {
	if l.at < l.divided || !l.valueBegins() {
		return 0
	}
	n := regexpLength(rest)
	if n == 0 {
		l.divided = l.at + lineLength(rest)
	}
	return n
}

// valueBegins reports whether a value may begin behind the last word, and no operator.
func (l *lexer) valueBegins() bool {
	if len(l.out) == 0 {
		return true
	}
	last := l.out[len(l.out)-1]
	switch last.Kind {
	case Mark:
		switch l.src[last.Start] {
		case ')':
			return l.headEnded
		case ']':
			return false
		}
		return true
	case Name:
		return l.afterKeyword("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "yield", "await", "instanceof")
	}
	return false
}

// afterKeyword reports whether the last word is one of these, and no member of something.
func (l *lexer) afterKeyword(words ...string) bool {
	n := len(l.out)
	if n == 0 || l.out[n-1].Kind != Name || !slices.Contains(words, l.src[l.out[n-1].Start:l.out[n-1].End]) {
		return false
	}
	return n == 1 || l.src[l.out[n-2].Start] != '.'
}

func lineLength(s string) int {
	if n := strings.IndexAny(s, "\r\n"); n >= 0 {
		return n
	}
	return len(s)
}

// quoted is the length of a string, which ends with its quotation mark or the line.
func quoted(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if i++; i+1 < len(s) && s[i] == '\r' && s[i+1] == '\n' {
				i++
			}
		case '\n', '\r':
			return i
		case s[0]:
			return i + 1
		}
	}
	return len(s)
}

// regexpLength is the length of a regular expression with its flags; 0 where the line ends before it.
func regexpLength(s string) int {
	class := false
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n' || c == '\r':
			return 0
		case c == '\\':
			i++
			if i < len(s) && (s[i] == '\n' || s[i] == '\r') {
				return 0
			}
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '/' && !class:
			return i + 1 + nameLength(s[i+1:])
		}
	}
	return 0
}

// nameLength is how long the name, number or keyword is that s begins with.
func nameLength(s string) int {
	n := 0
	for n < len(s) {
		c := s[n]
		if c < utf8.RuneSelf {
			if c != '_' && c != '$' && (c < '0' || '9' < c) && (c|0x20 < 'a' || 'z' < c|0x20) {
				break
			}
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		n += size
	}
	return n
}

// markLength is the length of a mark: operators with = and => are one, all else a character.
func markLength(s string) int {
	switch s[0] {
	case '=', '!', '<', '>', '+', '-', '*', '/', '%', '&', '|', '^', '?':
		n := 1
		for n < len(s) && n < 4 && (s[n] == s[0] && s[0] != '/' || s[n] == '=' || s[0] == '=' && s[n] == '>') {
			n++
		}
		if strings.HasPrefix(s, "?.") {
			return 2
		}
		return n
	}
	_, size := utf8.DecodeRuneInString(s)
	return size
}
