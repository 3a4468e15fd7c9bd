package scrape

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// readHTML reads a page of HTML.
func readHTML(b *builder) error {
	b.serverComments()
	b.source = blankServer(b.source)
	b.comments(0, len(b.source))
	if hasBlocks(b.source) {
		return readTree(b)
	}
	// The text is shown as it is written; links, scripts and images are read as on any page.
	markup := newBuilder(&policy.Document{File: b.doc.File})
	markup.source = b.source
	if err := readTree(markup); err != nil {
		return err
	}
	b.doc.Language, b.doc.Resources = markup.doc.Language, markup.doc.Resources
	b.source = blankTags(b.source)
	readText(b)
	return nil
}

// readTree reads a page by its elements.
func readTree(b *builder) error {
	doc, err := parseHTML(mark(b.source, 0))
	if err != nil {
		return err
	}
	b.doc.Language, _ = doc.ChildrenFiltered("html").Attr("lang")
	w := &walker{b: b, span: policy.Span{Start: 0, End: 0}}
	w.children(doc.Get(0))
	return nil
}

// htmlFragment reads a stretch of HTML within a page of another format.
func (b *builder) htmlFragment(start, end int) {
	src := b.source
	if b.blanked == "" {
		b.blanked = blankServer(src)
	}
	b.source = b.blanked[:end]
	b.comments(start, end)
	doc, err := parseHTML(mark(b.source, start))
	if err == nil {
		w := &walker{b: b, span: policy.Span{Start: start, End: start}}
		w.children(doc.Get(0))
		b.end()
	}
	b.source = src
}

// parseHTML parses with scripting off, so that what stands in noscript is read.
func parseHTML(marked []byte) (*goquery.Document, error) {
	root, err := html.ParseWithOptions(bytes.NewReader(marked), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("the HTML cannot be parsed: %w", err)
	}
	return goquery.NewDocumentFromNode(root), nil
}

// walker takes the tree of a page to a builder.
type walker struct {
	b      *builder
	span   policy.Span   // of the element around, for what has no place of its own
	traits policy.Traits // of the elements around
	style  policy.Traits
	kind   policy.BlockKind
	level  int
	lists  int  // depth of lists
	lines  bool // white space is kept as it is written
	raw    bool // character references are, too

	sectioned bool // within an article or section, whose header and footer are not the page's
	joined    bool // line breaks are spaces: in a short heading
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *walker) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
	case html.ElementNode:
		w.element(n)
	}
}

// element walks one element and leaves the walker as it was.
func (w *walker) element(n *html.Node) {
	role := roleOf(n.DataAtom)
	w.resource(n)
	if role == skipped || role == rawSkipped {
		return
	}
	saved := *w
	if span, ok := spanOf(n); ok {
		w.span = span
	}
	w.look(n)
	switch {
	case n.DataAtom == atom.Br:
		w.newLine()
	case n.DataAtom == atom.Img || n.DataAtom == atom.Area:
		w.image(n)
	case n.DataAtom == atom.Table:
		w.table(n)
	case role == block || role == raw || isBlockStyled(n):
		w.block(n)
	default:
		w.children(n)
	}
	*w = saved
	w.b.style = w.style
}

// newLine ends the line being written; what follows belongs to the same element.
func (w *walker) newLine() {
	if w.joined {
		w.b.space()
		return
	}
	if w.b.current == nil {
		w.open()
	}
	w.b.resume()
}

func (w *walker) open() { w.b.begin(w.kind, w.level, w.traits) }

// look takes over what the element says about the form of what it holds.
func (w *walker) look(n *html.Node) {
	w.traits |= w.traitOf(n.DataAtom)
	switch n.DataAtom {
	case atom.Article, atom.Section:
		w.sectioned = true
	case atom.B, atom.Strong, atom.Big, atom.U:
		w.style |= policy.Bold
	case atom.A:
		if attr(n, "href") != "" {
			w.style |= policy.Linked
		}
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			w.traits |= policy.Hidden
		case "style":
			w.inlineStyle(a.Val)
		case "role":
			w.traits |= traitOf(landmarks[a.Val])
		}
	}
	w.b.style = w.style
}

