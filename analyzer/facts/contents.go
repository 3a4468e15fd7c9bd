package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// longContents is how many entries a table of contents has at the most.
const longContents = 200

// contents marks a table of contents: neighbours whose words all come again, as headings do, later
// in the page, with no text between them.
func contents(lines []Line, out []Region) {
	keys := make([]uint64, len(lines))
	last := make(map[uint64]int)
	for i := range lines {
		b := lines[i].Block
		if out[i] != Own || !lines[i].isShort(longHeading) {
			continue
		}
		key := headingKey(b.Text[lines[i].mark.end:])
		if key != 0 {
			last[key] = i
		}
		if b.Kind != policy.Heading && !isAnswered(b.Text[lines[i].mark.end:]) {
			keys[i] = key // a heading by its element is no entry of a list
		}
	}
	for i := 0; i < len(lines); {
		j, hits, speaking := i, 0, 0
		named := make(map[Clause]bool)
		style := lines[i].mark.style
		for j < len(lines) && j-i < longContents && keys[j] != 0 && lines[j].Block.Kind != policy.Term && lines[j].mark.style == style && !slices.Contains(keys[i:j], keys[j]) {
			if k := last[keys[j]]; k > j && hasText(lines, k) && !goesOnAlike(lines, j, k) {
				hits++
			}
			if len(lines[j].clauses) > 0 {
				speaking++
				named[lines[j].clauses[0]] = true
			}
			j++
		}
		// Most entries come again, or one does in a numbered list too long to be anything else.
		n := j - i
		switch {
		case style == "" && len(named) < 3: // labels of a list, which come again for its next entry
		case hits >= 3 && 2*hits >= n && 3*speaking >= n, hits >= 3 && 5*hits >= 4*n && 8*speaking >= n, hits >= 1 && style != "" && n >= 6 && 2*speaking >= n:
			for k := i; k < j; k++ {
				out[k] = Contents
			}
		}
		i = max(j, i+1)
	}
}

// isAnswered reports whether a line is a label and its value, such as come again for the next entry of a
// list: 보유기간 : 5년.
func isAnswered(s string) bool {
	i := strings.IndexAny(s, ":：")
	return i > 0 && hasLetters(s[:i]) && hasLetters(s[i:])
}

// hasText reports whether what follows a line is its text and not one more line of a list.
func hasText(lines []Line, i int) bool {
	if i+1 >= len(lines) {
		return false
	}
	next := &lines[i+1]
	listed := next.Block.Kind == policy.Item || next.mark.style != ""
	return len(lines[i].clauses) > 0 || !listed || isText(next) || next.mark.style != lines[i].mark.style
}

// goesOnAlike reports whether two lines are followed by the same one, as where a page shows a text
// twice.
func goesOnAlike(lines []Line, i, k int) bool {
	return k+1 < len(lines) && sameLetters(lines[i+1].Block.Text, lines[k+1].Block.Text)
}

// sameLetters reports whether two texts have the same headingKey; it reads no further than they agree,
// since many lines may be set beside one long line.
func sameLetters(a, b string) bool {
	for {
		r, n := nextLetter(a)
		s, m := nextLetter(b)
		if r != s {
			return false
		}
		if n == 0 {
			return true
		}
		a, b = a[n:], b[m:]
	}
}

// nextLetter is the first letter of a text in lower case, and where the text goes on; 0 where there is none.
func nextLetter(s string) (r rune, end int) {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r), i + utf8.RuneLen(r)
		}
	}
	return 0, 0
}

// isText reports whether a line is more than the name of something.
func isText(l *Line) bool { return !l.isShort(longHeading) }

// labels marks a bar of labels, as the guideline shows them over a policy: the first lines that name
// clauses, four or more with no text between them, most of which are opened again below.
func labels(lines []Line, out []Region) {
	first := 0
	for first < len(lines) && !isLabel(&lines[first], out[first]) {
		first++
	}
	named := make(map[Clause]bool)
	end := first
	for end < len(lines) && (isLabel(&lines[end], out[end]) || lines[end].Block.Kind == policy.Alt) {
		for _, c := range lines[end].clauses {
			named[c] = true
		}
		end++
	}
	again := make(map[Clause]bool)
	for i := end; i < len(lines); i++ {
		if out[i] == Own && lines[i].cell == nil && !lines[i].ended {
			for _, c := range lines[i].clauses {
				again[c] = again[c] || named[c]
			}
		}
	}
	if len(named) < 4 || 3*len(again) < 2*len(named) {
		return
	}
	for i := first; i < end; i++ {
		if out[i] == Own {
			out[i] = Contents
		}
	}
}

// isLabel reports whether a line of the body is no more than the name of a clause.
func isLabel(l *Line, region Region) bool {
	return region == Own && len(l.clauses) > 0 && l.isShort(longHeading/2) && size(l.behindClauses()) <= longEnding
}

// longEnding is how much stands behind the words of a clause in its name: 에 관한 사항.
const longEnding = 8

// behindClauses is what stands in a line behind the last words that open a clause.
func (l *Line) behindClauses() string {
	heading := rolesOfPhrases().heading
	end := l.Block.Range.Start
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if heading[m.Phrase] != "" {
				end = max(end, m.End)
			}
		}
	}
	return l.Block.Text[end-l.Block.Range.Start:]
}

// headingKey tells headings apart by their letters alone, without numbering, spaces and punctuation;
// 0 for a text without letters. It is a hash (FNV-1a): a page has thousands of lines.
func headingKey(s string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, r := range s {
		if isHangul(r) {
			h = (h ^ uint64(r)) * prime
		} else if unicode.IsLetter(r) {
			h = (h ^ uint64(unicode.ToLower(r))) * prime
		}
	}
	if h == offset {
		return 0
	}
	return h
}
