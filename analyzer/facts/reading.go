package facts

import (
	"sort"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// reader is one page with what all facts ask of it: its lines, regions, sections and tables.
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
	main     mainSections
	linkedAs sections                 // what the links of other pages call this one, where no heading of its own says whom it lists
	acts     func() (Issuer, bool)    // [reader.findSubject], once
	layouts  map[*policy.Table]layout // those that were asked for
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
		r.main = r.mainSectionsOf()
		r.denying = r.cellsWith(negativeWords())
		r.acts = sync.OnceValues(r.findSubject)
		r.layouts = make(map[*policy.Table]layout)
		out[i] = r
	}
	callPages(p, out)
	return out
})

// isTitle reports whether a heading is one by its form: not an entry of a list, nor a short line whose
// words alone made it one on a page whose headings have another form.
func (r *reader) isTitle(h *Heading) bool {
	if h.Style == "" || h.Style == "joined" {
		return r.lines[h.Line].Block.Kind != policy.Item && r.plain[h.Style] >= 2
	}
	return !strings.Contains(itemBullets, h.Style)
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

// lineAt is the line in which a place stands.
func (r *reader) lineAt(at int) int {
	i := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].Block.Range.End > at })
	return min(i, len(r.lines)-1)
}
