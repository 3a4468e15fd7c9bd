package facts

import "strings"

// An anyOf finds which of several words or signs stands where in a text. Most bytes begin none of them,
// and cost one look.
type anyOf struct {
	all   []string   // in the order in which they were told
	group [256]uint8 // by the first byte of a word: which of the groups it begins
	words [][]string // by group, in the order in which they are tried; the first is empty
}

func newAnyOf(words ...string) *anyOf {
	a := &anyOf{all: words, words: make([][]string, 1)}
	for _, w := range words {
		g := a.group[w[0]]
		if g == 0 {
			g = uint8(len(a.words))
			a.group[w[0]] = g
			a.words = append(a.words, nil)
		}
		a.words[g] = append(a.words[g], w)
	}
	return a
}

// newSigns finds any of the characters of a text.
func newSigns(signs string) *anyOf { return newAnyOf(strings.Split(signs, "")...) }

// at is the length of the first of the words that stands at a place, or 0.
func (a *anyOf) at(text string, i int) int {
	g := a.group[text[i]]
	if g == 0 {
		return 0
	}
	for _, w := range a.words[g] {
		end, middle := i+len(w), len(w)/2
		if end <= len(text) && text[i+middle] == w[middle] && text[i:end] == w {
			return len(w)
		}
	}
	return 0
}

// begins reports whether some of the words begin with a byte.
func (a *anyOf) begins(c byte) bool { return a.group[c] != 0 }

// index is where the first of the words stands in a text, -1 where there is none, and its length.
func (a *anyOf) index(text string) (i, n int) {
	for i := range len(text) {
		if a.group[text[i]] != 0 {
			if n := a.at(text, i); n > 0 {
				return i, n
			}
		}
	}
	return -1, 0
}

// in reports whether one of the words stands in a text.
func (a *anyOf) in(text string) bool {
	i, _ := a.index(text)
	return i >= 0
}
