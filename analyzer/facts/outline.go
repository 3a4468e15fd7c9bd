package facts

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Heading opens a section of a page.
type Heading struct {
	Line    int          // of the page's lines
	Range   policy.Range // the heading itself, where text is glued to it
	Style   string       // headings of one style are siblings
	Glued   bool         // the text of its section begins in the same line
	Depth   int          // 0 for the outermost
	End     int          // the line behind its section, subsections included
	Clauses []Clause     // the clauses that its words open

	parent int  // the heading of the section around, -1 for none
	label  bool // it names what stands behind a colon in its line
}

// Outline is, page by page, the headings of the page in their order. What is left out of the body
// has none.
var Outline = analyzer.NewFact("outline", func(p *analyzer.Pass) [][]Heading {
	out := make([][]Heading, len(p.Policy.Pages))
	lines := Wording.Of(p)
	for i, body := range Body.Of(p) {
		out[i] = outline(lines[i], body)
	}
	return out
})

func outline(lines []Line, body []Region) []Heading {
	var out []Heading
	for i := range lines {
		if body[i] != Own {
			continue
		}
		if h, ok := headingOf(&lines[i]); ok && !goesOn(h, out) {
			out = append(out, h)
		}
	}
	nest(out, len(lines))
	for i := range out {
		if h := &out[i]; h.parent >= 0 && lines[h.Line].Block.Kind == policy.Term && onlyRecipients(out[h.parent].Clauses) && isTitle(lines[h.Line].Block.Text) {
			// What is told of a recipient opens no clause but that of its section: Recipient, Retention period.
			h.Clauses = slices.DeleteFunc(slices.Clone(h.Clauses), func(c Clause) bool { return !within(out[h.parent].Clauses, c) })
		}
	}
	return out
}

// onlyRecipients reports whether clauses are about those who get data, and about nothing else.
func onlyRecipients(clauses []Clause) bool {
	return len(clauses) > 0 && !slices.ContainsFunc(clauses, func(c Clause) bool { return c != Entrustment && c != ThirdParty && c != OverseasTransfer })
}

// goesOn reports whether a line that nothing but its words makes a heading speaks of the same clauses
// as such a heading right above it: then it is the text under that one.
func goesOn(h Heading, above []Heading) bool {
	if h.Style != "" || len(above) == 0 {
		return false
	}
	a := &above[len(above)-1]
	return a.Style == "" && a.Line == h.Line-1 && !a.Glued && slices.Equal(a.Clauses, h.Clauses)
}

// nest gives each heading its depth and the end of its section: a style met before closes all that
// was opened since.
func nest(headings []Heading, end int) {
	var open []int
	for i := range headings {
		h := &headings[i]
		if j := sibling(headings, open, h); j >= 0 {
			for _, closed := range open[j:] {
				headings[closed].End = h.Line
			}
			open = open[:j]
		}
		h.Depth, h.parent = len(open), -1
		if len(open) > 0 {
			h.parent = open[len(open)-1]
		}
		h.End = end
		open = append(open, i)
	}
}

// sibling is the place among the open headings of the one that a heading closes, -1 for none. A label
// that is a heading by its words alone closes no section that a heading by its form opened.
func sibling(headings []Heading, open []int, h *Heading) int {
	for j := len(open) - 1; j >= 0; j-- {
		o := &headings[open[j]]
		if o.Style == h.Style {
			return j
		}
		if h.Style == "" && h.Glued && o.Style != "" {
			return -1
		}
	}
	return -1
}

// firstClauses are the first headings of a page that open clauses, and the lines right under them.
type firstClauses struct {
	first      int // the line of the first; -1 for none
	under, end int // from the last of those that follow each other at once, up to the next or a few lines
}

func firstClausesOf(headings []Heading) firstClauses {
	const few = 4
	out := firstClauses{first: -1, under: -1, end: -1}
	for i := range headings {
		h := &headings[i]
		switch {
		case len(h.Clauses) == 0, len(h.Clauses) == 1 && h.Clauses[0] == EffectiveDate && h.Glued:
			continue // nothing, or a date: 부칙 2025년 …
		case out.first < 0:
			out.first = h.Line
		case h.Line > out.under+1:
			out.end = min(h.Line, out.end)
			return out
		}
		out.under, out.end = h.Line, h.Line+few
	}
	return out
}
