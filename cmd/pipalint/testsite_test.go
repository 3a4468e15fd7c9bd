package main

import (
	"bytes"
	"encoding/json"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pipalint/pipalint/crawl/testsite"
)

// siteDay is a day on which the policy of the test site bears no finding.
const siteDay = "2026-11-22"

// generous is longer than any page of the test site takes on a slow machine.
const generous = 2 * time.Minute

// testServers are the test site and a second server to which nothing must lead.
func testServers(t *testing.T) (main *testsite.Site, address string, other *testsite.Site) {
	t.Helper()
	other = testsite.New("")
	second := httptest.NewServer(other)
	t.Cleanup(second.Close)
	main = testsite.New(second.Listener.Addr().String())
	first := httptest.NewServer(main)
	t.Cleanup(first.Close)
	return main, first.URL, other
}

// runJSON runs a command with all rules and reads what it prints.
func runJSON(t *testing.T, timeout time.Duration, out any, args ...string) (code int, stderr string) {
	t.Helper()
	var stdout, errors bytes.Buffer
	c := newCommand()
	c.Stdout, c.Stderr, c.Fetch.Timeout = &stdout, &errors, timeout
	code = c.run(slices.Concat(args[:1], []string{"--format", "json", "--today", siteDay}, args[1:]))
	if err := json.Unmarshal(stdout.Bytes(), out); err != nil {
		t.Fatalf("%v in %q, stderr %q", err, &stdout, &errors)
	}
	return code, errors.String()
}

// TestSiteStates holds what becomes of each page, where no browser is needed, against what must.
func TestSiteStates(t *testing.T) {
	_, address, other := testServers(t)
	const clean, moved = "ok", "moved"
	tests := []struct {
		path          string
		state, reason string
	}{
		{"/twin/static", clean, ""},
		{"/twin/tabs-hidden", clean, ""},
		{"/twin/frame-same", clean, ""},
		{"/twin/frame-parts", clean, ""},
		{"/twin/frameset", clean, ""},
		{"/twin/app", "needs-script", "render-never"},
		{"/twin/accordion", "needs-script", "render-never"},
		{"/twin/shadow-closed", "needs-script", "render-never"},
		{"/twin/written", "needs-script", "render-never"},
		{"/twin/frame-cross", "needs-script", "render-never"},
		{"/trouble/away", "needs-script", "render-never"},
		{"/wall/cloudflare", "blocked", "wall"},
		{"/wall/akamai", "blocked", "wall"},
		{"/wall/imperva", "blocked", "wall"},
		{"/wall/waf", "blocked", "wall"},
		{"/wall/captcha", "blocked", "wall"},
		{"/wall/login", "blocked", "wall"},
		{"/wall/queue", "unreadable", "wall"},
		{"/wall/maintenance", "unreadable", "wall"},
		{"/wall/error", "unreadable", "wall"},
		{"/wall/missing", "gone", "wall"},
		{"/", "not-a-policy", "other"},
		{"/terms", "not-a-policy", "terms"},
		{"/nowhere", "gone", "status"},
		{"/redirect/moved", moved, ""},
		{"/redirect/hops/5", moved, ""},
		{"/trouble/refresh", moved, ""},
		{"/redirect/hops/6", "unreadable", "redirects"},
		{"/redirect/self", "unreadable", "redirects"},
		{"/redirect/there", "unreadable", "redirects"},
		{"/redirect/file", "unreadable", "address"},
		{"/redirect/script", "unreadable", "address"},
		{"/redirect/login", "blocked", "wall"},
		{"/redirect/home", "not-a-policy", "other"},
		{"/trouble/huge", "unreadable", "too-large"},
		{"/trouble/bomb", "unreadable", "too-large"},
		{"/trouble/cut", "unreadable", "truncated"},
		{"/trouble/empty", "unreadable", "empty"},
		{"/trouble/paper.pdf", "unreadable", "binary"},
		{"/trouble/status/401", "blocked", "status"},
		{"/trouble/status/403", "blocked", "status"},
		{"/trouble/status/404", "gone", "status"},
		{"/trouble/status/410", "gone", "status"},
		{"/trouble/status/500", "unreadable", "status"},
		{"/busy/429/0", clean, ""},
		{"/busy/503/0", clean, ""},
		{"/kept", clean, ""},
	}
	for _, path := range testsite.Encodings() {
		tests = append(tests, struct{ path, state, reason string }{path, clean, ""})
	}
	for _, test := range tests {
		t.Run(strings.Trim(test.path, "/"), func(t *testing.T) {
			var out struct {
				fetched
				Findings []struct{ Rule, Message string }
			}
			code, stderr := runJSON(t, generous, &out, "check", "--allow-private", "--render", "never", address+test.path)
			if len(out.Documents) == 0 || out.Documents[0].State != test.state {
				t.Fatalf("%+v, want the state %s, stderr %q", out, test.state, stderr)
			}
			if len(out.Findings) != 0 {
				t.Errorf("findings: %+v", out.Findings)
			}
			if test.reason == "" {
				if code != exitOK || len(out.Errors) != 0 {
					t.Errorf("exit code %d, errors %+v", code, out.Errors)
				}
				return
			}
			if code != exitUnread || len(out.Errors) != 1 || out.Errors[0].Code != test.state || out.Errors[0].Reason != test.reason {
				t.Errorf("exit code %d, errors %+v, want %s, %s", code, out.Errors, test.state, test.reason)
			}
		})
	}
	if n := other.Asked("/redirected"); n != 0 {
		t.Errorf("the second server was asked %d times", n)
	}
}

