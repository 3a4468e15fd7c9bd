package report

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"
)

// Stdin is what the standard input is called as a file.
const Stdin = "<stdin>"

// An artifact is a file as programs know it that look at the whole repository.
type artifact struct {
	path   string // with slashes: from the root of the repository where it stands in it, else as it was named
	inside bool   // whether it stands in the repository, as far as its name tells
}

// artifact tells where the file of a name stands.
func (o Options) artifact(name string) artifact {
	switch {
	case name == Stdin || isAddress(name):
		return artifact{path: name}
	case name == "":
		return artifact{path: "unknown"}
	}
	return artifactOf(filepath.ToSlash(name), filepath.IsAbs(name), o.Root, strings.TrimSuffix(filepath.ToSlash(o.Top), "/"))
}

// named is the name of a file as it was given, with slashes, for programs that count from the working directory.
func (o Options) named(name string) string {
	if name == "" {
		return o.artifact(name).path
	}
	return filepath.ToSlash(name)
}

// artifactOf places a name with slashes.
func artifactOf(name string, absolute bool, root, top string) artifact {
	if absolute {
		name = path.Clean(name)
		if rel, ok := strings.CutPrefix(name, top+"/"); ok && top != "" {
			return artifact{rel, true}
		}
		return artifact{path: name}
	}
	name = path.Join(root, name)
	return artifact{name, name != ".." && !strings.HasPrefix(name, "../")}
}

// isAddress reports whether the name of a file is that of a page on the web.
func isAddress(name string) bool {
	return strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://")
}

// uri is a reference to an artifact in which all that has a meaning in one is escaped. A page on the web is a path of
// its host and what follows: code scanning refuses a whole file for one address that is not below the repository's.
func (a artifact) uri() string {
	name := a.path
	if isAddress(name) {
		_, name, _ = strings.Cut(name, "://")
	}
	prefix := ""
	switch {
	case strings.HasPrefix(name, "/"):
		prefix = "file://"
	case hasDrive(name):
		prefix = "file:///"
	}
	parts := strings.Split(name, "/")
	for i, part := range parts {
		if prefix == "file:///" && i == 0 {
			continue // C: is a part of such an address
		}
		parts[i] = strings.ReplaceAll(url.PathEscape(part), ":", "%3A") // else a reference could begin like an address
	}
	return prefix + strings.Join(parts, "/")
}

// hasDrive reports whether a path begins like C:/.
func hasDrive(name string) bool {
	return len(name) > 2 && name[1:3] == ":/" && ('a' <= name[0]|0x20 && name[0]|0x20 <= 'z')
}
