package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// keep is how many bytes of a line are kept on either side of a place: more than a terminal shows,
// and little where a page stands on one line.
const keep = 1000

// An Excerpt is as much of a source line around a place as a terminal may show.
type Excerpt struct {
	Text       string // one line, without its line break
	Start, End int    // bytes of Text that the place covers, as far as it stands on this line
	Before     bool   // whether the line begins before Text
	After      bool   // whether the line goes on after Text
}

// excerpt cuts a line of a file, counted from 1, around a span that begins on it.
func excerpt(f *policy.File, line int, s policy.Span) Excerpt {
	text, offset := f.Line(line)
	start := min(max(s.Start-offset, 0), len(text))
	end := min(max(s.End-offset, start), len(text))
	from := runeStart(text, start-keep)
	to := runeStart(text, min(end, start+keep)+keep)
	return Excerpt{
		Text:   strings.Clone(text[from:to]),
		Start:  start - from,
		End:    min(end, to) - from,
		Before: from > 0,
		After:  to < len(text),
	}
}

// runeStart is the offset of the character at or before an offset, which may lie outside the text.
func runeStart(text string, offset int) int {
	if offset >= len(text) {
		return len(text)
	}
	offset = max(offset, 0)
	for offset > 0 && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}

// printable replaces what would move the cursor or turn the direction of writing: pages are
// strangers' text. Tabs stay.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || !unicode.IsControl(r) && !turnsWriting(r) {
			return r
		}
		return utf8.RuneError
	}, s)
}

// Printable is a text as a terminal may show it.
func Printable(s string) string { return printable(s) }

// turnsWriting reports whether r is a control of bidirectional text, or a line or paragraph separator.
func turnsWriting(r rune) bool {
	return r == '\u2028' || r == '\u2029' || '\u202A' <= r && r <= '\u202E' || '\u2066' <= r && r <= '\u2069'
}
