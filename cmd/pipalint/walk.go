package main

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/report"
)

// extensions are the endings of the files that are read where a directory or pattern is named.
var extensions = []string{".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".php", ".jsp", ".asp", ".aspx"}

func isPolicyFile(path string) bool {
	return slices.Contains(extensions, strings.ToLower(filepath.Ext(path)))
}

// policyFiles are the files below dir with a known ending, sorted, without hidden folders,
// node_modules and what git ignores; and the folders that could not be looked into.
func policyFiles(ctx context.Context, dir string) ([]string, []report.Failure) {
	if paths, ok := trackedFiles(ctx, dir); ok {
		return paths, nil
	}
	var paths []string
	var unread []report.Failure
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			unread = append(unread, unreadable(err).of(path))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir() && path != dir && isSkipped(d.Name()):
			return fs.SkipDir
		case isPolicyFile(path) && isReadable(path):
			paths = append(paths, path)
		}
		return nil
	}) // every error was kept
	slices.Sort(paths)
	return paths, unread
}

// isSkipped reports whether a folder met on the way holds no pages of its owner.
func isSkipped(folder string) bool {
	return strings.HasPrefix(folder, ".") || folder == "node_modules"
}

// isReadable reports whether path is a file, or a link that leads to no folder: a broken one is
// kept, so that it is reported. Pipes and devices would block.
func isReadable(path string) bool {
	info, err := os.Lstat(path)
	if err != nil {
		return false // git still lists what was deleted
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := os.Stat(path)
		return err != nil || target.Mode().IsRegular()
	}
	return info.Mode().IsRegular()
}

// trackedFiles asks git, where there is a git and dir belongs to a work tree of it.
func trackedFiles(ctx context.Context, dir string) ([]string, bool) {
	out, err := git(ctx, dir, "ls-files", "-co", "--exclude-standard", "-z")
	if err != nil {
		return nil, false
	}
	if len(out) == 0 { // perhaps dir is itself ignored; but it was named
		if _, err := git(ctx, dir, "check-ignore", "-q", "."); err == nil {
			return nil, false
		}
	}
	var paths []string
	for rel := range strings.SplitSeq(strings.TrimRight(string(out), "\x00"), "\x00") {
		rel = filepath.FromSlash(rel)
		path := filepath.Join(dir, rel)
		if rel == "" || slices.ContainsFunc(strings.Split(filepath.Dir(rel), string(filepath.Separator)), isHiddenPart) {
			continue
		}
		if info, err := os.Lstat(path); err == nil && info.IsDir() { // a repository in the repository
			if !isSkipped(filepath.Base(path)) {
				inner, _ := policyFiles(ctx, path)
				paths = append(paths, inner...)
			}
		} else if isPolicyFile(path) && isReadable(path) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths), true
}

// isHiddenPart is isSkipped for a part of a relative path, in which "." is the folder itself.
func isHiddenPart(part string) bool { return part != "." && isSkipped(part) }

// git runs a command in dir. It reads only, and starts no program that the repository names.
func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-c", "core.fsmonitor=false"}, args...)...)
	cmd.Dir = dir
	for _, v := range os.Environ() {
		// Set by git for its hooks: they name the hook's repository, not that of dir.
		if !strings.HasPrefix(v, "GIT_DIR=") && !strings.HasPrefix(v, "GIT_WORK_TREE=") && !strings.HasPrefix(v, "GIT_INDEX_FILE=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "GIT_OPTIONAL_LOCKS=0")
	return cmd.Output()
}
