package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// TestDraftShowsWhatMayBeSet takes the # from the lines that show what else may be set: the reader takes them all.
func TestDraftShowsWhatMayBeSet(t *testing.T) {
	shown := regexp.MustCompile(`(?m)^#([a-z[])`)
	for _, d := range []config.Draft{
		{},
		{Policies: []config.Policy{{Name: "shop", Path: "privacy.html"}}, Trees: []string{"app"}, Name: "모란상점", NameAt: "privacy.html:3"},
		{MaybePublic: true},
	} {
		for _, lang := range []string{"ko", "en"} {
			text := shown.ReplaceAllString(d.Text(lang), "$1")
			c, err := config.Read(policy.NewFile(config.FileName, text, "utf-8", nil), newCommand().Rules)
			if err != nil {
				t.Errorf("%v\n%s", err, text)
				continue
			}
			if len(c.Policies) != 1 || len(c.Ignores) != 1 || len(c.Rules) == 0 || len(c.Source) == 0 || len(c.Site) == 0 || c.Baseline == "" || c.Controller.Type == "" || len(c.Controller.Does) == 0 {
				t.Errorf("%s: a part is not shown:\n%s", lang, text)
			}
		}
	}
}

func TestPolicyNames(t *testing.T) {
	for _, tt := range []struct{ paths, want string }{
		{"privacy.html", "privacy"},
		{"a/b/index.html", "index"},
		{"web/ko/privacy.html web/en/privacy.html", "ko en"},
		{"shop/policy/privacy.html app/policy/index.html", "shop app"},
		{"privacy.html en/privacy.html", "privacy en-privacy"},
		{"web/privacy.html web/privacy-en.html", "privacy privacy-en"},
		{"web/a/x.html web/a/y.html web/b/x.html", "a-x a-y b-x"},
		{"privacy.html privacy.md", "privacy.html privacy.md"},
		{"개인정보처리방침.html 청소년.html", "개인정보처리방침 청소년"},
		{"a[1].html", "a-1"},
	} {
		var pages []surveyed
		for path := range strings.SplitSeq(tt.paths, " ") {
			pages = append(pages, surveyed{path: path})
		}
		if got := strings.Join(policyNames(pages), " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.paths, got, tt.want)
		}
	}
}

func TestEarlierVersions(t *testing.T) {
	day := func(s string) date.Date {
		if s == "" {
			return date.Date{}
		}
		d, err := date.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	now := surveyed{path: "web/privacy.html", kind: kindPolicy, language: "ko", name: "모란상점", effective: day("2026-03-01")}
	next := surveyed{path: "web/privacy-v9.html", kind: kindPolicy, language: "ko", name: "모란상점", effective: day("2027-01-01")}
	for _, tt := range []struct {
		path, language, name, effective string
		want                            bool
	}{
		{"web/privacy-20240101.html", "ko", "모란상점", "2024-01-01", true},
		{"web/archive/privacy_v1.html", "ko", "", "2024-01-01", true},
		{"web/2024/privacy.md", "ko", "모란상점", "2024-01-01", true},
		{"web/privacy-old.html", "ko", "모란상점", "2024-01-01", true},
		{"web/이전/privacy (2).html", "ko", "모란상점", "2024-01-01", true},
		{"web/privacy-20240101.html", "en", "모란상점", "2024-01-01", false}, // in another language
		{"web/privacy-20240101.html", "ko", "나루서점", "2024-01-01", false}, // of somebody else
		{"web/privacy-20240101.html", "ko", "모란상점", "", false},           // of no known day
		{"web/privacy-20260301.html", "ko", "모란상점", "2026-03-01", false}, // of the same day
		{"web/privacy-app.html", "ko", "모란상점", "2024-01-01", false},      // about something else
		{"app2/privacy.html", "ko", "모란상점", "2024-01-01", false},         // of something else
		{"web/privacy-v8.html", "ko", "모란상점", "2026-10-01", false},       // of today: the later one has not come
	} {
		p := surveyed{path: tt.path, kind: kindPolicy, language: tt.language, name: tt.name, effective: day(tt.effective)}
		s := survey{today: day("2026-11-22"), pages: []surveyed{now, next, p}}
		if got := s.isOlder(p); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}

func TestOwnerOf(t *testing.T) {
	page := func(path, language string, links ...string) surveyed {
		return surveyed{path: path, kind: kindPolicy, language: language, links: links}
	}
	for _, tt := range []struct {
		name  string
		mains []surveyed
		want  int
	}{
		{"linked from the folder above", []surveyed{page("a.html", "ko"), page("web/b.html", "ko", "parts/list.html#top")}, 1},
		{"linked from the root of a site", []surveyed{page("a.html", "ko"), page("web/x/b.html", "ko", "/parts/list")}, 1},
		{"linked by an address", []surveyed{page("a.html", "ko"), page("web/b.html", "ko", "https://www.example.com/parts/list.html?v=2")}, 1},
		{"linked twice", []surveyed{page("web/en.html", "en", "parts/list.html"), page("web/ko.html", "ko", "parts/list.html")}, 1},
		{"linked in another language", []surveyed{page("web/en.html", "en", "parts/list.html")}, 0},
		{"beside", []surveyed{page("a.html", "ko"), page("web/parts/b.html", "en")}, 1},
		{"beside two", []surveyed{page("web/parts/a.html", "en"), page("web/parts/b.html", "ko")}, 1},
		{"beside two in its language", []surveyed{page("web/parts/a.html", "ko"), page("web/parts/b.html", "ko")}, -1},
		{"elsewhere", []surveyed{page("web/a.html", "ko", "mailto:list.html", "#parts", "list.html", "/web", "%zz")}, -1},
	} {
		if got := ownerOf(surveyed{path: "web/parts/list.html", language: "ko"}, tt.mains); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

// TestSurveyIsBounded looks at a repository with too many files, and one that is too large.
func TestSurveyIsBounded(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "deep", "web", "legal"), 0o777); err != nil {
		t.Fatal(err)
	}
	const over = 3
	for i := range mostSurveyed + over {
		write(fmt.Sprintf("deep/%d.txt", i), "")
	}
	const text = "개인정보 처리방침\n\n1. 개인정보의 처리 목적\n회원 관리\n\n2. 처리하는 개인정보의 항목\n성명, 주소\n"
	found := []string{"deep/web/legal/privacy.txt", "deep/web/" + norm.NFD.String("개인정보") + ".txt", "terms.txt"}
	for _, name := range found {
		write(name, text)
	}
	write("deep/web/legal/notice.txt", text) // named as anything, and deep
	write("large.txt", strings.Repeat("개인정보 처리방침\n", largestSurveyed/len("개인정보 처리방침\n")+1))
	c := newCommand()
	c.Stdout, c.Stderr = io.Discard, io.Discard
	s := c.survey(t.Context(), dir, date.Date{})
	if s.looked != mostSurveyed || s.over != over+len(found)+1 {
		t.Errorf("%d files looked at, %d not", s.looked, s.over)
	}
	if diff := cmp.Diff([]string{"large.txt"}, s.large); diff != "" {
		t.Error(diff)
	}
	var paths []string
	for _, p := range s.pages {
		paths = append(paths, p.path)
	}
	slices.Sort(found)
	if diff := cmp.Diff(found, paths); diff != "" {
		t.Error(diff)
	}
	if len(s.unread) > 0 {
		t.Errorf("what shows no text is told: %v", s.unread[0])
	}
}
