package scrape

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// verifyUnmarked fails where marking a page changed what it shows. The order of the text counts, white
// space does not: what is shown of the same page parsed without marks, collected on its own.
func verifyUnmarked(t testing.TB, doc *policy.Document) {
	t.Helper()
	blanked := blankServer(compose(doc.File.Text).text)
	if doc.Format != policy.HTML || !hasBlocks(blanked) {
		return
	}
	root, err := html.ParseWithOptions(strings.NewReader(withoutServer(blanked)), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatalf("%s: parsed with marks, but without: %v", doc.File.Name, err)
	}
	var out strings.Builder
	collect(&out, root)
	want, got := squeeze(out.String()), squeeze(doc.Visible)
	if want == got {
		return
	}
	at := 0
	for at < min(len(want), len(got)) && want[at] == got[at] {
		at++
	}
	t.Fatalf("%s: without marks it shows … %.100q, with them %.100q", doc.File.Name, want[max(0, at-20):], got[max(0, at-20):])
}

// withoutServer drops the tags with a prefix and writes out the words in angle brackets, as the
// marker does, but leaves no marks.
func withoutServer(src string) string {
	z := html.NewTokenizer(strings.NewReader(src))
	m := &marker{src: src}
	var out strings.Builder
	at, foreign := 0, 0
	for {
		kind := z.Next()
		raw := string(z.Raw())
		name, _ := z.TagName()
		a := atom.Lookup(name)
		isTag := kind == html.StartTagToken || kind == html.SelfClosingTagToken
		if isTag && a == atom.Noscript {
			z.NextIsNotRawText()
		}
		switch {
		case kind == html.ErrorToken:
			out.WriteString(src[at:])
			return out.String()
		case (isTag || kind == html.EndTagToken) && strings.Contains(string(name), ":"):
			out.WriteString("<!---->") // so that what stands around it does not become a tag
		case isTag && roleOf(a) == unknown && foreign == 0 && m.isWords(at, at+len(raw), name):
			out.WriteString("&lt;" + raw[1:])
		default:
			out.WriteString(raw)
		}
		if isForeign := a == atom.Svg || a == atom.Math; isForeign && isTag {
			foreign++
		} else if isForeign && kind == html.EndTagToken && foreign > 0 {
			foreign--
		}
		at += len(raw)
	}
}

func collect(out *strings.Builder, n *html.Node) {
	role := roleOf(n.DataAtom)
	switch {
	case n.Type == html.TextNode:
		out.WriteString(n.Data)
	case n.Type == html.ElementNode && (role == skipped || role == rawSkipped):
		return
	case n.DataAtom == atom.Img || n.DataAtom == atom.Area:
		i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "alt" })
		if i >= 0 {
			out.WriteString(n.Attr[i].Val)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		collect(out, c)
	}
}
