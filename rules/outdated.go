package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/fold"
	"github.com/pipalint/pipalint/law"
)

// staleness is how far something is out of date on the day of a pass.
type staleness uint8

const (
	inDate      staleness = iota
	comingStale           // it will be within the time that the pass looks ahead
	maybeStale            // the sources leave open whether it already is
	isStale
)

// stalenessOf is how far something is out of date.
func stalenessOf(p *analyzer.Pass, s law.Stale) staleness {
	switch {
	case s.On(p.Day):
		return isStale
	case s.May(p.Day):
		return maybeStale
	case s.On(p.Until):
		return comingStale
	}
	return inDate
}

// outdated is what the policy says that is out of date, with the places that say it.
type outdated struct {
	law.Stale
	how   staleness
	words []facts.Outdated
}

// mostOutdated is how many places of one matter are looked at: few of them are shown.
const mostOutdated = 50

// outdatedOf are the outdated words of some kinds, those of one matter together. Where two matters stand in the same
// words, the graver one is told.
func outdatedOf(p *analyzer.Pass, kinds ...law.StaleKind) []*outdated {
	var all []*outdated
	index := make(map[string]*outdated)
	for _, w := range facts.OutdatedWords.Of(p) {
		s, ok := p.Law.StaleNamed(w.ID)
		how := stalenessOf(p, s)
		if !ok || how == inDate || !slices.Contains(kinds, s.Kind) || !isPolicyPage(p, w.Words.Page) {
			continue
		}
		key := s.ID
		if s.Kind == law.Article {
			key += " " + strings.ReplaceAll(w.Words.Text, " ", "")
		}
		o := index[key]
		if o == nil {
			o = &outdated{Stale: s, how: how}
			index[key] = o
			all = append(all, o)
		}
		if len(o.words) < mostOutdated {
			o.words = append(o.words, w)
		}
	}
	return withoutOverlaps(all)
}

// withoutOverlaps leaves out the words that stand within those of a graver matter, or of one that more words tell.
func withoutOverlaps(all []*outdated) []*outdated {
	slices.SortStableFunc(all, func(a, b *outdated) int {
		return cmp.Or(cmp.Compare(b.how, a.how), compareBools(a.Ask, b.Ask), cmp.Compare(b.Gravity, a.Gravity), cmp.Compare(len(b.words[0].Words.Text), len(a.words[0].Words.Text)))
	})
	var taken []facts.PlaceIn
	for _, o := range all {
		o.words = slices.DeleteFunc(o.words, func(w facts.Outdated) bool {
			return slices.ContainsFunc(taken, func(t facts.PlaceIn) bool { return t.Page == w.Words.Page && t.Range.Overlaps(w.Words.Range) })
		})
		for _, w := range o.words {
			taken = append(taken, w.Words.PlaceIn)
		}
	}
	return slices.DeleteFunc(all, func(o *outdated) bool { return len(o.words) == 0 })
}

// compareBools puts false first.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// mostAlike is how many other places of outdated words are shown.
const mostAlike = 3

// diagnostic is the finding about outdated words, but for its message.
func (o *outdated) diagnostic(p *analyzer.Pass) analyzer.Diagnostic {
	d := analyzer.Diagnostic{Subject: o.key(), Severity: o.severity(), Question: o.Ask || o.how == maybeStale, Help: helpFor(o.Stale)}
	if o.how == comingStale {
		d.Severity, d.From = analyzer.Info, o.Since
	}
	at(p, &d, o.words[0].Words.Page, o.words[0].Words.Range)
	for _, w := range o.words[1:min(len(o.words), 1+mostAlike)] {
		d.Related = append(d.Related, related(p, w.Words.Page, w.Words.Range, analyzer.Text{Ko: "같은 내용", En: "the same"}))
	}
	return d
}

// key names what is out of date and, of articles, the one cited.
func (o *outdated) key() string {
	if o.Kind == law.Article {
		return subject(part("stale", o.ID), part("as", fold.Letters(o.words[0].Words.Text)))
	}
	return part("stale", o.ID)
}

// severity is that of what is out of date on the day: an error where the basis that it gives is surely gone.
func (o *outdated) severity() analyzer.Severity {
	switch {
	case o.Gravity == law.Slight:
		return analyzer.Info
	case o.Gravity == law.Grave && o.Sure:
		return analyzer.Error
	}
	return analyzer.Warning
}

// helpFor says what to write in the place of what is out of date.
func helpFor(s law.Stale) analyzer.Text {
	if s.Replaced.Ko == "" {
		return analyzer.Text{Ko: "해당 내용을 지우거나 현행 법령에 맞게 고쳐 적습니다", En: "delete it, or bring it into line with the law now in force"}
	}
	return analyzer.Text{Ko: withDirection(s.Replaced.Ko) + " 고쳐 적습니다", En: "write " + s.Replaced.En}
}

// why is the reason, with the law that ended it; where it may have ended, what is known by then.
func (o *outdated) why() analyzer.Text {
	switch {
	case o.how == maybeStale && o.Doubt.Ko != "":
		return analyzer.Text(o.Doubt)
	case o.Cite == "":
		return analyzer.Text(o.Title)
	}
	return analyzer.Text{Ko: fmt.Sprintf("%s, %s", o.Title.Ko, o.Cite), En: fmt.Sprintf("%s, %s", o.Title.En, o.Cite)}
}
