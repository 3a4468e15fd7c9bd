package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// The pages of a policy that leaves its lists to others.
const (
	coverPage = `<title>나래상점 개인정보 처리방침</title><h1>나래상점 개인정보 처리방침</h1>
<h2>1. 개인정보의 처리 목적</h2><p>회원 관리와 상품 배송</p>
<h2>2. 처리하는 개인정보의 항목</h2><p>성명, 연락처</p>
<h2>3. 개인정보의 처리 및 보유 기간</h2><p>회원 탈퇴 시까지 보유합니다.</p>
<h2>4. 개인정보 처리업무의 위탁</h2><p>%s</p>
<h2>5. 개인정보 보호책임자</h2><p>성명: 이한결, 전화: 02-0000-1234</p>`
	trusteesPage = `<title>위탁 현황</title><h1>위탁 현황</h1><p><a href="/privacy">처리방침</a> <a href="/third">제3자 제공 현황</a></p><table><tr><th>수탁자<th>위탁 업무<tr><td>다솜택배㈜<td>상품 배송</table>`
	thirdPage    = `<title>현황</title><h1>제3자 제공 현황</h1><table><tr><th>제공받는 자<th>이용 목적<th>제공 항목<th>보유 기간<tr><td>가람카드㈜<td>카드 발급<td>성명<td>해지 시까지</table>`
	otherPage    = `<title>오늘의 빵</title><h1>저희가 굽는 빵</h1><p>날마다 새로 굽습니다.</p>`
)

// A pagesSite serves pages by their path and query, and counts who asks for what.
type pagesSite struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]string // HTML; "404", "403", "pdf", "-> /path"
	asked map[string]int
}

func newPagesSite(t *testing.T, pages map[string]string) *pagesSite {
	t.Helper()
	s := &pagesSite{pages: pages, asked: make(map[string]int)}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *pagesSite) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := r.URL.RequestURI()
	if at != "/robots.txt" {
		s.asked[at]++
	} else if rules, ok := s.pages[at]; ok {
		_, _ = w.Write([]byte(rules))
		return
	}
	page, ok := s.pages[at]
	to, moved := strings.CutPrefix(page, "-> ")
	switch {
	case !ok || page == "404":
		w.WriteHeader(http.StatusNotFound)
	case page == "403":
		w.WriteHeader(http.StatusForbidden)
	case page == "pdf":
		w.Header().Set("Content-Type", "application/pdf")
		_, _ = w.Write([]byte("%PDF-1.7\x00\x01\x02"))
	case moved:
		http.Redirect(w, r, to, http.StatusFound)
	default:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(page))
	}
}

// seen is what a check prints, as programs read it.
type seen struct {
	Documents []struct{ File, Policy, Kind, Status string }
	Findings  []struct {
		File, Rule, Severity, Quote string
		Question                    bool
	}
	Errors []struct{ File, Code string }
}

func (s *seen) files() []string {
	var out []string
	for _, d := range s.Documents {
		out = append(out, d.File)
	}
	return out
}

func (s *seen) of(rule string) int {
	n := 0
	for _, f := range s.Findings {
		if f.Rule == rule {
			n++
		}
	}
	return n
}

// checkPages checks pages with all rules.
func checkPages(t *testing.T, args ...string) (code int, out seen, stderr string) {
	t.Helper()
	var stdout, errors bytes.Buffer
	c := newCommand()
	c.Stdout, c.Stderr, c.Getenv = &stdout, &errors, func(string) string { return "" }
	c.Fetch.Interval = time.Millisecond
	code = c.run(slices.Concat([]string{"check", "--format", "json", "--no-config", "--today", "2026-11-21", "--render", "never", "--allow-private"}, args))
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatalf("%v in %q, stderr %q", err, &stdout, &errors)
	}
	return code, out, errors.String()
}

func cover(entrustment string) string { return fmt.Sprintf(coverPage, entrustment) }

