package facts

import (
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Conditions are, by clause that only some policies need, the words of the policy's own body which
// show that this one does: cookies among the items, a server abroad. It has no entry for a clause
// where nothing shows it, nor where another page of the site, named in a menu, is about the clause.
var Conditions = analyzer.NewFact("conditions", func(p *analyzer.Pass) map[Clause]PlaceIn {
	out := make(map[Clause]PlaceIn)
	for _, w := range conditionWords() {
		for _, r := range readers.Of(p) {
			if r.hasPageFor(w.heading) {
				delete(out, w.clause)
				break
			}
			if at, ok := r.condition(w); ok {
				if _, met := out[w.clause]; !met {
					out[w.clause] = PlaceIn{r.page, at}
				}
			}
		}
	}
	return out
})

// showing are the phrases that show that a policy needs a clause.
type showing struct {
	clause  Clause
	heading phrases.ID
	said    phrases.ID // wherever it is said
	item    phrases.ID // where it stands among the items that are collected
	besides phrases.ID // what must be said elsewhere, too; 0 for nothing
}

// conditionWords are those of the clauses that have any.
var conditionWords = sync.OnceValue(func() []showing {
	set := phrases.Default()
	var out []showing
	for _, c := range AllClauses {
		name := string(c)
		w := showing{c, phrase(name + ".heading"), set.Lookup(name + ".condition"), set.Lookup(name + ".item"), set.Lookup(name + ".besides")}
		if w.said != 0 || w.item != 0 {
			out = append(out, w)
		}
	}
	return out
})

var negativeWords = sync.OnceValue(func() phrases.ID { return phrase("sentence.negative") })

// condition looks for the words of the page that show that a clause is needed. A denial shows
// nothing, nor does what is said of a case that may come; but an item is listed for its case.
func (r *reader) condition(w showing) (policy.Range, bool) {
	if w.besides != 0 {
		if _, ok := r.sentence(w.besides, w.clause); !ok {
			return policy.Range{}, false
		}
	}
	if at, ok := r.affirmed(w.said); ok {
		return at, true
	}
	listed := r.index.of(w.item)
	if len(listed) == 0 {
		return policy.Range{}, false
	}
	titles := r.cellsWith(wordsOf(Items).header)
	for _, o := range listed {
		if r.body[o.line] == Own && r.enumerated(o) && !r.denies(o) && r.amongItems(o, titles) {
			return o.at, true
		}
	}
	return policy.Range{}, false
}

// affirmed looks for a phrase in what the body says to be so.
func (r *reader) affirmed(id phrases.ID) (policy.Range, bool) {
	for _, o := range r.index.of(id) {
		if r.body[o.line] == Own && !r.denies(o) && !o.unit.has(conditionalWords()) && !r.opensNothing(o.line) {
			return o.at, true
		}
	}
	return policy.Range{}, false
}

// denies reports whether words stand in a sentence, or under a heading or a title, that says no.
func (r *reader) denies(o occurrence) bool {
	if o.unit.has(negativeWords()) {
		return true
	}
	if cell := r.lines[o.line].cell; cell != nil {
		for _, h := range cell.Headers {
			if r.denying[h] {
				return true
			}
		}
	}
	for i := r.sections[o.line]; i >= 0; i = r.headings[i].parent {
		if r.saysNo(&r.headings[i]) {
			return true
		}
	}
	return false
}

// enumerated reports whether words are a member of an enumeration, and not what a sentence is about:
// a separator or nothing follows them, or one stands before them in a sentence that lists items.
func (r *reader) enumerated(o occurrence) bool {
	text := r.doc.Visible
	behind := text[o.at.End:o.unit.Range.End]
	if strings.HasPrefix(behind, "(") {
		_, behind, _ = strings.Cut(behind, ")")
	}
	behind = strings.TrimLeft(behind, " )]")
	if behind == "" || strings.HasPrefix(behind, "등") || strings.HasPrefix(behind, "と") || joins(behind) {
		return true
	}
	before := strings.TrimRight(text[o.unit.Range.Start:o.at.Start], " ")
	for _, separator := range [...]string{",", "、", "·", "/", "및", "과", "와"} {
		if strings.HasSuffix(before, separator) {
			return o.unit.has(wordsOf(Items).content)
		}
	}
	return false
}

// amongItems reports whether words stand in a list of the items that the policy collects: in a
// sentence that lists them, under their column's title or under their heading.
func (r *reader) amongItems(o occurrence, titles map[*policy.Cell]bool) bool {
	if cell := r.lines[o.line].cell; cell != nil {
		if r.others[cell.Table] {
			return false
		}
		for _, h := range cell.Headers {
			if titles[h] {
				return true
			}
		}
	}
	if o.unit.has(wordsOf(Items).content) {
		return !r.belongs(o.line, Items)
	}
	for i := r.sections[o.line]; i >= 0; i = r.headings[i].parent {
		if h := &r.headings[i]; len(h.Clauses) > 0 && r.isTitle(h) {
			return within(h.Clauses, Items) && o.at.Start >= h.Range.End && !isOthers(h.Clauses)
		}
	}
	return false
}

// cellsWith are the cells that hold a phrase.
func (r *reader) cellsWith(id phrases.ID) map[*policy.Cell]bool {
	out := make(map[*policy.Cell]bool)
	for _, o := range r.index.of(id) {
		if c := r.lines[o.line].cell; c != nil {
			out[c] = true
		}
	}
	return out
}

// hasPageFor reports whether the menu or the footer of the site leads to a page of its own about a
// clause.
func (r *reader) hasPageFor(heading phrases.ID) bool {
	for _, o := range r.index.of(heading) {
		if r.body[o.line] == Menu || r.body[o.line] == Footer {
			return true
		}
	}
	return false
}
