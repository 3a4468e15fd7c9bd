package evidence

import (
	"path"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// page reads what a page loads and runs. Of a page of a saved site, local tells what a path that
// stands in it was before it was saved.
func (c *collector) page(doc *policy.Document, local func(path string) (target, bool)) {
	for _, r := range doc.Resources {
		if c.isOther(r.Frame) {
			continue // what the frame of another company loads is its own affair; a browser tells, see contacts
		}
		switch r.Kind {
		case policy.Script, policy.InlineScript:
			c.element(doc, r, local)
		case policy.Frame, policy.Object, policy.Form, policy.Pixel, policy.Image, policy.HeadLink:
			c.resource(doc, r, local, false)
		}
	}
}

// element reads a script element: one that is loaded, or stands in the page.
func (c *collector) element(doc *policy.Document, r policy.Resource, local func(string) (target, bool)) {
	run := runs(r.Rel)
	if run == upon && !c.hasConsent(doc, r) {
		run = never
	}
	switch {
	case run == never:
	case r.Kind == policy.Script:
		c.resource(doc, r, local, run == upon)
	default:
		c.script(newPassage(r.Text, doc.File, r.Span), reading{indirect: run == upon, amp: r.Rel == policy.AMPAnalytics})
	}
}

// running tells when the browser runs a script.
type running uint8

const (
	never  running = iota // it is data, a template, or switched off
	always                // at once, or when it is needed
	upon                  // when a script that asks for consent changes its type
)

// runs tells it by the type of a script.
func runs(kind string) running {
	kind, _, _ = strings.Cut(kind, ";")
	switch kind = strings.TrimSpace(kind); {
	case kind == "", kind == "module", kind == policy.AMPAnalytics, kind == "text/partytown":
		return always
	case strings.HasSuffix(kind, "javascript"), strings.HasSuffix(kind, "ecmascript"), kind == "text/babel", kind == "text/jsx":
		return always // also those of Cloudflare: "…-text/javascript"
	case kind == "text/plain", kind == "javascript/blocked":
		return upon
	}
	return never
}

// hasConsent reports whether a script that does not run is one that waits for consent, and was not just
// switched off: its tag tells what it waits for, in an attribute of the page's own or a class.
func (c *collector) hasConsent(doc *policy.Document, r policy.Resource) bool {
	text, tag := doc.File.Text, r.Span
	if r.Kind == policy.InlineScript {
		const longest = 2048
		from := max(0, r.Span.Start-longest)
		i := strings.LastIndex(strings.ToLower(text[from:r.Span.Start]), "<script")
		if i < 0 || from+i+len("<script") > r.Span.Start {
			return false
		}
		tag = policy.Span{Start: from + i, End: r.Span.Start}
	}
	return slices.ContainsFunc(attributes(text, tag), func(a attribute) bool {
		value := strings.ToLower(text[a.value.Start:a.value.End])
		return strings.HasPrefix(a.name, "data-") && a.name != "data-src" || a.name == "class" &&
			slices.ContainsFunc([]string{"consent", "cookie", "optanon", "iubenda", "cmplz"}, func(word string) bool { return strings.Contains(value, word) })
	})
}

// resource keeps what an element gives away that loads something or sends to somewhere.
func (c *collector) resource(doc *policy.Document, r policy.Resource, local func(string) (target, bool), indirect bool) {
	t, ok := parseTarget(r.URL)
	if !ok {
		return
	}
	if t.host == "" && local != nil {
		if before, ok := local(r.URL); ok {
			t = before
		}
	}
	if t.host == "" {
		if before, ok := savedScript(t.path); ok {
			t = before
		}
	}
	sign, ok := t.sign()
	switch {
	case !ok:
		return
	case r.Kind == policy.Image || r.Kind == policy.Pixel:
		if !isBeacon(t, sign, r.Kind) {
			return
		}
	case r.Kind == policy.HeadLink:
		loaded, hint := relation(r.Rel)
		if !loaded && !hint {
			return
		}
		indirect = !loaded
	}
	c.url(t, doc.File, placeOf(doc.File.Text, r.Span, r.URL), indirect)
}

// isBeacon reports whether an image is fetched to tell that the page was seen: it is no file of a
// picture, and it is not shown, or comes from a vendor that gathers by itself.
func isBeacon(t target, sign vendors.Sign, kind policy.ResourceKind) bool {
	gathers := sign.Vendor.Gathers() == vendors.Always
	if sign.Weak || t.query == "" && isPicture(t.path) && !(kind == policy.Pixel && gathers) {
		return false
	}
	return kind == policy.Pixel || gathers
}

func isPicture(p string) bool {
	switch strings.ToLower(path.Ext(p)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp":
		return true
	}
	return false
}

// relation tells whether a link element loads what it points to, or only says that it may be needed.
func relation(rel string) (loaded, hint bool) {
	for word := range strings.FieldsSeq(strings.ToLower(rel)) {
		switch word {
		case "stylesheet", "preload", "modulepreload":
			loaded = true
		case "preconnect", "dns-prefetch", "prefetch", "prerender":
			hint = true
		}
	}
	return loaded, hint
}
