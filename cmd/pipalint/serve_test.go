package main

import (
	"bufio"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// A folderSite serves a folder of a session on loopback. The page of /a/b is the file a/b, a/b.html or a/b/index.html;
// a file a/b.http holds the whole answer, status line and header first, as a server sends it.
type folderSite struct {
	dir string

	mu    sync.Mutex
	asked map[string]bool // by the path as it was asked for, with its query
}

type siteKey struct{}

// serve starts a server for a folder, to which $SITE then leads: serve site.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serve DIR")
	}
	site := &folderSite{dir: ts.MkAbs(args[0]), asked: make(map[string]bool)}
	server := httptest.NewServer(site)
	ts.Defer(server.Close)
	ts.Setenv("SITE", server.URL)
	*ts.Value(siteKey{}).(**folderSite) = site
}

// wasAsked holds where the server was asked for a page, as its path and query: asked /robots.txt.
func wasAsked(ts *testscript.TestScript, neg bool, args []string) {
	site := *ts.Value(siteKey{}).(**folderSite)
	if len(args) != 1 || site == nil {
		ts.Fatalf("usage: [!] asked PATH, after serve")
	}
	site.mu.Lock()
	defer site.mu.Unlock()
	if site.asked[args[0]] == neg {
		ts.Fatalf("asked for %s: %v", args[0], !neg)
	}
}

func (s *folderSite) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked[r.RequestURI] = true
	s.mu.Unlock()
	name := filepath.Join(s.dir, filepath.FromSlash(path.Clean("/"+r.URL.Path)))
	if answered(w, r, name+".http") {
		return
	}
	for _, file := range []string{name, name + ".html", filepath.Join(name, "index.html")} {
		info, err := os.Stat(file)
		if err != nil || info.IsDir() {
			continue
		}
		content, err := os.ReadFile(file)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if path.Ext(file) == ".html" {
			w.Header().Set("Content-Type", "text/html") // a charset is the page's own affair
		}
		_, _ = w.Write(content)
		return
	}
	http.NotFound(w, r)
}

// answered gives the answer that a file holds, and reports whether there is one.
func answered(w http.ResponseWriter, r *http.Request, file string) bool {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if err == nil {
		defer func() { _ = f.Close() }()
		var answer *http.Response
		if answer, err = http.ReadResponse(bufio.NewReader(f), r); err == nil {
			for key, values := range answer.Header {
				w.Header()[key] = values
			}
			w.WriteHeader(answer.StatusCode)
			_, _ = bufio.NewReader(answer.Body).WriteTo(w)
			_ = answer.Body.Close()
			return true
		}
	}
	http.Error(w, err.Error(), http.StatusInternalServerError)
	return true
}

func TestFolderSite(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"a.html":          "<p>a",
		"folder.html":     "<p>folder",
		"moved.http":      "HTTP/1.1 302 Found\nLocation: /a\n\n",
		"denied.http":     "HTTP/1.1 403 Forbidden\nServer: wall\n\n<p>no",
		"deep/index.html": "<p>deep",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	site := &folderSite{dir: dir, asked: make(map[string]bool)}
	for address, want := range map[string]struct {
		code int
		body string
	}{
		"/a": {200, "<p>a"}, "/a.html": {200, "<p>a"}, "/deep/": {200, "<p>deep"}, "/moved": {302, ""},
		"/denied": {403, "<p>no"}, "/../a?x=1": {200, "<p>a"}, "/none": {404, "404 page not found\n"},
	} {
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequestWithContext(context.Background(), http.MethodGet, address, nil))
		if w.Code != want.code || w.Body.String() != want.body {
			t.Errorf("%s: %d %q", address, w.Code, w.Body)
		}
	}
	if !site.asked["/../a?x=1"] || site.asked["/b"] {
		t.Errorf("asked for %v", site.asked)
	}
}
