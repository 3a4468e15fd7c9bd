package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/render"
	"github.com/pipalint/pipalint/crawl/visit"
)

func TestLanguage(t *testing.T) {
	tests := []struct {
		args []string
		env  map[string]string
		want string
	}{
		{nil, nil, "en"},
		{nil, map[string]string{"LANG": "ko_KR.UTF-8"}, "ko"},
		{nil, map[string]string{"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "C"}, "en"},
		{nil, map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "ko"}, "ko"},
		{[]string{"check", "--lang", "ko"}, nil, "ko"},
		{[]string{"--lang=ko", "--lang=en"}, nil, "en"},
		{[]string{"check", "--lang"}, nil, "en"},
		{[]string{"check", "--lang", "fr"}, map[string]string{"LANG": "ko"}, "ko"},
		{[]string{"check", "--", "--lang=ko"}, nil, "en"},
	}
	for _, test := range tests {
		got := language(test.args, func(name string) string { return test.env[name] })
		if got != test.want {
			t.Errorf("language(%q, %v) = %q, want %q", test.args, test.env, got, test.want)
		}
	}
}

func TestColored(t *testing.T) {
	tests := []struct {
		when string
		env  map[string]string
		want bool
	}{
		{"auto", nil, false}, // a buffer is no terminal
		{"always", map[string]string{"NO_COLOR": "1"}, true},
		{"never", map[string]string{"CLICOLOR_FORCE": "1"}, false},
		{"auto", map[string]string{"CLICOLOR_FORCE": "1"}, true},
		{"auto", map[string]string{"CLICOLOR_FORCE": "0"}, false},
		{"auto", map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, false},
	}
	for _, test := range tests {
		c := &command{Stdout: &bytes.Buffer{}, Getenv: func(name string) string { return test.env[name] }}
		if got := c.colored(test.when); got != test.want {
			t.Errorf("colored(%q) with %v is %v", test.when, test.env, got)
		}
	}
}

// Many files are judged at the same time; the output is in the order of their names all the same.
func TestOrder(t *testing.T) {
	dir := t.TempDir()
	var want []string
	for i := range 200 {
		name := filepath.Join(dir, fmt.Sprintf("page%03d.html", i))
		body := "<h1>처리방침의 목적</h1>" + strings.Repeat("<p>항목</p>", (i*37)%101) + "<p>○○○</p>"
		if err := os.WriteFile(name, []byte(body), 0o666); err != nil {
			t.Fatal(err)
		}
		want = append(want, name)
	}
	var first string
	for range 3 {
		var out bytes.Buffer
		c := newCommand()
		withTinyRules(c)
		c.Stdout, c.Stderr = &out, &out
		if code := c.run([]string{"check", "--quiet", "--lang", "en", dir}); code != exitFindings {
			t.Fatalf("exit code %d: %s", code, &out)
		}
		var got []string
		for line := range strings.Lines(out.String()) {
			if name, _, ok := strings.Cut(line, ":"); ok && strings.Contains(line, ": warning: ") {
				got = append(got, name)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got the order %q", got)
		}
		if first == "" {
			first = out.String()
		}
		if out.String() != first {
			t.Fatal("two runs differ")
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space") }

// Output that was lost is no success.
func TestOutputFails(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(page, []byte(cleanPage), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"check", page}, {"check", "--format", "json", page}, {"version"}, {"rules"}, {"rules", "--format", "json"},
		{"explain", "slot-left"}, {"completion", "bash"},
	} {
		var stderr bytes.Buffer
		c := newCommand()
		withTinyRules(c)
		c.Stdout, c.Stderr = fullDisk{}, &stderr
		if code := c.run(args); code != exitUnread || !strings.Contains(stderr.String(), "no space") {
			t.Errorf("%q: exit code %d, %q", args, code, &stderr)
		}
	}
}

// Every failure has a sentence in both languages.
func TestFailureTexts(t *testing.T) {
	for code, text := range failureTexts {
		if text.Ko == "" || text.En == "" {
			t.Errorf("%s has no text", code)
		}
		got := failed(code, "detail").message()
		if !strings.HasSuffix(got.Ko, "(detail)") || !strings.HasSuffix(got.En, "(detail)") {
			t.Errorf("%s: %q", code, got)
		}
	}
	for _, text := range []analyzer.Text{textScheme, textPipe, textEncoding, textNesting, textInternal} {
		if text.Ko == "" || text.En == "" {
			t.Errorf("no text: %q", text)
		}
	}
	for _, code := range []failureCode{codeMissing, codeEmpty, codeBinary, codeTooLarge, codeNoPolicyFile, codeUnreadable} {
		if _, ok := failureTexts[code]; !ok {
			t.Errorf("%s is not in the table", code)
		}
	}
	for _, state := range []fetch.State{fetch.Gone, fetch.Blocked, fetch.Disallowed, fetch.NeedsScript, fetch.NotPolicy, fetch.Unreadable} {
		for _, reason := range []fetch.Reason{fetch.Status, fetch.Timeout, fetch.TooLarge, fetch.Redirects, fetch.NoHost, fetch.Lookup, fetch.Refused,
			fetch.Private, fetch.Address, fetch.Wall, fetch.Robots, fetch.NotParsed, fetch.Network, visit.NoBrowser, visit.NoStart, visit.NoSandbox, visit.RenderNever, render.Crashed, "terms"} {
			e := notFetched(&fetch.Error{State: state, Reason: reason, Err: scrape.ErrEmpty, URL: "http://b.example/", Redirects: []string{"http://a.example/"}})
			got := e.message()
			if got.Ko == "" || got.En == "" || strings.HasPrefix(got.Ko, " ") || strings.HasPrefix(got.En, " ") || got.Ko == got.En {
				t.Errorf("%s, %s: %q", state, reason, got)
			}
			if reason != fetch.NotParsed && (e.code != failureCode(state) || e.reason != string(reason)) {
				t.Errorf("%s, %s: %s, %s", state, reason, e.code, e.reason)
			}
		}
	}
}

// The descriptions of the flags stand in one column, in both languages.
func TestHelpColumns(t *testing.T) {
	for _, lang := range []string{"ko", "en"} {
		for _, name := range []string{"check", "inspect", "rules", "explain"} {
			var out bytes.Buffer
			c := newCommand()
			c.Stdout, c.Stderr = &out, &out
			c.run([]string{name, "--help", "--lang", lang})
			column, flags := 0, 0
			for line := range strings.Lines(out.String()) {
				m := flagLine.FindString(line)
				if m == "" {
					column = 0 // the flags of all commands are a list of their own
					continue
				}
				flags++
				if n := len([]rune(m)); column == 0 {
					column = n
				} else if n != column {
					t.Errorf("%s, %s: the description begins at %d, above at %d: %s", name, lang, n, column, line)
				}
			}
			if flags == 0 {
				t.Errorf("%s, %s: no flags in\n%s", name, lang, &out)
			}
		}
	}
}

var flagLine = regexp.MustCompile(`^  (-\w, |    )--[\w-]+( \S+)? {2,}`)

// A pipe that has a name may never end; one that the shell opened does.
func TestDescriptors(t *testing.T) {
	for name, want := range map[string]bool{
		"/dev/fd/63": true, "/dev/stdin": true, "/proc/self/fd/0": true,
		"/dev/zero": false, "/dev/fdx": false, "pipe": false,
	} {
		if got := isDescriptor(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestHasScheme(t *testing.T) {
	for arg, want := range map[string]bool{
		"ftp://a.example.com/x": true, "file:///x": true, "HTTP+x://a": true,
		"://x": false, "폴더://x": false, "a/b.html": false, "c:/x": false, "my file://x": false,
	} {
		if got := hasScheme(arg); got != want {
			t.Errorf("%s: %v", arg, got)
		}
	}
}
