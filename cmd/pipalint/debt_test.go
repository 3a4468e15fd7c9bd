package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// What the documents on the baseline call a flag is one of check.
func TestBaselineDocsNameFlags(t *testing.T) {
	check := newCommand().checkCommand().Flags()
	flag := regexp.MustCompile("--([a-z][a-z-]+)")
	for _, name := range []string{"baseline.md", "baseline.ko.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "docs", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range flag.FindAllSubmatch(text, -1) {
			if check.Lookup(string(m[1])) == nil {
				t.Errorf("%s: check has no flag %s", name, m[0])
			}
		}
		for _, wanted := range []string{"--baseline", "--write-baseline", "--accept-new", "--show-baseline", "--prune", "--fail-on-stale", "--since"} {
			if !regexp.MustCompile(regexp.QuoteMeta(wanted) + `\b`).Match(text) {
				t.Errorf("%s says nothing of %s", name, wanted)
			}
		}
	}
}

// A file is put in place with the rights of the one before, through a link, and nothing else is left.
func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target.json"), filepath.Join(dir, "link.json")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("target.json", link); err != nil {
		cannot(t, "no links:", err)
	}
	if err := writeFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(target)
	if err != nil || info.Mode() != 0o600 {
		t.Errorf("rights: %v, %v", info.Mode(), err)
	}
	if to, err := os.Readlink(link); err != nil || to != "target.json" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	if text, err := os.ReadFile(target); err != nil || string(text) != "new" {
		t.Errorf("content %q, %v", text, err)
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(filepath.Join(dir, "folder"), []byte("new")); err == nil {
		t.Error("a folder was overwritten")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 3 {
		t.Errorf("left: %v, %v", left, err)
	}
}
