// Package manifest reads which packages the manifests and lock files of a source tree ask for, with the
// places where they stand. Text of one file goes in, dependencies come out; how files belong together is
// for package evidence, but for what [Manifest] says of it.
//
// What serves to build and test alone is left out. Manifests that are programs (Gradle, Podfile,
// Package.swift) are read as far as they say what they ask for in so many words.
package manifest

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// The registries of packages, and how a [Dependency] writes a name of each.
const (
	NPM       = "npm"       // @scope/name
	Maven     = "maven"     // group:artifact
	CocoaPods = "cocoapods" // Pod/Subspec
	SwiftPM   = "swiftpm"   // host/owner/repository
	Pub       = "pub"
	PyPI      = "pypi" // without extras
	Go        = "go"   // path of a module
)

// A Dependency is a package that a file asks for.
type Dependency struct {
	Ecosystem, Name string
	Start, End      int  // of the name, in bytes of the text
	Indirect        bool // only another package asks for it, or it is listed and nothing is seen to use it
}

// A Manifest is what one file says.
type Manifest struct {
	Dependencies []Dependency // in the order of the text, each name once
	Dev          []string     // the names of those asked for to build and test alone

	// What each package asks for in turn, and under "" what was asked for; nil where the file does not tell.
	Needs map[string][]string

	// Of a Gradle build.
	References []Reference // what it asks for by names that a catalogue or a constant explains
	Aliases    []Alias     // those names
	Bundles    map[string][]string

	Includes []string // other files of the same folder that are read with it

	index map[string]int // of Dependencies, by name
}

// An Error says where a file could not be understood.
type Error struct {
	Line, Column int // from 1, in characters
	Message      string
}

func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message) }

// errorAt is an error at an offset of a text.
func errorAt(text string, offset int, format string, args ...any) error {
	before := text[:max(0, min(offset, len(text)))]
	start := strings.LastIndexByte(before, '\n') + 1
	return &Error{
		Line:    strings.Count(before, "\n") + 1,
		Column:  utf8.RuneCountInString(before[start:]) + 1,
		Message: fmt.Sprintf(format, args...),
	}
}

// Add appends a dependency. Of those of one name the first stays, a direct one before indirect ones.
func (m *Manifest) Add(d Dependency) {
	if d.Name == "" {
		return
	}
	if i, ok := m.index[d.Name]; ok {
		if m.Dependencies[i].Indirect && !d.Indirect {
			m.Dependencies[i] = d
		}
		return
	}
	if m.index == nil {
		m.index = make(map[string]int)
	}
	m.index[d.Name] = len(m.Dependencies)
	m.Dependencies = append(m.Dependencies, d)
}

// need notes what a package asks for in turn.
func (m *Manifest) need(name string, needs ...string) {
	if m.Needs == nil {
		m.Needs = make(map[string][]string)
	}
	m.Needs[name] = append(m.Needs[name], needs...)
}

// sorted puts dependencies in the order of the text.
func (m *Manifest) sorted() {
	slices.SortStableFunc(m.Dependencies, func(a, b Dependency) int { return a.Start - b.Start })
}

// toDevelop are the words by which groups, targets and configurations that are not shipped call themselves.
var toDevelop = []string{
	"test", "tests", "testing", "dev", "develop", "development", "debug", "mock", "mocks", "benchmark", "benchmarks",
	"lint", "linting", "docs", "doc", "typing", "types", "ci", "e2e", "local", "qa", "format", "formatting", "style",
}

// isDev reports whether a name is, or has as one of its words, one of those.
func isDev(name string) bool {
	return slices.ContainsFunc(words(name), func(w string) bool { return slices.Contains(toDevelop, w) })
}

// words are the words of a name such as freeDebugImplementation or requirements-dev_2, in lower case.
func words(name string) []string {
	var out []string
	start := 0
	flush := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(name[start:end]))
		}
	}
	for i, r := range name {
		switch {
		case r >= 'A' && r <= 'Z' && i > 0 && !(name[i-1] >= 'A' && name[i-1] <= 'Z'):
			flush(i)
			start = i
		case r == '-' || r == '_' || r == '.' || r == '/' || r == ' ':
			flush(i)
			start = i + 1
		}
	}
	flush(len(name))
	return out
}
