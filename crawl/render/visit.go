package render

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"

	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render/proxy"
)

// Crashed is the reason for a page at which the browser died, again and again.
const Crashed fetch.Reason = "crashed"

// most is how many addresses may lead to another, by the page itself as by the server.
const most = 10

// visit opens a page in a context of its own, and closes it.
func (b *Browser) visit(ctx context.Context, in *instance, address string) (*Page, error) {
	out, err := proxy.Open(b.way)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	t, err := in.openTab(ctx, b.o, out)
	if err != nil {
		return nil, err
	}
	defer in.closeTab(t)
	return t.read(ctx, address)
}

// openTab makes an empty page whose only way out is a proxy.
func (in *instance) openTab(ctx context.Context, o Options, out *proxy.Proxy) (*tab, error) {
	yes := true
	made, err := call(ctx, in.wire, "", target.CreateBrowserContext, target.CreateBrowserContextParams{
		DisposeOnDetach: &yes, ProxyServer: out.Address(), ProxyBypassList: "<-loopback>",
	})
	if err != nil {
		return nil, err
	}
	t := &tab{
		in: in, o: o, proxy: out, context: made.BrowserContextID, nonce: rand.Text(),
		frames: make(map[cdp.FrameID]target.SessionID), worlds: make(map[cdp.FrameID]world), kinds: make(map[target.SessionID]*target.Info),
		traffic: traffic{pending: make(map[network.RequestID]request), contacts: make(map[Contact]bool)},
		travel:  travel{trips: make(map[network.RequestID]*trip)},
	}
	in.mu.Lock()
	in.tabs[t.context] = t
	in.mu.Unlock()
	post(in.wire, "", cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorDeny, BrowserContextID: t.context, EventsEnabled: &yes,
	})
	if _, err := call(ctx, in.wire, "", target.CreateTarget, target.CreateTargetParams{
		URL: "about:blank", BrowserContextID: t.context, NewWindow: &yes, Width: 1280, Height: 1000,
	}); err != nil {
		in.closeTab(t)
		return nil, err
	}
	if err = t.wait(ctx, func() bool { return t.ready }); err == nil {
		_, err = call(ctx, in.wire, t.page, page.GetFrameTree, cdp.Empty{}) // its first document is there
	}
	if err != nil {
		in.closeTab(t)
		return nil, err
	}
	return t, nil
}

// closeTab closes a page with all that belongs to it. One that does not let itself be closed dies with the browser.
func (in *instance) closeTab(t *tab) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_, err := call(ctx, in.wire, "", target.DisposeBrowserContext, target.DisposeBrowserContextParams{BrowserContextID: t.context})
	in.mu.Lock()
	delete(in.tabs, t.context)
	for session, other := range in.sessions {
		if other == t {
			delete(in.sessions, session)
		}
	}
	in.mu.Unlock()
	if err != nil {
		in.abort()
	}
}

// tick is how often a page is looked at.
const tick = 40 * time.Millisecond

// wait waits until something is so, as the events tell it.
func (t *tab) wait(ctx context.Context, so func() bool) error {
	for {
		t.mu.Lock()
		done, crashed := so(), t.crashed
		t.mu.Unlock()
		switch {
		case done:
			return nil
		case crashed:
			return fmt.Errorf("the process of the page: %w", errLost)
		}
		if err := t.pause(ctx, tick); err != nil {
			return err
		}
	}
}

// pause lets time go by.
func (t *tab) pause(ctx context.Context, while time.Duration) error {
	select {
	case <-time.After(while):
		return nil
	case <-t.in.down:
		return errLost
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// read goes to an address and reads what is there when it has come to rest.
func (t *tab) read(ctx context.Context, address string) (*Page, error) {
	start := time.Now()
	went, err := call(ctx, t.in.wire, t.page, page.Navigate, page.NavigateParams{URL: address})
	if err != nil {
		return nil, err
	}
	if went.ErrorText != "" || went.IsDownload {
		return t.failed(address, went)
	}
	if err := t.rest(ctx, start); err != nil {
		return nil, err
	}
	if p, err := t.judge(address); p != nil || err != nil {
		return p, err
	}
	t.stand()
	if err := t.explore(ctx, start); err != nil {
		return nil, err
	}
	return t.write(ctx)
}

// judge tells a page that cannot be read from one that can.
func (t *tab) judge(address string) (*Page, error) {
	t.mu.Lock()
	now, past := t.travel.now, t.travel.past
	t.mu.Unlock()
	fail := func(r fetch.Reason, detail string) (*Page, error) {
		return nil, &fetch.Error{State: fetch.Unreadable, Reason: r, Detail: detail, URL: fetch.Public(address), Redirects: past}
	}
	if now == nil {
		return fail(fetch.Network, "no document")
	}
	address = now.address
	switch {
	case len(past) > most:
		return fail(fetch.Redirects, fmt.Sprintf("> %d", most))
	case now.failed != "":
		return t.failed(address, page.NavigateResult{ErrorText: now.failed})
	case !isWeb(address):
		return fail(fetch.Address, address)
	case now.mime != "text/html" && now.mime != "application/xhtml+xml":
		return fail(fetch.Binary, now.mime)
	}
	return nil, nil
}

// failed says why an address could not be shown.
func (t *tab) failed(address string, went page.NavigateResult) (*Page, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	e := &fetch.Error{State: fetch.Unreadable, Reason: fetch.Network, Detail: went.ErrorText}
	last := t.travel.last(went.LoaderID)
	if last != nil {
		address = last.address
		e.Redirects = append(slices.Clone(t.travel.past), last.hops...)
	}
	if cause := t.proxy.Failure(address); cause != nil {
		told := fetch.NetworkError(address, cause)
		told.Redirects = e.Redirects
		return nil, told
	}
	e.URL = fetch.Public(address)
	switch {
	case went.ErrorText == "net::ERR_HTTP_RESPONSE_CODE_FAILURE" && last != nil: // an answer without a page
		return &Page{URL: address, Redirects: e.Redirects, Status: last.status, HTML: []byte(empty), Contacts: t.traffic.list()}, nil
	case went.IsDownload || t.download:
		e.Reason, e.Detail = fetch.Binary, "download"
		if last != nil && last.mime != "" {
			e.Detail = last.mime
		}
	default:
		e.Reason = reasonOf(went.ErrorText)
	}
	return nil, e
}

// empty is a page that has nothing on it.
const empty = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body></body></html>\n"

// reasonOf is why the browser could not load something, by the name of its error.
func reasonOf(code string) fetch.Reason {
	code = strings.TrimPrefix(code, "net::ERR_")
	switch {
	case strings.HasPrefix(code, "CERT_"), strings.HasPrefix(code, "SSL_"), strings.HasPrefix(code, "BAD_SSL_"):
		return fetch.Certificate
	case strings.HasSuffix(code, "TIMED_OUT"):
		return fetch.Timeout
	}
	switch code {
	case "TOO_MANY_REDIRECTS":
		return fetch.Redirects
	case "UNSAFE_REDIRECT", "UNSAFE_PORT", "UNKNOWN_URL_SCHEME", "DISALLOWED_URL_SCHEME", "INVALID_URL", "INVALID_REDIRECT", "BLOCKED_BY_CLIENT":
		return fetch.Address
	case "EMPTY_RESPONSE", "INCOMPLETE_CHUNKED_ENCODING", "CONTENT_LENGTH_MISMATCH", "CONNECTION_RESET", "CONNECTION_CLOSED":
		return fetch.Truncated
	case "CONTENT_DECODING_FAILED":
		return fetch.Encoding
	}
	return fetch.Network
}
