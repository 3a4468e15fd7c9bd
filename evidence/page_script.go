package evidence

import (
	"sort"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/evidence/script"
	"github.com/pipalint/pipalint/vendors"
)

// reading says how a script is read.
type reading struct {
	indirect bool // it runs upon consent only
	amp      bool // it is the configuration of an element of AMP: every URL in it is loaded
	bundled  bool // it is a file, perhaps of many parts that share no names
}

// A code is a script, word by word.
type code struct {
	*passage
	reading
	c     *collector
	words []script.Token
	pairs []int32 // by word: the bracket that it belongs with, or -1

	loading []int // the words that load something where they stand: createElement with src, fetch
	sources []int // the members src
}

// script reads what a script gives away.
func (c *collector) script(p *passage, how reading) {
	s := &code{passage: p, reading: how, c: c, words: script.Tokens(p.text)}
	s.pair()
	s.globals()
	s.tags()
	s.loads()
}

// word is the source of a word; "" beyond the ends.
func (s *code) word(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.text[s.words[i].Start:s.words[i].End]
}

func (s *code) kind(i int) script.Kind { return s.words[i].Kind }

func (s *code) isName(i int) bool {
	return i >= 0 && i < len(s.words) && s.words[i].Kind == script.Name
}

func (s *code) isString(i int) bool {
	return i >= 0 && i < len(s.words) && s.words[i].Kind == script.String
}

// is reports whether a word is a mark, a name, no string.
func (s *code) is(i int, what string) bool { return !s.isString(i) && s.word(i) == what }

// isMember reports whether a name is one of a member: .name
func (s *code) isMember(i int) bool { return s.is(i-1, ".") || s.is(i-1, "?.") }

// pair finds which brackets belong together, and what loads.
func (s *code) pair() {
	s.pairs = make([]int32, len(s.words))
	var open []int
	for i, w := range s.words {
		s.pairs[i] = -1
		switch w.Kind {
		case script.Mark:
			switch s.text[w.Start] {
			case '(', '[', '{', '$':
				open = append(open, i)
			case ')', ']', '}':
				if n := len(open); n > 0 {
					s.pairs[i], s.pairs[open[n-1]] = int32(open[n-1]), int32(i)
					open = open[:n-1]
				}
			}
		case script.Name:
			switch s.text[w.Start:w.End] {
			case "src":
				s.sources = append(s.sources, i)
			case "createElement", "sendBeacon", "fetch", "getScript", "importScripts", "XMLHttpRequest", "Image", "getElementsByTagName":
				s.loading = append(s.loading, i)
			}
		}
	}
}

// hasWithin reports whether a list of words has one between two others.
func hasWithin(list []int, from, to int) bool {
	i := sort.SearchInts(list, from)
	return i < len(list) && list[i] < to
}

// sighting is a piece of evidence at a stretch of the script.
func (s *code) sighting(kind policy.EvidenceKind, key string, sign vendors.Sign, start, end int) sighting {
	return sighting{sign: sign, Evidence: policy.Evidence{
		Kind: kind, Key: key, Indirect: s.indirect, Place: policy.Place{File: s.file, Span: s.place(start, end)},
	}}
}
