package statute

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// short are names of so few letters that they stand within other words.
const short = 4

// glued are names so long that a word may be glued to their front.
const glued = 10

// atSyllable reads the law whose name ends with the syllable at i.
func (r *reader) atSyllable(i int) int {
	end, isLaw := r.anchor(i)
	if end == 0 {
		return i
	}
	if level, ok := r.levelAt(i); ok {
		return r.levelAlone(i, level)
	}
	if !r.endsHere(end) {
		return i
	}
	if f, ok := r.exact(end); ok {
		return r.add(r.finish(f, end))
	}
	if !isLaw {
		return i
	}
	if f, ok := r.back(i, end); ok {
		return r.add(f)
	}
	if endsWithAny(r.text[:end], r.data.Nolaw) || endsWithWord(r.text[:end], r.data.Words) {
		return i
	}
	f, ok := r.misspelt(end)
	if !ok {
		f, ok = r.unlisted(i, end)
	}
	if !ok {
		return i
	}
	return r.add(r.finish(f, end))
}

// anchor is the end of the syllables at i with which the name of a law or of a notification may end; 0
// where none stands there.
func (r *reader) anchor(i int) (end int, isLaw bool) {
	rest := r.text[i:]
	switch {
	case strings.HasPrefix(rest, "법률"):
		return i + len("법률"), true
	case strings.HasPrefix(rest, "法律"):
		return i + len("法律"), true
	case strings.HasPrefix(rest, "법"), strings.HasPrefix(rest, "法"):
		return i + len("법"), true
	case strings.HasPrefix(rest, "기준"), strings.HasPrefix(rest, "지침"):
		return i + len("기준"), false
	case strings.HasPrefix(rest, "시행령"), strings.HasPrefix(rest, "시행규칙"), strings.HasPrefix(rest, "施行"):
		return i + len("시행"), false
	}
	return 0, false
}

// endsHere reports whether a name may end at end: no other noun and no longer name goes on.
func (r *reader) endsHere(end int) bool {
	rest := r.text[end:]
	first, size := utf8.DecodeRuneInString(rest)
	switch {
	case size == 0 || !unicode.IsLetter(first):
	case unicode.Is(unicode.Hangul, first):
		if _, ok := startsWithAny(rest, r.data.Behind); !ok {
			return false
		}
	case unicode.Is(unicode.Han, first):
		if !strings.ContainsRune("第施上等及又並同", first) {
			return false
		}
	}
	_, farther := startsWithAny(strings.Map(dropSpace, rest[:min(len(rest), 40)]), r.data.Farther)
	return !farther
}

// dropSpace drops white space and quotes, for strings.Map.
func dropSpace(r rune) rune {
	if isSpace(r) || strings.ContainsRune("」』”’>》〉｣\"'", r) {
		return -1
	}
	return r
}

// exact is the longest name of the catalogue that ends at end.
func (r *reader) exact(end int) (Found, bool) {
	var found *name
	start, count, listed := 0, 0, false
	at := r.known.ends
	for i := end; i > 0; {
		ch, size := utf8.DecodeLastRuneInString(r.text[:i])
		i -= size
		l, ok := letter(ch)
		if !ok {
			if !isWithin(ch) {
				break
			}
			listed = listed || strings.ContainsRune(",，、/\n", ch)
			continue
		}
		if at = at.next[l]; at == nil {
			break
		}
		count++
		if at.name != nil && r.beginsAt(i, count) && (!listed || count >= glued) {
			found, start = at.name, i
		}
	}
	if found == nil {
		return Found{}, false
	}
	f := r.named(found, start)
	if f.As == Official && r.text[start:end] != found.law.Name {
		f.As = Spaced
	}
	return f, true
}

// isWithin reports whether a sign may stand within the name of a law.
func isWithin(r rune) bool {
	return isSpace(r) || r == '\n' || strings.ContainsRune("·ㆍᆞ･・‧∙•⋅․,，、/「」『』“”‘’<>《》〈〉｢｣\"'-\u00ad\u200b", r)
}

