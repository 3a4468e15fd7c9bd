package scrape

import (
	"bytes"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// declarations are the encodings that the HTTP header and then the page name, in order. Names that
// mean nothing are left out.
func declarations(body []byte, contentType string, format policy.Format) []charset {
	var d declared
	d.add(charsetParameter([]byte(contentType)))
	if format == policy.HTML {
		d.page(body)
	}
	return d.found
}

type declared struct{ found []charset }

// add notes an encoding by its label, once.
func (d *declared) add(label []byte) {
	c, ok := labelled(string(label))
	if !ok {
		return
	}
	for _, f := range d.found {
		if f.name == c.name {
			return
		}
	}
	d.found = append(d.found, c)
}

// labelled is the encoding that a label stands for.
func labelled(label string) (charset, bool) {
	label = strings.ToLower(strings.Trim(label, " \t\r\n\f\"'/"))
	switch label {
	case "":
		return charset{}, false
	case "euc-kr", "euckr", "cp949", "ms949", "uhc", "ks_c_5601-1987", "ksc5601", "x-windows-949", "windows-949", "korean":
		label = nameEUCKR // Java's and Python's names, which the web's table lacks
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return charset{}, false
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == "replacement" || name == "x-user-defined" {
		return charset{}, false
	}
	for _, c := range candidates() {
		if c.name == name {
			return c, true
		}
	}
	return charset{name: name, enc: enc}, true
}

// page looks through a whole page for meta elements, an XML declaration and JSP directives. What
// stands in a comment or a script declares nothing.
func (d *declared) page(body []byte) {
	within := "" // the element in which tags are text
	for {
		i := bytes.IndexByte(body, '<')
		if i < 0 {
			return
		}
		body = body[i+1:]
		end := ""
		switch {
		case within != "":
			if len(body) > 0 && body[0] == '/' && isTag(body[1:], within) {
				within = ""
			}
		case bytes.HasPrefix(body, []byte("!--")):
			end = "-->"
		case bytes.HasPrefix(body, []byte("%@")):
			end = "%>"
		case bytes.HasPrefix(body, []byte("?xml")):
			end = "?>"
		case isTag(body, "meta"):
			end = ">"
		default:
			within = verbatimElement(body)
		}
		if end == "" {
			continue
		}
		n := bytes.Index(body, []byte(end))
		if n < 0 {
			return // nothing closes it, so nothing after it is outside
		}
		d.tag(body[:n])
		body = body[n+len(end):]
	}
}

// tag reads one declaration, without its angle brackets.
func (d *declared) tag(tag []byte) {
	switch tag[0] {
	case '!':
	case '%', '?':
		d.directive(tag[1:])
	default:
		d.meta(tag[len("meta"):])
	}
}

// directive reads a JSP page directive or an XML declaration.
func (d *declared) directive(attrs []byte) {
	for len(attrs) > 0 {
		var name, value []byte
		name, value, attrs = attribute(attrs)
		switch {
		case isName(name, "pageencoding"), isName(name, "encoding"):
			d.add(value)
		case isName(name, "contenttype"):
			d.add(charsetParameter(value))
		}
	}
}

func (d *declared) meta(attrs []byte) {
	var label, equiv, content []byte
	for len(attrs) > 0 {
		var name, value []byte
		name, value, attrs = attribute(attrs)
		switch {
		case isName(name, "charset"):
			label = value
		case isName(name, "http-equiv"):
			equiv = value
		case isName(name, "content"):
			content = value
		}
	}
	d.add(label)
	if isName(equiv, "content-type") {
		d.add(charsetParameter(content))
	}
}

// attribute takes the first attribute from the inside of a tag.
func attribute(tag []byte) (name, value, rest []byte) {
	tag = bytes.TrimLeft(tag, " \t\r\n\f/@")
	n := bytes.IndexAny(tag, " \t\r\n\f/=")
	if n < 0 {
		return tag, nil, nil
	}
	name = tag[:n]
	rest = bytes.TrimLeft(tag[n:], " \t\r\n\f")
	if len(rest) == 0 || rest[0] != '=' {
		return name, nil, rest
	}
	value, rest = attributeValue(rest[1:])
	return name, value, rest
}

// attributeValue takes a value, quoted or not, from the beginning of b.
func attributeValue(b []byte) (value, rest []byte) {
	b = bytes.TrimLeft(b, " \t\r\n\f")
	if len(b) > 0 && (b[0] == '"' || b[0] == '\'') {
		quote := b[0]
		b = b[1:]
		if n := bytes.IndexByte(b, quote); n >= 0 {
			return b[:n], b[n+1:]
		}
		return nil, nil
	}
	n := bytes.IndexAny(b, " \t\r\n\f")
	if n < 0 {
		n = len(b)
	}
	return b[:n], b[n:]
}

// charsetParameter is the charset named in a media type, or nil.
func charsetParameter(mediaType []byte) []byte {
	for i := 0; i+len("charset") <= len(mediaType); i++ {
		if !isName(mediaType[i:i+len("charset")], "charset") {
			continue
		}
		rest := bytes.TrimLeft(mediaType[i+len("charset"):], " \t\r\n\f")
		if len(rest) > 0 && rest[0] == '=' {
			label, _ := attributeValue(rest[1:])
			label, _, _ = bytes.Cut(label, []byte(";"))
			return label
		}
	}
	return nil
}

func isName(b []byte, name string) bool {
	return len(b) == len(name) && bytes.EqualFold(b, []byte(name))
}

// isTag reports whether b begins with the name of an element, in either case.
func isTag(b []byte, name string) bool {
	if len(b) <= len(name) || !isName(b[:len(name)], name) {
		return false
	}
	return bytes.IndexByte([]byte(" \t\r\n\f/>"), b[len(name)]) >= 0
}

// verbatimElement is the element that a tag opens if tags within it are text, or "".
func verbatimElement(tag []byte) string {
	for _, name := range [...]string{"script", "style", "textarea"} {
		if isTag(tag, name) {
			return name
		}
	}
	return ""
}
