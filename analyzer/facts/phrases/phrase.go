package phrases

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// How far the next stem may be from the one before where the phrase does not say: room for a
// particle and a second word in Hangul, kana and Han, for two short words in Latin letters.
const (
	nearCJK   = 6
	nearLatin = 16
	anywhere  = 400
)

// expr is one way to write a phrase: stems in order, at most so far apart.
type expr struct {
	phrase  ID
	slots   []slot
	not     []int32 // stems that must not stand in the unit
	first   bool    // nothing but numbering stands before it in the unit
	last    bool    // nothing but punctuation or a particle stands behind it in the unit
	trigger int     // the slot whose stems are the rarest
	needs   []int32 // the stems of the other slots, behind how many each has, in one run of memory
}

// slot is one place of an expression: any of its stems, at most gap characters behind the one before.
type slot struct {
	stems []int32
	gap   int
	long  int // characters of the longest of the stems
}

// stemRule says where a stem may begin and end, whether spaces may stand within it, and whether a
// number must stand before it.
type stemRule struct{ wordStart, wordEnd, spaces, number bool }

// compile reads the notation of the data: stems apart by spaces; a|b either; … any distance within
// the unit; ~20 at most 20 characters; !a must not stand in the unit; ^ at its start; $ at its end;
// <a at the start of a word, a> at the end of one; #a right behind a digit. A stem in Latin letters begins a word anyway.
func (s *Set) compile(id ID, text string) (expr, error) {
	e := expr{phrase: id}
	gap := -1
	for _, word := range strings.Fields(text) {
		switch {
		case word == "^":
			e.first = true
		case word == "$":
			e.last = true
		case word == "…":
			gap = anywhere
		case strings.HasPrefix(word, "~"):
			n, err := strconv.Atoi(word[1:])
			if err != nil || n < 0 {
				return e, fmt.Errorf("%q: %q is no distance", text, word)
			}
			gap = n
		case strings.HasPrefix(word, "!"):
			stems, _, err := s.stems(word[1:])
			if err != nil {
				return e, fmt.Errorf("%q: %w", text, err)
			}
			e.not = append(e.not, stems...)
		default:
			stems, near, err := s.stems(word)
			if err != nil {
				return e, fmt.Errorf("%q: %w", text, err)
			}
			if gap < 0 {
				gap = near
			}
			e.slots = append(e.slots, slot{stems, gap, s.longest(stems)})
			gap = -1
		}
	}
	if len(e.slots) == 0 {
		return e, fmt.Errorf("%q: no stem", text)
	}
	return e, nil
}

// stems enters the alternatives of one place.
func (s *Set) stems(word string) (stems []int32, near int, err error) {
	near = nearCJK
	for alt := range strings.SplitSeq(word, "|") {
		rule := stemRule{wordStart: strings.HasPrefix(alt, "<"), wordEnd: strings.HasSuffix(alt, ">"), spaces: strings.Contains(alt, "_"), number: strings.HasPrefix(alt, "#")}
		s.stemText.Fold(strings.ReplaceAll(strings.TrimSuffix(strings.TrimLeft(alt, "<#"), ">"), "_", " "))
		folded := s.stemText.Runes
		if len(folded) == 0 {
			return nil, 0, fmt.Errorf("empty stem in %q", word)
		}
		if len(folded) > maxStem {
			return nil, 0, fmt.Errorf("a stem in %q is longer than %d characters", word, maxStem)
		}
		if isLatin(folded[0]) {
			rule.wordStart, rule.spaces = true, true
			near = nearLatin
		}
		stems = append(stems, s.stem(folded, rule))
	}
	return stems, near, nil
}

// longest is how many characters the longest of some stems has.
func (s *Set) longest(stems []int32) int {
	n := 0
	for _, stem := range stems {
		n = max(n, s.lengths[stem])
	}
	return n
}

// stem numbers a stem; the same letters under another rule are another stem that shares the place
// in the trie.
func (s *Set) stem(folded []rune, rule stemRule) int32 {
	letters := s.trie.add(folded, int32(len(s.letters)))
	if int(letters) == len(s.letters) {
		s.letters = append(s.letters, nil)
	}
	for _, v := range s.letters[letters] {
		if s.rules[v] == rule {
			return v
		}
	}
	n := int32(len(s.rules))
	s.rules = append(s.rules, rule)
	s.lengths = append(s.lengths, len(folded))
	s.letters[letters] = append(s.letters[letters], n)
	return n
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }
