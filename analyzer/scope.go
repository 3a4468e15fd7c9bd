package analyzer

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// A scope is which findings a comment stands at, by where they begin.
type scope struct {
	file  *policy.File
	spans []policy.Span // of the file
	top   bool          // also those about what the page lacks, wherever it would belong
	whole bool          // all in the file
	first bool          // with whole: also those in files that are no pages; it is the main page of the policy
}

// longestLine is how many characters a line has at most whose findings a comment in it covers: some pages stand in
// one line.
const longestLine = 2000

// holds reports whether a finding is within the scope.
func (s scope) holds(d *Diagnostic, p *Pass) bool {
	if d.Place.File != s.file {
		return s.whole && s.first && !p.isPage(d.Place.File)
	}
	return s.whole || s.top && d.Absent || slices.ContainsFunc(s.spans, func(span policy.Span) bool {
		return span.Start <= d.Place.Span.Start && d.Place.Span.Start < span.End
	})
}

// isPage reports whether a file is one of the pages.
func (p *Pass) isPage(f *policy.File) bool {
	return slices.ContainsFunc(p.Policy.Pages, func(d *policy.Document) bool { return d.File == f })
}

// A layout is where the blocks of a page stand in its source.
type layout struct {
	doc    *policy.Document
	blocks []placed // in the order of the source, without the title of the page
}

type placed struct {
	*policy.Block
	span policy.Span
}

func layoutOf(doc *policy.Document) layout {
	l := layout{doc: doc}
	for _, b := range doc.Blocks {
		if b.Kind != policy.TitleText {
			l.blocks = append(l.blocks, placed{b, doc.Span(b.Range)})
		}
	}
	slices.SortStableFunc(l.blocks, func(a, b placed) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return l
}

// scopeOf is what a comment stands at: the lines on which it begins and ends, and where nothing is shown before it on
// its line, what follows.
func (l layout) scopeOf(comment policy.Span) scope {
	s := scope{file: l.doc.File, top: l.nextBlock(comment.End) == 0}
	first, isFirst := l.line(comment.Start)
	last, isLast := l.line(max(comment.Start, comment.End-1))
	if isFirst {
		s.spans = append(s.spans, first)
	}
	if isLast {
		s.spans = append(s.spans, last)
	}
	if !isFirst || !l.isBehind(policy.Span{Start: first.Start, End: comment.Start}) {
		s.spans = append(s.spans, policy.Span{Start: comment.End, End: l.followingEnd(comment)})
	}
	return s
}

// line is the line in which an offset stands, with its break, and whether it is short enough to be taken for a line.
func (l layout) line(offset int) (policy.Span, bool) {
	text := l.doc.File.Text
	start := strings.LastIndexByte(text[:offset], '\n') + 1
	end := len(text)
	if n := strings.IndexByte(text[offset:], '\n'); n >= 0 {
		end = offset + n + 1
	}
	if end == len(text) {
		end++ // what is missing at the end of a page belongs to its last line
	}
	return policy.Span{Start: start, End: end}, utf8.RuneCountInString(text[start:min(end, len(text))]) <= longestLine
}

// isBehind reports whether the part of a line before a comment shows text or ends an element, so that the comment is
// about the line.
func (l layout) isBehind(before policy.Span) bool {
	return len(l.doc.Ranges(before)) > 0 || strings.Contains(l.doc.File.Text[before.Start:before.End], "</")
}

// followingEnd is where that ends which follows a comment: a table where it stands before one, a row where it stands
// between cells, else a block. What shows nothing before it, such as a script, belongs to it.
func (l layout) followingEnd(comment policy.Span) int {
	n := l.nextBlock(comment.End)
	if t := l.tableBehind(comment.End, n); t != nil {
		return t.Span.End
	}
	if end, ok := l.rowEnd(comment); ok {
		return end
	}
	if n == len(l.blocks) {
		return len(l.doc.File.Text) + 1
	}
	return l.blocks[n].span.End
}

// nextBlock is the index of the first block that begins at or behind an offset.
func (l layout) nextBlock(offset int) int {
	return sort.Search(len(l.blocks), func(i int) bool { return l.blocks[i].span.Start >= offset })
}

// tableBehind is the table that begins behind an offset and before the next block ends, or nil: its caption is within it.
func (l layout) tableBehind(offset, next int) *policy.Table {
	var out *policy.Table
	for _, t := range l.doc.Tables {
		if t.Span.Start >= offset && (next == len(l.blocks) || t.Span.Start <= l.blocks[next].span.Start) && (out == nil || t.Span.Start < out.Span.Start) {
			out = t
		}
	}
	return out
}

// rowEnd is the end of the row whose next cell follows a comment, where the comment stands in a table and in no cell.
func (l layout) rowEnd(comment policy.Span) (end int, ok bool) {
	table := l.tableAround(comment)
	if table == nil {
		return 0, false
	}
	var next *policy.Cell
	for c := range table.Cells {
		if c.Span.Contains(comment) {
			return 0, false
		}
		if c.Span.Start >= comment.End && (next == nil || c.Span.Start < next.Span.Start) {
			next = c
		}
	}
	if next == nil {
		return 0, false
	}
	for c := range table.Cells {
		if c.Row == next.Row {
			end = max(end, c.Span.End)
		}
	}
	return end, true
}

// tableAround is the innermost table in whose source a comment stands, or nil.
func (l layout) tableAround(comment policy.Span) *policy.Table {
	var out *policy.Table
	for _, t := range l.doc.Tables {
		if t.Span.Contains(comment) && (out == nil || out.Span.Contains(t.Span)) {
			out = t
		}
	}
	return out
}
