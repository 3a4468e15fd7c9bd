package fetch

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

func TestParseRefresh(t *testing.T) {
	for in, want := range map[string]refresh{
		"0;url=/privacy":                    {0, "/privacy"},
		"0; URL = '/privacy'":               {0, "/privacy"},
		" 3 ; url=\"/a b\" ":                {3, "/a b"},
		"0.5;url=/a":                        {0, "/a"},
		".5;url=/a":                         {0, "/a"},
		"5,/a":                              {5, "/a"},
		"0 url=/a":                          {0, "/a"},
		"0; /a":                             {0, "/a"},
		"0;url=https://example.kr/?a=1;b=2": {0, "https://example.kr/?a=1;b=2"},
		"0;url='/a":                         {0, "/a"},
		"0;urlaub":                          {0, "urlaub"},
		"6;url=/a":                          {},
		"1800; url=/logout":                 {},
		"99999999999999999999;url=/a":       {},
		"0":                                 {},
		"0;":                                {},
		"0;url=":                            {},
		"url=/a":                            {},
		"-1;url=/a":                         {},
		"0a;url=/a":                         {},
		"":                                  {},
	} {
		if got, ok := parseRefresh(in); got != want || ok != (want.to != "") {
			t.Errorf("%q: %+v %v, want %+v", in, got, ok, want)
		}
	}
}

func TestRefresh(t *testing.T) {
	const to = `<meta http-equiv="refresh" content="0;url=/privacy">`
	for _, c := range []struct {
		name, page string
		header     []string
		at         string
	}{
		{"a page that only leads on", "<html><head>" + to + "</head></html>", nil, "/privacy"},
		{"in capitals", `<META HTTP-EQUIV=REFRESH CONTENT='3; URL=privacy'>`, nil, "/privacy"},
		{"in a header", "moved", []string{"Refresh", "0; url=/privacy"}, "/privacy"},
		{"against a base", `<base href="/sub/"><meta http-equiv=refresh content="0;url=privacy">`, nil, "/sub/privacy"},
		{"in Hangul", `<meta http-equiv=refresh content="0;url=/처리 방침">`, nil, "/%EC%B2%98%EB%A6%AC%20%EB%B0%A9%EC%B9%A8"},
		{"for browsers without script", "<noscript>" + to + "</noscript>" + cleanPage, nil, ""},
		{"in a comment", "<!-- " + to + " -->" + cleanPage, nil, ""},
		{"in a script", "<script>'" + to + "'</script>" + cleanPage, nil, ""},
		{"after minutes", `<meta http-equiv="refresh" content="600;url=/logout">` + cleanPage, nil, ""},
		{"to itself", `<meta http-equiv="refresh" content="0;url=/">` + cleanPage, nil, ""},
		{"to a script", `<meta http-equiv="refresh" content="0;url=javascript:go()">` + cleanPage, nil, ""},
		{"of a text", to, []string{"Content-Type", "text/plain"}, ""},
	} {
		f := on(Options{Interval: -1}, func(r *http.Request) made {
			if r.URL.Path == "/" {
				return reply(200, c.page, c.header...)
			}
			return reply(200, "found")
		})
		page, err := f.Get(t.Context(), Request{URL: "https://example.kr/"})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		want, past, body := "https://example.kr/", []string(nil), c.page
		if c.at != "" {
			want, past, body = "https://example.kr"+c.at, []string{want}, "found"
		}
		if page.URL != want || !slices.Equal(page.Redirects, past) || string(page.Raw) != body {
			t.Errorf("%s: %s by %q", c.name, page.URL, page.Redirects)
		}
	}
}

func TestRefreshLoops(t *testing.T) {
	lead := func(content string) func(*http.Request) made {
		return func(r *http.Request) made {
			next := map[string]string{"/a": "/b", "/b": "/a"}[r.URL.Path]
			return reply(200, `<meta http-equiv="refresh" content="`+content+next+`">`)
		}
	}
	_, err := on(Options{}, lead("0;url=")).Get(t.Context(), Request{URL: "https://example.kr/a"})
	if e, ok := errors.AsType[*Error](err); !ok || e.Reason != Redirects || e.Detail != "https://example.kr/a → https://example.kr/b → https://example.kr/a" {
		t.Errorf("nobody can read these: %v", err)
	}
	page, err := on(Options{}, lead("5;url=")).Get(t.Context(), Request{URL: "https://example.kr/a"})
	if err != nil || page.URL != "https://example.kr/b" {
		t.Errorf("pages that take turns: %v", err)
	}
	_, err = on(Options{Redirects: 3}, func(r *http.Request) made {
		return reply(200, `<meta http-equiv="refresh" content="0;url=`+r.URL.Path+`x">`)
	}).Get(t.Context(), Request{URL: "https://example.kr/a"})
	if e, ok := errors.AsType[*Error](err); !ok || e.Reason != Redirects || e.Detail != "> 3" || len(e.Redirects) != 3 {
		t.Errorf("without end: %v", err)
	}
}

func FuzzRefresh(f *testing.F) {
	for _, s := range []string{"0;url=/a", `<meta http-equiv=refresh content="0;url=/a">`, "<base href=x><META http-equiv='REFRESH' content='1, /b'>", "<noscript><meta http-equiv=refresh content=0>"} {
		f.Add(s)
	}
	u := &url.URL{Scheme: "https", Host: "example.kr", Path: "/"}
	f.Fuzz(func(t *testing.T, page string) {
		for _, a := range []*answer{{status: 200, body: []byte(page)}, {status: 200, header: http.Header{"Refresh": {page}}}} {
			if r, ok := refreshOf(a, u); ok && (r.to == "" || r.after < 0 || r.after > maxRefresh || !strings.ContainsAny(page, "0123456789.")) {
				t.Errorf("%q: %+v", page, r)
			}
		}
	})
}
