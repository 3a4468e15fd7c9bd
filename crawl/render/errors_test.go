package render

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render/proxy"
)

// answers are pages that are none, or not where they were.
func answers(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	page := `<p>쪽입니다</p>`
	switch r.URL.Path {
	case "/403":
		w.WriteHeader(http.StatusForbidden)
		page = `<p>막힌 쪽</p>`
	case "/404":
		w.WriteHeader(http.StatusNotFound)
		page = `<p>없는 쪽</p>`
	case "/bare-404":
		w.WriteHeader(http.StatusNotFound)
		page = ""
	case "/moved":
		http.Redirect(w, r, "/moved-again", http.StatusFound)
	case "/moved-again":
		page = `<script>location.replace('/by-meta')</script>`
	case "/by-meta":
		page = `<meta http-equiv=refresh content="1; url=/page">`
	case "/loop":
		http.Redirect(w, r, "/loop", http.StatusFound)
	case "/script-loop":
		page = `<script>location.href = '/script-loop?' + Math.random()</script>`
	case "/download":
		w.Header().Set("Content-Disposition", "attachment; filename=policy.hwp")
		w.Header().Set("Content-Type", "application/x-hwp")
	case "/pdf":
		w.Header().Set("Content-Type", "application/pdf")
		page = "%PDF-1.4"
	case "/text":
		w.Header().Set("Content-Type", "text/plain")
	case "/to-file":
		w.Header().Set("Location", "file:///etc/passwd")
		w.WriteHeader(http.StatusFound)
	case "/script-file":
		page = `<p>남은 쪽</p><script>for (const a of ['file:///etc/passwd', 'chrome://version', 'view-source:http://x/', 'data:text/html,나쁨', 'intent://x']) try { location = a } catch {}</script><iframe src="file:///etc/passwd"></iframe>`
	case "/to-private":
		http.Redirect(w, r, "http://169.254.169.254/latest/", http.StatusFound)
	case "/with-private":
		page = `<p>공개된 쪽</p><img src="http://10.0.0.1/x.png"><script src="http://169.254.169.254/y.js"></script><iframe src="http://192.168.0.1/"></iframe>`
	case "/large":
		page = `<p>큰 쪽</p><script>document.write('<p>' + '가'.repeat(3e6))</script>`
	case "/nothing":
		panic(http.ErrAbortHandler)
	case "/popup-dialog":
		page = `<p>말없이</p><script>alert('하나'); if (confirm('둘')) document.write('예'); prompt('셋'); onbeforeunload = (e) => e.preventDefault(); window.open('/page')</script><p>이어짐</p>`
	}
	fmt.Fprint(w, page)
}

// TestAnswers renders what is no page, and pages that are elsewhere.
func TestAnswers(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{MaxSize: 1 << 20})
	server := httptest.NewServer(http.HandlerFunc(answers))
	t.Cleanup(server.Close)
	secure := httptest.NewTLSServer(http.HandlerFunc(answers))
	t.Cleanup(secure.Close)
	closed := closedPort(t)
	for _, tt := range []struct {
		at     string
		reason fetch.Reason // of the error
		detail string
		status int
		text   string
		past   []string // of the redirects
	}{
		{at: "/403", status: 403, text: "막힌 쪽"},
		{at: "/404", status: 404, text: "없는 쪽"},
		{at: "/bare-404", status: 404, text: "<body></body>"},
		{at: "/moved", status: 200, text: "쪽입니다", past: []string{"/moved", "/moved-again", "/by-meta"}},
		{at: "/page#part", status: 200, text: "쪽입니다"},
		{at: "/loop", reason: fetch.Redirects},
		{at: "/script-loop", reason: fetch.Redirects},
		{at: "/download", reason: fetch.Binary, detail: "application/x-hwp"},
		{at: "/pdf", reason: fetch.Binary, detail: "application/pdf"},
		{at: "/text", reason: fetch.Binary, detail: "text/plain"},
		{at: "/to-file", reason: fetch.Address},
		{at: "/script-file", status: 200, text: "남은 쪽"},
		{at: "/large", reason: fetch.TooLarge},
		{at: "/nothing", reason: fetch.Network},
		{at: "/popup-dialog", status: 200, text: "이어짐"},
		{at: secure.URL, reason: fetch.Certificate, detail: "net::ERR_CERT_AUTHORITY_INVALID"},
		{at: "http://" + closed + "/", reason: fetch.Refused},
		{at: "https://" + closed + "/", reason: fetch.Refused},
		{at: "http://127.0.0.1:9/", reason: fetch.Address},
		{at: "http://nobody.invalid/", reason: fetch.NoHost},
		{at: "https://nobody.invalid/", reason: fetch.NoHost},
		{at: "file:///etc/passwd", reason: fetch.Address, detail: "file:"},
		{at: "chrome://version", reason: fetch.Address, detail: "chrome:"},
	} {
		t.Run(strings.NewReplacer("/", " ", ":", " ").Replace(tt.at), func(t *testing.T) {
			t.Parallel()
			at := tt.at
			if strings.HasPrefix(at, "/") {
				at = server.URL + at
			}
			p, err := b.Render(within(t), at)
			if tt.reason != "" {
				e, ok := errors.AsType[*fetch.Error](err)
				if !ok || e.Reason != tt.reason || tt.detail != "" && e.Detail != tt.detail || e.State != fetch.Unreadable || e.URL == "" {
					t.Fatalf("%+v, %v; want %s %s", p, err, tt.reason, tt.detail)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			hold(t, p.HTML, tt.text)
			lack(t, regexp.MustCompile(`(?s)<script.*?</script>`).ReplaceAll(p.HTML, nil), "나쁨", "root:")
			var past []string
			for _, a := range p.Redirects {
				past = append(past, strings.TrimPrefix(a, server.URL))
			}
			if p.Status != tt.status || !slices.Equal(past, tt.past) || len(tt.past) == 0 && p.URL != at {
				t.Errorf("%d at %s by %q", p.Status, p.URL, past)
			}
		})
	}
}

// closedPort is an address at which nobody listens.
func closedPort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // that is what it is for
	return l.Addr().String()
}

