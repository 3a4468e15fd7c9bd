package evidence

import (
	"sort"
	"strings"

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
		switch {
		case w.Kind == script.Mark:
			switch s.text[w.Start] {
			case '(', '[', '{', '$':
				open = append(open, i)
			case ')', ']', '}':
				if n := len(open); n > 0 {
					s.pairs[i], s.pairs[open[n-1]] = int32(open[n-1]), int32(i)
					open = open[:n-1]
				}
			}
		case w.Kind == script.Name:
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

// tags keeps the IDs of tags that stand alone in a string, where Google's tag is spoken of nearby:
// elsewhere "G-12345" may number a product.
func (s *code) tags() {
	const near = 4096
	var about []int // offsets where Google's tag is spoken of
	type found struct {
		id    string
		sign  vendors.Sign
		start int
	}
	var ids []found
	for i, w := range s.words {
		switch w.Kind {
		case script.Name:
			if isAboutTags(s.word(i)) {
				about = append(about, int(w.Start))
			}
		case script.String:
			start, end := w.Inner(s.text)
			text := s.text[start:end]
			if id, sign, ok := tagID(text); ok {
				ids = append(ids, found{id, sign, start})
			} else if isAboutTags(text) || strings.Contains(text, "googletagmanager.com") || strings.Contains(text, "google-analytics.com") {
				about = append(about, start)
			}
		}
	}
	for _, f := range ids {
		i := sort.SearchInts(about, f.start-near)
		if s.amp || i < len(about) && about[i] < f.start+near {
			s.c.add(s.sighting(policy.EvidenceTagID, f.id, f.sign, f.start, f.start+len(f.id)))
		}
	}
}

// isAboutTags reports whether a name is one that belongs to Google's tag.
func isAboutTags(name string) bool {
	switch name {
	case "gtag", "ga", "_gaq", "dataLayer", "GoogleAnalyticsObject", "google_tag_manager", "google_conversion_id",
		"measurementId", "measurement_id", "gaId", "gtmId", "gaTrackingId", "trackingId", "GA_MEASUREMENT_ID", "GTM_ID", "GA_ID",
		"GA_TRACKING_ID", "gtm", "GTM", "gtm.start", "gtm.js":
		return true
	}
	return false
}
