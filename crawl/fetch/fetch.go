// Package fetch gets pages from the web as a polite visitor: within limits of time and size, to public addresses only,
// saying who asks.
package fetch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"syscall"
	"time"
)

// A State says what became of a page that was looked for.
type State string

// The states. This package tells the first of them; the last two take reading, see package visit.
const (
	OK          State = "ok"
	Moved       State = "moved"        // read, at another address than the one asked for
	Gone        State = "gone"         // the server says that there is no such page (404, 410)
	Blocked     State = "blocked"      // the server keeps programs out: 401, 403, 429, a captcha, a bot wall
	Disallowed  State = "disallowed"   // robots.txt asks programs not to fetch it
	Unreadable  State = "unreadable"   // any other reason: no such host, no answer in time, too large, a private address …
	NeedsScript State = "needs-script" // the page is filled by script, and no browser ran it
	NotPolicy   State = "not-a-policy" // read, and no privacy policy
)

// Options say how pages are fetched. The zero value is what a visitor of the public web would want.
type Options struct {
	Agent        string        // the product token and version, "pipalint/1.2.3"
	Contact      string        // an address in the agent string for who runs the site
	AllowPrivate bool          // loopback, private and link-local addresses may be fetched, too
	Proxy        string        // an address, or "environment"; "" for none
	Timeout      time.Duration // for one page with all its redirects; 0 for 30 seconds
	MaxSize      int64         // bytes of a page when unpacked; 0 for 20 MB
	Redirects    int           // how many are followed; 0 for 5
	Retries      int           // on 429 and 503; 0 for 2
	Interval     time.Duration // between two crawled requests to a host; 0 for one second
}

// A Request is one page to get.
type Request struct {
	URL     string
	Crawled bool // nobody named the page: robots.txt is asked, and the host spared

	ETag, LastModified string // of the copy at hand, as its answer gave them; "" for none
}

// A Page is an answer with its body unpacked.
type Page struct {
	URL         string   // where it was found in the end
	Redirects   []string // the addresses that led there, the first one asked for; nil where it was found at once
	Status      int
	Header      http.Header
	Raw         []byte // unpacked; nil where NotModified
	NotModified bool   // the copy at hand is still the page
}

// State is [OK], or [Moved] where the page was found at another address.
func (p *Page) State() State {
	if len(p.Redirects) > 0 {
		return Moved
	}
	return OK
}

// An Error is why a page was not got.
type Error struct {
	State     State
	Reason    Reason
	Detail    string   // what was met, in words that are the same in every language; may be ""
	URL       string   // where it was met
	Redirects []string // as of [Page]
	Got       *Page    // the answer that is no page, as far as it was read; nil where there was none
	Err       error    // or nil
}

// A Reason says more than the state.
type Reason string

// The reasons.
const (
	Status    Reason = "status"    // the code of the answer; Detail tells it
	Timeout   Reason = "timeout"   // no answer in time
	TooLarge  Reason = "too-large" // more than MaxSize
	Redirects Reason = "redirects" // too many
	NoHost    Reason = "no-host"   // there is none of that name
	Lookup    Reason = "lookup"    // its address could not be looked up
	Refused   Reason = "refused"   // no connection
	Private   Reason = "private"   // a private address, which is refused
	Address   Reason = "address"   // not an address that can be fetched
	Wall      Reason = "wall"      // a page that keeps programs out, in the place of the one asked for
	Robots    Reason = "robots"
	NotParsed Reason = "not-parsed" // got, but no page: empty, binary …; Err tells it, as package scrape says
	Network   Reason = "network"    // any other; Err tells it
)

// Error is for programmers; people are told by the command.
func (e *Error) Error() string { return string(e.State) + ": " + string(e.Reason) + " " + e.Detail }

func (e *Error) Unwrap() error { return e.Err }

// A Fetcher gets pages. It may be used by several goroutines at once, and remembers each host's robots.txt and when it was
// asked last.
type Fetcher struct {
	o      Options
	client *http.Client
}

// New is a fetcher.
func New(o Options) *Fetcher {
	o.Timeout = cmp.Or(o.Timeout, 30*time.Second)
	o.MaxSize = cmp.Or(o.MaxSize, 20<<20)
	o.Redirects = cmp.Or(o.Redirects, 5)
	f := &Fetcher{o: o}
	f.client = &http.Client{Timeout: o.Timeout, CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > o.Redirects {
			return errRedirects
		}
		return nil
	}}
	return f
}

var errRedirects = errors.New("too many redirects")

// Get gets a page. Every error is an [*Error].
func (f *Fetcher) Get(ctx context.Context, r Request) (*Page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.URL, nil)
	if err != nil || req.URL.Host == "" {
		return nil, &Error{State: Unreadable, Reason: Address, URL: r.URL, Err: err}
	}
	req.Header.Set("User-Agent", f.o.Agent+" (+"+f.o.Contact+")")
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, */*;q=0.1")
	req.Header.Set("Accept-Language", "ko, en;q=0.5")
	resp, err := f.client.Do(req)
	if err != nil {
		return nil, networkError(r.URL, err)
	}
	defer func() { _ = resp.Body.Close() }() // the body was read or is not wanted
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return nil, statusError(r.URL, resp)
	}
	raw, err := io.ReadAll(io.LimitReader(resp.Body, f.o.MaxSize+1))
	switch {
	case err != nil:
		return nil, networkError(r.URL, err)
	case int64(len(raw)) > f.o.MaxSize:
		return nil, &Error{State: Unreadable, Reason: TooLarge, URL: r.URL}
	}
	page := &Page{URL: r.URL, Status: resp.StatusCode, Header: resp.Header, Raw: raw}
	if final := resp.Request.URL.String(); final != req.URL.String() {
		page.URL, page.Redirects = final, []string{r.URL}
	}
	return page, nil
}

// maxRefusal is how many bytes are read of an answer that is no page.
const maxRefusal = 1 << 20

// statusError says why an answer is no page.
func statusError(address string, resp *http.Response) error {
	raw, _ := io.ReadAll(io.LimitReader(resp.Body, maxRefusal)) // as far as it goes
	e := &Error{State: Unreadable, Reason: Status, URL: address,
		Got: &Page{URL: resp.Request.URL.String(), Status: resp.StatusCode, Header: resp.Header, Raw: raw}, Detail: fmt.Sprintf("HTTP %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))}
	switch resp.StatusCode {
	case http.StatusNotFound, http.StatusGone:
		e.State = Gone
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusTooManyRequests:
		e.State = Blocked
	}
	return e
}

// networkError says why reading ended early.
func networkError(address string, err error) error {
	e := &Error{State: Unreadable, Reason: Network, URL: address, Err: err}
	if t, ok := errors.AsType[net.Error](err); ok && t.Timeout() {
		e.Reason = Timeout
	} else if dns, ok := errors.AsType[*net.DNSError](err); ok {
		e.Reason, e.Detail = Lookup, dns.Name
		if dns.IsNotFound {
			e.Reason = NoHost
		}
	} else if errors.Is(err, errRedirects) {
		e.Reason = Redirects
	} else if errors.Is(err, syscall.ECONNREFUSED) {
		e.Reason = Refused
	}
	return e
}
