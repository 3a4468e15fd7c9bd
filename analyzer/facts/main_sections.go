package facts

import (
	"slices"
	"sort"
)

// mainSections tell the form of the headings of main sections, by which those are known, too, whose
// clause is not.
type mainSections struct {
	style string // of such headings, "" where it is not known
	lines []int  // the short lines that are numbered as they are, in order
}

// fewMain is how many different clauses the headings of main sections open at least.
const fewMain = 3

// mainSectionsOf finds the style whose headings open the most clauses; of two the outer one.
func (r *reader) mainSectionsOf() mainSections {
	opened := make(map[string]map[Clause]bool)
	var out mainSections
	first := -1
	for i := range r.headings {
		h := &r.headings[i]
		if len(h.Clauses) == 0 || h.Style == "" {
			continue
		}
		if opened[h.Style] == nil {
			opened[h.Style] = make(map[Clause]bool)
		}
		for _, c := range h.Clauses {
			opened[h.Style][c] = true
		}
		if n := len(opened[h.Style]); n >= fewMain && (out.style == "" || n > len(opened[out.style])) {
			out.style, first = h.Style, h.Line
		}
	}
	if first < 0 {
		return out
	}
	style := r.lines[first].mark.style
	for i := range r.lines {
		if l := &r.lines[i]; style != "" && l.mark.style == style && l.isShort(longHeading) {
			out.lines = append(out.lines, i)
		}
	}
	return out
}

// parts reports whether a main section may begin between a heading and a line behind it.
func (m mainSections) parts(heading, line int) bool {
	i := sort.SearchInts(m.lines, heading+1)
	return i < len(m.lines) && m.lines[i] <= line
}

// isPassed reports whether the main section that comes next after the one of a heading begins before a line,
// though its words tell no clause.
func (r *reader) isPassed(heading, line int) bool {
	for heading >= 0 && r.headings[heading].Style != r.main.style {
		heading = r.headings[heading].parent
	}
	if heading < 0 || r.main.style == "" || !r.isNumbered(&r.headings[heading]) {
		return false
	}
	h := &r.headings[heading]
	return slices.ContainsFunc(r.main.lines, func(i int) bool {
		return i > h.Line && i <= line && r.numberAt(i) == r.numberOf(h)+1
	})
}
