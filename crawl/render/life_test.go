package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render/rendertest"
)

// endless never lets the browser do anything else.
const endless = `<p>끝없음</p><script>for (;;) {}</script>`

// fixProfiles lets the profiles of a browser stand in a folder of the test, at whose end nothing may be left of them.
func fixProfiles(t *testing.T, b *Browser) string {
	t.Helper()
	b.profiles = t.TempDir()
	return b.profiles
}

// nothingLeft looks for profiles and processes of browsers.
func nothingLeft(t *testing.T, folder string) {
	t.Helper()
	left, err := os.ReadDir(folder)
	if err != nil || len(left) > 0 {
		t.Errorf("left in %s: %v, %v", folder, left, err)
	}
	if n := processes(t, folder); len(n) > 0 {
		t.Errorf("processes left: %v", n)
	}
}

// processes are those whose command line names a folder, where the system tells.
func processes(t *testing.T, folder string) []int {
	t.Helper()
	lines, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	var out []int
	for _, name := range lines {
		line, err := os.ReadFile(name)
		pid, _ := strconv.Atoi(strings.Split(name, "/")[2])
		if err == nil && bytes.Contains(line, []byte(folder)) {
			out = append(out, pid)
		}
	}
	return out
}

// TestEndless opens a page that never ends beside good ones.
func TestEndless(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{Timeout: 16 * time.Second})
	folder := fixProfiles(t, b)
	site := rendertest.Site(t, map[string]string{"/good": `<p>좋은 쪽</p>`, "/endless": endless, "/slow": `<p>느린 쪽</p><script>setInterval(() => fetch('/good?' + Math.random()), 100)</script>`})
	var wg sync.WaitGroup
	check := func(path, want string) {
		wg.Go(func() {
			p, err := b.Render(within(t), site+path)
			if want == "" {
				if e, ok := errors.AsType[*fetch.Error](err); !ok || e.Reason != fetch.Timeout || !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("%s: %v, %v", path, p, err)
				}
			} else if err != nil || !strings.Contains(string(p.HTML), want) {
				t.Errorf("%s: %v, %v", path, p, err)
			}
		})
	}
	check("/endless", "")
	time.Sleep(3 * time.Second) // so that others stand in the midst of it when it is ended
	check("/slow", "느린 쪽")
	check("/good", "좋은 쪽")
	check("/endless", "")
	check("/good", "좋은 쪽")
	check("/slow", "느린 쪽")
	wg.Wait()
	hold(t, show(t, b, site+"/good").HTML, "좋은 쪽")
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	nothingLeft(t, folder)
}

// TestKilled loses its browser between two pages, and under one.
func TestKilled(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{})
	folder := fixProfiles(t, b)
	var once sync.Once
	kill := func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		killGroup(b.now.cmd.Process.Pid)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/kills" {
			once.Do(kill)
		}
		fmt.Fprint(w, "<!DOCTYPE html><meta charset=utf-8><p>쪽입니다</p>")
	}))
	defer server.Close()
	hold(t, show(t, b, server.URL+"/").HTML, "쪽입니다")
	kill()
	hold(t, show(t, b, server.URL+"/").HTML, "쪽입니다")
	hold(t, show(t, b, server.URL+"/kills").HTML, "쪽입니다")
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	nothingLeft(t, folder)
	if _, err := b.Render(t.Context(), server.URL); err == nil {
		t.Error("a browser that is closed shows pages")
	}
}

// TestCrash gives up on a page at which the browser dies each time.
func TestCrash(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		b.mu.Lock()
		defer b.mu.Unlock()
		killGroup(b.now.cmd.Process.Pid)
	}))
	defer server.Close()
	p, err := b.Render(within(t), server.URL)
	if e, ok := errors.AsType[*fetch.Error](err); !ok || e.Reason != Crashed {
		t.Errorf("%v, %v", p, err)
	}
}

// TestCancel ends a page because nobody wants it any more, and the browser with it.
func TestCancel(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{})
	folder := fixProfiles(t, b)
	reached := make(chan struct{}, 10)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reached <- struct{}{}
		if r.URL.Path == "/endless" {
			fmt.Fprint(w, endless)
			return
		}
		<-r.Context().Done() // no answer
	}))
	defer server.Close()
	for _, path := range []string{"/endless", "/silent"} {
		ctx, cancel := context.WithCancel(t.Context())
		go func() {
			<-reached
			cancel()
		}()
		if p, err := b.Render(ctx, server.URL+path); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, %v", path, p, err)
		}
		nothingLeft(t, folder)
	}
}

// TestRestless takes pages that never come to rest as they are.
func TestRestless(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{Timeout: 15 * time.Second})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/hangs" {
			w.(http.Flusher).Flush()
			<-r.Context().Done()
			return
		}
		fmt.Fprint(w, `<!DOCTYPE html><meta charset=utf-8><p>쉬지 않는 쪽</p><img src="/hangs"><script>setInterval(() => { fetch('/poll'); document.title += 'x' }, 50); fetch('/hangs'); new EventSource('/hangs')</script>`)
	}))
	defer server.Close()
	hold(t, show(t, b, server.URL+"/").HTML, "쉬지 않는 쪽")
}

// TestApart gives each page cookies and a store of its own.
func TestApart(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{Agent: "pipalint/1 (+https://pipalint.example)"})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<!DOCTYPE html><meta charset=utf-8><p>%q %s %q</p><p id=x></p><script>x.textContent = 'was: ' + localStorage.a + document.cookie; localStorage.a = 1; document.cookie = 'b=2; max-age=1000'</script>`,
			r.Header.Get("Cookie"), r.Header.Get("User-Agent"), r.Header.Get("Accept-Language"))
	}))
	defer server.Close()
	for range 2 {
		p := show(t, b, server.URL)
		hold(t, p.HTML, `<p>"" Mozilla/5.0`, ` Chrome/`, ` pipalint/1 (+https://pipalint.example) "ko`, "was: undefined</p>")
		lack(t, p.HTML, "Headless")
	}
}

// TestEndlessFrame reads a page in which a frame of another site keeps its process busy.
func TestEndlessFrame(t *testing.T) {
	t.Parallel()
	b := newBrowser(t, Options{})
	site := rendertest.Site(t, map[string]string{"/": spoken + `<p>앞</p><iframe src="http://OTHER/endless"></iframe><iframe src="http://OTHER/good"></iframe><p>뒤</p>` + tabs, "/endless": endless, "/good": "<p>틀</p>", "/a": "x"})
	hold(t, show(t, b, site+"/").HTML, "앞", "뒤", "첫째 표", "둘째 표")
}
