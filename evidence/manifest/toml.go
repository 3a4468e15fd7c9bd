package manifest

import (
	"errors"

	"github.com/pelletier/go-toml/v2/unstable"
)

// parseTOML reads a TOML text. It takes what the grammar allows; that a key stands twice is for others
// to find.
func parseTOML(text string) (*node, error) {
	p := &unstable.Parser{}
	p.Reset([]byte(text))
	root := &node{kind: mapping}
	here := root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table:
			here = tomlTable(root, e.Key(), false)
		case unstable.ArrayTable:
			here = tomlTable(root, e.Key(), true)
		case unstable.KeyValue:
			tomlPut(here, e, 0)
		}
	}
	if err := p.Error(); err != nil {
		var at *unstable.ParserError
		if errors.As(err, &at) && len(at.Highlight) > 0 {
			return nil, errorAt(text, int(p.Range(at.Highlight).Offset), "%s", at.Message)
		}
		return nil, errorAt(text, len(text), "%s", err)
	}
	return root, nil
}

// tomlTable is the table of a header. An item of an array of tables is a new one.
func tomlTable(root *node, keys unstable.Iterator, item bool) *node {
	n := root
	for keys.Next() {
		n = tomlStep(n, keys.Node(), item && keys.IsLast())
	}
	return n
}

// tomlStep is the child of a key, made where there is none; of an array of tables, its last or a new one.
func tomlStep(n *node, key *unstable.Node, item bool) *node {
	c := n.child(string(key.Data))
	if c == nil {
		c = &node{key: string(key.Data), keySpan: tomlSpan(key), kind: mapping}
		if item {
			c.kind = list
		}
		n.children = append(n.children, c)
	}
	if c.kind != list {
		return c
	}
	if item || len(c.children) == 0 {
		c.children = append(c.children, &node{kind: mapping})
	}
	return c.children[len(c.children)-1]
}

// tomlPut puts a key with its value into a table.
func tomlPut(n *node, e *unstable.Node, depth int) {
	if n.kind != mapping || depth > maxDepth {
		return
	}
	keys := e.Key()
	for keys.Next() {
		if !keys.IsLast() {
			n = tomlStep(n, keys.Node(), false)
			continue
		}
		c := tomlValue(e.Value(), depth)
		c.key, c.keySpan = string(keys.Node().Data), tomlSpan(keys.Node())
		n.children = append(n.children, c)
	}
}

func tomlValue(v *unstable.Node, depth int) *node {
	n := &node{}
	if depth > maxDepth {
		return n
	}
	switch v.Kind {
	case unstable.Array:
		n.kind = list
		for items := v.Children(); items.Next(); {
			n.children = append(n.children, tomlValue(items.Node(), depth+1))
		}
	case unstable.InlineTable:
		n.kind = mapping
		for items := v.Children(); items.Next(); {
			tomlPut(n, items.Node(), depth+1)
		}
	default:
		n.value, n.span = string(v.Data), tomlSpan(v)
	}
	return n
}

// tomlSpan places a key or a scalar, with its quotes: what of it is a name is looked for in it.
func tomlSpan(v *unstable.Node) span {
	start := int(v.Raw.Offset)
	return span{start, start + int(v.Raw.Length)}
}
