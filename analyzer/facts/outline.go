package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Heading opens a section of a page.
type Heading struct {
	Line    int          // of the page's lines
	Range   policy.Range // the heading itself, where text is glued to it
	Style   string       // headings of one style are siblings
	Glued   bool         // the text of its section begins in the same line
	Depth   int          // 0 for the outermost
	End     int          // the line behind its section, subsections included
	Clauses []Clause     // the clauses that its words open

	parent int  // the heading of the section around, -1 for none
	label  bool // it names what stands behind a colon in its line
}

// longHeading is the longest line, by [size], that is a heading by its words or form alone.
const longHeading = 60

// size is how long a line is to the eye, in syllables: two letters of ASCII are as one.
func size(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			n++
		case utf8.RuneStart(c):
			n += 2
		}
	}
	return n / 2
}

// Outline is, page by page, the headings of the page in their order. What is left out of the body
// has none.
var Outline = analyzer.NewFact("outline", func(p *analyzer.Pass) [][]Heading {
	out := make([][]Heading, len(p.Policy.Pages))
	lines := Wording.Of(p)
	for i, body := range Body.Of(p) {
		out[i] = outline(lines[i], body)
	}
	return out
})

func outline(lines []Line, body []Region) []Heading {
	var out []Heading
	for i := range lines {
		if body[i] != Own {
			continue
		}
		if h, ok := headingOf(&lines[i]); ok {
			out = append(out, h)
		}
	}
	nest(out, len(lines))
	return out
}

// nest gives each heading its depth and the end of its section: a style met before closes all that
// was opened since.
func nest(headings []Heading, end int) {
	var open []int
	for i := range headings {
		h := &headings[i]
		for j, o := range open {
			if headings[o].Style == h.Style {
				for _, closed := range open[j:] {
					headings[closed].End = h.Line
				}
				open = open[:j]
				break
			}
		}
		h.Depth, h.parent = len(open), -1
		if len(open) > 0 {
			h.parent = open[len(open)-1]
		}
		h.End = end
		open = append(open, i)
	}
}

// headingOf tells a heading by its element, its mark, its weight, or its words.
func headingOf(l *Line) (Heading, bool) {
	b := l.Block
	if b.Cell != nil || b.Kind == policy.TitleText || b.Kind == policy.Alt {
		return Heading{}, false
	}
	m := l.mark
	length := l.size
	h := Heading{Line: l.Index, Range: b.Range, Style: m.style}
	switch {
	case b.Kind == policy.Heading && !b.Has(policy.Joined) && length <= 2*longHeading && !l.ended:
		h.Style = "h" + string(rune('0'+b.Level))
	case m.style == "article":
		h.cut(l, m)
	case h.labelled(l, m), h.led(l, m):
		return h, true
	case length > longHeading || len(l.Units) > 1 || l.ended:
		return h, h.glued(l, m)
	case b.Kind == policy.Term:
		h.Style = "term"
	case b.Kind == policy.Control:
		h.Style = "control"
	case b.Has(policy.Bold):
		h.Style = "bold " + m.style
	}
	h.Clauses = l.opens(h.Range)
	if h.Style == "" && hasValue(b.Text) {
		return h, false // contacts, not their title
	}
	if (h.Style == m.style || b.Has(policy.Joined)) && m.style != "article" && len(h.Clauses) == 0 {
		return h, false
	}
	if b.Kind != policy.Heading && b.HasAny(policy.Joined) && h.Style == "" && !strings.HasPrefix(b.Text, "[") {
		h.Style = "joined"
	}
	return h, true
}

// cut shortens the heading of an article to what stands in brackets behind its number, where text
// follows: 제1조(목적) 회사는 …
func (h *Heading) cut(l *Line, m mark) {
	b := l.Block
	rest := b.Text[m.end:]
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}, {"〔", "〕"}} {
		if !strings.HasPrefix(rest, pair[0]) {
			continue
		}
		if n := strings.Index(rest, pair[1]); n > 0 {
			end := m.end + n + len(pair[1])
			h.Glued = strings.TrimSpace(b.Text[end:]) != ""
			h.Range.End = b.Range.Start + end
			return
		}
	}
	if l.size > longHeading || l.ended || len(l.Units) > 1 {
		h.Glued = true
		h.Range.End = b.Range.Start + head(b.Text, longHeading/2)
	}
}

