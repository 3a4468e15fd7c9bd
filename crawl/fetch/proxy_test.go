package fetch

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/pipalint/pipalint/crawl/guard"
)

func TestParseProxy(t *testing.T) {
	target, err := url.Parse("https://example.kr/")
	if err != nil {
		t.Fatal(err)
	}
	for _, value := range []string{"http://proxy.example:3128", "https://kim:secret@proxy.example", "socks5://127.0.0.1:1080", "socks5h://127.0.0.1:1080", "http://[::1]:3128/"} {
		p, err := ParseProxy(value)
		if err != nil {
			t.Errorf("%s: %v", value, err)
			continue
		}
		if u, err := p(target); err != nil || u.String() != value {
			t.Errorf("%s: %v, %v", value, u, err)
		}
	}
	for _, value := range []string{"proxy.example:3128", "proxy", "ftp://kim:secret@proxy.example", "http://", "http://kim:secret@proxy.example/path", "http://kim:secret@pro xy/", "socks4://a:1", "ENVIRONMENT"} {
		_, err := ParseProxy(value)
		if !errors.Is(err, ErrProxy) {
			t.Errorf("%s: %v", value, err)
		} else if strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the password is told: %v", value, err)
		}
		if e := failure(t, New(Options{Proxy: value}), Request{URL: "https://example.kr/"}); e.State != Unreadable || e.Reason != BadProxy || strings.Contains(e.Error(), "secret") {
			t.Errorf("%s: %v", value, e)
		}
	}
}

func TestProxyOfEnvironment(t *testing.T) {
	for _, name := range []string{"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "REQUEST_METHOD"} {
		t.Setenv(name, "")
	}
	t.Setenv("HTTPS_PROXY", "http://proxy.example:3128")
	t.Setenv("NO_PROXY", "direct.kr")
	for value, wants := range map[string]map[string]string{
		"":            {"https://example.kr/": "", "http://example.kr/": "", "https://direct.kr/": ""},
		"environment": {"https://example.kr/": "http://proxy.example:3128", "http://example.kr/": "", "https://direct.kr/": ""},
	} {
		p, err := ParseProxy(value)
		if err != nil {
			t.Fatal(err)
		}
		for target, want := range wants {
			u, err := url.Parse(target)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if through, err := p(u); err != nil {
				t.Error(err)
			} else if through != nil {
				got = through.String()
			}
			if got != want {
				t.Errorf("%q: %s through %q, want %q", value, target, got, want)
			}
		}
	}
}

// forward is a proxy that answers for every host, and counts what it is asked.
func forward(t *testing.T, answer http.HandlerFunc) (*httptest.Server, *atomic.Int32) {
	var asked atomic.Int32
	return serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		answer(w, r)
	}), &asked
}

func TestThroughProxy(t *testing.T) {
	proxy, asked := forward(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Proxy-Authorization") == "" {
			w.WriteHeader(http.StatusProxyAuthRequired)
			return
		}
		switch r.URL.Path {
		case "/to-cloud":
			http.Redirect(w, r, "http://169.254.169.254/latest/", http.StatusFound)
		case "/to-inside":
			http.Redirect(w, r, "http://inside.example/", http.StatusFound)
		default:
			html200(w, r.URL.String())
		}
	})
	f := New(Options{Proxy: strings.Replace(proxy.URL, "//", "//kim:secret@", 1), Retries: -1})
	t.Cleanup(f.Close)
	f.road.(*road).lookup = func(_ context.Context, _, host string) ([]netip.Addr, error) {
		if host == "inside.example" {
			return []netip.Addr{netip.MustParseAddr("8.8.8.8"), netip.MustParseAddr("10.0.0.1")}, nil
		}
		return nil, errors.New("no name server here")
	}
	page, err := f.Get(t.Context(), Request{URL: "http://public.example/page"})
	if err != nil || string(page.Raw) != "http://public.example/page" {
		t.Errorf("%+v, %v", page, err)
	}
	before := asked.Load()
	for _, address := range []string{"http://127.0.0.1/", "http://2130706433/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/", "http://intranet/", "http://inside.example/"} {
		if e := failure(t, f, Request{URL: address}); e.Reason != Private {
			t.Errorf("%s: %v", address, e)
		}
	}
	if asked.Load() != before {
		t.Error("the proxy was asked for a private address")
	}
	for _, path := range []string{"/to-cloud", "/to-inside"} {
		if e := failure(t, f, Request{URL: "http://public.example" + path}); e.Reason != Private || len(e.Redirects) != 1 {
			t.Errorf("%s: %v", path, e)
		}
	}
	anonymous := fetcher(t, Options{Proxy: proxy.URL})
	for _, address := range []string{"http://public.example/", "https://public.example/"} {
		if e := failure(t, anonymous, Request{URL: address}); e.State != Unreadable || e.Reason != BadProxy {
			t.Errorf("%s: %v", address, e)
		}
	}
	proxy.Close()
	if e := failure(t, f, Request{URL: "http://public.example/"}); e.Reason != BadProxy || strings.Contains(fmt.Sprint(e.Err), "secret") {
		t.Errorf("a proxy that is not there: %v (%v)", e, e.Err)
	}
}

