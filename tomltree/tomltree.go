// Package tomltree reads TOML as a tree whose keys and values know where they stand, for messages that show the place.
// It takes what the grammar allows: that a key stands twice is left to who reads the tree.
package tomltree

import (
	"errors"
	"fmt"

	"github.com/pelletier/go-toml/v2/unstable"
)

// A Kind is what kind of value a node is.
type Kind uint8

// The kinds.
const (
	Table Kind = iota
	List
	String
	Integer
	Float
	Bool
	Day   // a local date
	Other // a moment, a time of day
)

// A Span is a half-open interval of bytes of the text.
type Span struct{ Start, End int }

// A Node is a value with its key.
type Node struct {
	Kind     Kind
	Key      string // "" for the root and what stands in a list
	KeySpan  Span   // with its quotes; of a table with several headers, in the first; of a table in a list, in its own
	Text     string // of a string what it says, of any other scalar how it is written
	Span     Span   // of the value, with quotes and brackets; of a table, the key in its header
	Children []*Node
}

// An Error is where and why a text is no TOML.
type Error struct {
	Span    Span
	Message string
}

func (e *Error) Error() string { return fmt.Sprintf("byte %d: %s", e.Span.Start, e.Message) }

// maxDepth is how deep values may be nested. What stands deeper is left out: nothing that we read does.
const maxDepth = 500

// Parse reads a TOML text. Every error is an *Error.
func Parse(text string) (*Node, error) {
	t := &tree{text: text}
	p := &unstable.Parser{}
	p.Reset([]byte(text))
	root := &Node{}
	here := root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table:
			here = table(root, e.Key(), false)
		case unstable.ArrayTable:
			here = table(root, e.Key(), true)
		case unstable.KeyValue:
			t.put(here, e, 0)
		}
	}
	if err := p.Error(); err != nil {
		return nil, placed(p, err, text)
	}
	return root, nil
}

// placed says where the parser gave up: at the end of the text where it does not say.
func placed(p *unstable.Parser, err error, text string) *Error {
	if at, ok := errors.AsType[*unstable.ParserError](err); ok {
		if len(at.Highlight) > 0 {
			start := int(p.Range(at.Highlight).Offset)
			return &Error{Span{start, start + len(at.Highlight)}, at.Message}
		}
		return &Error{Span{len(text), len(text)}, at.Message}
	}
	return &Error{Span{len(text), len(text)}, err.Error()}
}

type tree struct{ text string }

// table is the table of a header. An item of an array of tables is a new one.
func table(root *Node, keys unstable.Iterator, item bool) *Node {
	n := root
	for keys.Next() {
		n = step(n, keys.Node(), item && keys.IsLast())
	}
	return n
}

// step is the child of a key, made where there is none; of an array of tables, its last or a new one.
func step(n *Node, key *unstable.Node, item bool) *Node {
	at := rawSpan(key)
	c := n.Child(string(key.Data))
	if c == nil {
		c = &Node{Key: string(key.Data), KeySpan: at, Span: at}
		if item {
			c.Kind = List
		}
		n.Children = append(n.Children, c)
	}
	if c.Kind != List {
		return c
	}
	if item || len(c.Children) == 0 {
		c.Children = append(c.Children, &Node{KeySpan: at, Span: at})
	}
	return c.Children[len(c.Children)-1]
}

// put puts a key with its value into a table.
func (t *tree) put(n *Node, e *unstable.Node, depth int) {
	keys := e.Key()
	for keys.Next() {
		if n.Kind != Table {
			return // a key of what is no table: others tell
		}
		if !keys.IsLast() {
			n = step(n, keys.Node(), false)
			continue
		}
		key := rawSpan(keys.Node())
		c := t.value(e.Value(), t.behind(key.End, e), depth)
		c.Key, c.KeySpan = string(keys.Node().Data), key
		n.Children = append(n.Children, c)
	}
}

// behind is the place of the value behind a key, which the parser does not tell of lists.
func (t *tree) behind(start int, e *unstable.Node) Span {
	for start < len(t.text) && (t.text[start] == ' ' || t.text[start] == '\t' || t.text[start] == '=') {
		start++
	}
	return Span{start, max(start, rawSpan(e).End)}
}

// value is a value at a place; scalars know theirs better.
func (t *tree) value(v *unstable.Node, at Span, depth int) *Node {
	n := &Node{Kind: kinds[v.Kind], Span: at}
	if depth > maxDepth {
		return n
	}
	switch n.Kind {
	case List:
		for items := v.Children(); items.Next(); {
			n.Children = append(n.Children, t.value(items.Node(), at, depth+1))
		}
	case Table:
		for items := v.Children(); items.Next(); {
			t.put(n, items.Node(), depth+1)
		}
	default:
		n.Text = string(v.Data)
		if v.Raw.Length > 0 {
			n.Span = rawSpan(v)
		}
	}
	return n
}

var kinds = map[unstable.Kind]Kind{
	unstable.Array: List, unstable.InlineTable: Table, unstable.String: String, unstable.Integer: Integer, unstable.Float: Float,
	unstable.Bool: Bool, unstable.LocalDate: Day, unstable.LocalDateTime: Other, unstable.DateTime: Other, unstable.LocalTime: Other,
}

func rawSpan(v *unstable.Node) Span {
	start := int(v.Raw.Offset)
	return Span{start, start + int(v.Raw.Length)}
}

// Child is the first child of a key, or nil.
func (n *Node) Child(key string) *Node {
	if n.Kind != Table {
		return nil
	}
	for _, c := range n.Children {
		if c.Key == key {
			return c
		}
	}
	return nil
}
