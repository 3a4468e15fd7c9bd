package company

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	bullets = "-○●◯▶▷►■□◎※*•·◆◇★☆✓✔☞▪◦‣>→+"
	quotes  = "\"'“”‘’`´＂＇"
)

// trimBullet moves the start of a stretch over bullets, numbering, and space.
func (s *splitter) trimBullet(start, end int) int {
	for start < end {
		was := start
		start = s.trimLeft(start, end, " \n\t")
		if start == end {
			break
		}
		r := runeAt(s.text, start)
		next := start + runeLenAt(s.text, start)
		switch {
		case fewestBlanks(r) > 1 && strings.HasPrefix(s.text[start:end], strings.Repeat(string(r), fewestBlanks(r))):
			return start // ○○은행
		case isCircled(r), strings.ContainsRune(bullets, class(r)), r == 'ㆍ':
			start = next
		case (r == 'o' || r == 'ο' || r == 'ㅇ') && next < end && unicode.IsSpace(runeAt(s.text, next)) && next+1 < end && !unicode.Is(unicode.Latin, runeAt(s.text, next+1)):
			start = next
		default:
			if n, _ := s.number(start, end); n > 0 {
				rest := s.text[start:end]
				k := strings.IndexFunc(rest[1:], func(r rune) bool { return isStop(r) || class(r) == ')' }) + 1
				start += k + runeLenAt(rest, k)
			}
		}
		if start == was {
			break
		}
	}
	return start
}

func firstWord(t string) string {
	if i := strings.IndexFunc(t, unicode.IsSpace); i >= 0 {
		return t[:i]
	}
	return t
}

// trimRight moves the end of a stretch backwards over characters of a set, by class.
func (s *splitter) trimRight(start, end int, cut string) int {
	for start < end {
		r, n := utf8.DecodeLastRuneInString(s.text[start:end])
		if !strings.ContainsRune(cut, class(r)) {
			break
		}
		end -= n
	}
	return end
}

// mostNotes is how many brackets stand behind a name at the most.
const mostNotes = 5

// deepest is how deep brackets are read as lists of their own.
const deepest = 3

// entry reads one entry: a name with what stands around it.
func (s *splitter) entry(start, end int) {
	whole := span{start, end}
	var note Name
	start, end = s.trimAround(start, end)
	end = s.beforeContact(start, s.beforeAfter(start, end))
	if s.oneOf(start, end) {
		return
	}
	start = s.afterLabelInBrackets(start, end)
	start, end = s.trimAround(start, end)
	for range mostNotes {
		open := s.noteAt(start, end)
		if open < 0 {
			break
		}
		inner := strings.TrimSpace(s.text[open+runeLenAt(s.text, open) : end-lastLen(s.text[:end])])
		if open == start {
			s.inBrackets(span{start, end}, inner)
			return
		}
		head := strings.TrimSpace(s.outside(start, open))
		if k, _ := s.kind(head); (k == Category || s.words.nameLabels.has(squeeze(head))) && s.listed(open, end) {
			return
		}
		if !s.tailNote(inner) {
			notes := note.Note
			note.Note = inner
			note.addNote(notes)
		}
		start, end = s.trimAround(start, open)
	}
	end = s.beforeTask(start, end)
	if at := s.countryBehind(start, end); at > 0 {
		note.addNote(strings.TrimSpace(s.text[at:end]))
		start, end = s.trimAround(start, at)
	}
	s.add(start, end, note.Note, whole)
}

// beforeTask is where a name with its legal form ends behind which work is told: ㈜가람 배송업무.
func (s *splitter) beforeTask(start, end int) int {
	if FormAtStart(s.text[start:end]) == 0 {
		return end
	}
	fields := s.fieldsAt(start, end)
	n := len(fields)
	word := func() string { return squeeze(s.text[fields[n-1].start:fields[n-1].end]) }
	if n < 2 || s.words.taskBehind.suffix(word()) == "" {
		return end
	}
	for n--; n > 1 && s.words.tasks.has(word()); n-- {
	}
	if a, b := StripForms(s.text[start:fields[n-1].end]); a >= b {
		return end // ㈜ 가람운영
	}
	return fields[n-1].end
}

