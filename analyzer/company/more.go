package company

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joined reads a piece that may hold several names without a comma: it cuts off what marks the list
// as incomplete, then cuts at words and dots between names.
func (s *splitter) joined(start, end int) {
	start, end = s.trim(start, end)
	if start, end = s.withoutMore(s.trimBullet(start, end), end); start < end {
		s.conjoined(start, end)
	}
}

// withoutMore cuts from a piece what says that the list goes on: 등 3개 업체, 외 2개사, 기타, etc. What is
// left behind 기타 is an entry only where it has a name, or where the list has nothing else.
func (s *splitter) withoutMore(start, end int) (int, int) {
	whole, before := start, s.behindOther(start, end)
	if before > start {
		s.list.More = true
		start = before
	}
	fields := s.fieldsAt(start, end)
	for i, f := range fields {
		word := squeeze(s.text[f.start:f.end])
		if at, ok := s.moreAt(fields, i, word, start); ok {
			s.markMore(s.text[at:end])
			end = s.trimRight(start, at, " ,")
			break
		}
	}
	if before > whole && start < end && s.kindOf(start, end) == Category {
		s.rest = append(s.rest, Name{Start: whole, End: end, Kind: Category})
		return end, end
	}
	return start, end
}

// moreAt is where a word begins, or the end of one, that marks the list as incomplete.
func (s *splitter) moreAt(fields []span, i int, word string, start int) (int, bool) {
	f := fields[i]
	bare := strings.TrimRight(word, ".,")
	mark, _ := cutCount(word)
	switch {
	case s.words.moreBehind.has(word), s.words.moreBehind.has(bare) && bare != "", mark != word && s.words.moreBehind.has(mark):
		if first := i == 0; first && mark == word && len(fields) > 1 && word != "외" {
			return 0, false
		}
		return f.start, true
	case s.startsEnglish(f.start):
		return f.start, i > 0
	}
	at := s.attached(f, len(fields) == i+1)
	return at, at > 0 && at > start
}

// attached is where 등 or the like stands at the end of a word, or 0.
func (s *splitter) attached(f span, last bool) int {
	text := s.text[f.start:f.end]
	for i := range text {
		if _, ok := s.closing[f.start+i]; ok && i > 0 {
			text = text[:i]
			break
		}
	}
	if i := strings.IndexFunc(text, unicode.IsDigit); i > 0 {
		if mark, n := cutCount(squeeze(text)); n > 0 && s.words.moreBehind.suffix(mark) != "" {
			head := s.withoutMark(text[:i])
			if countLetters(head) >= 2 {
				return f.start + len(head)
			}
		}
	}
	if head, ok := strings.CutSuffix(text, "외"); ok && !last && countLetters(head) >= 2 {
		if rest := strings.TrimLeft(s.text[f.end:], " "); rest != "" && isDigit(runeAt(rest, 0)) {
			return f.start + len(head)
		}
	}
	text = strings.TrimRight(text, ".")
	head := s.withoutMark(text)
	if head == text || countLetters(head) < 2 || strings.HasSuffix(text, "외") || s.words.moreNot.suffix(squeeze(text)) != "" {
		return 0
	}
	if len(s.list.Names) > 0 || countLetters(head) >= 4 || s.hasForm(f.start, f.end) || isClosing(runeBefore(head, len(head))) {
		return f.start + len(head)
	}
	return 0
}

// withoutMark cuts 등 or the like from the end of a word; Latin ones and dots are words of their own.
func (s *splitter) withoutMark(word string) string {
	mark := s.words.moreBehind.suffix(word)
	if mark == "" || mark[0] < utf8.RuneSelf || mark == "…" {
		return word
	}
	return word[:len(word)-len(mark)]
}

// startsEnglish reports whether a phrase such as "and others" begins at i.
func (s *splitter) startsEnglish(i int) bool {
	for _, p := range s.words.moreEnglish {
		if n := i + len(p); n <= len(s.text) && strings.EqualFold(s.text[i:n], p) && (n == len(s.text) || !unicode.IsLetter(runeAt(s.text, n))) {
			return true
		}
	}
	rest, ok := strings.CutPrefix(strings.ToLower(s.text[i:min(len(s.text), i+24)]), "and ")
	if !ok {
		return false
	}
	_, rest, _ = strings.Cut(rest, " ")
	return strings.HasPrefix(rest, "other") || strings.HasPrefix(rest, "more")
}

// markMore notes that the list goes on, and how many there are where the mark says so.
func (s *splitter) markMore(mark string) {
	s.list.More = true
	mark = squeeze(mark)
	total := strings.HasPrefix(mark, "등") || strings.HasPrefix(mark, "等") || strings.HasPrefix(mark, "など")
	if _, n := cutCount(mark); n > 0 && !total {
		s.list.Others = n
	} else if n > 0 {
		s.total = n
	}
}

// cutCount cuts the first number from a squeezed text, with what counts behind it: 외 and 3 of 외3개사.
func cutCount(t string) (before string, n int) {
	i := strings.IndexFunc(t, isDigit)
	if i < 0 {
		return t, 0
	}
	rest := t[i:]
	for len(rest) > 0 && isDigit(rune(rest[0])) && n < 1000 {
		n = 10*n + int(rest[0]-'0')
		rest = rest[1:]
	}
	if rest != "" && vocabulary().counters.prefix(rest) == "" {
		return t, 0
	}
	return t[:i], n
}

// behindOther is where a piece goes on behind 기타 or the like; its start if it has none.
func (s *splitter) behindOther(start, end int) int {
	fields := s.fieldsAt(start, end)
	at := start
	for n := 1; n <= 2 && n <= len(fields); n++ {
		if s.words.moreBefore.has(squeeze(s.text[start:fields[n-1].end])) {
			at = fields[n-1].end
		}
	}
	if word := s.words.moreBefore.prefix(squeeze(s.text[start:end])); at == start && word != "" && !hasLatin(word) && strings.HasPrefix(s.text[start:end], word) && s.kindOf(start, end) == Category {
		at = start + len(word)
	}
	return s.trimLeft(at, end, " ")
}

// tailNote reports whether a note says no more than that the list goes on.
func (s *splitter) tailNote(note string) bool {
	tight := squeeze(note)
	if s.isLink(note) {
		s.list.More = true
		return true
	}
	mark, n := cutCount(tight)
	switch {
	case s.words.moreBehind.has(tight), n > 0 && s.words.moreBehind.has(mark):
		s.markMore(note)
		return true
	case n > 0 && mark == "총":
		s.total = n
		s.list.More = true
		return true
	}
	return false
}

// isLink reports whether a text leads to a list that stands elsewhere: 자세히 보기, 판매자 리스트.
func (s *splitter) isLink(text string) bool {
	const around = "[]()<>+-.:*# "
	text = strings.Trim(text, around)
	if s.words.links.has(squeeze(text)) {
		return true
	}
	fields := strings.Fields(text)
	return len(fields) > 1 && len(fields) <= 4 && !hasLatin(fields[len(fields)-1]) && s.words.links.has(squeeze(fields[len(fields)-1]))
}