// Nothing goes through the proxy of the environment unless somebody asks for it.
func TestNoProxyUnlessAsked(t *testing.T) {
	proxy, asked := forward(t, func(w http.ResponseWriter, _ *http.Request) { html200(w, "proxy") })
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	t.Setenv("NO_PROXY", "")
	t.Setenv("no_proxy", "")
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) { html200(w, cleanPage) })
	page, err := guarded(t, s, Options{}).Get(t.Context(), Request{URL: "http://public.example/"})
	if err != nil || string(page.Raw) != cleanPage || asked.Load() != 0 {
		t.Errorf("%+v, %v; the proxy was asked %d times", page, err, asked.Load())
	}
	f := fetcher(t, Options{Proxy: "environment"})
	if page, err := f.Get(t.Context(), Request{URL: "http://public.example/"}); err != nil || string(page.Raw) != "proxy" {
		t.Errorf("%+v, %v", page, err)
	}
}

func TestThroughSOCKS(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { html200(w, r.Host) })
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	t.Cleanup(func() { _ = l.Close(); <-done })
	go func() {
		defer close(done)
		if conn, err := l.Accept(); err == nil {
			socks(t, conn, s.Listener.Addr().String())
		}
	}()
	f := fetcher(t, Options{Proxy: "socks5://" + l.Addr().String()})
	page, err := f.Get(t.Context(), Request{URL: "http://public.example/"})
	if err != nil || string(page.Raw) != "public.example" {
		t.Errorf("%+v, %v", page, err)
	}
	f.Close()
}

// socks answers one client, whatever it asks for, with what a server says.
func socks(t *testing.T, conn net.Conn, server string) {
	defer func() { _ = conn.Close() }()
	r := bufio.NewReader(conn)
	head := make([]byte, 3) // version, one method, none
	if _, err := io.ReadFull(r, head); err != nil {
		t.Error(err)
		return
	}
	_, _ = conn.Write([]byte{5, 0})
	request := make([]byte, 5)
	if _, err := io.ReadFull(r, request); err != nil || request[3] != 3 {
		t.Errorf("not asked for a name: %v, %v", request, err)
		return
	}
	if _, err := r.Discard(int(request[4]) + 2); err != nil {
		t.Error(err)
		return
	}
	_, _ = conn.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
	to, err := net.Dial("tcp", server)
	if err != nil {
		t.Error(err)
		return
	}
	copied := make(chan struct{})
	go func() { _, _ = io.Copy(to, r); _ = to.(*net.TCPConn).CloseWrite(); close(copied) }()
	_, _ = io.Copy(conn, to)
	_ = to.Close()
	_ = conn.Close()
	<-copied
}

// A name whose address is private by the time of the connection is refused, too.
func TestDialIsGuarded(t *testing.T) {
	r := newRoad(func(*url.URL) (*url.URL, error) { return nil, nil }, false)
	defer r.close()
	if _, err := r.direct.DialContext(t.Context(), "tcp", "localhost:80"); !errors.Is(err, guard.ErrPrivate) {
		t.Errorf("%v", err)
	}
}
