// Package rendertest serves pages to a real browser in tests.
package rendertest

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer/look/looktest"
)

// Chromium is the browser of the machine, or the one that PIPALINT_CHROME names. Without one the test is skipped, but fails
// where PIPALINT_CI is set.
func Chromium(t *testing.T) string {
	t.Helper()
	if named := os.Getenv("PIPALINT_CHROME"); named != "" && !testing.Short() {
		return named
	}
	return looktest.Chromium(t)
}

// Site serves pages by their paths on loopback until the test ends; a path that no page stands at is 404. In a page, SITE is
// the host of the site and OTHER a name of it that makes it another site for the browser.
func Site(t *testing.T, pages map[string]string) (address string) {
	t.Helper()
	var names *strings.Replacer
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, ok := pages[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = names.WriteString(w, page) // the browser may have gone
	}))
	host := server.Listener.Addr().String()
	names = strings.NewReplacer("SITE", host, "OTHER", strings.Replace(host, "127.0.0.1", "localhost", 1))
	server.Start()
	t.Cleanup(server.Close)
	return server.URL
}
