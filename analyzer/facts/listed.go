package facts

import "strings"

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

// paired finds lines of the form "name: task", and in them the one or the other.
func (s *scope) paired(task bool) ElementFinding {
	var out ElementFinding
	for line := range s.own {
		l := &s.r.lines[line]
		text := l.Block.Text[l.mark.end:]
		n := strings.IndexByte(text, ':')
		if n <= 0 || l.cell != nil || l.ended || size(text[:n]) > longestName || !hasLetters(text[n:]) || isSlot(text[n+1:]) || len(l.clauses) > 0 || l.has(slotWords().label) || hasValue(text) {
			continue
		}
		out.Stated = StatedAll
		at := l.part(l.mark.end, l.mark.end+n)
		if task {
			at.Start, at.End = l.Block.Range.End-len(strings.TrimLeft(text[n+1:], " ")), l.Block.Range.End
		}
		out.Places = append(out.Places, PlaceIn{s.r.page, at})
	}
	return out
}

// named finds what is shorter than a sentence right before a telephone number or an address, in its
// line or in the one before: the name of a person.
func (s *scope) named() ElementFinding {
	r := s.r
	for line := range s.own {
		l := &r.lines[line]
		text := l.Block.Text
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
			return ElementFinding{StatedAll, []PlaceIn{{r.page, l.part(0, len(text))}}}
		}
	}
	return ElementFinding{}
}

// beforeValue is what stands before the first number or address of a line.
func beforeValue(text string) string {
	n := strings.IndexAny(text, "@0123456789")
	if n >= 0 && text[n] == '@' {
		n = strings.LastIndexByte(text[:n], ' ')
	}
	return strings.TrimRight(text[:max(n, 0)], " ,(/·")
}
