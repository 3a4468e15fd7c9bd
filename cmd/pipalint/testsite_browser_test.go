package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer/look/looktest"
	"github.com/pipalint/pipalint/crawl/testsite"
)

// unlike are the fields of an inspection that tell of the page and not of the policy: where something stands, how the page
// was got, and what is left out around the policy, such as tabs.
var unlike = [...]string{"at", "file", "state", "redirects", "rendered", "saved", "left_out"}

// facts are what an inspection tells of the policy.
func factsOf(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, value := range v {
			if !slices.Contains(unlike[:], key) {
				out[key] = factsOf(value)
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, value := range v {
			out[i] = factsOf(value)
		}
		return out
	}
	return v
}

// inspected is what is read of a page, field by field.
func inspected(t *testing.T, args ...string) any {
	t.Helper()
	var out struct{ Documents []map[string]any }
	code, stderr := runJSON(t, generous, &out, slices.Concat([]string{"inspect", "--allow-private"}, args)...)
	if code != exitOK || len(out.Documents) != 1 {
		t.Fatalf("exit code %d, %d documents, stderr %q", code, len(out.Documents), stderr)
	}
	return factsOf(out.Documents[0])
}

// TestSiteTwins reads the same of each page that scripts fill as of its static twin.
func TestSiteTwins(t *testing.T) {
	looktest.Chromium(t)
	_, address, _ := testServers(t)
	static := inspected(t, "--render", "never", address+"/twin/static")
	for _, name := range [...]string{"processors", "third_parties", "transfers", "retention", "officers", "items", "remedies"} {
		if list, ok := static.(map[string]any)[name].([]any); !ok || len(list) == 0 {
			t.Fatalf("the static page has no %s", name) // or nothing below is proved
		}
	}
	for _, path := range append(testsite.Twins(), "/twin/static") {
		t.Run(strings.TrimPrefix(path, "/twin/"), func(t *testing.T) {
			if diff := cmp.Diff(static, inspected(t, "--render", "always", address+path)); diff != "" {
				t.Errorf("the twin differs (-static +this):\n%s", diff)
			}
		})
	}
}

// TestSiteRenders starts a browser by itself where what was fetched holds no policy, or not all of it.
func TestSiteRenders(t *testing.T) {
	looktest.Chromium(t)
	_, address, _ := testServers(t)
	tests := []struct {
		path, state string
		rendered    bool
	}{
		{"/twin/static", "ok", false},
		{"/twin/tabs-hidden", "ok", false},
		{"/twin/frame-same", "ok", false},
		{"/twin/frameset", "ok", false},
		{"/twin/app", "ok", true},
		{"/twin/tables", "ok", true},
		{"/twin/tabs-click", "ok", true},
		{"/twin/accordion", "ok", true},
		{"/twin/accordion-buttons", "ok", true},
		{"/twin/lazy", "ok", true},
		{"/twin/shadow-closed", "ok", true},
		{"/twin/frame-cross", "ok", true},
		{"/twin/frame-app", "ok", true},
		{"/trouble/restless", "ok", true},
		{"/trouble/dialogs", "ok", true},
		{"/trouble/away", "moved", true},
	}
	for _, test := range tests {
		t.Run(strings.Trim(test.path, "/"), func(t *testing.T) {
			var out struct {
				fetched
				Findings []struct{ Rule, Message string }
			}
			code, stderr := runJSON(t, generous, &out, "check", "--allow-private", address+test.path)
			if code != exitOK || len(out.Documents) != 1 || out.Documents[0].State != test.state || out.Documents[0].Rendered != test.rendered || len(out.Findings) > 0 {
				t.Errorf("exit code %d, %+v, want %s, rendered %t; stderr %q", code, out, test.state, test.rendered, stderr)
			}
		})
	}
}

// TestSiteEndlessScript gives up on a script that never ends, and goes on with the next page.
func TestSiteEndlessScript(t *testing.T) {
	looktest.Chromium(t)
	_, address, _ := testServers(t)
	var out fetched
	code, stderr := runJSON(t, generous, &out, "check", "--allow-private", address+"/trouble/endless", address+"/twin/app")
	if code != exitUnread || len(out.Documents) != 2 || out.Documents[1].State != "ok" || len(out.Errors) != 1 || out.Errors[0].Reason != "timeout" {
		t.Errorf("exit code %d, %+v, stderr %q", code, out, stderr)
	}
}

// TestSiteLeaks has a page that is no private one try every way to a private address.
func TestSiteLeaks(t *testing.T) {
	looktest.Chromium(t)
	main, proxy, other := testServers(t)
	var out fetched
	code, stderr := runJSON(t, generous, &out, "check", "--proxy", proxy, "http://www.onsaemiro.kr/trouble/leak")
	if code != exitOK || len(out.Documents) != 1 || !out.Documents[0].Rendered {
		t.Errorf("exit code %d, %+v, stderr %q", code, out, stderr)
	}
	if hosts := other.Hosts(); len(hosts) > 0 {
		t.Errorf("the second server was asked: %q", hosts)
	}
	for _, host := range main.Hosts() {
		if host != "www.onsaemiro.kr" {
			t.Errorf("the proxy was asked for %s", host)
		}
	}
}
