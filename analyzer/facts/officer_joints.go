package facts

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// joints are where spaces were put into a text, in order.
type joints []int

// plain is how many bytes of the text of the page stand before a place in a text with joints.
func (j joints) plain(at int) int { return at - sort.SearchInts(j, at) }

// withJoints is a text of the page with a space wherever an element begins right behind another within a
// word: a page that sets them apart by its style sheet alone. A bracket counts as a letter.
func (r *reader) withJoints(s string, at int) (string, joints) {
	var out strings.Builder
	var found joints
	from := 0
	pieces := r.doc.Pieces()
	first := sort.Search(len(pieces), func(i int) bool { return pieces[i].At > at })
	for i := max(first, 1); i < len(pieces) && pieces[i].At < at+len(s); i++ {
		n := pieces[i].At - at
		start, end := pieces[i-1].Source.End, pieces[i].Source.Start
		if start >= end || !isInWord(s, n) || !joinsElements(r.doc.File.Text[start:end]) {
			continue
		}
		out.WriteString(s[from:n])
		found = append(found, out.Len())
		out.WriteByte(' ')
		from = n
	}
	if found == nil {
		return s, nil
	}
	out.WriteString(s[from:])
	return out.String(), found
}

// isInWord reports whether no space and no sign but a bracket stands on either side of a place.
func isInWord(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	behind, _ := utf8.DecodeRuneInString(s[at:])
	isOne := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("()（）[]", r)
	}
	return utf8.RuneStart(s[at]) && isOne(before) && isOne(behind) && !(unicode.IsDigit(before) && unicode.IsDigit(behind))
}

// joinsElements reports whether source between two letters closes an element and opens another. One with a look
// of its own is no more than what a word processor leaves behind, which cuts words anywhere.
func joinsElements(source string) bool {
	n := strings.Index(source, "</")
	if n < 0 {
		return false
	}
	opens := false
	for rest := source[n+1:]; ; {
		i := strings.IndexByte(rest, '<')
		if i < 0 || i+1 >= len(rest) {
			return opens
		}
		tag, _, _ := strings.Cut(rest[i+1:], ">")
		rest = rest[i+1:]
		if !isLatin(firstRune(tag)) {
			continue
		}
		if strings.Contains(tag, "style=") || strings.Contains(tag, "lang=") || strings.HasPrefix(tag, "font") {
			return false
		}
		opens = true
	}
}
