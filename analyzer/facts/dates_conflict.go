package facts

import (
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A DateConflict is two dates that a policy gives for its version in force and that cannot both be
// right.
type DateConflict struct {
	First, Second DateAt // in the order of the text
	Announced     bool   // the second is the day of announcement, later than the day of effect; else both are days of effect
}

// DateConflicts are the conflicts of dates. Lists of versions, and what says when a policy was first
// made or changed, are none.
var DateConflicts = analyzer.NewFact("date conflicts", func(p *analyzer.Pass) []DateConflict {
	var out []DateConflict
	for i, found := range datesFound.Of(p) {
		r := readers.Of(p)[i]
		effective := r.stated(found, dateWords().effective)
		if len(effective) == 2 && effective[0].at.Date != effective[1].at.Date {
			out = append(out, DateConflict{First: effective[0].at, Second: effective[1].at})
		}
		announced := r.stated(found, dateWords().announced)
		if len(effective) == 1 && len(announced) == 1 && effective[0].at.Date.Before(announced[0].at.Date) {
			out = append(out, DateConflict{First: effective[0].at, Second: announced[0].at, Announced: true})
		}
	}
	return out
})

// nearVersions is how many lines apart the dates of a list of versions stand at the most.
const nearVersions = 3

// stated are the dates of a role that the body states of this version, equal ones once; none where
// dates of other versions may be among them.
func (r *reader) stated(found []dated, role phrases.ID) []dated {
	var out []dated
	for i, d := range found {
		if d.role != role || r.body[d.line] != Own || d.at.Doubtful {
			continue
		}
		if r.isOfVersions(found, i) {
			return nil
		}
		if len(out) == 0 || out[len(out)-1].at.Date != d.at.Date {
			out = append(out, d)
		}
	}
	return out
}

// isOfVersions reports whether a date stands among others of its kind, or under words that tell of
// other versions.
func (r *reader) isOfVersions(found []dated, i int) bool {
	d := found[i]
	w := dateWords()
	for j, o := range found {
		if j != i && o.at.Date != d.at.Date && abs(o.line-d.line) <= nearVersions && o.role != w.announced && d.role != w.announced && !r.isLabelledTwice(found, d, o) {
			return true
		}
	}
	for j := max(0, d.line-nearVersions); j <= d.line; j++ {
		l := &r.lines[j]
		if l.has(w.older) || l.has(w.enacted) || l.has(w.revised) || l.has(historyWords()) {
			return true
		}
	}
	return false
}

// mostLabelled is how many dates a page gives at the most that has no list of versions.
const mostLabelled = 6

// isLabelledTwice reports whether two dates are the only ones of effect and stand one below the other
// behind the same label, in plain lines: a list of versions has more, or is one by its form.
func (r *reader) isLabelledTwice(found []dated, d, o dated) bool {
	if len(found) > mostLabelled {
		return false
	}
	for _, other := range found {
		if other.role == d.role && other.line != d.line && other.line != o.line {
			return false
		}
	}
	label := r.labelOf(d)
	return label != "" && label == r.labelOf(o) && abs(d.line-o.line) == 1
}

// labelOf is what stands before a date that fills the rest of a plain line, without white space; ""
// where the line is an item of a list, a link or a sentence.
func (r *reader) labelOf(d dated) string {
	l := &r.lines[d.line]
	if d.role != dateWords().effective || l.cell != nil || l.Block.Kind == policy.Item || l.mark.end > 0 || l.Block.Has(policy.Linked) {
		return ""
	}
	at := l.Block.Range.Start
	label := strings.ReplaceAll(l.Block.Text[:d.at.Range.Start-at], " ", "")
	label, sign := strings.CutSuffix(strings.ReplaceAll(label, "：", ":"), ":")
	if !sign || hasLetters(l.Block.Text[d.at.Range.End-at:]) {
		return ""
	}
	return label
}

var historyWords = sync.OnceValue(func() phrases.ID { return phrase("date.history") })

func abs(n int) int { return max(n, -n) }
