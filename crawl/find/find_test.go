package find_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/find"
	"github.com/pipalint/pipalint/crawl/robots"
	"github.com/pipalint/pipalint/crawl/visit"
)

const (
	sites = "../../testdata/find"
	agent = "pipalint/0.0"
	most  = 26 // pages: the home page and 25 others
)

// want is what is to be found from a home page.
type want struct {
	Policy string // its path and query, "" for none
	Depth  int    // -1 where no link leads there
	Via    find.By
	Render bool // only a browser sees the link
}

// A server is a site of the folder, served on loopback.
type server struct {
	dir string
	url string

	mu    sync.Mutex
	asked []string // paths with their queries, but for robots.txt
}

func serve(t *testing.T, name string) *server {
	t.Helper()
	s := &server{dir: filepath.Join(sites, name)}
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	s.url = h.URL
	return s
}

// ServeHTTP answers with a file: for /a the file a, a.html or a/index.html; for a.gz the file a, packed.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/robots.txt" {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.RequestURI())
		s.mu.Unlock()
	}
	name := filepath.Join(s.dir, filepath.FromSlash(path.Clean("/"+strings.TrimSuffix(r.URL.Path, ".gz"))))
	for _, file := range []string{name, name + ".html", filepath.Join(name, "index.html")} {
		content, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		policy, err := os.ReadFile(filepath.Join(sites, "policy.html"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		content = bytes.ReplaceAll(content, []byte("<!-- policy -->"), policy)
		content = bytes.ReplaceAll(content, []byte("SITE"), []byte(s.url))
		switch path.Ext(file) {
		case ".html":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		case ".js":
			w.Header().Set("Content-Type", "text/javascript")
		}
		if strings.HasSuffix(r.URL.Path, ".gz") {
			content = packed(content)
		}
		_, _ = w.Write(content)
		return
	}
	http.NotFound(w, r)
}

func packed(content []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = z.Write(content) // memory takes everything
	_ = z.Close()
	return out.Bytes()
}

// finder looks for policies with a browser, or without one.
func finder(browser visit.Renderer) *find.Finder {
	v := &visit.Visitor{
		Fetcher: fetch.New(fetch.Options{Agent: agent, AllowPrivate: true, Interval: time.Nanosecond}),
		Render:  visit.Auto, Browser: browser, Today: date.Date{Year: 2026, Month: 11, Day: 22},
	}
	if browser == nil {
		v.Render = visit.Never
	}
	return &find.Finder{Visitor: v}
}

func TestSites(t *testing.T) {
	dirs, err := filepath.Glob(filepath.Join(sites, "*", "want.toml"))
	if err != nil || len(dirs) < 15 {
		t.Fatalf("%d sites, %v", len(dirs), err)
	}
	for _, file := range dirs {
		name := filepath.Base(filepath.Dir(file))
		t.Run(name, func(t *testing.T) {
			var w want
			data, err := os.ReadFile(file)
			if err == nil {
				err = toml.Unmarshal(data, &w)
			}
			if err != nil {
				t.Fatal(err)
			}
			var b visit.Renderer
			if w.Render {
				b = browser(t)
			}
			verify(t, name, w, b)
		})
	}
}

func verify(t *testing.T, name string, w want, b visit.Renderer) {
	t.Helper()
	s := serve(t, name)
	r, err := finder(b).Find(context.Background(), s.url+"/")
	if err != nil {
		t.Fatal(err)
	}
	s.verifyPolite(t)
	if w.Policy == "" {
		if r.Policy != nil {
			t.Fatalf("found %s by %s", r.Policy.URL, r.By)
		}
		return
	}
	if r.Policy == nil {
		t.Fatalf("not found; tried %+v", r.Tried)
	}
	depth := len(r.Way.Steps)
	if r.By != find.Link {
		depth = -1
	}
	if got := strings.TrimPrefix(r.Policy.URL, s.url); got != w.Policy || r.By != w.Via || depth != w.Depth {
		t.Errorf("found %s by %s, %d clicks away; want %s by %s, %d", got, r.By, depth, w.Policy, w.Via, w.Depth)
	}
}

// verifyPolite holds what a site was asked for against its robots.txt, and counts.
func (s *server) verifyPolite(t *testing.T) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.asked) > most {
		t.Errorf("%d requests, more than %d: %q", len(s.asked), most, s.asked)
	}
	text, err := os.ReadFile(filepath.Join(s.dir, "robots.txt"))
	if err != nil {
		return
	}
	rules := robots.Parse(text)
	for _, page := range s.asked {
		if !rules.Allowed(agent, page) && page != "/" {
			t.Errorf("asked for %s against robots.txt", page)
		}
	}
}
