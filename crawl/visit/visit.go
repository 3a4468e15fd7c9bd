// Package visit reads a page of the web as a visitor sees it: fetched, and rendered where the bytes alone hold no policy.
package visit

import (
	"context"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render"
)

// A Mode says when pages are rendered.
type Mode string

// The modes.
const (
	Auto   Mode = "auto" // where what was fetched holds no policy
	Never  Mode = "never"
	Always Mode = "always"
)

// A Visitor reads pages. It may be used by several goroutines at once.
type Visitor struct {
	Fetcher *fetch.Fetcher
	Browser *render.Browser // nil where pages are never rendered
	Render  Mode
	Today   date.Date // by which the version in force is told
}

// A Page is one that was read.
type Page struct {
	Doc       *policy.Document // its file is named by the address at which it was found
	State     fetch.State      // ok or moved
	Asked     string           // the address that was asked for
	Redirects []string
	Raw       []byte // what Doc was read from: what was fetched, or the tree of the browser
	Rendered  bool
	Contacts  []render.Contact // who was asked for something when it was rendered
	Kind      string           // of facts.Kind
	Frames    []*Page          // those that hold a part of it, where they could not be read in their place
}

// Page reads one page, whatever it holds. Every error is a [*fetch.Error]; a page that is neither a policy nor a part of
// one is no error here.
func (v *Visitor) Page(ctx context.Context, r fetch.Request) (*Page, error) {
	got, err := v.Fetcher.Get(ctx, r)
	if err != nil {
		return nil, err
	}
	doc, err := scrape.Parse(got.URL, got.Raw, scrape.Options{ContentType: got.Header.Get("Content-Type")})
	if err != nil {
		return nil, &fetch.Error{State: fetch.Unreadable, Reason: fetch.NotParsed, URL: got.URL, Redirects: got.Redirects, Err: err}
	}
	return &Page{Doc: doc, State: got.State(), Asked: r.URL, Redirects: got.Redirects, Raw: got.Raw}, nil
}

// Policy reads a page that is to be a policy: one that is none is a [fetch.Error] of state not-a-policy or needs-script.
func (v *Visitor) Policy(ctx context.Context, address string) (*Page, error) {
	return v.Page(ctx, fetch.Request{URL: address})
}
