package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/crawl/render"
	"github.com/pipalint/pipalint/crawl/visit"
)

// shopPages are those of an invented shop on the web.
var shopPages = map[string]string{
	"/":       `<!DOCTYPE html><p>모란상점에 오신 것을 환영합니다</p><a href="/cart">장바구니</a> <a href="/member/logout">로그아웃</a> <a href="/gone">행사</a> <a href="/privacy">개인정보 처리방침</a>`,
	"/cart":   `<!DOCTYPE html><p>장바구니</p><script src="https://connect.facebook.net/en_US/fbevents.js"></script><script src="/app.js"></script>`,
	"/app.js": `navigator.sendBeacon("https://api2.amplitude.com/2/httpapi", x)`,
	"/privacy": `<!DOCTYPE html><h1>개인정보 처리방침</h1><h2>1. 처리하는 개인정보의 항목</h2><p>성명, 연락처를 회원 탈퇴 시까지 보유합니다.</p>
		<h2>2. 개인정보 처리의 위탁</h2><table><tr><th>수탁자</th><th>위탁업무</th></tr><tr><td>가람로지스</td><td>상품 배송</td></tr></table>`,
	"/shell": `<!DOCTYPE html><div id="root"></div><script src="https://www.clarity.ms/tag/abc"></script>`,
}

// shop serves the pages, and counts what is asked for.
func shop(t *testing.T) (server *httptest.Server, asked func(path string) int) {
	t.Helper()
	var mu sync.Mutex
	count := make(map[string]int)
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		count[r.URL.Path]++
		mu.Unlock()
		page, ok := shopPages[r.URL.Path]
		switch {
		case !ok:
			http.NotFound(w, r)
			return
		case strings.HasSuffix(r.URL.Path, ".js"):
			w.Header().Set("Content-Type", "text/javascript")
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		_, _ = w.Write([]byte(page))
	}))
	t.Cleanup(server.Close)
	return server, func(path string) int {
		mu.Lock()
		defer mu.Unlock()
		return count[path]
	}
}

// siteRun is what a check with sites prints as JSON.
type siteRun struct {
	Findings []struct{ File, Document, Severity string }
	Errors   []struct{ File, Code string }
}

// checkSite checks with the one rule about evidence.
func checkSite(t *testing.T, args ...string) (code int, out siteRun, stderr string) {
	t.Helper()
	var stdout, errors bytes.Buffer
	c := newCommand()
	c.Stdout, c.Stderr, c.Getenv = &stdout, &errors, func(string) string { return "" }
	c.Fetch.Timeout, c.Fetch.Interval = time.Minute, time.Millisecond
	code = c.run(slices.Concat([]string{"check", "--format", "json", "--allow-private", "--render", "never", "--only", "processor-undisclosed", "--today", "2026-11-21"}, args))
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatalf("%v in %q, stderr %q", err, &stdout, &errors)
	}
	return code, out, errors.String()
}

