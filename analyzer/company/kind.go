package company

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	longName  = 60 // characters of a name at the most
	mostWords = 10 // of English ones; Korean ones have half as many
)

// add adds what is left of an entry, if it is one.
func (s *splitter) add(start, end int, note string, whole span) {
	text := s.text[start:end]
	tight := squeeze(text)
	n := Name{Start: start, End: end, Note: note}
	switch {
	case s.saysNobody(tight):
		n.Kind = None
	case !strings.ContainsFunc(text, isLetter):
		if n, ok := s.blank(whole); ok {
			s.append(n)
		}
		return
	case isSlot(text), s.words.slots.has(tight):
		n.Kind = Slot
	case s.isLink(text) && !s.formed(text):
		s.list.More = true
		return
	case s.words.countries.has(tight), s.words.regions.suffix(tight) != "" && !s.formed(text):
		if k := len(s.list.Names); k > 0 && s.list.Names[k-1].Note == "" {
			s.list.Names[k-1].Note = text
		}
		return
	case isCount(tight), s.words.same.has(tight), s.words.detailLabels.has(tight):
		return
	case s.isAddress(text):
		s.mode = details
		return
	default:
		k, task := s.kind(s.outside(start, end))
		if task {
			return
		}
		n.Kind = k
		if k == Company && !s.isName(text) {
			return
		}
	}
	s.append(n)
}

// saysNobody reports whether a squeezed text says that there is nobody.
func (s *splitter) saysNobody(tight string) bool {
	tight = strings.TrimRight(tight, ".")
	return s.words.none.has(tight) || len(tight) < len("수탁업체가현재없음음음") && s.words.noneEnds.suffix(tight) != ""
}

// blank is the entry that a stretch without letters is: a dash for nobody, or signs for letters to come.
func (s *splitter) blank(at span) (Name, bool) {
	a, b := s.trim(at.start, at.end)
	text := s.text[a:b]
	switch {
	case isSlot(text) && countLetters(text) == 0:
		return Name{Start: a, End: b, Kind: Slot}, true
	case text != "" && strings.Trim(text, "-–—―－−×") == "" && utf8.RuneCountInString(text) <= 3 && a == s.firstOf(a) && b == s.endOf(b):
		return Name{Start: a, End: b, Kind: None}, true
	}
	return Name{}, false
}

// firstOf and endOf are where the text begins and ends if there is only space between.
func (s *splitter) firstOf(at int) int {
	if strings.TrimSpace(s.text[:at]) == "" {
		return at
	}
	return -1
}

func (s *splitter) endOf(at int) int {
	if strings.TrimSpace(s.text[at:]) == "" {
		return at
	}
	return -1
}

// isCount reports whether a squeezed text only counts: 총 3개사.
func isCount(tight string) bool {
	before, n := cutCount(tight)
	return n > 0 && (before == "" || before == "총" || before == "約" || before == "약") && strings.IndexFunc(tight, unicode.IsLetter) >= 0 && len(tight) < 20
}

// isAddress reports whether a text has the form of a street address: 가람로 12, 12 Garam Street.
func (s *splitter) isAddress(t string) bool {
	words := strings.Fields(t)
	number, town := false, false
	for i, w := range words {
		if isHouse(w) {
			number = true
			if town && i > 0 && s.words.streets.suffix(squeeze(words[i-1])) != "" {
				return true
			}
		}
		town = town || s.words.towns.suffix(squeeze(w)) != ""
	}
	if !number {
		return false
	}
	for _, w := range words {
		if s.words.streetsEnglish.has(squeeze(strings.Trim(w, ".,"))) {
			return true
		}
	}
	return false
}

// isHouse reports whether a word is the number of a house: 12, 12-3, 12번지.
func isHouse(word string) bool {
	word = strings.TrimRight(word, ",번지호")
	return word != "" && strings.Trim(word, "0123456789-") == "" && isDigit(rune(word[0]))
}

// isName reports whether a text may be a name.
func (s *splitter) isName(t string) bool {
	if utf8.RuneCountInString(t) > longName || strings.ContainsAny(t, "@{}$") || isURL(t) {
		return false
	}
	words := 0
	for _, w := range strings.Fields(t) {
		words += 2
		if w[0] < utf8.RuneSelf {
			words--
		}
	}
	return words <= mostWords
}

func (s *splitter) formed(t string) bool { return FormAtStart(t) > 0 || FormAtEnd(t) > 0 }

// kindOf is the kind of what stands in a stretch, brackets left out.
func (s *splitter) kindOf(start, end int) Kind {
	k, _ := s.kind(strings.TrimSpace(s.outside(start, end)))
	return k
}

// kind is the kind of a text, and whether it tells work rather than who does it.
func (s *splitter) kind(t string) (k Kind, task bool) {
	t = strings.TrimSpace(t)
	if s.formed(t) {
		a, b := StripForms(t)
		if isSlot(t[a:b]) {
			return Slot, false
		}
		return Company, false
	}
	folded := fold(t)
	fields := strings.Fields(folded)
	if len(fields) == 0 {
		return Company, false
	}
	tight := strings.Join(fields, "")
	if k, task, all := s.alike(folded); all {
		return k, task
	}
	switch {
	case isSlot(t), s.words.slots.has(tight):
		return Slot, false
	case s.saysNobody(tight):
		return None, false
	case s.isCategory(t, tight, fields):
		return Category, false
	case s.words.tasks.has(tight), len(fields) > 1 && s.words.taskEnds.has(fields[len(fields)-1]):
		return Company, true
	}
	return Company, false
}

