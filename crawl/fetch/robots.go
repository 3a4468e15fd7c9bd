package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/pipalint/pipalint/crawl/robots"
)

// How long robots.txt is remembered (RFC 9309 section 2.4), and how soon one that could not be read is asked for again.
const (
	keepRobots  = 24 * time.Hour
	retryRobots = 10 * time.Minute
	maxDelay    = 10 * time.Second // of what it asks for between two requests
)

// asked is the robots.txt of an origin.
type asked struct {
	turn  chan struct{} // holds one, that of who reads or changes the rest
	rules *robots.Rules // nil where it could not be read
	why   *Error        // then
	until time.Time
}

// Robots are the rules of the site that an address belongs to: what it asks us not to fetch, and its sitemaps. Where they
// cannot be read the error says why, and nothing of the site is to be crawled.
func (f *Fetcher) Robots(ctx context.Context, address string) (*robots.Rules, error) {
	t := f.trip(address)
	u, err := Normalize(address, nil)
	if err != nil || f.proxy != nil {
		return nil, t.fail(&Error{State: Unreadable, Reason: Address, Detail: badScheme(address), Err: errors.Join(err, f.proxy)})
	}
	rules, e := f.rules(ctx, u)
	if e != nil {
		return nil, t.fail(e)
	}
	return rules, nil
}

// allowed is nil where a page may be crawled.
func (f *Fetcher) allowed(ctx context.Context, u *url.URL) *Error {
	rules, e := f.rules(ctx, u)
	switch {
	case e != nil:
		return e
	case !rules.Allowed(f.agent, path(u)):
		return &Error{State: Disallowed, Reason: Robots}
	}
	return nil
}

// rules are those of an origin, from memory where they are fresh. Those that are old are good enough where new ones
// cannot be read.
func (f *Fetcher) rules(ctx context.Context, u *url.URL) (*robots.Rules, *Error) {
	a := f.asked(origin(u))
	select {
	case a.turn <- struct{}{}:
		defer func() { <-a.turn }()
	case <-ctx.Done():
		return nil, networkError(u, ctx.Err())
	}
	if time.Now().After(a.until) {
		rules, why := f.readRobots(ctx, u)
		if ctx.Err() != nil {
			return nil, networkError(u, ctx.Err()) // that says nothing of the site
		}
		if why == nil {
			a.rules, a.why, a.until = rules, nil, time.Now().Add(keepRobots)
		} else {
			a.why, a.until = why, time.Now().Add(retryRobots)
		}
	}
	if a.rules == nil {
		e := *a.why
		return nil, &e
	}
	return a.rules, nil
}

func (f *Fetcher) asked(origin string) *asked {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.robots[origin] == nil {
		f.robots[origin] = &asked{turn: make(chan struct{}, 1)}
	}
	return f.robots[origin]
}

// readRobots gets the rules of an origin. A file that is not there allows everything, as does one behind more than five
// redirects; where the server fails nothing is allowed. One that answers 429 is left alone, too, though the RFC would allow
// it to be crawled.
func (f *Fetcher) readRobots(ctx context.Context, u *url.URL) (*robots.Rules, *Error) {
	file := &url.URL{Scheme: u.Scheme, Host: u.Host, User: u.User, Path: "/robots.txt"}
	t := f.trip(file.String())
	t.crawled, t.part, t.limit = true, robots.MaxSize+1, 5
	t.arrive(file)
	for {
		a, err := t.get(ctx)
		if err != nil {
			e := networkError(t.u, err)
			switch e.Reason {
			case NoHost, Lookup, Refused, Private, BadProxy, Certificate:
				if len(t.past) == 0 {
					return nil, e // as the page itself would be told
				}
			}
			return nil, &Error{State: Disallowed, Reason: Robots, Detail: "robots.txt: " + string(e.Reason), Err: err}
		}
		next, e := t.onward(a)
		switch {
		case e != nil: // too many redirects, or to nowhere
			return &robots.Rules{}, nil
		case next != nil:
			t.leave(next)
		case a.status >= 200 && a.status <= 299:
			return robots.Parse(a.body), nil
		case a.status >= 300 && a.status <= 499 && a.status != http.StatusTooManyRequests:
			return &robots.Rules{}, nil
		default:
			e := statusError(a)
			e.State, e.Reason, e.Detail = Disallowed, Robots, "robots.txt: "+e.Detail
			return nil, e
		}
	}
}

// pause is how long a host is left alone after a request: what its robots.txt asks for, within reason.
func (f *Fetcher) pause(u *url.URL) time.Duration {
	a := f.asked(origin(u))
	select {
	case a.turn <- struct{}{}:
		defer func() { <-a.turn }()
	default:
		return f.o.Interval // it is being read just now
	}
	if a.rules == nil {
		return f.o.Interval
	}
	return max(f.o.Interval, min(a.rules.Delay(f.agent), maxDelay))
}
