package scrape

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// table walks a table: its caption, then its rows in the order of head, bodies and foot as they are
// written.
func (w *walker) table(n *html.Node) {
	role := attr(n, "role")
	w.b.beginTable(w.span, role == "presentation" || role == "none")
	w.rows(n)
	w.b.endTable()
}

func (w *walker) rows(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Thead, atom.Tbody, atom.Tfoot:
			saved := *w
			w.look(c)
			w.rows(c)
			*w = saved
		case atom.Tr:
			saved := *w
			w.look(c)
			w.b.beginRow()
			w.cells(c)
			*w = saved
		case atom.Caption:
			first := len(w.b.visible)
			w.element(c)
			if len(w.b.visible) > first {
				w.b.table().caption = string(w.b.visible[first : len(w.b.visible)-1])
			}
		default:
			w.node(c)
		}
	}
}

func (w *walker) cells(tr *html.Node) {
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			w.node(c)
			continue
		}
		saved := *w
		if span, ok := cellSpan(c); ok {
			w.span = span
		}
		w.look(c)
		if c.DataAtom == atom.Th {
			w.style |= policy.Bold
			w.b.style = w.style
		}
		w.kind, w.level = policy.Paragraph, 0
		w.b.beginCell(count(c, "colspan"), rowSpan(c), c.DataAtom == atom.Th, w.span)
		if t := w.b.table(); t != nil && t.cell != nil {
			t.cell.look = attr(c, "class") + "|" + attr(c, "bgcolor")
		}
		w.children(c)
		w.b.endCell()
		*w = saved
		w.b.style = w.style
	}
}

// cellSpan takes the mark off the content of a cell: the place of its tag.
func cellSpan(cell *html.Node) (policy.Span, bool) {
	n := cell.FirstChild
	if n == nil || n.Type != html.TextNode {
		return policy.Span{}, false
	}
	rest, ok := strings.CutPrefix(n.Data, markStart+markCell)
	offsets, rest, found := strings.Cut(rest, markEnd)
	if !ok || !found {
		return policy.Span{}, false
	}
	n.Data = rest
	return parseSpan(offsets)
}

// count is the value of colspan, 1 where it is missing or makes no sense.
func count(n *html.Node, key string) int {
	s := attr(n, key)
	if s == "" {
		return 1 // as nearly always; the number parser would make an error of it
	}
	v, err := strconv.Atoi(s)
	if err != nil || v < 1 {
		return 1
	}
	return v
}

// rowSpan is the value of rowspan, in which 0 means as far as the table goes.
func rowSpan(n *html.Node) int {
	if attr(n, "rowspan") == "0" {
		return 0
	}
	return count(n, "rowspan")
}
