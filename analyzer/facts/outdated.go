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
		for _, c := range Citations.Of(p) {
			if c.Page == r.page {
				f.cited = append(f.cited, c)
			}
		}
		f.phrases()
		for i := range f.cited {
			f.citation(f.cited, i)
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
	cited []Citation // the laws that it names, in the order of the text
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

// quote is what stands at a place, from the beginning of a law's name to the end of a verb, with the brackets that
// open or close within it.
func (f *outdating) quote(at policy.Range) Quoted {
	if i := sort.Search(len(f.cited), func(i int) bool { return f.cited[i].Start >= at.Start }) - 1; i >= 0 && at.Start < f.cited[i].NameEnd {
		at.Start = f.cited[i].Start
	}
	text := f.r.doc.TextOf(at)
	if slices.ContainsFunc(listOf("outdated.verb_stems"), func(stem string) bool { return strings.HasSuffix(text, stem) }) {
		rest := f.r.doc.Visible[at.End:]
		at.End += len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsLetter))
	}
	text = f.r.doc.TextOf(at)
	at.Start, at.End = at.Start-opensBefore(f.r.doc.Visible[:at.Start], text), at.End+closesBehind(f.r.doc.Visible[at.End:], text)
	return Quoted{f.r.doc.TextOf(at), PlaceIn{f.r.page, at}}
}

// phrases finds what words alone tell.
func (f *outdating) phrases() {
	w := outdatedData()
	others := f.others()
	kept := f.records()
	for _, id := range w.ids {
		if w.outside[id] || f.isSettled(id) {
			continue
		}
		for _, o := range f.r.index.of(w.words[id]) {
			switch {
			case f.r.body[o.line] != Own, f.r.tellsOfBefore(o.line), o.unit.has(detail("outdated.ended")), turnsTo(o), touches(others, o.at):
			case w.record[id] != nil && !touches(kept[id], o.at):
			default:
				f.add(id, o.at)
			}
		}
	}
}

// isSettled reports whether the page says elsewhere what words are short for.
func (f *outdating) isSettled(id string) bool {
	settled := phrases.Default().Lookup(settledTable + id)
	return settled != 0 && slices.ContainsFunc(f.r.index.of(settled), func(o occurrence) bool { return f.r.body[o.line] == Own })
}

// turnsTo reports whether words name a body to which a sentence has people turn.
func turnsTo(o occurrence) bool {
	return kindIn(o.unit, o.at) != "" && o.unit.has(remedyWords().turn) && o.unit.has(wordsOf(Remedies).content)
}

// tellsOfBefore reports whether a line tells of versions before this one: a link to them, an entry of a history, by
// its heading or the day with which it begins.
func (r *reader) tellsOfBefore(line int) bool {
	l := &r.lines[line]
	if l.has(olderWords()) {
		return true
	}
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		if r.headings[i].Line != line && r.lines[r.headings[i].Line].has(detail("outdated.history")) {
			return true
		}
	}
	if l.ended {
		return false
	}
	w, days := dateWords(), date.Find(l.Block.Text)
	return len(days) > 0 && (l.has(historyWords()) || l.has(w.revised) || l.has(w.enacted) || !hasLetters(l.Block.Text[:days[0].Start]))
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

// citation finds articles, former names, and laws that are named for all that the policy does; of a name that is
// misspelt it is said already that it is none.
func (f *outdating) citation(all []Citation, i int) {
	w, c := outdatedData(), &all[i]
	if c.Past || c.ID == "" || f.r.tellsOfBefore(c.line.Index) || c.unit != nil && c.unit.has(detail("outdated.ended")) {
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
		case slices.Contains(w.ground[id], c.ID) && c.As != statute.Misspelt && len(c.Articles) == 0 && c.Level == statute.Act && f.isMatter(id, c) && !besideAct(all, i):
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
