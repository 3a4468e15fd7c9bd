package company

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pieces cuts an item at commas, slashes and the like, and reads each piece.
func (s *splitter) pieces(start, end int) {
	from := s.trimBullet(start, end)
	for i := from; i < end; {
		if n := s.comma(from, i, end); n > 0 {
			s.piece(from, i)
			if r := class(runeAt(s.text, i)); r == ';' || r == '|' {
				s.mode = names
			}
			i += n
			from = i
			continue
		}
		i = s.next(i, end)
	}
	s.piece(from, end)
}

func runeAt(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

func runeBefore(s string, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

// comma is the length of the separator at i, or 0; the piece before it begins at from.
func (s *splitter) comma(from, i, end int) int {
	r := runeAt(s.text, i)
	n := utf8.RuneLen(r)
	if r == utf8.RuneError || n < 0 {
		return 0
	}
	after := i + n
	switch class(r) {
	case ';', '|', '、', '\t':
		return n
	case ',':
		switch {
		case after < end && isDigit(runeBefore(s.text, i)) && isDigit(runeAt(s.text, after)):
			return 0 // 1,000
		case s.continuesForm(from, i, after, end), s.single(from, i) && after < end && !unicode.IsSpace(runeAt(s.text, after)):
			return 0 // 초,중학교
		}
		return n
	case '/':
		if s.slash(from, i, after, end) {
			return n
		}
	}
	return 0
}

// continuesForm reports whether a legal form stands behind a comma and goes with the name before it:
// Garam Co., Ltd., Garam, Inc.
func (s *splitter) continuesForm(from, at, after, end int) bool {
	if strings.TrimSpace(s.text[from:at]) == "" {
		return false
	}
	rest := strings.TrimLeft(s.text[after:end], " ")
	word := rest
	if i := strings.IndexFunc(rest, endsFormWord); i >= 0 {
		word = rest[:i]
	}
	// Of several parts, S.A. or Public Benefit Corporation, the last ones tell.
	for n := len(word); n > 0 && n <= len(rest); {
		if FormAtEnd(rest[:n]) == n && !isExact(rest[:n]) {
			return true
		}
		if forms().afterComma[rest[:n]] {
			next := strings.TrimLeft(rest[n:], " .")
			return next == "" || !unicode.IsLetter(runeAt(next, 0))
		}
		more := strings.IndexFunc(rest[n:], func(r rune) bool { return !isJoint(r) })
		if more < 0 || n > 30 {
			return false
		}
		n += more
		i := strings.IndexFunc(rest[n:], endsFormWord)
		if i == 0 {
			return false
		}
		if i < 0 {
			i = len(rest) - n
		}
		n += i
	}
	return false
}

// endsFormWord reports whether a character ends a part of a Latin legal form.
func endsFormWord(r rune) bool {
	return isJoint(r) || isOpening(r) || r == '\n' || r > unicode.MaxLatin1 || class(r) == '·'
}

// isExact reports whether a form is one of those that may be the first word of a name, too.
func isExact(form string) bool {
	for _, f := range forms().exact[runeBefore(form, len(form))] {
		if f == form {
			return true
		}
	}
	return false
}

// single reports whether a stretch is one syllable.
func (s *splitter) single(start, end int) bool {
	t := strings.TrimSpace(s.text[start:end])
	r, n := utf8.DecodeRuneInString(t)
	return n == len(t) && unicode.Is(unicode.Hangul, r)
}

// slash reports whether a slash separates names. It does not in A/S, 24/7, URLs, and before a
// single syllable.
func (s *splitter) slash(from, i, after, end int) bool {
	if after >= end || i <= from {
		return i <= from || after >= end
	}
	before, next := runeBefore(s.text, i), runeAt(s.text, after)
	switch {
	case next == '/' || before == '/' || before == ':' || isDigit(before) && isDigit(next):
		return false
	case isURL(s.text[max(from, i-longStretch):i]):
		return false
	}
	left := s.wordBefore(from, i)
	right := s.wordAfter(after, end)
	if unicode.IsSpace(before) && unicode.IsSpace(next) {
		return true
	}
	return utf8.RuneCountInString(left) > 1 && utf8.RuneCountInString(right) > 1
}

func isURL(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "www.")
}

// wordBefore is the word with which a stretch ends, without separators.
func (s *splitter) wordBefore(start, end int) string {
	t := strings.TrimRight(s.text[start:end], " ")
	if i := strings.LastIndexFunc(t, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",/·、", class(r)) }); i >= 0 {
		_, n := utf8.DecodeRuneInString(t[i:])
		t = t[i+n:]
	}
	return t
}

