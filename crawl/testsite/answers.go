package testsite

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// An answer is what goes with a page but its text.
type answer struct {
	status int // 0 for 200
	header http.Header
}

// answerOf is that of pages that are not plainly found, by their paths.
func answerOf() map[string]answer {
	return map[string]answer{
		"/wall/cloudflare":  {http.StatusForbidden, http.Header{"Cf-Mitigated": {"challenge"}, "Server": {"cloudflare"}}},
		"/wall/akamai":      {http.StatusForbidden, http.Header{"Server": {"AkamaiGHost"}}},
		"/wall/imperva":     {0, http.Header{"X-Iinfo": {"1-1-1"}}},
		"/wall/maintenance": {http.StatusServiceUnavailable, http.Header{"Retry-After": {"86400"}}},
	}
}

const (
	hugeSize = 40 << 20
	bombSize = 300 << 20 // unpacked
	filler   = "<p>회사는 개인정보를 안전하게 처리합니다.</p>\n"
)

// misbehave serves what is more than a page: by its size, by its time, by what it says to a second request.
func (s *Site) misbehave() {
	handle := func(at string, f http.HandlerFunc) { s.mux.HandleFunc("GET "+at, f) }
	handle("/trouble/huge", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fill(w, hugeSize)
	})
	handle("/trouble/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		fill(z, bombSize)
		_ = z.Close() // whoever asked may have gone
	})
	handle("/trouble/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	handle("/trouble/drip", func(w http.ResponseWriter, r *http.Request) { // a page that begins and never ends
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<!DOCTYPE html><html lang=ko><title>개인정보 처리방침</title><h1>개인정보 처리방침</h1>")
		_ = http.NewResponseController(w).Flush() // nothing to do where it cannot
		<-r.Context().Done()
	})
	handle("/trouble/status/{code}", func(w http.ResponseWriter, r *http.Request) {
		code, err := strconv.Atoi(r.PathValue("code"))
		if err != nil || code < 200 || code > 599 {
			code = http.StatusBadRequest
		}
		w.WriteHeader(code)
	})
	handle("/trouble/empty", func(http.ResponseWriter, *http.Request) {})
	handle("/trouble/paper.pdf", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/pdf")
		fmt.Fprint(w, "%PDF-1.7\n\x00\x01")
	})
	handle("/trouble/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100000")
		fmt.Fprint(w, filler)
	})
	handle("/busy/{code}/{wait}", s.busy)
	handle("/kept", s.kept)
	handle("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(w, "User-agent: *\nDisallow: /비공개/\nAllow: /비공개/위탁\nDisallow: /%EA%B4%80%EB%A6%AC/\n")
	})
	for _, at := range [...]string{"/비공개/제공", "/비공개/위탁", "/관리/제공"} { // the second one may be fetched
		s.mux.HandleFunc("GET "+at, func(w http.ResponseWriter, r *http.Request) {
			s.show(w, r, "pages/four/third-parties.html", http.StatusOK)
		})
	}
}

// fill writes a policy that goes on for n bytes, as long as somebody takes it.
func fill(w io.Writer, n int) {
	chunk := strings.Repeat(filler, 1+(64<<10)/len(filler))
	if _, err := io.WriteString(w, "<!DOCTYPE html><html lang=ko><title>개인정보 처리방침</title><h1>개인정보 처리방침</h1>\n"); err != nil {
		return
	}
	for ; n > 0; n -= len(chunk) {
		if _, err := io.WriteString(w, chunk); err != nil {
			return
		}
	}
}

// busy turns the first request away, and asks to come again: /busy/429/0.
func (s *Site) busy(w http.ResponseWriter, r *http.Request) {
	code, err := strconv.Atoi(r.PathValue("code"))
	if err != nil || code < 400 || code > 599 {
		http.NotFound(w, r)
		return
	}
	if s.Asked(r.URL.RequestURI()) < 2 {
		w.Header().Set("Retry-After", r.PathValue("wait"))
		w.WriteHeader(code)
		return
	}
	s.show(w, r, "pages/twin/static.html", http.StatusOK)
}

// kept answers that nothing has changed to who has the page.
func (s *Site) kept(w http.ResponseWriter, r *http.Request) {
	const tag, day = `"1"`, "Mon, 02 Mar 2026 00:00:00 GMT"
	w.Header().Set("ETag", tag)
	w.Header().Set("Last-Modified", day)
	if r.Header.Get("If-None-Match") == tag || r.Header.Get("If-None-Match") == "" && r.Header.Get("If-Modified-Since") == day {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	s.show(w, r, "pages/twin/static.html", http.StatusOK)
}
