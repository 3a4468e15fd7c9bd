package facts

import (
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// headingOf tells a heading by its element, its mark, its weight, or its words.
func headingOf(l *Line) (Heading, bool) {
	b := l.Block
	if l.cell != nil || b.Kind == policy.TitleText || beginsWithDate(b.Text) {
		return Heading{}, false
	}
	if b.Kind == policy.Alt {
		// An image of words, as long as its name is that of a clause.
		return Heading{Line: l.Index, Range: b.Range, Style: "alt", Clauses: l.clauses}, len(l.clauses) > 0 && l.size <= longHeading/2 && !l.ended
	}
	m := l.mark
	length := l.size
	h := Heading{Line: l.Index, Range: b.Range, Style: m.style}
	switch {
	case b.Kind == policy.Heading && !b.Has(policy.Joined) && length <= 2*longHeading && (!l.ended || l.says() || asks(b.Text) && length <= longHeading):
		h.Style = "h" + string(rune('0'+b.Level))
	case m.style == "article":
		h.cut(l, m)
	case b.Lead > 0 && h.led(l, m), h.labelled(l, m), h.led(l, m):
		return h, true
	case length > longHeading && !(b.Has(policy.Bold) && length <= 3*longHeading/2) || len(l.Units) > 1 || l.ended:
		return h, h.glued(l, m)
	case b.Kind == policy.Term:
		h.Style = "term"
	case b.Kind == policy.Control:
		h.Style = "control"
	case b.Has(policy.Bold):
		h.Style = "bold " + m.style
	}
	h.Clauses = l.opens(h.Range)
	if h.Style == "" && (hasValue(b.Text) || l.has(namedWords())) {
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

// asks reports whether a heading asks, and says in brackets what about: 누구와 함께 일하나요? (처리위탁)
func asks(s string) bool {
	i := strings.IndexByte(s, '?')
	return i > 0 && strings.HasPrefix(strings.TrimLeft(s[i+1:], " "), "(") && strings.HasSuffix(s, ")")
}

// namedWords name the officer by a post, or a body outside.
var namedWords = sync.OnceValue(func() phrases.ID { return phrase("sentence.named") })

// says tells a short heading that says in a sentence what its section is about: 정보를 이렇게 씁니다.
func (l *Line) says() bool {
	return len(l.Units) == 1 && l.size <= longHeading/2 && len(l.clauses) > 0 && !l.has(negativeWords())
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

// labelled tells a line that is the name of a clause, a colon, a dash or brackets around it, and
// what it says.
func (h *Heading) labelled(l *Line, m mark) bool {
	text := l.Block.Text
	if len(l.clauses) == 0 || m.style == "①" || l.Block.Kind == policy.Heading {
		return false
	}
	n := labelEnd(text[m.end:])
	if dash := parted(start(text[m.end:])); dash > 0 && (n < 0 || dash < n) && size(text[m.end:m.end+dash]) <= longHeading/2 && l.namesTo(m.end, m.end+dash) {
		n = dash
	} else if l.size > longHeading {
		return false
	}
	if n <= 0 || !hasLetters(text[m.end+n:]) || strings.Contains(text[m.end:m.end+n], "니다. ") {
		return false // 열람을 요구할 수 있습니다. 담당 : 고객팀
	}
	h.label = h.ends(l, m.end+n)
	return h.label
}

// labelEnd is where the label ends with which a text begins, -1 where it has none.
func labelEnd(s string) int {
	for _, pair := range [...][2]string{{"[", "]"}, {"【", "】"}} {
		if strings.HasPrefix(s, pair[0]) {
			return strings.Index(s, pair[1])
		}
	}
	return strings.IndexByte(s, ':')
}

// partingSigns part the beginning of a line from the rest.
var partingSigns = newAnyOf(" - ", " – ", " — ", " → ", " | ", " = ", " => ")

// parted is where a sign with spaces around it parts the beginning of a line from the rest, or -1.
func parted(s string) int {
	if s == "" {
		return -1
	}
	if i, _ := partingSigns.index(s[1:]); i >= 0 {
		return i + 1
	}
	return -1
}

// start is as much of a text as may hold a label, and some more.
func start(s string) string { return s[:min(len(s), 3*longHeading)] }

// namesTo reports whether the words of a clause reach to the end of a part of the line.
func (l *Line) namesTo(start, end int) bool {
	at := l.Block.Range.Start
	heading := rolesOfPhrases().heading
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if heading[m.Phrase] != "" && m.Start-at >= start && m.End-at <= end && size(l.Block.Text[m.End-at:end]) <= 4 {
				return true
			}
		}
	}
	return false
}

// led tells a line that begins with a heading in bold, or with a mark and the name of a clause, and
// goes on with what the heading is about.
func (h *Heading) led(l *Line, m mark) bool {
	text, end := l.Block.Text, l.Block.Lead
	if end == 0 && l.Block.Has(policy.Bold) {
		return false // all of it is the heading
	}
	if end == 0 && m.style != "" && m.style != "①" {
		if n := l.opening(m.end); n > 0 && l.size > size(text[:m.end+n])+8 && !joins(text[m.end+n:]) {
			end = m.end + n
		}
	}
	if end == 0 || l.Block.Kind == policy.Heading || size(text[:end]) > longHeading/2 || !hasLetters(text[end:]) || !h.ends(l, end) {
		return false
	}
	switch {
	case l.Block.Lead > 0 && m.style != "" && l.Block.Kind != policy.Item:
		h.Style = "bold " + m.style // a sibling of those that stand alone in their lines
	case h.Style == "":
		h.Style = "led"
	}
	return true
}

// glued tells a heading that a long line begins with: a mark, words of a clause, then a colon or a
// second mark before the text.
func (h *Heading) glued(l *Line, m mark) bool {
	text := l.Block.Text
	if m.style == "" || m.style == "①" {
		return false
	}
	n := strings.IndexAny(start(text[m.end:]), ":①")
	if n < 0 || size(text[:m.end+n]) > longHeading/2 {
		n = l.opening(m.end)
	}
	return n >= 0 && h.ends(l, m.end+n)
}

// ends makes the first bytes of a line the heading, and the rest the text of its section, where they
// open a clause.
func (h *Heading) ends(l *Line, end int) bool {
	if rest := l.Block.Text[end:]; strings.HasPrefix(l.Block.Text, "[") && strings.HasPrefix(rest, "]") {
		end++
	}
	r := policy.Range{Start: l.Block.Range.Start, End: l.Block.Range.Start + end}
	clauses := l.opens(r)
	if len(clauses) > 0 {
		h.Range, h.Clauses, h.Glued = r, clauses, true
	}
	return len(clauses) > 0
}

// opening is how far, behind its mark, a line begins with the heading words of clauses, set off from
// the text by a space; -1 where it does not, or where nothing follows them.
func (l *Line) opening(mark int) int {
	text := l.Block.Text
	end := l.headingFrom(mark, mark)
	for end > 0 {
		next := l.headingFrom(end, mark) // a heading may name several clauses
		if next <= end {
			break
		}
		end = next
	}
	if end <= mark || !strings.HasPrefix(text[end:], " ") {
		return -1
	}
	return end - mark
}

// headingFrom is where the heading words end that begin near an offset of a line, whose mark ends
// where it does; -1 where there are none.
func (l *Line) headingFrom(from, mark int) int {
	at, text := l.Block.Range.Start, l.Block.Text
	heading := rolesOfPhrases().heading
	out, longest := -1, mark+3*longHeading/2
	for i := 0; i < len(l.Units) && l.Units[i].Range.Start-at <= longest; i++ {
		for _, m := range l.Units[i].Matches {
			start, end := m.Start-at, m.End-at
			if heading[m.Phrase] == "" || end <= from || end > longest || start > from && isApart(text[from:start]) {
				continue
			}
			if end == len(text) || text[end] == ' ' || from > mark {
				out = max(out, end)
			}
		}
	}
	return out
}

// isApart reports whether what stands between the words of two clauses is too much for one heading.
func isApart(between string) bool {
	if joins(between) {
		return isLonger(between, 12)
	}
	return isLonger(between, 6)
}

// opens are the clauses that a heading in the line opens.
func (l *Line) opens(r policy.Range) []Clause {
	if r == l.Block.Range || len(l.clauses) == 0 {
		return l.clauses
	}
	return clausesOf(l, r)
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

// joins reports whether a text goes on with a second name: 및 위탁.
func joins(s string) bool {
	s = strings.TrimLeft(s, " ")
	for _, word := range [...]string{"및", "과 ", "와 ", "·", "ㆍ", "•", "∙", "・", ",", "/", "또는", "and ", "or ", "、", "及び", "("} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}
