package testsite_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/crawl/testsite"
)

// reply is what the site answers.
type reply struct {
	status int
	header http.Header
	page   string
}

// get asks for a page, and follows no redirect.
func get(t *testing.T, address string, header ...string) reply {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	if err = errors.Join(err, resp.Body.Close()); err != nil {
		t.Fatal(err)
	}
	return reply{resp.StatusCode, resp.Header, string(body)}
}

func TestTwins(t *testing.T) {
	server := httptest.NewServer(testsite.New("127.0.0.1:9"))
	defer server.Close()
	static := get(t, server.URL+"/twin/static").page
	for _, said := range []string{`<th>수탁자</th>`, `rowspan="3">배송`, "(주)가온누리물류", "윤새봄", "제13조"} {
		if !strings.Contains(static, said) {
			t.Errorf("the static page lacks %q", said)
		}
	}
	twins := testsite.Twins()
	if len(twins) < 15 || slices.Contains(twins, "/twin/static") {
		t.Fatalf("twins: %q", twins)
	}
	for _, path := range twins {
		got := get(t, server.URL+path)
		if got.status != http.StatusOK || !strings.Contains(got.page, "온새미로마켓") {
			t.Errorf("%s: %d %.200q", path, got.status, got.page)
		}
		if hidden := path == "/twin/tabs-hidden"; strings.Contains(got.page, "(주)가온누리물류") != hidden {
			t.Errorf("%s names a processor as fetched: %t", path, !hidden)
		}
	}
}

func TestPages(t *testing.T) {
	server := httptest.NewServer(testsite.New("127.0.0.1:9"))
	defer server.Close()
	tests := []struct {
		path   string
		status int
		says   string // in the page, or in Location
	}{
		{"/", 200, "장보기"},
		{"/four/", 200, "처리위탁 현황"},
		{"/four/processors", 200, "미르상담"},
		{"/four/privacy-2024", 200, "2024년 5월 1일"},
		{"/wall/cloudflare", 403, "_cf_chl_opt"},
		{"/wall/waf", 200, "보안정책"},
		{"/wall/maintenance", 503, "점검"},
		{"/trouble/leak", 200, `= "http://127.0.0.1:9/leak/"`},
		{"/redirect/metadata", 302, "http://169.254.169.254/latest/meta-data/"},
		{"/redirect/other", 302, "http://127.0.0.1:9/redirected"},
		{"/redirect/hops/3", 307, "/redirect/hops/2"},
		{"/redirect/hops/1", 303, "/twin/static"},
		{"/redirect/self", 302, "/redirect/self"},
		{"/trouble/status/410", 410, ""},
		{"/%EB%B9%84%EA%B3%B5%EA%B0%9C/%EC%9C%84%ED%83%81", 200, "달보드레보험"},
		{"/robots.txt", 200, "Disallow: /비공개/"},
		{"/nowhere", 404, ""},
	}
	for _, test := range tests {
		got := get(t, server.URL+test.path)
		if got.status != test.status || !strings.Contains(got.page+got.header.Get("Location"), test.says) {
			t.Errorf("%s: %d %.300q %q", test.path, got.status, got.page, got.header.Get("Location"))
		}
	}
}

func TestBusy(t *testing.T) {
	site := testsite.New("")
	server := httptest.NewServer(site)
	defer server.Close()
	for i, want := range []int{http.StatusTooManyRequests, http.StatusOK} {
		got := get(t, server.URL+"/busy/429/0?mine")
		if got.status != want || (got.header.Get("Retry-After") == "0") != (i == 0) {
			t.Errorf("request %d: %d, Retry-After %q", i+1, got.status, got.header.Get("Retry-After"))
		}
	}
	if n := site.Asked("/busy/429/0?mine"); n != 2 {
		t.Errorf("asked %d times", n)
	}
}

func TestKept(t *testing.T) {
	server := httptest.NewServer(testsite.New(""))
	defer server.Close()
	kept := get(t, server.URL+"/kept").header
	tag, day := kept.Get("ETag"), kept.Get("Last-Modified")
	for _, header := range [][]string{{"If-None-Match", tag}, {"If-Modified-Since", day}} {
		if got := get(t, server.URL+"/kept", header...); got.status != http.StatusNotModified || got.page != "" {
			t.Errorf("%q: %d", header, got.status)
		}
	}
	if got := get(t, server.URL+"/kept", "If-None-Match", `"0"`, "If-Modified-Since", day); got.status != http.StatusOK {
		t.Errorf("another tag: %d", got.status)
	}
}
