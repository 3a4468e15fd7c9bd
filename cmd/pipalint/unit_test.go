package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
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

func TestNearest(t *testing.T) {
	names := []string{"retention-missing", "retention-conflict", "officer-missing", "law-stale", "ab"}
	tests := []struct{ word, want string }{
		{"retention-mising", "retention-missing"},
		{"retention-conflicts", "retention-conflict"},
		{"oficer-misssing", "officer-missing"},
		{"law-state", "law-stale"},
		{"law_stale", "law-stale"},
		{"cookies", ""},
		{"", ""},
		{"보유기간", ""},
	}
	for _, test := range tests {
		if got, ok := nearest(test.word, names); got != test.want || ok != (test.want != "") {
			t.Errorf("nearest(%q) = %q, %v, want %q", test.word, got, ok, test.want)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"abc", "", 3}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"보유기간", "보유 기한", 2},
	}
	for _, test := range tests {
		if got := distance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
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
	for _, code := range []failureCode{codeMissing, codeEmpty, codeBinary, codeTooLarge, codeRefused, codeTimeout, codeNotFound, codeNoPolicyFile, codeUnreadable} {
		if _, ok := failureTexts[code]; !ok {
			t.Errorf("%s is not in the table", code)
		}
	}
}
