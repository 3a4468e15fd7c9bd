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
	among := amongOthers(found)
	line, under := -1, false // a line may hold many dates
	for i, d := range found {
		if d.role != role || r.body[d.line] != Own || d.at.Doubtful {
			continue
		}
		if d.line != line {
			line, under = d.line, r.underVersions(d.line)
		}
		if under || among[i] && !r.isLabelledTwice(found, d) {
			return nil
		}
		if len(out) == 0 || out[len(out)-1].at.Date != d.at.Date {
			out = append(out, d)
		}
	}
	return out
}

// amongOthers says of each date but those of announcement whether another day is given near it.
func amongOthers(found []dated) []bool {
	out := make([]bool, len(found))
	for _, backwards := range [...]bool{false, true} {
		last, other := -1, -1 // the date before this one, and the nearest of another day
		for i := range found {
			if backwards {
				i = len(found) - 1 - i
			}
			d := &found[i]
			if d.role == dateWords().announced {
				continue
			}
			if last >= 0 && found[last].at.Date != d.at.Date {
				other = last
			}
			last = i
			out[i] = out[i] || other >= 0 && max(d.line-found[other].line, found[other].line-d.line) <= nearVersions
		}
	}
	return out
}

// underVersions reports whether a line stands under words that tell of other versions, or holds them.
func (r *reader) underVersions(line int) bool {
	w := dateWords()
	for j := max(0, line-nearVersions); j <= line; j++ {
		l := &r.lines[j]
		if l.has(w.older) || l.has(w.enacted) || l.has(w.revised) || l.has(historyWords()) {
			return true
		}
	}
	return false
}

// mostLabelled is how many dates a page gives at the most that has no list of versions.
const mostLabelled = 6

// isLabelledTwice reports whether a date and one other are the only ones of effect and stand one below
// the other behind the same label, in plain lines: a list of versions has more, or is one by its form.
func (r *reader) isLabelledTwice(found []dated, d dated) bool {
	if len(found) > mostLabelled {
		return false
	}
	var others []dated
	for _, o := range found {
		if o.role == d.role && o.line != d.line {
			others = append(others, o)
		}
	}
	if len(others) != 1 || max(d.line-others[0].line, others[0].line-d.line) != 1 {
		return false
	}
	label := r.labelOf(d)
	return label != "" && label == r.labelOf(others[0])
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
