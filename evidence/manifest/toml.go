package manifest

import (
	"errors"

	"github.com/pipalint/pipalint/tomltree"
)

// parseTOML reads a TOML text. It takes what the grammar allows; that a key stands twice is for others
// to find.
func parseTOML(text string) (*node, error) {
	root, err := tomltree.Parse(text)
	if at, ok := errors.AsType[*tomltree.Error](err); ok {
		return nil, errorAt(text, at.Span.Start, "%s", at.Message)
	}
	return tomlNode(root, 0), nil
}

// tomlNode is a value with its key as nodes of all kinds of manifests have them. Scalars are placed with their
// quotes: what of them is a name is looked for in them.
func tomlNode(t *tomltree.Node, depth int) *node {
	n := &node{key: t.Key, keySpan: tomlSpan(t.KeySpan)}
	switch t.Kind {
	case tomltree.Table:
		n.kind = mapping
	case tomltree.List:
		n.kind = list
	default:
		n.value, n.span = t.Text, tomlSpan(t.Span)
	}
	if depth > maxDepth {
		return n
	}
	for _, c := range t.Children {
		n.children = append(n.children, tomlNode(c, depth+1))
	}
	return n
}

func tomlSpan(s tomltree.Span) span { return span{s.Start, s.End} }
