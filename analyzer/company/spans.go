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
		if r := runeAt(s.text, i); endsWord(r) && (next == end || !goesOn(runeAt(s.text, next))) {
			from := max(start, next-longLatin)
			if len(out) > 0 && out[len(out)-1].end < next {
				from = max(from, out[len(out)-1].end) // (주)AB is no AB
			}
			if n := forms().latinAtEnd(s.text[from:next]); n > 0 && s.hasName(from, next-n) {
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

// goesOn reports whether a Latin word goes on with a character.
func goesOn(r rune) bool { return endsWord(r) || unicode.IsDigit(r) || r == '&' || r == '+' }

// endsWord reports whether a character may be the last one of a Latin legal form.
func endsWord(r rune) bool {
	return r < unicode.MaxLatin1 && unicode.IsLetter(r) || r == '.' || r == 'ü'
}

// hasForm reports whether a legal form stands in a stretch.
func (s *splitter) hasForm(start, end int) bool { return len(s.formsIn(start, end)) > 0 }

// A side is on which side of its name a form stands.
type side uint8

const (
	middle side = iota // of one name, or not to be told
	front
	behind
)

// formed is a stretch with legal forms in it.
type formed struct {
	forms []span
	named []bool // whether letters stand before each form, behind the one before it, and behind the last
}

// spaced cuts a stretch where legal forms tell that several names stand in it: ㈜가람 ㈜나래.
func (s *splitter) spaced(start, end int) {
	f := formed{forms: s.formsIn(start, end)}
	at := start
	for _, form := range f.forms {
		f.named = append(f.named, s.hasName(at, form.start))
		at = form.end
	}
	f.named = append(f.named, s.hasName(at, end))

	from, named := start, false // whether letters or a form's name stand between from and the form
	for k, form := range f.forms {
		named = named || f.named[k]
		switch s.side(f, k) {
		case front:
			if named {
				s.lead(from, form.start, k > 0 && f.forms[k-1].start >= from)
				from, named = form.start, false
			}
		case behind:
			if k+1 < len(f.forms) && f.named[k+1] && s.side(f, k+1) == behind {
				s.entry(from, form.end)
				from, named = form.end, false
			}
		}
	}
	s.entry(from, end)
}

// lead reads what stands before a name with a form: another name, or a word for what it is.
func (s *splitter) lead(start, end int, hasForm bool) {
	if !hasForm {
		if k, task := s.kind(strings.TrimSpace(s.outside(start, end))); task || k == Category || s.words.nameLabels.has(squeeze(s.text[start:end])) {
			return
		}
	}
	s.entry(start, end)
}

// side tells on which side of its name a form stands, by what it is written together with, and by
// the first and last ones of the stretch.
func (s *splitter) side(f formed, k int) side {
	form, last := f.forms[k], len(f.forms)-1
	if r := runeBefore(s.text, form.end); r < unicode.MaxLatin1 && (unicode.IsLetter(r) || r == '.') {
		return behind
	}
	left := isNameRune(runeBefore(s.text, form.start)) && (f.named[k] || form.start == 0)
	right := form.end < len(s.text) && isNameRune(runeAt(s.text, form.end)) && f.named[k+1]
	switch {
	case right && !left:
		return front
	case left && !right:
		return behind
	case k > 0 && !f.named[k]:
		return front // behind a form that ends the name before it
	case k < last && f.named[k] && !f.named[k+1]:
		return behind
	case !f.named[0]:
		return front
	case !f.named[last+1]:
		return behind
	}
	return middle
}

func isNameRune(r rune) bool {
	return r != utf8.RuneError && (isLetter(r) || unicode.IsDigit(r)) || isClosing(r)
}

// hasName reports whether letters stand in a stretch outside brackets.
func (s *splitter) hasName(start, end int) bool {
	for i := start; i < end; i = s.next(i, end) {
		if r := runeAt(s.text, i); isLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// countLetters is how many letters and digits a text has.
func countLetters(t string) int {
	n := 0
	for _, r := range t {
		if isLetter(r) || unicode.IsDigit(r) {
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
