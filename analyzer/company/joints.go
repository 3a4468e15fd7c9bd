package company

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// conjoined cuts a stretch at words that stand between two names: 및, and, 及び.
func (s *splitter) conjoined(start, end int) {
	if f := firstWord(s.text[start:end]); len(f) < end-start && s.isJoint(f) {
		start = s.trimLeft(start+len(f), end, " ") // Garam, Nuri, and Daon
	}
	from := start
	for i := start; i < end; {
		n, cut := s.joint(start, i, end)
		if n > 0 && from < cut && s.cuts(from, cut, i, i+n, s.nextJoint(i+n, end)) {
			s.dotted(from, cut)
			i += n
			from = i
			continue
		}
		i = s.next(i, end)
	}
	s.dotted(from, end)
}

// nextJoint is where the next joint begins, or the end.
func (s *splitter) nextJoint(start, end int) int {
	for i := start; i < end; i = s.next(i, end) {
		if n, cut := s.joint(start, i, end); n > 0 {
			return cut
		}
	}
	return end
}

// joint is the length of the word between two names that stands at i, or 0, and where the name before
// it ends.
func (s *splitter) joint(start, i, end int) (n, cut int) {
	if i == start {
		return 0, i
	}
	before := runeBefore(s.text, i)
	rest := s.text[i:end]
	r := runeAt(rest, 0)
	if class(before) == ' ' && (unicode.Is(unicode.Hangul, r) || r == 'a' || r == 'A' || r == 'o') {
		word := rest
		if k := strings.IndexFunc(rest, unicode.IsSpace); k >= 0 {
			word = rest[:k]
		}
		if s.isJoint(word) {
			return len(word), i
		}
	}
	if strings.HasPrefix(rest, "및") && (isClosing(before) || strings.HasPrefix(rest[len("및"):], " ")) {
		return len("및"), i
	}
	for _, w := range s.words.jointJapanese {
		if strings.HasPrefix(rest, w) {
			return len(w), i
		}
	}
	for _, w := range s.words.particles {
		if after, ok := strings.CutPrefix(rest, w); ok {
			k := len(after) - len(strings.TrimLeft(after, " "))
			if (k > 0 || w == "と") && agrees(before, w) && wholeFormAtStart(after[k:]) > 0 && s.hasForm(max(start, i-longStretch), i) {
				return len(w), i
			}
		}
	}
	return 0, i
}

// isJoint reports whether a word stands between two names.
func (s *splitter) isJoint(word string) bool {
	return s.words.jointKorean.has(word) || strings.EqualFold(word, "and") || word == "or"
}

// agrees reports whether a particle may stand behind a syllable: 과 behind one that ends in a
// consonant, 와 behind another.
func agrees(before rune, particle string) bool {
	if before < 0xAC00 || before > 0xD7A3 {
		return true
	}
	closed := (before-0xAC00)%28 != 0
	return particle != "와" && particle != "과" || closed == (particle == "과")
}

// longStretch is how many bytes a name with its notes has at the most.
const longStretch = 400

// cuts reports whether a joint stands between two names rather than within one, or between kinds.
func (s *splitter) cuts(from, cut, joint, next, end int) bool {
	a, b := s.trim(from, cut)
	c, d := s.trim(next, end)
	if a == b || c == d || b-a > longStretch || d-c > longStretch {
		return false
	}
	word := strings.ToLower(s.text[joint:next])
	if word == "and" || word == "or" {
		return s.cutsEnglish(a, b, c, d)
	}
	left, leftTask := s.kind(s.outside(a, b))
	right, rightTask := s.kind(s.outside(c, d))
	formed := s.hasForm(a, b)
	switch {
	case formed && !rightTask:
		return true
	case leftTask || rightTask:
		return false
	case s.hasBrackets(a, b):
		return true
	case left == Category:
		return right == Company && s.hasForm(c, d)
	case right == Category:
		return len(s.fieldsAt(a, b)) == 1
	}
	return !s.words.bodyEnds.has(squeeze(s.text[c:d])) && !s.words.bodyTopics.has(squeeze(s.text[c:d])) && s.size(a, b) > 1 && s.size(c, d) > 1
}