// countryBehind is where a country begins that stands behind a name with its legal form, or 0.
func (s *splitter) countryBehind(start, end int) int {
	at := strings.LastIndexByte(s.text[start:end], ' ')
	if at < 0 || !s.words.countries.has(squeeze(s.text[start+at:end])) || FormAtEnd(strings.TrimRight(s.text[start:start+at], " ,")) == 0 {
		return 0
	}
	return start + at
}

// beforeAfter is where a name ends behind which a label stands, or a number behind its legal form,
// which begins an address.
func (s *splitter) beforeAfter(start, end int) int {
	fields := s.fieldsAt(start, end)
	for i := 1; i < len(fields); i++ {
		f := fields[i]
		word := s.text[f.start:f.end]
		if i+1 < len(fields) && s.words.afterName.has(squeeze(strings.Trim(word, ".:"))) && (word != "for" || unicode.IsLower(runeAt(s.text, fields[i+1].start))) {
			return fields[i-1].end
		}
		if isDigit(rune(word[0])) && i+1 < len(fields) && strings.Trim(word, "0123456789-,") == "" && FormAtEnd(s.text[start:fields[i-1].end]) > 0 {
			s.mode = details
			return fields[i-1].end
		}
	}
	return end
}

func lastLen(t string) int {
	_, n := utf8.DecodeLastRuneInString(t)
	return n
}

// trimAround takes numbering, quotation marks and punctuation off both ends.
func (s *splitter) trimAround(start, end int) (int, int) {
	for {
		a, b := start, end
		start = s.trimBullet(start, end)
		start = s.trimLeft(start, end, quotes+" ,:·/|")
		end = s.trimRight(start, end, quotes+" ,:;·/|-*※☎\n\t")
		end = s.beforeStop(start, end)
		if a == start && b == end {
			return start, end
		}
	}
}

// beforeStop takes a full stop off the end that belongs to no abbreviation.
func (s *splitter) beforeStop(start, end int) int {
	t := s.text[start:end]
	if !strings.HasSuffix(t, ".") && !strings.HasSuffix(t, "。") {
		return end
	}
	n := lastLen(t)
	if n == 1 {
		word := t[strings.LastIndexAny(t, " ,")+1:]
		if FormAtEnd(t) > 0 && FormAtEnd(t[:len(t)-1]) > 0 && !strings.HasSuffix(t, "..") || len(word) <= 4 && unicode.Is(unicode.Latin, runeAt(word, 0)) && word != "." {
			return end
		}
	}
	return end - n
}

// noteAt is where the brackets open with which a stretch ends, or -1; those of a legal form are none.
func (s *splitter) noteAt(start, end int) int {
	if start == end || !isClosing(runeBefore(s.text, end)) || FormAtEnd(s.text[start:end]) > 0 {
		return -1
	}
	closing := end - lastLen(s.text[:end])
	for i := start; i < end; i = s.next(i, end) {
		if c, ok := s.closing[i]; ok && c == closing {
			return i
		}
	}
	return -1
}

// inBrackets reads an entry that stands in brackets as a whole.
func (s *splitter) inBrackets(at span, inner string) {
	tight := squeeze(inner)
	switch {
	case s.tailNote(inner):
	case s.words.slots.has(tight), isSlot(inner), strings.HasPrefix(s.text[at.start:], "{{"):
		s.append(Name{Start: at.start, End: at.end, Kind: Slot})
	default:
		open := runeLenAt(s.text, at.start)
		if s.isNote(inner) {
			if n := len(s.list.Names); n > 0 {
				s.list.Names[n-1].addNote(inner)
			}
			return
		}
		if s.depth < deepest {
			s.depth++
			s.pieces(at.start+open, at.end-lastLen(s.text[:at.end]))
			s.depth--
		}
	}
}

// isNote reports whether what stands in brackets of its own says something of a name, and is none.
func (s *splitter) isNote(inner string) bool {
	label, _, labelled := strings.Cut(inner, ":")
	if labelled && len(label) < 40 || countLetters(inner) == 0 {
		return true
	}
	for _, word := range strings.FieldsFunc(inner, func(r rune) bool { return strings.ContainsRune(" ,/()", class(r)) }) {
		if isContact(word) || s.words.countries.has(squeeze(word)) {
			return true
		}
	}
	return false
}

