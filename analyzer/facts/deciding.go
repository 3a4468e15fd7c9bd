package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// decisions are, page by page, how the page addresses each clause, in the order of AllClauses.
var decisions = analyzer.NewFact("decisions", func(p *analyzer.Pass) [][]Finding {
	out := make([][]Finding, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		for _, w := range clauseWords() {
			out[i] = append(out[i], r.clause(w))
		}
	}
	return out
})

// clause decides one clause on the page: by a heading with content, by the title of a table's
// column, by words in a sentence; then by a denial; then by what only comes near it.
func (r *reader) clause(w words) Finding {
	present, isPresent := r.present(w)
	denied, isDenied := r.sentence(w.denied, w.clause)
	if !isDenied {
		denied, isDenied = r.deniesHere(w)
	}
	switch {
	case isPresent && !(isDenied && r.yields(w)):
		return Finding{Status: Present, Page: r.page, Range: present}
	case isDenied:
		return Finding{Status: Denied, Page: r.page, Range: denied}
	}
	if w.clause == Items {
		if at, n := r.enumerations(); n >= enough {
			return Finding{Status: Present, Page: r.page, Range: at}
		}
	}
	return r.near(w)
}

// near is the nearest thing to a clause that is absent: a heading, a mention, an entry in the table of
// contents; for a clause that every policy has, the heading's words in an entry of a list, too.
func (r *reader) near(w words) Finding {
	near := Finding{Status: Absent, Page: r.page}
	var entry *Heading
	for i := range r.headings {
		h := &r.headings[i]
		switch {
		case !within(h.Clauses, w.clause) || !r.speaks(h, w.clause):
		case r.isTitle(h):
			near.Range, near.EmptyHeading = h.Range, r.empty(h)
			return near
		case entry == nil && !w.conditional:
			entry = h
		}
	}
	if entry != nil {
		near.Range = entry.Range
	} else if m, ok := r.sentence(w.mention, w.clause); ok {
		near.Range = m
	} else if m, ok := r.listed(w); ok {
		near.Range = m
	} else if m, ok := r.elsewhere(w); ok {
		near.Range = m
	} else if w.clause == Items {
		near.Range, _ = r.enumerations()
	}
	return near
}

// elsewhere looks for a sentence with the content of a general clause in sections about others, where
// it may be about them or not.
func (r *reader) elsewhere(w words) (policy.Range, bool) {
	if !isGeneral(w.clause) {
		return policy.Range{}, false // nothing kept it from being met
	}
	for _, id := range [...]phrases.ID{w.content, w.mention} {
		for _, o := range r.index.of(id) {
			if r.body[o.line] == Own && (id == w.mention || r.lines[o.line].ended) && !r.inListOfOthers(o.line, w.clause) && !r.opensNothing(o.line) {
				return o.at, true
			}
		}
	}
	return policy.Range{}, false
}

// deniesHere looks for a denial under a heading of the clause.
func (r *reader) deniesHere(w words) (policy.Range, bool) {
	if w.denies == 0 {
		return policy.Range{}, false
	}
	for _, h := range r.headings {
		if !within(h.Clauses, w.clause) {
			continue
		}
		for i := h.Line; i < h.End; i++ {
			if m, ok := r.lines[i].find(w.denies); ok && r.body[i] == Own {
				return policy.Range{Start: m.Start, End: m.End}, true
			}
		}
	}
	return policy.Range{}, false
}

