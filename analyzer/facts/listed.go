package facts

import (
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// What stands in lists without any word that labels it is told by its form.

// own calls yield for each line of the body in a section of the clause.
func (s *scope) own(yield func(line int) bool) {
	for line := range s.r.lines {
		if s.r.body[line] == Own && s.r.owner(line, s.clause) == owned && !yield(line) {
			return
		}
	}
}

// longestName is how long the name of a company or person in a list is at most, by [size].
const longestName = 24

// named finds what is shorter than a sentence right before a telephone number or an address, in its
// line or in the one before: the name of a person.
func (s *scope) named() ElementFinding {
	r := s.r
	for line := range s.own {
		l := &r.lines[line]
		text := l.Block.Text
		if at, ok := s.besides(line); ok && l.cell == nil {
			return ElementFinding{Stated: StatedAll, Places: []PlaceIn{{r.page, at}}}
		}
		value := line + 1
		if hasValue(text) {
			value, text = line, beforeValue(text)
		}
		if l.cell != nil || value >= len(r.lines) || l.ended || size(text) > longestName/2 || strings.ContainsAny(text, ":@0123456789") || isSlot(text) || len(l.clauses) > 0 {
			continue
		}
		if m, ok := l.find(elementWords()[Officer]["contact"].said); ok && m.Start < l.Block.Range.Start+len(text) {
			continue // 전화 02-0000-0000
		}
		if v := &r.lines[value]; hasValue(v.Block.Text) && v.size < longHeading {
			at := policy.Range{Start: l.Block.Range.Start, End: l.Block.Range.Start + len(text)}
			return ElementFinding{Stated: StatedAll, Places: []PlaceIn{{r.page, at}}}
		}
	}
	return ElementFinding{}
}

// besides reports whether more than labels stands before the first number or address of a line: maybe
// the name of a person.
func (s *scope) besides(line int) (before policy.Range, ok bool) {
	l := &s.r.lines[line]
	text := l.Block.Text
	if !hasValue(text) || within(l.clauses, Remedies) || len(date.Find(text)) > 0 {
		return before, false
	}
	n := len(beforeValue(text))
	if word := strings.LastIndexAny(text[:n], " :：("); word >= 0 && strings.Contains(text[word+1:word+1+len(firstWord(text[word+1:]))], "@") {
		n = word // letters and digits of an address
	}
	before = policy.Range{Start: l.Block.Range.Start, End: l.Block.Range.Start + len(strings.TrimRight(text[:n], " ,(/·"))}
	letters := countLetters(s.r.doc.TextOf(before))
	w := elementWords()[Officer]["contact"]
	for j := range l.Units {
		for _, m := range l.Units[j].Matches {
			if (m.Phrase == w.said || m.Phrase == w.label) && m.End <= before.End {
				letters -= countLetters(s.r.doc.Visible[m.Start:m.End])
				if m.End == before.End && m.Start > before.Start {
					before.End = before.Start + len(strings.TrimRight(s.r.doc.Visible[before.Start:m.Start], " ,(/·"))
				}
			}
		}
	}
	const shortestName = 3
	return before, letters >= shortestName
}

// firstWord is a text up to its first space.
func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func countLetters(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}

// beforeValue is what stands before the first number or address of a line.
func beforeValue(text string) string {
	n := strings.IndexAny(text, "@0123456789")
	if n >= 0 && text[n] == '@' {
		n = strings.LastIndexByte(text[:n], ' ')
	}
	return strings.TrimRight(text[:max(n, 0)], " ,(/·")
}

// reached finds the number or address of the officer, without a word that labels it, in a line that
// is none of an outside body.
func (s *scope) reached() ElementFinding {
	if s.clause != Officer {
		return ElementFinding{}
	}
	for line := range s.own {
		l := &s.r.lines[line]
		n := telephone(l.Block.Text)
		if n < 0 || l.ended || l.size > longHeading || len(date.Find(l.Block.Text)) > 0 || within(l.clauses, Remedies) {
			continue
		}
		at := l.Block.Range.Start + n
		return ElementFinding{Stated: StatedAll, Places: []PlaceIn{{s.r.page, policy.Range{Start: at, End: l.Block.Range.End}}}}
	}
	return ElementFinding{}
}

// telephone is where a number of the form 02-000-0000 begins in a text, or -1.
func telephone(text string) int {
	for i := 0; i < len(text); i++ {
		if text[i] != '0' && text[i] != '1' || i > 0 && ('0' <= text[i-1] && text[i-1] <= '9' || text[i-1] == '-') {
			continue
		}
		n, count, parts := i, 0, 1
		for ; n < len(text); n++ {
			switch c := text[n]; {
			case '0' <= c && c <= '9':
				count++
				continue
			case (c == '-' || c == '.' || c == ')') && n > i && '0' <= text[n-1] && text[n-1] <= '9':
				parts++
				continue
			}
			break
		}
		if count >= 8 && count <= 11 && (parts == 3 && text[i] == '0' || parts == 2 && text[i] == '1') {
			return i
		}
	}
	return -1
}
