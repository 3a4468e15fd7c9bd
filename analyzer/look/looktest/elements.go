package looktest

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Harmless holds a page into which a hostile policy was put to one without an enemy: it may have no element and no
// attribute that the other has not, and link to nothing but places of its own.
func Harmless(t *testing.T, hostile, plain string) {
	t.Helper()
	got, want := elements(t, hostile), elements(t, plain)
	for what, n := range got {
		if want[what] == 0 {
			t.Errorf("%d × %s, which the page of no enemy has not", n, what)
		}
	}
	if got["script"] > want["script"] || got["style"] > want["style"] || got["meta"] > want["meta"] {
		t.Errorf("more scripts or styles: %v, want %v", got, want)
	}
	if got["img"]+got["link"]+got["iframe"]+got["@onload"]+got["@style"]+got["@src"] > 0 {
		t.Errorf("other files: %v", got)
	}
}

// elements counts the elements and attributes of a page.
func elements(t *testing.T, page string) map[string]int {
	t.Helper()
	out := make(map[string]int)
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		if tok.Type != html.StartTagToken && tok.Type != html.SelfClosingTagToken {
			continue
		}
		out[tok.Data]++
		for _, a := range tok.Attr {
			out["@"+a.Key]++
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("a link to %q", a.Val)
			}
		}
	}
	return out
}
