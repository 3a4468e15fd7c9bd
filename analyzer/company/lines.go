package company

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mode is what the pieces of a line are that have no label of their own.
type mode uint8

const (
	names   mode = iota
	details      // behind a label such as 주소
	tasks        // behind the name and a divider: 가람로지스: 배송, 포장
)

// lines reads the text line by line. A break between brackets ends no line.
func (s *splitter) lines() {
	start, skip, address := 0, false, false
	for i := 0; i <= len(s.text); {
		if i < len(s.text) && s.text[i] != '\n' {
			i = s.next(i, len(s.text))
			continue
		}
		a, b := s.trim(start, i)
		i++
		start = i
		if a == b || skip && s.divider(a, b) < 0 {
			skip = skip && a == b
			continue
		}
		s.mode = names
		if s.isAddress(s.text[a:b]) {
			address = true
			continue
		}
		if address && !s.hasForm(a, b) && s.trimBullet(a, b) == a {
			continue // it goes on
		}
		s.line(a, b)
		skip = s.mode == details && s.endsInColon(a, b)
	}
}

// next is the offset behind the character at i, or behind the brackets that open there.
func (s *splitter) next(i, end int) int {
	if c, ok := s.closing[i]; ok && c < end {
		i = c
	}
	return i + runeLenAt(s.text, i)
}

func (s *splitter) endsInColon(start, end int) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[start:end])
	return class(r) == ':'
}

// line reads one line without space around it.
func (s *splitter) line(start, end int) {
	if n, ok := s.blank(span{start, end}); ok && n.Kind == None {
		s.append(n)
		return
	}
	if s.noteOnly(start, end) || s.sentence(start, end) {
		return
	}
	for start < end {
		next := s.nextItem(start, end)
		s.pieces(start, next)
		start = next
	}
}

// noteOnly takes a line that is one bracket as a note to the name before it.
func (s *splitter) noteOnly(start, end int) bool {
	c, ok := s.closing[start]
	if !ok || len(s.list.Names) == 0 || strings.Trim(s.text[c+runeLenAt(s.text, c):end], " )）]") != "" || FormAtStart(s.text[start:end]) > 0 {
		return false
	}
	inner := strings.TrimSpace(s.text[start+runeLenAt(s.text, start) : c])
	if s.text[start] == '[' || isSlot(inner) || s.words.slots.has(squeeze(inner)) {
		return false
	}
	last := &s.list.Names[len(s.list.Names)-1]
	if s.tailNote(inner) {
		return true
	}
	last.addNote(inner)
	return true
}

func (n *Name) addNote(note string) {
	if n.Note != "" && note != "" {
		n.Note += ", "
	}
	n.Note += note
}

// sentence reports whether a line is a sentence. One that says that there is nobody is an entry.
func (s *splitter) sentence(start, end int) bool {
	flat := s.outside(start, end)
	tight := strings.TrimRight(squeeze(flat), ".。")
	if s.saysNobody(strings.Trim(tight, "-*·•※○")) {
		return false // read as an entry
	}
	for _, w := range s.words.sentenceWithin {
		if strings.Contains(tight, w) {
			return true
		}
	}
	fields := strings.Fields(fold(flat))
	if last := flat[strings.LastIndexByte(flat, ',')+1:]; len(strings.Fields(last)) >= 3 && s.words.sentenceEnds.suffix(tight) != "" {
		return true
	}
	if len(fields) < 4 {
		return false
	}
	for _, f := range strings.Fields(flat) { // in lower case as written: Will & Garam is a name
		if s.words.sentenceEnglish.has(strings.Trim(f, ".,;:'\"")) && unicode.IsLower(runeAt(f, 0)) {
			return true
		}
	}
	return false
}

// outside is a stretch without what stands in brackets.
func (s *splitter) outside(start, end int) string {
	from := start
	var b strings.Builder
	for i := start; i < end; {
		next := s.next(i, end)
		if next-i > utf8.UTFMax { // brackets
			b.WriteString(s.text[from:i])
			b.WriteByte(' ')
			from = next
		}
		i = next
	}
	if from == start {
		return s.text[start:end]
	}
	b.WriteString(s.text[from:end])
	return b.String()
}

// nextItem is where the next numbered item of a line begins that starts with the first, or its end:
// 1. 가람 2. 나래, ① 가람 ② 나래, (1) 가람 (2) 나래.
func (s *splitter) nextItem(start, end int) int {
	n, style := s.number(start, end)
	bullet := rune(-1) // that the line begins with
	if r := runeAt(s.text, start); strings.ContainsRune(bullets, class(r)) && class(r) != '-' && start+utf8.RuneLen(r) < end && !strings.ContainsRune("○◯□△", runeAt(s.text, start+utf8.RuneLen(r))) {
		bullet = r
	}
	for i := start; i < end; i += runeLenAt(s.text, i) {
		if i == start {
			continue
		}
		r, _ := utf8.DecodeRuneInString(s.text[i:])
		if isCircled(r) {
			return i
		}
		before, _ := utf8.DecodeLastRuneInString(s.text[:i])
		if r == bullet && class(before) == ' ' {
			return i
		}
		if n == 0 || !unicode.IsSpace(before) && before != ',' || !(unicode.IsNumber(r) || class(r) == '(' || '가' <= r && r <= '하') {
			continue
		}
		if m, other := s.number(i, end); m == n+1 && other == style {
			return i
		}
	}
	return end
}

// letters are those by which Korean items are counted.
var letters = [...]rune{'가', '나', '다', '라', '마', '바', '사', '아', '자', '차', '카', '타', '파', '하'}

// number is the number with which a stretch begins and how it is written: the sign behind it, or
// both brackets; 0 if there is none.
func (s *splitter) number(start, end int) (n int, style string) {
	t := s.text[start:end]
	if r, size := utf8.DecodeRuneInString(t); class(r) == '(' {
		style, t = "(", t[size:]
	}
	i := 0
	for k := 0; k < 3 && i < len(t); k++ {
		r, size := utf8.DecodeRuneInString(t[i:])
		if r >= '０' && r <= '９' {
			r -= '０' - '0'
		}
		if !isDigit(r) {
			break
		}
		n, i = 10*n+int(r-'0'), i+size
	}
	if r, size := utf8.DecodeRuneInString(t); i == 0 && 'Ⅰ' <= r && r <= 'Ⅻ' {
		n, i = int(r-'Ⅰ')+1, size
	} else if i == 0 {
		for k, l := range letters {
			if r == l {
				n, i, style = k+1, size, style+"가"
			}
		}
	}
	if i == 0 || n == 0 {
		return 0, ""
	}
	sign, size := utf8.DecodeRuneInString(t[i:])
	after, _ := utf8.DecodeRuneInString(t[min(len(t), i+size):])
	switch {
	case style == "(가" && FormAtStart(s.text[start:end]) > 0:
		return 0, ""
	case class(sign) == ')':
		return n, style + ")"
	case isStop(sign) && style == "" && !isDigit(after), isStop(sign) && style == "가" && unicode.IsSpace(after):
		return n, style + "."
	}
	return 0, ""
}

func isStop(r rune) bool { return r == '.' || r == '．' }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isCircled reports whether a character is a number in a circle or the like.
func isCircled(r rune) bool {
	return '①' <= r && r <= '\u24ff' || '❶' <= r && r <= '➓' || '㉠' <= r && r <= '㉻'
}
