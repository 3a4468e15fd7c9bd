package evidence

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/evidence/manifest"
	"github.com/pipalint/pipalint/files"
	"github.com/pipalint/pipalint/vendors"
)

// OfSource are the packages that a source tree asks for, as far as the catalogue proves that they send
// data to a vendor, in the order of the files and of their lines; and the manifests that could not be
// read. A single manifest may be named in place of the folder. A package that a manifest names stands
// there; what only a lock file or an unused entry of a version catalogue names is indirect.
func OfSource(dir string) ([]policy.Evidence, []Failure) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, []Failure{{dir, err}}
	}
	t := &tree{root: dir}
	if info.IsDir() {
		t.walk()
	} else {
		t.root = filepath.Dir(dir)
		if f, ok := manifest.FormatOf(filepath.ToSlash(dir)); ok {
			t.read(dir, f)
		}
	}
	if len(t.sources) == 0 && len(t.failures) == 0 {
		return nil, []Failure{{dir, ErrNoManifest}}
	}
	t.include()
	t.explain()
	t.lock()
	return t.evidence(), t.failures
}

// A tree is a source tree as far as it was read.
type tree struct {
	root     string
	sources  []*sourceFile
	failures []Failure

	outside     []*sourceFile // version catalogues above the root
	lookedAbove bool
}

// A sourceFile is one file that asks for packages.
type sourceFile struct {
	path   string
	scope  string // the folder that it speaks for, with what is below
	format manifest.Format
	file   *policy.File
	manifest.Manifest
}

// notOfOwner are folders with packages of others, with what was built, and with what serves development.
var notOfOwner = []string{
	"vendor", "Pods", "Carthage", "bower_components", "site-packages", "venv", "SourcePackages",
	"build", "dist", "target", "out", "DerivedData",
	"testdata", "fixtures", "__fixtures__", "__tests__", "__mocks__", "test", "tests", "e2e", "example", "examples",
}

// walk reads the manifests below the root.
func (t *tree) walk() {
	paths, unread := files.Below(context.Background(), t.root, manifests)
	for _, u := range unread {
		t.failures = append(t.failures, Failure(u))
	}
	for _, path := range paths {
		f, _ := manifest.FormatOf(filepath.ToSlash(path))
		t.read(path, f)
	}
}

func isRegular(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular()
}

// read reads one manifest.
func (t *tree) read(path string, f manifest.Format) {
	file, err := readText(path)
	if err != nil {
		t.failures = append(t.failures, Failure{path, err})
		return
	}
	m, err := f.Parse(file.Text)
	if err != nil {
		t.failures = append(t.failures, Failure{path, err})
		return
	}
	t.sources = append(t.sources, &sourceFile{path, scopeOf(path), f, file, m})
}

// maxManifest is far above the lock files of the largest trees.
const maxManifest = 64 << 20

// readText reads a file. Old ones may hold comments in another encoding than UTF-8.
func readText(path string) (*policy.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxManifest {
		return nil, ErrTooLarge
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	const byteOrderMark = "\uFEFF"
	if utf8.Valid(raw) && !strings.HasPrefix(string(raw), byteOrderMark) {
		return policy.NewFile(path, string(raw), "utf-8", nil), nil
	}
	doc, err := scrape.Parse(path, raw, scrape.Options{Format: policy.Text})
	if err != nil {
		return nil, err
	}
	return doc.File, nil
}

// scopeOf is the folder of a file. What stands in an Xcode project speaks for the folder of the project,
// a version catalogue for the one above gradle.
func scopeOf(path string) string {
	dir := filepath.Dir(path)
	for d := dir; d != filepath.Dir(d); d = filepath.Dir(d) {
		if ext := filepath.Ext(d); ext == ".xcodeproj" || ext == ".xcworkspace" {
			dir = filepath.Dir(d)
		}
	}
	if filepath.Base(dir) == "gradle" && strings.HasSuffix(path, ".toml") {
		dir = filepath.Dir(dir)
	}
	return dir
}

// include reads the files that requirements files name.
func (t *tree) include() {
	for i := 0; i < len(t.sources); i++ {
		s := t.sources[i]
		for _, name := range s.Includes {
			path := filepath.Join(filepath.Dir(s.path), filepath.FromSlash(name))
			known := slices.ContainsFunc(t.sources, func(o *sourceFile) bool { return o.path == path })
			failed := slices.ContainsFunc(t.failures, func(f Failure) bool { return f.Path == path })
			if filepath.IsLocal(filepath.FromSlash(name)) && !known && !failed {
				t.read(path, s.format)
			}
		}
	}
}

// evidence is what the catalogue of vendors proves.
func (t *tree) evidence() []policy.Evidence {
	slices.SortFunc(t.sources, func(a, b *sourceFile) int { return strings.Compare(a.path, b.path) })
	slices.SortStableFunc(t.failures, func(a, b Failure) int { return strings.Compare(a.Path, b.Path) })
	var out []policy.Evidence
	for _, s := range t.sources {
		slices.SortStableFunc(s.Dependencies, func(a, b manifest.Dependency) int { return a.Start - b.Start })
		for _, d := range s.Dependencies {
			if _, ok := vendors.ByPackage(vendors.Ecosystem(d.Ecosystem), d.Name); !ok {
				continue
			}
			out = append(out, policy.Evidence{
				Kind: policy.EvidencePackage, Key: d.Name, Ecosystem: d.Ecosystem, Indirect: d.Indirect,
				Place: policy.Place{File: s.file, Span: policy.Span{Start: d.Start, End: d.End}},
			})
		}
	}
	return out
}
