// Package render shows pages in Chromium as a visitor sees them: scripts run, hidden tabs, shadow roots and frames are
// there.
package render

import (
	"context"
	"errors"
	"time"
)

// Options say how pages are rendered.
type Options struct {
	Chrome       string        // the program; "" for the one that PIPALINT_CHROME names or that is on PATH
	Agent        string        // added to the browser's own agent string
	AllowPrivate bool          // loopback, private and link-local addresses may be reached
	Proxy        string        // that the guard goes through; as of package fetch
	Timeout      time.Duration // for one page; 0 for 30 seconds
}

// ErrNoBrowser is told where there is no Chromium.
var ErrNoBrowser = errors.New("no Chromium is installed")

// A Page is what a browser made of an address.
type Page struct {
	URL       string   // where the browser ended
	Redirects []string // the addresses that led there
	Status    int      // of the answer for the page itself
	HTML      []byte   // the tree when it came to rest, in UTF-8: shadow roots and frames stand in it
	Contacts  []Contact
}

// A Contact is a request of the page, or of a frame in it. What the browser asks for on its own is none.
type Contact struct {
	URL  string
	Type string // script, image, xhr, fetch, websocket, document, stylesheet, font, ping … as DevTools calls it, in lower case
	From string // the document that asked
}

// A Browser renders pages, several at once. It is started when the first page asks for it, and restarted where a page
// went past its deadline.
type Browser struct{ o Options }

// New is a browser that is not started yet.
func New(o Options) *Browser { return &Browser{o: o} }

// Render shows a page. Errors wrap [ErrNoBrowser], [context.DeadlineExceeded], or say what was met.
func (b *Browser) Render(ctx context.Context, address string) (*Page, error) {
	return nil, ErrNoBrowser
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() error { return nil }
