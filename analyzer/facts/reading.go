package facts

import (
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// reader looks for clauses in one page.
type reader struct {
	page     int
	doc      *policy.Document
	lines    []Line
	body     []Region
	headings []Heading
	sections []int // by line: the innermost heading over it, -1 for none
	index    index
	others   map[*policy.Table]bool // the tables whose headers name recipients
	filled   map[*policy.Cell]bool  // the header cells with text under or beside them
	denying  map[*policy.Cell]bool  // the cells that say no
	plain    map[string]int         // by style: how many headings without a form of their own have text
	nextText []int                  // by line: the first from there on that holds text of the body
	values   map[string]string      // by name: the texts that code of PHP on the page gives its variables
	opening  firstClauses
}

// readers read the pages of a policy; what they find out is shared by the facts that ask them.
var readers = analyzer.NewFact("readers", func(p *analyzer.Pass) []*reader {
	out := make([]*reader, len(p.Policy.Pages))
	for i, doc := range p.Policy.Pages {
		r := &reader{page: i, doc: doc, lines: Wording.Of(p)[i], body: Body.Of(p)[i], headings: Outline.Of(p)[i]}
		r.sections = make([]int, len(r.lines))
		for j := range r.sections {
			r.sections[j] = -1
		}
		for j, h := range r.headings {
			for k := h.Line; k < h.End; k++ {
				r.sections[k] = j
			}
		}
		r.index = newIndex(r.lines, phrases.Default().Len())
		r.others = r.tablesOfOthers()
		r.filled = filled(doc.Tables)
		if strings.Contains(doc.File.Text, "<?") {
			r.values = variables(doc.File.Text)
		}
		r.nextText = r.nextTexts()
		r.opening = firstClausesOf(r.headings)
		r.plain = r.plainHeadings()
		r.denying = r.cellsWith(negativeWords())
		out[i] = r
	}
	return out
})

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
	}
	return near
}

// elsewhere looks for a sentence with the content of a general clause in sections about others, where
// it may be about them or not.
func (r *reader) elsewhere(w words) (policy.Range, bool) {
	for _, id := range [...]phrases.ID{w.content, w.mention} {
		for _, o := range r.index.of(id) {
			if isGeneral(w.clause) && r.body[o.line] == Own && (id == w.mention || r.lines[o.line].ended) && !r.inListOfOthers(o.line, w.clause) && !r.opensNothing(o.line) {
				return o.at, true
			}
		}
	}
	return policy.Range{}, false
}

// isTitle reports whether a heading is one by its form: not an entry of a list, nor a short line whose
// words alone made it one on a page whose headings have another form.
func (r *reader) isTitle(h *Heading) bool {
	if h.Style == "" || h.Style == "joined" {
		return r.lines[h.Line].Block.Kind != policy.Item && r.plain[h.Style] >= 2
	}
	return !strings.Contains(itemBullets, h.Style)
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
	return r.sentence(w.content, w.clause)
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
	return !(isGeneral(c) && isOthers(h.Clauses)) && !(isGeneral(c) && r.belongs(h.Line, c))
}

// isGeneral tells the clauses whose words come again in the clauses about others: the purposes,
// items and periods of a recipient, the safety that a processor promises.
func isGeneral(c Clause) bool { return c == Purpose || c == Items || c == Retention || c == Safety }

// isOthers reports whether a heading opens a clause about recipients or devices and none of the
// general ones.
func isOthers(list []Clause) bool {
	others := false
	for _, c := range list {
		switch c {
		case Purpose, Items, Retention, Safety:
			return false
		case ThirdParty, Entrustment, OverseasTransfer, AutoCollection, BehaviouralAds, VideoDevices, Pseudonymous,
			AdditionalUse, AutomatedDecision, SensitiveDisclosure, Children:
			others = true
		}
	}
	return others
}

// belongs reports whether a line stands in a section about others.
func (r *reader) belongs(line int, c Clause) bool {
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		h := &r.headings[i]
		if within(h.Clauses, c) && !isOthers(h.Clauses) && !h.label {
			return false
		}
		if isOthers(h.Clauses) {
			return true
		}
	}
	return false
}

