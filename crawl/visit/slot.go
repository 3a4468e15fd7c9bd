package visit

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// awaits tells whether a script is to fill a part of a page that holds a policy. It is, where something is announced, nothing
// follows, and the source has an empty element in its place that a script can find: behind the heading of a clause over nothing,
// in what a tab opens that names one, or as the body of a table with titles alone. It may be, where a script of the page speaks
// of an empty element among the clauses. Empty elements elsewhere are there for the looks.
func (v *Visitor) awaits(doc *policy.Document) need {
	if doc.Format != policy.HTML || !runsScripts(doc) {
		return nothing
	}
	pass := v.pass(doc)
	source := doc.File.Text
	first, last := len(source), 0 // where clauses begin, and the heading of the last one stands
	for _, f := range facts.Clauses.Of(pass) {
		if !f.Range.Empty() {
			first = min(first, doc.Span(f.Range).Start)
		}
	}
	for _, h := range facts.Outline.Of(pass)[0] {
		if len(h.Clauses) > 0 {
			last = doc.Span(h.Range).Start
		}
	}
	first = max(0, strings.LastIndex(source[:first], "<table")) // the words may be titles of the table
	hollow := facts.Hollow.Of(pass)
	empty, opened := emptyElements(source)
	switch {
	case emptyTable(source[first:]),
		slices.ContainsFunc(hollow, func(at facts.PlaceIn) bool { return opensSlot(source[doc.Span(at.Range).End:]) }),
		len(hollow) > 0 && slices.ContainsFunc(empty, func(e emptyElement) bool { return opened[e.id] }):
		return rendering
	case slices.ContainsFunc(empty, func(e emptyElement) bool { return first < e.at && e.at < last && e.isNamed(doc) }):
		return hint
	}
	return nothing
}

// emptyTable reports whether a stretch of HTML has a table of titles with nothing in its body. Nobody writes one so.
func emptyTable(source string) bool {
	t := html.NewTokenizer(strings.NewReader(source))
	titled, open := false, false // within a table: it has a title; its body was opened, and nothing stood in it
	for {
		switch t.Next() {
		case html.ErrorToken:
			return false
		case html.TextToken:
			open = open && isSpace(t.Text())
		case html.StartTagToken:
			switch name, _ := t.TagName(); string(name) {
			case "table":
				titled, open = false, false
			case "th":
				titled, open = true, false
			case "tbody":
				open = titled
			default:
				open = false
			}
		case html.EndTagToken:
			switch name, _ := t.TagName(); string(name) {
			case "tbody", "table":
				if open {
					return true
				}
				titled = titled && string(name) == "tbody"
			}
			open = false
		}
	}
}

// isSpace reports whether a text shows nothing.
func isSpace(text []byte) bool {
	return strings.Trim(string(text), " \t\r\n\f\u00a0") == ""
}

// opensSlot reports whether a stretch of HTML has an empty element to fill before its first text.
func opensSlot(source string) bool {
	t := html.NewTokenizer(strings.NewReader(source))
	opened, hooked := "", false // the element that was opened last, while nothing stood in it, and whether a script can find it
	for {
		switch t.Next() {
		case html.ErrorToken:
			return false
		case html.TextToken:
			if !isSpace(t.Text()) {
				return false
			}
		case html.StartTagToken:
			name, attrs := t.TagName()
			opened, hooked = string(name), false
			switch opened {
			case "script", "style", "noscript", "template":
				if !skipTo(t, opened) {
					return false
				}
				opened = ""
			case "img", "input", "br", "hr", "link", "meta":
				opened = ""
			default:
				hooked = fills(opened) || attrs && hasHook(t)
			}
		case html.EndTagToken:
			if name, _ := t.TagName(); opened != "" && string(name) == opened && hooked {
				return true
			}
			opened = ""
		}
	}
}

// skipTo goes behind the end tag of an element, and reports whether there is one.
func skipTo(t *html.Tokenizer, element string) bool {
	for {
		switch t.Next() {
		case html.ErrorToken:
			return false
		case html.EndTagToken:
			if name, _ := t.TagName(); string(name) == element {
				return true
			}
		}
	}
}

// fills tells elements that are nothing without content, and those that are a page's own.
func fills(element string) bool {
	return slices.Contains([]string{"tbody", "ul", "ol", "dl"}, element) || strings.Contains(element, "-")
}

// hasHook reports whether a tag has an attribute by which scripts find it.
func hasHook(t *html.Tokenizer) bool {
	for {
		key, _, more := t.TagAttr()
		if k := string(key); k == "id" || strings.HasPrefix(k, "data-") || strings.HasPrefix(k, "v-") || strings.HasPrefix(k, "ng-") || strings.HasPrefix(k, "x-") {
			return true
		}
		if !more {
			return false
		}
	}
}
