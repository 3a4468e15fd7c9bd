// Package files finds the files below a folder that belong to its owner: not those that git ignores, nor
// those of hidden folders and of packages.
package files

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A Choice says which files below a folder are asked for.
type Choice struct {
	Skip func(folder string) bool // by name, beside hidden folders and node_modules; nil for no others
	Keep func(path string) bool
}

// Unread is a folder that could not be looked into.
type Unread struct {
	Path string
	Err  error
}

// Below are the chosen files below dir, sorted, as git lists them where there is git.
func Below(ctx context.Context, dir string, c Choice) ([]string, []Unread) {
	if paths, ok := c.tracked(ctx, dir); ok {
		return paths, nil
	}
	var paths []string
	var unread []Unread
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			unread = append(unread, Unread{path, err})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir() && path != dir && c.skips(d.Name()):
			return fs.SkipDir
		case c.Keep(path):
			paths = append(paths, path)
		}
		return nil
	}) // every error was kept
	slices.Sort(paths)
	return paths, unread
}

// skips reports whether a folder met on the way holds no files of its owner. "." is the folder itself.
func (c Choice) skips(folder string) bool {
	return folder != "." && (strings.HasPrefix(folder, ".") || folder == "node_modules" || c.Skip != nil && c.Skip(folder))
}

// tracked asks git, where there is a git and dir belongs to a work tree of it.
func (c Choice) tracked(ctx context.Context, dir string) ([]string, bool) {
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
		if rel == "" || slices.ContainsFunc(strings.Split(filepath.Dir(rel), string(filepath.Separator)), c.skips) {
			continue
		}
		if info, err := os.Lstat(path); err == nil && info.IsDir() { // a repository in the repository
			if !c.skips(filepath.Base(path)) {
				inner, _ := Below(ctx, path, c)
				paths = append(paths, inner...)
			}
		} else if c.Keep(path) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths), true
}

func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	return GitCommand(ctx, dir, args...).Output()
}

// GitCommand is a command of git in dir. It reads only, starts no program that the repository names, and speaks
// English.
func GitCommand(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-c", "core.fsmonitor=false"}, args...)...)
	cmd.Dir = dir
	for _, v := range os.Environ() {
		// Set by git for its hooks: they name the hook's repository, not that of dir.
		if !strings.HasPrefix(v, "GIT_DIR=") && !strings.HasPrefix(v, "GIT_WORK_TREE=") && !strings.HasPrefix(v, "GIT_INDEX_FILE=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	return cmd
}

// IsReadable reports whether path is a file, or a link that leads to no folder: a broken one is
// kept, so that it is reported. Pipes and devices would block.
func IsReadable(path string) bool {
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
