package visit

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render"
)

// rendered is a page as a browser shows it. Where it need not be rendered, it is as it was fetched if no browser shows it. What
// holds less than what was fetched was rendered for nothing.
func (v *Visitor) rendered(ctx context.Context, fetched *Page, holds func(*Page) bool, need need) (*Page, error) {
	fetched.Unfilled = need >= hint
	p := fetched.asked()
	if v.Render == Never && (need < rendering || holds(fetched)) {
		return fetched, nil
	}
	if v.Render == Never {
		return p, p.error(fetch.NeedsScript, RenderNever, "", nil)
	}
	shown, err := v.show(ctx, p.URL)
	switch {
	case err != nil && need < rendering:
		return fetched, nil
	case err != nil:
		return p, p.notShown(err)
	}
	out := p.shownAs(shown)
	err = v.understand(out, "text/html; charset=utf-8")
	switch {
	case v.Render == Auto && holds(fetched) && (err != nil || !holds(out)):
		return fetched, nil
	case err != nil:
		return out, err
	}
	if shown.Status >= 400 {
		return out, out.statusError()
	}
	return out, out.behindWall()
}

// asked is the page that was asked for, of which a browser shows the frames, too.
func (p *Page) asked() *Page {
	if p.Shell != nil {
		return p.Shell
	}
	return p
}

func (v *Visitor) show(ctx context.Context, address string) (*render.Page, error) {
	if v.Browser == nil {
		return nil, render.ErrNoBrowser
	}
	return v.Browser.Render(ctx, address)
}

// notShown is why a browser did not show a page.
func (p *Page) notShown(err error) error {
	if e, ok := errors.AsType[*fetch.Error](err); ok { // what a guard refused
		return p.error(e.State, e.Reason, e.Detail, err)
	}
	switch {
	case errors.Is(err, render.ErrNoBrowser):
		return p.error(fetch.NeedsScript, NoBrowser, "", err)
	case errors.Is(err, render.ErrNoSandbox):
		return p.error(fetch.NeedsScript, NoSandbox, "", err)
	case errors.Is(err, render.ErrNoStart):
		return p.error(fetch.NeedsScript, NoStart, strings.TrimPrefix(err.Error(), render.ErrNoStart.Error()+": "), err)
	case errors.Is(err, context.DeadlineExceeded):
		return p.error(fetch.Unreadable, fetch.Timeout, "", err)
	}
	return p.error(fetch.Unreadable, fetch.Network, "", err)
}

// shownAs is a page with what a browser made of it.
func (p *Page) shownAs(shown *render.Page) *Page {
	out := &Page{Asked: p.Asked, URL: shown.URL, State: p.State, Redirects: p.Redirects, Status: shown.Status, Header: p.Header,
		Raw: shown.HTML, Rendered: true, Fetched: p.Raw, Contacts: shown.Contacts}
	if out.URL == "" || samePage(out.URL, p.URL) {
		out.URL = p.URL // a fragment is no other page
		return out
	}
	led := shown.Redirects
	if len(led) == 0 {
		led = []string{p.URL}
	}
	out.State, out.Redirects = fetch.Moved, slices.Concat(p.Redirects, led)
	return out
}

// samePage reports whether two addresses differ in nothing but their fragments.
func samePage(a, b string) bool {
	a, _, _ = strings.Cut(a, "#")
	b, _, _ = strings.Cut(b, "#")
	return a == b
}

// statusError is the error of a page that a browser got with a code of failure.
func (p *Page) statusError() error {
	state := fetch.Unreadable
	switch p.Status {
	case http.StatusNotFound, http.StatusGone:
		state = fetch.Gone
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusTooManyRequests:
		state = fetch.Blocked
	}
	return p.error(state, fetch.Status, fmt.Sprintf("HTTP %d %s", p.Status, http.StatusText(p.Status)), nil)
}
