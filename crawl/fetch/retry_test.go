package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// web answers requests without a network, so that its time is the test's.
type web func(*http.Request) made

func (w web) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	m := w(r)
	if m.err != nil {
		return nil, m.err
	}
	return &http.Response{StatusCode: m.status, Header: m.header, Body: io.NopCloser(strings.NewReader(m.body)), ContentLength: int64(len(m.body))}, nil
}

// made is an answer, or why there is none.
type made struct {
	status int
	header http.Header
	body   string
	err    error
}

// on is a fetcher in such a web.
func on(o Options, w web) *Fetcher {
	f := New(o)
	f.road = w
	return f
}

// reply is an answer; header is a list of names and values.
func reply(status int, body string, header ...string) made {
	h := http.Header{"Content-Type": {"text/html"}}
	for i := 0; i < len(header); i += 2 {
		h.Set(header[i], header[i+1])
	}
	return made{status: status, header: h, body: body}
}

func TestRetry(t *testing.T) {
	type bounds struct{ from, to time.Duration }
	once := bounds{250 * time.Millisecond, 750 * time.Millisecond} // the first wait with its jitter
	for _, c := range []struct {
		name     string
		answers  []func(now time.Time) made
		o        Options
		want     State
		detail   string
		requests int
		waits    []bounds
	}{
		{"503, then a page", []func(time.Time) made{status(503), status(200)}, Options{}, OK, "", 2, []bounds{once}},
		{"429 for ever", []func(time.Time) made{status(429)}, Options{}, Blocked, "HTTP 429 Too Many Requests", 3, []bounds{once, {500 * time.Millisecond, 1500 * time.Millisecond}}},
		{"502, 504, then a page", []func(time.Time) made{status(502), status(504), status(200)}, Options{}, OK, "", 3, nil},
		{"500 stays", []func(time.Time) made{status(500)}, Options{}, Unreadable, "HTTP 500 Internal Server Error", 1, nil},
		{"403 stays", []func(time.Time) made{status(403)}, Options{}, Blocked, "HTTP 403 Forbidden", 1, nil},
		{"no retries", []func(time.Time) made{status(503), status(200)}, Options{Retries: -1}, Unreadable, "HTTP 503 Service Unavailable", 1, nil},
		{"Retry-After in seconds", []func(time.Time) made{status(503, "Retry-After", "7"), status(200)}, Options{}, OK, "", 2, []bounds{{7 * time.Second, 7 * time.Second}}},
		{"Retry-After 0", []func(time.Time) made{status(503, "Retry-After", "0"), status(200)}, Options{}, OK, "", 2, []bounds{once}},
		{"Retry-After until a time", []func(time.Time) made{
			func(now time.Time) made {
				return reply(429, "", "Retry-After", now.Add(5*time.Second).UTC().Format(http.TimeFormat))
			}, status(200)}, Options{}, OK, "", 2, []bounds{{4 * time.Second, 5 * time.Second}}},
		{"Retry-After in the past", []func(time.Time) made{status(503, "Retry-After", "Sat, 01 Jan 2000 00:00:00 GMT"), status(200)}, Options{}, OK, "", 2, []bounds{once}},
		{"Retry-After that says nothing", []func(time.Time) made{status(503, "Retry-After", "-5"), status(200)}, Options{}, OK, "", 2, []bounds{once}},
		{"longer than anybody waits", []func(time.Time) made{status(429, "Retry-After", "3600")}, Options{}, Blocked, "HTTP 429 Too Many Requests, Retry-After: 3600", 1, nil},
		{"longer than can be counted", []func(time.Time) made{status(503, "Retry-After", "99999999999999999999")}, Options{}, Unreadable, "HTTP 503 Service Unavailable, Retry-After: 99999999999999999999", 1, nil},
		{"longer than is left", []func(time.Time) made{status(503, "Retry-After", "9")}, Options{Timeout: 8 * time.Second}, Unreadable, "HTTP 503 Service Unavailable, Retry-After: 9", 1, nil},
		{"a wall is not asked again", []func(time.Time) made{status(503, "Cf-Mitigated", "challenge")}, Options{}, Blocked, "cf-mitigated: challenge", 1, nil},
		{"a connection that breaks", []func(time.Time) made{fails(io.EOF), status(200)}, Options{}, OK, "", 2, []bounds{once}},
		{"a connection that cannot be made", []func(time.Time) made{fails(errors.New("no route"))}, Options{}, Unreadable, "", 1, nil},
	} {
		synctest.Test(t, func(t *testing.T) {
			var at []time.Time
			f := on(c.o, func(*http.Request) made {
				now := time.Now()
				at = append(at, now)
				return c.answers[min(len(at), len(c.answers))-1](now)
			})
			_, err := f.Get(t.Context(), Request{URL: "https://example.kr/"})
			state, detail := OK, ""
			if e, ok := errors.AsType[*Error](err); ok {
				state, detail = e.State, e.Detail
			}
			if state != c.want || detail != c.detail || len(at) != c.requests {
				t.Errorf("%s: %s %q after %d requests, want %s %q after %d", c.name, state, detail, len(at), c.want, c.detail, c.requests)
			}
			for i, want := range c.waits {
				if i+1 >= len(at) {
					break
				}
				if wait := at[i+1].Sub(at[i]); wait < want.from || wait > want.to {
					t.Errorf("%s: waited %v, want %v to %v", c.name, wait, want.from, want.to)
				}
			}
		})
	}
}

