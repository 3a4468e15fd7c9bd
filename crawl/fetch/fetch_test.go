package fetch

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	log.SetOutput(io.Discard) // net/http notes what broken servers send
	goleak.VerifyTestMain(m)
}

const cleanPage = "<h1>개인정보 처리방침</h1>"

// fetcher is one for servers on this machine that waits for nothing.
func fetcher(t *testing.T, o Options) *Fetcher {
	t.Helper()
	o.AllowPrivate = true
	if o.Retries == 0 {
		o.Retries = -1
	}
	if o.Interval == 0 {
		o.Interval = -1
	}
	f := New(o)
	t.Cleanup(f.Close)
	return f
}

// serve is a server with one handler.
func serve(t *testing.T, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

// html200 answers with a page.
func html200(w http.ResponseWriter, page string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write([]byte(page))
}

// failure is the error of a request that must fail.
func failure(t *testing.T, f *Fetcher, r Request) *Error {
	t.Helper()
	page, err := f.Get(t.Context(), r)
	if err == nil {
		t.Fatalf("%s: got %q", r.URL, page.Raw)
	}
	e, ok := errors.AsType[*Error](err)
	if !ok {
		t.Fatalf("%s: %T %v is no *Error", r.URL, err, err)
	}
	return e
}

func TestGet(t *testing.T) {
	var got *http.Request
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = r
		w.Header().Set("ETag", `"1"`)
		html200(w, cleanPage)
	})
	f := fetcher(t, Options{Agent: "pipalint/1.2.3", Contact: "https://example.org/about"})
	page, err := f.Get(t.Context(), Request{URL: s.URL + "/개인정보 처리?a=가 나#부칙"})
	if err != nil {
		t.Fatal(err)
	}
	if string(page.Raw) != cleanPage || page.Status != 200 || page.State() != OK || page.Redirects != nil || page.Header.Get("ETag") != `"1"` {
		t.Errorf("page %+v", page)
	}
	if want := s.URL + "/개인정보 처리?a=가 나#부칙"; page.URL != want {
		t.Errorf("found at %q, want %q", page.URL, want)
	}
	if want := "/%EA%B0%9C%EC%9D%B8%EC%A0%95%EB%B3%B4%20%EC%B2%98%EB%A6%AC?a=%EA%B0%80%20%EB%82%98"; got.RequestURI != want {
		t.Errorf("asked for %q, want %q", got.RequestURI, want)
	}
	if want := "pipalint/1.2.3 (+https://example.org/about)"; got.UserAgent() != want {
		t.Errorf("agent %q, want %q", got.UserAgent(), want)
	}
	for _, encoding := range []string{"gzip", "br", "zstd", "deflate"} {
		if !strings.Contains(got.Header.Get("Accept-Encoding"), encoding) {
			t.Errorf("%s is not accepted", encoding)
		}
	}
	if (Options{Agent: "a/1"}).UserAgent() != "a/1" {
		t.Error("no contact, and yet one in the agent")
	}
}

func TestStatus(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var code int
		_, _ = fmt.Sscanf(r.URL.Path, "/%d", &code)
		for name, values := range r.URL.Query() {
			w.Header()[name] = values
		}
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(code)
		_, _ = w.Write([]byte("sorry"))
	})
	f := fetcher(t, Options{})
	for _, c := range []struct {
		path   string
		state  State
		reason Reason
		detail string
	}{
		{"/404", Gone, Status, "HTTP 404 Not Found"},
		{"/410", Gone, Status, "HTTP 410 Gone"},
		{"/401", Blocked, Status, "HTTP 401 Unauthorized"},
		{"/403", Blocked, Status, "HTTP 403 Forbidden"},
		{"/429?Retry-After=3600", Blocked, Status, "HTTP 429 Too Many Requests, Retry-After: 3600"},
		{"/451", Blocked, Status, "HTTP 451 Unavailable For Legal Reasons"},
		{"/407", Unreadable, BadProxy, "HTTP 407 Proxy Authentication Required"},
		{"/400", Unreadable, Status, "HTTP 400 Bad Request"},
		{"/500", Unreadable, Status, "HTTP 500 Internal Server Error"},
		{"/503", Unreadable, Status, "HTTP 503 Service Unavailable"},
		{"/599", Unreadable, Status, "HTTP 599"},
		{"/302", Unreadable, Status, "HTTP 302 Found"},
		{"/300", Unreadable, Status, "HTTP 300 Multiple Choices"},
		{"/304", Unreadable, Status, "HTTP 304 Not Modified"},
		{"/403?Cf-Mitigated=challenge", Blocked, Wall, "cf-mitigated: challenge"},
		{"/503?Cf-Mitigated=challenge", Blocked, Wall, "cf-mitigated: challenge"},
		{"/202?X-Amzn-Waf-Action=challenge", Blocked, Wall, "x-amzn-waf-action: challenge"},
		{"/405?X-Amzn-Waf-Action=captcha", Blocked, Wall, "x-amzn-waf-action: captcha"},
		{"/200?X-Vercel-Mitigated=challenge", Blocked, Wall, "x-vercel-mitigated: challenge"},
		{"/503?Server=cloudflare", Unreadable, Status, "HTTP 503 Service Unavailable"},
	} {
		e := failure(t, f, Request{URL: s.URL + c.path})
		if e.State != c.state || e.Reason != c.reason || e.Detail != c.detail || e.URL != s.URL+c.path {
			t.Errorf("%s: %s %s %q at %s, want %s %s %q", c.path, e.State, e.Reason, e.Detail, e.URL, c.state, c.reason, c.detail)
		}
		if !strings.HasPrefix(c.path, "/3") && (string(e.Body) != "sorry" || e.Header.Get("Content-Type") != "text/html") {
			t.Errorf("%s: the answer is not kept: %q", c.path, e.Body)
		}
	}
}

