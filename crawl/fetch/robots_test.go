package fetch

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestRobots(t *testing.T) {
	for _, c := range []struct {
		name   string
		robots func(r *http.Request) made
		path   string
		state  State
		detail string
	}{
		{"nothing is forbidden", says("User-agent: *\nDisallow:"), "/a", OK, ""},
		{"it is forbidden", says("User-agent: *\nDisallow: /a"), "/a", Disallowed, ""},
		{"it is forbidden to us", says("User-agent: pipalint\nDisallow: /\nUser-agent: *\nAllow: /"), "/a", Disallowed, ""},
		{"to another", says("User-agent: pipalinter\nDisallow: /"), "/a", OK, ""},
		{"in Hangul", says("User-agent: *\nDisallow: /개인정보"), "/%ea%b0%9c%ec%9d%b8%ec%a0%95%eb%b3%b4/1", Disallowed, ""},
		{"with a query", says("User-agent: *\nDisallow: /a?b=*&c"), "/a?b=1&c=2", Disallowed, ""},
		{"the root", says("User-agent: *\nDisallow: /$"), "", Disallowed, ""},
		{"none", gives(404), "/a", OK, ""},
		{"kept from us", gives(403), "/a", OK, ""},
		{"too many requests", gives(429), "/a", Disallowed, "robots.txt: HTTP 429 Too Many Requests"},
		{"the server fails", gives(500), "/a", Disallowed, "robots.txt: HTTP 500 Internal Server Error"},
		{"longer than is read", says("User-agent: *\nDisallow: /b\n" + strings.Repeat("# long\n", 1<<17) + "Disallow: /a"), "/a", OK, ""},
		{"a page in its place", says("<!doctype html><meta http-equiv=refresh content='0;url=/'>"), "/a", OK, ""},
		{"redirects", hops(5, "User-agent: *\nDisallow: /a"), "/a", Disallowed, ""},
		{"too many redirects", hops(6, "User-agent: *\nDisallow: /a"), "/a", OK, ""},
		{"a redirect to nowhere", func(*http.Request) made { return reply(302, "", "Location", "ftp://a.kr/") }, "/a", OK, ""},
		{"cut off", func(*http.Request) made { return made{err: errors.New("broken")} }, "/a", Disallowed, "robots.txt: network"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := on(Options{Agent: "pipalint/1.2.3", Interval: -1, Retries: -1}, func(r *http.Request) made {
				if r.URL.Path == "/robots.txt" || r.URL.Host != "example.kr" {
					return c.robots(r)
				}
				return reply(200, cleanPage)
			})
			_, err := f.Get(t.Context(), Request{URL: "https://example.kr" + c.path, Crawled: true})
			e, failed := errors.AsType[*Error](err)
			if c.state == OK {
				if err != nil {
					t.Error(err)
				}
			} else if !failed || e.State != c.state || e.Reason != Robots || e.Detail != c.detail {
				t.Errorf("%v, want %s %q", err, c.state, c.detail)
			}
			if _, err := f.Get(t.Context(), Request{URL: "https://example.kr" + c.path}); err != nil {
				t.Errorf("somebody named the page: %v", err)
			}
		})
	}
}

func says(file string) func(*http.Request) made {
	return func(*http.Request) made { return reply(200, file) }
}

func gives(status int) func(*http.Request) made {
	return func(*http.Request) made { return reply(status, "") }
}

// hops leads over several hosts to a file.
func hops(n int, file string) func(*http.Request) made {
	return func(r *http.Request) made {
		if len(r.URL.Host) == len("example.kr")+n {
			return reply(200, file)
		}
		return reply(301, "", "Location", "https://x"+r.URL.Host+"/robots.txt")
	}
}

// A redirect leads to another site only if that allows it.
func TestRobotsOnTheWay(t *testing.T) {
	f := on(Options{Interval: -1}, func(r *http.Request) made {
		switch r.URL.Host + r.URL.Path {
		case "b.kr/robots.txt":
			return reply(200, "User-agent: *\nDisallow: /")
		case "a.kr/robots.txt":
			return reply(404, "")
		case "b.kr/":
			t.Error("the page was fetched")
		}
		return reply(302, "", "Location", "https://b.kr/")
	})
	_, err := f.Get(t.Context(), Request{URL: "https://a.kr/", Crawled: true})
	if e, ok := errors.AsType[*Error](err); !ok || e.State != Disallowed || e.URL != "https://b.kr/" || len(e.Redirects) != 1 {
		t.Errorf("%v", err)
	}
}

func TestRobotsAreRemembered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked, works, file := 0, false, "User-agent: *\nDisallow: /a\nSitemap: /map.xml"
		f := on(Options{Interval: -1, Retries: -1}, func(r *http.Request) made {
			if r.URL.Path != "/robots.txt" {
				return reply(200, cleanPage)
			}
			asked++
			if !works {
				return reply(500, "")
			}
			return reply(200, file)
		})
		for _, step := range []struct {
			after time.Duration
			works bool
			file  string
			path  string
			state State
			asked int
		}{
			{0, false, file, "/a", Disallowed, 1},
			{time.Minute, true, file, "/b", Disallowed, 1}, // soon after it is not asked for again
			{10 * time.Minute, true, file, "/b", OK, 2},
			{23 * time.Hour, true, "", "/a", Disallowed, 2}, // from memory
			{2 * time.Hour, true, "", "/a", OK, 3},
			{25 * time.Hour, false, "", "/a", OK, 4}, // the old rules are good enough
		} {
			time.Sleep(step.after)
			works, file = step.works, step.file
			_, err := f.Get(t.Context(), Request{URL: "https://example.kr" + step.path, Crawled: true})
			state := OK
			if e, ok := errors.AsType[*Error](err); ok {
				state = e.State
			}
			if state != step.state || asked != step.asked {
				t.Errorf("after %v: %s, asked %d times; want %s, %d", step.after, state, asked, step.state, step.asked)
			}
		}
		if rules, err := f.Robots(t.Context(), "http://example.kr/x"); err == nil || rules != nil {
			t.Error("http is another origin than https")
		}
	})
}

func TestSitemaps(t *testing.T) {
	f := on(Options{}, func(*http.Request) made { return reply(200, "Sitemap: https://example.kr/map.xml") })
	rules, err := f.Robots(t.Context(), "https://example.kr/a/b?c")
	if err != nil || len(rules.Sitemaps) != 1 || rules.Sitemaps[0] != "https://example.kr/map.xml" {
		t.Errorf("%+v, %v", rules, err)
	}
	if _, err := f.Robots(t.Context(), "ftp://example.kr"); err == nil {
		t.Error("robots.txt of an FTP server")
	}
}
