package testsite_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/crawl/testsite"
)

// get asks for a page, and follows no redirect.
func get(t *testing.T, address string, header ...string) (*http.Response, string) {
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
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(body)
}

func TestTwins(t *testing.T) {
	server := httptest.NewServer(testsite.New("127.0.0.1:9"))
	defer server.Close()
	_, static := get(t, server.URL+"/twin/static")
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
		resp, page := get(t, server.URL+path)
		if resp.StatusCode != http.StatusOK || !strings.Contains(page, "온새미로마켓") {
			t.Errorf("%s: %s %.200q", path, resp.Status, page)
		}
		if hidden := path == "/twin/tabs-hidden"; strings.Contains(page, "(주)가온누리물류") != hidden {
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
		resp, page := get(t, server.URL+test.path)
		if resp.StatusCode != test.status || !strings.Contains(page+resp.Header.Get("Location"), test.says) {
			t.Errorf("%s: %s %.300q %q", test.path, resp.Status, page, resp.Header.Get("Location"))
		}
	}
}

func TestBusy(t *testing.T) {
	site := testsite.New("")
	server := httptest.NewServer(site)
	defer server.Close()
	for i, want := range []int{http.StatusTooManyRequests, http.StatusOK} {
		resp, _ := get(t, server.URL+"/busy/429/0?mine")
		if resp.StatusCode != want || (resp.Header.Get("Retry-After") == "0") != (i == 0) {
			t.Errorf("request %d: %s, Retry-After %q", i+1, resp.Status, resp.Header.Get("Retry-After"))
		}
	}
	if n := site.Asked("/busy/429/0?mine"); n != 2 {
		t.Errorf("asked %d times", n)
	}
}

func TestKept(t *testing.T) {
	server := httptest.NewServer(testsite.New(""))
	defer server.Close()
	resp, _ := get(t, server.URL+"/kept")
	tag, day := resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")
	for _, header := range [][]string{{"If-None-Match", tag}, {"If-Modified-Since", day}} {
		if resp, page := get(t, server.URL+"/kept", header...); resp.StatusCode != http.StatusNotModified || page != "" {
			t.Errorf("%q: %s", header, resp.Status)
		}
	}
	if resp, _ := get(t, server.URL+"/kept", "If-None-Match", `"0"`, "If-Modified-Since", day); resp.StatusCode != http.StatusOK {
		t.Errorf("another tag: %s", resp.Status)
	}
}