func TestConditional(t *testing.T) {
	const day = "Sat, 21 Nov 2026 09:00:00 GMT"
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new", http.StatusMovedPermanently)
			return
		}
		if r.Header.Get("If-None-Match") == `W/"7"` || r.Header.Get("If-Modified-Since") == day {
			w.Header().Set("ETag", `W/"7"`)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		html200(w, cleanPage)
	})
	f := fetcher(t, Options{})
	for _, r := range []Request{{URL: s.URL + "/new", ETag: `W/"7"`}, {URL: s.URL + "/new", LastModified: day}, {URL: s.URL + "/old", ETag: `W/"7"`}} {
		page, err := f.Get(t.Context(), r)
		if err != nil || !page.NotModified || page.Raw != nil || page.Status != 304 || page.Header.Get("ETag") != `W/"7"` {
			t.Errorf("%+v: %+v, %v", r, page, err)
		}
	}
	page, err := f.Get(t.Context(), Request{URL: s.URL + "/new", ETag: `"8"`})
	if err != nil || page.NotModified || string(page.Raw) != cleanPage {
		t.Errorf("a page that changed: %+v, %v", page, err)
	}
}

func TestRedirects(t *testing.T) {
	other := serve(t, func(w http.ResponseWriter, _ *http.Request) { html200(w, cleanPage) })
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		to := map[string]string{
			"/1": "/2?a=1", "/2": "3", "/3": other.URL + "/there",
			"/a": "/b", "/b": "/c", "/c": "/b", "/self": "/self",
			"/kr": "/처리 방침?가=나", "/bad": "http://%zz/", "/ftp": "ftp://example.kr/", "/app": "intent://scan/#Intent;end", "/script": "javascript:alert(1)",
			"/frag": "/end#there", "/up": "../end", "/back": `\end`, "/user": strings.Replace(other.URL, "//", "//kim:secret@", 1) + "/there",
			"/meta": "http://169.254.169.254/latest/meta-data/",
		}
		switch {
		case to[r.URL.Path] != "":
			w.Header().Set("Location", to[r.URL.Path])
			w.WriteHeader(http.StatusFound)
		case strings.HasPrefix(r.URL.Path, "/deep/"):
			w.Header().Set("Location", r.URL.Path+"x")
			w.WriteHeader(http.StatusPermanentRedirect)
		case r.URL.Path == "/cookie" && len(r.Cookies()) == 0:
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
			w.Header().Set("Location", "/cookie")
			w.WriteHeader(http.StatusFound)
		default:
			html200(w, cleanPage)
		}
	})
	f := fetcher(t, Options{})
	for _, c := range []struct {
		from, at string
		past     []string
	}{
		{"/1", other.URL + "/there", []string{"/1", "/2?a=1", "/3"}},
		{"/kr", s.URL + "/%EC%B2%98%EB%A6%AC%20%EB%B0%A9%EC%B9%A8?%EA%B0%80=%EB%82%98", []string{"/kr"}},
		{"/frag", s.URL + "/end#there", []string{"/frag"}},
		{"/up#own", s.URL + "/end#own", []string{"/up#own"}},
		{"/back", s.URL + "/end", []string{"/back"}},
		{"/cookie", s.URL + "/cookie", []string{"/cookie"}}, // not a loop: the second time it comes with the cookie
		{"/user", other.URL + "/there", []string{"/user"}},
	} {
		page, err := f.Get(t.Context(), Request{URL: s.URL + c.from})
		if err != nil {
			t.Errorf("%s: %v", c.from, err)
			continue
		}
		var past []string
		for _, p := range c.past {
			past = append(past, s.URL+p)
		}
		if page.URL != c.at || !slices.Equal(page.Redirects, past) || page.State() != Moved {
			t.Errorf("%s: %s at %q by %q, want %q by %q", c.from, page.State(), page.URL, page.Redirects, c.at, past)
		}
	}
	for _, c := range []struct {
		from   string
		reason Reason
		detail string
		hops   int
	}{
		{"/a", Redirects, s.URL + "/b → " + s.URL + "/c → " + s.URL + "/b", 2},
		{"/self", Redirects, s.URL + "/self → " + s.URL + "/self", 0},
		{"/deep/", Redirects, "> 5", 5},
		{"/bad", Address, "", 0},
		{"/ftp", Address, "ftp:", 0},
		{"/app", Address, "intent:", 0},
		{"/script", Address, "javascript:", 0},
	} {
		e := failure(t, f, Request{URL: s.URL + c.from})
		if e.State != Unreadable || e.Reason != c.reason || e.Detail != c.detail || len(e.Redirects) != c.hops {
			t.Errorf("%s: %s %s %q after %q", c.from, e.State, e.Reason, e.Detail, e.Redirects)
		}
	}
	if e := failure(t, fetcher(t, Options{Redirects: -1}), Request{URL: s.URL + "/1"}); e.Reason != Redirects || e.Detail != "> 0" {
		t.Errorf("no redirect is wanted: %v", e)
	}
}

