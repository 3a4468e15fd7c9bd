package vendors

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer/fold"
)

// index finds names in a text: those that stand there as words of their own, as boundary.go tells. The
// longest wins, so that a short name is not met within a long one.
type index[T any] struct {
	entries []entry[T]
	heads   map[uint64]int32 // by the first three runes, or all of fewer: the longest of the names that begin so
	starts  [4]runeSet       // by how many runes the head has: with which runes names begin

	arena []rune
	text  fold.Text
}

type entry[T any] struct {
	runes    []rune // folded
	gaps     gaps
	capitals bool  // met in capitals only
	next     int32 // the next shorter name with the same head, -1 for none
	name     string
	what     T
}

type found[T any] struct {
	start, end int // bytes of the text
	name       string
	what       T
}

// newIndex is an index for about so many names.
func newIndex[T any](names int) *index[T] {
	return &index[T]{
		entries: make([]entry[T], 0, names),
		heads:   make(map[uint64]int32, names),
		arena:   make([]rune, 0, 12*names),
	}
}

// add enters a name; one in capitals that is an ordinary word, too, is met in capitals only: US, not us.
// Of the same name entered twice the first counts, with the spaces and cases of both.
func (x *index[T]) add(name string, ordinary bool, what T) {
	x.text.Fold(name)
	f := &x.text
	if len(f.Runes) == 0 {
		return
	}
	from := len(x.arena)
	x.arena = append(x.arena, f.Runes...)
	runes := x.arena[from:len(x.arena):len(x.arena)]
	spaced, capitals := gapsOf(name, f), ordinary && inCapitals(name)
	key := head(runes)
	at := &x.entries // the list is kept in order by its length, the longest first
	before, i := int32(-1), int32(-1)
	if first, ok := x.heads[key]; ok {
		i = first
	}
	for ; i >= 0 && len((*at)[i].runes) >= len(runes); i = (*at)[i].next {
		if slices.Equal((*at)[i].runes, runes) {
			(*at)[i].gaps = (*at)[i].gaps.or(spaced)
			(*at)[i].capitals = (*at)[i].capitals && capitals
			return
		}
		before = i
	}
	added := int32(len(*at))
	*at = append(*at, entry[T]{runes, spaced, capitals, i, name, what})
	if before < 0 {
		x.heads[key] = added
	} else {
		(*at)[before].next = added
	}
	x.starts[min(headLength, len(runes))].add(runes[0])
}

// runeSet has a bit for each rune, by its lower 16 bits.
type runeSet [1024]uint64

func (s *runeSet) add(r rune) { s[uint16(r)>>6] |= 1 << (r & 63) }

func (s *runeSet) has(r rune) bool { return s[uint16(r)>>6]&(1<<(r&63)) != 0 }

const headLength = 3

// head is a number for the first three runes, or all of fewer, of which each takes 21 bits.
func head(runes []rune) (key uint64) {
	for _, r := range runes[:min(headLength, len(runes))] {
		key = key<<21 | uint64(r)
	}
	return key
}

// find finds the names in a text, in its order, apart from each other; loosely those, too, that a word
// in another script goes on behind.
func (x *index[T]) find(text string, loosely bool) []found[T] {
	t := surroundings{text: text, Text: fold.Of(text), loosely: loosely}
	var out []found[T]
	for i := 0; i < len(t.Runes); i++ {
		if e := x.at(&t, i); e != nil {
			end := i + len(e.runes)
			out = append(out, found[T]{int(t.Starts[i]), int(t.Ends[end-1]), e.name, e.what})
			i = end - 1
		}
	}
	return out
}

// at is the longest name that stands at a rune, or nil.
func (x *index[T]) at(t *surroundings, i int) *entry[T] {
	checked := false
	for n := min(headLength, len(t.Runes)-i); n > 0; n-- {
		if !x.starts[n].has(t.Runes[i]) {
			continue
		}
		if checked = checked || t.begins(i); !checked {
			return nil
		}
		if first, ok := x.heads[head(t.Runes[i:i+n])]; ok {
			if e := x.longest(t, i, first); e != nil {
				return e
			}
		}
	}
	return nil
}

func (x *index[T]) longest(t *surroundings, i int, first int32) *entry[T] {
	for n := first; n >= 0; n = x.entries[n].next {
		e := &x.entries[n]
		end := i + len(e.runes)
		if end <= len(t.Runes) && slices.Equal(e.runes, t.Runes[i:end]) &&
			t.together(i, end, e.gaps) && (!e.capitals || t.capitals(i, end)) && t.ends(i, end) {
			return e
		}
	}
	return nil
}
