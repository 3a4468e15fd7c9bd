package visit

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// An emptyElement is one that holds nothing, by what a script finds it.
type emptyElement struct {
	at    int      // where in the source it ends
	id    string   // or ""
	hooks []string // its attributes that begin with data-
}

// emptyElements are those of a page that may hold something, and the IDs that buttons and tabs of the page open.
func emptyElements(source string) (list []emptyElement, opened map[string]bool) {
	opened = make(map[string]bool)
	t := html.NewTokenizer(strings.NewReader(source))
	var last emptyElement
	name, at := "", 0 // the element that was opened last, while nothing stood in it; how far the source was read
	for {
		kind := t.Next()
		at += len(t.Raw())
		switch kind {
		case html.ErrorToken:
			return list, opened
		case html.TextToken:
			if !isSpace(t.Text()) {
				name = ""
			}
		case html.StartTagToken:
			tag, attrs := t.TagName()
			name, last = string(tag), emptyElement{}
			for attrs {
				var key, value []byte
				key, value, attrs = t.TagAttr()
				last.take(string(key), string(value), opened)
			}
			if !mayHold(name) {
				name = ""
			}
		case html.SelfClosingTagToken:
			name = ""
		case html.EndTagToken:
			if tag, _ := t.TagName(); name != "" && string(tag) == name {
				last.at = at
				list = append(list, last)
			}
			name = ""
		}
	}
}

// take reads an attribute.
func (e *emptyElement) take(key, value string, opened map[string]bool) {
	switch key {
	case "id":
		e.id = value
	case "aria-controls", "data-target", "data-bs-target":
		for _, id := range strings.Fields(value) {
			opened[strings.TrimPrefix(id, "#")] = true
		}
	}
	if strings.HasPrefix(key, "data-") {
		e.hooks = append(e.hooks, key)
	}
}

// mayHold tells elements in which a script may put text.
func mayHold(element string) bool {
	return fills(element) || slices.Contains([]string{"div", "section", "article", "main", "span", "p", "td", "table"}, element)
}

// isNamed reports whether a script of the page itself speaks of an element, by its ID or an attribute of its.
func (e emptyElement) isNamed(doc *policy.Document) bool {
	var names []string
	if e.id != "" {
		names = append(names, `"`+e.id+`"`, `'`+e.id+`'`, "`"+e.id+"`", `"#`+e.id+`"`, `'#`+e.id+`'`, "`#"+e.id+"`")
	}
	for _, hook := range e.hooks {
		names = append(names, "["+hook+"]", "["+hook+"=", "dataset."+camel(strings.TrimPrefix(hook, "data-")))
	}
	return slices.ContainsFunc(doc.Resources, func(r policy.Resource) bool {
		return r.Kind == policy.InlineScript && isProgram(r.Rel) && slices.ContainsFunc(names, func(name string) bool { return hasName(r.Text, name) })
	})
}

// hasName reports whether a script has a name that does not go on.
func hasName(script, name string) bool {
	for {
		_, behind, ok := strings.Cut(script, name)
		if !ok {
			return false
		}
		letter := name[len(name)-1] | 0x20
		if behind == "" || letter < 'a' || letter > 'z' || !isWordByte(behind[0]) {
			return true
		}
		script = behind
	}
}

func isWordByte(b byte) bool {
	return b == '_' || b == '$' || '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// camel is how a script calls an attribute: rowList for row-list.
func camel(name string) string {
	parts := strings.Split(name, "-")
	for i, p := range parts[1:] {
		if p != "" {
			parts[i+1] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "")
}
