package scrape

import (
	"html"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// place adds text that the parser decoded from the source at an offset. The two are walked side by
// side; where they do not agree, the rest takes the place of the element around it.
func (w *walker) place(text string, at int) {
	src := w.b.source
	for text != "" {
		n := w.same(text, at)
		if n > 0 {
			w.literal(at, at+n)
			text, at = text[n:], at+n
			continue
		}
		if at >= len(src) {
			break
		}
		shown, size := decodeAt(src, at)
		if size == 0 || !strings.HasPrefix(text, shown) {
			break
		}
		w.decoded(shown, policy.Span{Start: at, End: at + size})
		text, at = text[len(shown):], at+size
	}
	if text != "" {
		w.decoded(text, w.span)
	}
}

// same is the length of what text and source at an offset have in common as it is written.
func (w *walker) same(text string, at int) int {
	src := w.b.source[min(at, len(w.b.source)):]
	n := min(len(text), len(src))
	for i := 0; i < n; i++ {
		if c := src[i]; c != text[i] || c == '&' || c == '\r' {
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
