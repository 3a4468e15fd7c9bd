package facts

import (
	"sync"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// evidence is how far one place states an element.
type evidence struct {
	stated Stated
	table  *policy.Table // in which it stands, or nil
	title  bool          // the title of a column or row of the table
	label  bool          // a label with something behind it
}

// tally sums up the evidence for one element.
type tally struct {
	places []PlaceIn
	best   Stated // in prose
	labels int
	titles map[*policy.Table]Stated // by their columns and rows
	cells  map[*policy.Table]bool   // by words in other cells
}

func newTally() *tally {
	return &tally{titles: make(map[*policy.Table]Stated), cells: make(map[*policy.Table]bool)}
}

func (t *tally) add(e evidence) {
	switch {
	case e.title:
		t.titles[e.table] = max(t.titles[e.table], e.stated)
	case e.table != nil:
		t.cells[e.table] = true
	case e.label:
		t.labels++
	default:
		t.best = max(t.best, e.stated)
	}
}

// stated weighs the evidence. Where tables list the entries, their columns decide: a column holds
// for the entries of its own table. Else a label or a sentence holds for all.
func (t *tally) stated(s *scope) Stated {
	switch {
	case len(t.titles) == 0 && (t.labels > 0 || len(t.cells) > 0):
		return StatedAll
	case len(t.titles) == 0:
		return t.best
	case s.clause == Officer:
		return StatedAll // the first one named counts
	}
	out := StatedAll
	for _, how := range t.titles {
		out = min(out, how)
	}
	for table := range s.lists {
		if _, titled := t.titles[table]; !titled && !t.cells[table] && t.labels == 0 {
			out = StatedSome
		}
	}
	return out
}

// evidence weighs one place where the words of an element stand, which may be such as count for a
// label alone.
func (s *scope) evidence(o occurrence, asLabel bool) (evidence, bool) {
	r := s.r
	if r.body[o.line] != Own || r.lines[o.line].Block.Kind == policy.Alt {
		return evidence{}, false
	}
	if c := r.lines[o.line].cell; c != nil {
		if isHeader(c) || labelsRow(c) && c.Table.HeaderRows == 0 {
			e := evidence{stated: s.fill(c), table: c.Table, title: true}
			return e, e.stated != StatedNone
		}
		return evidence{table: c.Table}, !s.isPromise(o.unit) && (!asLabel || labelsRow(c) || r.labels(o))
	}
	if i := r.sections[o.line]; i >= 0 && r.headings[i].Line == o.line && !r.headings[i].Glued {
		return evidence{stated: StatedAll, label: true}, s.heads(i, o)
	}
	if r.labels(o) {
		return evidence{stated: StatedAll, label: true}, r.answered(o.line, r.behind(o))
	}
	how := StatedAll
	if s.clause == ThirdParty {
		how = StatedSome // prose tells of one provision, and others stand beside it
	}
	return evidence{stated: how}, !asLabel && !s.isPromise(o.unit)
}

// heads reports whether a heading states an element by what stands under it. One that lists the
// elements, or the words for the whole clause, states none; rights are stated by naming them.
func (s *scope) heads(i int, o occurrence) bool {
	h := &s.r.headings[i]
	switch {
	case s.r.empty(h): // 4. 처리정지 요구
		return s.clause == Rights && (h.parent >= 0 || i > 0 && within(s.r.headings[i-1].Clauses, Rights))
	case s.clause == Rights:
		return true
	case s.clause == Officer, within(h.Clauses, s.clause) && s.clause != Destruction && s.clause != AutoCollection && !s.within(h):
		return false
	}
	return s.names(o.unit) == 1 && !joins(s.r.behind(o))
}

// within reports whether a heading stands in a section of the clause that another one opened.
func (s *scope) within(h *Heading) bool {
	return h.parent >= 0 && s.r.owner(s.r.headings[h.parent].Line, s.clause) == owned
}

// names counts the elements of the clause that a unit names: a heading that lists them promises
// all and states none.
func (s *scope) names(u *Unit) int {
	n := 0
	for _, w := range elementWords()[s.clause] {
		if u.has(w.label) || u.has(w.said) {
			n++
		}
	}
	return n
}

// behind is what stands behind words in their line.
func (r *reader) behind(o occurrence) string {
	return r.doc.Visible[o.at.End:r.lines[o.line].Block.Range.End]
}

// behindLabels are the signs that stand soon behind a label.
var behindLabels = newAnyOf(":", "：", "/", "|", " -")

// labels reports whether words are a label: a colon, a dash or a slash follows them soon, or next to
// nothing does in a line that is no sentence.
func (r *reader) labels(o occurrence) bool {
	behind := r.behind(o)
	soon := behind[:head(behind, 12)]
	if behindLabels.in(soon) {
		return true
	}
	if l := &r.lines[o.line]; l.ended || l.size > longHeading {
		return false
	}
	letters := 0
	for _, c := range behind {
		if unicode.IsLetter(c) {
			letters++
		}
		if letters > 2 {
			return false
		}
	}
	return true
}

// answered reports whether something stands behind a label: in its line, or in the next.
func (r *reader) answered(line int, behind string) bool {
	if hasLetters(behind) {
		return !isSlot(behind)
	}
	return line+1 < len(r.lines) && !r.isBareLabel(line+1)
}

// fill tells how many of the cells under or beside a title have content.
func (s *scope) fill(c *policy.Cell) Stated {
	f := s.fills[c]
	if f.cells == 0 && labelsRow(c) {
		return StatedAll
	}
	switch f.filled {
	case 0:
		return StatedNone
	case f.cells:
		return StatedAll
	}
	return StatedSome
}

// filling counts the cells under or beside a title.
type filling struct{ cells, filled int }

// fillings counts for all titles of the tables of a page.
func fillings(tables []*policy.Table) map[*policy.Cell]filling {
	out := make(map[*policy.Cell]filling)
	for _, t := range tables {
		for c := range t.Cells {
			if isHeader(c) {
				continue
			}
			for _, h := range c.Headers {
				f := out[h]
				f.cells++
				if hasLetters(c.Text) {
					f.filled++
				}
				out[h] = f
			}
		}
	}
	return out
}

// isPromise reports whether a unit says what would be told, not what is: that consent is asked for
// with the recipient, the purpose and the items.
func (s *scope) isPromise(u *Unit) bool {
	return isOthers([]Clause{s.clause}) && s.clause != AutoCollection && u.has(promiseWords())
}

var promiseWords = sync.OnceValue(func() phrases.ID { return detail("elements.promise") })
