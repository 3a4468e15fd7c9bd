// Package proxy is the only way out that a browser is given: a forward proxy on loopback, one for each page, that connects
// through a guard. A browser has more ways to reach a host than its tools can intercept (popups, WebSockets, icons); all of
// them go through its proxy.
//
// The proxy stands at a random port of the loopback address while its page is open, and asks nobody who he is: other users of
// the machine may go through it to what the guard lets pass. Browsers take no credentials for a proxy but by a question
// for each request.
package proxy

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"sync"
	"time"
)

// A Proxy is one that listens.
type Proxy struct {
	way      Way
	listener net.Listener
	server   *http.Server
	forward  forwarder
	ctx      context.Context // done when the proxy is closed
	cancel   context.CancelFunc
	tunnels  sync.WaitGroup

	mu     sync.Mutex
	failed map[string]error // by host and port
}

// Open starts a proxy.
func Open(way Way) (*Proxy, error) {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &Proxy{way: way, listener: listener, failed: make(map[string]error)}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	p.forward = newForwarder(way)
	quiet := log.New(io.Discard, "", 0)
	pass := &httputil.ReverseProxy{
		Rewrite:       func(r *httputil.ProxyRequest) { r.Out.Host = r.In.Host },
		Transport:     p.forward,
		FlushInterval: -1,
		ErrorLog:      quiet,
		ModifyResponse: func(r *http.Response) error {
			p.note(hostPort(r.Request.URL), nil)
			return nil
		},
		ErrorHandler: func(_ http.ResponseWriter, r *http.Request, err error) {
			p.note(hostPort(r.URL), err)
			panic(http.ErrAbortHandler) // no page of ours in the place of the one asked for
		},
	}
	p.server = &http.Server{
		ErrorLog:          quiet,
		ReadHeaderTimeout: time.Minute,
		BaseContext:       func(net.Listener) context.Context { return p.ctx },
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case r.Method == http.MethodConnect:
				p.tunnel(w, r)
			case r.URL.Scheme != "http" || r.URL.Host == "":
				http.Error(w, "this is a proxy", http.StatusBadRequest)
			default:
				pass.ServeHTTP(w, r)
			}
		}),
	}
	p.tunnels.Go(func() { _ = p.server.Serve(listener) }) // it always ends with an error: that it was closed
	return p, nil
}

// Address is where the proxy listens, as browsers are told.
func (p *Proxy) Address() string { return "http://" + p.listener.Addr().String() }

// Failure is why the host of an address could not be reached the last time it was tried; nil where it was reached or never
// tried.
func (p *Proxy) Failure(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed[hostPort(u)]
}

// Close ends the proxy and all connections through it.
func (p *Proxy) Close() {
	p.cancel()
	_ = p.server.Close() // the listener is gone either way
	p.forward.close()
	p.tunnels.Wait()
}

func (p *Proxy) note(host string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err == nil {
		delete(p.failed, host)
	} else {
		p.failed[host] = err
	}
}

// tunnel connects the browser with a host and passes on what both say.
func (p *Proxy) tunnel(w http.ResponseWriter, r *http.Request) {
	out, err := p.way.Dial(r.Context(), r.Host)
	p.note(r.Host, err)
	if err != nil {
		http.Error(w, "not reached", http.StatusBadGateway)
		return
	}
	in, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		_ = out.Close() // nobody to talk with
		return
	}
	p.tunnels.Add(1)
	defer p.tunnels.Done()
	end := func() { _, _ = in.Close(), out.Close() } // what was said was said
	defer end()
	stop := context.AfterFunc(p.ctx, end)
	defer stop()
	if _, err := io.WriteString(in, "HTTP/1.1 200 Connection established\r\n\r\n"); err != nil {
		return
	}
	answered := make(chan struct{})
	go func() {
		defer close(answered)
		_, _ = io.Copy(in, out) // an end is an end
		end()
	}()
	_, _ = io.Copy(out, buffered)
	if half, ok := out.(interface{ CloseWrite() error }); ok {
		_ = half.CloseWrite()
	} else {
		end()
	}
	<-answered
}

// hostPort is the host of an address with its port.
func hostPort(u *url.URL) string {
	if u.Port() != "" {
		return u.Host
	}
	switch u.Scheme {
	case "https", "wss":
		return u.Host + ":443"
	}
	return u.Host + ":80"
}
