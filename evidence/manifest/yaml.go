package manifest

import (
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// parseYAML reads the first document of a YAML text. Anchors are not followed.
func parseYAML(text string) (*node, error) {
	var doc yaml.Node
	if err := yaml.Load([]byte(text), &doc, yaml.WithSingleDocument()); err != nil {
		var at *yaml.LoadError
		if errors.As(err, &at) && at.Mark.Line > 0 {
			return nil, &Error{at.Mark.Line, max(1, at.Mark.Column), at.Message}
		}
		if strings.TrimSpace(text) == "" {
			return &node{kind: mapping}, nil
		}
		return nil, errorAt(text, 0, "%s", err)
	}
	if len(doc.Content) == 0 {
		return &node{kind: mapping}, nil
	}
	b := yamlBuilder{text: text, lines: []int{0}}
	for i, c := range []byte(text) {
		if c == '\n' {
			b.lines = append(b.lines, i+1)
		}
	}
	return b.build(doc.Content[0], 0), nil
}

type yamlBuilder struct {
	text  string
	lines []int
}

func (b *yamlBuilder) build(y *yaml.Node, depth int) *node {
	n := &node{}
	if depth > maxDepth {
		return n
	}
	switch y.Kind {
	case yaml.MappingNode:
		n.kind = mapping
		for i := 0; i+1 < len(y.Content); i += 2 {
			c := b.build(y.Content[i+1], depth+1)
			c.key, c.keySpan = y.Content[i].Value, b.span(y.Content[i])
			n.children = append(n.children, c)
		}
	case yaml.SequenceNode:
		n.kind = list
		for _, item := range y.Content {
			n.children = append(n.children, b.build(item, depth+1))
		}
	case yaml.ScalarNode:
		n.value, n.span = y.Value, b.span(y)
	}
	return n
}

// span places a scalar. One that is not written as it reads (escapes, more lines) reaches to the end
// of its first line.
func (b *yamlBuilder) span(y *yaml.Node) span {
	if y.Line < 1 || y.Line > len(b.lines) {
		return span{}
	}
	at := b.lines[y.Line-1]
	line := b.text[at:]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = strings.TrimRight(line[:end], "\r")
	}
	end := at + len(line)
	for range y.Column - 1 {
		_, size := utf8.DecodeRuneInString(b.text[at:end])
		at += size
	}
	if at < end && (b.text[at] == '"' || b.text[at] == '\'') {
		at++
	}
	if strings.HasPrefix(b.text[at:end], y.Value) {
		end = at + len(y.Value)
	}
	return span{at, end}
}
