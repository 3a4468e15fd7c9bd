package scrape

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// lookAttr holds how a browser showed a link: size=13;weight=700;color=#333;shown=1. Package render writes it.
const lookAttr = "data-pipalint-style"

// link takes over what a link says about itself. The walker stands before it.
func (w *walker) link(n *html.Node, r *policy.Resource) {
	r.Title, r.Click, r.Label = oneLine(attr(n, "title")), attr(n, "onclick"), oneLine(attr(n, "aria-label"))
	r.Data = leadsTo(n)
	if n.DataAtom == atom.Area || n.DataAtom == atom.Img {
		r.Text = oneLine(attr(n, "alt"))
	} else {
		r.Text, r.Span = w.linkText(n)
	}
	if ids := attr(n, "aria-labelledby"); ids != "" && r.Text == "" {
		r.Label = textOf(n, strings.Fields(ids))
	}
	within := *w
	within.look(n)
	w.b.style = w.style
	r.Traits = within.traits
	if css := attr(n, lookAttr); css != "" {
		r.Look = readLook(css)
	}
}

// longestButton is how many bytes an element has at the most that is a button because it runs a script when it is clicked,
// marks of places included: others close what lies over the page.
const longestButton = 400

// button keeps an element that runs a script when it is clicked and leads nowhere by itself: it has the script, or is made to
// be clicked and says where a script of the page is to lead.
func (w *walker) button(n *html.Node) {
	if attr(n, "onclick") == "" && leadsTo(n) == "" || (n.DataAtom == atom.A || n.DataAtom == atom.Area) && attr(n, "href") != "" || !isShort(n, longestButton) {
		return
	}
	r := policy.Resource{Kind: policy.Button, Span: w.span}
	if span, ok := spanOf(n); ok {
		r.Span = span
	}
	w.link(n, &r)
	w.b.doc.Resources = append(w.b.doc.Resources, r)
}

// leadsTo is the address that an element made to be clicked keeps for scripts, or "".
func leadsTo(n *html.Node) string {
	if role := attr(n, "role"); n.DataAtom != atom.Button && n.DataAtom != atom.A && role != "link" && role != "button" {
		return ""
	}
	for _, key := range [...]string{"data-href", "data-url", "data-link"} {
		if to := strings.TrimSpace(attr(n, key)); to != "" {
			return to
		}
	}
	return ""
}

// longestWait is how many seconds a page may wait at the most before it leads on: one that waits longer keeps itself fresh.
const longestWait = 30

// refresh is where a meta element leads on to, or "". What stands in noscript leads only those on whose browser runs no
// scripts.
func refresh(n *html.Node) string {
	if !strings.EqualFold(attr(n, "http-equiv"), "refresh") || n.Parent != nil && n.Parent.DataAtom == atom.Noscript {
		return ""
	}
	wait, to, _ := strings.Cut(strings.ReplaceAll(attr(n, "content"), ",", ";"), ";")
	seconds, err := strconv.ParseFloat(strings.TrimSpace(wait), 64)
	key, address, ok := strings.Cut(to, "=")
	if err != nil || seconds > longestWait || !ok || !strings.EqualFold(strings.TrimSpace(key), "url") {
		return ""
	}
	return strings.Trim(strings.TrimSpace(address), `'"`)
}

// textOf is the text of the elements with some ids, in their order.
func textOf(n *html.Node, ids []string) string {
	root := n
	for root.Parent != nil {
		root = root.Parent
	}
	texts := make([]string, len(ids))
	for c := range root.Descendants() {
		if c.Type != html.ElementNode {
			continue
		}
		id := attr(c, "id")
		for i := range ids {
			if id == ids[i] && texts[i] == "" {
				texts[i] = plainText(c)
			}
		}
	}
	return oneLine(strings.Join(texts, " "))
}

// plainText is all text within an element, without marks.
func plainText(n *html.Node) string {
	var out strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			for part := range strings.SplitSeq(c.Data, markStart) {
				if _, text, ok := cutMark(part); ok {
					part = text
				}
				out.WriteString(part)
			}
		}
	}
	return out.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func readLook(css string) policy.Look {
	look := policy.Look{Known: true}
	for part := range strings.SplitSeq(css, ";") {
		key, value, _ := strings.Cut(part, "=")
		switch strings.TrimSpace(key) {
		case "size":
			look.Size, _ = strconv.ParseFloat(strings.TrimSuffix(value, "px"), 64) // 0 where it does not tell
		case "weight":
			look.Weight, _ = strconv.Atoi(value)
		case "color":
			look.Color = strings.TrimSpace(value)
		case "shown":
			look.Shown = value == "1"
		}
	}
	return look
}
