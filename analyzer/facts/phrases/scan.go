package phrases

import (
	"slices"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/fold"
)

// A Scan is one text in which the stems were found. It serves one goroutine.
type Scan struct {
	set    *Set
	folded *fold.Text
	hits   []hit

	// For the unit that is being decided: which stems it has, and which expressions were tried.
	present bits
	tried   bits

	rune, hit int // where the unit before this one ended
	lead      int // where a label ends that the text shows as one, in bytes; 0 for none
}

type hit struct {
	stem       int32
	start, end int32 // in runes of the folded text
}

// A Match is a phrase met in a unit: its first expression that holds there.
type Match struct {
	Phrase     ID
	Start, End int // bytes of the text
}

// Scan finds the stems of the set in a text.
func (s *Set) Scan(text string) *Scan {
	sc, ok := s.scans.Get().(*Scan)
	if !ok {
		sc = &Scan{set: s, folded: new(fold.Text), present: newBits(len(s.rules)), tried: newBits(len(s.exprs))}
	}
	sc.folded.Fold(text)
	if n := len(sc.folded.Runes) / 3; cap(sc.hits) < n {
		sc.hits = make([]hit, 0, n)
	}
	sc.hits, sc.rune, sc.hit, sc.lead = sc.hits[:0], 0, 0, 0
	runes, i := sc.folded.Runes, 0
	found := func(at int32, end int) {
		for more := true; more; at++ {
			v := &s.variants[at]
			if sc.allows(v.rule, i, end) {
				sc.hits = append(sc.hits, hit{v.stem, int32(i), int32(end)})
			}
			more = v.more
		}
	}
	for ; i < len(runes); i++ {
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		if !s.trie.mayBegin(runes[i], next) {
			continue
		}
		first := len(sc.hits)
		s.trie.walk(runes, i, found)
		if len(sc.hits) > first+1 {
			slices.Reverse(sc.hits[first:]) // of stems that begin together the longest wins
		}
	}
	return sc
}

// Close lets the memory of the scan serve another. The matches stay; the scan is not used again.
func (sc *Scan) Close() { sc.set.scans.Put(sc) }

// allows reports whether a stem may stand from one character up to another.
func (sc *Scan) allows(rule stemRule, start, end int) bool {
	f := sc.folded
	return !(rule.wordStart && !f.WordStart(start) || rule.wordEnd && !f.WordEnd(end) || rule.number && !f.AfterDigit(start)) &&
		(rule.spaces || !sc.spaced(start, end))
}

// spaced reports whether a stem was met across a space: 이용자 is not in "이용 자문". A word whose
// letters all stand apart, "목 적", is one word still.
func (sc *Scan) spaced(start, end int) bool {
	f := sc.folded
	spaces := 0
	for i := start + 1; i < end; i++ {
		if f.Ends[i-1] < f.Starts[i] {
			spaces++
		}
	}
	return spaces > 0 && !(spaces == end-start-1 && (start == 0 || f.Ends[start-1] < f.Starts[start]))
}

// Lead tells where a label ends that its form shows as one, in bytes: bold letters at the beginning of
// a line. What ends there stands at the end of a label, as before a colon.
func (sc *Scan) Lead(at int) { sc.lead = at }

// Unit decides which phrases stand in the text from start to end, in bytes, and appends them.
func (sc *Scan) Unit(start, end int, to []Match) []Match {
	from, upto := sc.runesOf(start, end)
	u := unit{sc: sc, hits: sc.within(from, upto), from: from, upto: upto, end: end}
	if len(u.hits) == 0 {
		return to
	}
	clear(sc.present)
	clear(sc.tried)
	var marked uint64
	for _, h := range u.hits {
		sc.present.set(h.stem)
		marked |= mark(h.stem)
	}
	for i, h := range u.hits {
		for _, t := range sc.set.triggersOf(h.stem) {
			if t.needs != 0 && marked&t.needs == 0 || sc.tried.has(t.expr) {
				continue // it holds, or cannot hold in this unit
			}
			if t.alone != 0 {
				sc.tried.set(t.expr)
				to = append(to, u.matched(t.alone, h.start, h.end))
				continue
			}
			e := &sc.set.exprs[t.expr]
			if !sc.mayHold(e) {
				sc.tried.set(t.expr)
				continue
			}
			if m, ok := u.match(e, i); ok {
				sc.tried.set(t.expr)
				to = append(to, m)
			}
		}
	}
	return to
}

