package evidence

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// markup keeps what is loaded by elements that a script writes: document.write('<script src="…">').
func (l *loader) markup(text string, same bool, i int) {
	for _, m := range sourcesIn(text) {
		t, ok := parseTarget(text[m.start:m.end])
		if !ok {
			continue
		}
		if m.element == "img" {
			sign, ok := t.sign()
			if !ok || !isBeacon(t, sign, policy.Image) {
				continue
			}
		}
		span := l.inner(i, false)
		if start, _ := l.words[i].Inner(l.text); same {
			span = l.place(start+m.start, start+m.end)
		}
		l.c.url(t, l.file, span, l.indirect)
	}
}

// A source is the URL in a string that an element is loaded from.
type source struct {
	element    string // "" where none is seen
	start, end int
}

// sourcesIn finds the sources of script, iframe and img in a string, also as they stand in data of an
// application: "src":"https://…". Of a long string each part is read once.
func sourcesIn(text string) []source {
	var out []source
	for at := 0; ; {
		n := strings.Index(text[at:], "src")
		if n < 0 {
			n = strings.Index(text[at:], "SRC") // of old pages
		}
		if n < 0 {
			return out
		}
		at += n + len("src")
		element, ok := elementOf(text, at-len("src"))
		start := valueBehind(text, at)
		if !ok || start < 0 {
			continue
		}
		n = strings.IndexAny(text[start:], " \t\n\r\"'<>\\")
		if n < 0 {
			n = len(text) - start
		}
		if hasHost(text[start : start+n]) {
			out = append(out, source{element, start, start + n})
		}
		at = start + n
	}
}

func hasHost(url string) bool {
	return strings.HasPrefix(url, "//") || strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// valueBehind is where the value begins that is set behind a name: src="…", "src":"…", \"src\":\"…;
// below 0 where none is.
func valueBehind(text string, at int) int {
	skip := func(chars string) int {
		from := at
		for at < len(text) && at < from+16 && strings.IndexByte(chars, text[at]) >= 0 {
			at++
		}
		return at - from
	}
	skip("\\\"' ")
	if skip("=:") != 1 {
		return -1
	}
	skip("\\\"' ")
	return at
}

// elementOf is the element that an attribute belongs to. Of an end of one that was written in two parts
// ("<scr" + "ipt src=…") the string begins with it.
func elementOf(text string, at int) (element string, ok bool) {
	const far = 300
	if at == 0 {
		return "", false
	}
	switch text[at-1] {
	case '"', '\\':
		return "", true // a name in data
	case ' ', '\n', '\t', '\r':
	default:
		return "", false
	}
	from := max(0, at-far)
	before := text[from:at]
	begins := strings.LastIndexByte(before, '<')
	if begins < strings.LastIndexByte(before, '>') {
		return "", false
	}
	if begins < 0 {
		part, _, _ := strings.Cut(before, " ")
		const tag = "script" // of which the text may begin within
		return tag, from == 0 && strings.HasSuffix(tag, part) && strings.HasSuffix(part, "ipt")
	}
	name := strings.ToLower(before[begins+1:])
	if n := strings.IndexAny(name, " \t\n\r"); n >= 0 {
		name = name[:n]
	}
	return name, name == "script" || name == "iframe" || name == "img"
}
