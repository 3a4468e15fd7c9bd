package evidence

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/vendors"
)

// A wanted is what is expected of a saved site: want.toml beside it.
type wanted struct {
	Never    []string
	Evidence []struct {
		Vendor, Kind, File, Text string
		Line                     int
		Indirect                 bool
	}
}

// TestSites reads the invented sites below testdata/sites and expects all that want.toml has, and
// nothing else.
func TestSites(t *testing.T) {
	dirs, err := filepath.Glob("../testdata/sites/*/want.toml")
	if err != nil || len(dirs) != 12 {
		t.Fatalf("%d sites, %v", len(dirs), err)
	}
	for _, file := range dirs {
		dir := filepath.Dir(file)
		t.Run(filepath.Base(dir), func(t *testing.T) { verifySite(t, dir) })
	}
}

func verifySite(t *testing.T, dir string) {
	var want wanted
	data, err := os.ReadFile(filepath.Join(dir, "want.toml"))
	if err == nil {
		err = toml.Unmarshal(data, &want)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range want.Never {
		if _, ok := vendors.ByID(id); !ok {
			t.Errorf("the catalogue has no %s", id)
		}
	}
	site := filepath.Join(dir, "site")
	found, failures := OfSite(site)
	for _, f := range failures {
		t.Errorf("%s: %v", f.Path, f.Err)
	}
	var got, expected []string
	for _, w := range want.Evidence {
		expected = append(expected, fmt.Sprintf("%s %s %v %s:%d %s", w.Vendor, w.Kind, w.Indirect, w.File, w.Line, w.Text))
	}
	for _, e := range found {
		id := vendorOf(t, e).ID
		if slices.Contains(want.Never, id) {
			t.Errorf("%s is told by %s", id, describe(e))
		}
		name, err := filepath.Rel(site, e.Place.File.Name)
		if err != nil {
			t.Error(err)
		}
		span := e.Place.Span
		got = append(got, fmt.Sprintf("%s %s %v %s:%d %s", id, e.Kind, e.Indirect, filepath.ToSlash(name),
			e.Place.File.Position(span.Start).Line, e.Place.File.Text[span.Start:span.End]))
	}
	slices.Sort(got)
	slices.Sort(expected)
	if !slices.Equal(got, expected) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(expected, "\n\t"))
	}
}

// vendorOf is the vendor of a piece of evidence, by its key alone, as a rule asks the catalogue.
func vendorOf(t *testing.T, e policy.Evidence) *vendors.Vendor {
	t.Helper()
	var sign vendors.Sign
	ok := false
	switch e.Kind {
	case policy.EvidenceHost:
		host, path, _ := strings.Cut(e.Key, "/")
		sign, ok = vendors.ByHost(host, path)
	case policy.EvidenceGlobal:
		sign, ok = vendors.ByGlobal(e.Key)
	case policy.EvidenceTagID:
		sign, ok = vendors.ByTagID(e.Key)
	}
	if !ok {
		t.Fatalf("the catalogue has nothing for %s", describe(e))
	}
	return sign.Vendor
}

// TestSiteFailures reads folders that are no sites, or not whole ones.
func TestSiteFailures(t *testing.T) {
	write := func(t *testing.T, dir, name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const tag = `<p>가</p><script src="https://cdn.mxpnl.com/a.js"></script>`
	for _, tt := range []struct {
		name  string
		files map[string]string
		path  string // of the failure
		err   error
		found int
	}{
		{"no page", map[string]string{"a.js": "fetch('https://api.mixpanel.com/track')", ".hidden/a.html": tag}, "", ErrNoPage, 1},
		{"an empty page", map[string]string{"a.html": tag, "b.html": ""}, "b.html", scrape.ErrEmpty, 1},
		{"a page that is none", map[string]string{"a.html": "\x89PNG\x00", "b/c.html": tag}, "a.html", scrape.ErrBinary, 1},
		{"a large script", map[string]string{"a.html": tag, "b.js": strings.Repeat("a;", largest/2+1)}, "b.js", ErrTooLarge, 1},
		{"a script in an old encoding", map[string]string{"a.html": tag, "b.js": "// \xb0\xa1\xb3\xaa\xb4\xd9\nfetch('https://api.mixpanel.com/track'); // \xb0\xa1\xb3\xaa"}, "-", nil, 2},
		{"an empty script", map[string]string{"a.html": tag, "b.js": ""}, "-", nil, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range tt.files {
				write(t, dir, name, text)
			}
			found, failures := OfSite(dir)
			if len(found) != tt.found {
				t.Errorf("%d pieces of evidence, want %d", len(found), tt.found)
			}
			switch {
			case tt.path == "-" && len(failures) == 0:
			case len(failures) != 1 || failures[0].Path != filepath.Join(dir, tt.path) || !errors.Is(failures[0].Err, tt.err):
				t.Errorf("failures %v", failures)
			}
		})
	}
	if found, failures := OfSite(filepath.Join(t.TempDir(), "missing")); len(found) != 0 || len(failures) != 1 || !errors.Is(failures[0].Err, os.ErrNotExist) {
		t.Errorf("a missing folder: %v, %v", found, failures)
	}
}

func TestMirrored(t *testing.T) {
	for _, tt := range []struct {
		folder, url string
		want        target
		ok          bool
	}{
		{"www.a.example.kr", "../www.googletagmanager.com/gtag/js%3Fid=G-1A2B3C4D", target{"www.googletagmanager.com", "/gtag/js", "id=G-1A2B3C4D"}, true},
		{"www.a.example.kr/b/c", "../../../www.googletagmanager.com/gtag/js@id=G-1A2B3C4D", target{"www.googletagmanager.com", "/gtag/js", "id=G-1A2B3C4D"}, true},
		{".", "../cdn.mxpnl.com/a.js?b=1", target{"cdn.mxpnl.com", "/a.js", "b=1"}, true}, // the folder is that of the host
		{"www.a.example.kr", "js/a.js", target{"www.a.example.kr", "/js/a.js", ""}, true},
		{".", "js/jquery.min.js", target{}, false},
		{".", "jquery.js/a.js", target{}, false},
		{"www.a.example.kr", "/cdn.mxpnl.com/a.js", target{}, false},
	} {
		if got, ok := mirrored(tt.folder, tt.url); got != tt.want || ok != tt.ok {
			t.Errorf("%s in %s: %v, %v", tt.url, tt.folder, got, ok)
		}
	}
}

func TestEnding(t *testing.T) {
	for name, want := range map[string]string{"list.php?page=2.5": ".php", "list.PHP@page=2": ".php", "a@2x.html": ".html", "b": ""} {
		if got := ending(name); got != want {
			t.Errorf("%s ends with %q", name, got)
		}
	}
}
