package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/korean"

	"github.com/pipalint/pipalint/crawl/render"
)

const cleanPage = "<h1>개인정보 처리방침</h1><p>처리 목적: 회원 관리</p>"

// site is a server with every kind of page that a check may meet.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	page := func(path, contentType string, body []byte) {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			_, _ = w.Write(body)
		})
	}
	page("/privacy", "text/html; charset=utf-8", []byte(cleanPage))
	page("/news", "text/html", []byte("<h1>새 매장을 열었습니다</h1><p>2호점에서 만나요.</p>"))
	page("/terms", "text/html", []byte("<h1>서비스 이용약관</h1><p>제1조(목적) 이 약관은 회사와 회원의 권리와 의무를 정합니다.</p>"))
	page("/app", "text/html", []byte("<title>개인정보 처리방침</title><div id=app></div><script src=/app.js></script>"))
	page("/empty", "text/html", nil)
	page("/paper.pdf", "application/pdf", []byte("%PDF-1.7"))
	page("/huge", "text/html", bytes.Repeat([]byte("<p>목적 "), maxSize/8))
	euckr, err := korean.EUCKR.NewEncoder().String(cleanPage)
	if err != nil {
		t.Fatal(err)
	}
	page("/euc-kr", "text/html; charset=euc-kr", []byte(euckr))
	mux.HandleFunc("GET /gzip", func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") || !strings.HasPrefix(r.UserAgent(), "pipalint/") {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		_, _ = z.Write([]byte(cleanPage))
		_ = z.Close()
	})
	mux.HandleFunc("GET /hop/{n}", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.PathValue("n"))
		to := "/hop/" + strconv.Itoa(n-1)
		if n <= 1 {
			to = "/privacy"
		}
		http.Redirect(w, r, to, http.StatusFound)
	})
	mux.HandleFunc("GET /status/{code}", func(w http.ResponseWriter, r *http.Request) {
		code, _ := strconv.Atoi(r.PathValue("code"))
		w.WriteHeader(code)
	})
	mux.HandleFunc("GET /slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("GET /cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		_, _ = w.Write([]byte(cleanPage[:10]))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// fetched is what a check of one address prints, as programs read it.
type fetched struct {
	Documents []struct {
		File, Status, State string
		Redirects           []string
		Rendered            bool
	}
	Errors []struct{ File, Code, Reason, Message string }
}

// noBrowser is a system without one.
type noBrowser struct{}

func (noBrowser) Render(context.Context, string) (*render.Page, error) {
	return nil, render.ErrNoBrowser
}

// checkJSON checks addresses with the rules of the tests.
func checkJSON(t *testing.T, timeout time.Duration, args ...string) (code int, out fetched, stderr string) {
	t.Helper()
	var stdout, errors bytes.Buffer
	c := newCommand()
	withTinyRules(c)
	c.Stdout, c.Stderr, c.Getenv = &stdout, &errors, func(string) string { return "" }
	c.Fetch.Timeout, c.Browser = timeout, noBrowser{}
	code = c.run(slices.Concat([]string{"check", "--format", "json", "--allow-private"}, args))
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatalf("%v in %q, stderr %q", err, &stdout, &errors)
	}
	return code, out, errors.String()
}

