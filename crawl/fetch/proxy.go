package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"

	"golang.org/x/net/http/httpproxy"

	"github.com/pipalint/pipalint/crawl/guard"
)

// A Proxy tells which proxy a request goes through: nil for none.
type Proxy func(target *url.URL) (*url.URL, error)

// ParseProxy reads [Options.Proxy]: "" for none whatever the environment says, "environment" for what HTTP_PROXY,
// HTTPS_PROXY and NO_PROXY say, or the address of a proxy: http, https or socks5.
func ParseProxy(value string) (Proxy, error) {
	switch value {
	case "":
		return func(*url.URL) (*url.URL, error) { return nil, nil }, nil
	case "environment":
		return httpproxy.FromEnvironment().ProxyFunc(), nil
	}
	u, err := url.Parse(value)
	if err != nil {
		return nil, fmt.Errorf("%w: %s", ErrProxy, Public(value)) // the error of url.Parse would quote the password
	}
	switch u.Scheme {
	case "http", "https", "socks5", "socks5h":
	default:
		return nil, fmt.Errorf("%w: %s", ErrProxy, Public(value))
	}
	if u.Hostname() == "" || (u.Path != "" && u.Path != "/") || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("%w: %s", ErrProxy, Public(value))
	}
	return func(*url.URL) (*url.URL, error) { return u, nil }, nil
}

// ErrProxy is wrapped by errors about a value that names no proxy.
var ErrProxy = errors.New("not the address of a proxy")

// A road is how requests leave: directly, with the address guarded at the last moment, or through a proxy, which looks
// the name up itself. There the guard can only look the name up, too, before anything is sent: a name that has another
// address for the proxy than for us passes, and so does one that only the proxy can look up.
type road struct {
	proxy           Proxy
	direct, proxied *http.Transport
	allowPrivate    bool
	lookup          func(ctx context.Context, network, host string) ([]netip.Addr, error)
}

func newRoad(proxy Proxy, allowPrivate bool) *road {
	r := &road{proxy: proxy, allowPrivate: allowPrivate, lookup: net.DefaultResolver.LookupNetIP}
	r.direct = transport(guard.Dialer(allowPrivate))
	r.proxied = transport(guard.Dialer(true)) // to the proxy, which somebody named
	r.proxied.Proxy = func(req *http.Request) (*url.URL, error) { return proxy(req.URL) }
	return r
}

// maxHeader is the size of the largest header that is read.
const maxHeader = 256 << 10

func transport(d *net.Dialer) *http.Transport {
	return &http.Transport{
		DialContext:            d.DialContext,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    10 * time.Second,
		MaxResponseHeaderBytes: maxHeader,
		IdleConnTimeout:        30 * time.Second,
		MaxIdleConns:           20,
		MaxIdleConnsPerHost:    2,
		DisableCompression:     true, // unpacked here, within bounds
		ForceAttemptHTTP2:      true,
	}
}

// RoundTrip sends one request.
func (r *road) RoundTrip(req *http.Request) (*http.Response, error) {
	through, err := r.proxy(req.URL)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrProxy, err)
	case through == nil:
		if ip, ok := guard.Literal(req.URL.Hostname()); ok && !r.allowPrivate {
			if err := guard.Addr(ip); err != nil { // also in forms that only some resolvers know
				return nil, err
			}
		}
		return r.direct.RoundTrip(req)
	}
	if !r.allowPrivate {
		if err := r.public(req.Context(), req.URL); err != nil {
			return nil, err
		}
	}
	resp, err := r.proxied.RoundTrip(req)
	if err != nil && req.Context().Err() == nil {
		err = proxyError{err}
	}
	return resp, err
}

// public refuses what is known not to be public before a proxy is asked for it.
func (r *road) public(ctx context.Context, u *url.URL) error {
	if err := guard.Host(u.Hostname()); err != nil {
		return err
	}
	ips, err := r.lookup(ctx, "ip", u.Hostname())
	if err != nil {
		return ctx.Err() // behind a proxy there may be no name server
	}
	for _, ip := range ips {
		if err := guard.Addr(ip); err != nil {
			return err
		}
	}
	return nil
}

// A proxyError is one on the way to or through a proxy.
type proxyError struct{ error }

func (e proxyError) Unwrap() error { return e.error }

// close ends connections that wait for another request.
func (r *road) close() {
	r.direct.CloseIdleConnections()
	r.proxied.CloseIdleConnections()
}
