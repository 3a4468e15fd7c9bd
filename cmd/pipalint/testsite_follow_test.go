package main

import (
	"strings"
	"testing"
)

// TestSiteFourPages judges a policy that stands on several pages as one: the pages that it links as its parts are read, an
// earlier version and what is no part of it are not.
func TestSiteFourPages(t *testing.T) {
	main, address, _ := testServers(t)
	var out struct {
		fetched
		Findings []struct{ File, Rule, Message string }
	}
	code, stderr := runJSON(t, generous, &out, "check", "--allow-private", "--render", "never", "--follow", address+"/four/")
	if code != exitOK || len(out.Findings) > 0 || len(out.Errors) > 0 {
		t.Errorf("exit code %d, %+v, stderr %q", code, out, stderr)
	}
	var read []string
	for _, doc := range out.Documents {
		read = append(read, strings.TrimPrefix(doc.File, address))
	}
	if got, want := strings.Join(read, " "), "/four/ /four/third-parties /four/processors /four/overseas /four/cookies"; got != want {
		t.Errorf("read: %s; want %s", got, want)
	}
	for _, path := range [...]string{"/four/privacy-2024", "/", "/about", "/terms", "/twin/static"} {
		if main.Asked(path) > 0 {
			t.Errorf("asked for %s", path)
		}
	}
	if main.Asked("/robots.txt") == 0 {
		t.Error("robots.txt was not asked for, though pages were followed")
	}
}
