package facts

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// spot is where a body is named in a line.
type spot struct {
	start, end int // the words that name it
	known      phrases.ID
}

// spots are the bodies named in a line, in order. Words that stand together, or in the bracket behind a
// name, name one.
func (f *bodies) spots(l *Line) []spot {
	if l.has(remedyWords().address) || l.has(remedyWords().told) {
		return nil // where a body has its seat, what it does
	}
	var all []spot
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if slices.Contains(remedyWords().bodies, m.Phrase) {
				all = append(all, spot{m.Start - l.Block.Range.Start, m.End - l.Block.Range.Start, m.Phrase})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].start < all[j].start })
	text := l.Block.Text
	hosts := append(hostsIn(text), emailsIn(text)...)
	var out []spot
	for _, s := range all {
		n := len(out)
		if overlaps(numberAt{s.start, s.end}, hosts) || n > 0 && s.start > out[n-1].end && isBracketBehind(text[out[n-1].end:s.start]) {
			continue
		}
		if n > 0 && (s.start <= out[n-1].end || joinsBody(text[out[n-1].end:s.start])) {
			out[n-1].end = max(out[n-1].end, s.end)
			if out[n-1].known != s.known && s.known == remedyWords().bodies[1] {
				out[n-1].known = s.known
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// joinsBody reports whether what stands between two names makes them one.
func joinsBody(between string) bool {
	s := strings.TrimSpace(between)
	return s == "" || s == "내" || s == "산하" || s == "&"
}

// isBracketBehind reports whether a bracket was opened right before a name, behind another name.
func isBracketBehind(between string) bool {
	s := strings.TrimSpace(between)
	return (strings.HasPrefix(s, "(") || strings.HasPrefix(s, "（")) && !strings.ContainsAny(s, ")）") && !strings.ContainsAny(s, "0123456789") && !strings.Contains(s, ".")
}

// name is the whole name of a body in a line: from the sign before it to the one behind.
func (f *bodies) name(l *Line, at spot, prose bool) (start, end int) {
	text := l.Block.Text
	start, end = at.start, at.end
	if prose {
		return start, end + wordTail(text[end:])
	}
	from := 0
	if l.mark.end <= start {
		from = l.mark.end
	}
	if n := bracketed(text[from:start]); n > 0 {
		from += n
	}
	if i := strings.LastIndexAny(text[from:start], ":：|/,;▶▷■·※)-"); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[from+i:])
		from += i + n
	}
	start = bodyStart(text, from, start)
	if n := strings.IndexAny(text[end:], ":：(（/|,;☎☏[<"); n >= 0 {
		if size(text[end:end+n]) <= longestName/2 {
			end += n
		}
	} else if size(text[end:]) <= longestName/2 {
		end = len(text)
	}
	for _, n := range phonesOrCodes(text[start:end]) {
		end = start + n.start
		break
	}
	for _, n := range hostsIn(text[start:end]) {
		end = start + n.start
		break
	}
	return trimBody(text, start, max(end, at.end))
}

// bracketed is the length of a number between brackets of full width with which a text begins: （1）.
func bracketed(s string) int {
	rest, ok := strings.CutPrefix(s, "（")
	if !ok {
		return 0
	}
	n := digits(rest)
	if n == 0 || !strings.HasPrefix(rest[n:], "）") {
		return 0
	}
	return len("（") + n + len("）")
}

// bodyStart goes back over the words before a match that belong to the name: 대검찰청 사이버수사과.
func bodyStart(text string, from, start int) int {
	for n := 0; n < 3; n++ {
		before := strings.TrimRight(text[from:start], " ")
		i := strings.LastIndexByte(before, ' ')
		word := before[i+1:]
		if word == "" || endsOther(word) || size(word) > longestName/2 || strings.ContainsAny(word, "0123456789") {
			break
		}
		start = from + i + 1
	}
	return start
}

// trimBody cuts what is no part of a name.
func trimBody(text string, start, end int) (int, int) {
	start, end = trimValue(text, start, end)

	for _, word := range [...]string{"국번없이", "국번 없이", "(국번없이", "전화"} {
		if s, ok := strings.CutSuffix(text[start:end], word); ok {
			_, end = trimValue(text, start, start+len(s))
		}
	}
	return start, end
}

// wordTail is the length of what a word goes on with behind a match, without particles.
func wordTail(s string) int {
	n := strings.IndexAny(s, " ,()（）:·/")
	if n < 0 {
		n = len(s)
	}
	word := s[:n]
	for _, p := range listOf("particles.behind_name") {
		if word == p || strings.HasPrefix(word, p) && len(word) <= len(p)+len("서") {
			return 0
		}
	}
	if size(word) > 6 {
		return 0
	}
	return n
}
