package evidence

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/evidence/manifest"
	"github.com/pipalint/pipalint/files"
)

// A Tree is a folder whose manifests [OfSource] reads.
type Tree struct {
	Dir       string   // from the folder that was looked through, with strokes; "." for that folder itself
	Manifests []string // paths below it, sorted
}

// mostTrees is how many folders are worth naming one by one; of more, the folders above them are named.
const mostTrees = 6

// Trees are the source trees at or below a folder: the topmost folders for which a manifest speaks.
func Trees(ctx context.Context, dir string) []Tree {
	paths, _ := files.Below(ctx, dir, manifests)
	var scopes []string
	for _, path := range paths {
		if rel, err := filepath.Rel(dir, scopeOf(path)); err == nil {
			scopes = append(scopes, filepath.ToSlash(rel))
		}
	}
	var out []Tree
	for _, scope := range few(scopes) {
		t := Tree{Dir: scope}
		for _, path := range paths {
			if rel, err := filepath.Rel(filepath.Join(dir, filepath.FromSlash(scope)), path); err == nil && filepath.IsLocal(rel) {
				t.Manifests = append(t.Manifests, filepath.ToSlash(rel))
			}
		}
		out = append(out, t)
	}
	return out
}

// few are the topmost of some folders, or the folders above them until they are few.
func few(folders []string) []string {
	top := topmost(folders)
	for len(top) > mostTrees {
		deepest := 0
		for _, f := range top {
			deepest = max(deepest, strings.Count(f, "/"))
		}
		for i, f := range top {
			if strings.Count(f, "/") == deepest {
				top[i] = above(f)
			}
		}
		top = topmost(top)
	}
	return top
}

// above is the folder above one.
func above(folder string) string {
	if i := strings.LastIndexByte(folder, '/'); i >= 0 {
		return folder[:i]
	}
	return "."
}

// topmost are the folders that lie in no other of them, sorted.
func topmost(folders []string) []string {
	var out []string
	for _, f := range folders {
		within := func(o string) bool { return o != f && (o == "." || strings.HasPrefix(f, o+"/")) }
		if !slices.ContainsFunc(folders, within) {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// manifests chooses the manifests that are the owner's.
var manifests = files.Choice{
	Skip: func(folder string) bool { return slices.Contains(notOfOwner, folder) },
	Keep: func(path string) bool {
		_, ok := manifest.FormatOf(filepath.ToSlash(path))
		return ok && isRegular(path)
	},
}

// IsOfOwner reports whether a path leads through no folder with packages of others, with what was built, or with what
// serves tests.
func IsOfOwner(path string) bool {
	return !slices.ContainsFunc(strings.Split(filepath.ToSlash(filepath.Dir(path)), "/"), manifests.Skip)
}
