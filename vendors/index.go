package vendors

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/fold"
)

// index finds names in a text: those that begin at the start of a word and end with it or before a
// particle. The longest wins, so that a short name is not met within a long one.
type index[T any] struct {
	names map[[2]rune][]entry[T] // by the first two runes, the longest first
}

type entry[T any] struct {
	runes []rune // folded
	name  string
	what  T
}

type found[T any] struct {
	start, end int // bytes of the text
	name       string
	what       T
}

func newIndex[T any]() *index[T] { return &index[T]{names: make(map[[2]rune][]entry[T])} }

// add enters a name. Of the same name entered twice the first counts.
func (x *index[T]) add(name string, what T) {
	runes := slices.Clone(fold.Of(name).Runes)
	if len(runes) == 0 {
		return
	}
	key := first(runes)
	list := x.names[key]
	at, taken := slices.BinarySearchFunc(list, runes, func(e entry[T], r []rune) int {
		if n := len(r) - len(e.runes); n != 0 {
			return n
		}
		return slices.Compare(e.runes, r)
	})
	if !taken {
		x.names[key] = slices.Insert(list, at, entry[T]{runes, name, what})
	}
}

// first are the first two runes, the second 0 where there is only one.
func first(runes []rune) [2]rune {
	if len(runes) == 1 {
		return [2]rune{runes[0]}
	}
	return [2]rune{runes[0], runes[1]}
}

// find finds the names in a text, in its order, apart from each other.
func (x *index[T]) find(text string) []found[T] {
	f := fold.Of(text)
	var out []found[T]
	for i := 0; i < len(f.Runes); {
		if e, ok := x.at(text, f, i); ok {
			end := i + len(e.runes)
			out = append(out, found[T]{int(f.Starts[i]), int(f.Ends[end-1]), e.name, e.what})
			i = end
			continue
		}
		i++
	}
	return out
}

// at is the longest name that stands at a rune.
func (x *index[T]) at(text string, f *fold.Text, i int) (best entry[T], ok bool) {
	key := first(f.Runes[i:min(len(f.Runes), i+2)])
	list, alone := x.names[key], x.names[[2]rune{key[0]}]
	if len(list)+len(alone) == 0 || !begins(text, f, i) {
		return best, false
	}
	for _, e := range slices.Concat(list, alone) {
		end := i + len(e.runes)
		if end <= len(f.Runes) && slices.Equal(e.runes, f.Runes[i:end]) && joined(text, f, i, end) && ends(text, f, end) {
			return e, true
		}
	}
	return best, false
}

// begins reports whether a name may begin at a rune: at the start of a word, or behind a legal form.
func begins(text string, f *fold.Text, i int) bool {
	if f.WordStart(i) {
		return true
	}
	before := text[:f.Starts[i]]
	for _, form := range spelling().Forms {
		if strings.HasSuffix(before, form) {
			return true
		}
	}
	return false
}

// joined reports whether no line ends between two runes, and whether a name of few syllables stands
// in one word.
func joined(text string, f *fold.Text, i, end int) bool {
	const short = 4
	for at := i + 1; at < end; at++ {
		gap := text[f.Ends[at-1]:max(f.Starts[at], f.Ends[at-1])]
		if gap != "" && (strings.Contains(gap, "\n") || end-i < short && unicode.Is(unicode.Hangul, f.Runes[at])) {
			return false
		}
	}
	return true
}

// ends reports whether a name may end before a rune: behind it stands no letter or digit, or another
// script, a particle, or a legal form.
func ends(text string, f *fold.Text, end int) bool {
	if f.WordEnd(end) {
		return true
	}
	latin, next := unicode.Is(unicode.Latin, f.Runes[end-1]) || unicode.IsDigit(f.Runes[end-1]), f.Runes[end]
	switch {
	case unicode.Is(unicode.Latin, next), unicode.IsDigit(next):
		return !latin // 네이버GFA
	case !unicode.Is(unicode.Hangul, next):
		return latin || unicode.Is(unicode.Hangul, f.Runes[end-1]) // Googleの
	}
	rest := text[f.Starts[end]:]
	word := rest[:len(rest)-len(strings.TrimLeftFunc(rest, unicode.IsLetter))]
	return particles()[word] || slices.ContainsFunc(spelling().Forms, func(form string) bool { return strings.HasPrefix(word, form) })
}

// spelling is names.toml.
var spelling = sync.OnceValue(func() (s struct{ Particles, Forms []string }) {
	mustDecode("names.toml", &s)
	return s
})

var particles = sync.OnceValue(func() map[string]bool {
	out := make(map[string]bool)
	for _, p := range spelling().Particles {
		out[p] = true
	}
	return out
})
