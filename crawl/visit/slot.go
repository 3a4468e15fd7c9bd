package visit

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// awaitsScript reports whether a page announces something, and where it would stand the source has an empty element that a
// script can find: behind the heading of a clause over nothing, between two clauses, as what a tab shows, or the body of a
// table with titles alone. Empty elements elsewhere are there for the looks.
func (v *Visitor) awaitsScript(doc *policy.Document) bool {
	if doc.Format != policy.HTML {
		return false
	}
	pass := v.pass(doc)
	source := doc.File.Text
	first, last := len(source), 0
	for _, f := range facts.Clauses.Of(pass) {
		if !f.Range.Empty() {
			at := doc.Span(f.Range)
			first, last = min(first, at.Start), max(last, at.End)
		}
	}
	if emptyPart(source[min(first, last):last], nil) || emptyPart(source, shownBy(source)) {
		return true
	}
	first = max(0, strings.LastIndex(source[:first], "<table")) // the words may be titles of the table
	return emptyTable(source[first:]) || slices.ContainsFunc(facts.Hollow.Of(pass), func(at facts.PlaceIn) bool {
		return opensSlot(source[doc.Span(at.Range).End:])
	})
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

// emptyPart reports whether a stretch of HTML has a part with nothing in it: one that a script can find, or with ids, one that
// has one of these.
func emptyPart(source string, ids map[string]bool) bool {
	t := html.NewTokenizer(strings.NewReader(source))
	opened := "" // the part that was opened last, while nothing stood in it
	for {
		switch t.Next() {
		case html.ErrorToken:
			return false
		case html.TextToken:
			if !isSpace(t.Text()) {
				opened = ""
			}
		case html.StartTagToken:
			name, attrs := t.TagName()
			opened = ""
			switch element := string(name); element {
			case "div", "section", "article", "table":
				if ids == nil && attrs && hasHook(t) || ids != nil && ids[idOf(t)] {
					opened = element
				}
			case "script", "style", "noscript", "template", "textarea":
				if !skipTo(t, element) {
					return false
				}
			}
		case html.SelfClosingTagToken:
			opened = ""
		case html.EndTagToken:
			if name, _ := t.TagName(); opened != "" && string(name) == opened {
				return true
			}
			opened = ""
		}
	}
}

// shownBy are the ids of the parts that the tabs of a page show.
func shownBy(source string) map[string]bool {
	out := make(map[string]bool)
	t := html.NewTokenizer(strings.NewReader(source))
	for {
		switch t.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken:
			token := t.Token()
			tab, shows := false, ""
			for _, a := range token.Attr {
				switch a.Key {
				case "role":
					tab = a.Val == "tab"
				case "aria-controls":
					shows = a.Val
				case "href":
					if id, ok := strings.CutPrefix(a.Val, "#"); ok && shows == "" {
						shows = id
					}
				}
			}
			if tab && shows != "" {
				out[shows] = true
			}
		}
	}
}

// idOf is the id of a tag; "" where it has none.
func idOf(t *html.Tokenizer) string {
	for {
		key, value, more := t.TagAttr()
		if string(key) == "id" {
			return string(value)
		}
		if !more {
			return ""
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
