package statute

import (
	"strings"
	"unicode/utf8"
)

// A name is taken for another misspelt only where the two differ so little that no other law can be
// meant: names of laws are near each other. A syllable in place of another counts as two changes, but for
// one of which only a letter differs, and 대한 in place of 관한.
const (
	leastLetters = 7  // shorter names are not held against the catalogue
	longLetters  = 12 // in longer ones two changes are a slip
	veryLong     = 18 // and in these three
	mostLetters  = 48 // how far back a name may begin
)

// window are the letters before a place, last first, and which of them begin a word.
type window struct {
	letters []rune
	starts  []int
	begins  []bool
}

// before gathers the letters before end, up to where no name can reach over.
func (r *reader) before(end int) window {
	w := window{make([]rune, 0, mostLetters), make([]int, 0, mostLetters), make([]bool, 0, mostLetters)}
	for i := end; i > 0 && len(w.letters) < mostLetters; {
		ch, size := utf8.DecodeLastRuneInString(r.text[:i])
		i -= size
		l, ok := letter(ch)
		if !ok {
			if !isWithin(ch) || isOpening(ch) && len(w.letters) > 0 {
				break
			}
			continue
		}
		w.letters, w.starts, w.begins = append(w.letters, l), append(w.starts, i), append(w.begins, !isLetterBefore(r.text, i))
	}
	return w
}

func isOpening(r rune) bool {
	switch r {
	case '「', '『', '“', '‘', '《', '〈', '｢':
		return true
	}
	return false
}

// misspelt is the law whose name ends at end, misspelt.
func (r *reader) misspelt(end int) (Found, bool) {
	w := r.before(end)
	if len(w.letters) < leastLetters-1 || strings.HasPrefix(r.text[end:], "령") { // 에 관한 법령 is no name that lost its end
		return Found{}, false
	}
	var letters letterSet
	letters.add(w.letters)
	var best *name
	least, from := 4, 0
	for _, n := range r.known.whole {
		bound := slips(len(n.letters))
		if bound == 0 || !letters.mayHold(n.letters, bound) {
			continue
		}
		cost, at := distance(n.letters, &w, bound)
		if cost > bound || cost > least || cost == least && best != nil && len(best.letters) >= len(n.letters) {
			continue
		}
		if len(n.letters) < longLetters && !isSlip(n.letters, w.letters[:at]) || len(n.letters) < veryLong && exchange(n.letters[len(n.letters)-1], w.letters[at-1]) > 1 {
			continue // a name without its first word may be another law
		}
		best, least, from = n, cost, at
	}
	if best == nil || least == 0 {
		return Found{}, false
	}
	f := r.named(best, w.starts[from-1])
	if f.Foreign {
		return Found{}, false
	}
	f.As, f.Slight = Misspelt, best.form == Official && isSlight(best.letters, w.letters[:from])
	return f, true
}

// slips is how many changes still make a misspelling of a name of so many letters.
func slips(letters int) int {
	switch {
	case letters >= veryLong:
		return 3
	case letters >= longLetters:
		return 2
	case letters >= leastLetters:
		return 1
	}
	return 0
}

// letterSet are letters, some of which may be taken for others.
type letterSet [256]bool

func (s *letterSet) add(letters []rune) {
	for _, l := range letters {
		s[l&0xff] = true
	}
}

// mayHold reports whether all but so many letters of a name may stand in the set, whatever their order.
func (s *letterSet) mayHold(name []rune, bound int) bool {
	for _, l := range name {
		if !s[l&0xff] {
			if bound--; bound < 0 {
				return false
			}
		}
	}
	return true
}

// distance is the least number of changes between a name and the letters of a window up to the beginning
// of a word, and how many letters these are.
func distance(name []rune, w *window, bound int) (cost, at int) {
	n := min(len(w.letters), len(name)+bound)
	var rows [2][mostLetters + 1]int
	prev, row := rows[0][:n+1], rows[1][:n+1]
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(name); i++ {
		row[0] = i
		least := i
		for j := 1; j <= n; j++ {
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+exchange(name[i-1], w.letters[j-1]))
			least = min(least, row[j])
		}
		if least > bound {
			return bound + 1, 0
		}
		prev, row = row, prev
	}
	cost = bound + 1
	for j := 1; j <= n; j++ {
		if w.begins[j-1] && prev[j] < cost {
			cost, at = prev[j], j
		}
	}
	return cost, at
}

// exchange is the cost of one syllable in the place of another.
func exchange(a, b rune) int {
	switch {
	case a == b:
		return 0
	case isNear(a, b), a == '관' && b == '대':
		return 1
	}
	return 2
}

// isNear reports whether two syllables differ in one letter.
func isNear(a, b rune) bool {
	if !isSyllable(a) || !isSyllable(b) {
		return false
	}
	a, b = a-0xAC00, b-0xAC00
	same := 0
	for _, unit := range [...][2]rune{{a / 588, b / 588}, {a / 28 % 21, b / 28 % 21}, {a % 28, b % 28}} {
		if unit[0] == unit[1] {
			same++
		}
	}
	return same == 2
}

func isSyllable(r rune) bool { return 0xAC00 <= r && r <= 0xD7A3 }

// isSlip reports whether a short name differs as slips of the pen do: a syllable within it is lost,
// doubled, or differs in one letter; 률 stands behind 법, or 등 before 에 관한. Letters are last first.
func isSlip(name, written []rune) bool {
	i := 0
	for i < len(name) && i < len(written) && name[i] == written[i] {
		i++
	}
	switch len(written) - len(name) {
	case 0:
		return true // the one change is of a letter
	case -1:
		return i < len(name)-1 && i > 0
	case 1:
		return i == 0 && written[0] == '률' || i > 0 && i < len(written) && (written[i] == written[i-1] || written[i] == '등' && written[i-1] == '에')
	}
	return false
}

// isSlight reports whether a name lacks, or has, no more than 의 or 등, or lacks its last syllable. Letters
// are last first.
func isSlight(name, written []rune) bool {
	longer, shorter := name, written
	if len(written) > len(name) {
		longer, shorter = written, name
	}
	if len(longer) != len(shorter)+1 {
		return false
	}
	i := 0
	for i < len(shorter) && longer[i] == shorter[i] {
		i++
	}
	return longer[i] == '의' || longer[i] == '등' || i == 0 && name[0] == '률'
}