// inFolderOf runs a test in a new folder with files.
func inFolderOf(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

// Pages and scripts of a site are evidence for a policy; a page that is not there is told, and no failure.
func TestCheckSite(t *testing.T) {
	server, asked := shop(t)
	inFolderOf(t, map[string]string{"privacy.html": shopPages["/privacy"], "second.html": shopPages["/privacy"]})
	code, out, stderr := checkSite(t, "--site", server.URL+"/", "privacy.html", "second.html")
	if code != exitFindings || len(out.Errors) != 0 {
		t.Fatalf("exit code %d, %+v, stderr %q", code, out, stderr)
	}
	var got []string
	for _, f := range out.Findings {
		got = append(got, f.Document+" "+f.Severity+" "+strings.TrimPrefix(f.File, server.URL))
	}
	want := []string{"privacy.html warning /app.js", "privacy.html warning /cart", "second.html warning /app.js", "second.html warning /cart"}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	if want := "pipalint: " + server.URL + "/: 3 pages of the site were read; some pages and scripts were not (gone: 1)\n"; stderr != want {
		t.Errorf("stderr %q, want %q", stderr, want)
	}
	if asked("/") != 1 || asked("/cart") != 1 || asked("/member/logout") != 0 {
		t.Errorf("the first page was asked for %d times, the cart %d, the way out %d", asked("/"), asked("/cart"), asked("/member/logout"))
	}
	if _, _, stderr := checkSite(t, "--quiet", "--site", server.URL, "privacy.html"); stderr != "" {
		t.Errorf("quiet, but %q", stderr)
	}
	if _, out, _ := checkSite(t, "--site", server.URL, "--site-pages", "0", "privacy.html"); len(out.Findings) != 0 || asked("/cart") != 2 {
		t.Errorf("no further page, but %+v", out.Findings)
	}
}

// A configuration names sites by their addresses as well, for all policies or one.
func TestCheckSiteConfigured(t *testing.T) {
	server, asked := shop(t)
	inFolderOf(t, map[string]string{"privacy.html": shopPages["/privacy"], "other.html": shopPages["/privacy"],
		"pipalint.toml": "[[policy]]\npath = \"privacy.html\"\nsite = [\"" + server.URL + "/cart\"]\n[[policy]]\npath = \"other.html\"\n"})
	_, out, stderr := checkSite(t)
	if len(out.Findings) != 2 || out.Findings[0].Document != "privacy.html" || out.Findings[1].Document != "privacy.html" || asked("/cart") != 1 {
		t.Errorf("%+v, stderr %q", out, stderr)
	}
	var stdout bytes.Buffer
	c := newCommand()
	c.Stdout, c.Stderr, c.Getenv = &stdout, &stdout, func(string) string { return "" }
	if code := c.run([]string{"config", "--site", server.URL + "/"}); code != exitOK || !strings.Contains(stdout.String(), server.URL+"/cart") || strings.Contains(stdout.String(), "missing") {
		t.Errorf("exit code %d, %s", code, &stdout)
	}
}

// A site of which nothing was read vouches for nothing. One that scripts fill is read as far as it goes.
func TestCheckSiteUnread(t *testing.T) {
	server, _ := shop(t)
	inFolderOf(t, map[string]string{"privacy.html": shopPages["/privacy"]})
	code, out, _ := checkSite(t, "--site", server.URL+"/none", "privacy.html")
	if code != exitUnread || len(out.Errors) != 1 || out.Errors[0].File != server.URL+"/none" {
		t.Errorf("exit code %d, %+v", code, out.Errors)
	}
	code, out, stderr := checkSite(t, "--site", server.URL+"/shell", "privacy.html")
	if code != exitFindings || len(out.Findings) != 1 || stderr != "" {
		t.Errorf("exit code %d, %+v, stderr %q", code, out, stderr)
	}
	for _, wrong := range [][]string{{"--site", "ftp://a.example/"}, {"--site="}, {"--source", server.URL}, {"--site-pages", "-1"}} {
		var stderr bytes.Buffer
		c := newCommand()
		c.Stdout, c.Stderr, c.Getenv = &stderr, &stderr, func(string) string { return "" }
		if code := c.run(slices.Concat([]string{"check"}, wrong, []string{"privacy.html"})); code != exitUsage || strings.Count(stderr.String(), "--s") == 0 {
			t.Errorf("%q: exit code %d, %s", wrong, code, &stderr)
		}
	}
}

// The signs in the pages of a policy are told once, with what a browser saw, and those in a page that the site's walk met,
// too, by the policy's page alone.
func TestEvidenceOfPages(t *testing.T) {
	parse := func(name, html string) *policy.Document {
		doc, err := scrape.Parse(name, []byte(html), scrape.Options{Format: policy.HTML})
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	const home, list, tag = "https://www.shop.example/privacy", "https://www.shop.example/list", `<p>본문</p><script src="https://www.clarity.ms/tag/abc"></script>`
	pages := []*visit.Page{
		{Doc: parse(home, tag), Asked: "https://spot.branch.io/a", Redirects: []string{"https://spot.branch.io/a", "https://bnc.lt/b"}, Contacts: []render.Contact{
			{URL: "https://spot.branch.io/a", Type: "document", From: home}, {URL: "https://bnc.lt/b", Type: "document", From: home},
			{URL: "https://www.facebook.com/tr?id=1", Type: "image", From: home}}},
		{Doc: parse(list, tag), Frames: []*visit.Page{{Doc: parse("https://www.shop.example/frame", `<p>글</p><script src="https://static.criteo.net/a.js"></script>`)}}},
	}
	j := &judgement{visited: pages}
	docs := []*policy.Document{pages[0].Doc, pages[1].Doc, pages[1].Frames[0].Doc}
	signs := j.inPages(docs)
	var got []string
	for _, e := range signs {
		got = append(got, e.Key+" "+strings.TrimPrefix(e.Place.File.Name, "https://www.shop.example"))
	}
	want := []string{"www.clarity.ms/tag/abc /privacy", "www.facebook.com/tr /privacy", "static.criteo.net/a.js /frame"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	read := gathered{"https://www.shop.example/": signs}
	if got := read.of(target{site: []string{"https://www.shop.example/"}}, docs[:1]); len(got) != 1 || got[0].Key != "static.criteo.net/a.js" {
		t.Errorf("%+v", got)
	}
}
