package scrape

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/pipalint/pipalint/analyzer/policy"
)

func (w *markdownWriter) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *markdownWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Emphasis:
		if n.Level > 1 {
			w.styled(policy.Bold, n)
		} else {
			w.inlines(n)
		}
	case *ast.Link:
		w.link(n)
	case *ast.Image:
		w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	default:
		w.inlines(n)
	}
}

func (w *markdownWriter) styled(style policy.Traits, n ast.Node) {
	saved := w.b.style
	w.b.style |= style
	w.inlines(n)
	w.b.style = saved
}

func (w *markdownWriter) text(n *ast.Text) {
	s := n.Segment
	if n.IsRaw() {
		w.b.literal(s.Start, s.Stop)
	} else {
		w.b.markdownText(s.Start, s.Stop)
	}
	switch {
	case n.HardLineBreak():
		w.b.resume()
	case n.SoftLineBreak():
		w.softBreak(s.Stop)
	}
}

// softBreak ends a line that only the source breaks: CommonMark shows a space there. But policies
// are pasted into Markdown as text, line by line; where a line is no part of a sentence, as a
// number, a label, a title or an entry of a list, the next becomes a block of its own.
func (w *markdownWriter) softBreak(at int) {
	o := w.b.current
	if o == nil {
		return
	}
	above, next := string(w.b.visible[max(o.at, w.line):]), w.lineAfter(at)
	w.line = len(w.b.visible)
	bold := len(w.b.visible) > o.at && o.style&policy.Bold != 0 && w.b.style&policy.Bold == 0
	if bold || !readsOn(above, next) {
		w.b.resume()
		return
	}
	if !joinsWithoutSpace(above, next) {
		w.b.special(' ', policy.Span{Start: at, End: min(at+1, len(w.src))})
	}
}

// readsOn reports whether a line below belongs to the text above it.
func readsOn(above, below string) bool {
	bare := strings.TrimLeft(below, "*_")
	switch {
	case markerLen(bare) > 0 || hasLabel(bare) || isNumberedTitle(above) || strings.Trim(below, "= ") == "":
		return false
	case endsSentence(above):
		return !strings.HasSuffix(above, ":")
	}
	return width(above) >= minWrap || isUnfinished(above) || startsLower(below)
}

// lineAfter is the line below the one at an offset, without the prefix of its container.
func (w *markdownWriter) lineAfter(at int) string {
	n := bytes.IndexByte(w.src[at:], '\n')
	if n < 0 {
		return ""
	}
	rest := w.src[at+n+1:]
	if n := bytes.IndexByte(rest, '\n'); n >= 0 {
		rest = rest[:n]
	}
	return strings.TrimRight(strings.TrimLeft(string(rest), " \t>"), " \t\r")
}

func (w *markdownWriter) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		start := t.Segment.Start
		for i := start; w.inCell && i+1 < t.Segment.Stop; i++ {
			if w.src[i] == '\\' && w.src[i+1] == '|' {
				w.b.literal(start, i) // in a table the backslash belongs to the table
				start = i + 1
			}
		}
		w.b.literal(start, t.Segment.Stop)
	}
}

// rawHTML drops tags, except that a br breaks the line.
func (w *markdownWriter) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	s := n.Segments.At(0)
	w.b.comments(s.Start, n.Segments.At(n.Segments.Len()-1).Stop)
	tag := bytes.ToLower(s.Value(w.src))
	if rest, ok := bytes.CutPrefix(tag, []byte("<br")); ok && len(rest) > 0 && (rest[0] == '>' || rest[0] == '/' || rest[0] == ' ') {
		w.b.resume()
	}
}

func (w *markdownWriter) link(n *ast.Link) {
	from := len(w.b.visible)
	w.styled(policy.Linked, n)
	w.b.doc.Resources = append(w.b.doc.Resources, policy.Resource{
		Kind: policy.Link, URL: unescapeMarkdown(string(n.Destination)), Text: w.written(from), Span: w.linkSpan(n)})
}

func (w *markdownWriter) autoLink(n *ast.AutoLink) {
	label := n.Label(w.src)
	at := n.Pos() // of the label, or of the character before it
	if at < 0 || !bytes.HasPrefix(w.src[at:], label) {
		at++
	}
	if at+len(label) > len(w.src) {
		return
	}
	saved := w.b.style
	w.b.style |= policy.Linked
	w.b.literal(at, at+len(label))
	w.b.style = saved
	url := string(n.URL(w.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
		url = "mailto:" + url
	}
	w.b.doc.Resources = append(w.b.doc.Resources, policy.Resource{
		Kind: policy.Link, URL: url, Text: string(label), Span: policy.Span{Start: at, End: at + len(label)}})
}

// image writes the alternative text as a block of its own, within the block around it.
func (w *markdownWriter) image(n *ast.Image) {
	w.b.doc.Resources = append(w.b.doc.Resources, policy.Resource{
		Kind: policy.Image, URL: unescapeMarkdown(string(n.Destination)), Span: w.linkSpan(n)})
	within, around := w.b.current != nil, w.b.writing
	w.b.begin(policy.Alt, 0, 0)
	w.inlines(n)
	w.b.end()
	if !within {
		return
	}
	kind, level := around.block.Kind, around.block.Level
	traits := around.block.Traits &^ policy.Joined
	if len(w.b.blocks) > 0 && len(w.b.visible) > around.at {
		traits |= policy.Joined
	}
	w.b.begin(kind, level, traits)
}

// written is the visible text added since an offset, on one line.
func (w *markdownWriter) written(from int) string {
	return strings.Join(strings.Fields(string(w.b.visible[from:])), " ")
}

// linkSpan is the source of a link or image, from its bracket to the end of its destination.
func (w *markdownWriter) linkSpan(n ast.Node) policy.Span {
	start := max(n.Pos(), 0)
	return policy.Span{Start: start, End: max(start, w.linkEnd(n))}
}

// linkEnd is where a link ends, looked for behind its text.
func (w *markdownWriter) linkEnd(n ast.Node) int {
	at := n.Pos()
	if last := n.LastChild(); last != nil {
		at = w.inlineEnd(last)
	}
	at = max(at, 0)
	n1 := bytes.IndexByte(w.src[at:], ']')
	if n1 < 0 {
		return at
	}
	at += n1 + 1
	if at == len(w.src) || w.src[at] != '(' && w.src[at] != '[' {
		return at
	}
	return closingBracket(w.src, at)
}

func (w *markdownWriter) inlineEnd(n ast.Node) int {
	switch n := n.(type) {
	case *ast.Text:
		return n.Segment.Stop
	case *ast.RawHTML:
		if last := n.Segments.Len() - 1; last >= 0 {
			return n.Segments.At(last).Stop
		}
	case *ast.Link, *ast.Image:
		return w.linkEnd(n)
	}
	if last := n.LastChild(); last != nil {
		return w.inlineEnd(last)
	}
	return n.Pos()
}

// longestTarget is how far the end of a link's destination is looked for.
const longestTarget = 8192

// closingBracket is the offset behind the bracket that closes the one at an offset, or the offset
// itself if nothing does.
func closingBracket(src []byte, at int) int {
	depth := 0
	opening, closing := src[at], byte(')')
	if opening == '[' {
		closing = ']'
	}
	for i := at; i < min(len(src), at+longestTarget); i++ {
		switch src[i] {
		case '\\':
			i++
		case opening:
			depth++
		case '\n':
			if i+1 < len(src) && src[i+1] == '\n' {
				return at
			}
		case closing:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return at
}