func TestHTTPS(t *testing.T) {
	plain := serve(t, func(w http.ResponseWriter, _ *http.Request) { html200(w, cleanPage) })
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Proto", r.Proto)
		switch r.URL.Path {
		case "/down":
			http.Redirect(w, r, plain.URL+"/page", http.StatusFound)
			return
		case "/flood":
			for i := range 400 {
				w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("y", 1000))
			}
		case "/cut":
			w.Header().Set("Content-Length", "100")
			_, _ = w.Write([]byte("half"))
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		}
		html200(w, cleanPage)
	}))
	s.EnableHTTP2 = true
	s.StartTLS()
	t.Cleanup(s.Close)
	if e := failure(t, fetcher(t, Options{}), Request{URL: s.URL}); e.State != Unreadable || e.Reason != Certificate {
		t.Errorf("an unknown authority: %v", e)
	}
	f := fetcher(t, Options{})
	roots := x509.NewCertPool()
	roots.AddCert(s.Certificate())
	f.road.(*road).direct.TLSClientConfig = &tls.Config{RootCAs: roots}
	page, err := f.Get(t.Context(), Request{URL: s.URL})
	if err != nil || string(page.Raw) != cleanPage || page.Header.Get("X-Proto") != "HTTP/2.0" {
		t.Errorf("HTTP/2: %+v, %v", page, err)
	}
	if e := failure(t, f, Request{URL: s.URL + "/flood"}); e.Reason != TooLarge && e.Reason != Network { // net/http does not always say why
		t.Errorf("a flood of headers: %v (%v)", e, e.Err)
	}
	if e := failure(t, f, Request{URL: s.URL + "/cut"}); e.Reason != Truncated {
		t.Errorf("a page that is cut: %v (%v)", e, e.Err)
	}
	page, err = f.Get(t.Context(), Request{URL: s.URL + "/down"})
	if err != nil || page.URL != plain.URL+"/page" || !slices.Equal(page.Redirects, []string{s.URL + "/down"}) {
		t.Errorf("to http: %+v, %v", page, err)
	}
}

