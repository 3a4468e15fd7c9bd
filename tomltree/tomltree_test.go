package tomltree_test

import (
	"errors"
	"testing"

	"github.com/pipalint/pipalint/tomltree"
)

const text = `a = 'x'
"b c".d = [ "y", 2 ] # comment
[t.u]
e = { f = true,
  g = 2026-11-22 }
[[l]]
h = 1.5
[[l]]
`

// TestPlaces covers each key and value by its span.
func TestPlaces(t *testing.T) {
	root, err := tomltree.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	at := func(n *tomltree.Node, path ...string) *tomltree.Node {
		for _, key := range path {
			if n = n.Child(key); n == nil {
				t.Fatalf("nothing at %q", path)
			}
		}
		return n
	}
	list := at(root, "l")
	for _, tt := range []struct {
		node       *tomltree.Node
		kind       tomltree.Kind
		key, value string // as they are written
		text       string
	}{
		{at(root, "a"), tomltree.String, "a", "'x'", "x"},
		{at(root, "b c"), tomltree.Table, `"b c"`, `"b c"`, ""},
		{at(root, "b c", "d"), tomltree.List, "d", `[ "y", 2 ]`, ""},
		{at(root, "b c", "d").Children[0], tomltree.String, "", `"y"`, "y"},
		{at(root, "b c", "d").Children[1], tomltree.Integer, "", "2", "2"},
		{at(root, "t"), tomltree.Table, "t", "t", ""},
		{at(root, "t", "u", "e"), tomltree.Table, "e", "{ f = true,\n  g = 2026-11-22 }", ""},
		{at(root, "t", "u", "e", "f"), tomltree.Bool, "f", "true", "true"},
		{at(root, "t", "u", "e", "g"), tomltree.Day, "g", "2026-11-22", "2026-11-22"},
		{list, tomltree.List, "l", "l", ""},
		{list.Children[1], tomltree.Table, "l", "l", ""},
		{at(list.Children[0], "h"), tomltree.Float, "h", "1.5", "1.5"},
	} {
		n := tt.node
		key, value := text[n.KeySpan.Start:n.KeySpan.End], text[n.Span.Start:n.Span.End]
		if n.Kind != tt.kind || key != tt.key || value != tt.value || n.Text != tt.text {
			t.Errorf("%v %q = %q, %q; want %+v", n.Kind, key, value, n.Text, tt)
		}
	}
	if list.Children[1].KeySpan.Start <= list.Children[0].KeySpan.Start {
		t.Error("both items have one header")
	}
	if list.Child("h") != nil {
		t.Error("a list has keys")
	}
}

// TestErrors says where a text is no TOML.
func TestErrors(t *testing.T) {
	for bad, want := range map[string]tomltree.Span{
		"a = b":  {Start: 4, End: 5},
		"[a\n":   {Start: 2, End: 3},
		"a = [1": {Start: 5, End: 6},
	} {
		_, err := tomltree.Parse(bad)
		e, ok := errors.AsType[*tomltree.Error](err)
		if !ok || e.Span != want || e.Message == "" {
			t.Errorf("%q: %v, want a message at %v", bad, err, want)
		}
	}
}
