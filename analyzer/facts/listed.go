package facts

import (
	"strings"

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

// paired finds lines of the form "name: task".
func (s *scope) paired() ElementFinding {
	var out ElementFinding
	for line := range s.own {
		l := &s.r.lines[line]
		text := l.Block.Text[l.mark.end:]
		n := strings.IndexByte(text, ':')
		if n <= 0 || l.Block.Cell != nil || l.ended || size(text[:n]) > longestName || !hasLetters(text[n:]) || isSlot(text[n+1:]) || len(l.clauses) > 0 || l.has(slotWords().label) || hasValue(text) {
			continue
		}
		out.Stated = StatedAll
		out.Places = append(out.Places, PlaceIn{s.r.page, l.Block.Range})
	}
	return out
}

// named finds a short line right before a telephone number or an address: the name of a person.
func (s *scope) named() ElementFinding {
	r := s.r
	for line := range s.own {
		l := &r.lines[line]
		if l.Block.Cell != nil || line+1 >= len(r.lines) || l.ended || l.size > longestName/2 || strings.ContainsAny(l.Block.Text, ":@0123456789") || isSlot(l.Block.Text) || len(l.clauses) > 0 {
			continue
		}
		if hasValue(r.lines[line+1].Block.Text) && r.lines[line+1].size < longHeading {
			return ElementFinding{StatedAll, []PlaceIn{{r.page, policy.Range{Start: l.Block.Range.Start, End: l.Block.Range.End}}}}
		}
	}
	return ElementFinding{}
}
