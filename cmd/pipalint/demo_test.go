package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// demoDay is the day of a check that names no other.
const demoDay = "2026-11-22"

// TestDemonstration builds the repository of an invented shop, commit by commit, and holds the gate to what each commit
// makes of it: the exit code, and all new findings and stale entries, no more and no less.
//
// A commit is a file of testdata/demo. Its comment tells the story, then what is done, in order:
//
//	edit: FILE "old" → "new"     once; more lines in `…`
//	remove: FILE
//	commit: MESSAGE
//	run: check --since HEAD~1    after it, what is wanted:
//	exit: 1
//	new: RULE SUBJECT            or RULE "quote", where the subject is the words
//	stale: RULE SUBJECT
//
// The files below it are written first. Where a run has a baseline to look into, it has that of the configuration.
func TestDemonstration(t *testing.T) {
	commits, err := filepath.Glob(filepath.Join("..", "..", "testdata", "demo", "*.txtar"))
	if err != nil || len(commits) != 10 {
		t.Fatalf("%d commits, want 10 (%v)", len(commits), err)
	}
	var all []*txtar.Archive
	for _, name := range commits {
		commit, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, commit)
	}
	newDemo(t)
	for i, commit := range all {
		ok := t.Run(strings.TrimSuffix(filepath.Base(commits[i]), ".txtar"), func(t *testing.T) {
			for _, f := range commit.Files {
				write(t, f.Name, string(f.Data))
			}
			for _, s := range steps(t, string(commit.Comment)) {
				s.take(t)
			}
			if left := gitOutput(t, "log", "--oneline"); strings.Count(left, "\n") != i+1 {
				t.Errorf("%d. commit: there are\n%s", i+1, left)
			}
		})
		if !ok {
			t.Fatal("what follows stands on this commit")
		}
	}
}

// newDemo makes an empty repository the working directory.
func newDemo(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		cannot(t, "no git:", err)
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("LANG", "en_US.UTF-8")
	dir := filepath.Join(t.TempDir(), "repo")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	gitOutput(t, "init", "-q", "-b", "main")
	write(t, filepath.Join("..", "nothing.json"), `{"version": 1, "tool": "pipalint", "findings": []}`)
}

func gitOutput(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("git", append([]string{"-c", "user.name=moran", "-c", "user.email=dev@moran.example.com"}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %q: %v\n%s", args, err, out)
	}
	return string(out)
}

func write(t *testing.T, name, content string) {
	t.Helper()
	name = filepath.FromSlash(name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// A step is a line of a comment, with what is wanted of it where it is a run.
type step struct {
	verb, rest string
	exit       int
	new, stale []string
}

// steps reads the comment of a commit.
func steps(t *testing.T, comment string) []step {
	t.Helper()
	var out []step
	for line, rest := "", comment; rest != ""; {
		if line, rest, _ = strings.Cut(rest, "\n"); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		for strings.Count(line, "`")%2 == 1 && rest != "" { // a text of several lines
			var more string
			more, rest, _ = strings.Cut(rest, "\n")
			line += "\n" + more
		}
		verb, text, _ := strings.Cut(line, ": ")
		switch verb {
		case "edit", "remove", "commit", "run":
			out = append(out, step{verb: verb, rest: text})
			continue
		}
		if len(out) == 0 || out[len(out)-1].verb != "run" {
			t.Fatalf("%q follows no run", line)
		}
		var err error
		switch run := &out[len(out)-1]; verb {
		case "exit":
			run.exit, err = strconv.Atoi(text)
		case "new":
			run.new = append(run.new, text)
		case "stale":
			run.stale = append(run.stale, text)
		default:
			err = fmt.Errorf("unknown verb %q", verb)
		}
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	return out
}

// take does what a step says.
func (s step) take(t *testing.T) {
	t.Helper()
	switch s.verb {
	case "edit":
		editFile(t, s.rest)
	case "remove":
		if err := os.Remove(filepath.FromSlash(s.rest)); err != nil {
			t.Error(err)
		}
	case "commit":
		gitOutput(t, "add", "--all")
		gitOutput(t, "commit", "-q", "-m", s.rest)
	case "run":
		s.run(t)
	}
}

// editFile changes what stands in a file once: FILE "old" → "new".
func editFile(t *testing.T, what string) {
	t.Helper()
	name, what, _ := strings.Cut(what, " ")
	quoted, err := strconv.QuotedPrefix(what)
	if err != nil {
		t.Fatalf("edit: %s: %v", what, err)
	}
	old, _ := strconv.Unquote(quoted)
	replacement, err := strconv.Unquote(strings.TrimPrefix(what[len(quoted):], " → "))
	if err != nil {
		t.Fatalf("edit: %s: %v", what, err)
	}
	raw, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(raw), old); n != 1 {
		t.Fatalf("edit: %s has %d times %q", name, n, old)
	}
	write(t, name, strings.Replace(string(raw), old, replacement, 1))
}

// run runs the gate, and compares what it says with what is wanted.
func (s step) run(t *testing.T) {
	t.Helper()
	args := strings.Fields(s.rest)
	judges := args[0] == "check"
	if judges {
		args = append([]string{"check", "--today", demoDay, "--format", "json"}, args[1:]...)
	}
	var stdout, stderr bytes.Buffer
	c := newCommand()
	c.Stdout, c.Stderr = &stdout, &stderr
	if code := c.run(args); code != s.exit {
		t.Errorf("%s: exit code %d, want %d\n%s%s", s.rest, code, s.exit, &stdout, &stderr)
	}
	if !judges {
		return
	}
	var said struct {
		Findings []struct{ Rule, Subject, Quote string }
		Stale    []struct{ Rule, Subject string }
	}
	if err := json.Unmarshal(stdout.Bytes(), &said); err != nil {
		t.Fatalf("%s: %v\n%s%s", s.rest, err, &stdout, &stderr)
	}
	var found, stale []string
	for _, f := range said.Findings {
		about := f.Subject
		if about == "" {
			about = strconv.Quote(f.Quote)
		}
		found = append(found, f.Rule+" "+about)
	}
	for _, e := range said.Stale {
		stale = append(stale, strings.TrimSpace(e.Rule+" "+e.Subject))
	}
	slices.Sort(found)
	slices.Sort(stale)
	if diff := cmp.Diff(s.new, found); diff != "" {
		t.Errorf("%s: new findings (-want +got):\n%s", s.rest, diff)
	}
	if diff := cmp.Diff(s.stale, stale); diff != "" {
		t.Errorf("%s: stale entries (-want +got):\n%s", s.rest, diff)
	}
}
