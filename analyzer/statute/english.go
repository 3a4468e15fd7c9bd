package statute

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dropped are words that make no difference to a name in English.
var dropped = []string{"the", "a", "an", "and", "etc"}

// A token is a word of a text, folded.
type token struct {
	word       string
	start, end int
}

// tokens are the words between two places, without those that make no difference.
func tokens(text string, from, to int) []token {
	var out []token
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(text[i:to])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += size
			continue
		}
		start := i
		for i < to && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			i += size
			r, size = utf8.DecodeRuneInString(text[i:to])
		}
		word := strings.ToLower(text[start:i])
		if slices.Contains(dropped, word) {
			continue
		}
		if len(word) > 3 && !strings.HasSuffix(word, "ss") {
			word = strings.TrimSuffix(word, "s")
		}
		out = append(out, token{word, start, i})
	}
	return out
}

func wordsOf(s string) []string {
	var out []string
	for _, t := range tokens(s, 0, len(s)) {
		out = append(out, t.word)
	}
	return out
}

// around is how far the name of a law may reach from its word Act, in bytes.
const around = 160

// atWord reads the law in whose name the word at i stands.
func (r *reader) atWord(i int) int {
	word, ok := startsWithAny(r.text[i:], []string{"Act", "Code", "Law", "ACT", "LAW"})
	end := i + len(word)
	if !ok || isLetterBefore(r.text, i) || end < len(r.text) && isASCIILetter(r.text[end]) {
		return i
	}
	from, to := max(0, i-around), min(len(r.text), i+around)
	if n := strings.LastIndexByte(r.text[from:i], '\n'); n >= 0 {
		from += n + 1
	}
	if n := strings.IndexByte(r.text[i:to], '\n'); n >= 0 {
		to = i + n
	}
	if last := r.last(); last != nil {
		from = max(from, last.End)
	}
	all := tokens(r.text, from, to)
	anchor := slices.IndexFunc(all, func(t token) bool { return t.start == i })
	if anchor < 0 {
		return i // cut by the edge
	}
	if f, ok := r.english(all, anchor); ok {
		return r.add(r.finishEnglish(f, from))
	}
	if f, ok := r.theAct(i, end, from); ok {
		return r.add(f)
	}
	if f, ok := r.unlistedEnglish(all, anchor); ok {
		return r.add(r.finishEnglish(f, from))
	}
	return i
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// english is the longest name of the catalogue in which a word stands.
func (r *reader) english(all []token, anchor int) (Found, bool) {
	for start := max(0, anchor-r.known.longest); start <= anchor; start++ {
		at, found, last := r.known.english, (*name)(nil), 0
		for j := start; j < len(all) && at.next[all[j].word] != nil; j++ {
			if at = at.next[all[j].word]; at.name != nil && j >= anchor {
				found, last = at.name, j
			}
		}
		if found != nil {
			f := r.named(found, all[start].start)
			f.NameEnd = all[last].end
			if start > 0 && slices.Contains(r.data.Foreign, r.text[all[start-1].start:all[start-1].end]) {
				f.ID, f.Official, f.Foreign = "", "", true
			}
			return f, true
		}
	}
	return Found{}, false
}

// theAct points back: Article 28-4 of the Act.
func (r *reader) theAct(i, end, from int) (Found, bool) {
	if !strings.HasSuffix(strings.ToLower(strings.TrimRight(r.text[from:i], " ")), "the") || r.last() == nil {
		return Found{}, false
	}
	to := r.meant(i)
	f := Found{Start: i, NameEnd: end, ID: to.ID, Official: to.Official, As: Reference, Past: to.Past, Foreign: to.Foreign}
	f = r.finishEnglish(f, from)
	return f, len(f.Articles) > 0
}

// unlistedEnglish is a law that the catalogue does not have: words in capitals before Act.
func (r *reader) unlistedEnglish(all []token, anchor int) (Found, bool) {
	start := anchor
	for j := anchor - 1; j >= 0; j-- {
		word := r.text[all[j].start:all[j].end]
		if between := r.text[all[j].end:all[j+1].start]; strings.ContainsAny(between, ".;:()") {
			break
		}
		if isUpper(word) {
			start = j
		} else if !slices.Contains(r.data.Small, word) {
			break
		}
	}
	f := Found{Start: all[start].start, NameEnd: all[anchor].end, As: Unlisted}
	f.Foreign = slices.Contains(r.data.Foreign, r.text[all[start].start:all[start].end])
	return f, anchor-start > 1 && r.text[all[anchor].start:all[anchor].end] == "Act"
}

var (
	enforcement = regexp.MustCompile(`(?i)enforcement\s+(decree|rule|regulation)s?\s+(?:of|to|for)\s+(?:the\s+)?["'「『“‘<｢]?\s*$`)
	before      = regexp.MustCompile(`(?i)\b(?:articles?|art\.)\s*([\d\s(),&~-]+?(?:(?:and|or|to|paragraphs?|subparagraphs?|item)\s*[\d\s(),&~-]+?)*)\s*(?:of|in|under)\s+(?:the\s+)?["'「『“‘<｢]?\s*$`)
	behind      = regexp.MustCompile(`(?i)^(?:,?\s*etc\.?)?["'」』”’>｣\s,(]*\b(?:articles?|art\.)\s*(\d[\d\s(),&~-]*?(?:(?:and|or|to|paragraphs?)\s*[\d\s(),&~-]+?)*)(?:[^\d\s(&~-]|$)`)
	titled      = regexp.MustCompile(`\([^()]*[A-Za-z][^()]*\)`)
	number      = regexp.MustCompile(`(?i)(paragraphs?\s*)?(\d{1,3})(?:-(\d{1,2}))?(?:\s*\((\d{1,2})\))?|\((\d{1,2})\)`)
)

// finishEnglish reads the articles and the level that stand before and behind a name, no farther back
// than from.
func (r *reader) finishEnglish(f Found, from int) Found {
	lead := blankTitles(r.text[from:f.Start])
	if m := enforcement.FindStringSubmatchIndex(lead); m != nil {
		f.Level = Decree
		if lead[m[2]]|0x20 == 'r' {
			f.Level = Rule
		}
		f.Start = from + m[0]
		lead = lead[:m[0]]
	}
	f.End = r.behindQuotes(f.NameEnd)
	if m := before.FindStringSubmatchIndex(lead); m != nil {
		if f.Articles = numbers(lead[m[2]:m[3]], from+m[2]); len(f.Articles) > 0 {
			f.Articles[0].Start = from + m[0]
		}
		return f
	}
	to := min(len(r.text), f.NameEnd+80)
	for to < len(r.text) && !utf8.RuneStart(r.text[to]) {
		to++
	}
	line, _, _ := strings.Cut(r.text[f.NameEnd:to], "\n")
	line = blankTitles(line)
	if m := behind.FindStringSubmatchIndex(line); m != nil && !strings.HasPrefix(strings.TrimLeft(line[m[3]:], " "), "of ") {
		f.Articles = numbers(line[m[2]:m[3]], f.NameEnd+m[2])
		f.End = max(f.End, f.NameEnd+m[3])
		return f
	}
	if articles, end := articlesAt(r.text, r.closed(f.NameEnd)); len(articles) > 0 { // Personal Information Protection Act 제15조
		f.Articles, f.End = articles, end
	}
	return f
}

// blankTitles blanks the titles in brackets behind articles, without moving anything: 35 (Access to …).
func blankTitles(s string) string {
	return titled.ReplaceAllStringFunc(s, func(t string) string {
		if strings.Contains(strings.ToLower(t), "article") {
			return t
		}
		return strings.Repeat(" ", len(t))
	})
}

// numbers are the articles in a list of numbers: 35 (4) and 37 (2).
func numbers(s string, at int) []Article {
	var out []Article
	for _, m := range number.FindAllStringSubmatchIndex(s, -1) {
		n := func(group int) int {
			if m[2*group] < 0 {
				return 0
			}
			v, _ := strconv.Atoi(s[m[2*group]:m[2*group+1]])
			return v
		}
		a := Article{Number: n(2), Sub: n(3), Paragraph: n(4), Start: at + m[0], End: at + m[1]}
		if last := len(out) - 1; last >= 0 && (a.Number == 0 || m[2] >= 0) {
			a.Number, a.Sub, a.Paragraph = out[last].Number, out[last].Sub, max(n(5), n(2))
			if m[2] >= 0 && out[last].Paragraph == 0 { // Article 15, paragraph 1
				out[last].Paragraph, out[last].End = a.Paragraph, a.End
				continue
			}
		}
		if a.Number > 0 {
			out = append(out, a)
		}
	}
	return out
}
