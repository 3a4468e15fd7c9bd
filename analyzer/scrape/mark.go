package scrape

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// golang.org/x/net/html keeps no positions. So a page is marked, then parsed: the copy that is
// parsed carries the offsets of the original with it. A text begins with its offset between two
// noncharacters, which travel with it wherever the parser puts it; a start tag gets an attribute
// with the offsets of its start and end, where that place serves (isPlaced). Nothing is put into raw
// and RCDATA elements, whose text begins at the end of their tag, and nothing into formatting
// elements, which the parser compares by their attributes.
const (
	markStart = "\uFDD0"
	markEnd   = "\uFDD1"
	markCell  = "c" // before the offsets of a cell's tag, which stand at the start of its content
	markAttr  = "pl"

	markSize = 12 // bytes that a page grows by for each of its tags, about
)

// marker copies a page, marking it.
type marker struct {
	src  string
	from int // where the page begins in src
	out  []byte
	ends map[string]bool // names of end tags in src, in lower case; nil until asked for

	// For each kind, how many elements are open as far as the tags tell.
	foreign    int // svg and math, whose elements are not those of HTML
	formatting int // formatting elements, which the parser opens again where it meets text
	headings   int
	tables     int

	named bool   // elements of the page are called by the text of others, which they name
	blank string // white space not yet copied
}

// mark returns the copy to parse of the page that begins at an offset of src.
func mark(src string, at int) []byte {
	m := &marker{src: src, from: at, out: make([]byte, 0, len(src)-at+markSize*strings.Count(src[at:], "<")+64)}
	m.named = strings.Contains(src[at:], "aria-labelledby")
	x := &lexer{src: src, at: at}
	raw, opened := false, false // what the token before was: a tag that holds raw text, one that begins a block
	for {
		start, ok := x.next()
		m.spaced(x)
		if !ok {
			return append(m.out, src[start:]...)
		}
		holdsRaw, opens := false, false
		switch {
		case x.kind == html.TextToken && !raw && isBlank(src[start:x.at]):
			if !opened {
				m.blank = src[start:x.at]
			}
		case x.kind == html.TextToken:
			m.text(start, x.at, raw)
		case x.kind == html.StartTagToken:
			holdsRaw = m.tag(start, x)
			opens = m.breaks(x)
		case x.kind == html.EndTagToken && isPrefixed(x.name):
		case x.kind == html.EndTagToken:
			m.leave(x.atom)
			fallthrough
		default:
			m.out = append(m.out, src[start:x.at]...)
		}
		raw, opened = holdsRaw, opens
	}
}

// spaced copies the white space before a token, but not where a block begins before or behind it: such
// space shows nowhere, and each line of a page would cost the parser a node. Between other tags it may
// part two words.
func (m *marker) spaced(x *lexer) {
	if x.kind != html.StartTagToken || !m.breaks(x) {
		m.out = append(m.out, m.blank...)
	}
	m.blank = ""
}

// breaks reports whether a start tag certainly begins a block: one that the parser neither ignores nor
// opens formatting elements or links around. The texts in a heading are counted as they are written.
func (m *marker) breaks(x *lexer) bool {
	if m.formatting+m.foreign+m.headings > 0 || x.selecting {
		return false
	}
	switch x.atom {
	case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Section, atom.Article, atom.Table,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	case atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Th, atom.Td:
		return m.tables > 0
	}
	return false
}

// text copies a text behind its offset, unless the parser must see it unchanged.
func (m *marker) text(at, end int, raw bool) {
	if raw {
		m.out = append(m.out, m.src[at:end]...)
		return
	}
	m.offset(at)
	if strings.Contains(m.src[at:end], markStart) {
		m.out = append(m.out, strings.ReplaceAll(m.src[at:end], markStart, "\uFFFD")...)
		return
	}
	m.out = append(m.out, m.src[at:end]...)
}

func (m *marker) offset(at int) {
	m.out = append(m.out, markStart...)
	m.out = strconv.AppendInt(m.out, int64(at), 10)
	m.out = append(m.out, markEnd...)
}

