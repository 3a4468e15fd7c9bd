package proxy_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/pipalint/pipalint/crawl/guard"
	"github.com/pipalint/pipalint/crawl/render/proxy"
)

// client goes through a proxy, as a browser does.
func client(t *testing.T, p *proxy.Proxy) *http.Client {
	t.Helper()
	u, err := url.Parse(p.Address())
	if err != nil {
		t.Fatal(err)
	}
	tr := &http.Transport{Proxy: http.ProxyURL(u), TLSClientConfig: nil}
	t.Cleanup(tr.CloseIdleConnections)
	return &http.Client{Transport: tr, Timeout: time.Minute}
}

func open(t *testing.T, w proxy.Way) *proxy.Proxy {
	t.Helper()
	p, err := proxy.Open(w)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

// get is the body at an address.
func get(t *testing.T, c *http.Client, address string) (string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := c.Do(r)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close() //nolint:errcheck // read
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

// hello answers with how it was asked.
func hello(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "%s %s %s %q %q", r.Method, r.Host, r.URL.Path, r.Header.Get("X-Forwarded-For"), r.Header.Get("Proxy-Connection"))
}

func TestPasses(t *testing.T) {
	plain := httptest.NewServer(http.HandlerFunc(hello))
	defer plain.Close()
	secure := httptest.NewTLSServer(http.HandlerFunc(hello))
	defer secure.Close()
	p := open(t, proxy.Guarded(true, nil))
	c := client(t, p)
	c.Transport.(*http.Transport).TLSClientConfig = secure.Client().Transport.(*http.Transport).TLSClientConfig
	for _, s := range []*httptest.Server{plain, secure} {
		want := fmt.Sprintf(`GET %s /a "" ""`, s.Listener.Addr())
		if got, err := get(t, c, s.URL+"/a"); got != want || err != nil {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
		if err := p.Failure(s.URL + "/a"); err != nil {
			t.Error(err)
		}
	}
	if got, err := get(t, &http.Client{Timeout: time.Minute}, p.Address()); err != nil || !strings.Contains(got, "this is a proxy") {
		t.Errorf("asked as a server: %q, %v", got, err)
	}
}

func TestRefuses(t *testing.T) {
	asked := make(chan string, 10)
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { asked <- r.URL.Path }))
	defer s.Close()
	host := s.Listener.Addr().String()
	for name, tt := range map[string]struct {
		way  proxy.Way
		want error
	}{
		"private addresses": {proxy.Guarded(false, nil), guard.ErrPrivate},
		"everything":        {proxy.Nowhere(), proxy.ErrClosed},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, tt.way)
			c := client(t, p)
			for _, address := range []string{"http://" + host + "/", "https://" + host + "/", "http://169.254.169.254/latest", "https://[::1]/", "http://[::ffff:10.0.0.1]/"} {
				if got, err := get(t, c, address); err == nil {
					t.Errorf("%s: %q", address, got)
				}
				if err := p.Failure(address); !errors.Is(err, tt.want) {
					t.Errorf("%s: %v", address, err)
				}
			}
		})
	}
	if len(asked) > 0 {
		t.Errorf("asked for %s", <-asked)
	}
}

// TestFurther goes through a second proxy, of which the first one judges what it will look up.
func TestFurther(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(hello))
	defer s.Close()
	secure := httptest.NewTLSServer(http.HandlerFunc(hello))
	defer secure.Close()
	var passed []string
	second := open(t, proxy.Through(func(ctx context.Context, network, address string) (net.Conn, error) {
		passed = append(passed, address)
		return new(net.Dialer).DialContext(ctx, network, address)
	}))
	at, err := url.Parse(second.Address())
	if err != nil {
		t.Fatal(err)
	}
	further := func(*url.URL) (*url.URL, error) { return at, nil }

	c := client(t, open(t, proxy.Guarded(true, further)))
	c.Transport.(*http.Transport).TLSClientConfig = secure.Client().Transport.(*http.Transport).TLSClientConfig
	for i, server := range []*httptest.Server{s, secure} {
		if got, err := get(t, c, server.URL+"/b"); err != nil || !strings.Contains(got, "/b") || len(passed) != i+1 {
			t.Errorf("%q, %v, by %q", got, err, passed)
		}
	}
	passed = nil
	p := open(t, proxy.Guarded(false, further))
	for _, address := range []string{s.URL, secure.URL, "http://localhost/", "https://intranet/", "http://10.0.0.1/"} {
		if got, err := get(t, client(t, p), address); err == nil || !errors.Is(p.Failure(address), guard.ErrPrivate) || len(passed) > 0 {
			t.Errorf("%s: %q, %v, by %q", address, got, p.Failure(address), passed)
		}
	}
}

// TestClose ends tunnels that are open.
func TestClose(t *testing.T) {
	s, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // over
	p := open(t, proxy.Guarded(true, nil))
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", strings.TrimPrefix(p.Address(), "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close() //nolint:errcheck // over
	fmt.Fprintf(conn, "CONNECT %s HTTP/1.1\r\nHost: %s\r\n\r\n", s.Addr(), s.Addr())
	line := make([]byte, 12)
	if _, err := io.ReadFull(conn, line); err != nil || string(line) != "HTTP/1.1 200" {
		t.Fatalf("%q, %v", line, err)
	}
	p.Close()
	if rest, err := io.ReadAll(conn); err != nil && !errors.Is(err, net.ErrClosed) && len(rest) > 200 {
		t.Errorf("%q, %v", rest, err)
	}
	if _, err := net.Dial("tcp", strings.TrimPrefix(p.Address(), "http://")); err == nil {
		t.Error("it still listens")
	}
}