// empty reports whether nothing follows a heading before the next one at its level or above.
func (r *reader) empty(h *Heading) bool {
	return !h.Glued && r.nextText[h.Line+1] >= h.End
}

// nextTexts are, for each line and for the end, the first line from there on with text of the body:
// no name of an image, no slot, no instruction of a template. Headings are asked for theirs often.
func (r *reader) nextTexts() []int {
	out := make([]int, len(r.lines)+1)
	instructed := make(map[int]bool)
	for _, o := range r.index.of(slotWords().instruction) {
		instructed[o.line] = true
	}
	next := len(r.lines)
	out[next] = next
	for i := next - 1; i >= 0; i-- {
		if b := r.lines[i].Block; r.body[i] == Own && b.Kind != policy.Alt && !instructed[i] && !isSlot(b.Text) {
			next = i
		}
		out[i] = next
	}
	return out
}

// plainHeadings counts the headings that nothing but their words tell, and that have text.
func (r *reader) plainHeadings() map[string]int {
	out := make(map[string]int)
	for i := range r.headings {
		h := &r.headings[i]
		if (h.Style == "" || h.Style == "joined") && r.lines[h.Line].Block.Kind != policy.Item && !r.empty(h) {
			out[h.Style]++
		}
	}
	return out
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

// isHeader reports whether a cell titles a row or column.
func isHeader(c *policy.Cell) bool {
	return c.Header || c.Row < c.Table.HeaderRows || c.Column < c.Table.HeaderColumns
}

// labelsRow reports whether a cell stands first in its row, is as short as a label, and has text
// beside it.
func labelsRow(c *policy.Cell) bool {
	next := c.Column + c.ColumnSpan
	if c.Column > 0 || next >= c.Table.Columns() || hasMore(c.Text, longHeading/3) {
		return false
	}
	beside := c.Table.Grid[c.Row][next]
	return beside != nil && beside.Text != ""
}

// filled are the header cells that have a cell with text under or beside them.
func filled(tables []*policy.Table) map[*policy.Cell]bool {
	out := make(map[*policy.Cell]bool)
	for _, t := range tables {
		for c := range t.Cells {
			if c.Text == "" || isHeader(c) {
				continue
			}
			for _, h := range c.Headers {
				out[h] = true
			}
		}
	}
	return out
}

// tablesOfOthers are the tables whose headers name recipients.
func (r *reader) tablesOfOthers() map[*policy.Table]bool {
	out := make(map[*policy.Table]bool)
	for _, w := range clauseWords() {
		if !isOthers([]Clause{w.clause}) {
			continue
		}
		for _, o := range r.index.of(w.header) {
			if c := r.lines[o.line].cell; c != nil && isHeader(c) {
				out[c.Table] = true
			}
		}
	}
	return out
}

// sentence looks for a phrase in the body, outside of sections about others where the clause is a
// general one.
func (r *reader) sentence(id phrases.ID, c Clause) (policy.Range, bool) {
	for _, o := range r.index.of(id) {
		if r.body[o.line] == Own && !(isGeneral(c) && r.belongs(o.line, c)) && !r.inListOfOthers(o.line, c) && !r.opensNothing(o.line) {
			return o.at, true
		}
	}
	return policy.Range{}, false
}

// inListOfOthers reports whether a line stands in a list of recipients, whose purposes, items and
// tasks are no clauses of the policy.
func (r *reader) inListOfOthers(line int, c Clause) bool {
	cell := r.lines[line].cell
	return cell != nil && r.others[cell.Table] && !isOthers([]Clause{c})
}

// opensNothing reports whether a line is a heading without any text under it.
func (r *reader) opensNothing(line int) bool {
	i := r.sections[line]
	return i >= 0 && r.headings[i].Line == line && r.isTitle(&r.headings[i]) && r.empty(&r.headings[i])
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