func status(code int, header ...string) func(time.Time) made {
	return func(time.Time) made { return reply(code, "x", header...) }
}

func fails(err error) func(time.Time) made {
	return func(time.Time) made { return made{err: err} }
}

// Each wait is drawn anew.
func TestJitter(t *testing.T) {
	f := on(Options{}, nil)
	seen := map[time.Duration]bool{}
	for range 50 {
		wait, _ := f.trip("").again(&answer{status: 503}, nil, 0)
		seen[wait] = true
	}
	if len(seen) < 2 {
		t.Error("everybody comes back at the same moment")
	}
}

// The limit of time is for the page with all that leads to it.
func TestTimeForAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		f := on(Options{Timeout: 10 * time.Second, Redirects: 100}, func(r *http.Request) made {
			if err := sleep(r.Context(), 3*time.Second); err != nil {
				return made{err: err}
			}
			return reply(302, "", "Location", r.URL.Path+"x")
		})
		_, err := f.Get(t.Context(), Request{URL: "https://example.kr/"})
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Reason != Timeout || len(e.Redirects) != 3 {
			t.Errorf("%v", err)
		}
		if took := time.Since(start); took != 10*time.Second {
			t.Errorf("it took %v", took)
		}
	})
}

// A crawled host sees one request at a time, with a pause between two; others need not wait for it.
func TestPolite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		at := map[string][]time.Duration{}
		running := map[string]int{}
		start := time.Now()
		f := on(Options{Interval: time.Second}, func(r *http.Request) made {
			mu.Lock()
			at[r.URL.Host] = append(at[r.URL.Host], time.Since(start))
			running[r.URL.Host]++
			if running[r.URL.Host] > 1 {
				t.Errorf("two requests to %s at once", r.URL.Host)
			}
			mu.Unlock()
			time.Sleep(400 * time.Millisecond)
			mu.Lock()
			running[r.URL.Host]--
			mu.Unlock()
			switch {
			case r.URL.Path != "/robots.txt":
				return reply(200, cleanPage)
			case r.URL.Host == "slow.kr":
				return reply(200, "User-agent: *\nCrawl-delay: 3")
			case r.URL.Host == "never.kr":
				return reply(200, "User-agent: *\nCrawl-delay: 86400")
			}
			return reply(404, "")
		})
		var wg sync.WaitGroup
		for _, host := range []string{"a.kr", "b.kr", "slow.kr", "never.kr"} {
			for range 3 {
				wg.Go(func() {
					if _, err := f.Get(t.Context(), Request{URL: "https://" + host + "/page", Crawled: true}); err != nil {
						t.Errorf("%s: %v", host, err)
					}
				})
			}
		}
		wg.Wait()
		for host, want := range map[string][]time.Duration{
			"a.kr": {0, 1, 2, 3}, "b.kr": {0, 1, 2, 3}, "slow.kr": {0, 1, 4, 7}, "never.kr": {0, 1, 11, 21},
		} {
			for i := range want {
				want[i] *= time.Second
			}
			if !slices.Equal(at[host], want) {
				t.Errorf("%s: asked at %v, want %v", host, at[host], want)
			}
		}
	})
}

// Who waits for a turn goes when the run ends, and a page that somebody named waits for nobody.
func TestPoliteEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := on(Options{Interval: time.Hour}, func(r *http.Request) made {
			if r.URL.Path == "/robots.txt" {
				return reply(404, "")
			}
			return reply(200, cleanPage)
		})
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if _, err := f.Get(ctx, Request{URL: "https://example.kr/a", Crawled: true}); err == nil {
			t.Error("the pause of an hour was not kept")
		}
		start := time.Now()
		if _, err := f.Get(t.Context(), Request{URL: "https://example.kr/a"}); err != nil || time.Since(start) != 0 {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}

// A host that is too busy is left alone by all who crawl it.
func TestRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		busy := true
		var at []time.Duration
		start := time.Now()
		f := on(Options{Interval: time.Second, Retries: -1}, func(r *http.Request) made {
			at = append(at, time.Since(start))
			if r.URL.Path == "/robots.txt" {
				return reply(404, "")
			}
			if busy {
				busy = false
				return reply(503, "", "Retry-After", "30")
			}
			return reply(200, cleanPage)
		})
		for range 2 {
			_, _ = f.Get(t.Context(), Request{URL: "https://example.kr/a", Crawled: true}) // what matters is when
		}
		if want := []time.Duration{0, time.Second, 31 * time.Second}; !slices.Equal(at, want) {
			t.Errorf("asked at %v, want %v", at, want)
		}
	})
}