// TestPrivate keeps a page away from addresses that are not public.
func TestPrivate(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{})
	server := httptest.NewServer(http.HandlerFunc(answers))
	defer server.Close()
	site := server.Listener.Addr().String()
	b.way = onlySite(site)
	for _, at := range []string{"http://127.0.0.1:8081/", "http://localhost:8081/", "http://[::1]:8081/", "http://0x7f.1:8081/", "http://10.0.0.1/", "https://192.168.0.1/", server.URL + "/to-private"} {
		p, err := b.Render(within(t), at)
		if e, ok := errors.AsType[*fetch.Error](err); !ok || e.Reason != fetch.Private {
			t.Errorf("%s: %v, %v", at, p, err)
		}
	}
	p := show(t, b, server.URL+"/with-private")
	hold(t, p.HTML, "공개된 쪽", `<iframe src="http://192.168.0.1/"></iframe>`)
	if n := len(p.Contacts); n != 3 { // it did ask
		t.Errorf("%+v", p.Contacts)
	}
}

// onlySite is the way of every page, but for one address that is let through.
func onlySite(site string) proxy.Way {
	return proxy.But(proxy.Guarded(false, nil), site)
}

// TestNoBrowser asks for browsers that are not there, do not start, or are too old.
func TestNoBrowser(t *testing.T) {
	t.Setenv("PIPALINT_CHROME", "")
	script := func(text string) string {
		path := filepath.Join(t.TempDir(), "chrome")
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		return path
	}
	t.Run("none", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		if _, err := New(Options{}).Render(within(t), "http://example.org/"); !errors.Is(err, ErrNoBrowser) {
			t.Error(err)
		}
	})
	for name, tt := range map[string]struct{ program, want string }{
		"not there":   {"/nowhere/chrome", "/nowhere/chrome"},
		"ends":        {script("echo 'no display here' >&2; exit 3"), "no display here"},
		"says naught": {script("exit 4"), "exit status 4"},
		"no sandbox":  {script("echo '[12:12:1122/041113.134639:ERROR:zygote_host_impl_linux.cc:130] No usable sandbox! If this is …' >&2; exit 1"), "the system allows it no sandbox: /"},
		"its log":     {script("echo '[12:12:1122/041113.134639:ERROR:a.cc(130)] Missing X server' >&2; exit 1"), "chrome: Missing X server"},
		"hangs up":    {script("exec 3<&- 4>&-; echo 'so be it'; sleep 60"), "so be it"},
		"rubbish":     {script("dd bs=1 count=1 <&3 >/dev/null 2>&1; printf '{\\0' >&4; sleep 60"), "it does not answer as a browser"},
		"never ends":  {script("exec yes >&4"), "it does not answer as a browser"},
		"too old":     {script(`dd bs=1 count=1 <&3 >/dev/null 2>&1; printf '{"id":1,"result":{"product":"HeadlessChrome/98.0.4758.80","userAgent":"x"}}\0' >&4; sleep 60`), "98.0.4758.80 is too old"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, way := range []string{"option", "environment"} {
				o := Options{Chrome: tt.program}
				if way == "environment" {
					o.Chrome = ""
					t.Setenv("PIPALINT_CHROME", tt.program)
				}
				_, err := New(o).Render(within(t), "http://example.org/")
				if !errors.Is(err, ErrNoStart) || !strings.Contains(err.Error(), tt.want) {
					t.Errorf("%s: %v", way, err)
				}
			}
		})
	}
}

// TestStartsAtMost has no page wait for a browser that failed to start again and again.
func TestStartsAtMost(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	program := filepath.Join(folder, "chrome")
	if err := os.WriteFile(program, []byte("#!/bin/sh\necho started >>'"+folder+"/log'\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	b := New(Options{Chrome: program})
	for range 5 {
		if _, err := b.Render(within(t), "http://example.org/"); !errors.Is(err, ErrNoStart) {
			t.Error(err)
		}
	}
	log, err := os.ReadFile(filepath.Join(folder, "log"))
	if n := strings.Count(string(log), "started"); err != nil || n != startsAtMost {
		t.Errorf("started %d times, %v", n, err)
	}
}

// TestProxyOption refuses a proxy that is none before anything is started.
func TestProxyOption(t *testing.T) {
	_, err := New(Options{Proxy: "nonsense", Timeout: time.Second}).Render(t.Context(), "http://example.org/")
	if e, ok := errors.AsType[*fetch.Error](err); !ok || e.Reason != fetch.BadProxy {
		t.Error(err)
	}
}