// TestSiteNeverEnds gives up on pages that do not come, or do not end.
func TestSiteNeverEnds(t *testing.T) {
	_, address, _ := testServers(t)
	for _, path := range [...]string{"/trouble/silent", "/trouble/drip"} {
		var out fetched
		code, _ := runJSON(t, time.Second, &out, "check", "--allow-private", "--render", "never", address+path)
		if code != exitUnread || len(out.Errors) != 1 || out.Errors[0].Reason != "timeout" {
			t.Errorf("%s: exit code %d, %+v", path, code, out)
		}
	}
}

// TestSitePrivate is led to private addresses by a site that is not: the test site, which stands behind a proxy for it.
func TestSitePrivate(t *testing.T) {
	main, proxy, other := testServers(t)
	const site = "http://www.onsaemiro.kr"
	tests := []struct{ path, reason string }{
		{"/twin/static", ""}, // or nothing below is proved
		{"/redirect/moved", ""},
		{"/redirect/metadata", "private"},
		{"/redirect/other", "private"},
	}
	for _, test := range tests {
		var out fetched
		code, stderr := runJSON(t, generous, &out, "check", "--proxy", proxy, "--render", "never", site+test.path)
		if main.Asked(test.path) == 0 {
			t.Errorf("%s: the proxy was not asked", test.path)
		}
		if test.reason == "" {
			if code != exitOK || len(out.Errors) != 0 {
				t.Errorf("%s: exit code %d, %+v, stderr %q", test.path, code, out, stderr)
			}
		} else if code != exitUnread || len(out.Errors) != 1 || out.Errors[0].Code != "unreadable" || out.Errors[0].Reason != test.reason {
			t.Errorf("%s: exit code %d, %+v, stderr %q", test.path, code, out, stderr)
		}
	}
	for _, host := range main.Hosts() {
		if host != "www.onsaemiro.kr" {
			t.Errorf("the proxy was asked for %s", host)
		}
	}
	if hosts := other.Hosts(); len(hosts) != 0 {
		t.Errorf("the second server was asked: %q", hosts)
	}

	// Without a proxy and without leave, the site itself is refused.
	var out fetched
	code, _ := runJSON(t, generous, &out, "check", "--render", "never", proxy+"/twin/static")
	if code != exitUnread || len(out.Errors) != 1 || out.Errors[0].Reason != "private" {
		t.Errorf("loopback: exit code %d, %+v", code, out)
	}
}
