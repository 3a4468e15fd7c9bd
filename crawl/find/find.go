// Package find goes from the home page of a site to its privacy policy, as a visitor would who looks for it: by the links
// that name it, those of pages on the way, usual addresses, and the map of the site.
package find

import (
	"context"
	"errors"
	"net/url"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/visit"
)

// A Finder finds policies. It may be used by several goroutines at once.
type Finder struct {
	Visitor *visit.Visitor
	Read    func(*visit.Page, error) // is told of each page that was read, or was not; nil where nobody asks
}

// By says how a page was come upon.
type By string

// The ways to a page.
const (
	Home    By = "home"    // it is the page that was named
	Link    By = "link"    // links lead to it
	Path    By = "path"    // it was looked for at an address that is usual
	Sitemap By = "sitemap" // the map of the site has it
)

// A Result is what was found.
type Result struct {
	Home   *visit.Page
	Policy *visit.Page // nil where there is none
	By     By          // of the policy
	Way    *policy.Way
	Tried  []Try // the further pages that were looked at, in order

	Unled   string       // the name of a link that names a policy and where a script leads that was not read; else ""
	Unshown *fetch.Error // why no browser showed the home page, where one was to; else nil
}

// A Try is a page that was looked at.
type Try struct {
	URL   string
	By    By
	Named facts.Naming // how the link to it was named; "" where none led to it that names a policy
	State fetch.State  // ok only where it is the policy
	Kind  facts.Kind   // of a page that was read and is not the policy
	Of    string       // whose policy it is, where it is that of somebody else
	Err   *fetch.Error // why it was not read, or nil
}

// mostRequests are made for a site at the most, beside the home page.
const mostRequests = 25

// Find looks for the policy of the site whose home page has an address. The error, a [*fetch.Error], says why the home page
// could not be read.
func (f *Finder) Find(ctx context.Context, home string) (*Result, error) {
	s := &search{finder: f, ctx: ctx, seen: make(map[string]bool), passes: make(map[*policy.Document]*analyzer.Pass), room: mostRequests, result: &Result{}}
	first, err := s.home(home)
	if err != nil {
		return nil, err
	}
	s.result.Home = first
	s.seen[key(home)], s.seen[key(first.URL)] = true, true
	s.result.Way = &policy.Way{Home: first.Doc, Whole: first.Rendered || !s.scripted(first.Doc)}
	if first.Kind == facts.PolicyKind {
		s.found(first, Home, nil)
		return s.result, nil
	}
	s.search(first)
	return s.result, ctx.Err()
}

// A search is one for the policy of a site.
type search struct {
	finder *Finder
	ctx    context.Context
	seen   map[string]bool // the addresses that were looked at
	room   int             // how many requests may still be made
	result *Result
	passes map[*policy.Document]*analyzer.Pass
}

// A spot is a page with the clicks that lead there from the home page.
type spot struct {
	page  *visit.Page
	steps []policy.Step
}

// search tries each way in turn until one leads to the policy.
func (s *search) search(first *visit.Page) {
	doors := s.doors(spot{page: first})
	if s.linked(doors) {
		return
	}
	if shown, ok := s.shown(first); ok {
		doors = append([]spot{{page: shown}}, doors...)
		if s.linked(doors[:1]) {
			return
		}
	}
	_ = s.between(doors, 2) || s.paths() || s.sitemaps()
	if s.result.Policy == nil {
		s.result.Unled = s.unled(doors)
	}
}

// found keeps the policy.
func (s *search) found(p *visit.Page, by By, steps []policy.Step) {
	s.result.Policy, s.result.By, s.result.Way.Steps = p, by, steps
	s.result.Way.Barred = slices.ContainsFunc(s.result.Tried, func(t Try) bool {
		return t.Err != nil && t.State != fetch.Gone && (t.Named == facts.NamedExactly || t.Named == facts.NamedWithin || t.Named == facts.NamedNearly)
	})
}

// pass is one over a page, by which facts are found.
func (s *search) pass(doc *policy.Document) *analyzer.Pass {
	if s.passes[doc] == nil {
		s.passes[doc] = analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, s.finder.Visitor.Today)
	}
	return s.passes[doc]
}

func (s *search) scripted(doc *policy.Document) bool { return facts.Scripted.Of(s.pass(doc))[0] }

