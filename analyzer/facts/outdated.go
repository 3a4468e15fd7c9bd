package facts

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/statute"
)

// An Outdated is wording that fits the law of one time only: a term, an article, an authority, an idea. Whether it
// is out of date on a day the law knows, under the same name.
type Outdated struct {
	ID    string
	Words Quoted
}

// OutdatedWords are those in the policy's own text, in its order. What tells of older versions is left out, and so
// are the bodies for remedies, which are [OutdatedBodies].
var OutdatedWords = analyzer.NewFact("outdated words", func(p *analyzer.Pass) []Outdated {
	var out []Outdated
	for _, r := range readers.Of(p) {
		f := &outdating{pass: p, r: r}
		f.phrases()
		for i := range Citations.Of(p) {
			if Citations.Of(p)[i].Page == r.page {
				f.citation(Citations.Of(p), i)
			}
		}
		slices.SortStableFunc(f.found, func(a, b Outdated) int { return a.Words.Range.Start - b.Words.Range.Start })
		out = append(out, f.found...)
	}
	return out
})

// outdating finds the outdated words of a page.
type outdating struct {
	pass  *analyzer.Pass
	r     *reader
	found []Outdated
}

// nearLast is how many of the words taken in last may stand in the same sentence.
const nearLast = 8

// add takes words in; of two that overlap under one name the longer stay.
func (f *outdating) add(id string, at policy.Range) {
	for i := len(f.found) - 1; i >= max(0, len(f.found)-nearLast); i-- {
		o := &f.found[i]
		if o.ID == id && o.Words.Range.Overlaps(at) {
			if at.End-at.Start > o.Words.Range.End-o.Words.Range.Start {
				o.Words = f.quote(at)
			}
			return
		}
	}
	f.found = append(f.found, Outdated{id, f.quote(at)})
}

// quote is what stands at a place, to the end of a verb.
func (f *outdating) quote(at policy.Range) Quoted {
	text := f.r.doc.TextOf(at)
	if slices.ContainsFunc(listOf("outdated.verb_stems"), func(stem string) bool { return strings.HasSuffix(text, stem) }) {
		rest := f.r.doc.Visible[at.End:]
		at.End += len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsLetter))
	}
	return Quoted{f.r.doc.TextOf(at), PlaceIn{f.r.page, at}}
}

// phrases finds what words alone tell.
func (f *outdating) phrases() {
	w := outdatedData()
	others := f.others()
	kept := f.records()
	for _, id := range w.ids {
		if w.outside[id] {
			continue
		}
		for _, o := range f.r.index.of(w.words[id]) {
			switch {
			case f.r.body[o.line] != Own, f.tellsOfBefore(o.line), turnsTo(o), touches(others, o.at):
			case w.record[id] != nil && !touches(kept[id], o.at):
			default:
				f.add(id, o.at)
			}
		}
	}
}

// turnsTo reports whether words name a body to which a sentence has people turn.
func turnsTo(o occurrence) bool {
	return kindIn(o.unit, o.at) != "" && o.unit.has(remedyWords().turn) && o.unit.has(wordsOf(Remedies).content)
}

// tellsOfBefore reports whether a line tells of versions before this one: a link to them, an entry of a history.
func (f *outdating) tellsOfBefore(line int) bool {
	l := &f.r.lines[line]
	if l.has(olderWords()) {
		return true
	}
	w := dateWords()
	return !l.ended && (l.has(historyWords()) || l.has(w.revised) || l.has(w.enacted)) && len(date.Find(l.Block.Text)) > 0
}

// others are where recipients and outside bodies are named: an authority among them is one by its name alone.
func (f *outdating) others() []policy.Range {
	var out []policy.Range
	for _, b := range OutsideBodies.Of(f.pass) {
		if b.Body.Page == f.r.page {
			out = append(out, b.Body.Range)
		}
	}
	for _, list := range [...][]Recipient{Processors.Of(f.pass), ThirdParties.Of(f.pass), Transfers.Of(f.pass)} {
		for i := range list {
			if at := list[i].Name.At; at.Page == f.r.page {
				out = append(out, at.Range)
			}
		}
	}
	return sorted(out)
}

// records are where records are named that are kept on the ground of a law that no longer asks for it, as the policy
// states it, by what is outdated of them.
func (f *outdating) records() map[string][]policy.Range {
	out := make(map[string][]policy.Range)
	for _, kept := range Retentions.Of(f.pass) {
		if kept.Record.At.Page != f.r.page || kept.Basis.Text == "" {
			continue
		}
		for id, laws := range outdatedData().record {
			if slices.ContainsFunc(statute.Find(kept.Basis.Text), func(found statute.Found) bool { return slices.Contains(laws, found.ID) }) {
				out[id] = append(out[id], kept.Record.At.Range)
			}
		}
	}
	for id := range out {
		out[id] = sorted(out[id])
	}
	return out
}

// sorted puts ranges in their order.
func sorted(all []policy.Range) []policy.Range {
	slices.SortFunc(all, func(a, b policy.Range) int { return a.Start - b.Start })
	return all
}

// touches reports whether one of some ranges, in order and apart from each other, overlaps another.
func touches(all []policy.Range, at policy.Range) bool {
	i := sort.Search(len(all), func(i int) bool { return all[i].End > at.Start })
	return i < len(all) && all[i].Overlaps(at)
}

// citation finds articles, former names, and laws that are named for all that the policy does.
func (f *outdating) citation(all []Citation, i int) {
	w, c := outdatedData(), &all[i]
	if c.Past || c.ID == "" || f.tellsOfBefore(c.line.Index) {
		return
	}
	for _, a := range c.Articles {
		for _, known := range w.articles {
			if known.law == c.ID && known.level == c.Level && a.Within(known.article) && !a.Through && f.isMatter(known.id, c) {
				f.add(known.id, c.With(a))
			}
		}
	}
	for _, id := range w.ids {
		switch {
		case c.As == statute.Former && slices.Contains(w.former[id], c.ID):
			f.add(id, c.Name())
		case slices.Contains(w.ground[id], c.ID) && len(c.Articles) == 0 && c.Level == statute.Act && f.isMatter(id, c) && !besideAct(all, i):
			f.add(id, c.Name())
		}
	}
}

// isMatter reports whether what must stand near a citation does; most need nothing.
func (f *outdating) isMatter(id string, c *Citation) bool {
	if phrases.Default().Lookup(matterTable+id) == 0 {
		return true
	}
	return c.isAbout(matterTable+id, f.r.lines)
}

// besideAct reports whether the Personal Information Protection Act is named in the sentence of a citation.
func besideAct(all []Citation, i int) bool {
	for _, step := range [...]int{-1, 1} {
		for j := i; j >= 0 && j < len(all) && all[j].unit == all[i].unit; j += step {
			if all[j].ID == "pipa" {
				return true
			}
		}
	}
	return false
}
