package facts

import "sort"

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