// What a page links as parts of its policy is read with it, each page once, and nothing else.
func TestFollow(t *testing.T) {
	other := newPagesSite(t, map[string]string{"/list": trusteesPage})
	s := newPagesSite(t, map[string]string{
		"/privacy": cover(`<a href="/trustees#list">위탁 현황</a> <a href="trustees">수탁자 목록</a> <a href="/privacy#a">제3자 제공 현황</a> <a href="#a">국외 이전 현황</a>
			<a href="?tab=third">제3자 제공 현황</a> <a href="#" onclick="window.open('/kept')">보유 기간 안내</a> <a href="` + other.URL + `/list">재위탁 현황</a>
			<a href="/old">이전 처리방침</a> <a href="/v3">2024. 1. 1. ~ 2025. 1. 1. 적용</a> <a href="/terms">이용약관</a> <a href="/moved">국외 이전 현황</a> <a href="/news">쿠키 정책</a>`),
		"/trustees": trusteesPage, "/privacy?tab=third": thirdPage, "/third": thirdPage, "/moved": "-> /privacy", "/news": otherPage,
		"/kept": "<h1>서비스별 보유 기간</h1><table><tr><th>기록<th>보유 기간<tr><td>접속 기록<td>3개월</table>",
	})
	code, out, stderr := checkPages(t, "--follow", s.URL+"/privacy")
	want := []string{s.URL + "/privacy", s.URL + "/trustees", s.URL + "/privacy?tab=third", s.URL + "/kept"}
	if got := out.files(); !slices.Equal(got, want) || len(out.Errors) > 0 || code == exitUnread {
		t.Errorf("exit code %d, read %q, want %q; errors %v, stderr %s", code, got, want, out.Errors, stderr)
	}
	for _, d := range out.Documents[1:] {
		if d.Policy != out.Documents[0].Policy || d.Kind != kindSubpage || d.Status != "ok" {
			t.Errorf("%+v is no part of %q", d, out.Documents[0].Policy)
		}
	}
	for at, n := range s.asked {
		if most := map[string]int{"/privacy": 2}[at]; n > max(1, most) || slices.Contains([]string{"/old", "/v3", "/terms", "/third"}, at) {
			t.Errorf("%s was asked for %d times", at, n)
		}
	}
	if len(other.asked) > 0 {
		t.Errorf("another site was asked for %v", other.asked)
	}
	if !strings.Contains(stderr, s.URL+"/news: left out") || strings.Count(stderr, "\n") != 1 {
		t.Errorf("stderr %q", stderr)
	}
	if code, out, _ := checkPages(t, s.URL+"/privacy"); len(out.Documents) != 1 || code == exitUnread {
		t.Errorf("without --follow: exit code %d, %v", code, out.files())
	}
}

// A page that is gone is a finding at its link, and one that cannot be read an error.
func TestFollowUnread(t *testing.T) {
	for _, tt := range []struct {
		page             string
		findings, errors int
	}{
		{trusteesPage, 0, 0},
		{"404", 1, 0},
		{"403", 0, 1},
		{"pdf", 0, 1},
		{"-> /nowhere", 1, 0},
		{otherPage, 0, 0},
	} {
		s := newPagesSite(t, map[string]string{"/privacy": cover(`자세한 사항은 <a href="/list">위탁 현황</a>을 참고하시기 바랍니다.`), "/list": tt.page})
		code, out, stderr := checkPages(t, "--follow", s.URL+"/privacy")
		if out.of("subpage-unreachable") != tt.findings || len(out.Errors) != tt.errors || (code == exitUnread) != (tt.errors > 0) {
			t.Errorf("%.10s: exit code %d, %+v, errors %v, stderr %s", tt.page, code, out.Findings, out.Errors, stderr)
		}
		if len(out.Errors) > 0 && out.Errors[0].File != s.URL+"/list" {
			t.Errorf("%.10s: %v", tt.page, out.Errors)
		}
	}
}

// A page that is followed was named by nobody, so that robots.txt is asked; the page that was named is read all the same.
func TestFollowDisallowed(t *testing.T) {
	s := newPagesSite(t, map[string]string{"/privacy": cover(`<a href="/list">위탁 현황</a>`), "/list": trusteesPage, "/robots.txt": "User-agent: *\nDisallow: /\n"})
	code, out, _ := checkPages(t, "--follow", s.URL+"/privacy")
	if code != exitUnread || len(out.Errors) != 1 || out.Errors[0].Code != "disallowed" || out.Errors[0].File != s.URL+"/list" || s.asked["/list"] > 0 {
		t.Errorf("exit code %d, errors %v, asked %v", code, out.Errors, s.asked)
	}
	if out.of("subpage-unreachable") > 0 || len(out.Documents) != 2 || out.Documents[1].Status != "unread" {
		t.Errorf("%+v", out)
	}
}

