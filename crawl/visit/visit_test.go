package visit_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render"
	"github.com/pipalint/pipalint/crawl/visit"
)

const (
	head   = "<!DOCTYPE html><meta charset=utf-8><title>개인정보 처리방침</title><h1>개인정보 처리방침</h1>"
	intro  = "<h2>1. 처리 목적</h2><p>회원을 관리하기 위하여 개인정보를 처리합니다.</p><h2>2. 처리하는 항목</h2><p>이름, 전자우편 주소</p>"
	period = "<h2>3. 보유 기간</h2><p>회원 탈퇴 시까지 보유합니다.</p>"
	script = "<script src=/app.js></script>"
	ga     = "<script async src='https://www.googletagmanager.com/gtag/js?id=G-0'></script>"
	whole  = head + intro + period
	titles = "<thead><tr><th>수탁자</th><th>위탁 업무</th></tr></thead>"
	rows   = "<tr><td>가온물류</td><td>상품 배송</td></tr>"
)

// trust is a section about processors whose table has some rows.
func trust(rows string) string {
	return "<h2>4. 처리업무의 위탁</h2><table>" + titles + "<tbody id=list>" + rows + "</tbody></table>"
}

// pages are those of the site, by path, and what a browser makes of some of them.
var pages = map[string]string{
	"/policy":   whole,
	"/tracked":  whole + ga,
	"/news":     "<h1>새 매장을 열었습니다</h1><p>2호점에서 만나요.</p>",
	"/measured": "<h1>새 매장을 열었습니다</h1><p>2호점에서 만나요.</p>" + ga + `<script type="application/ld+json">{"name":"가온상점"}</script>`,
	"/terms":    "<h1>서비스 이용약관</h1><p>제1조(목적) 이 약관은 회사와 회원의 권리와 의무를 정합니다.</p>",
	"/app":      head + "<div id=app></div>" + script,
	"/home":     "<h1>새 매장을 열었습니다</h1><p>2호점에서 만나요.</p>" + script,
	"/bones":    head + "<h2>1. 처리 목적</h2><div id=a></div><h2>2. 처리하는 항목</h2><div id=b></div><h2>3. 보유 기간</h2><div id=c></div>" + script,
	"/trust":    "<h1>개인정보 처리업무 위탁 현황</h1><div id=app></div>" + script,
	"/rows":     whole + trust("") + script,
	"/full":     whole + trust(rows) + script,
	"/tabs": head + "<button role=tab aria-controls=a>처리 목적</button><button role=tab aria-controls=b>보유 기간</button>" +
		"<div role=tabpanel id=a><h2>처리 목적</h2><p>회원을 관리하기 위하여 개인정보를 처리합니다.</p></div><div role=tabpanel id=b hidden></div>" + script,
	"/tabs-full": head + "<button role=tab aria-controls=a>처리 목적</button><button role=tab aria-controls=b>보유 기간</button>" +
		"<div role=tabpanel id=a><h2>처리 목적</h2><p>회원을 관리하기 위하여 개인정보를 처리합니다.</p></div><div role=tabpanel id=b hidden><h2>보유 기간</h2><p>3년</p></div><div id=c></div>" + script,
	"/named":    head + intro + "<p>업무를 다음과 같이 위탁합니다.</p><div data-row-list=a></div>" + period + "<script>fill(document.querySelector('[data-row-list]'))</script>",
	"/anchors":  head + intro + "<div id=three></div><div data-x></div>" + period + "<script>go('#top', x.dataset.xy)</script>",
	"/titles":   "<h1>개인정보 처리업무 위탁 현황</h1><table>" + titles + "<tbody id=list></tbody></table>" + script,
	"/spare":    whole + "<h2>4. 처리업무의 위탁</h2><table>" + titles + "<tbody>" + rows + "</tbody></table><table><tbody></tbody></table><ul id=x></ul>" + script,
	"/spacer":   whole + "<h2>4. 처리업무의 위탁</h2><div class=line></div><h2>5. 문의</h2><p>02-000-0000</p>" + script,
	"/slot":     whole + "<h2>4. 처리업무의 위탁</h2><div class=line></div><div id=processors></div><h2>5. 문의</h2><p>02-000-0000</p>" + script,
	"/srcdoc":   whole + "<iframe srcdoc='<p>위탁: 가온물류</p>'></iframe>",
	"/shell":    "<title>가온상점</title><iframe src=/policy width=100% height=600></iframe>",
	"/parts":    whole + "<iframe src=/list></iframe><iframe src=/chat></iframe><iframe src=/policy width=1 height=1></iframe>",
	"/list":     "<h1>개인정보 처리업무 위탁 현황</h1><table>" + titles + rows + "</table>",
	"/chat":     "<p>무엇을 도와드릴까요?</p>",
	"/frameset": "<html><head><title>가온상점</title></head><frameset rows='80,*'><frame src=/chat><frame src=/policy></frameset></html>",
	"/foreign":  "<title>가온상점</title><iframe src='https://policy.example.com/p'></iframe>",
	"/wall":     "<title>Just a moment...</title><h1>잠시만 기다리십시오</h1><p>Enable JavaScript and cookies to continue</p><script>window._cf_chl_opt={}</script>",
}

