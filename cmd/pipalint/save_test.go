package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/crawl/render"
)

func TestSavedNames(t *testing.T) {
	long := strings.Repeat("개인정보", 20)
	names := make(savedNames)
	seen := make(map[string]bool)
	for _, address := range []string{
		"https://shop.example/", "https://shop.example", "https://shop.example/index", "https://shop.example/privacy", "https://shop.example/privacy.html",
		"https://shop.example/PRIVACY", "https://shop.example/privacy.html/kr", "https://shop.example/privacy.fetched.html",
		"https://shop.example/privacy.jsp?id=1&lang=ko", "https://shop.example/privacy.jsp?id=2", "https://shop.example/%EA%B0%9C%EC%9D%B8/%E1%84%80%E1%85%A1",
		"https://shop.example/a/../../etc/passwd", "https://shop.example/%2e%2e%2f%5c..%5cx", "http://127.0.0.1:8080/con/aux.txt/nul.", "http://[::1]:80/x. ",
		"https://shop.example/a<b>:|?q=*\"", "https://shop.example/" + long, "https://shop.example/" + long + "2", "https://shop.example/a/b/c/d/e/f/g/h/i",
		"https://shop.example/\x00\n\u202e", "nonsense",
	} {
		name := names.of(address, ".html")
		if seen[strings.ToLower(name)] {
			t.Errorf("%s: %s is taken", address, name)
		}
		seen[strings.ToLower(name)] = true
		if !filepath.IsLocal(filepath.FromSlash(name)) || path.Clean(name) != name || !strings.HasSuffix(name, ".html") || len(name) > 300 {
			t.Errorf("%s: %s", address, name)
		}
		for _, part := range strings.Split(name, "/") {
			if strings.ContainsAny(part, "<>:\"\\|?*\x00\n\u202e") || strings.HasPrefix(part, ".") || strings.HasSuffix(part, ".") || isDevice(part) || len(part) > longestSegment+20 {
				t.Errorf("%s: %q in %s", address, part, name)
			}
		}
	}
	for address, want := range map[string]string{
		"https://b.example/privacy": "b.example/privacy.html", "https://b.example/%EA%B0%9C%EC%9D%B8/": "b.example/개인/index.html",
		"https://b.example/p.jsp?id=1": "b.example/p.jsp_id=1.html", "https://b.example/con": "b.example/_con.html",
	} {
		if got := names.of(address, ".html"); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

// showing is a browser that shows one page.
type showing string

func (s showing) Render(_ context.Context, address string) (*render.Page, error) {
	return &render.Page{URL: address, Status: http.StatusOK, HTML: []byte(s), Contacts: []render.Contact{{URL: "https://cdn.example/a.js", Type: "script", From: address}}}, nil
}

// The copy that is saved bears the findings of the page at the same places, whatever told its encoding, and whoever made it.
func TestSavedCopy(t *testing.T) {
	const shown = "<title>개인정보 처리방침</title>\n<h1>개인정보 처리방침</h1>\n<h2>처리 목적</h2><p>회원을 관리합니다.</p>\n<p>책임자: ○○○</p>"
	euckr, err := korean.EUCKR.NewEncoder().String(shown)
	if err != nil {
		t.Fatal(err)
	}
	serve := func(contentType, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			_, _ = w.Write([]byte(body))
		}
	}
	mux := http.NewServeMux()
	mux.Handle("/utf-8", serve("text/html; charset=utf-8", shown))
	mux.Handle("/euc-kr", serve("text/html; charset=euc-kr", euckr))
	mux.Handle("/lies", serve("text/html; charset=utf-8", "<meta charset=euc-kr>"+shown))
	mux.Handle("/app", serve("text/html", "<title>개인정보 처리방침</title><div id=app></div><script src=app.js></script>"))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	for _, page := range []string{"/utf-8", "/euc-kr", "/lies", "/app"} {
		dir := t.TempDir()
		check := func(args ...string) []map[string]any {
			var stdout, stderr bytes.Buffer
			c := newCommand()
			withTinyRules(c)
			c.Stdout, c.Stderr, c.Getenv, c.Browser = &stdout, &stderr, func(string) string { return "" }, showing("<meta charset=euc-kr>"+shown)
			c.run(append([]string{"check", "--format", "json", "--no-config", "--allow-private"}, args...))
			var run struct {
				Documents []struct{ Saved string }
				Findings  []map[string]any
			}
			if err := json.Unmarshal(stdout.Bytes(), &run); err != nil || len(run.Findings) == 0 {
				t.Fatalf("%s: %v, %s, %s", page, err, &stdout, &stderr)
			}
			for _, f := range run.Findings {
				delete(f, "file")
				delete(f, "document")
				delete(f, "policy")
				delete(f, "related")
				delete(f, "fingerprint")
			}
			return append(run.Findings, map[string]any{"saved": run.Documents[0].Saved})
		}
		got := check("--save", dir, server.URL+page)
		file := got[len(got)-1]["saved"].(string)
		again := check(filepath.FromSlash(file))
		if one, other := toJSON(t, got[:len(got)-1]), toJSON(t, again[:len(again)-1]); one != other {
			t.Errorf("%s: %s\nsaved %s", page, one, other)
		}
		fetched, err := os.ReadFile(strings.TrimSuffix(file, ".html") + ".fetched.html")
		if rendered := page == "/app"; rendered != (err == nil) || rendered && !bytes.Contains(fetched, []byte("id=app")) {
			t.Errorf("%s: fetched %q, %v", page, fetched, err)
		}
		index, err := os.ReadFile(filepath.Join(dir, saveIndex))
		if err != nil || !bytes.Contains(index, []byte(`"slot-left"`)) || bytes.Contains(index, []byte("cdn.example")) != (page == "/app") {
			t.Errorf("%s: %s, %v", page, index, err)
		}
	}
}

func toJSON(t *testing.T, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
