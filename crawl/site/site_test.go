package site

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render"
	"github.com/pipalint/pipalint/crawl/visit"
)

// A server has the pages of a test, by path and query, and remembers what it was asked for.
type server struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

// shown is a browser that has the trees of pages, with whom they contact.
type shown map[string]*render.Page

func (b shown) Render(_ context.Context, address string) (*render.Page, error) {
	u, err := url.Parse(address)
	if err != nil || b[u.Path] == nil {
		return nil, render.ErrNoBrowser
	}
	page := *b[u.Path]
	page.URL, page.Status = address, http.StatusOK
	return &page, nil
}

// serve starts a server. A page that begins with a code of HTTP is answered so, with the rest as the address it leads to;
// one that is not there is made by others, if they are given.
func serve(t *testing.T, pages map[string]string, others func(path string) string) *server {
	t.Helper()
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.RequestURI)
		s.mu.Unlock()
		page, ok := pages[r.RequestURI]
		if !ok && others != nil && r.URL.Path != "/robots.txt" {
			page, ok = others(r.RequestURI), true
		}
		var code int
		var to string
		switch n, _ := fmt.Sscanf(page, "%d %s", &code, &to); {
		case !ok:
			http.NotFound(w, r)
		case n == 2:
			http.Redirect(w, r, to, code)
		case n == 1:
			w.WriteHeader(code)
		case strings.HasSuffix(r.URL.Path, ".txt"):
			_, _ = w.Write([]byte(page))
		case strings.HasSuffix(r.URL.Path, ".js"):
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write([]byte(page))
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte(page))
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// pagesAsked are the pages that the server was asked for, in order.
func (s *server) pagesAsked() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(s.asked), func(p string) bool { return p == "/robots.txt" })
}

// visitor reads pages on loopback without a browser, and without waiting.
func visitor() *visit.Visitor {
	return &visit.Visitor{Render: visit.Never, Fetcher: fetch.New(fetch.Options{Agent: "pipalint/test", AllowPrivate: true, Timeout: 30 * time.Second, Interval: time.Millisecond})}
}

// links is a page with links.
func links(to ...string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><p>모란상점에 오신 것을 환영합니다</p>")
	for _, href := range to {
		fmt.Fprintf(&b, "<a href='%s'>%s</a> ", href, "링크")
	}
	return b.String()
}

