package main

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer/look/looktest"
	"github.com/pipalint/pipalint/crawl/testsite"
)

// unlike are the fields of an inspection that tell of the page and not of the policy: where something stands, how the page
// was got, and what is left out around the policy, such as tabs.
var unlike = [...]string{"at", "file", "state", "redirects", "rendered", "saved", "left_out"}

// factsOf is what an inspection tells of the policy.
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

// inspected is what is read of pages, field by field.
func inspected(t *testing.T, mode, address string, paths ...string) []any {
	t.Helper()
	args := []string{"inspect", "--allow-private", "--render", mode}
	for _, path := range paths {
		args = append(args, address+path)
	}
	var out struct{ Documents []map[string]any }
	code, stderr := runJSON(t, generous, &out, args...)
	if code != exitOK || len(out.Documents) != len(paths) {
		t.Fatalf("exit code %d, %d documents for %d pages, stderr %q", code, len(out.Documents), len(paths), stderr)
	}
	facts := make([]any, len(paths))
	for i, doc := range out.Documents {
		facts[i] = factsOf(doc)
	}
	return facts
}

// TestSiteTwins reads the same of each page that scripts fill as of its static twin.
func TestSiteTwins(t *testing.T) {
	looktest.Chromium(t)
	_, address, _ := testServers(t)
	static := inspected(t, "never", address, "/twin/static")[0]
	for _, name := range [...]string{"processors", "third_parties", "transfers", "retention", "officers", "items", "remedies"} {
		if list, ok := static.(map[string]any)[name].([]any); !ok || len(list) == 0 {
			t.Fatalf("the static page has no %s", name) // or nothing below is proved
		}
	}
	twins := append(testsite.Twins(), "/twin/static")
	for i, facts := range inspected(t, "always", address, twins...) {
		if diff := cmp.Diff(static, facts); diff != "" {
			t.Errorf("%s differs (-static +this):\n%s", twins[i], diff)
		}
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
	args := []string{"check", "--allow-private"}
	for _, test := range tests {
		args = append(args, address+test.path)
	}
	var out struct {
		fetched
		Findings []struct{ File, Rule, Message string }
	}
	code, stderr := runJSON(t, generous, &out, args...)
	if code != exitOK || len(out.Documents) != len(tests) || len(out.Findings) > 0 {
		t.Errorf("exit code %d, %d documents for %d pages, findings %+v, errors %+v, stderr %q", code, len(out.Documents), len(tests), out.Findings, out.Errors, stderr)
	}
	for i, doc := range out.Documents[:min(len(out.Documents), len(tests))] {
		if test := tests[i]; doc.State != test.state || doc.Rendered != test.rendered {
			t.Errorf("%s: %+v, want %s, rendered %t", test.path, doc, test.state, test.rendered)
		}
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