func TestPrivate(t *testing.T) {
	var reached atomic.Int32
	s := serve(t, func(http.ResponseWriter, *http.Request) { reached.Add(1) })
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(s.URL, "http://"))
	f := New(Options{Retries: -1})
	t.Cleanup(f.Close)
	for _, host := range []string{
		"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f000001", "0177.0.0.1", "127.1",
		"[64:ff9b::7f00:1]", "[2002:7f00:1::]", "169.254.169.254", "１２７.0.0.1",
	} {
		if e := failure(t, f, Request{URL: "http://" + host + ":" + port}); e.State != Unreadable || e.Reason != Private {
			t.Errorf("%s: %v", host, e)
		}
	}
	if e := failure(t, f, Request{URL: "http://8.8.8.8:25/"}); e.Reason != Address || e.Detail != ":25" {
		t.Errorf("a mail server: %v", e)
	}
	if reached.Load() != 0 {
		t.Error("a private server was reached")
	}
}

// guarded is a fetcher that refuses private addresses, but reaches one server on this machine under a public name.
func guarded(t *testing.T, server *httptest.Server, o Options) *Fetcher {
	t.Helper()
	f := New(o)
	t.Cleanup(f.Close)
	r := f.road.(*road)
	dial := r.direct.DialContext
	r.direct.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if address == "public.example:80" {
			return net.Dial("tcp", server.Listener.Addr().String())
		}
		return dial(ctx, network, address)
	}
	return f
}

func TestRedirectToPrivate(t *testing.T) {
	var s *httptest.Server
	s = serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Host != "public.example" {
			t.Errorf("%s was reached", r.Host)
		}
		switch r.URL.Path {
		case "/cloud":
			http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
		case "/local":
			http.Redirect(w, r, s.URL, http.StatusFound)
		case "/meta":
			html200(w, `<meta http-equiv="refresh" content="0;url=`+s.URL+`">`)
		default:
			http.Redirect(w, r, "/local", http.StatusFound)
		}
	})
	f := guarded(t, s, Options{Interval: -1})
	for _, path := range []string{"/cloud", "/local", "/meta", "/twice"} {
		e := failure(t, f, Request{URL: "http://public.example" + path})
		if e.State != Unreadable || e.Reason != Private || len(e.Redirects) == 0 || e.Redirects[0] != "http://public.example"+path {
			t.Errorf("%s: %v by %q", path, e, e.Redirects)
		}
	}
}

func TestBounds(t *testing.T) {
	done := make(chan struct{})
	big := bytes.Repeat([]byte("x"), 1<<20)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		switch r.URL.Path {
		case "/endless":
			for {
				if _, err := w.Write(big); err != nil {
					return
				}
			}
		case "/declared":
			w.Header().Set("Content-Length", "99999999999")
			_, _ = w.Write([]byte("x"))
		case "/exact":
			_, _ = w.Write(big)
		case "/over":
			_, _ = w.Write(append(big[:len(big):len(big)], 'x'))
		case "/header":
			for i := range 2000 {
				w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("y", 1000))
			}
		case "/drip":
			for {
				if _, err := w.Write([]byte("x")); err != nil {
					return
				}
				_ = http.NewResponseController(w).Flush()
				select {
				case <-r.Context().Done():
					return
				case <-time.After(20 * time.Millisecond):
				}
			}
		case "/mute":
			<-r.Context().Done()
		case "/slow":
			select {
			case <-done:
			case <-r.Context().Done():
			}
			http.Redirect(w, r, "/slow?"+r.URL.RawQuery+"x", http.StatusFound)
		case "/short":
			w.Header().Set("Content-Length", "100")
			_, _ = w.Write([]byte("half"))
		case "/video":
			w.Header().Set("Content-Type", "video/mp4")
			for {
				if _, err := w.Write(big); err != nil {
					return
				}
			}
		}
	})
	t.Cleanup(func() { close(done) })
	f := fetcher(t, Options{MaxSize: 1 << 20, Timeout: 300 * time.Millisecond})
	patient := fetcher(t, Options{MaxSize: 1 << 20})
	for _, c := range []struct {
		f      *Fetcher
		path   string
		reason Reason
		detail string
	}{
		{patient, "/endless", TooLarge, ""}, {patient, "/declared", TooLarge, ""}, {patient, "/over", TooLarge, ""}, {patient, "/header", TooLarge, "header"},
		{f, "/drip", Timeout, ""}, {f, "/mute", Timeout, ""}, {f, "/slow", Timeout, ""},
		{patient, "/short", Truncated, ""}, {patient, "/video", Binary, "video/mp4"},
	} {
		if e := failure(t, c.f, Request{URL: s.URL + c.path}); e.State != Unreadable || e.Reason != c.reason || e.Detail != c.detail {
			t.Errorf("%s: %v", c.path, e)
		}
	}
	if page, err := patient.Get(t.Context(), Request{URL: s.URL + "/exact"}); err != nil || len(page.Raw) != 1<<20 {
		t.Errorf("a page of just that size: %v", err)
	}
}

