package scrape

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// readMark is an attribute of frames whose content a browser put behind them (package crawl/render).
const readMark = "data-pipalint-read"

// resource keeps what an element points to or runs.
func (w *walker) resource(n *html.Node) {
	r := policy.Resource{Span: w.span}
	if span, ok := spanOf(n); ok {
		r.Span = span
	}
	switch n.DataAtom {
	case atom.A:
		r.Kind, r.URL, r.Rel = policy.Link, attr(n, "href"), attr(n, "rel")
	case atom.Script:
		r.Kind, r.URL, r.Rel = policy.Script, sourceOf(n), typeOf(n)
		if r.URL == "" && n.FirstChild != nil {
			r.Kind, r.Text = policy.InlineScript, n.FirstChild.Data
			w.raw = true
			r.Span = policy.Span{Start: r.Span.End, End: w.sourceEnd(r.Text, r.Span.End)}
			w.raw = false
		}
	case atom.Iframe, atom.Frame:
		r.Kind, r.URL = policy.Frame, sourceOf(n)
		r.Read = attr(n, readMark) != ""
		if attr(n, "srcdoc") != "" {
			r.URL = policy.SrcDoc // it goes before src
		}
	case atom.Img:
		r.Kind, r.URL, r.Text = policy.Image, attr(n, "src"), attr(n, "alt")
		r.Side = max(pixels(attr(n, "width")), pixels(attr(n, "height")))
		if isPixel(n) {
			r.Kind = policy.Pixel
		}
	case atom.Form:
		r.Kind, r.URL, r.Rel = policy.Form, attr(n, "action"), attr(n, "method")
	case atom.Link:
		r.Kind, r.URL, r.Rel = policy.HeadLink, attr(n, "href"), attr(n, "rel")
	case atom.Base:
		if w.b.doc.Base == "" { // the first one counts
			w.b.doc.Base = attr(n, "href")
		}
	case atom.Object:
		r.Kind, r.URL = policy.Object, attr(n, "data")
	case atom.Embed:
		r.Kind, r.URL = policy.Object, attr(n, "src")
	default:
		r.Kind, r.URL = ampResource(n)
	}
	if r.URL == "" && r.Kind != policy.InlineScript {
		return
	}
	if r.Kind == policy.Link {
		r.Text, r.Span = w.linkText(n)
	}
	w.b.doc.Resources = append(w.b.doc.Resources, r)
}

// sourceOf is what a script or frame is loaded from, be it only when it comes into view or the visitor
// consents: then a script of the page takes it from another attribute.
func sourceOf(n *html.Node) string {
	src := attr(n, "src")
	if src == "" || strings.HasPrefix(src, "about:") || strings.HasPrefix(src, "data:") {
		if later := attr(n, "data-src"); later != "" {
			return later
		}
	}
	return src
}

// typeOf is the type of a script, in lower case, or the element of AMP whose configuration it is.
func typeOf(n *html.Node) string {
	if n.Parent != nil && n.Parent.Data == policy.AMPAnalytics {
		return policy.AMPAnalytics
	}
	return strings.ToLower(strings.TrimSpace(attr(n, "type")))
}

// ampResource is what an element of AMP loads, a page of which may have no scripts of its own.
func ampResource(n *html.Node) (policy.ResourceKind, string) {
	switch n.Data {
	case "amp-pixel":
		return policy.Pixel, attr(n, "src")
	case "amp-iframe":
		return policy.Frame, sourceOf(n)
	case policy.AMPAnalytics:
		return policy.Script, attr(n, "config")
	}
	return "", ""
}

// pixels reads the length of a side: 300, 300px; 0 for other units.
func pixels(s string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(s), "px"))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// isPixel reports whether an image is there to be fetched, not to be seen.
func isPixel(n *html.Node) bool {
	tiny := func(s string) bool { s = strings.TrimSuffix(s, "px"); return s == "0" || s == "1" }
	return tiny(attr(n, "width")) && tiny(attr(n, "height")) || strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "display:none")
}

// linkText is what a link shows, and where: from its first mark to the end of its last text. The
// text of a link within it, as a table may hold one, is that link's own.
func (w *walker) linkText(a *html.Node) (string, policy.Span) {
	var text strings.Builder
	span, found := w.span, false
	add := func(shown string, s policy.Span) {
		text.WriteString(shown)
		if found {
			s = span.Union(s)
		}
		span, found = s, true
	}
	var visit func(*html.Node)
	visit = func(parent *html.Node) {
		for n := parent.FirstChild; n != nil; n = n.NextSibling {
			switch {
			case n.Type == html.TextNode:
				w.parts(n.Data, &text, add)
			case n.DataAtom == atom.Img:
				if s, ok := spanOf(n); ok {
					add(attr(n, "alt"), s)
				}
			case n.DataAtom != atom.A && roleOf(n.DataAtom) != rawSkipped:
				visit(n)
			}
		}
	}
	visit(a)
	return strings.Join(strings.Fields(text.String()), " "), span
}

// parts hands over the stretches of a text node that have a mark, with their places, and writes what
// has none.
func (w *walker) parts(data string, unplaced *strings.Builder, add func(string, policy.Span)) {
	for i, part := range strings.Split(data, markStart) {
		at, shown, marked := cutMark(part)
		if i == 0 || !marked {
			if _, behind, ok := strings.Cut(part, markEnd); ok && i > 0 {
				part = behind // the mark of a cell
			}
			unplaced.WriteString(part)
			continue
		}
		add(shown, policy.Span{Start: at, End: w.sourceEnd(shown, at)})
	}
}

// image adds the alternative text of an image as a block of its own.
func (w *walker) image(n *html.Node) {
	alt := strings.Join(strings.Fields(attr(n, "alt")), " ")
	if alt == "" {
		return
	}
	open := w.b.current != nil
	w.b.begin(policy.Alt, 0, w.traits)
	w.b.decoded(alt, w.span)
	w.b.end()
	if open {
		w.open()
	}
}