func site(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		page, ok := pages[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprint(w, page)
	})
	mux.HandleFunc("/denied", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	mux.HandleFunc("/walled", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cf-Mitigated", "challenge")
		w.WriteHeader(http.StatusForbidden)
		_, _ = fmt.Fprint(w, pages["/wall"])
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/policy", http.StatusFound) })
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// A browser shows what it is told to, and counts what it was asked for.
type browser struct {
	shows func(address string) (*render.Page, error)
	asked atomic.Int32
}

func (b *browser) Render(_ context.Context, address string) (*render.Page, error) {
	b.asked.Add(1)
	return b.shows(address)
}

func none(string) (*render.Page, error) { return nil, render.ErrNoBrowser }

func showing(html string) func(string) (*render.Page, error) {
	return func(address string) (*render.Page, error) {
		return &render.Page{URL: address, Status: http.StatusOK, HTML: []byte(html)}, nil
	}
}

func visitor(mode visit.Mode, b *browser) *visit.Visitor {
	return &visit.Visitor{Fetcher: fetch.New(fetch.Options{AllowPrivate: true}), Browser: b, Render: mode, Today: date.Date{Year: 2026, Month: 11, Day: 22}}
}

func TestPolicy(t *testing.T) {
	site := site(t)
	for _, tt := range []struct {
		path     string
		mode     visit.Mode
		shows    func(string) (*render.Page, error)
		state    fetch.State
		reason   fetch.Reason
		rendered bool // asked for, whatever came of it
	}{
		{"/policy", visit.Auto, none, fetch.OK, "", false},
		{"/tracked", visit.Auto, none, fetch.OK, "", false},
		{"/moved", visit.Auto, none, fetch.Moved, "", false},
		{"/none", visit.Auto, none, fetch.Gone, fetch.Status, false},
		{"/denied", visit.Auto, none, fetch.Blocked, fetch.Status, false},
		{"/walled", visit.Auto, none, fetch.Blocked, fetch.Wall, false},
		{"/wall", visit.Auto, showing(whole), fetch.Blocked, fetch.Wall, false},
		{"/news", visit.Auto, none, fetch.NotPolicy, "other", false},
		{"/measured", visit.Auto, none, fetch.NotPolicy, "other", false},
		{"/terms", visit.Auto, none, fetch.NotPolicy, "terms", false},
		{"/app", visit.Auto, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/app", visit.Never, nil, fetch.NeedsScript, visit.RenderNever, false},
		{"/app", visit.Auto, showing(whole), fetch.OK, "", true},
		{"/app", visit.Auto, showing(pages["/news"]), fetch.NotPolicy, "other", true},
		{"/app", visit.Auto, showing(""), fetch.Unreadable, fetch.NotParsed, true},
		{"/app", visit.Auto, func(string) (*render.Page, error) { return nil, context.DeadlineExceeded }, fetch.Unreadable, fetch.Timeout, true},
		{"/app", visit.Auto, func(a string) (*render.Page, error) {
			return &render.Page{URL: a, Status: http.StatusForbidden, HTML: []byte("<p>접근 금지")}, nil
		}, fetch.Blocked, fetch.Status, true},
		{"/home", visit.Auto, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/bones", visit.Auto, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/trust", visit.Auto, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/rows", visit.Auto, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/rows", visit.Auto, showing(pages["/full"]), fetch.OK, "", true},
		{"/rows", visit.Auto, showing(pages["/news"]), fetch.OK, "", true},
		{"/rows", visit.Never, nil, fetch.OK, "", false},
		{"/full", visit.Auto, none, fetch.OK, "", false},
		{"/spacer", visit.Auto, none, fetch.OK, "", false},
		{"/tabs", visit.Auto, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/tabs-full", visit.Auto, none, fetch.OK, "", false},
		{"/named", visit.Auto, none, fetch.OK, "", true},
		{"/named", visit.Auto, showing(whole), fetch.OK, "", true},
		{"/anchors", visit.Auto, none, fetch.OK, "", false},
		{"/titles", visit.Auto, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/spare", visit.Auto, none, fetch.OK, "", false},
		{"/slot", visit.Auto, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/srcdoc", visit.Auto, none, fetch.OK, "", true},
		{"/srcdoc", visit.Never, nil, fetch.OK, "", false},
		{"/policy", visit.Always, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/policy", visit.Always, showing(whole), fetch.OK, "", true},
		{"/policy", visit.Always, showing(pages["/news"]), fetch.NotPolicy, "other", true},
		{"/foreign", visit.Auto, none, fetch.NeedsScript, visit.NoBrowser, true},
		{"/shell", visit.Auto, none, fetch.OK, "", false},
		{"/shell", visit.Never, nil, fetch.OK, "", false},
		{"/frameset", visit.Auto, none, fetch.OK, "", false},
	} {
		t.Run(strings.TrimPrefix(tt.path, "/")+" "+string(tt.mode), func(t *testing.T) {
			b := &browser{shows: tt.shows}
			p, err := visitor(tt.mode, b).Policy(t.Context(), site+tt.path)
			if got := b.asked.Load() > 0; got != tt.rendered {
				t.Errorf("rendered: %v", got)
			}
			if e, ok := errors.AsType[*fetch.Error](err); ok {
				if e.State != tt.state || e.Reason != tt.reason {
					t.Errorf("%s, %s, want %s, %s", e.State, e.Reason, tt.state, tt.reason)
				}
				return
			}
			if err != nil || p.State != tt.state || tt.reason != "" {
				t.Fatalf("%+v, %v, want %s, %s", p, err, tt.state, tt.reason)
			}
			if p.Kind != facts.PolicyKind || p.Asked != site+tt.path {
				t.Errorf("%+v", p)
			}
		})
	}
}

// What was got stays with the error: it is what one needs to see.
func TestKeptWithErrors(t *testing.T) {
	site := site(t)
	for path, text := range map[string]string{"/news": "새 매장", "/walled": "Just a moment", "/app": "처리방침"} {
		p, err := visitor(visit.Never, nil).Policy(t.Context(), site+path)
		if err == nil || p == nil || !strings.Contains(string(p.Raw), text) || p.State == fetch.OK {
			t.Errorf("%s: %+v, %v", path, p, err)
		}
	}
}

func TestRendered(t *testing.T) {
	site := site(t)
	b := &browser{shows: func(string) (*render.Page, error) {
		return &render.Page{URL: site + "/policy#top", Status: http.StatusOK, HTML: []byte(whole), Contacts: []render.Contact{{URL: "https://a.example/x", Type: "script"}}}, nil
	}}
	p, err := visitor(visit.Auto, b).Policy(t.Context(), site+"/app")
	if err != nil || !p.Rendered || p.State != fetch.Moved || len(p.Redirects) != 1 || p.Redirects[0] != site+"/app" {
		t.Fatalf("%+v, %v", p, err)
	}
	if string(p.Raw) != whole || !strings.Contains(string(p.Fetched), "id=app") || len(p.Contacts) != 1 || p.Doc.File.Name != site+"/policy#top" {
		t.Errorf("%+v", p)
	}
}

func TestUnfilled(t *testing.T) {
	site := site(t)
	for path, want := range map[string]bool{"/rows": true, "/named": true, "/anchors": false, "/slot": true, "/full": false, "/spacer": false, "/policy": false} {
		p, err := visitor(visit.Never, nil).Policy(t.Context(), site+path)
		if err != nil || p.Unfilled != want {
			t.Errorf("%s: %v, %v", path, p.Unfilled, err)
		}
	}
}

func TestFrames(t *testing.T) {
	site := site(t)
	v := visitor(visit.Auto, &browser{shows: none})
	p, err := v.Policy(t.Context(), site+"/shell")
	if err != nil || p.Shell == nil || p.URL != site+"/policy" || p.Shell.URL != site+"/shell" {
		t.Errorf("%+v, %v", p, err)
	}
	p, err = v.Policy(t.Context(), site+"/parts")
	if err != nil || p.Shell != nil || len(p.Frames) != 1 || p.Frames[0].URL != site+"/list" {
		t.Fatalf("%+v, %v", p, err)
	}
	var read []bool
	for _, r := range p.Doc.Resources {
		if r.Kind == policy.Frame {
			read = append(read, r.Read)
		}
	}
	if fmt.Sprint(read) != "[true true false]" {
		t.Errorf("read: %v", read)
	}
}

// A part of a policy need not be one; what a script shows of it is needed all the same.
func TestPage(t *testing.T) {
	site := site(t)
	for path, want := range map[string]fetch.State{"/list": fetch.OK, "/news": fetch.OK, "/terms": fetch.OK, "/trust": fetch.NeedsScript, "/wall": fetch.Blocked} {
		p, err := visitor(visit.Auto, &browser{shows: none}).Page(t.Context(), fetch.Request{URL: site + path})
		if p == nil || p.State != want || (err == nil) != (want == fetch.OK) {
			t.Errorf("%s: %+v, %v", path, p, err)
		}
	}
}