// raw is a server that answers each connection with the same octets, whatever it is asked.
func raw(t *testing.T, answer func(n int) string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	t.Cleanup(func() { _ = l.Close(); wg.Wait() })
	wg.Go(func() {
		for n := 1; ; n++ {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = conn.Read(make([]byte, 4096))
			_, _ = conn.Write([]byte(answer(n)))
			_ = conn.Close()
		}
	})
	return "http://" + l.Addr().String()
}

func TestBrokenServers(t *testing.T) {
	for _, c := range []struct {
		name, answer string
		reason       Reason
	}{
		{"no HTTP", "220 mail.example ESMTP\r\n", Network},
		{"half a header", "HTTP/1.1 200 OK\r\nContent-Type: text/ht", Network},
		{"nothing", "", Network},
		{"longer than it is", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nabc", Truncated},
		{"a chunk that is cut", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nabc", Truncated},
		{"two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", Network},
		{"a header without end", "HTTP/1.1 200 OK\r\n" + strings.Repeat("X-A: "+strings.Repeat("b", 1000)+"\r\n", 400), TooLarge},
	} {
		f := fetcher(t, Options{})
		if e := failure(t, f, Request{URL: raw(t, func(int) string { return c.answer })}); e.State != Unreadable || e.Reason != c.reason {
			t.Errorf("%s: %v (%v)", c.name, e, e.Err)
		}
	}
	// Shorter than it is: what the server says is the page.
	url := raw(t, func(int) string { return "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef" })
	if page, err := fetcher(t, Options{}).Get(t.Context(), Request{URL: url}); err != nil || string(page.Raw) != "abc" {
		t.Errorf("shorter than it is: %+v, %v", page, err)
	}
}

func TestNoServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	f := fetcher(t, Options{})
	if e := failure(t, f, Request{URL: "http://" + l.Addr().String()}); e.State != Unreadable || e.Reason != Refused {
		t.Errorf("nobody listens: %v", e)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Get(ctx, Request{URL: "http://127.0.0.1"}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	for address, detail := range map[string]string{"ftp://example.kr/": "ftp:", "mailto:a@b.kr": "mailto:", "example.kr": "", "/privacy": "", "https://": "", "https://%zz": "", "": "", "http://a b.kr/": ""} {
		if e := failure(t, f, Request{URL: address}); e.State != Unreadable || e.Reason != Address || e.Detail != detail {
			t.Errorf("%q: %v", address, e)
		}
	}
}

// Passwords stand in addresses that somebody pasted; they are sent, and told to nobody else.
func TestPassword(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user != "kim" || password != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		switch r.URL.Path {
		case "/":
			http.Redirect(w, r, "/page", http.StatusFound)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/gone":
			w.WriteHeader(http.StatusGone)
		default:
			html200(w, cleanPage)
		}
	})
	f := fetcher(t, Options{})
	with := strings.Replace(s.URL, "//", "//kim:secret@", 1)
	page, err := f.Get(t.Context(), Request{URL: with + "/"})
	if err != nil {
		t.Fatal(err)
	}
	if all := fmt.Sprint(page.URL, page.Redirects); strings.Contains(all, "secret") || strings.Contains(all, "kim") {
		t.Errorf("told: %s", all)
	}
	for _, address := range []string{with + "/loop", with + "/gone", strings.Replace(with, "http:", "https:", 1), "http://kim:secret@127.0.0.1:1/", "http://kim:secret@%zz/", "ftp://kim:secret@a.kr/"} {
		e := failure(t, f, Request{URL: address})
		if all := fmt.Sprint(e.Error(), e.Detail, e.URL, e.Redirects, e.Err); strings.Contains(all, "secret") {
			t.Errorf("%s: told: %s", address, all)
		}
	}
}

func TestSeveralAtOnce(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		html200(w, r.URL.Path)
	})
	f := fetcher(t, Options{})
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			path := fmt.Sprintf("/%d", i)
			page, err := f.Get(t.Context(), Request{URL: s.URL + path, Crawled: i%2 == 0})
			if err != nil || string(page.Raw) != path {
				t.Errorf("%s: %v", path, err)
			}
		})
	}
	wg.Wait()
}
