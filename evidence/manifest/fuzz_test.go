package manifest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// programs are the files that scanners of our own read.
var programs = []string{
	"build.gradle", "gradle.lockfile", "Podfile", "Package.swift", "project.pbxproj", "yarn.lock", "requirements.txt",
}

// data are the files that parsers of others read for us.
var data = []string{
	"package.json", "package-lock.json", "pnpm-lock.yaml", "libs.versions.toml", "pom.xml", "Podfile.lock", "Package.resolved", "pubspec.yaml",
	"pubspec.lock", "go.mod", "pyproject.toml", "poetry.lock", "Pipfile",
}

func FuzzPrograms(f *testing.F) { fuzzFormats(f, programs) }

func FuzzData(f *testing.F) { fuzzFormats(f, data) }

// fuzzFormats holds that no text makes a parser panic, and that names stand within the text.
func fuzzFormats(f *testing.F, names []string) {
	for _, text := range sources(f) {
		f.Add(text)
	}
	f.Add(`dependencies { implementation("a:b:${x["}"]}") } /* /* */ """ ' #"`)
	f.Add("pod 'X', :subspecs => ['A'\nend end do | def if")
	f.Add("a: &a [*a]\nb: {<<: *a}\n? [x]\n: y")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<16 {
			return
		}
		for _, name := range names {
			format, _ := FormatOf(name)
			m, err := format.Parse(text)
			var e *Error
			if err != nil && (!errors.As(err, &e) || e.Line < 1 || e.Column < 1) {
				t.Fatalf("%s: an error without a place: %v", name, err)
			}
			for _, d := range m.Dependencies {
				checkPlace(t, name, text, d)
			}
			for _, a := range m.Aliases {
				checkPlace(t, name, text, a.Dependency)
			}
			for _, r := range m.References {
				checkPlace(t, name, text, Dependency{Name: r.Name, Start: r.Start, End: r.End})
			}
		}
	})
}

func checkPlace(t *testing.T, file, text string, d Dependency) {
	if d.Name == "" || d.Start < 0 || d.End > len(text) || d.Start > d.End {
		t.Fatalf("%s: %q stands at %d-%d of %d", file, d.Name, d.Start, d.End, len(text))
	}
}

// sources are the files of the invented source trees.
func sources(tb testing.TB) []string {
	tb.Helper()
	var out []string
	for _, pattern := range [...]string{"*/*", "*/*/*", "*/*/*/*"} {
		paths, err := filepath.Glob("../../testdata/sources/" + pattern)
		if err != nil {
			tb.Fatal(err)
		}
		for _, path := range paths {
			if raw, err := os.ReadFile(path); err == nil && utf8.Valid(raw) {
				out = append(out, strings.TrimPrefix(string(raw), "\uFEFF"))
			}
		}
	}
	if len(out) < 40 {
		tb.Fatalf("%d sources", len(out))
	}
	return out
}

// What stands cut off anywhere is read or refused, and nothing is placed outside it.
func TestCutOff(t *testing.T) {
	for _, text := range sources(t) {
		for _, name := range append(programs, data...) {
			format, _ := FormatOf(name)
			step := max(1, len(text)/50)
			for end := 0; end < len(text); end += step {
				part := strings.ToValidUTF8(text[:end], "")
				m, _ := format.Parse(part)
				for _, d := range m.Dependencies {
					checkPlace(t, name, part, d)
				}
			}
		}
	}
}
