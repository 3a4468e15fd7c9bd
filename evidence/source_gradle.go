package evidence

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/pipalint/pipalint/evidence/manifest"
)

// explain puts artifacts in place of the names by which Gradle builds ask for them. A catalogue's artifacts
// that nobody asks for are indirect; those asked for stand where they are asked for.
func (t *tree) explain() {
	var scripts []manifest.Manifest
	for _, s := range t.sources {
		if s.format.Kind == manifest.Asks && len(s.Aliases) > 0 {
			scripts = append(scripts, s.Manifest)
		}
	}
	used := make(map[string]bool) // artifacts
	for _, build := range t.sources {
		for _, r := range build.References {
			for _, a := range t.named(build, r, scripts) {
				used[a.Dependency.Name] = true
				if !r.Dev && !manifest.IsBuildTool(a.Dependency.Name) {
					build.Add(manifest.Dependency{Ecosystem: manifest.Maven, Name: a.Dependency.Name, Start: r.Start, End: r.End})
				}
			}
		}
	}
	for _, c := range t.sources {
		for _, a := range c.Aliases {
			if c.format.Kind == manifest.Catalogue && !used[a.Dependency.Name] && !manifest.IsBuildTool(a.Dependency.Name) {
				c.Add(a.Dependency)
			}
		}
	}
}

// named are the artifacts that a reference of a build names.
func (t *tree) named(build *sourceFile, r manifest.Reference, scripts []manifest.Manifest) []manifest.Alias {
	for _, c := range t.catalogues(build) {
		if out := c.Explain(catalogueName(c), r); len(out) > 0 {
			return out
		}
	}
	if a, ok := manifest.Constant(scripts, r); ok {
		return []manifest.Alias{a}
	}
	return nil
}

// catalogues are the version catalogues of a build: those of the nearest folder above it that has any,
// which may lie above the tree.
func (t *tree) catalogues(build *sourceFile) []*sourceFile {
	var out []*sourceFile
	for dir := build.scope; ; dir = filepath.Dir(dir) {
		for _, s := range t.sources {
			if s.format.Kind == manifest.Catalogue && s.scope == dir {
				out = append(out, s)
			}
		}
		if len(out) > 0 || dir == t.root || dir == filepath.Dir(dir) {
			break
		}
	}
	if len(out) == 0 {
		return t.above()
	}
	return out
}

// above reads the catalogues of the project that the root is a part of, once.
func (t *tree) above() []*sourceFile {
	if t.lookedAbove {
		return t.outside
	}
	t.lookedAbove = true
	dir, err := filepath.Abs(t.root)
	if err != nil {
		return nil
	}
	for range 8 { // folders are not nested deeper than that
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || dir == filepath.Dir(dir) {
			break // the project ends here
		}
		dir = filepath.Dir(dir)
		found, _ := filepath.Glob(filepath.Join(escapeGlob(dir), "gradle", "*.versions.toml"))
		for _, path := range found {
			t.readAbove(path)
		}
		if len(t.outside) > 0 {
			break
		}
	}
	return t.outside
}

// readAbove reads a catalogue outside the tree, of which only what is asked for counts.
func (t *tree) readAbove(path string) {
	file, err := readText(path)
	if err != nil {
		t.failures = append(t.failures, Failure{path, err})
		return
	}
	m, err := manifest.VersionCatalogue(file.Text)
	if err != nil {
		t.failures = append(t.failures, Failure{path, err})
		return
	}
	t.outside = append(t.outside, &sourceFile{path: path, file: file, Manifest: m})
}

func escapeGlob(path string) string {
	if filepath.Separator == '\\' {
		return path // there is no escape in Windows
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// catalogueName is how builds call a catalogue: libs for gradle/libs.versions.toml.
func catalogueName(c *sourceFile) string {
	return strings.TrimSuffix(filepath.Base(c.path), ".versions.toml")
}
