// Package fetch gets pages from the web as a polite visitor: within limits of time and size, to public addresses only,
// saying who asks.
package fetch

import (
	"cmp"
	"context"
	"net/http"
	"strings"
	"sync"
	"time"
)

// A State says what became of a page that was looked for.
type State string

// The states. This package tells the first of them; the last two take reading, see package visit.
const (
	OK          State = "ok"
	Moved       State = "moved"        // read, at another address than the one asked for
	Gone        State = "gone"         // the server says that there is no such page (404, 410)
	Blocked     State = "blocked"      // the server keeps programs out: 401, 403, 429, 451, a captcha, a bot wall
	Disallowed  State = "disallowed"   // robots.txt asks programs not to fetch it
	Unreadable  State = "unreadable"   // any other reason: no such host, no answer in time, too large, a private address …
	NeedsScript State = "needs-script" // the page is filled by script, and no browser ran it
	NotPolicy   State = "not-a-policy" // read, and no privacy policy
)

// Options say how pages are fetched. The zero value is what a visitor of the public web would want. Below zero a number
// means none.
type Options struct {
	Agent        string        // the product token and version, "pipalint/1.2.3"
	Contact      string        // an address in the agent string for who runs the site
	AllowPrivate bool          // loopback, private and link-local addresses may be fetched, too
	Proxy        string        // as of [ParseProxy]: an address, or "environment"; "" for none
	Timeout      time.Duration // for one page with all its redirects and retries, not the time that a host is spared; 0 for 30 seconds
	MaxSize      int64         // octets of a page when unpacked, and on the wire; 0 for 20 MB
	Redirects    int           // how many are followed; 0 for 5
	Retries      int           // on answers and breaks that pass (see again); 0 for 2
	RetryWait    time.Duration // the longest that a server may have us wait before one; 0 for 10 seconds
	Interval     time.Duration // between two crawled requests to a host; 0 for one second
}

// withDefaults fills in what is zero.
func (o Options) withDefaults() Options {
	o.Agent = cmp.Or(o.Agent, "pipalint")
	o.Timeout = cmp.Or(o.Timeout, 30*time.Second)
	o.MaxSize = cmp.Or(o.MaxSize, 20<<20)
	o.Redirects = cmp.Or(o.Redirects, 5)
	o.Retries = cmp.Or(o.Retries, 2)
	o.RetryWait = cmp.Or(o.RetryWait, 10*time.Second)
	o.Interval = cmp.Or(o.Interval, time.Second)
	return o
}

// UserAgent is what servers are told: pipalint/1.2.3 (+https://…).
func (o Options) UserAgent() string {
	if o.Contact == "" {
		return o.Agent
	}
	return o.Agent + " (+" + o.Contact + ")"
}

// A Request is one page to get.
type Request struct {
	URL     string // as somebody would type it: see [Normalize]
	Crawled bool   // nobody named the page: robots.txt is asked, and the host spared
	Stay    bool   // what is on another host is not wanted: a redirect to one is an error, and not followed; see [Host]
	Packed  bool   // an archive of gzip is wanted as it is, as maps of sites are sent

	ETag, LastModified string // of the copy at hand, as its answer gave them; "" for none
}

// A Page is an answer with its body unpacked. No address in it has a name or password.
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

// A Fetcher gets pages. It may be used by several goroutines at once, and remembers each host's robots.txt and when it was
// asked last.
type Fetcher struct {
	o      Options
	agent  string // what robots.txt calls us
	road   http.RoundTripper
	close  func()
	proxy  error // why there is no such proxy
	mu     sync.Mutex
	hosts  map[string]*host
	robots map[string]*asked
}

// New is a fetcher. Where the options name a proxy that is none, each page says so; [ParseProxy] tells it before.
func New(o Options) *Fetcher {
	o = o.withDefaults()
	f := &Fetcher{o: o, hosts: map[string]*host{}, robots: map[string]*asked{}}
	f.agent, _, _ = strings.Cut(o.Agent, "/")
	proxy, err := ParseProxy(o.Proxy)
	if err != nil {
		f.proxy, f.close = err, func() {}
		return f
	}
	r := newRoad(proxy, o.AllowPrivate)
	f.road, f.close = r, r.close
	return f
}

// Close ends connections that wait for another request. The fetcher can still be used.
func (f *Fetcher) Close() { f.close() }

// Get gets a page. Every error is an [*Error].
//
// Redirects are followed by the server's answer and by the page itself (a meta refresh of at most a few seconds), with
// the cookies that were set on the way and that nobody else sees; those by script are the browser's business.
func (f *Fetcher) Get(ctx context.Context, r Request) (*Page, error) {
	t := f.trip(r.URL)
	t.crawled, t.packed = r.Crawled, r.Packed
	t.etag, t.modified = r.ETag, r.LastModified
	if f.proxy != nil {
		return nil, t.fail(&Error{State: Unreadable, Reason: BadProxy, Detail: Public(f.o.Proxy), Err: f.proxy})
	}
	u, err := Normalize(r.URL, nil)
	if err != nil {
		return nil, t.fail(&Error{State: Unreadable, Reason: Address, Detail: badScheme(r.URL), Err: err})
	}
	t.arrive(u)
	for {
		if r.Crawled {
			if e := f.allowed(ctx, t.u); e != nil {
				return nil, t.fail(e)
			}
		}
		a, err := t.get(ctx)
		if err != nil {
			return nil, t.fail(networkError(t.u, err))
		}
		next, e := t.onward(a)
		if e != nil {
			return nil, t.fail(e)
		}
		if next == nil {
			return t.page(a)
		}
		if r.Stay && Host(next) != Host(t.u) {
			return nil, t.fail(&Error{State: Unreadable, Reason: Elsewhere, Detail: Public(next.String())})
		}
		t.leave(next)
	}
}

// badScheme is the scheme that keeps an address from being fetched, with its colon, or "".
func badScheme(address string) string {
	if s := schemeOf(strings.TrimSpace(address)); s != "" && s != "http" && s != "https" {
		return s + ":"
	}
	return ""
}
