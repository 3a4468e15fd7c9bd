package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// A function is one that a script of a page defines.
type function struct {
	params []string
	body   string // as much of it as is read
}

// longestBody is how much of a function is read at the most.
const longestBody = 1000

// function is the first that the scripts of the page define under a name.
func (c *clicker) function(name string) (function, bool) {
	if c.functions == nil {
		c.functions = make(map[string]function)
		for _, res := range c.doc.Resources {
			if res.Kind == policy.InlineScript {
				c.define(res.Text)
			}
		}
	}
	f, ok := c.functions[name]
	return f, ok
}

// define keeps the functions of a script: function name(, name = function(, name: function(, name = (a) =>.
func (c *clicker) define(script string) {
	const word = "function"
	for at := 0; ; {
		i := strings.Index(script[at:], word)
		if i < 0 {
			break
		}
		start := at + i
		at = start + len(word)
		behind := strings.TrimLeft(script[at:], " \t\r\n")
		end := 0
		for end < len(behind) && isNamePart(behind[end]) {
			end++
		}
		if end > 0 {
			c.keep(behind[:end], behind[end:])
		} else {
			c.keep(assigned(script[:start]), behind)
		}
	}
	for at := 0; ; {
		i := strings.Index(script[at:], "=>")
		if i < 0 {
			return
		}
		start := at + i
		at = start + len("=>")
		head := strings.TrimRight(script[max(0, start-longestHead):start], " \t\r\n")
		if open := strings.LastIndexByte(head, '('); open >= 0 && strings.HasSuffix(head, ")") {
			c.keep(assigned(head[:open]), head[open:]+script[start:min(len(script), start+longestBody)])
		}
	}
}

// longestHead is how long the name of a function and what it is called with are at the most.
const longestHead = 200

// assigned is the name to which a value is given that stands behind a text, or "".
func assigned(text string) string {
	text = strings.TrimRight(text[max(0, len(text)-longestHead):], " \t\r\n")
	if !strings.HasSuffix(text, "=") && !strings.HasSuffix(text, ":") {
		return ""
	}
	text = strings.TrimRight(text[:len(text)-1], " \t\r\n")
	return text[lastName(text):]
}

// keep takes a function by its name, whose parameters and body follow.
func (c *clicker) keep(name, rest string) {
	rest = strings.TrimLeft(rest[:min(len(rest), longestBody)], " \t\r\n")
	if _, met := c.functions[name]; met || name == "" || !strings.HasPrefix(rest, "(") {
		return
	}
	params, behind, ok := strings.Cut(rest[1:], ")")
	if !ok {
		return
	}
	f := function{body: braced(behind)}
	for param := range strings.SplitSeq(params, ",") {
		f.params = append(f.params, strings.TrimSpace(param))
	}
	c.functions[name] = f
}

// braced is the first stretch between braces, those within it included.
func braced(s string) string {
	start := strings.IndexByte(s, '{')
	if start < 0 {
		return ""
	}
	depth := 0
	for i := start; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[start:i]
			}
		}
	}
	return s[start:]
}
