package facts

import (
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
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

// MisspeltDates are the dates of effect and announcement in which letters stand for digits.
var MisspeltDates = analyzer.NewFact("misspelt dates", func(p *analyzer.Pass) []DateAt {
	var out []DateAt
	for i, found := range datesFound.Of(p) {
		for _, d := range found {
			if d.at.Doubtful && strings.ContainsAny(p.Policy.Pages[i].TextOf(d.at.Range), "OoIl") {
				out = append(out, d.at)
			}
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
		if among[i] || under {
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

var historyWords = sync.OnceValue(func() phrases.ID { return phrase("date.history") })
