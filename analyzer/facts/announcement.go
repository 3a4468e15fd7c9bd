package facts

import (
	"slices"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// A NoticeGiven is how long before its date of effect a version was announced.
type NoticeGiven struct {
	Announced, Effective DateAt
	Promised             DaysAt // for any change; nothing where the policy promises nothing
	Given                int    // days between the two
	Hedged               bool   // the promise has exceptions
	Changed, First       bool   // the policy shows that it is a change of an earlier version, or that it is the first
}

// Known reports whether the policy tells both days.
func (n NoticeGiven) Known() bool { return !n.Announced.Date.IsZero() }

// Announcement is the day on which the current version was announced and that on which it takes effect,
// where they stand together. What the policy promises for changes that weigh more does not count: nothing
// says how much this one weighs.
var Announcement = analyzer.NewFact("announcement", func(p *analyzer.Pass) (out NoticeGiven) {
	promised, dates := Notice.Of(p).General, Dates.Of(p)
	if dates.Announced.Date.IsZero() || dates.Effective.Date.IsZero() || dates.Announced.Page != dates.Effective.Page {
		return out
	}
	r := readers.Of(p)[dates.Announced.Page]
	given := dates.Effective.Date.Sub(dates.Announced.Date)
	if given < 0 || !r.arePair(datesFound.Of(p)[r.page], dates) {
		return out
	}
	out = NoticeGiven{Announced: dates.Announced, Effective: dates.Effective, Promised: promised, Given: given}
	out.Hedged = promised.Known() && readers.Of(p)[promised.Page].hedges(promised)
	out.Changed = r.showsChange(datesFound.Of(p)[r.page], dates)
	out.First = !out.Changed && slices.ContainsFunc(datesFound.Of(p)[r.page], func(d dated) bool { return d.role == dateWords().enacted })
	return out
})

// arePair reports whether two dates speak of one version: no line or next to none between them, and no
// other date of either role near.
func (r *reader) arePair(found []dated, dates DatesOf) bool {
	if dates.Announced.Doubtful || dates.Effective.Doubtful {
		return false
	}
	a, b := r.lineAt(dates.Announced.Range.Start), r.lineAt(dates.Effective.Range.Start)
	if max(a-b, b-a) > nearVersions {
		return false
	}
	w := dateWords()
	for _, d := range found {
		own := w.announced == d.role && d.at.Date == dates.Announced.Date || w.effective == d.role && d.at.Date == dates.Effective.Date
		if (d.role == w.announced || d.role == w.effective) && !own && max(d.line-a, a-d.line) <= nearVersions {
			return false
		}
	}
	return true
}

// hedges reports whether the sentence of a promise, or the next one, makes exceptions, other than a longer
// time for changes that weigh more.
func (r *reader) hedges(promised DaysAt) bool {
	line := r.lineAt(promised.Range.Start)
	l := &r.lines[line]
	i := l.unitAt(promised.Range.Start)
	units := l.Units[i:min(i+2, len(l.Units))]
	if len(units) < 2 && line+1 < len(r.lines) {
		units = append(units[:len(units):len(units)], r.lines[line+1].Units[:min(1, len(r.lines[line+1].Units))]...)
	}
	for j := range units {
		if units[j].has(hedgeWords()) && !units[j].has(noticeWords().material) {
			return true
		}
	}
	return false
}

var hedgeWords = sync.OnceValue(func() phrases.ID { return detail("notice.hedge") })

// showsChange reports whether the policy tells of an earlier version: by a day before the one on which
// this one was announced, by words for a change beside the dates, or by what it keeps of the earlier.
func (r *reader) showsChange(found []dated, dates DatesOf) bool {
	if r.shows(Older) || r.shows(Comparison) {
		return true
	}
	for _, d := range found {
		w := dateWords()
		given := d.role == w.enacted || d.role == w.effective || d.role == w.announced
		if given && d.at.Date.Before(dates.Announced.Date) || d.role == w.revised {
			return true
		}
	}
	return r.lines[r.lineAt(dates.Announced.Range.Start)].has(changedWords())
}

var changedWords = sync.OnceValue(func() phrases.ID { return detail("notice.changed") })
