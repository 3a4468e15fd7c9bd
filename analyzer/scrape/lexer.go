package scrape

import (
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lexer cuts a page into the tokens into which html.Tokenizer cuts it, knowing no more of each than
// where it ends and how its tag is named. It leaves what is not a text or a tag, and what stands in
// elements without markup, to that tokenizer; a fuzz test compares the two.
type lexer struct {
	src  string
	at   int    // where the next token begins
	raw  string // the element without markup that was opened, or ""
	kind html.TokenType
	name []byte // of a tag, in lower case; valid until the next call
	atom atom.Atom
	buf  [64]byte

	attrs     []attrPlace // of a tag; valid until the next call
	selecting bool        // within select
}

// attrPlace is where an attribute stands in the page.
type attrPlace struct{ start, keyEnd, end int }

// next moves to the next token and reports whether there is one; it then stands in src[start:at].
func (x *lexer) next() (start int, ok bool) {
	start = x.at
	if x.at >= len(x.src) {
		return start, false
	}
	x.name, x.atom = nil, 0
	if x.raw != "" {
		raw := x.raw
		x.raw = ""
		if n := rawLength(raw, x.src[start:]); n > 0 {
			x.kind, x.at = html.TextToken, start+n
			return start, true
		}
	}
	if n := markup(x.src[start:]); n != 0 {
		x.kind, x.at = html.TextToken, len(x.src)
		if n > 0 {
			x.at = start + n
		}
		return start, true
	}
	return start, x.tag(start)
}

// markup is how many bytes of text stand before the first tag or comment; -1 where none follows.
func markup(s string) int {
	for i := 0; ; {
		n := strings.IndexByte(s[i:], '<')
		if n < 0 || i+n+1 >= len(s) {
			return -1
		}
		i += n
		if c := s[i+1]; isLetter(c) || c == '!' || c == '?' || c == '/' {
			return i
		}
		i++
	}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// tag reads the tag, comment or doctype that begins at start.
func (x *lexer) tag(start int) bool {
	name := start + 1
	x.kind = html.StartTagToken
	if x.src[name] == '/' {
		x.kind = html.EndTagToken
		name++
	}
	if name == len(x.src) {
		x.kind, x.at = html.TextToken, name
		return true
	}
	if !isLetter(x.src[name]) {
		x.kind = html.CommentToken
		n := other(x.src[start:])
		x.at = start + n
		return n > 0
	}
	end := name
	for end < len(x.src) && !isSpaceByte(x.src[end]) && x.src[end] != '/' && x.src[end] != '>' {
		end++
	}
	x.name = lower(x.buf[:0], x.src[name:end])
	x.at = x.tagEnd(end)
	if x.at < 0 {
		x.at = start
		return false
	}
	x.atom = atom.Lookup(x.name)
	switch {
	case x.atom == atom.Select:
		x.selecting = x.kind == html.StartTagToken
	case x.kind == html.StartTagToken && x.isRaw():
		x.raw = x.atom.String()
	}
	return true
}

// isRaw reports whether the tokenizer takes the content of the element for text without markup.
// With scripting off noscript is no such element, but within select.
func (x *lexer) isRaw() bool {
	switch x.atom {
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Plaintext, atom.Script, atom.Style, atom.Textarea, atom.Title, atom.Xmp:
		return true
	case atom.Noscript:
		return x.selecting
	}
	return false
}

// tagEnd is the offset behind the tag whose name ends at i, or -1 where the page ends in it; it notes
// the attributes. A quotation mark counts only where a value begins.
func (x *lexer) tagEnd(i int) int {
	s := x.src
	x.attrs = x.attrs[:0]
	i = skipSpace(s, i)
	for i < len(s) && s[i] != '>' {
		a := attrPlace{start: i}
		i = keyEnd(s, i)
		a.keyEnd, a.end = i, i
		i = skipSpace(s, i)
		if i >= len(s) {
			return -1
		}
		switch s[i] {
		case '/':
			i++
		case '=':
			if i = valueEnd(s, skipSpace(s, i+1)); i < 0 {
				return -1
			}
			a.end = i
		}
		if a.keyEnd > a.start {
			x.attrs = append(x.attrs, a)
		}
		i = skipSpace(s, i)
	}
	if i >= len(s) {
		return -1
	}
	return i + 1
}

// keyEnd is the end of the attribute's name that begins at i.
func keyEnd(s string, i int) int {
	start := i
	for i < len(s) && s[i] != '/' && s[i] != '>' && !isSpaceByte(s[i]) && (s[i] != '=' || i == start) {
		i++
	}
	return i
}

// valueEnd is the end of the attribute's value that begins at i, or -1 where the page ends in it.
func valueEnd(s string, i int) int {
	if i >= len(s) {
		return -1
	}
	switch quote := s[i]; quote {
	case '>':
		return i
	case '"', '\'':
		n := strings.IndexByte(s[i+1:], quote)
		if n < 0 {
			return -1
		}
		return i + n + 2
	}
	for i < len(s) && s[i] != '>' && !isSpaceByte(s[i]) {
		i++
	}
	if i >= len(s) {
		return -1
	}
	return i
}

func skipSpace(s string, i int) int {
	for i < len(s) && isSpaceByte(s[i]) {
		i++
	}
	return i
}

func isSpaceByte(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' }

func lower(buf []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}

// rawLength is how much text without markup an element begins with.
func rawLength(name, s string) int {
	if n, ok := rawEnd(name, s); ok {
		return n
	}
	z := html.NewTokenizer(io.MultiReader(strings.NewReader("<"+name+">"), strings.NewReader(s)))
	z.Next()
	if z.Next() != html.TextToken {
		return 0
	}
	return len(z.Raw())
}

// rawEnd finds the end tag of an element without markup, where its content holds no comment, in
// which a script may hide one, and the tag is written as usual.
func rawEnd(name, s string) (int, bool) {
	n := strings.Index(s, "</")
	if n < 0 || name == "plaintext" || strings.Contains(s[:n], "<!--") {
		return 0, false
	}
	rest := s[n+2:]
	if !strings.HasPrefix(rest, name) || len(rest) == len(name) {
		return 0, false
	}
	c := rest[len(name)]
	return n, c == '>' || c == '/' || isSpaceByte(c)
}

// commentEnd is the length of a comment that is written as usual, or 0.
func commentEnd(s string) int {
	rest, ok := strings.CutPrefix(s, "<!--")
	if !ok || strings.HasPrefix(rest, ">") || strings.HasPrefix(rest, "-") {
		return 0
	}
	n := strings.Index(rest, "-->")
	if n < 0 || strings.Contains(rest[:n], "--!>") {
		return 0
	}
	return len("<!--") + n + len("-->")
}

// other is the length of the comment, doctype or stray tag with which s begins.
func other(s string) int {
	if n := commentEnd(s); n > 0 {
		return n
	}
	if n := strings.IndexByte(s, '>'); n > 2 && s[1] == '!' && isLetter(s[2]) {
		return n + 1 // a doctype
	}
	z := html.NewTokenizer(strings.NewReader(s))
	if z.Next() == html.ErrorToken {
		return 0
	}
	return len(z.Raw())
}
