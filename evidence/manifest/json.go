package manifest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// parseJSON reads a JSON text.
func parseJSON(text string) (*node, error) {
	r := &jsonReader{text: text, dec: json.NewDecoder(strings.NewReader(text))}
	r.dec.UseNumber()
	n, err := r.value(0)
	if err == nil {
		rest := r.skip()
		if _, more := r.dec.Token(); errors.Is(more, io.EOF) {
			return n, nil
		}
		return nil, errorAt(text, rest, "something follows the JSON value")
	}
	return nil, r.fail(err)
}

type jsonReader struct {
	text string
	dec  *json.Decoder
}

var errDeep = errors.New("values are nested too deeply")

// fail says where the reader stopped.
func (r *jsonReader) fail(err error) error {
	at := r.skip()
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return errorAt(r.text, len(r.text), "the JSON value is cut off")
	case errors.As(err, &syntax):
		at = max(at, int(syntax.Offset)-1) // it counts the byte read last or not, by where it is found
	}
	return errorAt(r.text, at, "%s", err)
}

// skip is the offset of the next token.
func (r *jsonReader) skip() int {
	at := int(r.dec.InputOffset())
	for at < len(r.text) && strings.IndexByte(" \t\r\n,:", r.text[at]) >= 0 {
		at++
	}
	return at
}

// token reads one token and tells where it stands, a string without its quotes.
func (r *jsonReader) token() (json.Token, span, error) {
	start := r.skip()
	t, err := r.dec.Token()
	s := span{start, int(r.dec.InputOffset())}
	if _, ok := t.(string); ok && s.end-s.start >= 2 {
		s = span{s.start + 1, s.end - 1}
	}
	return t, s, err
}

func (r *jsonReader) value(depth int) (*node, error) {
	t, s, err := r.token()
	if err != nil {
		return nil, err
	}
	if depth > maxDepth {
		return nil, errDeep
	}
	n := &node{span: s}
	switch t := t.(type) {
	case json.Delim:
		n.kind = list
		if t == '{' {
			n.kind = mapping
		}
		return n, r.children(n, depth)
	case string:
		n.value = t
	default:
		n.value = fmt.Sprint(t)
	}
	return n, nil
}

func (r *jsonReader) children(n *node, depth int) error {
	for r.dec.More() {
		var key string
		var at span
		if n.kind == mapping {
			t, s, err := r.token()
			if err != nil {
				return err
			}
			key, _ = t.(string)
			at = s
		}
		c, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		c.key, c.keySpan = key, at
		n.children = append(n.children, c)
	}
	_, _, err := r.token() // what closes it
	return err
}