func TestFetch(t *testing.T) {
	server := site(t)
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	tests := []struct {
		address      string
		code, reason string // "" where it is read
	}{
		{server.URL + "/privacy", "", ""},
		{strings.Replace(server.URL, "http", "HTTP", 1) + "/privacy#section", "", ""},
		{server.URL + "/euc-kr", "", ""},
		{server.URL + "/gzip", "", ""},
		{server.URL + "/hop/5", "", ""},
		{server.URL + "/hop/6", "unreadable", "redirects"},
		{server.URL + "/status/404", "gone", "status"},
		{server.URL + "/status/410", "gone", "status"},
		{server.URL + "/status/403", "blocked", "status"},
		{server.URL + "/status/500", "unreadable", "status"},
		{server.URL + "/status/204", "unreadable", "empty"},
		{server.URL + "/empty", "unreadable", "empty"},
		{server.URL + "/paper.pdf", "unreadable", "binary"},
		{server.URL + "/huge", "unreadable", "too-large"},
		{server.URL + "/cut", "unreadable", "truncated"},
		{server.URL + "/news", "not-a-policy", "other"},
		{server.URL + "/terms", "not-a-policy", "terms"},
		{server.URL + "/app", "needs-script", "no-browser"},
		{closed.URL, "unreadable", "refused"},
		{"http://", "unreadable", "address"},
		{"https://%zz", "unreadable", "address"},
		{"http://[::1", "unreadable", "address"},
		{"http://\x00", "unreadable", "address"},
		{"http:/privacy", "unreadable", "address"},
	}
	for _, test := range tests {
		t.Run(test.address, func(t *testing.T) {
			code, out, stderr := checkJSON(t, time.Minute, test.address)
			if test.code == "" {
				if code != exitOK || len(out.Errors) != 0 || out.Documents[0].Status != "ok" {
					t.Errorf("exit code %d, %+v", code, out)
				}
				return
			}
			if code != exitUnread || len(out.Errors) != 1 || out.Errors[0].Code != test.code || out.Errors[0].Reason != test.reason {
				t.Fatalf("exit code %d, %+v, want the error %s, %s", code, out, test.code, test.reason)
			}
			if out.Documents[0].State != test.code || (out.Documents[0].Status == "not-policy") != (test.code == "not-a-policy") {
				t.Errorf("%+v", out.Documents)
			}
			if strings.Count(stderr, "\n") != 1 || out.Errors[0].File != test.address {
				t.Errorf("stderr %q, %+v: want one line about %q", stderr, out.Errors[0], test.address)
			}
		})
	}
}

// Nothing on this machine or its network is read unless somebody says so.
func TestFetchPrivate(t *testing.T) {
	server := site(t)
	code, out, stderr := checkJSON(t, time.Minute, "--allow-private=false", server.URL+"/privacy")
	if code != exitUnread || len(out.Errors) != 1 || out.Errors[0].Code != "unreadable" || out.Errors[0].Reason != "private" {
		t.Fatalf("exit code %d, %+v", code, out)
	}
	if strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "--allow-private") {
		t.Errorf("stderr %q, want one line about --allow-private", stderr)
	}
}

// Where a browser is needed, the package that has it is named.
func TestFetchWithoutBrowser(t *testing.T) {
	server := site(t)
	for lang, want := range map[string]string{"en": "install Debian's package chromium", "ko": "데비안 패키지 chromium을 설치"} {
		code, out, stderr := checkJSON(t, time.Minute, "--lang", lang, server.URL+"/app", server.URL+"/privacy")
		if code != exitUnread || out.Documents[0].State != "needs-script" || out.Documents[1].Status != "ok" {
			t.Errorf("exit code %d, %+v", code, out)
		}
		if strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, want) || !strings.Contains(stderr, "PIPALINT_CHROME") {
			t.Errorf("stderr %q, want one line with %q", stderr, want)
		}
	}
}

func TestFetchTimeout(t *testing.T) {
	server := site(t)
	code, out, _ := checkJSON(t, 50*time.Millisecond, server.URL+"/slow")
	if code != exitUnread || len(out.Errors) != 1 || out.Errors[0].Reason != "timeout" {
		t.Errorf("exit code %d, %+v", code, out)
	}
}

// A page is called by the address at which it was found, and the user is told.
func TestFetchRedirected(t *testing.T) {
	server := site(t)
	code, out, stderr := checkJSON(t, time.Minute, server.URL+"/hop/1")
	if code != exitOK || out.Documents[0].File != server.URL+"/privacy" {
		t.Errorf("exit code %d, %+v", code, out)
	}
	if want := "pipalint: " + server.URL + "/hop/1: redirected to " + server.URL + "/privacy\n"; stderr != want {
		t.Errorf("stderr %q, want %q", stderr, want)
	}
	if _, _, stderr := checkJSON(t, time.Minute, "--quiet", server.URL+"/hop/1"); stderr != "" {
		t.Errorf("quiet, but %q", stderr)
	}
}
