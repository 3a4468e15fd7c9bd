package wall_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/crawl/wall"
)

func TestWalls(t *testing.T) {
	for _, f := range archive(t, "walls.txtar") {
		t.Run(f.Name, func(t *testing.T) {
			var want wall.Wall
			doc, status, header := answer(t, f, func(line string, status *int) {
				if _, err := fmt.Sscan(line, &want.Name, &want.Kind, status); err != nil {
					t.Fatal(err)
				}
			})
			got, ok := wall.Find(doc, status, header)
			if got != want || !ok {
				t.Errorf("Find is %v, %t; want %v", got, ok, want)
			}
		})
	}
}

func TestPages(t *testing.T) {
	for _, f := range archive(t, "pages.txtar") {
		t.Run(f.Name, func(t *testing.T) {
			doc, status, header := answer(t, f, func(line string, status *int) {
				if _, err := fmt.Sscan(line, status); err != nil {
					t.Fatal(err)
				}
			})
			if got, ok := wall.Find(doc, status, header); ok || got != (wall.Wall{}) {
				t.Errorf("Find is %v, %t", got, ok)
			}
		})
	}
}

// TestCorpus finds no wall in real policies, whatever the server says beside them.
func TestCorpus(t *testing.T) {
	shared := os.Getenv("PIPALINT_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	files, err := filepath.Glob(filepath.Join(shared, "corpus", "docs", "*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 && os.Getenv("PIPALINT_SHARED") == "" {
		t.Skip("there is no collection of real policies")
	}
	busy := http.Header{}
	for _, line := range []string{"Server: cloudflare", "CF-RAY: 0-ICN", "X-Iinfo: 1", "X-DataDome: protected"} {
		name, value, _ := strings.Cut(line, ": ")
		busy.Add(name, value)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := scrape.Parse(name, raw, scrape.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, status := range [...]int{http.StatusOK, http.StatusForbidden} {
			if got, ok := wall.Find(doc, status, busy); ok {
				t.Errorf("%s, %d: %v", filepath.Base(name), status, got)
			}
		}
	}
}

// TestNothing asks without a document.
func TestNothing(t *testing.T) {
	if got, ok := wall.Find(nil, http.StatusOK, nil); ok {
		t.Errorf("nothing is %v", got)
	}
	got, ok := wall.Find(nil, http.StatusAccepted, http.Header{"X-Amzn-Waf-Action": {"challenge"}})
	if want := (wall.Wall{Name: "aws-waf", Kind: wall.Bot}); got != want || !ok {
		t.Errorf("a challenge without a body is %v, %t", got, ok)
	}
}

func FuzzFind(f *testing.F) {
	for _, file := range append(archive(f, "walls.txtar"), archive(f, "pages.txtar")...) {
		f.Add(file.Data, 200, "cf-ray")
	}
	f.Fuzz(func(t *testing.T, raw []byte, status int, name string) {
		doc, err := scrape.Parse("page.html", raw, scrape.Options{})
		if err != nil {
			doc = nil
		}
		got, ok := wall.Find(doc, status, http.Header{textproto.CanonicalMIMEHeaderKey(name): {string(raw)}})
		if ok != (got.Name != "" && got.Kind != "") {
			t.Errorf("Find is %v, %t", got, ok)
		}
	})
}

func archive(t testing.TB, name string) []txtar.File {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return a.Files
}

// answer reads a line that tells what is expected, a header and a page.
func answer(t *testing.T, f txtar.File, tell func(line string, status *int)) (*policy.Document, int, http.Header) {
	t.Helper()
	line, rest, _ := strings.Cut(string(f.Data), "\n")
	status := 0
	tell(line, &status)
	r := bufio.NewReader(bytes.NewReader([]byte(rest)))
	header, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := scrape.Parse(f.Name+".html", raw, scrape.Options{ContentType: "text/html; charset=utf-8"})
	if err != nil {
		t.Fatal(err)
	}
	return doc, status, http.Header(header)
}
