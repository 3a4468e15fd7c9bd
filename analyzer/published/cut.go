package published

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// A stretch is a part of the visible text, within one block, that a mark covers. An empty one is a place between
// two characters.
type stretch struct {
	policy.Range
	mark   int
	begins bool // it is the first of its mark
}

// place finds where marks stand in the visible text. Those of scripts, attributes and the like do not.
func (s *show) place(marks []Mark) {
	cells := s.emptyCells()
	for i, span := range marks {
		ranges := s.doc.Ranges(span)
		if len(ranges) == 0 {
			if c := cellAt(cells, span); c != nil {
				s.empty[c] = append(s.empty[c], i)
				continue
			}
			if span.Len() > 0 {
				continue
			}
			at := s.nearest(span.Start)
			ranges = []policy.Range{{Start: at, End: at}}
		}
		s.stretches = append(s.stretches, s.join(ranges, i)...)
	}
	slices.SortStableFunc(s.stretches, func(a, b stretch) int { return cmp.Compare(a.Start, b.Start) })
	end := 0
	for _, t := range s.stretches {
		end = max(end, t.End)
		s.ends = append(s.ends, end)
	}
}

// join makes one of neighbours between which nothing but white space of a line stands.
func (s *show) join(ranges []policy.Range, mark int) []stretch {
	out := []stretch{{ranges[0], mark, true}}
	for _, r := range ranges[1:] {
		last := &out[len(out)-1]
		if r.Start >= last.End && strings.Trim(s.doc.Visible[last.End:r.Start], " ") == "" {
			last.End = r.End
			continue
		}
		out = append(out, stretch{r, mark, false})
	}
	return out
}

// emptyCells are the cells of data tables in which no text stands, in the order of the source.
func (s *show) emptyCells() []*policy.Cell {
	var out []*policy.Cell
	for _, t := range s.doc.Tables {
		for c := range t.Cells {
			if c.Text == "" {
				out = append(out, c)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *policy.Cell) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

// cellAt is the cell in which a span lies, or nil.
func cellAt(cells []*policy.Cell, span policy.Span) *policy.Cell {
	i := sort.Search(len(cells), func(i int) bool { return cells[i].Span.Start > span.Start }) - 1
	if i < 0 || !cells[i].Span.Contains(span) {
		return nil
	}
	return cells[i]
}

// nearest is the place in the visible text for a place in the source at which none stands: before what came from
// behind it.
func (s *show) nearest(at int) int {
	best, from := len(s.doc.Visible), len(s.doc.File.Text)+1
	for _, p := range s.doc.Pieces() {
		switch {
		case p.Len == 0:
		case p.Source.Start <= at && at <= p.Source.End && p.Source.Len() == p.Len:
			return p.At + at - p.Source.Start
		case p.Source.Start >= at && p.Source.Start < from:
			best, from = p.At, p.Source.Start
		}
	}
	return best
}

// cut parts the text of a range of one block where marks and its bold lead begin and end.
func (s *show) cut(r policy.Range, lead int) (parts []Part, begun []int) {
	here := s.over(r)
	at := []int{r.Start, r.Start + lead, r.End}
	last := make(map[int]int) // by mark: where its last stretch ends
	for _, t := range here {
		at = append(at, t.Start, t.End)
		last[t.mark] = t.End
		if t.begins {
			begun = append(begun, t.mark)
		}
	}
	signs := make(map[int][]int) // by place: marks whose sign stands there
	for _, m := range begun {
		signs[last[m]] = append(signs[last[m]], m)
	}
	slices.Sort(at)
	at = slices.Compact(at)
	var open []stretch
	next := 0
	if len(signs[r.Start]) > 0 {
		parts = append(parts, Part{Ends: signs[r.Start]})
	}
	for i := 0; i+1 < len(at); i++ {
		from, to := at[i], at[i+1]
		open = slices.DeleteFunc(open, func(t stretch) bool { return t.End <= from })
		for ; next < len(here) && here[next].Start <= from; next++ {
			if here[next].End > from {
				open = append(open, here[next])
			}
		}
		p := Part{Text: s.doc.Visible[from:to], Strong: to <= r.Start+lead, Ends: signs[to]}
		for _, t := range open {
			p.Marks = append(p.Marks, t.mark)
		}
		parts = append(parts, p)
	}
	return parts, begun
}

// over are the stretches that cover something of a range or stand at a place of it, cut to it.
func (s *show) over(r policy.Range) []stretch {
	var out []stretch
	for i := sort.SearchInts(s.ends, r.Start); i < len(s.stretches) && s.stretches[i].Start <= r.End; i++ {
		t := s.stretches[i]
		if t.End < r.Start || !t.Empty() && (t.Start >= r.End || t.End <= r.Start) {
			continue
		}
		if t.Start < r.Start {
			t.begins = false
		}
		t.Range = policy.Range{Start: max(t.Start, r.Start), End: min(t.End, r.End)}
		out = append(out, t)
	}
	return out
}