// named is a law of the catalogue that is named from start on.
func (r *reader) named(n *name, start int) Found {
	f := Found{Start: start, ID: n.law.ID, Official: n.law.Name, As: n.form, Level: n.law.level()}
	before := strings.TrimRightFunc(r.text[max(0, start-40):start], func(ch rune) bool {
		return isSpace(ch) || strings.ContainsRune("「『“‘<《〈｢\"'", ch)
	})
	f.Past = endsWithWord(before, r.data.Past)
	if endsWithWord(before, r.data.Foreign) {
		f.ID, f.Official, f.Foreign = "", "", true
	}
	return f
}

// beginsAt reports whether a name of so many letters may begin at i.
func (r *reader) beginsAt(i, letters int) bool {
	switch {
	case !isLetterBefore(r.text, i), letters >= glued:
		return true
	case letters <= short:
		return false
	}
	before := r.text[max(0, i-24):i]
	if endsWithAny(before, r.data.Foreign) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return endsWithAny(before, r.data.Before) || unicode.Is(unicode.Hiragana, last) || unicode.In(last, unicode.Han) && unicode.Is(unicode.Han, r.runeAt(i))
}

func (r *reader) runeAt(i int) rune {
	ch, _ := utf8.DecodeRuneInString(r.text[i:])
	return ch
}

// finish reads what stands behind a name: its level, quotes, an abbreviation, articles.
func (r *reader) finish(f Found, end int) Found {
	f.NameEnd, f.End = end, end
	p := r.closed(end)
	if level, n := r.levelBehind(p); n > 0 {
		f.Level, f.NameEnd = level, p+n
		p = r.closed(p + n)
	}
	f.End = max(f.NameEnd, r.behindQuotes(f.NameEnd))
	if n := r.abbreviated(p); n > 0 {
		p = r.closed(p + n)
	}
	if articles, to := articlesAt(r.text, p); len(articles) > 0 {
		f.Articles, f.End = articles, to
	}
	return f
}

// closed is behind the spaces, quotes and brackets that may close a name.
func (r *reader) closed(i int) int { return skip(r.text, i, r.data.Closing+"\"')]") }

// behindQuotes is behind the quotes that close a name, without spaces.
func (r *reader) behindQuotes(i int) int {
	for i < len(r.text) {
		ch, size := utf8.DecodeRuneInString(r.text[i:])
		if !strings.ContainsRune(r.data.Closing, ch) {
			break
		}
		i += size
	}
	return i
}

// levelBehind is the level that is named at i, and how many bytes it takes.
func (r *reader) levelBehind(i int) (Level, int) {
	if w, ok := startsWithAny(r.text[i:], r.data.Decree); ok {
		return Decree, len(w)
	}
	if w, ok := startsWithAny(r.text[i:], r.data.Rule); ok {
		return Rule, len(w)
	}
	return Act, 0
}

func (r *reader) levelAt(i int) (Level, bool) {
	level, n := r.levelBehind(i)
	return level, n > 0
}

// abbreviated is how many bytes at i say how the law is called from here on: (이하 “법”이라 한다). 법
// alone then stands for it.
func (r *reader) abbreviated(i int) int {
	rest := r.text[i:]
	open := strings.IndexAny(rest[:min(len(rest), 4)], "(（")
	if open < 0 && !strings.HasPrefix(rest, "이라") && !strings.HasPrefix(rest, "라") {
		return 0
	}
	end := strings.IndexAny(rest[:min(len(rest), 120)], ")）\n")
	if end < 0 || rest[end] == '\n' {
		return 0
	}
	said := rest[:end]
	switch {
	case open < 0 && !endsWithAny(strings.TrimRight(said, ". "), []string{"한다", "함", "합니다", "칭한다", "칭합니다"}):
		return 0
	case open >= 0 && !strings.Contains(said, "이하"):
		return 0
	case open >= 0 && strings.Contains(strings.Map(dropSpace, said), "법"):
		_, size := utf8.DecodeRuneInString(rest[end:])
		name := string(fold(said[strings.Index(said, "이하")+len("이하"):]))
		if rest := strings.TrimPrefix(name, "법"); name != rest && (rest == "" || strings.HasPrefix(rest, "이라")) {
			r.bare = len(r.out) + 1
			return end + size
		}
		return 0 // a short name, read as one
	}
	_, size := utf8.DecodeRuneInString(rest[end:])
	return end + size
}