// in is the visitor in another mode.
func (s *search) in(mode visit.Mode) *visit.Visitor {
	v := *s.finder.Visitor
	v.Render = mode
	return &v
}

// read reads a page in a mode.
func (s *search) read(mode visit.Mode, r fetch.Request) (*visit.Page, *fetch.Error) {
	p, err := s.in(mode).Page(s.ctx, r)
	return s.told(p, err, r.URL)
}

// show has a browser show a page that was read.
func (s *search) show(read *visit.Page) (*visit.Page, *fetch.Error) {
	p, err := s.finder.Visitor.Show(s.ctx, read)
	return s.told(p, err, read.URL)
}

// told tells who asks what became of a page.
func (s *search) told(p *visit.Page, err error, address string) (*visit.Page, *fetch.Error) {
	if s.finder.Read != nil {
		s.finder.Read(p, err)
	}
	if err == nil {
		return p, nil
	}
	if e, ok := errors.AsType[*fetch.Error](err); ok {
		return p, e
	}
	return p, &fetch.Error{State: fetch.Unreadable, Reason: fetch.Network, URL: address, Err: err}
}

// home reads the page that was named. It is no policy by nature, so it is fetched first, and rendered only where its source
// shows nothing that leads on.
func (s *search) home(address string) (*visit.Page, error) {
	mode := s.finder.Visitor.Render
	if mode == visit.Auto {
		mode = visit.Never
	}
	p, e := s.read(mode, fetch.Request{URL: address})
	switch {
	case e == nil, p != nil && p.Doc != nil && s.serves(p.Doc, e):
		return p, nil
	case s.finder.Visitor.Render == visit.Auto && e.State == fetch.NeedsScript && p != nil:
		if p, e = s.show(p); e == nil {
			return p, nil
		}
	}
	return nil, e
}

// serves reports whether a page that is not what a policy would have to be will do as a home page: scripts add to it, or it
// asks its visitors to sign in, and it has links all the same.
func (s *search) serves(doc *policy.Document, e *fetch.Error) bool {
	pass := s.pass(doc)
	links := len(facts.PolicyLinks.Of(pass)[0]) + len(facts.LeadingLinks.Of(pass)[0]) + len(facts.Onward.Of(pass)[0])
	return links > 0 && (e.State == fetch.NeedsScript || e.Reason == fetch.Wall) || e.Reason == visit.RenderNever && s.finder.Visitor.Render == visit.Never
}

// shown is the home page as a browser shows it, where its scripts may add links.
func (s *search) shown(p *visit.Page) (*visit.Page, bool) {
	if p.Rendered || s.finder.Visitor.Render != visit.Auto || s.finder.Visitor.Browser == nil || !s.scripted(p.Doc) {
		return nil, false
	}
	shown, e := s.show(p)
	if e != nil || !shown.Rendered {
		s.result.Unshown = e
		return nil, false
	}
	way := s.result.Way
	s.result.Home, way.Home, way.Whole = shown, shown.Doc, true
	return shown, true
}

// visit looks at a page that nobody named. It is none where it was looked at before, or there is no room.
func (s *search) visit(address *url.URL, by By, named facts.Naming) (*visit.Page, bool) {
	k := key(address.String())
	if s.seen[k] || s.room == 0 || s.ctx.Err() != nil {
		return nil, false
	}
	s.seen[k] = true
	s.room--
	mode := s.finder.Visitor.Render
	if mode == visit.Auto && (named == "" || named == facts.NamedNowise) {
		mode = visit.Never // a browser for each would take long
	}
	try := Try{URL: address.String(), By: by, Named: named, State: fetch.NotPolicy}
	p, e := s.read(mode, fetch.Request{URL: try.URL, Crawled: true})
	switch {
	case e != nil:
		try.State, try.Err = e.State, e
	case p.Kind == facts.PolicyKind:
		try.State = fetch.OK
	default:
		try.Kind = p.Kind
	}
	s.result.Tried = append(s.result.Tried, try)
	if e != nil && (e.State != fetch.NeedsScript || p == nil || p.Doc == nil) {
		return nil, false
	}
	s.seen[key(p.URL)] = true
	return p, true
}

// key is equal for addresses of the same page.
func key(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	if u.Path == "" {
		u.Path = "/"
	}
	return u.Host + u.RequestURI() + "#" + u.Fragment
}
