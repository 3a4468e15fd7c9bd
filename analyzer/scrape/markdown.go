package scrape

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// readMarkdown reads a page of Markdown as GitHub shows it (CommonMark with tables), except where
// that would spoil Korean text: emphasis next to a particle, a range such as "3~5년".
func readMarkdown(b *builder) error {
	src := []byte(b.source)
	blankOut(src[:b.frontMatter()])
	root, err := parseMarkdown(src)
	if err != nil {
		return err
	}
	w := &markdownWriter{b: b, src: src}
	w.children(root)
	b.end()
	return nil
}

func blankOut(src []byte) {
	for i, c := range src {
		if c != '\n' {
			src[i] = ' '
		}
	}
}

// markdownWriter takes the tree of a Markdown page to a builder.
type markdownWriter struct {
	b      *builder
	src    []byte        // as it was parsed, with the same offsets as the page
	depth  int           // of lists
	item   *ast.ListItem // of which nothing was written yet, or nil
	line   int           // where the line being written begins in the visible text
	inCell bool          // within a cell of a table
}

func (w *markdownWriter) children(n ast.Node) {
	inOrder(n)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if h, ok := c.(*ast.HTMLBlock); ok {
			c = w.html(h)
			continue
		}
		w.node(c)
	}
}

// inOrder moves a block before those that the source has behind it: goldmark puts what a paragraph
// held above a table behind the table where a row of dashes makes a heading of it.
func inOrder(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; {
		next, before := c.NextSibling(), c.PreviousSibling()
		for before != nil && start(c) >= 0 && start(before) > start(c) {
			parent.InsertBefore(parent, before, c)
			before = c.PreviousSibling()
		}
		c = next
	}
}

// start is where a block begins in the source, or -1 where it does not know. A table says where the
// paragraph began that it was cut from; its headers know better.
func start(n ast.Node) int {
	if t, ok := n.(*extension.Table); ok && t.FirstChild() != nil {
		return t.FirstChild().Pos()
	}
	return n.Pos()
}

func (w *markdownWriter) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		w.leaf(n, policy.Paragraph, 0)
	case *ast.List:
		w.depth++
		w.children(n)
		w.depth--
	case *ast.ListItem:
		w.item = n
		w.children(n)
		w.item = nil
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.item = nil
		w.code(n.Lines())
	case *extension.Table:
		w.item = nil
		w.table(n)
	default:
		w.children(n)
	}
	w.b.end()
}

// longestTitle is the most columns of a line that a row of dashes below makes a heading; what is
// longer is a paragraph above a rule.
const longestTitle = 120

func (w *markdownWriter) heading(n *ast.Heading) {
	lines := n.Lines()
	if lines.Len() > 0 && !w.isATX(lines.At(0).Start) {
		first := lines.At(0)
		s := string(first.Value(w.src))
		if lines.Len() > 1 || width(s) > longestTitle || n.Level == 2 && endsSentence(trimmed(s)) {
			w.leaf(n, policy.Paragraph, 0)
			return
		}
	}
	w.leaf(n, policy.Heading, n.Level)
}

func trimmed(s string) string { return splitLines(s, 0, len(s))[0].text(s) }

// isATX reports whether the text at an offset stands behind number signs.
func (w *markdownWriter) isATX(at int) bool {
	for at > 0 && (w.src[at-1] == ' ' || w.src[at-1] == '\t') {
		at--
	}
	return at > 0 && w.src[at-1] == '#'
}

// leaf writes a block that holds text; the first one of a list item is the item.
func (w *markdownWriter) leaf(n ast.Node, kind policy.BlockKind, level int) {
	item := w.item
	w.item = nil
	if item != nil && kind == policy.Paragraph {
		kind, level = policy.Item, w.depth
	}
	w.b.begin(kind, level, 0)
	if item != nil {
		w.number(item)
	}
	w.inlines(n)
	w.b.end()
}

// number shows the number of an item, as it is written.
func (w *markdownWriter) number(item *ast.ListItem) {
	at := item.Pos()
	if list, ok := item.Parent().(*ast.List); !ok || !list.IsOrdered() || at < 0 {
		return
	}
	end := at
	for end < len(w.src) && '0' <= w.src[end] && w.src[end] <= '9' {
		end++
	}
	if end == at || end == len(w.src) {
		return
	}
	w.b.literal(at, end+1)
	w.b.special(' ', policy.Span{Start: end + 1, End: min(end+2, len(w.src))})
}

// code writes a code block line by line.
func (w *markdownWriter) code(lines *text.Segments) {
	var out []textLine
	for i := range lines.Len() {
		s := lines.At(i)
		out = append(out, trimLine(w.b.source, s.Start, s.Stop))
	}
	w.b.writeLines(out, policy.Verbatim)
}

// html hands HTML blocks that follow one another over as one fragment, and returns the last.
func (w *markdownWriter) html(n *ast.HTMLBlock) ast.Node {
	w.item = nil
	var last ast.Node = n
	start, end := -1, -1
	for h := n; h != nil; {
		for _, s := range htmlLines(h) {
			if start >= 0 && !isBlank(w.b.source[end:max(end, s.Start)]) {
				w.b.htmlFragment(start, end) // the prefix of a quotation stands between
				start = -1
			}
			if start < 0 {
				start = s.Start
			}
			end = s.Stop
		}
		last = h
		h, _ = h.NextSibling().(*ast.HTMLBlock)
	}
	if start >= 0 && !isLineBreak(w.b.source[start:end]) {
		w.b.htmlFragment(start, end)
	}
	w.b.end()
	return last
}

// isLineBreak reports whether HTML is no more than the br by which authors set paragraphs apart.
func isLineBreak(s string) bool {
	s, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(s)), "<br")
	return ok && strings.Trim(s, " /") == ">"
}

func htmlLines(h *ast.HTMLBlock) []text.Segment {
	lines := h.Lines().Sliced(0, h.Lines().Len())
	if h.HasClosure() {
		return append(lines[:len(lines):len(lines)], h.ClosureLine)
	}
	return lines
}
