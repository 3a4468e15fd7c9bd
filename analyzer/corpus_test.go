package analyzer_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/inspect"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/rules"
)

// A page is a file of the test data or of the collections of real pages.
type page struct {
	name string
	raw  []byte
}

// collection are the pages in a folder, in the order of their names; none where there is no such
// folder. Labels and expectations that stand beside them are no pages.
func collection(t testing.TB, dir string) []page {
	t.Helper()
	var out []page
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		switch {
		case os.IsNotExist(err):
			return nil
		case err != nil:
			return err
		case e.IsDir() && e.Name() == "labels":
			return filepath.SkipDir
		case e.IsDir() || strings.HasSuffix(name, ".toml"):
			return nil
		}
		raw, err := os.ReadFile(name)
		out = append(out, page{filepath.Base(name), raw})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// testPages are the pages of the test data, which are never absent.
func testPages(t testing.TB) []page {
	t.Helper()
	pages := collection(t, filepath.Join(repository(t), "testdata", "pages"))
	if len(pages) == 0 {
		t.Fatal("testdata/pages has no page")
	}
	return pages
}

// realPages are those of a collection beside the repository, which may be absent, or where
// PIPALINT_SHARED says, which then must hold them.
func realPages(t testing.TB, folder ...string) []page {
	t.Helper()
	named := os.Getenv("PIPALINT_SHARED")
	shared := named
	if shared == "" {
		shared = filepath.Join(repository(t), "..", "shared")
	}
	pages := collection(t, filepath.Join(append([]string{shared}, folder...)...))
	if named != "" && len(pages) == 0 {
		t.Fatalf("PIPALINT_SHARED holds no pages in %s", filepath.Join(folder...))
	}
	return pages
}

// repository is the folder of go.mod.
func repository(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs(".")
	for err == nil {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			break
		}
		dir = filepath.Dir(dir)
	}
	t.Fatalf("no go.mod above the test (%v)", err)
	return ""
}

var day = date.Date{Year: 2026, Month: 1, Day: 2}

// check is a whole check of one page: reading it, the facts that every face shows, and all rules.
func check(name string, raw []byte) (*analyzer.Pass, []analyzer.Diagnostic, error) {
	doc, err := scrape.Parse(name, raw, scrape.Options{})
	if err != nil {
		return nil, nil, err
	}
	pass := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, day)
	facts.Clauses.Of(pass)
	facts.Dates.Of(pass)
	facts.Kinds.Of(pass)
	facts.Languages.Of(pass)
	return pass, (&analyzer.Check{Rules: rules.All(), Day: day}).RunPass(pass), nil
}

// TestDiagnosticsOfPages checks that each finding, and what it speaks of besides, stands within its
// file and quotes the visible text of its place.
func TestDiagnosticsOfPages(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages []page
	}{{"pages", testPages(t)}, {"corpus", realPages(t, "corpus", "docs")}, {"seeds", realPages(t, "seeds")}} {
		t.Run(c.name, func(t *testing.T) {
			if len(c.pages) == 0 {
				t.Skip("there are no such pages here")
			}
			findings := 0
			for _, p := range c.pages {
				pass, diagnostics, err := check(p.name, p.raw)
				if err != nil {
					t.Errorf("%s: %v", p.name, err)
					continue
				}
				findings += len(diagnostics)
				inspect.Document(pass, 0) // all the facts that no rule asks for
				for _, d := range diagnostics {
					checkQuote(t, pass, d.Rule.Name, d.Place, d.Quote)
					for _, r := range d.Related {
						checkQuote(t, pass, d.Rule.Name, r.Place, r.Quote)
					}
				}
			}
			t.Logf("%d pages, %d findings", len(c.pages), findings)
			if findings == 0 && c.name == "pages" {
				t.Error("nothing was found, so nothing was checked")
			}
		})
	}
}

func checkQuote(t *testing.T, pass *analyzer.Pass, rule string, at policy.Place, quote string) {
	t.Helper()
	if at.File == nil {
		t.Errorf("%s: a finding without a file", rule)
		return
	}
	name, text, s := at.File.Name, at.File.Text, at.Span
	if s.Start < 0 || s.End < s.Start || s.End > len(text) || !utf8.ValidString(text[s.Start:s.End]) {
		t.Errorf("%s: %s at %v, of %d bytes", name, rule, s, len(text))
		return
	}
	for _, doc := range pass.Policy.Pages {
		if want := doc.Quote(s); doc.File == at.File && want != quote {
			t.Errorf("%s: %s quotes %q at %v, where %q is seen", name, rule, quote, s, want)
		}
	}
}
