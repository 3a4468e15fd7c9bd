package evidence

import (
	"html"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// An attribute is one of a tag, as the source has it.
type attribute struct {
	name  string // in lower case
	value policy.Span
}

// attributes are those of the start tag that stands in a span; none where no tag stands there.
func attributes(text string, tag policy.Span) []attribute {
	if tag.Len() < 3 || tag.End > len(text) || text[tag.Start] != '<' || text[tag.End-1] != '>' {
		return nil
	}
	var out []attribute
	end := tag.End - 1
	at := tag.Start + 1
	for at < end && !isSpace(text[at]) && text[at] != '/' {
		at++
	}
	for at < end {
		if isSpace(text[at]) || text[at] == '/' {
			at++
			continue
		}
		start := at
		for at++; at < end && !isSpace(text[at]) && text[at] != '=' && text[at] != '/'; {
			at++
		}
		a := attribute{name: strings.ToLower(text[start:at]), value: policy.Span{Start: at, End: at}}
		next := skipSpace(text, at, end)
		if next < end && text[next] == '=' {
			a.value = attributeValue(text, skipSpace(text, next+1, end), end)
			at = min(a.value.End+1, end)
			if a.value.End < end && isSpace(text[a.value.End]) {
				at = a.value.End
			}
		}
		out = append(out, a)
	}
	return out
}

// attributeValue is the value that begins at an offset, without its quotation marks.
func attributeValue(text string, at, end int) policy.Span {
	if at < end && (text[at] == '"' || text[at] == '\'') {
		n := strings.IndexByte(text[at+1:end], text[at])
		if n < 0 {
			n = end - at - 1
		}
		return policy.Span{Start: at + 1, End: at + 1 + n}
	}
	start := at
	for at < end && !isSpace(text[at]) {
		at++
	}
	return policy.Span{Start: start, End: at}
}

func skipSpace(text string, at, end int) int {
	for at < end && isSpace(text[at]) {
		at++
	}
	return at
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// placeOf is where in a tag a URL stands: the value of its attribute, or the tag where that cannot be told.
func placeOf(text string, tag policy.Span, url string) policy.Span {
	for _, a := range attributes(text, tag) {
		switch a.name {
		case "src", "data-src", "href", "action", "data", "config":
			raw := text[a.value.Start:a.value.End]
			if raw == url || html.UnescapeString(raw) == url {
				return trimmed(text, a.value)
			}
		}
	}
	return tag
}

// trimmed is a span without the white space around its text.
func trimmed(text string, s policy.Span) policy.Span {
	for s.Start < s.End && isSpace(text[s.Start]) {
		s.Start++
	}
	for s.Start < s.End && isSpace(text[s.End-1]) {
		s.End--
	}
	return s
}

// A passage is a text that stands in a file, but for the ends of its lines, which the parser of HTML
// makes one character.
type passage struct {
	text  string
	file  *policy.File
	span  policy.Span
	extra []int // offsets in the text before which the file has one byte more
	lost  bool  // the two do not agree
}

func newPassage(text string, file *policy.File, span policy.Span) *passage {
	p := &passage{text: text, file: file, span: span}
	source := file.Text[span.Start:span.End]
	if len(source) == len(text) {
		return p
	}
	at := 0
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' && strings.HasPrefix(source[at:], "\r\n") {
			p.extra = append(p.extra, i)
			at++
		}
		if at++; at > len(source) {
			break
		}
	}
	p.lost = at != len(source)
	return p
}

// place is the span in the file of a stretch of the text, or all of it where that cannot be told.
func (p *passage) place(start, end int) policy.Span {
	s := policy.Span{Start: p.span.Start + start + p.extraBefore(start), End: p.span.Start + end + p.extraBefore(end)}
	if p.lost || s.End > p.span.End || strings.ReplaceAll(p.file.Text[s.Start:s.End], "\r\n", "\n") != p.text[start:end] {
		return p.span
	}
	return s
}

// extraBefore is how many bytes more the file has before an offset of the text.
func (p *passage) extraBefore(offset int) int {
	lo, hi := 0, len(p.extra)
	for lo < hi {
		if mid := (lo + hi) / 2; p.extra[mid] < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
