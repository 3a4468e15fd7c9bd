package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestManualOfRules holds docs/rules.md and docs/rules.ko.md to what the program prints. With UPDATE
// set, they are rewritten.
func TestManualOfRules(t *testing.T) {
	for _, page := range [...]struct{ file, lang string }{{"rules.md", "en"}, {"rules.ko.md", "ko"}} {
		t.Run(page.file, func(t *testing.T) {
			file := filepath.Join("..", "..", "docs", page.file)
			fresh := output([]string{"rules", "--format", "markdown", "--lang", page.lang})
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(file, []byte(fresh), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if text := readText(t, file); text != fresh {
				t.Errorf("the page is stale (rewrite with UPDATE=1 go test ./cmd/pipalint):\n%s",
					cmp.Diff(strings.Split(text, "\n"), strings.Split(fresh, "\n")))
			}
		})
	}
}
