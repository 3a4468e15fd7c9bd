package files_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/files"
)

func TestBelow(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"b.txt", "a/c.txt", "a/d.md", "ignored/e.txt", ".hidden/f.txt", "node_modules/g.txt", "out/h.txt", "a/out/i.txt", ".gitignore",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("ignored/\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	choice := files.Choice{
		Skip: func(folder string) bool { return folder == "out" },
		Keep: func(path string) bool { return filepath.Ext(path) == ".txt" },
	}
	check := func(root string, c files.Choice, want ...string) {
		t.Helper()
		paths, unread := files.Below(t.Context(), root, c)
		var got []string
		for _, p := range paths {
			rel, _ := filepath.Rel(dir, p)
			got = append(got, filepath.ToSlash(rel))
		}
		if diff := cmp.Diff(want, got); diff != "" || len(unread) > 0 {
			t.Errorf("(-want +got):\n%s%v", diff, unread)
		}
	}
	check(dir, choice, "a/c.txt", "b.txt", "ignored/e.txt")
	check(filepath.Join(dir, "out"), choice, "out/h.txt") // a folder that is named is looked into
	check(dir, files.Choice{Keep: choice.Keep}, "a/c.txt", "a/out/i.txt", "b.txt", "ignored/e.txt", "out/h.txt")

	if err := exec.Command("git", "-C", dir, "init", "-q").Run(); err != nil {
		if os.Getenv("PIPALINT_CI") != "" {
			t.Fatal(err)
		}
		t.Skip("no git:", err)
	}
	check(dir, choice, "a/c.txt", "b.txt")
	check(filepath.Join(dir, "ignored"), choice, "ignored/e.txt")
	if err := os.Remove(filepath.Join(dir, "b.txt")); err != nil {
		t.Fatal(err)
	}
	check(dir, choice, "a/c.txt")
}

func TestBelowClosedFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("nothing is closed to root: .ci/run runs this as somebody else")
	}
	dir := t.TempDir()
	closed := filepath.Join(dir, "closed")
	if err := os.Mkdir(closed, 0); err != nil {
		t.Fatal(err)
	}
	_, unread := files.Below(t.Context(), dir, files.Choice{Keep: func(string) bool { return true }})
	if len(unread) != 1 || unread[0].Path != closed {
		t.Errorf("unread: %v", unread)
	}
}
