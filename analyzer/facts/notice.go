package facts

import (
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// NoticeOf is how long before a change of itself a policy promises to tell of it.
type NoticeOf struct {
	General  DaysAt // of any change
	Material DaysAt // of one that weighs more, as for the worse
}

// DaysAt is a number of days that a policy promises, and where. A week is 7 days and a month 30.
type DaysAt struct {
	Days  int
	Page  int
	Range policy.Range // empty where nothing is promised
}

// Known reports whether a number is promised.
func (d DaysAt) Known() bool { return !d.Range.Empty() }

// Notice is what the policy promises for changes of itself, not what is said of terms, nor of
// destruction, dormant accounts or processors.
var Notice = analyzer.NewFact("notice", func(p *analyzer.Pass) NoticeOf {
	var out NoticeOf
	for i, r := range readers.Of(p) {
		kind := Kinds.Of(p)[i]
		last := (*Unit)(nil)
		for _, o := range r.index.of(noticeWords().ahead) {
			if out.General.Known() && out.Material.Known() {
				return out
			}
			if o.unit == last || r.body[o.line] != Own || !r.speaksOfChange(o) {
				continue
			}
			if kind == Terms && !o.unit.has(titleWords().policy) {
				continue // it promises to tell of changes of itself
			}
			last = o.unit
			general, material := r.promises(o.unit)
			if !out.General.Known() {
				out.General = general
			}
			if !out.Material.Known() {
				out.Material = material
			}
		}
	}
	return out
})

type noticePhrases struct{ change, policy, ahead, material, other phrases.ID }

var noticeWords = sync.OnceValue(func() noticePhrases {
	return noticePhrases{detail("notice.change"), detail("notice.policy"), detail("notice.ahead"), detail("notice.material"), detail("notice.other")}
})

// speaksOfChange reports whether a sentence is about a change of the policy: it says so, or it
// stands under the heading of that clause. One that names another matter must name the policy, too,
// before it gives a number.
func (r *reader) speaksOfChange(o occurrence) bool {
	w := noticeWords()
	name, names := o.unit.find(w.policy)
	if o.unit.has(w.other) && !(names && name.Start < o.at.Start) {
		return false
	}
	if names && o.unit.has(w.change) {
		return true
	}
	for i := r.sections[o.line]; i >= 0; i = r.headings[i].parent {
		h := &r.headings[i]
		if len(h.Clauses) > 0 && !(h.Line == o.line && h.Range.Contains(o.at)) { // a short line that promises is no heading over itself
			return within(h.Clauses, Changes) || within(h.Clauses, EffectiveDate) && o.unit.has(w.change)
		}
	}
	return false
}

// promises reads the numbers of a sentence, and which of them are for changes that weigh more: in
// Korean and Japanese the words for that stand before the number, in English often behind it.
func (r *reader) promises(u *Unit) (general, material DaysAt) {
	text := r.doc.TextOf(u.Range)
	found := lengths(text)
	weighty := make([]bool, len(found))
	for _, m := range u.Matches {
		if m.Phrase != noticeWords().material {
			continue
		}
		start, end := m.Start-u.Range.Start, m.End-u.Range.Start
		if i := belongsTo(found, start, end, text[start] < utf8.RuneSelf); i >= 0 {
			weighty[i] = true
		}
	}
	for i, f := range found {
		d := DaysAt{Days: f.days, Page: r.page, Range: policy.Range{Start: u.Range.Start + f.start, End: u.Range.Start + f.end}}
		switch {
		case weighty[i] && !material.Known():
			material = d
		case !weighty[i] && !general.Known():
			general = d
		}
	}
	return general, material
}

// belongsTo is the number to which a word belongs: the one behind it, or else the last; with either,
// the one that is nearer on either side.
func belongsTo(found []length, start, end int, either bool) int {
	for i, f := range found {
		if f.start < start {
			continue
		}
		if either && i > 0 && start-found[i-1].end < f.start-end {
			return i - 1
		}
		return i
	}
	return len(found) - 1
}