// tag copies a start tag with its place and reports whether it holds raw text or RCDATA. A tag with
// a prefix (c:if, o:p) belongs to a server or a word processor and is dropped; an unknown name that
// no end tag closes is what somebody wrote in angle brackets.
func (m *marker) tag(at int, x *lexer) (holdsRaw bool) {
	end := x.at
	if n := m.depth(x.atom); n != nil {
		*n++
	}
	role := roleOf(x.atom)
	switch {
	case isPrefixed(x.name):
		return false
	case role == unknown && m.foreign == 0 && m.isWords(at, end, x.name):
		m.offset(at)
		m.out = append(m.out, "&lt;"...)
		m.out = append(m.out, m.src[at+1:end]...)
		return false
	}
	m.start(at, x, m.foreign == 0 && role != formatting && role != unknown)
	if x.atom == atom.Td || x.atom == atom.Th {
		m.out = append(m.out, markStart+markCell...)
		m.span(at, end)
		m.out = append(m.out, markEnd...)
	}
	return role == raw || role == rawSkipped
}

// start copies a start tag with the place of the element, where that serves. A lean copy leaves out
// the attributes that nobody asks for; they cost the parser more than all marks together.
func (m *marker) start(at int, x *lexer, lean bool) {
	after := at + 1 + len(x.name)
	m.out = append(m.out, m.src[at:after]...)
	if isPlaced(x.atom) || bytes.HasPrefix(x.name, []byte("amp-")) {
		m.out = append(m.out, " "+markAttr+`="`...)
		m.span(at, x.at)
		m.out = append(m.out, `" `...)
	}
	if lean {
		for _, a := range x.attrs {
			if m.named && m.src[a.start:a.keyEnd] == "id" || serves(x.atom, m.src[a.start:a.keyEnd], m.src[a.keyEnd:a.end]) {
				m.out = append(append(m.out, ' '), m.src[a.start:a.end]...)
			}
			after = a.end
		}
		if m.src[after] == '/' {
			m.out = append(m.out, ' ') // or it would belong to a value without quotation marks
		}
	}
	m.out = append(m.out, m.src[after:x.at]...)
}

// serves tells the attributes that the walker or the parser asks for.
func serves(a atom.Atom, key, value string) bool {
	var buf [16]byte
	if len(key) > len(buf) {
		return (a == atom.Iframe || a == atom.Frame) && strings.EqualFold(key, policy.FrameRead) || a == atom.Div && strings.EqualFold(key, policy.FrameOf)
	}
	switch string(lower(buf[:0], key)) {
	case "hidden", "role", "href", "rel", "src", "srcdoc", "data-src", "data-href", "data-url", "data-link", "alt", "action", "method", "data", "lang", "type", "colspan", "rowspan", "onclick", "http-equiv":
		return true
	case "content":
		return a == atom.Meta && strings.Contains(strings.ToLower(value), "url")
	case "title", "aria-label", "aria-labelledby":
		return a == atom.Button || a == atom.Area
	case "style":
		css := strings.ToLower(value)
		return strings.Contains(css, "none") || strings.Contains(css, "weight") || strings.Contains(css, "display") || strings.Contains(css, "white-space") || strings.Contains(css, "&")
	case "class", "bgcolor":
		return a == atom.Td || a == atom.Th
	case "width", "height":
		return a == atom.Img || a == atom.Iframe || a == atom.Frame
	}
	return false
}

func (m *marker) span(start, end int) {
	m.out = strconv.AppendInt(m.out, int64(start), 10)
	m.out = append(m.out, ':')
	m.out = strconv.AppendInt(m.out, int64(end), 10)
}

// isPlaced tells the elements whose place serves: those that may show nothing and be spoken of all
// the same, and those whose text begins where their tag ends. Each costs the parser an attribute; a
// cell, of which there are many, is marked in its text instead.
func isPlaced(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Caption, atom.Img, atom.Area, atom.Script, atom.Iframe, atom.Frame, atom.Form, atom.Object,
		atom.Embed, atom.Link, atom.Title, atom.Textarea, atom.Xmp, atom.Plaintext:
		return true
	}
	return false
}

func (m *marker) leave(a atom.Atom) {
	if n := m.depth(a); n != nil && *n > 0 {
		*n--
	}
}

