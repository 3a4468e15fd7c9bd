package policy

import (
	"path"
	"slices"
)

// A Way is how a policy was found from the home page of its site. Somebody tells it who was there: without it nothing is
// known of the links that lead to a policy.
type Way struct {
	Home   *Document
	Steps  []Step // the clicks that lead from the home page to the policy; none where no link was found that does
	Barred bool   // a link was met that names the policy and leads to a page that could not be read: a file, a wall
	Whole  bool   // all links of the home page are known: no script adds some to it, or those that do were run
}

// A Step is a click.
type Step struct {
	Page *Document
	Link int // of the page's Resources
}

// Resource is the link that is clicked.
func (s Step) Resource() Resource { return s.Page.Resources[s.Link] }

// Place is where the link stands.
func (s Step) Place() Place { return Place{File: s.Page.File, Span: s.Resource().Span} }

// WayThrough is the way through pages, the home page first and the policy last, by links that are written as the names of
// files: each step is the first link of a page to the next. Where a page has none there are no steps.
func WayThrough(pages []*Document) *Way {
	w := &Way{Home: pages[0], Whole: true}
	for i, page := range pages[1:] {
		from, name := pages[i], path.Base(page.File.Name)
		link := slices.IndexFunc(from.Resources, func(r Resource) bool { return r.Kind == Link && r.URL == name })
		if link < 0 {
			w.Steps = nil
			return w
		}
		w.Steps = append(w.Steps, Step{Page: from, Link: link})
	}
	return w
}
