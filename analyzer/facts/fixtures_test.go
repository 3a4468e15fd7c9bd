package facts_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer"
)

// fewestVariants is how many ways of saying a thing its fixture shows at least.
const fewestVariants = 6

// testFixture reads testdata/facts/NAME.txtar, where each page NAME.EXT is followed by what a reader
// finds in it, NAME.want, in the words of show.
func testFixture(t *testing.T, name string, show func(*analyzer.Pass) string) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "testdata", "facts", name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := archive.Files
	if len(files) < 2*fewestVariants || len(files)%2 != 0 {
		t.Fatalf("%d files, want at least %d pages, each with what is wanted of it", len(files), fewestVariants)
	}
	for ; len(files) > 0; files = files[2:] {
		page, want := files[0], files[1]
		t.Run(page.Name, func(t *testing.T) {
			if want.Name != strings.TrimSuffix(page.Name, filepath.Ext(page.Name))+".want" {
				t.Fatalf("%s is followed by %s", page.Name, want.Name)
			}
			got := show(read(t, page.Name, string(page.Data)))
			if diff := cmp.Diff(strings.TrimSpace(string(want.Data)), strings.TrimSpace(got)); diff != "" {
				t.Errorf("want -, got +\n%s", diff)
			}
		})
	}
}

// TestFixturesAreRead finds fixtures that no test reads.
func TestFixturesAreRead(t *testing.T) {
	var tests strings.Builder
	sources, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sources {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(src)
	}
	archives, err := filepath.Glob("../../testdata/facts/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("%d fixtures (%v)", len(archives), err)
	}
	for _, a := range archives {
		name := strings.TrimSuffix(filepath.Base(a), ".txtar")
		if !strings.Contains(tests.String(), `testFixture(t, "`+name+`"`) {
			t.Errorf("no test reads %s", a)
		}
	}
}
