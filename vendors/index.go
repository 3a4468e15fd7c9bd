package vendors

import (
	"slices"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/fold"
)

// index finds names in a text: those that stand there as words of their own, as boundary.go tells. The
// longest wins, so that a short name is not met within a long one.
type index[T any] struct {
	entries []entry[T]
	heads   map[uint64]int32 // by the first two runes: the longest of the names that begin so
	starts  [1024]uint64     // a bit for each rune, by its lower 16 bits, with which a name begins
	short   int              // names of up to so many letters in capitals are met in capitals only

	arena []rune
	text  fold.Text
}

type entry[T any] struct {
	runes    []rune // folded
	gaps     uint64 // a bit for each rune before which there may be a space
	capitals bool   // met in capitals only
	next     int32  // the next shorter name that begins with the same two runes, -1 for none
	name     string
	what     T
}

type found[T any] struct {
	start, end int // bytes of the text
	name       string
	what       T
}

// newIndex is an index for about so many names.
func newIndex[T any](names, short int) *index[T] {
	return &index[T]{
		entries: make([]entry[T], 0, names),
		heads:   make(map[uint64]int32, names),
		arena:   make([]rune, 0, 12*names),
		short:   short,
	}
}

// add enters a name. Of the same name entered twice the first counts, with the spaces of both.
func (x *index[T]) add(name string, what T) {
	x.text.Fold(name)
	f := &x.text
	if len(f.Runes) == 0 {
		return
	}
	from := len(x.arena)
	x.arena = append(x.arena, f.Runes...)
	runes := x.arena[from:len(x.arena):len(x.arena)]
	gaps := gapsOf(name, f)
	key := head(runes)
	at := &x.entries // the list is kept in order by its length, the longest first
	before, i := int32(-1), int32(-1)
	if first, ok := x.heads[key]; ok {
		i = first
	}
	for ; i >= 0 && len((*at)[i].runes) >= len(runes); i = (*at)[i].next {
		if slices.Equal((*at)[i].runes, runes) {
			(*at)[i].gaps |= gaps
			(*at)[i].capitals = (*at)[i].capitals && x.inCapitals(name, runes)
			return
		}
		before = i
	}
	added := int32(len(*at))
	*at = append(*at, entry[T]{runes, gaps, x.inCapitals(name, runes), i, name, what})
	if before < 0 {
		x.heads[key] = added
	} else {
		(*at)[before].next = added
	}
	low := uint16(runes[0])
	x.starts[low>>6] |= 1 << (low & 63)
}

// inCapitals reports whether a name is so short that it is met in capitals only: US, not us.
func (x *index[T]) inCapitals(name string, runes []rune) bool {
	if len(runes) > x.short {
		return false
	}
	for _, r := range name {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// head are the first two runes as one number, the second 0 where there is only one.
func head(runes []rune) uint64 {
	if len(runes) == 1 {
		return uint64(runes[0]) << 32
	}
	return uint64(runes[0])<<32 | uint64(runes[1])
}

// find finds the names in a text, in its order, apart from each other; loosely those, too, that a word
// in another script goes on behind.
func (x *index[T]) find(text string, loosely bool) []found[T] {
	t := surroundings{text: text, Text: fold.Of(text), loosely: loosely}
	var out []found[T]
	for i := 0; i < len(t.Runes); i++ {
		if low := uint16(t.Runes[i]); x.starts[low>>6]&(1<<(low&63)) == 0 {
			continue
		}
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
	if !t.begins(i) {
		return nil
	}
	runes := t.Runes[i:]
	if len(runes) > 1 {
		if first, ok := x.heads[head(runes[:2])]; ok {
			if e := x.longest(t, i, first); e != nil {
				return e
			}
		}
	}
	if first, ok := x.heads[head(runes[:1])]; ok {
		return x.longest(t, i, first)
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
