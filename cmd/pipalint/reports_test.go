package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each format is described, in both languages, with what it is for and a section of its own.
func TestFormatsDescribed(t *testing.T) {
	for _, page := range []string{"formats.md", "formats.ko.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "docs", page))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range formatNames() {
			if !strings.Contains(string(text), "\n| `"+name+"` | ") {
				t.Errorf("%s: no row for %s", page, name)
			}
			if name != "text" && !strings.Contains(string(text), "\n## "+name+"\n") {
				t.Errorf("%s: no section about %s", page, name)
			}
		}
	}
}

// A report takes the place of the old one, and nothing else is left behind.
func TestReplaceFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.json")
	for _, content := range []string{"old", "new"} {
		if err := replaceFile(name, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != content {
			t.Errorf("got %q, %v, want %q", got, err, content)
		}
	}
	if err := replaceFile(dir, []byte("x")); err == nil {
		t.Error("a directory was replaced")
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 1 {
		t.Errorf("left behind: %v, %v", files, err)
	}
}
