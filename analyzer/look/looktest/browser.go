// Package looktest looks at pages as a reader would: in Chromium, and by the contrast of their colours.
package looktest

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"regexp"
	"testing"
	"time"
)

// Chromium is the browser of the machine. Without one the test is skipped, but fails where PIPALINT_CI is set.
func Chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("the race detector does not see into a browser")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("PIPALINT_CI") != "" {
		t.Fatal("no Chromium: install it (apt-get install chromium)")
	}
	t.Skip("no Chromium")
	return ""
}

// Look serves pages by their paths, and at any other path the page that looks at them. That one is opened in the
// browser and leaves what it saw, as JSON, in an element with the id "seen"; it is stored in the value that out points to.
func Look(t *testing.T, browser string, pages map[string]string, looking string, out any) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		page, ok := pages[r.URL.Path]
		if !ok {
			page = looking
		}
		fmt.Fprint(w, page)
	}))
	defer server.Close()
	dom := dump(t, browser, server.URL)
	m := regexp.MustCompile(`(?s)<pre id="seen">(.*?)</pre>`).FindSubmatch(dom)
	if m == nil {
		t.Fatalf("nothing was measured:\n%.2000s", dom)
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(string(m[1]))), out); err != nil {
		t.Fatal(err)
	}
}

// dump is a page as it stands after it was loaded.
func dump(t *testing.T, browser, url string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	profile, err := os.MkdirTemp("", "pipalint-browser-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(profile) //nolint:errcheck // processes of the browser may still be at it
	cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
		"--user-data-dir="+profile, "--window-size=1300,900", "--virtual-time-budget=20000", "--dump-dom", url)
	cmd.WaitDelay = 10 * time.Second
	dom, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", browser, err)
	}
	return dom
}
