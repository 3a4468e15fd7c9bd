package find_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/find"
	"github.com/pipalint/pipalint/crawl/robots"
	"github.com/pipalint/pipalint/crawl/visit"
	"github.com/pipalint/pipalint/rules"
)

const (
	sites = "../../testdata/find"
	agent = "pipalint/0.0"
	most  = 26 // pages: the home page and 25 others
)

// today is a day after those of the invented policies.
var today = date.Date{Year: 2026, Month: 11, Day: 22}

// want is what is to be found from a home page. OTHER stands for the same server by another name: another site.
type want struct {
	Policy   string // its path and query, "" for none
	Depth    int    // -1 where no link leads there
	Via      find.By
	Render   bool        // only a browser sees the link
	Unread   fetch.State // of the page that a link names as the policy and that was not read
	Findings []string    // of the rules about links; a question with its mark
}

// A server is an invented site, served on loopback.
type server struct {
	files map[string]string // by their names in its folder or archive
	url   string
	other string // the same under another host

	mu    sync.Mutex
	asked []string // paths with their queries, but for robots.txt
}

func serve(t *testing.T, name string) *server {
	t.Helper()
	s := &server{files: filesOf(t, name)}
	policy, err := os.ReadFile(filepath.Join(sites, "policy.html"))
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	s.url = h.URL
	host := strings.TrimPrefix(s.url, "http://")
	s.other = strings.Replace(host, "127.0.0.1", "localhost", 1)
	fill := strings.NewReplacer("<!-- policy -->", string(policy), "SITE", s.url, "OTHER", s.other, "HOST", host)
	for name, content := range s.files {
		s.files[name] = fill.Replace(content)
	}
	return s
}

// filesOf are the files of a site, which is a folder or an archive.
func filesOf(t *testing.T, name string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	if a, err := txtar.ParseFile(filepath.Join(sites, name+".txtar")); err == nil {
		for _, f := range a.Files {
			files[f.Name] = string(f.Data)
		}
		return files
	}
	dir := os.DirFS(filepath.Join(sites, name))
	err := fs.WalkDir(dir, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(dir, file)
		files[file] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// ServeHTTP answers with a file: for /a the file a, a.html or a/index.html, for /a?b=c first a.html?b=c; for a.gz the file a,
// packed. A file named * answers for all that is not there.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/robots.txt" {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.RequestURI())
		s.mu.Unlock()
	}
	name := strings.TrimPrefix(path.Clean(strings.TrimSuffix(r.URL.Path, ".gz")), "/")
	for _, file := range []string{name, name + ".html", path.Join(name, "index.html"), "*"} {
		content, ok := s.files[file+"?"+r.URL.RawQuery]
		if !ok {
			content, ok = s.files[file]
		}
		if !ok || file == "*" && r.URL.Path == "/robots.txt" {
			continue
		}
		switch ext := path.Ext(file); {
		case strings.HasSuffix(r.URL.Path, ".gz"):
			w.Header().Set("Content-Type", "application/gzip")
			content = packed(content)
		case ext == ".js":
			w.Header().Set("Content-Type", "text/javascript")
		case ext == ".pdf":
			w.Header().Set("Content-Type", "application/pdf")
		case ext != ".txt" && ext != ".xml":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		_, _ = io.WriteString(w, content)
		return
	}
	http.NotFound(w, r)
}

func packed(content string) string {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = io.WriteString(z, content) // memory takes everything
	_ = z.Close()
	return out.String()
}

// finder looks for policies with a browser, or without one.
func finder(browser visit.Renderer) *find.Finder {
	v := &visit.Visitor{
		Fetcher: fetch.New(fetch.Options{Agent: agent, AllowPrivate: true, Interval: time.Nanosecond}),
		Render:  visit.Auto, Browser: browser, Today: today,
	}
	if browser == nil {
		v.Render = visit.Never
	}
	return &find.Finder{Visitor: v}
}

func TestSites(t *testing.T) {
	dirs, err := filepath.Glob(filepath.Join(sites, "*", "want.toml"))
	archives, err2 := filepath.Glob(filepath.Join(sites, "*.txtar"))
	if err := errors.Join(err, err2); err != nil || len(dirs) < 15 || len(archives) < 35 {
		t.Fatalf("%d and %d sites, %v", len(dirs), len(archives), err)
	}
	for _, file := range slices.Concat(dirs, archives) {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		if name == "want.toml" {
			name = filepath.Base(filepath.Dir(file))
		}
		t.Run(name, func(t *testing.T) {
			var w want
			if err := toml.Unmarshal([]byte(filesOf(t, name)["want.toml"]), &w); err != nil {
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
		if got := unread(r); got != w.Unread {
			t.Errorf("unread: %q, want %q; tried %+v", got, w.Unread, r.Tried)
		}
		return
	}
	if r.Policy == nil {
		t.Fatalf("not found; tried %+v", r.Tried)
	}
	depth := len(r.Way.Steps)
	if r.By != find.Link && r.By != find.Home {
		depth = -1
	}
	got, err := url.PathUnescape(strings.Replace(strings.TrimPrefix(r.Policy.URL, s.url), "http://"+s.other, "OTHER", 1))
	if got != w.Policy || r.By != w.Via || depth != w.Depth || err != nil {
		t.Errorf("found %s by %s, %d clicks away; want %s by %s, %d", got, r.By, depth, w.Policy, w.Via, w.Depth)
	}
	if got := findings(r); !slices.Equal(got, w.Findings) {
		t.Errorf("findings %q, want %q", got, w.Findings)
	}
}

// unread is the state of the first page that a link names as the policy and that was not read.
func unread(r *find.Result) fetch.State {
	for _, try := range r.Tried {
		if try.Err != nil && try.Named != "" && try.State != fetch.Gone {
			return try.State
		}
	}
	return ""
}

// findings are the rules about links that report something.
func findings(r *find.Result) []string {
	pass := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{r.Policy.Doc}, Way: r.Way}, today)
	check := analyzer.Check{Rules: []*analyzer.Rule{rules.LinkMisnamed, rules.LinkDeep, rules.LinkHidden}, Day: today}
	var out []string
	for _, d := range check.RunPass(pass) {
		name := d.Rule.Name
		if d.Question {
			name += "?"
		}
		out = append(out, name)
	}
	return out
}

// verifyPolite holds what a site was asked for against its robots.txt, and counts.
func (s *server) verifyPolite(t *testing.T) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.asked) > most {
		t.Errorf("%d requests, more than %d: %q", len(s.asked), most, s.asked)
	}
	asks := robots.Parse([]byte(s.files["robots.txt"]))
	for _, page := range s.asked {
		if !asks.Allowed(agent, page) && page != "/" {
			t.Errorf("asked for %s against robots.txt", page)
		}
	}
}