// wordAfter is the word with which a stretch begins.
func (s *splitter) wordAfter(start, end int) string {
	t := strings.TrimLeft(s.text[start:end], " ")
	if i := strings.IndexFunc(t, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",/·、", class(r)) }); i >= 0 {
		t = t[:i]
	}
	return t
}

// piece reads what stands between two separators: a label and its value, or names.
func (s *splitter) piece(start, end int) {
	start, end = s.trim(start, end)
	if start == end {
		return
	}
	at := s.divider(start, end)
	if at < 0 {
		if s.mode == names || s.mode == tasks && s.hasForm(start, end) {
			s.mode = names
			s.joined(s.afterLabel(start, end), end)
		}
		return
	}
	if end, ok := s.beforeDetail(start, at); ok {
		s.mode = names
		s.joined(start, end)
		s.mode = details
		return
	}
	value := at + runeLenAt(s.text, at)
	switch s.label(start, at, value, end) {
	case details:
		s.mode = details
	case tasks:
		s.mode = names
		s.joined(start, at)
		s.mode = tasks
	default:
		s.mode = names
		s.piece(value, end)
	}
}

// beforeDetail is where a name with its legal form ends behind which the label of a detail stands, in
// front of its colon: Garam, Inc. Contact: …
func (s *splitter) beforeDetail(start, at int) (int, bool) {
	fields := s.fieldsAt(start, at)
	n := len(fields) - 1
	if n < 1 || !s.words.detailLabels.has(squeeze(s.text[fields[n].start:fields[n].end])) || !s.hasForm(start, fields[n].start) {
		return 0, false
	}
	return fields[n].start, true
}

// afterLabel is where a name begins behind a label without a colon: 수탁자 가람로지스.
func (s *splitter) afterLabel(start, end int) int {
	fields := s.fieldsAt(start, end)
	for n := min(3, len(fields)-1); n > 0; n-- {
		label := squeeze(s.text[start:fields[n-1].end])
		if s.words.nameLabels.has(label) && utf8.RuneCountInString(label) > 2 && !s.saysNobody(squeeze(s.text[start:end])) {
			return fields[n].start
		}
	}
	return start
}

// divider is where the sign stands that divides a label from its value, or a name from its task, or -1.
func (s *splitter) divider(start, end int) int {
	for i := start; i < end; i = s.next(i, end) {
		r := runeAt(s.text, i)
		n := utf8.RuneLen(r)
		if n < 0 || i == start {
			continue
		}
		before, after := runeBefore(s.text, i), ' '
		if i+n < end {
			after = runeAt(s.text, i+n)
		}
		switch class(r) {
		case ':':
			if !(isDigit(before) && isDigit(after)) && after != '/' && !isURL(s.text[max(start, i-longStretch):i]) {
				return i
			}
		case '-':
			if class(before) == ' ' && class(after) == ' ' || r == '—' {
				return i
			}
		case '→', '⇒', '▶', '▷':
			return i
		}
	}
	return -1
}

// label tells what stands before a divider: names, where the value is what names; details, where it
// is not to be read; tasks, where the names stand before it.
func (s *splitter) label(start, at, value, end int) mode {
	w := s.words
	text := s.outside(start, at)
	if countLetters(text) == 0 {
		text = s.text[start:at] // [가람로지스]: 배송
	}
	left := squeeze(strings.Trim(text, " -○●▶■·*※[]「」()<>"))
	right := squeeze(s.outside(value, end))
	switch {
	case w.detailLabels.has(left), w.detailEnds.suffix(left) != "":
		return details
	case w.nameLabels.has(left), left == "", len(w.nameLabels.suffix(left)) > len("수탁"):
		return names
	case s.hasForm(start, at):
		return tasks
	case w.tasks.has(left), s.hasForm(value, end):
		return names
	case s.kindOf(start, at) == Category:
		if s.hasBrackets(start, at) {
			return tasks // 택배사(가람택배, 나래택배): 상품 배송
		}
		return names
	case (w.taskEnds.suffix(left) != "" || w.taskBefore.suffix(left) != "") && !w.tasks.has(right) && w.taskEnds.suffix(right) == "":
		return names
	}
	return tasks
}
