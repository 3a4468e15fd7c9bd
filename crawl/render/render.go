// Package render shows pages in Chromium as a visitor sees them: scripts run, hidden tabs, shadow roots and frames are
// there.
package render

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render/proxy"
)

// Options say how pages are rendered.
type Options struct {
	Chrome       string        // the program; "" for the one that PIPALINT_CHROME names or that is on PATH
	Agent        string        // added to the browser's own agent string
	AllowPrivate bool          // loopback, private and link-local addresses may be reached
	Proxy        string        // that the guard goes through; as of package fetch
	Timeout      time.Duration // for one page; 0 for 30 seconds
	MaxSize      int           // bytes of a page when it is written out; 0 for 20 MB
	LinkStyles   bool          // each link tells in an attribute, data-pipalint-style, what it looks like
}

// ErrNoBrowser is told where there is no Chromium.
var ErrNoBrowser = errors.New("no Chromium is installed")

// ErrNoStart is wrapped by errors about a browser that is there, or was named, and does not start.
var ErrNoStart = errors.New("the browser does not start")

// ErrNoSandbox is wrapped, beside [ErrNoStart], where the system does not let the browser keep pages apart from it.
var ErrNoSandbox = errors.New("the system allows it no sandbox")

// A Page is what a browser made of an address.
type Page struct {
	URL       string   // where the browser ended
	Redirects []string // the addresses that led there, the first one asked for, be it by the server or by the page; nil for none
	Status    int      // of the answer for the page itself
	HTML      []byte   // the tree when it came to rest, in UTF-8: shadow roots and frames stand in it
	Contacts  []Contact
}

// A Contact is a request of the page, or of a frame or worker in it. What the browser asks for on its own is none, nor is the
// page itself. Those of a page are in the order of their addresses.
type Contact struct {
	URL  string
	Type string // script, image, xhr, fetch, websocket, document, stylesheet, font, ping … as DevTools calls it, in lower case
	From string // the document that asked
}

// A Browser renders pages, several at once. It is started when the first page asks for it, and restarted where a page
// went past its deadline.
type Browser struct {
	o        Options
	way      proxy.Way
	bad      error  // why there is no such proxy
	profiles string // where profiles are made; "" for the folder of the system for what is temporary
	slots    chan struct{}

	mu     sync.Mutex
	now    *instance
	failed int   // starts that failed since one went well
	why    error // the last of them
	closed bool
}

// pagesAtOnce is how many pages are open at a time.
const pagesAtOnce = 4

// tries is how often a page is begun anew because the browser was killed for another one.
const tries = pagesAtOnce

// startsAtMost is how often a browser may fail to start before the pages that are left do without: each time may take long.
const startsAtMost = 2

// New is a browser that is not started yet.
func New(o Options) *Browser {
	o.Timeout = cmp.Or(o.Timeout, 30*time.Second)
	o.MaxSize = cmp.Or(o.MaxSize, 20<<20)
	further, err := fetch.ParseProxy(o.Proxy)
	return &Browser{o: o, way: proxy.Guarded(o.AllowPrivate, further), bad: err, slots: make(chan struct{}, pagesAtOnce)}
}

// Render shows a page. Every error is a [*fetch.Error], wraps [ErrNoBrowser] or [ErrNoStart], or is that of the context. A page
// that answers with a status that is none of success is no error here.
func (b *Browser) Render(ctx context.Context, address string) (*Page, error) {
	if b.bad != nil {
		return nil, &fetch.Error{State: fetch.Unreadable, Reason: fetch.BadProxy, Detail: fetch.Public(b.o.Proxy), URL: fetch.Public(address), Err: b.bad}
	}
	if scheme, _, _ := strings.Cut(address, ":"); scheme != "http" && scheme != "https" {
		return nil, &fetch.Error{State: fetch.Unreadable, Reason: fetch.Address, Detail: scheme + ":", URL: fetch.Public(address)}
	}
	select {
	case b.slots <- struct{}{}:
		defer func() { <-b.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	crashes := 0
	for range tries {
		in, err := b.instance(ctx)
		if err != nil {
			return nil, err
		}
		page, err := b.try(ctx, in, address)
		if err == nil || !isLost(err) {
			return page, err
		}
		b.drop(in)
		if !in.aborted() {
			crashes++ // and nobody killed it: it may have been this page
		}
		if crashes > 1 {
			break
		}
	}
	return nil, &fetch.Error{State: fetch.Unreadable, Reason: Crashed, URL: address, Err: errLost}
}

// try renders a page in one run of the browser, which does not outlive a page that cannot be ended.
func (b *Browser) try(ctx context.Context, in *instance, address string) (*Page, error) {
	limit, cancel := context.WithTimeout(ctx, b.o.Timeout)
	defer cancel()
	page, err := b.visit(limit, in, address)
	if limit.Err() == nil {
		return page, err
	}
	if err == nil && ctx.Err() == nil {
		return page, nil // just in time
	}
	in.abort()
	b.drop(in)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return nil, &fetch.Error{State: fetch.Unreadable, Reason: fetch.Timeout, URL: address, Err: context.DeadlineExceeded}
}

// instance is the browser that runs, or else a new one.
func (b *Browser) instance(ctx context.Context) (*instance, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return nil, errors.New("the browser is closed")
	}
	if b.now != nil && !b.now.lost() {
		return b.now, nil
	}
	if b.now != nil { // it died while nobody looked
		b.now.abandon()
		b.now = nil
	}
	if b.failed >= startsAtMost {
		return nil, b.why
	}
	in, err := startInstance(ctx, b.o.Chrome, b.profiles)
	if errors.Is(err, ErrNoStart) {
		b.failed, b.why = b.failed+1, err
	}
	if err != nil {
		return nil, err
	}
	b.now, b.failed = in, 0
	return in, nil
}

// drop forgets a browser that is gone.
func (b *Browser) drop(in *instance) {
	in.abandon()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.now == in {
		b.now = nil
	}
}

// Close ends the browser and removes its profile. Pages that are open fail.
func (b *Browser) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	if b.now != nil {
		b.now.end()
		b.now = nil
	}
	return nil
}
