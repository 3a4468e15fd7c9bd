package proxy

import (
	"bufio"
	"cmp"
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"

	socks "golang.org/x/net/proxy"

	"github.com/pipalint/pipalint/crawl/guard"
)

// ErrClosed is why nothing can be reached by [Nowhere].
var ErrClosed = errors.New("nothing may be reached this way")

// A Way leads out.
type Way struct {
	dial     func(ctx context.Context, network, address string) (net.Conn, error)
	upstream func(*url.URL) (*url.URL, error) // the proxy to go through; nil for none
	private  bool
}

// Guarded is the way to public addresses, and to private ones where they are allowed. A further proxy is told for each
// address: nil for none.
func Guarded(allowPrivate bool, further func(*url.URL) (*url.URL, error)) Way {
	return Way{dial: guard.Dialer(allowPrivate).DialContext, upstream: further, private: allowPrivate}
}

// Through is the way that a function dials. It is for tests.
func Through(dial func(ctx context.Context, network, address string) (net.Conn, error)) Way {
	return Way{dial: dial, private: true}
}

// But is a way with one host and port that is let through. It is for tests, whose pages stand on loopback.
func But(w Way, allowed string) Way {
	guarded := w.dial
	w.dial = func(ctx context.Context, network, address string) (net.Conn, error) {
		if address == allowed {
			return guard.Dialer(true).DialContext(ctx, network, address)
		}
		return guarded(ctx, network, address)
	}
	return w
}

// Nowhere leads to nothing.
func Nowhere() Way {
	return Through(func(context.Context, string, string) (net.Conn, error) { return nil, ErrClosed })
}

// further is the proxy that a request goes through next; nil for none. It will look the host up out of the guard's sight, so
// what is known not to be public is refused before.
func (w Way) further(ctx context.Context, to *url.URL) (*url.URL, error) {
	if w.upstream == nil {
		return nil, nil
	}
	u, err := w.upstream(to)
	if u == nil || err != nil || w.private {
		return u, err
	}
	if err := guard.Host(to.Hostname()); err != nil {
		return nil, err
	}
	ips, err := net.DefaultResolver.LookupNetIP(ctx, "ip", to.Hostname())
	if err != nil {
		return u, ctx.Err() // behind a proxy there may be no name server
	}
	for _, ip := range ips {
		if err := guard.Addr(ip); err != nil {
			return nil, err
		}
	}
	return u, nil
}

// A forwarder sends requests that are not tunnelled.
type forwarder struct {
	way             Way
	direct, through *http.Transport
}

func newForwarder(w Way) forwarder {
	f := forwarder{way: w}
	f.direct = &http.Transport{
		DialContext:           w.dial,
		DisableCompression:    true, // what the browser asked for is what it gets
		ResponseHeaderTimeout: time.Minute,
		MaxIdleConnsPerHost:   8,
	}
	f.through = f.direct.Clone()
	f.through.Proxy = func(r *http.Request) (*url.URL, error) { return w.upstream(r.URL) }
	f.through.DialContext = guard.Dialer(true).DialContext // the further proxy may stand in the private network
	return f
}

// RoundTrip sends one request.
func (f forwarder) RoundTrip(r *http.Request) (*http.Response, error) {
	switch further, err := f.way.further(r.Context(), r.URL); {
	case err != nil:
		return nil, err
	case further != nil:
		return f.through.RoundTrip(r)
	}
	return f.direct.RoundTrip(r)
}

func (f forwarder) close() {
	f.direct.CloseIdleConnections()
	f.through.CloseIdleConnections()
}

// Dial connects to a host and port.
func (w Way) Dial(ctx context.Context, address string) (net.Conn, error) {
	further, err := w.further(ctx, &url.URL{Scheme: "https", Host: address})
	if err != nil {
		return nil, err
	}
	if further == nil {
		return w.dial(ctx, "tcp", address)
	}
	conn, err := throughProxy(ctx, further, address)
	if err != nil {
		return nil, fmt.Errorf("proxy %s: %w", further.Redacted(), err)
	}
	return conn, nil
}

// throughProxy connects to a host by way of a proxy.
func throughProxy(ctx context.Context, further *url.URL, address string) (net.Conn, error) {
	open := guard.Dialer(true)
	switch further.Scheme {
	case "socks5", "socks5h":
		d, err := socks.FromURL(further, open)
		if err != nil {
			return nil, err
		}
		return d.(socks.ContextDialer).DialContext(ctx, "tcp", address)
	case "http", "https":
	default:
		return nil, fmt.Errorf("%s is not spoken", further.Scheme)
	}
	port := map[string]string{"http": "80", "https": "443"}[further.Scheme]
	conn, err := open.DialContext(ctx, "tcp", net.JoinHostPort(further.Hostname(), cmp.Or(further.Port(), port)))
	if err != nil {
		return nil, err
	}
	if further.Scheme == "https" {
		conn = tls.Client(conn, &tls.Config{ServerName: further.Hostname()})
	}
	if err := connect(ctx, conn, further.User, address); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// connect asks an HTTP proxy for a tunnel.
func connect(ctx context.Context, conn net.Conn, user *url.Userinfo, address string) error {
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() }) // so that what waits on it ends
	defer stop()
	r := &http.Request{Method: http.MethodConnect, URL: &url.URL{Opaque: address}, Host: address, Header: make(http.Header)}
	if user != nil {
		password, _ := user.Password()
		r.Header.Set("Proxy-Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(user.Username()+":"+password)))
	}
	if err := r.Write(conn); err != nil {
		return err
	}
	answer, err := http.ReadResponse(bufio.NewReaderSize(conn, 16), r) //nolint:bodyclose // to close it would be to read the tunnel; hosts say nothing before they are asked
	if err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return errors.New(answer.Status)
	}
	return nil
}