// listed reads the companies that stand in brackets behind a category, and reports whether there are any.
func (s *splitter) listed(open, end int) bool {
	from, to := open+runeLenAt(s.text, open), end-lastLen(s.text[:end])
	if s.depth == deepest || s.sentence(from, to) {
		return false
	}
	sub := &splitter{text: s.text, closing: s.closing, words: s.words, depth: s.depth + 1}
	sub.pieces(from, to)
	named := 0
	for _, n := range sub.list.Names {
		text := s.text[n.Start:n.End]
		if n.Kind != Company || s.words.countries.has(squeeze(text)) {
			return false
		}
		if len(sub.list.Names) == 1 && !sub.list.More && FormAtStart(text) == 0 && FormAtEnd(text) == 0 && hasLatin(text) {
			return false // 이동통신사(GASS): what they offer
		}
		named++
	}
	if named == 0 {
		return false
	}
	for _, n := range sub.list.Names {
		s.append(n)
	}
	s.list.More = s.list.More || sub.list.More
	s.list.Others = max(s.list.Others, sub.list.Others)
	s.total = max(s.total, sub.total)
	return true
}

// afterLabelInBrackets is where a name begins behind a bracket that is no part of it: [필수] 가람.
func (s *splitter) afterLabelInBrackets(start, end int) int {
	c, ok := s.closing[start]
	if !ok || c >= end || wholeFormAtStart(s.text[start:end]) > 0 {
		return start
	}
	after := s.trimLeft(c+runeLenAt(s.text, c), end, " ")
	inner := s.text[start+runeLenAt(s.text, start) : c]
	if after == end || isSlot(inner) || s.words.slots.has(squeeze(inner)) || class(runeAt(s.text, after)) == '(' {
		return start
	}
	return after
}

// oneOf reads the names in brackets of which the text behind them takes some: [가람, 나래] 중 한 곳.
func (s *splitter) oneOf(start, end int) bool {
	c, ok := s.closing[start]
	if !ok || c >= end || wholeFormAtStart(s.text[start:end]) > 0 {
		return false
	}
	after := c + runeLenAt(s.text, c)
	word := squeeze(firstWord(strings.TrimLeft(s.text[after:end], " ")))
	some := s.words.some.prefix(word)
	return some != "" && (some == word || !unicode.Is(unicode.Hangul, runeAt(some, 0))) && s.listed(start, after)
}

// beforeContact is where a name ends behind which a telephone number, an address of mail or of the
// web stands.
func (s *splitter) beforeContact(start, end int) int {
	for i, f := range s.fieldsAt(start, end) {
		word := s.text[f.start:f.end]
		if _, ok := s.closing[f.start]; ok || !isContact(word) || s.isNoted(f.start, f.end) {
			continue // a note, where it stands in brackets
		}
		if i == 0 {
			return start
		}
		cut := s.trimRight(start, f.start, " :,/☎")
		before := s.fieldsAt(start, cut)
		if n := len(before); n > 1 && s.words.detailLabels.has(squeeze(strings.Trim(s.text[before[n-1].start:before[n-1].end], ".:()"))) {
			cut = before[n-1].start
		}
		return s.trimRight(start, cut, " :,/☎")
	}
	return end
}

// isNoted reports whether a word is a name with a bracket right behind it: ㈜가람(help@example.com).
func (s *splitter) isNoted(start, end int) bool {
	for open := start + 1; open < end; open++ {
		if closing, ok := s.closing[open]; ok {
			return closing <= end && s.trimRight(start, end, " .,") >= closing && !isContact(s.text[start:open])
		}
	}
	return false
}

// isContact reports whether a word is a telephone number, an address of mail or of the web.
func isContact(word string) bool {
	word = strings.TrimLeft(word, "(☎")
	if at := strings.IndexByte(word, '@'); at > 0 && strings.IndexByte(word[at:], '.') > 0 {
		return true
	}
	if isURL(word) {
		return true
	}
	digits, other := 0, 0
	for _, r := range word {
		switch {
		case isDigit(r):
			digits++
		case !strings.ContainsRune("-+().~", class(r)):
			other++
		}
	}
	return digits >= 7 && other == 0
}

// append adds a name unless it is none of what it looks like.
func (s *splitter) append(n Name) {
	if len(s.list.Names) > 0 && s.list.Names[len(s.list.Names)-1].End > n.Start {
		return
	}
	s.list.Names = append(s.list.Names, n)
}