// alike is the kind of a folded text in whose parts, between dots or joints, nobody is named: 카드사 및
// 은행, 배송·결제.
func (s *splitter) alike(folded string) (k Kind, task, all bool) {
	var parts []string
	from := 0
	for i, f := range strings.Fields(folded) {
		if i > 0 && s.isJoint(f) {
			at := from + strings.Index(folded[from:], " "+f+" ")
			if at >= from {
				parts = append(parts, folded[from:at])
				from = at + len(f) + 2
			}
		}
	}
	parts = append(parts, folded[from:])
	if len(parts) == 1 {
		parts = strings.Split(folded, "·")
	}
	if len(parts) == 1 {
		return 0, false, false
	}
	task, all = true, true
	for _, part := range parts {
		k, t := s.kind(part)
		task = task && t
		all = all && k == Category
	}
	if task {
		return Company, true, true
	}
	return Category, false, all
}

// isCategory reports whether a text stands for companies of a kind.
func (s *splitter) isCategory(t, tight string, fields []string) bool {
	w := s.words
	last := fields[len(fields)-1]
	if r := runeAt(last, 0); r < utf8.RuneSelf && unicode.IsLetter(r) && unicode.IsLetter(runeBefore(last, len(last))) && runeBefore(last, len(last)) < utf8.RuneSelf {
		if !w.categoryAlone.has(tight) && !w.categoryEnds.has(tight) {
			return s.isEnglishCategory(t, fields)
		}
	}
	single, _ := strings.CutSuffix(last, "들")
	if w.categoryEnds.suffix(single) != "" || endsInCount(single, len(fields) > 1) {
		return true
	}
	if s.isEach(t) {
		return true
	}
	word := w.categoryAlone.suffix(single)
	if word == "" {
		return false
	}
	if single == word && (len(fields) == 1 || w.modifiers.has(fields[0]) || w.modifiers.has(fields[len(fields)-2])) {
		return true
	}
	if head := strings.TrimSuffix(single, word); head != "" && w.modifiers.has(head) {
		return true
	}
	for _, f := range fields[:len(fields)-1] {
		if w.clauses.suffix(f) != "" {
			return single == word
		}
	}
	return false
}

// isEach reports whether a text begins with a word for each of some: 각 대학, 해당 병원.
func (s *splitter) isEach(t string) bool {
	for _, each := range s.words.each {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(t, " "), each); ok && (strings.HasPrefix(rest, " ") || each == "各" && rest != "") {
			return true
		}
	}
	return false
}

// endsInCount reports whether a word counts companies of a kind: 이동통신3사.
func endsInCount(word string, more bool) bool {
	head, ok := strings.CutSuffix(word, "사")
	return ok && head != "" && isDigit(runeBefore(head, len(head))) && (more || utf8.RuneCountInString(head) > 1)
}

// isEnglishCategory is isCategory for a text that ends in a Latin word.
func (s *splitter) isEnglishCategory(t string, fields []string) bool {
	w := s.words
	last := fields[len(fields)-1]
	if len(fields) > 1 && w.english.has(fields[len(fields)-2]+last) {
		last = fields[len(fields)-2] + last
	}
	switch {
	case w.plural.has(last):
		return true
	case !w.english.has(last):
		return false
	case len(fields) == 1:
		return true
	}
	return strings.ToLower(t) == t || w.englishModifiers.has(fields[0]) && len(fields) == 2
}

// fewestBlanks is how many of a sign in a row stand for letters that are to come, or 0.
func fewestBlanks(r rune) int {
	switch r {
	case '○', '◯', '〇', '△', '□', '●', 'ㅇ', 'O', 'X', 'Ｏ', '_':
		return 2
	case '*':
		return 3
	}
	return 0
}

// isSlot reports whether a text is a name, or a part of one, that is to be filled in: ○○○, OO택배.
func isSlot(t string) bool {
	for i := 0; i < len(t); {
		r, n := utf8.DecodeRuneInString(t[i:])
		least := fewestBlanks(r)
		if least == 0 {
			i += n
			continue
		}
		from, count := i, 0
		for i < len(t) && runeAt(t, i) == r {
			i += n
			count++
		}
		if count < least {
			continue
		}
		if !isLatinWord(r) {
			return true
		}
		before, after := runeBefore(t, from), rune(' ')
		if i < len(t) {
			after = runeAt(t, i)
		}
		if from > 0 && (isLatinWord(before) || isDigit(before)) || isLatinWord(after) || isDigit(after) {
			continue
		}
		if count >= 3 || unicode.Is(unicode.Hangul, after) || from > 0 && isClosing(before) || before == '㈜' {
			return true
		}
	}
	return false
}

func isLatinWord(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }
