// Package visit reads a page of the web as a visitor sees it: fetched, with its frames, and rendered where the bytes alone
// hold no policy. It tells apart what became of a page: see [fetch.State].
package visit

import (
	"context"
	"net/http"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render"
	"github.com/pipalint/pipalint/crawl/wall"
)

// A Mode says when pages are rendered.
type Mode string

// The modes.
const (
	Auto   Mode = "auto" // where what was fetched holds no policy, or not all of it
	Never  Mode = "never"
	Always Mode = "always"
)

// The reasons of a page that needs a script.
const (
	NoBrowser   fetch.Reason = "no-browser"   // there is none to run it
	NoStart     fetch.Reason = "no-start"     // it does not start, or there is none where somebody said; Detail tells
	NoSandbox   fetch.Reason = "no-sandbox"   // it does not start, for the system allows it no sandbox
	RenderNever fetch.Reason = "render-never" // nobody wants it run
)

// A Renderer shows pages in a browser, as [render.Browser] does.
type Renderer interface {
	Render(ctx context.Context, address string) (*render.Page, error)
}

// A Visitor reads pages. It may be used by several goroutines at once.
type Visitor struct {
	Fetcher *fetch.Fetcher
	Browser Renderer // nil where pages are never rendered
	Render  Mode
	Today   date.Date // by which the version in force is told
}

// A Page is one that was read, or what was got in its place.
type Page struct {
	Doc       *policy.Document // its file is named by the address at which it was found; nil where it could not be parsed
	State     fetch.State
	Asked     string // the address that was asked for
	URL       string // where it was found
	Redirects []string
	Status    int
	Header    http.Header
	Raw       []byte // what Doc was read from: what was fetched, or the tree of the browser
	Rendered  bool
	Fetched   []byte           // what was fetched, where Raw is the tree of the browser
	Contacts  []render.Contact // who was asked for something when it was rendered
	Kind      facts.Kind
	Frames    []*Page // those that hold a part of it, where they could not be read in their place
	Aside     []*Page // frames that were read as well, and of which no more is known
	Shell     *Page   // the page that was asked for, where it shows the policy in a frame and this is the frame; else nil
	Unfilled  bool    // a script was to fill parts of it, and did not run
	substance bool    // anything of a policy stands in it
}

// Page reads one page, whatever it holds: a policy, a part of one, neither. Every error is a [*fetch.Error]; what was got in
// the place of the page is then returned with it, or nil.
func (v *Visitor) Page(ctx context.Context, r fetch.Request) (*Page, error) {
	return v.visit(ctx, r, (*Page).holdsPart)
}

// Policy is like [Visitor.Page] for a page that is to be a policy: one that is none is an error of state not-a-policy, or
// needs-script where a script may show it.
func (v *Visitor) Policy(ctx context.Context, address string) (*Page, error) {
	p, err := v.visit(ctx, fetch.Request{URL: address}, (*Page).holdsPolicy)
	if err == nil && !p.isPolicy() {
		p.State = fetch.NotPolicy
		err = p.error(fetch.NotPolicy, fetch.Reason(p.Kind), "", nil)
	}
	return p, err
}

// Show is a page that was read as a browser shows it, without fetching it again.
func (v *Visitor) Show(ctx context.Context, p *Page) (*Page, error) {
	always := *v
	always.Render = Always
	return always.rendered(ctx, p, (*Page).holdsPart, rendering)
}

// isPolicy reports whether a page is a policy, or a part of one that is published alone.
func (p *Page) isPolicy() bool { return p.Kind == facts.PolicyKind || p.Kind == facts.Subpage }

// holdsPolicy reports whether there is a policy to judge. A title over nothing is none.
func (p *Page) holdsPolicy() bool { return p.isPolicy() && p.substance }

// holdsPart reports whether anything of a policy stands in the page.
func (p *Page) holdsPart() bool { return p.substance }

// visit reads a page until it holds what is wanted, as far as the mode allows.
func (v *Visitor) visit(ctx context.Context, r fetch.Request, holds func(*Page) bool) (*Page, error) {
	got, err := v.Fetcher.Get(ctx, r)
	if err != nil {
		return v.refused(r, err)
	}
	p := &Page{Asked: r.URL, URL: got.URL, State: got.State(), Redirects: got.Redirects, Status: got.Status, Header: got.Header, Raw: got.Raw}
	if err := v.understand(p, got.Header.Get("Content-Type")); err != nil {
		return p, err
	}
	if err := p.behindWall(); err != nil {
		return p, err
	}
	whole := p
	if v.Render != Always {
		whole = v.withFrames(ctx, r, p, holds)
	}
	if need := v.needs(whole, holds); need != nothing {
		return v.rendered(ctx, whole, holds, need)
	}
	return whole, nil
}

// understand parses a page and tells what it holds.
func (v *Visitor) understand(p *Page, contentType string) error {
	doc, err := scrape.Parse(p.URL, p.Raw, scrape.Options{ContentType: contentType})
	if err != nil {
		return p.error(fetch.Unreadable, fetch.NotParsed, "", err)
	}
	p.Doc = doc
	pass := v.pass(doc)
	p.Kind, p.substance = facts.Kinds.Of(pass)[0], facts.Substance.Of(pass)[0]
	return nil
}

// error is why a page is not what was asked for. It becomes the state of the page.
func (p *Page) error(state fetch.State, reason fetch.Reason, detail string, err error) error {
	p.State = state
	return &fetch.Error{State: state, Reason: reason, Detail: detail, URL: p.URL, Redirects: p.Redirects, Err: err}
}

// behindWall is the error of a page that stands in the place of another. A policy is none, whatever guards its forms.
func (p *Page) behindWall() error {
	if p.holdsPolicy() {
		return nil
	}
	w, ok := wall.Find(p.Doc, p.Status, p.Header)
	if !ok {
		return nil
	}
	return p.error(stateBehind(w.Kind), fetch.Wall, w.Name, nil)
}

// stateBehind is what becomes of the page behind a wall.
func stateBehind(k wall.Kind) fetch.State {
	switch k {
	case wall.Bot, wall.Login:
		return fetch.Blocked
	case wall.Gone:
		return fetch.Gone
	}
	return fetch.Unreadable
}
