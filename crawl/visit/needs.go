package visit

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// A need says whether a page is complete as it was fetched.
type need int

const (
	nothing   need = iota
	wish           // a browser would read more, but what is there can be judged
	rendering      // without a browser it cannot be judged
)

// needs tells what a page needs to be complete.
func (v *Visitor) needs(p *Page, holds func(*Page) bool) need {
	switch {
	case v.Render == Always:
		return rendering
	case !holds(p) && canFill(p.Doc):
		return rendering
	case !holds(p):
		return nothing
	case runsScripts(p.Doc) && v.awaitsScript(p.Doc):
		return rendering
	case slices.ContainsFunc(p.Doc.Resources, func(r policy.Resource) bool { return r.Kind == policy.Frame && r.URL == policy.SrcDoc && !r.Read }):
		return wish
	}
	return nothing
}

func (v *Visitor) pass(docs ...*policy.Document) *analyzer.Pass {
	return analyzer.NewPass(&policy.Policy{Pages: docs}, v.Today)
}

// canFill reports whether anything on a page may show what its HTML does not hold.
func canFill(doc *policy.Document) bool {
	return runsScripts(doc) || slices.ContainsFunc(doc.Resources, func(r policy.Resource) bool {
		return r.Kind == policy.Frame && !r.Read && !isTracker(doc, r)
	})
}

// runsScripts reports whether a page has scripts but those of trackers, and data.
func runsScripts(doc *policy.Document) bool {
	return slices.ContainsFunc(doc.Resources, func(r policy.Resource) bool {
		switch r.Kind {
		case policy.Script:
			return isProgram(r.Rel) && !isTracker(doc, r)
		case policy.InlineScript:
			return isProgram(r.Rel) && strings.TrimSpace(r.Text) != ""
		}
		return false
	})
}

// isProgram reports whether a type is that of a script that runs: https://html.spec.whatwg.org/multipage/scripting.html.
func isProgram(kind string) bool {
	return kind == "" || kind == "module" || strings.Contains(kind, "javascript") || strings.Contains(kind, "ecmascript")
}

// isTracker reports whether a script or frame measures or advertises, and shows nothing of the page.
func isTracker(doc *policy.Document, r policy.Resource) bool {
	u, ok := doc.Address(r.URL)
	if !ok || u.Host == "" {
		return r.Kind == policy.Frame && !ok // about:blank, javascript:
	}
	return measures(u)
}

func measures(u *url.URL) bool {
	sign, ok := vendors.ByHost(u.Host, u.Path)
	return ok && slices.Contains([]string{"advertising", "analytics"}, sign.Vendor.Categories[0])
}

// awaitsScript reports whether something is announced, nothing follows, and the source has an empty element in its place
// that a script can find. Empty elements elsewhere are there for the looks.
func (v *Visitor) awaitsScript(doc *policy.Document) bool {
	return doc.Format == policy.HTML && slices.ContainsFunc(facts.Hollow.Of(v.pass(doc)), func(at facts.PlaceIn) bool {
		return opensSlot(doc.File.Text[doc.Span(at.Range).End:])
	})
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
			if strings.TrimSpace(strings.Trim(string(t.Text()), "\u00a0")) != "" {
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
