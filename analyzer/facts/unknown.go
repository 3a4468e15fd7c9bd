package facts

import (
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// UnknownParts say how far the structure of a policy was understood.
type UnknownParts struct {
	// Clear reports that the policy is divided by headings that open clauses.
	Clear bool

	// Headings open sections with text whose words tell no clause, nor anything that policies say
	// besides. What seems to be missing may stand there in words that are not known.
	Headings []PlaceIn
}

// PlaceIn is a place in one of the pages.
type PlaceIn struct {
	Page  int
	Range policy.Range
}

// Unknown are the parts of the policy that were read and not understood.
var Unknown = analyzer.NewFact("unknown", func(p *analyzer.Pass) UnknownParts {
	var out UnknownParts
	known := 0
	for _, r := range readers.Of(p) {
		styles := make(map[string]int) // how many headings of a style open a clause
		for i := range r.headings {
			if len(r.headings[i].Clauses) > 0 {
				styles[r.headings[i].Style]++
				known++
			}
		}
		for i := range r.lines {
			if styles[r.lines[i].mark.style] >= 2 && r.isLikeHeading(i) {
				out.Headings = append(out.Headings, PlaceIn{r.page, r.lines[i].Block.Range})
			}
		}
		for i := range r.headings {
			h := &r.headings[i]
			if len(h.Clauses) == 0 && styles[h.Style] >= 2 && !r.empty(h) && !r.isUsual(h) {
				out.Headings = append(out.Headings, PlaceIn{r.page, h.Range})
			}
		}
	}
	out.Clear = known >= 2
	return out
})

// isLikeHeading reports whether a line looks like the headings of the page, though its words tell no
// clause: numbered as they are, short, and with text of its own under it.
func (r *reader) isLikeHeading(line int) bool {
	l := &r.lines[line]
	if r.body[line] != Own || l.mark.style == "" || !l.isShort(longHeading/2) || line+1 >= len(r.lines) {
		return false
	}
	if i := r.sections[line]; i >= 0 && r.headings[i].Line == line {
		return false // a heading, judged as one
	}
	if label, value, ok := strings.Cut(l.Block.Text[l.mark.end:], ":"); ok && hasLetters(label) && hasLetters(value) && size(label) <= longEnding && !hasValue(value) {
		return !strings.Contains(itemBullets, l.mark.style) && !l.has(usualWords()) // a label, with its text in the line
	}
	next := &r.lines[line+1]
	return next.mark.style != l.mark.style && next.cell == nil && (next.ended || next.size > longHeading/2) && !l.has(usualWords())
}

// itemBullets are the bullets of items, which stand before headings less than before all else.
const itemBullets = "-–•·∙*"

// isUsual reports whether a heading opens what policies say besides the clauses, or names the
// policy itself.
func (r *reader) isUsual(h *Heading) bool {
	l := &r.lines[h.Line]
	return l.has(usualWords()) || l.has(titleWords().policy) || l.has(olderWords()) || r.underClause(h)
}

// underClause reports whether a heading stands within the section of a clause.
func (r *reader) underClause(h *Heading) bool {
	for i := h.parent; i >= 0; i = r.headings[i].parent {
		if len(r.headings[i].Clauses) > 0 && r.headings[i].Depth > 0 {
			return true
		}
	}
	return false
}

var usualWords = sync.OnceValue(func() phrases.ID { return phrase("other.heading") })