// read reads the site of a server from a path on.
func read(t *testing.T, s *server, path string, o Options) *Site {
	t.Helper()
	got, err := Read(context.Background(), visitor(), s.URL+path, o)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// names are the paths of the pages that were read.
func (s *server) names(got *Site) []string {
	var out []string
	for _, p := range got.Pages {
		out = append(out, strings.TrimPrefix(p.Doc.File.Name, s.URL))
	}
	return out
}

// Of each part of the site a page is read before a second one of any, and first those that have tags of their own.
func TestReadPrefersParts(t *testing.T) {
	s := serve(t, map[string]string{
		"/": links("/news/1", "/news/spring", "/about", "/product/7", "/member/login", "/product/8", "/order/cart", "/?utm_source=x", "/#top", "mailto:a@invented.example", "/member/logout"),
	}, func(string) string { return links("/", "/deep/er") })
	got := s.names(read(t, s, "/", Options{Pages: 6}))
	want := []string{"/", "/product/7", "/member/login", "/order/cart", "/news/1", "/about", "/deep/er"}
	if !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	if asked := s.pagesAsked(); !slices.Equal(asked, want) {
		t.Errorf("asked for %q", asked)
	}
}

// The walk ends where a site makes up pages without end, asks for no other host, and does nothing by asking.
func TestReadTraps(t *testing.T) {
	other := serve(t, nil, func(string) string { return links() })
	tests := []struct {
		name   string
		others func(path string) string
		pages  int
		want   []string
	}{
		{"a calendar", func(path string) string {
			month := len(path)
			return links(fmt.Sprintf("/calendar/2026/%d", month), fmt.Sprintf("/calendar/%d/1", 2000+month), fmt.Sprintf("/calendar?month=%d", month), fmt.Sprintf("/calendar?month=%d", month+1))
		}, 10, []string{"/", "/calendar/2026/1", "/calendar?month=1"}},
		{"permutations of a query", func(string) string {
			return links("/list?a=x&b=y", "/list?b=y&a=x", "/list?a=y&b=x", "/list?a=z", "/list?b=z", "/list?c=x", "/list?a=1", "/list?a=2")
		}, 10, []string{"/", "/list?a=x&b=y", "/list?a=y&b=x", "/list?a=z"}},
		{"a visit numbered in the path", func(path string) string {
			visit := fmt.Sprintf("%024x", 1<<40+1234567*len(path))
			return links("/S("+visit+")/goods", "/S("+visit+")/cart", "/"+visit+"/join/form", "/spring-sale-2026-in-town/x")
		}, 10, []string{"/", "/S(00000000000001000012d687)/goods", "/S(00000000000001000012d687)/cart", "/00000000000001000012d687/join/form", "/spring-sale-2026-in-town/x"}},
		{"a loop", func(string) string { return links("/", "/a", "/b", "/a#x", "/a?", "HTTP://"+"%HOST%/a") }, 10, []string{"/", "/a", "/b"}},
		{"others, files and deeds", func(string) string {
			return links(other.URL+"/", "//invented-shop.example/x", "/a.pdf", "/b.ZIP", "/log-out", "/cart/add/7", "/goods?action=add", "/download?f=1", "javascript:go()", "tel:02", "/ok")
		}, 10, []string{"/", "/ok"}},
		{"links for no program", func(string) string { return `<p>모란상점</p><a rel="noopener nofollow" href="/x">x</a>` }, 10, []string{"/"}},
		{"no further page", func(string) string { return links("/a") }, 0, []string{"/"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var s *server
			s = serve(t, nil, func(path string) string {
				return strings.ReplaceAll(test.others(path), "%HOST%", strings.TrimPrefix(s.URL, "http://"))
			})
			if got := s.names(read(t, s, "/", Options{Pages: test.pages})); !slices.Equal(got, test.want) {
				t.Errorf("read %q, want %q", got, test.want)
			}
			if asked := s.pagesAsked(); !slices.Equal(asked, test.want) {
				t.Errorf("asked for %q", asked)
			}
		})
	}
	if len(other.pagesAsked()) != 0 {
		t.Errorf("another host was asked for %q", other.pagesAsked())
	}
}

// What is not there, or elsewhere, is counted, and asked for no more often than the limit allows.
func TestReadMissed(t *testing.T) {
	other := serve(t, nil, func(string) string { return links("/secret") })
	s := serve(t, map[string]string{
		"/":     links("/gone", "/broken", "/away", "/twice", "/page", "/a", "/b"),
		"/gone": "404", "/broken": "500", "/away": "302 " + other.URL + "/x", "/twice": "302 /page", "/page": links(), "/a": links(), "/b": links(),
	}, nil)
	got := read(t, s, "/", Options{Pages: 4})
	if names := s.names(got); !slices.Equal(names, []string{"/", "/page", "/a", "/b"}) {
		t.Errorf("read %q", names)
	}
	var states []fetch.State
	for _, e := range got.Missed {
		states = append(states, e.State)
	}
	if !slices.Equal(states, []fetch.State{fetch.Gone, fetch.Unreadable}) {
		t.Errorf("missed %v", states)
	}
	if asked := other.pagesAsked(); len(asked) != 0 {
		t.Errorf("another host was asked for %q", asked)
	}
	dead := serve(t, map[string]string{"/": links("/a", "/b", "/c", "/d", "/e", "/f")}, nil)
	if read(t, dead, "/", Options{Pages: 2}); len(dead.pagesAsked()) > 5 {
		t.Errorf("asked for %q", dead.pagesAsked())
	}
}

// The site's own scripts are read, within a limit, but no library, no script of others and no page in the place of one.
func TestReadScripts(t *testing.T) {
	head := `<p>모란상점</p><script src="/js/jquery-3.7.1.min.js"></script><script src="https://cdn.invented.example/x.js"></script><script type="application/ld+json" src="/data.js"></script>
		<script src="js/app.js?v=3"></script><script src="/js/app.js?v=3"></script><script src="/page"></script><script src="/none.js"></script><script src="/more.js"></script><script src="/last.js"></script>`
	s := serve(t, map[string]string{"/": head, "/js/app.js?v=3": "a()", "/page": links(), "/more.js": "b()", "/last.js": "c()"}, nil)
	got := read(t, s, "/", Options{Scripts: 4})
	var names []string
	for _, script := range got.Scripts {
		names = append(names, strings.TrimPrefix(script.URL, s.URL)+" "+string(script.Raw))
	}
	if !slices.Equal(names, []string{"/js/app.js?v=3 a()", "/more.js b()"}) || len(got.Missed) != 1 {
		t.Errorf("read %q, missed %v", names, got.Missed)
	}
	if asked := s.pagesAsked(); !slices.Equal(asked, []string{"/", "/js/app.js?v=3", "/page", "/none.js", "/more.js"}) {
		t.Errorf("asked for %q", asked)
	}
}

// The first page may lead to another host, whose pages are then those of the site; where it is not got, nothing is.
func TestReadStart(t *testing.T) {
	shop := serve(t, nil, func(string) string { return links("/cart") })
	s := serve(t, map[string]string{"/": "301 " + shop.URL + "/home", "/none": "404"}, nil)
	if got := shop.names(read(t, s, "/", Options{Pages: 5})); !slices.Equal(got, []string{"/home", "/cart"}) {
		t.Errorf("read %q", got)
	}
	_, err := Read(context.Background(), visitor(), s.URL+"/none", Options{Pages: 5})
	if e, ok := errors.AsType[*fetch.Error](err); !ok || e.State != fetch.Gone {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	endless := serve(t, nil, func(path string) string {
		if path == "/a" {
			cancel()
		}
		return links("/a", "/b", "/c")
	})
	if _, err := Read(ctx, visitor(), endless.URL+"/", Options{Pages: 5}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if asked := endless.pagesAsked(); len(asked) > 2 {
		t.Errorf("asked for %q", asked)
	}
}

// A page that scripts fill is told, where no browser opens it.
func TestReadShell(t *testing.T) {
	s := serve(t, map[string]string{"/": `<title>모란</title><div id="root"></div><script src="https://cdn.invented.example/a.js"></script>`}, nil)
	if got := read(t, s, "/", Options{}); got.Shells != 1 || len(got.Pages) != 1 {
		t.Errorf("%d shells of %d pages", got.Shells, len(got.Pages))
	}
}

// Where a browser may be used, it opens the pages that scripts fill, and no others: its links are followed, and what was
// fetched is left where it fails.
func TestReadRendered(t *testing.T) {
	const shell = `<title>모란</title><div id="root"></div><script src="/app.js"></script>`
	s := serve(t, map[string]string{"/": shell, "/app.js": "start()", "/cart": shell, "/about": "<p>" + strings.Repeat("모란상점은 꽃을 파는 가게입니다. ", 30) + "<script>x()</script>"}, nil)
	contact := render.Contact{URL: "https://www.facebook.com/tr?id=1", Type: "image"}
	v := visitor()
	v.Render, v.Browser = visit.Auto, shown{
		"/":      {HTML: []byte(links("/cart", "/about")), Contacts: []render.Contact{contact}},
		"/about": {HTML: []byte("<p>아니다")},
	}
	got, err := Read(context.Background(), v, s.URL+"/", Options{Pages: 5})
	if err != nil {
		t.Fatal(err)
	}
	if names := s.names(got); !slices.Equal(names, []string{"/", "/cart", "/about"}) {
		t.Fatalf("read %q", names)
	}
	home, cart, about := got.Pages[0], got.Pages[1], got.Pages[2]
	if !home.Rendered || !slices.Equal(home.Contacts, []render.Contact{contact}) || cart.Rendered || about.Rendered || got.Shells != 1 {
		t.Errorf("home: %v %v, cart: %v, about: %v, shells: %d", home.Rendered, home.Contacts, cart.Rendered, about.Rendered, got.Shells)
	}
}

// Robots are asked for further pages, also where the path is Korean, and not for the one that somebody named.
func TestReadRobots(t *testing.T) {
	s := serve(t, map[string]string{
		"/robots.txt": "User-agent: *\nDisallow: /shop\nDisallow: /비밀\n",
		"/shop":       links("/shop/cart", "/비밀/문", "/open"), "/open": links(),
	}, nil)
	got := read(t, s, "/shop", Options{Pages: 5})
	if asked := s.pagesAsked(); !slices.Equal(asked, []string{"/shop", "/open"}) {
		t.Errorf("asked for %q", asked)
	}
	if len(got.Missed) != 2 || got.Missed[0].State != fetch.Disallowed || got.Missed[1].State != fetch.Disallowed {
		t.Errorf("missed %v", got.Missed)
	}
}

// A page that asks who is there has tags of its own.
func TestReadLogin(t *testing.T) {
	const login = `<title>로그인</title><h1>로그인</h1><p>로그인이 필요한 서비스입니다.</p><form action="/login"><input name="id"><input type="password" name="pw"><button>로그인</button></form>`
	s := serve(t, map[string]string{"/": links("/login"), "/login": login}, nil)
	if names := s.names(read(t, s, "/", Options{Pages: 5})); !slices.Equal(names, []string{"/", "/login"}) {
		t.Errorf("read %q", names)
	}
}