func TestFollowMany(t *testing.T) {
	pages, links := map[string]string{}, ""
	for i := range mostFollowed + 5 {
		at := fmt.Sprintf("/list/%d", i)
		links += `<a href="` + at + `">위탁 현황</a> `
		pages[at] = strings.ReplaceAll(trusteesPage, "다솜택배", fmt.Sprintf("다솜택배%d", i))
	}
	pages["/privacy"] = cover(links)
	s := newPagesSite(t, pages)
	code, out, stderr := checkPages(t, "--follow", s.URL+"/privacy")
	if len(out.Documents) != 1+mostFollowed || len(s.asked) != 1+mostFollowed || code == exitUnread {
		t.Errorf("exit code %d, %d documents, %d requests", code, len(out.Documents), len(s.asked))
	}
	if want := fmt.Sprintf("no more than %d linked pages are read; left out: 5\n", mostFollowed); !strings.HasSuffix(stderr, want) {
		t.Errorf("stderr %q, want %q", stderr, want)
	}
}

// On disk, links to files beside the page are followed, and none that leads out of its tree.
func TestFollowFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("web/privacy.html", cover(`<a href="lists/trustees.html">위탁 현황</a> <a href="/lists/third.html">제3자 제공 현황</a> <a href="lists/third">제3자 제공 현황</a>
		<a href="../../secret.html">국외 이전 현황</a> <a href="link.html">쿠키 정책</a> <a href="lists/gone.html">재위탁 현황</a> <a href="lists/route.do">보유 기간 안내</a>
		<a href="privacy.html#x">파기 절차</a> <a href="https://narae.example/kept">보유 기간 목록</a>`))
	write("web/lists/trustees.html", trusteesPage)
	write("web/lists/third.html", thirdPage)
	write("secret.html", thirdPage)
	if err := os.Symlink(filepath.Join(dir, "secret.html"), filepath.Join(dir, "web", "link.html")); err != nil {
		t.Skip(err)
	}
	t.Chdir(filepath.Join(dir, "web"))
	code, out, stderr := checkPages(t, "--follow", "privacy.html")
	want := []string{"privacy.html", filepath.Join("lists", "trustees.html"), filepath.Join("lists", "third.html")}
	if got := out.files(); !slices.Equal(got, want) || len(out.Errors) > 0 || code != exitFindings {
		t.Errorf("exit code %d, read %q, want %q; errors %v, stderr %s", code, got, want, out.Errors, stderr)
	}
	if out.of("subpage-unreachable") != 1 {
		t.Errorf("findings %+v", out.Findings)
	}
	for _, f := range out.Findings {
		if f.Rule == "subpage-unreachable" && (f.Quote != "재위탁 현황" || f.Severity != "warning") {
			t.Errorf("%+v", f)
		}
	}
}

// Pages that are named together are one policy, the main one first wherever it was named.
func TestAsOne(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{"a.html": trusteesPage, "b.html": cover("위탁 현황은 따로 둡니다."), "c.html": thirdPage} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	_, out, _ := checkPages(t, "--as-one", "a.html", "b.html", "c.html")
	if got := out.files(); !slices.Equal(got, []string{"b.html", "a.html", "c.html"}) {
		t.Errorf("pages %q", got)
	}
	for i, d := range out.Documents {
		if d.Policy != out.Documents[0].Policy || d.Kind != map[bool]string{true: kindPolicy, false: kindSubpage}[i == 0] {
			t.Errorf("%+v", d)
		}
	}
	_, out, _ = checkPages(t, "--as-one", "a.html", "c.html")
	if got := out.files(); !slices.Equal(got, []string{"a.html", "c.html"}) || out.Documents[0].Policy != out.Documents[1].Policy {
		t.Errorf("parts alone: %+v", out.Documents)
	}
	var stderr bytes.Buffer
	c := newCommand()
	c.Stdout, c.Stderr, c.Getenv = &bytes.Buffer{}, &stderr, func(string) string { return "" }
	if code := c.run([]string{"check", "--no-config", "--as-one"}); code != exitUsage {
		t.Errorf("exit code %d without pages: %s", code, &stderr)
	}
}
