package manifest

// A node is a value in a file that holds data: JSON, YAML, TOML or XML.
type node struct {
	key      string
	keySpan  span
	value    string // of a scalar
	span     span   // of a scalar, without quotes
	kind     kind
	children []*node
}

type kind int

const (
	scalar  kind = iota
	mapping      // its children have keys
	list
)

// A span is a stretch of bytes of the text.
type span struct{ start, end int }

// get follows keys downward; nil where there is nothing.
func (n *node) get(path ...string) *node {
	for _, key := range path {
		n = n.child(key)
	}
	return n
}

func (n *node) child(key string) *node {
	if n == nil || n.kind != mapping {
		return nil
	}
	for _, c := range n.children {
		if c.key == key {
			return c
		}
	}
	return nil
}

// each are the children of a node, of none where it is nil.
func (n *node) each() []*node {
	if n == nil {
		return nil
	}
	return n.children
}

// text is the value of a scalar, "" of anything else.
func (n *node) text() string {
	if n == nil || n.kind != scalar {
		return ""
	}
	return n.value
}

// inner places a part of a scalar as it is written, where it stands there as such; else all of it.
func (n *node) inner(text, part string) span { return within(text, n.span, part) }

func within(text string, s span, part string) span {
	for i := s.start; i+len(part) <= s.end; i++ {
		if text[i:i+len(part)] == part {
			return span{i, i + len(part)}
		}
	}
	return s
}

// maxDepth is how deep values may be nested; no manifest comes near it.
const maxDepth = 500
