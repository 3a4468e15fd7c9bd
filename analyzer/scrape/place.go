package scrape

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// place adds text that the parser decoded from the source at an offset. The two are walked side by
// side; where they do not agree, the rest takes the place of the element around it.
func (w *walker) place(text string, at int) {
	for text != "" {
		shown, size := w.next(text, at)
		switch {
		case size == 0:
			w.decoded(text, w.span)
			return
		case w.b.source[at:at+size] == shown:
			w.literal(at, at+size)
		default:
			w.decoded(shown, policy.Span{Start: at, End: at + size})
		}
		text, at = text[len(shown):], at+size
	}
}

// sourceEnd is where the source of a text ends that begins at an offset, as far as the two agree.
func (w *walker) sourceEnd(text string, at int) int {
	for text != "" {
		shown, size := w.next(text, at)
		if size == 0 {
			break
		}
		text, at = text[len(shown):], at+size
	}
	return at
}

// next is what a text begins with and the size of the source at an offset that shows it: a stretch
// that is shown as it is written, or one character that is not. The size is 0 where they differ.
func (w *walker) next(text string, at int) (shown string, size int) {
	if n := w.same(text, at); n > 0 {
		return text[:n], n
	}
	if at >= len(w.b.source) {
		return "", 0
	}
	shown, size = decodeAt(w.b.source, at)
	if w.b.source[at] == 0 && strings.HasPrefix(text, "\uFFFD") {
		shown = "\uFFFD" // dropped in text, shown in raw and foreign elements
	}
	if !strings.HasPrefix(text, shown) {
		return "", 0
	}
	return shown, size
}

// same is the length of what text and source at an offset have in common as it is written.
func (w *walker) same(text string, at int) int {
	src := w.b.source[min(at, len(w.b.source)):]
	n := min(len(text), len(src))
	for i := 0; i < n; i++ {
		if c := src[i]; c != text[i] || c == '&' && !w.raw || c == '\r' {
			for i > 0 && !utf8.RuneStart(text[i]) {
				i--
			}
			return i
		}
	}
	return n
}

// decodeAt is what the source shows at a character that is not shown as it is written, and how
// many bytes it takes; 0 where it is shown as written.
func decodeAt(src string, at int) (shown string, size int) {
	switch src[at] {
	case '\r':
		if strings.HasPrefix(src[at:], "\r\n") {
			return "\n", 2
		}
		return "\n", 1
	case 0:
		return "", 1
	case '&':
		size = reference(src[at:])
		return html.UnescapeString(src[at : at+size]), size
	}
	if strings.HasPrefix(src[at:], markStart) {
		return "\uFFFD", len(markStart)
	}
	return "", 0
}

// reference is the length of a character reference, or of as much as looks like one.
func reference(s string) int {
	n := 1
	if n < len(s) && s[n] == '#' {
		n++
	}
	for n < len(s) && n < 40 && isAlphanumeric(s[n]) {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	return n
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// literal adds source text as it is written, line by line where lines are kept.
func (w *walker) literal(start, end int) {
	if !w.lines {
		w.b.literal(start, end)
		return
	}
	for {
		n := strings.IndexByte(w.b.source[start:end], '\n')
		if n < 0 {
			w.b.literal(start, end)
			return
		}
		w.b.literal(start, start+n)
		w.newLine()
		start += n + 1
	}
}

func (w *walker) decoded(s string, src policy.Span) {
	if w.lines && s == "\n" {
		w.newLine()
		return
	}
	w.b.decoded(s, src)
}
