package facts

import (
	"slices"
	"strings"
	"sync"
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
			if c := &Citations.Of(p)[i]; c.Page == r.page {
				f.citation(c)
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

// add takes words in; of two that overlap under one name the longer stay.
func (f *outdating) add(id string, at policy.Range) {
	for i := range f.found {
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
	for i := range Citations.Of(f.pass) {
		if c := &Citations.Of(f.pass)[i]; c.Page == f.r.page && c.Start < at.Start && at.Start < c.NameEnd {
			at.Start = c.Start
		}
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
	for _, id := range w.ids {
		if w.outside[id] || f.isSettled(id) {
			continue
		}
		for _, o := range f.r.index.of(w.words[id]) {
			switch {
			case f.r.body[o.line] != Own, f.r.tellsOfBefore(o.line), o.unit.has(detail("outdated.ended")), turnsTo(o), slices.ContainsFunc(others, o.at.Overlaps):
			case w.record[id] != nil && !f.keptBy(w.record[id], o.at):
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
	return out
}

// keptBy reports whether a record is kept on the ground of one of some laws, as the policy states it.
func (f *outdating) keptBy(laws []statute.ID, record policy.Range) bool {
	for _, kept := range Retentions.Of(f.pass) {
		if kept.Record.At.Page != f.r.page || !kept.Record.At.Range.Overlaps(record) {
			continue
		}
		for _, found := range statute.Find(kept.Basis.Text) {
			if slices.Contains(laws, found.ID) {
				return true
			}
		}
	}
	return false
}

// citation finds articles, former names, and laws that are named for all that the policy does; of a name that is
// misspelt it is said already that it is none.
func (f *outdating) citation(c *Citation) {
	w := outdatedData()
	if c.Past || c.ID == "" || f.r.tellsOfBefore(c.line.Index) || c.unit != nil && c.unit.has(detail("outdated.ended")) {
		return
	}
	for _, a := range c.Articles {
		for _, known := range w.articles {
			if known.law == c.ID && known.level == c.Level && a.Within(known.article) && !a.Through && f.isMatter(known.id, c) {
				f.add(known.id, policy.Range{Start: min(c.Start, a.Start), End: max(c.NameEnd, a.End)})
			}
		}
	}
	for _, id := range w.ids {
		switch {
		case c.As == statute.Former && slices.Contains(w.former[id], c.ID):
			f.add(id, c.Name())
		case slices.Contains(w.ground[id], c.ID) && c.As != statute.Misspelt && len(c.Articles) == 0 && c.Level == statute.Act && f.isMatter(id, c) && !f.besideAct(c):
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
func (f *outdating) besideAct(c *Citation) bool {
	return slices.ContainsFunc(Citations.Of(f.pass), func(d Citation) bool {
		return d.Page == c.Page && d.unit == c.unit && d.ID == "pipa"
	})
}

// outdatedArticle is an article under the name by which the law knows it.
type outdatedArticle struct {
	id      string
	law     statute.ID
	level   statute.Level
	article statute.Article
}

// outdatedWords is the data of what fits the law of one time.
type outdatedWords struct {
	ids                    []string
	words                  map[string]phrases.ID
	outside                map[string]bool // it is an outside body
	articles               []outdatedArticle
	former, ground, record map[string][]statute.ID
	phones, hosts          map[string][]string
}

// The tables of the data.
const (
	staleTable   = "stale."
	matterTable  = "stale_matter."
	settledTable = "stale_settled."
)

var outdatedData = sync.OnceValue(func() *outdatedWords {
	w := &outdatedWords{words: make(map[string]phrases.ID), outside: make(map[string]bool), phones: outdatedLists("stale_phones."), hosts: outdatedLists("stale_hosts.")}
	w.former, w.ground, w.record = lawsOf("stale_former."), lawsOf("stale_ground."), lawsOf("stale_record.")
	ids := make(map[string]bool)
	for i := 1; i <= phrases.Default().Len(); i++ {
		if id, ok := strings.CutPrefix(phrases.Default().Name(phrases.ID(i)), staleTable); ok {
			w.words[id], ids[id] = phrases.ID(i), true
		}
	}
	for _, name := range phrases.ListNames() {
		if table, id, ok := strings.Cut(name, "."); ok && strings.HasPrefix(table, "stale_") {
			ids[id] = true
		}
	}
	for id := range ids {
		w.ids = append(w.ids, id)
		w.outside[id] = strings.HasPrefix(id, "stale-remedy-")
	}
	slices.Sort(w.ids)
	for id, list := range outdatedLists("stale_articles.") {
		for _, s := range list {
			w.articles = append(w.articles, readOutdatedArticle(id, s))
		}
	}
	slices.SortFunc(w.articles, func(a, b outdatedArticle) int { return strings.Compare(a.id, b.id) })
	return w
})

// readOutdatedArticle reads "pipa 시행령 제48조의2".
func readOutdatedArticle(id, s string) outdatedArticle {
	words := strings.Fields(s)
	out := outdatedArticle{id: id, law: statute.ID(words[0])}
	if len(words) == 3 && words[1] == "시행령" {
		out.level = statute.Decree
	}
	article, ok := statute.ParseArticle(words[len(words)-1])
	if !ok {
		panic("no article: " + s) // the data is part of the program; every test of the fact reads it
	}
	out.article = article
	return out
}

// outdatedLists are the lists of a table, by the name of what is outdated.
func outdatedLists(table string) map[string][]string {
	out := make(map[string][]string)
	for _, name := range phrases.ListNames() {
		if id, ok := strings.CutPrefix(name, table); ok {
			out[id] = listOf(name)
		}
	}
	return out
}

func lawsOf(table string) map[string][]statute.ID {
	out := make(map[string][]statute.ID)
	for id, list := range outdatedLists(table) {
		for _, s := range list {
			out[id] = append(out[id], statute.ID(s))
		}
	}
	return out
}

// OutdatedNames are the names of all that can be found to be outdated.
func OutdatedNames() []string { return slices.Clone(outdatedData().ids) }