// depth is what counts the open elements of a name, or nil.
func (m *marker) depth(a atom.Atom) *int {
	switch a {
	case atom.Svg, atom.Math:
		return &m.foreign
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return &m.headings
	case atom.Table:
		return &m.tables
	}
	if roleOf(a) == formatting {
		return &m.formatting
	}
	return nil
}

// isWords reports whether a tag of an unknown name is text in angle brackets: without attributes,
// with a name of letters alone, and never closed.
func (m *marker) isWords(at, end int, name []byte) bool {
	for _, r := range string(name) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			return false
		}
	}
	return !strings.ContainsAny(m.src[at+1:end], "=<") && !m.closed(string(name))
}

// closed reports whether the page has an end tag of that name.
func (m *marker) closed(name string) bool {
	if m.ends == nil {
		m.ends = endTags(m.src[m.from:])
	}
	return m.ends[name]
}

func endTags(src string) map[string]bool {
	ends := make(map[string]bool)
	for i := 0; ; {
		n := strings.Index(src[i:], "</")
		if n < 0 {
			return ends
		}
		i += n + 2
		j := i
		for j < len(src) && j-i < 64 && !strings.ContainsRune(" \t\r\n/>", rune(src[j])) {
			j++
		}
		ends[strings.ToLower(src[i:j])] = true
	}
}

// blankServer replaces what a server would have run, <% … %> and <? … ?>, by spaces, so that every
// offset stays as it is.
func blankServer(src string) string {
	for _, pair := range [...][2]string{{"<%", "%>"}, {"<?", "?>"}} {
		src = blankBetween(src, pair[0], pair[1])
	}
	return src
}

// blankBetween replaces all from an opening to the closing after it by spaces but for line breaks.
func blankBetween(src, opening, closing string) string {
	var b strings.Builder
	copied := 0
	for i := 0; ; {
		start := strings.Index(src[i:], opening)
		if start < 0 {
			break
		}
		start += i
		end := strings.Index(src[start:], closing)
		if end < 0 {
			break
		}
		i = start + end + len(closing)
		if copied == 0 {
			b.Grow(len(src))
		}
		b.WriteString(src[copied:start])
		writeBlank(&b, src[start:i])
		copied = i
	}
	if copied == 0 {
		return src
	}
	b.WriteString(src[copied:])
	return b.String()
}

// writeBlank writes spaces in place of s, but for its line breaks.
func writeBlank(b *strings.Builder, s string) {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '\n' || c == '\r' {
			b.WriteByte(c)
		} else {
			b.WriteByte(' ')
		}
	}
}

// isBlank reports whether s is nothing but what HTML calls white space, or dropped by the parser.
func isBlank(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ', '\t', '\n', '\r', '\f', 0:
		default:
			return false
		}
	}
	return true
}

func isPrefixed(name []byte) bool { return bytes.IndexByte(name, ':') >= 0 }

// hasBlocks reports whether a page has any markup that breaks it into blocks or lines. A page of a
// server that has none shows its text as it is written, in an element around it.
func hasBlocks(src string) bool {
	for i := 0; ; i++ {
		n := strings.IndexByte(src[i:], '<')
		if n < 0 {
			return false
		}
		i += n
		name := src[i+1 : i+1+letters(src[i+1:])]
		if a := atom.Lookup([]byte(strings.ToLower(name))); a == atom.Br || roleOf(a) == block && a != atom.Html && a != atom.Head && a != atom.Body || roleOf(a) == raw {
			return true
		}
	}
}

// letters is how many letters and digits s begins with.
func letters(s string) int {
	n := 0
	for n < len(s) && isAlphanumeric(s[n]) {
		n++
	}
	return n
}

// blankTags replaces tags, and what scripts and styles hold, by spaces, so that every offset stays as it is.
func blankTags(src string) string {
	var b strings.Builder
	b.Grow(len(src))
	x := &lexer{src: src}
	for {
		within := x.raw
		start, ok := x.next()
		switch {
		case !ok:
			b.WriteString(src[start:])
			return b.String()
		case x.kind == html.TextToken && roleOf(atom.Lookup([]byte(within))) != rawSkipped:
			b.WriteString(src[start:x.at])
		default:
			writeBlank(&b, src[start:x.at])
		}
	}
}
