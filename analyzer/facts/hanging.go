package facts

import (
	"net/url"
	"slices"
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// A Hanging is something in the body of a page that may hold a part of the policy and is not read:
// a frame, an image, or a page behind a link.
type Hanging struct {
	Page    int
	Kind    policy.ResourceKind
	Clauses []Clause // of which it may hold the content; none means any
	Place   policy.Place
}

// Unread are the parts of the policy that may stand elsewhere than on its pages.
var Unread = analyzer.NewFact("unread", func(p *analyzer.Pass) []Hanging {
	links := PageLinks.Of(p)
	var out []Hanging
	for _, r := range readers.Of(p) {
		var own []PageLink
		for len(links) > 0 && links[0].Page == r.page {
			own, links = append(own, links[0]), links[1:]
		}
		out = append(out, r.hanging(own, func(address string, at policy.Span) bool { return leadsWithin(p, r.page, address, at) })...)
	}
	return out
})

// hanging are those of a page, but for what leads to pages that are read.
func (r *reader) hanging(links []PageLink, isRead func(address string, at policy.Span) bool) []Hanging {
	var out []Hanging
	first, last := r.spanOfClauses()
	for _, res := range r.doc.Resources {
		var link PageLink
		address := res.URL
		if len(links) > 0 && links[0].Place.Span == res.Span && (res.Kind == policy.Link || res.Kind == policy.Button) {
			link, links = links[0], links[1:]
			address = link.URL
		}
		if res.Read || res.Kind != policy.Image && isRead(address, res.Span) {
			continue
		}
		h := Hanging{Page: r.page, Kind: res.Kind, Place: policy.Place{File: r.doc.File, Span: res.Span}}
		switch res.Kind {
		case policy.Frame, policy.Object:
			if !isTracker(res.URL) {
				out = append(out, h)
			}
		case policy.Image:
			if h.Clauses = r.emptyOver(res.Span); len(h.Clauses) > 0 || mayHoldText(res) && first < res.Span.Start && res.Span.Start < last {
				out = append(out, h)
			}
		case policy.Link, policy.Button:
			if h.Clauses = link.Clauses; len(h.Clauses) > 0 && link.mayHold() {
				out = append(out, h)
			}
		}
	}
	return out
}

// smallest is how many pixels the longer side of an image has at least that holds a section as text.
const smallest = 100

// mayHoldText reports whether an image may show text that is written nowhere: it has no alternative
// text, and is no icon.
func mayHoldText(res policy.Resource) bool {
	return res.Text == "" && (res.Side == 0 || res.Side >= smallest)
}

// spanOfClauses is where in the source the policy's own text begins and ends: from the line that names
// it, or its first section, to its last line.
func (r *reader) spanOfClauses() (first, last int) {
	first = len(r.doc.File.Text)
	if i := r.named(); i >= 0 {
		first = r.doc.Span(r.headings[i].Range).Start
	}
	for i := range r.headings {
		if len(r.headings[i].Clauses) > 0 {
			first = min(first, r.doc.Span(r.headings[i].Range).Start)
			break
		}
	}
	for i := len(r.lines) - 1; i >= 0; i-- {
		if r.body[i] == Own {
			return first, r.doc.Span(r.lines[i].Block.Range).End
		}
	}
	return first, 0
}

// isTracker reports whether a frame shows nothing of the page: the fallback of a tag manager, an advertisement.
func isTracker(address string) bool {
	if address == policy.SrcDoc {
		return false
	}
	if address == "" || strings.HasPrefix(address, "about:") || strings.HasPrefix(address, "javascript:") || strings.Contains(address, "googletagmanager.com") {
		return true
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return false
	}
	sign, ok := vendors.ByHost(u.Host, u.Path)
	return ok && slices.Contains([]string{"advertising", "analytics"}, sign.Vendor.Categories[0])
}

// emptyOver are the clauses of the heading without text right before a place.
func (r *reader) emptyOver(s policy.Span) []Clause {
	i := sort.Search(len(r.headings), func(i int) bool { return r.doc.Span(r.headings[i].Range).Start > s.Start })
	if i == 0 || !r.empty(&r.headings[i-1]) {
		return nil
	}
	return r.headings[i-1].Clauses
}
