package facts

import (
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// sharing tells, where a line gives several dates, to which of them a word between two belongs.
type sharing struct {
	l        *Line
	found    []date.Found
	words    []roleWord // in order
	labelled []bool     // by date: words stand before it as its label
}

// roleWord is a word that says what a date is for, and the unit in which it stands.
type roleWord struct {
	phrases.Match
	unit  policy.Range
	order int // in which it was found: of 변경공고일 the announcement comes before the change
}

// farWord is how far from a date, in bytes, a word for it stands at the most, and longWord how long
// one is at the most.
const farWord, longWord = 200, 300

// near are the words that may be those of date k.
func (s sharing) near(k int) []roleWord {
	base := s.l.Block.Range.Start
	from := sort.Search(len(s.words), func(i int) bool { return s.words[i].Start >= base+s.found[k].Start-farWord-longWord })
	to := sort.Search(len(s.words), func(i int) bool { return s.words[i].Start > base+s.found[k].End+farWord })
	return s.words[from:max(from, to)]
}

// newSharing goes through the dates in order: a line that begins with a label goes on with labels,
// and one that begins with a date goes on with words behind dates.
func newSharing(l *Line, found []date.Found) sharing {
	s := sharing{l: l, found: found}
	if len(found) == 0 {
		return s
	}
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if isRole(m.Phrase) || m.Phrase == dateWords().older {
				s.words = append(s.words, roleWord{m, l.Units[i].Range, len(s.words)})
			}
		}
	}
	sort.SliceStable(s.words, func(i, j int) bool { return s.words[i].Start < s.words[j].Start })
	s.labelled = make([]bool, len(found))
	for k := range found {
		for _, m := range s.near(k) {
			s.labelled[k] = s.labelled[k] || isRole(m.Phrase) && s.isLabelOf(m.Match, k) && !s.isBehind(m.Match, k-1)
		}
	}
	return s
}

// role is the role that the words of a line give one of its dates: a label right before it
// (시행일: …), else those nearest to it (…부터 시행), unless they belong to the date before or behind.
func (s sharing) role(k int) phrases.ID {
	l := s.l
	at := policy.Range{Start: l.Block.Range.Start + s.found[k].Start, End: l.Block.Range.Start + s.found[k].End}
	role, near, order := phrases.ID(0), 1<<30, 0
	effective := dateWords().effective
	for _, m := range s.near(k) {
		if s.isAnother(m.Match, k) {
			continue
		}
		distance := max(at.Start-m.End, m.Start-at.End, 0)
		if m.End <= at.Start && isLabelEnd(l.Block.Text[m.End-l.Block.Range.Start:s.found[k].Start]) {
			distance = 0
		}
		if !m.unit.Contains(at) {
			distance += 100
		}
		if distance < near || distance == near && role != effective && (m.Phrase == effective || m.order < order) {
			role, near, order = m.Phrase, distance, m.order
		}
	}
	if near > farWord {
		return 0
	}
	return role
}

// isAnother reports whether a word between dates is not that of date k.
func (s sharing) isAnother(m phrases.Match, k int) bool {
	if len(s.found) < 2 {
		return false
	}
	base := s.l.Block.Range.Start
	switch end := m.End - base; { // it may begin within the date: 5일 시행
	case end > s.found[k].End && k+1 < len(s.found):
		return s.isLabelOf(m, k+1) && !s.isBehind(m, k)
	case end <= s.found[k].Start && k > 0:
		return s.isBehind(m, k-1)
	}
	return false
}

// isLabelOf reports whether nothing but what ends a label stands between a word and date k.
func (s sharing) isLabelOf(m phrases.Match, k int) bool {
	base, at := s.l.Block.Range.Start, s.found[k].Start
	if m.Start-base >= at || m.End-base > s.found[k].End {
		return false
	}
	return m.End-base >= at || isLabelEnd(s.l.Block.Text[m.End-base:at])
}

// isBehind reports whether a word stands right behind date k, which has no label: 4월 1일 공고 4월 8일
// 시행. A colon behind the word makes it a label of the next.
func (s sharing) isBehind(m phrases.Match, k int) bool {
	if k < 0 || s.labelled[k] {
		return false
	}
	base, at := s.l.Block.Range.Start, s.found[k].End
	if m.End-base <= at || strings.TrimLeft(s.l.Block.Text[at:max(at, m.Start-base)], " 에자로부터") != "" {
		return false
	}
	behind := s.l.Block.Text[m.End-base:]
	return !strings.ContainsAny(s.l.Block.Text[m.Start-base:m.End-base]+behind[:head(behind, 6)], ":：")
}
