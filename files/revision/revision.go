// Package revision reads files as a commit of git holds them, beside the work tree and without touching it.
package revision

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/files"
)

// Why there is no revision, where git itself does not say it better.
var (
	ErrNoGit        = errors.New("there is no git")
	ErrNoRepository = errors.New("this is no work tree of git")
	ErrNoCommit     = errors.New("no such commit")
	ErrShallow      = errors.New("no such commit in this shallow clone")
	ErrNoBase       = errors.New("no common ancestor")
)

// A Revision is a commit beside the work tree. Its paths start from the root of the repository and have strokes.
type Revision struct {
	Root string // of the work tree, without links

	commit  string
	blobs   map[string]blob
	folded  map[string]string // paths by their composed form, where they are written otherwise: macOS decomposes Hangul
	renamed map[string]string // paths of the commit by those of the work tree; nil until asked for
}

// A blob is a file of a commit.
type blob struct {
	id   string
	link bool
}

// Open finds a commit in the repository of a folder, and the names of its files. A ref that ends in "..." is the commit
// where HEAD parted from it.
func Open(ctx context.Context, dir, ref string) (*Revision, error) {
	root, err := run(ctx, dir, "rev-parse", "--show-toplevel")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, ErrNoGit
	case err != nil && strings.Contains(err.Error(), "not a git repository"), err == nil && root == "":
		return nil, ErrNoRepository
	case err != nil:
		return nil, err
	}
	r := &Revision{}
	if r.Root, err = filepath.EvalSymlinks(filepath.FromSlash(strings.TrimSuffix(root, "\n"))); err != nil {
		return nil, err
	}
	if r.commit, err = r.resolve(ctx, ref); err != nil {
		return nil, err
	}
	return r, r.list(ctx)
}

// resolve is the commit that a ref names.
func (r *Revision) resolve(ctx context.Context, ref string) (string, error) {
	name, fork := strings.CutSuffix(ref, "...")
	if name == "" || strings.HasPrefix(name, "-") {
		return "", ErrNoCommit
	}
	commit, err := run(ctx, r.Root, "rev-parse", "--verify", "--quiet", name+"^{commit}")
	missing := ErrNoCommit
	if err == nil && fork {
		commit, err = run(ctx, r.Root, "merge-base", strings.TrimSpace(commit), "HEAD")
		missing = ErrNoBase
	}
	if err == nil {
		return strings.TrimSpace(commit), nil
	}
	if shallow, _ := run(ctx, r.Root, "rev-parse", "--is-shallow-repository"); strings.TrimSpace(shallow) == "true" {
		return "", ErrShallow
	}
	return "", missing
}

// list reads the names of the commit's files.
func (r *Revision) list(ctx context.Context) error {
	out, err := run(ctx, r.Root, "ls-tree", "-r", "-z", "--full-tree", r.commit)
	if err != nil {
		return err
	}
	r.blobs, r.folded = make(map[string]blob), make(map[string]string)
	for line := range strings.SplitSeq(strings.TrimSuffix(out, "\x00"), "\x00") {
		about, path, _ := strings.Cut(line, "\t")
		parts := strings.Fields(about) // mode, type, id
		if len(parts) != 3 || parts[1] != "blob" {
			continue // a repository within the repository
		}
		r.blobs[path] = blob{id: parts[2], link: parts[0] == "120000"}
		if composed := norm.NFC.String(path); composed != path {
			r.folded[composed] = path
		}
	}
	return nil
}

// Path is the path of a file or folder of the work tree, links resolved; ok is false where it lies outside.
func (r *Revision) Path(name string) (path string, ok bool) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", false
	}
	rel, err := filepath.Rel(r.Root, resolved(abs))
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// resolved is a path without links, as far as it exists.
func resolved(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	if dir := filepath.Dir(path); dir != path {
		return filepath.Join(resolved(dir), filepath.Base(path))
	}
	return path
}

// Before is the path that a file of the work tree had in the commit, by its name or, where it was renamed since, by
// what git takes for the same file. ok is false for a new one.
func (r *Revision) Before(ctx context.Context, path string) (old string, ok bool, err error) {
	if old, ok = r.named(path); ok {
		return old, true, nil
	}
	if err := r.findRenamed(ctx); err != nil {
		return "", false, err
	}
	old, ok = r.renamed[path]
	return old, ok, nil
}

// named is the path of the commit that is written alike.
func (r *Revision) named(path string) (string, bool) {
	if _, ok := r.blobs[path]; ok {
		return path, true
	}
	composed := norm.NFC.String(path)
	if _, ok := r.blobs[composed]; ok {
		return composed, true
	}
	old, ok := r.folded[composed]
	return old, ok
}

// findRenamed asks git once which files of the work tree had another name.
func (r *Revision) findRenamed(ctx context.Context) error {
	if r.renamed != nil {
		return nil
	}
	out, err := run(ctx, r.Root, "-c", "diff.relative=false", "diff", "--name-status", "-z", "-M", "--diff-filter=R",
		"--no-ext-diff", "--ignore-submodules", r.commit, "--")
	if err != nil {
		return err
	}
	r.renamed = make(map[string]string)
	fields := strings.Split(out, "\x00") // R100, old, new, R087, old, new, ""
	for ; len(fields) >= 3; fields = fields[3:] {
		r.renamed[fields[2]] = fields[1]
	}
	return nil
}

// Below are the files of the commit in a folder, or the one that has its name; and where they were elsewhere and are now
// there, that too. They come as the paths to store them under, with those of the commit.
func (r *Revision) Below(ctx context.Context, folder string, keep func(path string) bool) (map[string]string, error) {
	inside := func(path string) bool {
		return folder == "." || path == folder || strings.HasPrefix(path, folder+"/")
	}
	out := make(map[string]string)
	for path := range r.blobs {
		if inside(path) && keep(path) {
			out[path] = path
		}
	}
	if err := r.findRenamed(ctx); err != nil {
		return nil, err
	}
	for path, old := range r.renamed {
		if inside(path) && !inside(old) && keep(path) {
			out[path] = old
		}
	}
	return out, nil
}

// Ignored reports whether git ignores a path: then no commit has it.
func (r *Revision) Ignored(ctx context.Context, path string) bool {
	_, err := run(ctx, r.Root, "check-ignore", "-q", "--", path)
	return err == nil
}

// Has reports whether the repository knows a commit by a name, so that it can be proposed.
func Has(ctx context.Context, dir, ref string) bool {
	_, err := run(ctx, dir, "rev-parse", "--verify", "--quiet", ref+"^{commit}")
	return err == nil
}

// A gitError is what git says that is wrong.
type gitError struct {
	error
	said string // the first line
}

func (e *gitError) Error() string { return e.said }
func (e *gitError) Unwrap() error { return e.error }

// run runs git and is what it prints.
func run(ctx context.Context, dir string, args ...string) (string, error) {
	out, err := files.GitCommand(ctx, dir, args...).Output()
	return string(out), said(err)
}

// said has an error say what git said.
func said(err error) error {
	e, ok := errors.AsType[*exec.ExitError](err)
	if !ok {
		return err
	}
	line, _, _ := strings.Cut(strings.TrimSpace(string(e.Stderr)), "\n")
	if line == "" {
		line = err.Error()
	}
	return &gitError{err, strings.TrimPrefix(line, "fatal: ")}
}
