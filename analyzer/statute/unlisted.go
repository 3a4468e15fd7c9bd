package statute

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unlisted is a law that the catalogue does not have, whose name ends with the syllable at i: in quotes, or
// by a word that ends as the names of laws do, or before an article.
func (r *reader) unlisted(i, end int) (Found, bool) {
	f := Found{As: Unlisted}
	if start, ok := r.quoted(end); ok {
		f.Start = start
		return f, len(fold(r.text[start:end])) > 2
	}
	start := i
	for start > 0 && isLetterBefore(r.text, start) {
		start = r.previous(start)
	}
	word := r.text[start:end]
	long := strings.HasPrefix(r.text[i:], "법률") || strings.HasPrefix(r.text[i:], "法律")
	switch {
	case long && !endsWithAny(strings.TrimRightFunc(r.text[:i], isSpace), []string{"관한", "대한", "関する"}):
		return f, false
	case !long && utf8.RuneCountInString(word) < 3:
		return f, false
	case !long && !endsWithAny(word, r.data.Ending):
		if articles, _ := articlesAt(r.text, r.closed(end)); len(articles) == 0 {
			return f, false
		}
	}
	f.Start = start
	if long || isEnding(word, r.data.Ending) {
		f.Start = r.nameBegins(start)
	}
	return f, len(fold(r.text[f.Start:end])) > 3 || !long && !isEnding(word, r.data.Ending)
}

func isEnding(word string, endings []string) bool {
	for _, e := range endings {
		if word == e {
			return true
		}
	}
	return false
}

// quoted is where the quote opens that closes at end, or behind the level named there.
func (r *reader) quoted(end int) (start int, ok bool) {
	p := skip(r.text, end, "")
	if _, n := r.levelBehind(p); n > 0 {
		p = skip(r.text, p+n, "")
	}
	closing, _ := utf8.DecodeRuneInString(r.text[p:])
	if !strings.ContainsRune(r.data.Closing, closing) {
		return 0, false
	}
	from := max(0, end-180)
	for i := end; i > from; {
		ch, size := utf8.DecodeLastRuneInString(r.text[:i])
		if ch == '\n' || ch == closing {
			return 0, false
		}
		if strings.ContainsRune(r.data.Opening, ch) && ch != '(' && ch != '[' && ch != '（' && ch != '【' {
			return skip(r.text, i, ""), true
		}
		i -= size
	}
	return 0, false
}

// nameBegins is where a name of several words begins, the last of which stands at start.
func (r *reader) nameBegins(start int) int {
	for n := 0; n < 10; n++ {
		trimmed := strings.TrimRightFunc(r.text[:start], func(ch rune) bool { return isSpace(ch) || ch == '·' || ch == 'ㆍ' })
		if !isLetterBefore(trimmed, len(trimmed)) {
			break
		}
		from := len(trimmed)
		for from > 0 && isLetterBefore(trimmed, from) {
			from = r.previous(from)
		}
		word := trimmed[from:]
		if !isFunction(word) && endsWithAny(word, r.data.Begins) {
			break
		}
		start = from
	}
	for _, w := range [...]string{"및", "등", "와", "과"} { // they join names, and begin none
		if rest, ok := strings.CutPrefix(r.text[start:], w+" "); ok {
			start = len(r.text) - len(rest)
		}
	}
	return start
}

// isFunction reports whether a word stands within names though it ends like one before them.
func isFunction(word string) bool {
	for _, w := range [...]string{"등에", "등의", "등에서의", "에", "및"} {
		if word == w {
			return true
		}
	}
	return strings.HasSuffix(word, "에") && utf8.RuneCountInString(word) > 2
}

// previous is where the character before i begins.
func (r *reader) previous(i int) int {
	_, size := utf8.DecodeLastRuneInString(r.text[:i])
	return i - size
}

// isUpper reports whether a word begins with a capital.
func isUpper(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}