// mark is a bit that stands for a stem, and for some others: where it is not set, the stem is not there.
func mark(stem int32) uint64 { return 1 << (stem & 63) }

func marks(stems []int32) (all uint64) {
	for _, stem := range stems {
		all |= mark(stem)
	}
	return all
}

// bits are a set of small numbers.
type bits []uint64

func newBits(n int) bits        { return make(bits, n/64+1) }
func (b bits) set(n int32)      { b[n>>6] |= 1 << (n & 63) }
func (b bits) has(n int32) bool { return b[n>>6]&(1<<(n&63)) != 0 }

// hasAny reports whether some of the numbers are in the set.
func (b bits) hasAny(all []int32) bool {
	for _, n := range all {
		if b.has(n) {
			return true
		}
	}
	return false
}

// within are the hits from one rune up to another. One that reaches beyond is none of the unit's.
func (sc *Scan) within(from, upto int32) []hit {
	i := sc.hit
	if i > 0 && sc.hits[i-1].start >= from {
		i = 0 // units are asked for in order, as a rule
	}
	for i < len(sc.hits) && sc.hits[i].start < from {
		i++
	}
	j, over := i, false
	for ; j < len(sc.hits) && sc.hits[j].start < upto; j++ {
		over = over || sc.hits[j].end > upto
	}
	sc.hit = j
	if !over {
		return sc.hits[i:j]
	}
	return slices.DeleteFunc(slices.Clone(sc.hits[i:j]), func(h hit) bool { return h.end > upto })
}

// runesOf are the indices of the folded characters from start to end.
func (sc *Scan) runesOf(start, end int) (from, upto int32) {
	starts := sc.folded.Starts
	i := sc.rune
	if i > 0 && int(starts[i-1]) >= start {
		i = 0
	}
	for i < len(starts) && int(starts[i]) < start {
		i++
	}
	j := i
	for j < len(starts) && int(starts[j]) < end {
		j++
	}
	sc.rune = j
	return int32(i), int32(j)
}

// unit is the stretch of a text within which phrases are decided.
type unit struct {
	sc         *Scan
	hits       []hit
	from, upto int32
	end        int // in bytes: a letter with its marks may reach beyond it
	steps      int // left for the expression being tried
}

// maxStem is the length of the longest stem, in characters.
const maxStem = 64

// maxSteps bounds the search for one expression in one unit. A sentence takes a few dozen; only
// text that repeats one word without end takes more, and says nothing by it.
const maxSteps = 5000

// mayHold reports whether the unit has stems for each place of e, and none that e rules out.
func (sc *Scan) mayHold(e *expr) bool {
	for place := e.needs; len(place) > 0; {
		n := 1 + int(place[0])
		if !sc.present.hasAny(place[1:n]) {
			return false
		}
		place = place[n:]
	}
	return !sc.present.hasAny(e.not)
}

// match matches e around a hit of its trigger: the places before it, then those behind it.
func (u *unit) match(e *expr, i int) (Match, bool) {
	u.steps = maxSteps
	h := u.hits[i]
	start, ok := u.before(e, e.trigger, i, h.start)
	if !ok {
		return Match{}, false
	}
	end, ok := u.behind(e, e.trigger+1, i, h.end)
	if !ok {
		return Match{}, false
	}
	return u.matched(e.phrase, start, end), true
}

// matched is a phrase met from one character up to another.
func (u *unit) matched(id ID, start, end int32) Match {
	f := u.sc.folded
	return Match{Phrase: id, Start: int(f.Starts[start]), End: min(int(f.Ends[end-1]), u.end)}
}