// listed looks for the name of a clause where it is no heading: in a list of links or a table of
// contents, in what is told apart from the version in force, at the beginning of a line of text; and
// for the officer in the footer. Of a clause that only some policies need, contents alone count: what
// else names it, a page of its own or an older version, shows no gap in this one.
func (r *reader) listed(w words) (policy.Range, bool) {
	for _, o := range r.index.of(w.heading) {
		l := &r.lines[o.line]
		if w.conditional && r.body[o.line] != Contents {
			continue
		}
		switch r.body[o.line] {
		case Contents, Older, Comparison, Beside:
			return l.Block.Range, true
		case Menu:
			if l.Block.Has(policy.Linked) && !l.Block.Has(policy.InNav) {
				return l.Block.Range, true
			}
		case Footer:
			if w.clause == Officer {
				return o.at, true
			}
		case Own:
			if before := l.Block.Text[l.mark.end:max(l.mark.end, o.at.Start-l.Block.Range.Start)]; l.cell == nil && !isLonger(before, 4) && !(isGeneral(w.clause) && r.belongs(o.line, w.clause)) {
				return o.at, true
			}
		}
	}
	return policy.Range{}, false
}

func (r *reader) present(w words) (policy.Range, bool) {
	for i := range r.headings {
		h := &r.headings[i]
		if within(h.Clauses, w.clause) && !r.empty(h) && r.speaks(h, w.clause) && r.suffices(h, w.clause) {
			return h.Range, true
		}
	}
	if at, ok := r.column(w); ok {
		return at, true
	}
	if at, ok := r.sentence(w.content, w.clause); ok || w.clause != Purpose {
		return at, ok
	}
	return r.firstArticle()
}

// suffices reports whether a heading with any text under it makes a clause present. Destruction
// needs a procedure or a method; where the heading names neither, the text must.
func (r *reader) suffices(h *Heading, c Clause) bool {
	if c != Destruction {
		return true
	}
	m, ok := r.lines[h.Line].find(destructionHow())
	return ok && h.Range.Contains(policy.Range{Start: m.Start, End: m.End})
}

var destructionHow = sync.OnceValue(func() phrases.ID { return phrase("destruction.how") })

// speaks reports whether a heading with words of a clause stands in a section that may hold it:
// the retention period of a recipient is no retention clause.
func (r *reader) speaks(h *Heading, c Clause) bool {
	return !(isGeneral(c) && isOthers(h.Clauses)) && !(isGeneral(c) && r.belongs(h.Line, c)) && !(c == Officer && r.managesCameras(h.Line))
}

// column looks for a table with a column or row of the clause that has content.
func (r *reader) column(w words) (policy.Range, bool) {
	for _, o := range r.index.of(w.header) {
		c := r.lines[o.line].cell
		if c == nil || r.body[o.line] != Own || !r.filled[c] && !labelsRow(c) {
			continue
		}
		if isGeneral(w.clause) && (r.belongs(o.line, w.clause) || r.others[c.Table]) {
			continue
		}
		return o.at, true
	}
	return policy.Range{}, false
}

// sentence looks for a phrase in the body, outside of sections about others where the clause is a
// general one.
func (r *reader) sentence(id phrases.ID, c Clause) (policy.Range, bool) {
	for _, o := range r.index.of(id) {
		if r.body[o.line] == Own && !(isGeneral(c) && r.belongs(o.line, c)) && !(c == Officer && r.managesCameras(o.line)) && !r.inListOfOthers(o.line, c) && !r.opensNothing(o.line) {
			return o.at, true
		}
	}
	return policy.Range{}, false
}

// conditionalWords say what would be, not what is.
var conditionalWords = sync.OnceValue(func() phrases.ID { return phrase("sentence.conditional") })

// yields reports whether a denial outweighs what makes a clause present: where that is no more than
// the heading under which the denial stands.
func (r *reader) yields(w words) bool {
	if _, ok := r.column(w); ok {
		return false
	}
	for _, o := range r.index.of(w.content) {
		if r.body[o.line] == Own && !r.inHeading(o) && !o.unit.has(w.denied) && !o.unit.has(w.denies) && !o.unit.has(conditionalWords()) {
			return false
		}
	}
	return true
}

// inHeading reports whether words stand in a heading, which says what its section is about and not
// whether it happens.
func (r *reader) inHeading(o occurrence) bool {
	i := r.sections[o.line]
	return i >= 0 && r.headings[i].Line == o.line && r.headings[i].Range.Contains(o.at)
}