// cutsEnglish is cuts for "and". It stands in names, too: Gaon and Company.
func (s *splitter) cutsEnglish(a, b, c, d int) bool {
	if s.hasForm(a, b) || len(s.list.Names) > 0 && s.endsLine(d) {
		return true
	}
	left, right := s.fieldsAt(a, b), s.fieldsAt(c, d)
	if k, _ := s.kind(s.outside(a, b)); k == Category {
		return s.hasForm(c, d)
	}
	if k, _ := s.kind(s.outside(c, d)); k == Category {
		return true
	}
	if len(left) > 3 || len(right) > 3 || s.hasForm(c, d) && len(left) == 1 && len(right) <= 2 {
		return false
	}
	for _, f := range right {
		if s.words.bodyEnglish.has(squeeze(strings.Trim(s.text[f.start:f.end], ".,"))) {
			return false
		}
	}
	return unicode.IsUpper(runeAt(s.text, c)) || !unicode.Is(unicode.Latin, runeAt(s.text, c))
}

// endsLine reports whether nothing but a full stop or a bracket stands between a place and the end of
// its line.
func (s *splitter) endsLine(at int) bool {
	for at < len(s.text) && strings.IndexByte(" .)", s.text[at]) >= 0 {
		at++
	}
	return at == len(s.text) || s.text[at] == '\n'
}

func (s *splitter) hasBrackets(start, end int) bool {
	for i := start; i < end; i += runeLenAt(s.text, i) {
		if c, ok := s.closing[i]; ok && c < end && wholeFormAtStart(s.text[i:end]) == 0 {
			return true
		}
	}
	return false
}

// size is how many letters and digits a stretch has.
func (s *splitter) size(start, end int) int { return countLetters(s.text[start:end]) }

// dotted cuts a stretch at middle dots where each part looks like a name of its own.
func (s *splitter) dotted(start, end int) {
	start, end = s.trim(start, end)
	start = s.trimBullet(start, end)
	var parts []span
	from := start
	for i := start; i < end; {
		next := s.next(i, end)
		if r := runeAt(s.text, i); class(r) == '·' && i > start && next < end {
			parts = append(parts, span{from, i})
			from = next
		}
		i = next
	}
	parts = append(parts, span{from, end})
	if len(parts) == 1 || !s.areNames(parts) {
		parts = []span{{start, end}}
	}
	for _, p := range parts {
		s.spaced(p.start, p.end)
	}
}

// areNames reports whether parts between middle dots are names each, not words of one: 가람택배·나래택배,
// but 문화·예술진흥원.
func (s *splitter) areNames(parts []span) bool {
	if s.isEach(s.text[parts[0].start:parts[0].end]) {
		return false // 각 시·도 교육청
	}
	signs, categories, short := 0, 0, 0
	for i, p := range parts {
		text := strings.TrimSpace(s.outside(p.start, p.end))
		tight := squeeze(text)
		k, task := s.kind(text)
		switch {
		case utf8.RuneCountInString(tight) < 2 && len(parts) > 3 && short == 0:
			short++
		case utf8.RuneCountInString(tight) < 2, len(tight) == 3 && tight[1] == '&', task:
			return false
		case i < len(parts)-1 && s.single(p.end-len(s.wordBefore(p.start, p.end)), p.end):
			return false // 상급학교 및 전·편입교
		case i > 0 && isKana(runeAt(text, 0)) && !s.hasForm(p.start, p.end):
			return false
		case k == Category:
			categories++
		}
		if last := i == len(parts)-1; !last && (s.hasForm(p.start, p.end) || hasLatin(tight) || s.endsAsName(tight)) {
			signs++
		}
	}
	if categories == len(parts) {
		return false
	}
	last := parts[len(parts)-1]
	tight := squeeze(s.outside(last.start, last.end))
	if s.words.bodyEnds.has(tight) || s.words.bodyTopics.has(tight) {
		return false
	}
	return signs > 0 || s.hasForm(last.start, last.end) || s.words.bodyEnds.suffix(tight) == "" || s.words.bodySigns.suffix(tight) != ""
}

// endsAsName reports whether a part ends as names of companies or bodies do, and is more than that end.
func (s *splitter) endsAsName(tight string) bool {
	end := s.words.bodyEnds.suffix(tight)
	if sign := s.words.bodySigns.suffix(tight); len(sign) > len(end) {
		end = sign
	}
	return end != "" && utf8.RuneCountInString(tight)-utf8.RuneCountInString(end) >= 2
}

func isKana(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }

func hasLatin(t string) bool {
	return strings.ContainsFunc(t, func(r rune) bool { return unicode.Is(unicode.Latin, r) || isDigit(r) })
}
