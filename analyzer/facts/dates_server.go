package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// isFilledByServer reports whether what stands in a place is written by a server when the page is
// asked for: there is a date, though not in the source.
func isFilledByServer(doc *policy.Document, at policy.Range) bool {
	span := doc.Span(at)
	source := doc.File.Text[span.Start:span.End]
	return strings.Contains(source, "<?") || strings.Contains(source, "<%") || strings.Contains(source, "${")
}

// serverDate is the effective date of a line into which a server writes a variable of PHP that the
// page itself sets: $day = '2024년 3월 1일'.
func (r *reader) serverDate(l *Line) (dated, bool) {
	if len(r.values) == 0 || !l.has(dateWords().effective) {
		return dated{}, false
	}
	found := date.Find(r.serverSays(l.Block.Range))
	if len(found) == 0 {
		return dated{}, false
	}
	return dated{dateWords().effective, l.Index, DateAt{Date: found[0].Date, Page: r.page, Range: l.Block.Range}}, true
}

// serverSays is the text that a page of PHP gives the variable it writes in a place, or "".
func (r *reader) serverSays(at policy.Range) string {
	span := r.doc.Span(at)
	for _, code := range strings.Split(r.doc.File.Text[span.Start:span.End], "<?")[1:] {
		if n := strings.IndexByte(code, '$'); n >= 0 {
			if value, ok := r.values[code[n+1:n+1+nameLength(code[n+1:])]]; ok {
				return value
			}
		}
	}
	return ""
}

// variables are, by name, the texts that a page of PHP first gives its variables: $day = '2024년 3월 1일'.
func variables(text string) map[string]string {
	out := make(map[string]string)
	for {
		n := strings.IndexByte(text, '$')
		if n < 0 {
			return out
		}
		text = text[n+1:]
		name := text[:nameLength(text)]
		text = strings.TrimLeft(text[len(name):], " \t")
		value, ok := strings.CutPrefix(text, "=")
		value = strings.TrimLeft(value, " \t")
		if !ok || value == "" || value[0] != '\'' && value[0] != '"' {
			continue
		}
		if end := strings.IndexByte(value[1:], value[0]); end >= 0 {
			if _, met := out[name]; !met {
				out[name] = value[1 : 1+end]
			}
		}
	}
}

// nameLength is the length of the name of a variable with which s begins.
func nameLength(s string) int {
	n := 0
	for n < len(s) && (s[n] == '_' || 'a' <= s[n] && s[n] <= 'z' || 'A' <= s[n] && s[n] <= 'Z' || '0' <= s[n] && s[n] <= '9') {
		n++
	}
	return n
}