// block walks an element whose text stands on its own.
func (w *walker) block(n *html.Node) {
	w.kind, w.level = policy.Paragraph, 0
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.kind, w.level = policy.Heading, int(n.Data[1]-'0')
		w.joined = isShort(n, longestJoined)
	case atom.Ul, atom.Ol, atom.Dir, atom.Menu:
		w.lists++
	case atom.Li:
		w.kind, w.level = policy.Item, max(1, w.lists)
	case atom.Dt, atom.Summary, atom.Legend:
		w.kind = policy.Term
	case atom.Caption, atom.Figcaption:
		w.kind = policy.Caption
	case atom.Button, atom.Option:
		w.kind = policy.Control
	case atom.Title:
		w.kind = policy.TitleText
	case atom.Pre, atom.Listing, atom.Textarea, atom.Xmp, atom.Plaintext:
		w.lines = true
	}
	w.b.end()
	if roleOf(n.DataAtom) == raw {
		w.rawText(n)
	} else {
		w.children(n)
	}
	w.b.end()
}

// longestJoined is how many bytes a heading has at the most whose lines are read as one, marks of
// places included.
const longestJoined = 120

// isShort reports whether the texts within an element have no more than so many bytes.
func isShort(n *html.Node, most int) bool {
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			most -= len(c.Data)
		}
		if most < 0 {
			return false
		}
	}
	return true
}

// rawText places the text of an element that holds no markup: it begins where the start tag ends,
// behind the line break that the parser drops.
func (w *walker) rawText(n *html.Node) {
	if n.FirstChild == nil || n.FirstChild.Type != html.TextNode {
		return
	}
	data, at := n.FirstChild.Data, w.span.End
	if n.DataAtom == atom.Textarea {
		rest := w.b.source[min(at, len(w.b.source)):]
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "\r"), "\n")
		at = len(w.b.source) - len(rest)
	}
	w.raw = n.DataAtom == atom.Xmp || n.DataAtom == atom.Plaintext
	first := len(w.b.blocks)
	w.open()
	w.place(data, at)
	w.b.end()
	if n.DataAtom == atom.Title && w.b.doc.Title.Empty() && len(w.b.blocks) > first {
		w.b.doc.Title = w.b.blocks[first].Range
	}
}

// text adds a text node: stretches behind their marks, and what stands before the first.
func (w *walker) text(data string) {
	if strings.IndexByte(data, markStart[0]) < 0 && isBlank(data) {
		w.blankText(data)
		return
	}
	if w.b.current == nil {
		w.open()
	}
	if lines := w.lines; !lines && isInLines(behindMark(data)) {
		w.lines = true
		defer func() { w.lines = lines }()
	}
	head, rest, marked := strings.Cut(data, markStart)
	if isBlank(head) {
		w.blankText(head)
	} else {
		w.b.decoded(head, w.span)
	}
	for marked {
		var part string
		part, rest, marked = strings.Cut(rest, markStart)
		if at, text, ok := cutMark(part); ok {
			w.place(text, at)
		}
	}
}

// behindMark is a text without the mark that it begins with, if any.
func behindMark(s string) string {
	if rest, ok := strings.CutPrefix(s, markStart); ok {
		_, rest, _ = strings.Cut(rest, markEnd)
		return rest
	}
	return s
}

// cutMark takes the offset off the text behind a mark.
func cutMark(s string) (at int, text string, ok bool) {
	offset, text, ok := strings.Cut(s, markEnd)
	at, err := strconv.Atoi(offset)
	return at, text, ok && err == nil
}

// blankText adds white space that has no mark.
func (w *walker) blankText(s string) {
	switch {
	case s == "":
	case w.lines && w.b.current != nil && strings.Contains(s, "\n"):
		w.b.resume()
	default:
		w.b.space()
	}
}

// spanOf is the place of the start tag of an element.
func spanOf(n *html.Node) (policy.Span, bool) {
	for _, a := range n.Attr {
		if a.Key == markAttr {
			return parseSpan(a.Val)
		}
	}
	return policy.Span{}, false
}

func parseSpan(s string) (policy.Span, bool) {
	start, end, _ := strings.Cut(s, ":")
	from, err1 := strconv.Atoi(start)
	to, err2 := strconv.Atoi(end)
	return policy.Span{Start: from, End: to}, err1 == nil && err2 == nil
}

// attr is the value of an attribute, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// hasAttr reports whether an element has an attribute, with or without a value.
func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// traitOf is the region that an element makes where it stands.
func (w *walker) traitOf(a atom.Atom) policy.Traits {
	if w.sectioned && (a == atom.Header || a == atom.Footer) {
		return 0
	}
	return traitOf(a)
}

// traitOf is the region that an element makes on its own.
func traitOf(a atom.Atom) policy.Traits {
	switch a {
	case atom.Nav:
		return policy.InNav
	case atom.Header:
		return policy.InHeader
	case atom.Footer:
		return policy.InFooter
	case atom.Aside:
		return policy.InAside
	case atom.Select, atom.Textarea:
		return policy.InForm
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		return policy.Verbatim
	}
	return 0
}