// before matches the places of e up to the given one, before the hit at i that begins at start.
func (u *unit) before(e *expr, place, i int, start int32) (int32, bool) {
	if place == 0 {
		return start, !e.first || u.begins(start)
	}
	s, gap := &e.slots[place-1], e.slots[place].gap
	for j := i - 1; j >= 0; j-- {
		h := u.hits[j]
		if u.steps--; u.steps <= 0 || int(start-h.start) > gap+s.long {
			break
		}
		if h.end > start || int(start-h.end) > gap || !contains(s.stems, h.stem) {
			continue
		}
		if first, ok := u.before(e, place-1, j, h.start); ok {
			return first, true
		}
	}
	return 0, false
}

// behind matches the places of e from the given one on, behind the hit at i that ends at end.
func (u *unit) behind(e *expr, place, i int, end int32) (int32, bool) {
	if place == len(e.slots) {
		return end, !e.last || u.ends(end)
	}
	s := &e.slots[place]
	for j := i + 1; j < len(u.hits); j++ {
		h := u.hits[j]
		if u.steps--; u.steps <= 0 || int(h.start-end) > s.gap {
			break
		}
		if h.start < end || !contains(s.stems, h.stem) {
			continue
		}
		if last, ok := u.behind(e, place+1, j, h.end); ok {
			return last, true
		}
	}
	return 0, false
}

// begins reports whether nothing but numbering, bullets and brackets stands before a character.
func (u *unit) begins(at int32) bool {
	runes := u.sc.folded.Runes[u.from:at]
	if len(runes) > 12 {
		return false
	}
	for i, r := range runes {
		if unicode.IsLetter(r) && !(i <= 2 && (r == '제' || r == '第' || isLatin(r))) && !isNumbering(runes, i) {
			return false
		}
	}
	return true
}

// isNumbering reports whether a letter is part of numbering: 가. 나) 제1조 第1条.
func isNumbering(runes []rune, i int) bool {
	switch runes[i] {
	case '조', '장', '절', '항', '관', '条', '章', '項':
		return i > 0 && unicode.IsDigit(runes[i-1])
	}
	return i+1 < len(runes) && (runes[i+1] == '.' || runes[i+1] == ')')
}

// ends reports whether little stands behind a character: brackets, punctuation, a particle; or what
// closes a label before the text that it names: "항목: …", "[항목] …", "제2조(항목) …".
func (u *unit) ends(at int32) bool {
	f := u.sc.folded
	letters := 0
	for i := at; i < u.upto; i++ {
		if letters == 0 && i > u.from && u.closesLead(i) {
			return true
		}
		if letters == 0 && u.closesLabel(i) {
			return true
		}
		if !unicode.IsLetter(f.Runes[i]) {
			continue
		}
		if letters++; letters > 2 {
			return false // more than a particle or a short word
		}
	}
	return true
}

// closesLead reports whether a label that its form shows ends before a character, set off by a space.
func (u *unit) closesLead(at int32) bool {
	before, lead, behind := u.sc.folded.Ends[at-1], int32(u.sc.lead), u.sc.folded.Starts[at]
	return before < behind && before <= lead && lead <= behind
}

// closesLabel reports whether a character is a colon, a dash behind a space, or a bracket that was
// opened at the start of the unit.
func (u *unit) closesLabel(at int32) bool {
	var open rune
	switch f := u.sc.folded; f.Runes[at] {
	case ':':
		return true
	case '-':
		return at > u.from && f.Ends[at-1] < f.Starts[at] // apart from the word before it
	case ')':
		open = '('
	case ']':
		open = '['
	case '】':
		open = '【'
	default:
		return false
	}
	for i := at - 1; i >= u.from && i > at-maxStem; i-- {
		if u.sc.folded.Runes[i] == open {
			return u.begins(i)
		}
	}
	return false
}

func contains(stems []int32, stem int32) bool {
	for _, s := range stems {
		if s == stem {
			return true
		}
	}
	return false
}
