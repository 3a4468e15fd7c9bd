package scrape

import (
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// table writes a table. Lines without a pipe below its last row, which CommonMark takes for rows
// of one cell, are written as paragraphs after it.
func (w *markdownWriter) table(t *extension.Table) {
	end := t.LastChild()
	for end != nil && end != t.FirstChild() && w.isProse(end) {
		end = end.PreviousSibling()
	}
	if end == nil {
		return
	}
	w.b.beginTable(w.rowSpan(t.FirstChild()), false)
	w.inCell = true
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		_, header := row.(*extension.TableHeader)
		w.row(row, header)
		if row == end {
			break
		}
	}
	w.inCell = false
	w.b.endTable()
	for row := end.NextSibling(); row != nil; row = row.NextSibling() {
		w.leaf(row.FirstChild(), policy.Paragraph, 0)
	}
}

// isProse reports whether a row has no pipe.
func (w *markdownWriter) isProse(row ast.Node) bool {
	s := w.rowSpan(row)
	return row.FirstChild() != nil && pipes(string(w.src[s.Start:s.End])) == 0
}

// rowSpan is the line of a row.
func (w *markdownWriter) rowSpan(row ast.Node) policy.Span {
	start := max(0, min(row.Pos(), len(w.src)))
	end := start
	for end < len(w.src) && w.src[end] != '\n' {
		end++
	}
	return policy.Span{Start: start, End: end}
}

func (w *markdownWriter) row(row ast.Node, header bool) {
	w.b.beginRow()
	at := w.rowSpan(row).Start
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		span := policy.Span{Start: at, End: at}
		if lines := c.Lines(); lines.Len() > 0 {
			span = policy.Span{Start: lines.At(0).Start, End: lines.At(0).Stop}
			at = span.End
		}
		w.b.beginCell(1, 1, header, span)
		w.leaf(c, policy.Paragraph, 0)
		w.b.endCell()
	}
	w.b.comments(at, max(at, w.rowSpan(row).End)) // what stands behind the last cell is none, and not in the tree
}
