package facts

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A LeadingLink is a link of a page from which the policy is likely to be linked: to the terms, a page of all policies, a
// map of the site, from a page at the door into the site.
type LeadingLink struct {
	Link    int // of the page's resources
	Name    string
	Address string // as written
	Enters  bool   // it leads into the site
	likely  int    // the less the likelier
}

// LeadingLinks are, page by page, the links that lead nearer to a policy, the likeliest first.
var LeadingLinks = analyzer.NewFact("leading links", func(p *analyzer.Pass) [][]LeadingLink {
	out := make([][]LeadingLink, len(p.Policy.Pages))
	for i, doc := range p.Policy.Pages {
		out[i] = leadingLinks(doc, destinations.Of(p)[i])
	}
	return out
})

// fewLinks are so many as a page at the door has at the most.
const fewLinks = 15

func leadingLinks(doc *policy.Document, to []string) []LeadingLink {
	var out []LeadingLink
	all := 0
	for i, res := range doc.Resources {
		if res.Kind != policy.Link && res.Kind != policy.Button {
			continue
		}
		all++
		if l, ok := leadingLink(doc, i, to[i]); ok {
			out = append(out, l)
		}
	}
	if all <= fewLinks { // then nearly every link leads on
		for i := range out {
			if out[i].likely == likelyEnter {
				out[i].likely = likelyHub
			}
		}
	}
	slices.SortStableFunc(out, func(a, b LeadingLink) int { return cmp.Compare(a.likely, b.likely) })
	return out
}

// How likely a link is to lead nearer to the policy.
const (
	likelyHub = iota
	likelyPage
	likelyEnter
)

func leadingLink(doc *policy.Document, i int, to string) (LeadingLink, bool) {
	res := doc.Resources[i]
	l := LeadingLink{Link: i, Address: to}
	if l.Address == "" {
		return l, false
	}
	for _, name := range namesOf(res) {
		switch words := readName(name); {
		case words.naming != notNamed:
			return l, false
		case words.hub:
			l.likely = likelyHub
		case words.likely:
			l.likely = likelyPage
		case words.enter:
			l.likely, l.Enters = likelyEnter, true
		default:
			continue
		}
		l.Name = name
		return l, true
	}
	return l, false
}

// Onward are, page by page, the addresses to which it leads on by itself: a meta refresh, the frames of a page that shows
// nothing else, and of one without links a script that goes elsewhere.
var Onward = analyzer.NewFact("onward", func(p *analyzer.Pass) [][]string {
	out := make([][]string, len(p.Policy.Pages))
	for i, doc := range p.Policy.Pages {
		out[i] = onward(doc)
	}
	return out
})

func onward(doc *policy.Document) []string {
	var refreshes, frames, scripts []string
	links := 0
	for _, res := range doc.Resources {
		switch res.Kind {
		case policy.Link, policy.Button:
			links++
		case policy.Refresh:
			refreshes = append(refreshes, res.URL)
		case policy.Frame:
			if res.URL != policy.SrcDoc && !isTracker(res.URL) {
				frames = append(frames, res.URL)
			}
		case policy.InlineScript:
			if _, code, ok := strings.Cut(res.Text, "location"); ok {
				if to := addressIn(code); to != "" {
					scripts = append(scripts, to)
				}
			}
		}
	}
	switch {
	case len(refreshes) > 0:
		return refreshes[:1]
	case links > 0:
		return nil
	case len(frames) > 0:
		return frames
	}
	return scripts
}

// Scripted tells of each page whether scripts run in it, which may show links that its source does not have.
var Scripted = analyzer.NewFact("scripted", func(p *analyzer.Pass) []bool {
	out := make([]bool, len(p.Policy.Pages))
	for i, doc := range p.Policy.Pages {
		out[i] = slices.ContainsFunc(doc.Resources, func(r policy.Resource) bool {
			return r.Kind == policy.Script || r.Kind == policy.InlineScript
		})
	}
	return out
})
