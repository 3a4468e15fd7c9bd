package company

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A span is a stretch of the text.
type span struct{ start, end int }

// formsIn are the legal forms in a stretch, in order. Forms within brackets count where the brackets
// are their own.
func (s *splitter) formsIn(start, end int) []span {
	var out []span
	for i := start; i < end; {
		if n := wholeFormAtStart(s.text[i:end]); n > 0 {
			out = append(out, span{i, i + n})
			i += n
			continue
		}
		next := s.next(i, end)
		if r := runeAt(s.text, i); endsWord(r) && (next == end || !endsWord(runeAt(s.text, next))) {
			from := max(start, next-longLatin)
			if n := forms().latinAtEnd(s.text[from:next]); n > 0 && (n < next-from || from == start) {
				out = withLatin(out, span{next - n, next})
			}
		}
		i = next
	}
	return out
}

// longLatin is how many bytes a Latin form has at the most.
const longLatin = 40

// withLatin appends a Latin form, in place of its own first parts: Co., then Co., Ltd.
func withLatin(out []span, f span) []span {
	for len(out) > 0 && out[len(out)-1].end > f.start {
		out = out[:len(out)-1]
	}
	return append(out, f)
}

// endsWord reports whether a character may be the last one of a Latin legal form.
func endsWord(r rune) bool {
	return r < unicode.MaxLatin1 && unicode.IsLetter(r) || r == '.' || r == 'ü'
}

// hasForm reports whether a legal form stands in a stretch.
func (s *splitter) hasForm(start, end int) bool { return len(s.formsIn(start, end)) > 0 }

// spaced cuts a stretch where legal forms tell that several names stand in it: ㈜가람 ㈜나래.
func (s *splitter) spaced(start, end int) {
	forms := s.formsIn(start, end)
	from := start
	for k, f := range forms {
		switch s.role(forms, k, start, end) {
		case prefix:
			if s.hasName(forms, from, f.start) {
				s.lead(from, f.start)
				from = f.start
			}
		case suffix:
			if k+1 < len(forms) && s.hasName(forms, f.end, forms[k+1].start) && s.role(forms, k+1, start, end) == suffix {
				s.entry(from, f.end)
				from = f.end
			}
		}
	}
	s.entry(from, end)
}

// lead reads what stands before a name with a form: another name, or a word for what it is.
func (s *splitter) lead(start, end int) {
	if !s.hasForm(start, end) {
		if k, task := s.kind(strings.TrimSpace(s.outside(start, end))); task || k == Category || s.words.nameLabels.has(squeeze(s.text[start:end])) {
			return
		}
	}
	s.entry(start, end)
}

// role is on which side of its name a form stands.
type role uint8

const (
	middle role = iota
	prefix
	suffix
)

func (s *splitter) role(forms []span, k, start, end int) role {
	f := forms[k]
	if r := runeBefore(s.text, f.end); r < unicode.MaxLatin1 && (unicode.IsLetter(r) || r == '.') {
		return suffix
	}
	left := s.hasName(forms, start, f.start) && f.start > start && !unicode.IsSpace(runeBefore(s.text, f.start))
	right := f.end < end && s.isNameAt(f.end)
	switch {
	case right && !left:
		return prefix
	case left && !right:
		return suffix
	}
	// Between two names, or apart from both: as the first form of the stretch, or the last.
	first := !s.hasName(forms, start, forms[0].start)
	last := !s.hasName(forms, forms[len(forms)-1].end, end)
	switch {
	case k > 0 && !s.hasName(forms, forms[k-1].end, f.start):
		return prefix // behind a form that ends the name before it
	case k+1 < len(forms) && s.hasName(forms, start, f.start) && !s.hasName(forms, f.end, forms[k+1].start):
		return suffix
	case first:
		return prefix
	case last:
		return suffix
	}
	return middle
}

// isNameAt reports whether a name may go on at i.
func (s *splitter) isNameAt(i int) bool {
	r := runeAt(s.text, i)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// hasName reports whether letters stand in a stretch outside brackets and forms.
func (s *splitter) hasName(forms []span, start, end int) bool {
	for i := start; i < end; {
		skipped := false
		for _, f := range forms {
			if f.start == i {
				i, skipped = f.end, true
			}
		}
		if skipped {
			continue
		}
		if r := runeAt(s.text, i); unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
		i = s.next(i, end)
	}
	return false
}

// countLetters is how many letters and digits a text has.
func countLetters(t string) int {
	n := 0
	for _, r := range t {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// fieldsAt are the words of a stretch, brackets being parts of words.
func (s *splitter) fieldsAt(start, end int) []span {
	var out []span
	from := -1
	for i := start; i < end; {
		next := s.next(i, end)
		switch r := runeAt(s.text, i); {
		case unicode.IsSpace(r) && next-i <= utf8.UTFMax:
			if from >= 0 {
				out = append(out, span{from, i})
			}
			from = -1
		case from < 0:
			from = i
		}
		i = next
	}
	if from >= 0 {
		out = append(out, span{from, end})
	}
	return out
}
