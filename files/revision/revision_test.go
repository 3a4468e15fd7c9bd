package revision_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/files/revision"
)

// git runs git in a folder, with a name to commit under.
func git(t *testing.T, dir, stdin string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com"}, args...)...)
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(stdin)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// repository is a repository with one commit of some files, in a folder without links.
func repository(t *testing.T, content map[string]string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("PIPALINT_CI") != "" {
			t.Fatal(err)
		}
		t.Skip("no git:", err)
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	dir := t.TempDir()
	git(t, dir, "", "init", "-q", "-b", "main")
	for name, text := range content {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	git(t, dir, "", "add", ".")
	git(t, dir, "", "commit", "-q", "-m", "first")
	return dir
}

// stored are the files below a folder.
func stored(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(path)] = string(raw)
	}
	return out
}

func TestExtract(t *testing.T) {
	dir := repository(t, map[string]string{"a.html": "가\n", "empty.txt": "", "long.txt": strings.Repeat("x", 100)})
	if err := os.WriteFile(filepath.Join(dir, "a.html"), []byte("later"), 0o644); err != nil {
		t.Fatal(err)
	}
	rev, err := revision.Open(t.Context(), dir, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	to := t.TempDir()
	paths := map[string]string{"a.html": "a.html", "empty.txt": "empty.txt", "long.txt": "long.txt", "b.html": "a.html", "none": "none"}
	if err := rev.Extract(t.Context(), to, paths, 99); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"a.html": "가\n", "b.html": "가\n", "empty.txt": ""}, stored(t, to)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What a commit says leads nowhere else: neither its links nor its names.
func TestExtractStrange(t *testing.T) {
	dir := repository(t, map[string]string{"a.html": "가\n"})
	blob := git(t, dir, "", "rev-parse", "HEAD:a.html")
	link := func(target string) string { return git(t, dir, target, "hash-object", "-w", "--stdin") }
	tree := git(t, dir, strings.Join([]string{
		"100644 blob " + blob + "\ta.html",
		"120000 blob " + link("a.html") + "\tb.html",
		"120000 blob " + link("/etc/passwd") + "\tc.html",
		"120000 blob " + link("../../outside") + "\td.html",
		"120000 blob " + link("e.html") + "\te.html",
	}, "\n")+"\n", "mktree")
	rev, err := revision.Open(t.Context(), dir, git(t, dir, "", "commit-tree", "-m", "links", tree))
	if err != nil {
		t.Fatal(err)
	}
	paths, err := rev.Below(t.Context(), ".", func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	to := t.TempDir()
	if err := rev.Extract(t.Context(), to, paths, 1<<20); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"a.html": "가\n", "b.html": "가\n"}, stored(t, to)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := rev.Extract(t.Context(), to, map[string]string{"../out.html": "a.html"}, 1<<20); err == nil {
		t.Error("a name led out of the folder")
	}
}

// A file is the same under a composed and a decomposed name, and under another where git sees it renamed.
func TestBefore(t *testing.T) {
	const decomposed = "\u110E\u1165\u1105\u1175.html" // 처리, as macOS stores it
	dir := repository(t, map[string]string{"a.html": strings.Repeat("가나다\n", 20), decomposed: "나"})
	git(t, dir, "", "mv", "a.html", "b c.html")
	rev, err := revision.Open(t.Context(), dir, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]string{"b c.html": "a.html", "처리.html": decomposed, decomposed: decomposed, "new.html": ""} {
		old, ok, err := rev.Before(t.Context(), now)
		if err != nil || ok != (want != "") || ok && old != want {
			t.Errorf("%q was %q (%v, %v), want %q", now, old, ok, err, want)
		}
	}
	below, err := rev.Below(t.Context(), "b c.html", func(string) bool { return true })
	if diff := cmp.Diff(map[string]string{"b c.html": "a.html"}, below); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestOpenErrors(t *testing.T) {
	dir := repository(t, map[string]string{"a.html": "가"})
	for ref, want := range map[string]error{"mian": revision.ErrNoCommit, "": revision.ErrNoCommit, "...": revision.ErrNoCommit, "--all": revision.ErrNoCommit, "HEAD:a.html": revision.ErrNoCommit} {
		if _, err := revision.Open(t.Context(), dir, ref); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", ref, err, want)
		}
	}
	if _, err := revision.Open(t.Context(), t.TempDir(), "HEAD"); !errors.Is(err, revision.ErrNoRepository) {
		t.Errorf("outside: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := revision.Open(t.Context(), dir, "HEAD"); !errors.Is(err, revision.ErrNoGit) {
		t.Errorf("without git: %v", err)
	}
}
