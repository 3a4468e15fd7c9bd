package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// sharing tells, where a line gives several dates, to which of them a word between two belongs.
type sharing struct {
	l        *Line
	found    []date.Found
	labelled []bool // by date: words stand before it as its label
}

// newSharing goes through the dates in order: a line that begins with a label goes on with labels,
// and one that begins with a date goes on with words behind dates.
func newSharing(l *Line, found []date.Found) sharing {
	s := sharing{l: l, found: found}
	if len(found) < 2 {
		return s
	}
	s.labelled = make([]bool, len(found))
	for k := range found {
		for i := range l.Units {
			for _, m := range l.Units[i].Matches {
				s.labelled[k] = s.labelled[k] || isRole(m.Phrase) && s.isLabelOf(m, k) && !s.isBehind(m, k-1)
			}
		}
	}
	return s
}

// role is the role that the words of a line give one of its dates: a label right before it
// (시행일: …), else those nearest to it (…부터 시행), unless they belong to the date before or behind.
func (s sharing) role(k int) phrases.ID {
	w, l := dateWords(), s.l
	at := policy.Range{Start: l.Block.Range.Start + s.found[k].Start, End: l.Block.Range.Start + s.found[k].End}
	var role phrases.ID
	near := 1 << 30
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			if !isRole(m.Phrase) && m.Phrase != w.older || s.isAnother(m, k) {
				continue
			}
			distance := max(at.Start-m.End, m.Start-at.End, 0)
			if m.End <= at.Start && isLabelEnd(l.Block.Text[m.End-l.Block.Range.Start:s.found[k].Start]) {
				distance = 0
			}
			if !l.Units[i].Range.Contains(at) {
				distance += 100
			}
			if distance < near || distance == near && m.Phrase == w.effective {
				role, near = m.Phrase, distance
			}
		}
	}
	if near > 200 {
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
