package scrape

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// eachPage calls yield with each page of the test data and, where they stand beside the repository or
// where PIPALINT_SHARED says, of the collections of real pages.
func eachPage(t testing.TB, yield func(name string, raw []byte)) {
	t.Helper()
	root := repository(t)
	named := os.Getenv("PIPALINT_SHARED")
	shared := named
	if shared == "" {
		shared = filepath.Join(root, "..", "shared")
	}
	own := filepath.Join(root, "testdata", "pages")
	for _, dir := range [...]string{own, filepath.Join(shared, "corpus", "docs"), filepath.Join(shared, "seeds")} {
		err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
			switch {
			case os.IsNotExist(err) && dir != own && named == "":
				t.Logf("skipped: there is no %s", filepath.Base(dir))
				return nil
			case err != nil:
				return err
			case e.IsDir() && e.Name() == "labels":
				return filepath.SkipDir
			case e.IsDir() || strings.HasSuffix(name, ".toml"):
				return nil
			}
			raw, err := os.ReadFile(name)
			if err == nil {
				yield(name, raw)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// repository is the folder of go.mod.
func repository(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// TestPages checks what holds for any document on all pages at hand, and that few of their blocks
// have no place of their own.
func TestPages(t *testing.T) {
	var total placement
	n := 0
	eachPage(t, func(name string, raw []byte) {
		doc, err := Parse(name, raw, Options{})
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(name), err)
			return
		}
		n++
		total.add(verifyDocument(t, doc))
		verifyUnmarked(t, doc)
	})
	t.Logf("%d pages, %d blocks: %d images, %d without a place of their own, %d that the source alone tells otherwise", n, total.blocks, total.images, total.inexact, total.unread)
	if total.blocks == 0 || 500*total.inexact > total.blocks || 500*total.unread > total.blocks {
		t.Errorf("%d of %d blocks without a place of their own, %d read otherwise", total.inexact, total.blocks, total.unread)
	}
}
