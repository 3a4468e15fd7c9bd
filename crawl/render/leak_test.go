package render

import (
	"context"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pipalint/pipalint/crawl/guard"
	"github.com/pipalint/pipalint/crawl/render/proxy"
)

// leaks are ways from a page to another host. LEAK is the host, UDP the address of a listener for datagrams.
const leaks = `<!DOCTYPE html><meta charset=utf-8><title>새는 곳</title>
<link rel=preconnect href="http://LEAK"><link rel=dns-prefetch href="//LEAK"><link rel=preload as=image href="http://LEAK/preload">
<link rel=prefetch href="http://LEAK/prefetch"><link rel=icon href="http://LEAK/icon"><link rel=stylesheet href="http://LEAK/style">
<script type=speculationrules>{"prerender": [{"urls": ["/popup"], "eagerness": "immediate"}]}</script>
<img src="http://LEAK/img"><img src="/away"><iframe src="http://LEAK/iframe"></iframe><iframe src="/away"></iframe><object data="http://LEAK/object"></object>
<video src="http://LEAK/video" autoplay></video><a href="#x" ping="http://LEAK/ping" id=a>가</a>
<form id=f action="http://LEAK/form" target=_blank method=post></form>
<p>처리방침입니다</p>
<script>
const tries = [
  () => fetch('http://LEAK/fetch', {mode: 'no-cors'}),
  () => { const x = new XMLHttpRequest(); x.open('GET', 'http://LEAK/xhr'); x.send() },
  () => new WebSocket('ws://LEAK/socket'),
  () => new EventSource('http://LEAK/events'),
  () => navigator.sendBeacon('http://LEAK/beacon', 'x'),
  () => window.open('http://LEAK/popup'),
  () => window.open('/popup', '_blank', 'noopener'),
  () => window.open('/popup', '_blank', 'width=300'),
  () => f.submit(),
  () => a.click(),
  () => navigator.serviceWorker.register('/worker.js'),
  () => new Worker('/worker.js'),
  () => new SharedWorker('/worker.js'),
  () => new WebTransport('https://LEAK/transport'),
  async () => {
    const c = new RTCPeerConnection({iceServers: [{urls: 'stun:UDP'}, {urls: 'turn:LEAK?transport=tcp', username: 'u', credential: 'p'}]});
    c.createDataChannel('x');
    await c.setLocalDescription(await c.createOffer());
    await c.addIceCandidate({candidate: 'candidate:1 1 udp 2122260223 ' + 'UDP'.split(':')[0] + ' ' + 'UDP'.split(':')[1] + ' typ host', sdpMid: '0'}).catch(() => {});
  },
];
for (const t of tries) try { Promise.resolve(t()).catch(() => {}) } catch {}
</script>`

// leakSite serves the page, what it redirects to, and scripts of workers that try the same.
func leakSite(t *testing.T, leak, udp string) string {
	names := strings.NewReplacer("LEAK", leak, "UDP", udp)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		switch r.URL.Path {
		case "/":
			fmt.Fprint(w, names.Replace(leaks))
		case "/away":
			http.Redirect(w, r, "http://"+leak+"/redirected", http.StatusFound)
		case "/popup":
			fmt.Fprint(w, names.Replace(`<link rel=icon href="http://LEAK/popup-icon"><img src="http://LEAK/popup-img"><script>new WebSocket('ws://LEAK/popup-socket')</script>`))
		case "/worker.js":
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, names.Replace(`fetch('http://LEAK/worker', {mode: 'no-cors'}).catch(() => {}); try { new WebSocket('ws://LEAK/worker-socket') } catch {}`))
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.Listener.Addr().String()
}

// forbidden listens at two addresses and says who came.
type forbidden struct {
	tcp net.Listener
	udp net.PacketConn

	mu   sync.Mutex
	came map[string]bool
}

func newForbidden(t *testing.T) *forbidden {
	t.Helper()
	tcp, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	udp, err := net.ListenPacket("udp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	f := &forbidden{tcp: tcp, udp: udp, came: make(map[string]bool)}
	t.Cleanup(func() { _, _ = tcp.Close(), udp.Close() }) // nobody needs them any more
	go func() {
		for {
			conn, err := tcp.Accept()
			if err != nil {
				return
			}
			go f.answer(conn)
		}
	}()
	go func() {
		for buf := make([]byte, 2048); ; {
			if _, _, err := udp.ReadFrom(buf); err != nil {
				return
			}
			f.note("datagram")
		}
	}()
	return f
}

// answer takes note of the path that is asked for, or of a connection without a question.
func (f *forbidden) answer(conn net.Conn) {
	defer conn.Close() //nolint:errcheck // it was heard
	buf := make([]byte, 4096)
	_ = conn.SetReadDeadline(time.Now().Add(5 * time.Second)) // a connection has deadlines
	n, _ := conn.Read(buf)                                    // nothing is an answer, too
	words := strings.Fields(string(buf[:n]))
	if len(words) < 2 {
		f.note("connection")
		return
	}
	f.note(words[1])
	fmt.Fprint(conn, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

func (f *forbidden) note(what string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.came[what] = true
}

func (f *forbidden) list() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Sorted(maps.Keys(f.came))
}

// TestLeaks opens a page that tries all ways to a host that may not be reached.
func TestLeaks(t *testing.T) {
	t.Parallel()
	for _, guarded := range []bool{true, false} {
		t.Run(fmt.Sprintf("guarded=%t", guarded), func(t *testing.T) {
			t.Parallel()
			b, f := newBrowser(t, Options{}), newForbidden(t)
			leak := f.tcp.Addr().String()
			site := leakSite(t, leak, f.udp.LocalAddr().String())
			b.way = proxy.Through(func(ctx context.Context, network, address string) (net.Conn, error) {
				if guarded && address != site {
					return nil, fmt.Errorf("%w: %s", guard.ErrPrivate, address)
				}
				return new(net.Dialer).DialContext(ctx, network, address)
			})
			p := show(t, b, "http://"+site+"/")
			hold(t, p.HTML, "처리방침입니다")
			came := f.list()
			if guarded {
				if len(came) > 0 {
					t.Errorf("reached by %q", came)
				}
				return
			}
			// Where there is no guard the page does reach it, through the proxy: the test above means something.
			for _, way := range []string{"/img", "/redirected", "/iframe", "/fetch", "/xhr", "/beacon", "/events", "/style", "/worker"} {
				if !slices.Contains(came, way) {
					t.Errorf("not by %s: %q", way, came)
				}
			}
			if slices.Contains(came, "datagram") {
				t.Error("a datagram went past the proxy")
			}
			for _, way := range []string{"/popup", "/popup-img"} {
				if slices.Contains(came, way) {
					t.Errorf("a popup was let run: %s", way)
				}
			}
		})
	}
}
