package visit

import (
	"net/url"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// A need says whether a page is complete as it was fetched.
type need int

const (
	nothing   need = iota
	wish           // a browser would read more, but what is there can be judged
	hint           // so, and it must be told that there may be more
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
	}
	if need := v.awaits(p.Doc); need != nothing {
		return need
	}
	if slices.ContainsFunc(p.Doc.Resources, func(r policy.Resource) bool { return r.Kind == policy.Frame && r.URL == policy.SrcDoc && !r.Read }) {
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
