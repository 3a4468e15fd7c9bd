package manifest

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// parseXML reads the elements of an XML text: each is a mapping by their names, or a scalar.
func parseXML(text string) (*node, error) {
	dec := xml.NewDecoder(strings.NewReader(text))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is decoded
	root := &node{kind: mapping}
	stack := []*node{root}
	for {
		start := int(dec.InputOffset())
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, xmlError(dec, err)
		}
		top := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.StartElement:
			if len(stack) > maxDepth {
				return nil, errorAt(text, start, "elements are nested too deeply")
			}
			c := &node{key: t.Name.Local}
			top.kind = mapping
			top.children = append(top.children, c)
			stack = append(stack, c)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			xmlText(top, text, string(t), span{start, int(dec.InputOffset())})
		}
	}
	if len(root.children) == 0 {
		return nil, errorAt(text, len(text), "there is no element")
	}
	return root, nil
}

// xmlText gives an element its text.
func xmlText(n *node, text, value string, s span) {
	value = strings.TrimSpace(value)
	if value == "" || n.kind != scalar || n.value != "" {
		return
	}
	n.value, n.span = value, within(text, s, value)
}

func xmlError(dec *xml.Decoder, err error) error {
	line, column := dec.InputPos()
	message := err.Error()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		message = syntax.Msg
	}
	return &Error{line, max(1, column), message}
}
