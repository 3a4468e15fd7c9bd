package evidence

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/evidence/manifest"
	"github.com/pipalint/pipalint/vendors"
)

// lock leaves of each lock file what no manifest names and what is shipped: what a dependency of a
// manifest asks for, in turn and in turn again, where the lock file tells.
func (t *tree) lock() {
	for _, s := range t.sources {
		if s.format.Kind != manifest.Locks {
			continue
		}
		g := t.governed(s)
		var reached map[string]bool
		if s.Needs != nil && g.manifests {
			reached = reach(s, g)
		}
		s.Dependencies = slices.DeleteFunc(s.Dependencies, func(d manifest.Dependency) bool {
			key := packageKey(s, d.Name)
			return g.named[key] || reached == nil && g.dev[key] || reached != nil && !reached[key]
		})
	}
}

// A governed is what the manifests ask for that a lock file speaks for.
type governed struct {
	manifests  bool // there are any
	named, dev map[string]bool
}

func (t *tree) governed(lock *sourceFile) governed {
	g := governed{named: make(map[string]bool), dev: make(map[string]bool)}
	for _, s := range t.sources {
		if s.format.Kind == manifest.Locks || s.format.Ecosystem != lock.format.Ecosystem || !isBelow(s.scope, lock.scope) {
			continue
		}
		g.manifests = true
		for _, d := range s.Dependencies {
			g.named[packageKey(s, d.Name)] = true
		}
		for _, name := range s.Dev {
			g.dev[packageKey(s, name)] = true
		}
	}
	return g
}

// reach are the packages that those named ask for. What a lock file itself says was asked for (the
// needs of "") counts, too: a Podfile leaves it to functions.
func reach(lock *sourceFile, g governed) map[string]bool {
	needs := make(map[string][]string, len(lock.Needs))
	for name, needed := range lock.Needs {
		key := packageKey(lock, name)
		for _, n := range needed {
			needs[key] = append(needs[key], packageKey(lock, n))
		}
	}
	out := make(map[string]bool)
	var queue []string
	visit := func(key string) {
		if !out[key] {
			out[key] = true
			queue = append(queue, key)
		}
	}
	for key := range g.named {
		visit(key)
	}
	for _, key := range needs[""] {
		if !g.dev[key] {
			visit(key)
		}
	}
	for len(queue) > 0 {
		last := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		for _, key := range needs[last] {
			visit(key)
		}
	}
	return out
}

func packageKey(s *sourceFile, name string) string {
	return vendors.PackageKey(vendors.Ecosystem(s.format.Ecosystem), name)
}

// isBelow reports whether a folder is another or lies in it.
func isBelow(dir, folder string) bool {
	rel, err := filepath.Rel(folder, dir)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
