package scrape

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// programName is what a comment begins with that speaks to this program.
const programName = "pipalint"

// comments keeps the comments of a stretch of HTML that speak to this program. They are read from the page and not
// from its tree: the parser moves what stands between the rows of a table, and keeps no positions. What looks like a
// comment in a script or a textarea is none.
func (b *builder) comments(start, end int) {
	if !b.hasComment(start, end) {
		return
	}
	x := &lexer{src: b.source[:end], at: start}
	for {
		at, ok := x.next()
		if !ok {
			return
		}
		if x.kind == html.CommentToken {
			b.comment(policy.Span{Start: at, End: x.at}, "<!--", "-->")
		}
	}
}

// hasComment reports whether a page may have such a comment at all: nearly none has.
func (b *builder) hasComment(start, end int) bool {
	for src := b.source[start:end]; ; {
		_, rest, found := strings.Cut(src, "<!--")
		if !found {
			return false
		}
		if isAddressed(rest) {
			return true
		}
		src = rest
	}
}

// serverComments keeps those between <%-- and --%>, which the server does not deliver.
func (b *builder) serverComments() {
	for i := 0; ; {
		start := strings.Index(b.source[i:], "<%--")
		if start < 0 {
			return
		}
		start += i
		n := strings.Index(b.source[start:], "--%>")
		if n < 0 {
			return
		}
		i = start + n + len("--%>")
		b.comment(policy.Span{Start: start, End: i}, "<%--", "--%>")
	}
}

// comment keeps a comment between two signs if it speaks to this program.
func (b *builder) comment(span policy.Span, opening, closing string) {
	text, ok := strings.CutPrefix(b.source[span.Start:span.End], opening)
	if !ok || !isAddressed(text) {
		return
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, closing), "--!>")
	b.doc.Comments = append(b.doc.Comments, policy.Comment{Text: strings.Join(strings.Fields(text), " "), Span: span})
}

// isAddressed reports whether a comment begins with the program's name, as a word of its own.
func isAddressed(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n\f")
	n := len(programName)
	return len(text) > n && strings.EqualFold(text[:n], programName) && !isAlphanumeric(text[n])
}

// finishComments puts the comments in the order of the source, without those that stand in others.
func (b *builder) finishComments() {
	slices.SortFunc(b.doc.Comments, func(a, c policy.Comment) int { return cmp.Compare(a.Span.Start, c.Span.Start) })
	end := 0
	b.doc.Comments = slices.DeleteFunc(b.doc.Comments, func(c policy.Comment) bool {
		within := c.Span.Start < end
		end = max(end, c.Span.End)
		return within
	})
}