// labelled tells a short line that is the name of a clause, a colon, and what it says.
func (h *Heading) labelled(l *Line, m mark) bool {
	text := l.Block.Text
	n := strings.IndexByte(text[m.end:], ':')
	if n <= 0 || m.style == "①" || l.Block.Kind == policy.Heading || l.size > longHeading || !hasLetters(text[m.end+n:]) {
		return false
	}
	r := policy.Range{Start: l.Block.Range.Start, End: l.Block.Range.Start + m.end + n}
	clauses := clausesOf(l, r)
	if len(clauses) == 0 {
		return false
	}
	h.Range, h.Clauses, h.Glued, h.label = r, clauses, true, true
	return true
}

// led tells a line that begins with a heading in bold, or with a mark and the name of a clause, and
// goes on with what the heading is about.
func (h *Heading) led(l *Line, m mark) bool {
	text, end := l.Block.Text, l.Block.Lead
	if end == 0 && m.style != "" && m.style != "①" {
		if n := l.opening(m.end); n > 0 && l.size > size(text[:m.end+n])+8 && !joins(text[m.end+n:]) {
			end = m.end + n
		}
	}
	if end == 0 || l.Block.Kind == policy.Heading || size(text[:end]) > longHeading/2 || !hasLetters(text[end:]) {
		return false
	}
	r := policy.Range{Start: l.Block.Range.Start, End: l.Block.Range.Start + end}
	clauses := clausesOf(l, r)
	if len(clauses) == 0 {
		return false
	}
	h.Range, h.Clauses, h.Glued = r, clauses, true
	if h.Style == "" {
		h.Style = "led"
	}
	return true
}

// hasValue reports whether a line holds an address or a telephone number.
func hasValue(s string) bool {
	return hasDigits(s, 7) || strings.Contains(s, "@")
}

// hasDigits reports whether a text holds so many digits.
func hasDigits(s string, n int) bool {
	for i := 0; i < len(s) && n > 0; i++ {
		if '0' <= s[i] && s[i] <= '9' {
			n--
		}
	}
	return n <= 0
}

// joins reports whether a text goes on with a second name: 및 위탁.
func joins(s string) bool {
	s = strings.TrimLeft(s, " ")
	for _, word := range [...]string{"및", "과 ", "와 ", "·", "ㆍ", ",", "/", "또는", "and ", "or ", "、", "及び", "("} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// glued tells a heading that a long line begins with: a mark, words of a clause, then a colon or a
// second mark before the text.
func (h *Heading) glued(l *Line, m mark) bool {
	text := l.Block.Text
	if m.style == "" || m.style == "①" {
		return false
	}
	n := strings.IndexAny(text[m.end:], ":①")
	if n < 0 || size(text[:m.end+n]) > longHeading/2 {
		if n = l.opening(m.end); n < 0 {
			return false
		}
	}
	h.Glued = true
	h.Range.End = l.Block.Range.Start + m.end + n
	h.Clauses = l.opens(h.Range)
	return len(h.Clauses) > 0
}

// opening is how far, behind its mark, a line begins with the heading words of a clause, set off
// from the text by a space; -1 where it does not.
func (l *Line) opening(mark int) int {
	at, text := l.Block.Range.Start, l.Block.Text
	heading := rolesOfPhrases().heading
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			start, end := m.Start-at, m.End-at
			if heading[m.Phrase] == "" || end <= mark || end > mark+3*longHeading/2 || size(text[mark:max(mark, start)]) > 6 {
				continue
			}
			if strings.HasPrefix(text[end:], " ") {
				return end - mark
			}
		}
	}
	return -1
}

// clausesOf are the clauses whose heading words stand in a part of a line.
func clausesOf(l *Line, r policy.Range) []Clause {
	var out []Clause
	heading := rolesOfPhrases().heading
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if c := heading[m.Phrase]; c != "" && m.Start >= r.Start && m.End <= r.End && !within(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

func within(list []Clause, c Clause) bool {
	for _, x := range list {
		if x == c {
			return true
		}
	}
	return false
}

// isSentence reports whether a line ends as a sentence does.
func isSentence(s string) bool {
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == ')' || s[len(s)-1] == ']') {
		s = s[:len(s)-1]
	}
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case '.', ';', ',':
		return true
	}
	return strings.HasSuffix(s, "니다") || strings.HasSuffix(s, "。")
}

// head is the length in bytes of the first n characters.
func head(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// words are the phrases of one clause.
type words struct {
	clause                                            Clause
	heading, header, content, denied, denies, mention phrases.ID
}

// opens are the clauses that a heading in the line opens.
func (l *Line) opens(r policy.Range) []Clause {
	if r == l.Block.Range || len(l.clauses) == 0 {
		return l.clauses
	}
	return clausesOf(l, r)
}
