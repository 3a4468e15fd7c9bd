package main

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// keyOfPage is equal for pages that stand at the same place.
func keyOfPage(doc *policy.Document) string { return keyOf(doc.File.Name) }

func keyOf(name string) string {
	if !isURL(name) {
		return input{name: name}.key()
	}
	u, err := url.Parse(name)
	if err != nil {
		return name
	}
	return addressKey(u)
}

// addressKey is an address without what makes no difference.
func addressKey(u *url.URL) string {
	one := *u
	one.Fragment, one.RawFragment = "", ""
	one.Scheme, one.Host = "", strings.ToLower(one.Host)
	if one.Path == "" {
		one.Path = "/"
	}
	return "url " + one.String()
}

// destinationOf is where a link of a page leads, where that may be a part of the policy on the same site or, for a file, in
// the same tree of files. What else it leads to is not followed.
func destinationOf(doc *policy.Document, ref string) (to destination, ok bool) {
	if !isURL(doc.File.Name) {
		return fileOf(doc.File.Name, ref)
	}
	u, ok := doc.Address(ref)
	if !ok || !sameSite(doc.File.Name, u.String()) {
		return to, false
	}
	return destination{key: addressKey(u), name: u.String()}, true
}

// sameSite reports whether two addresses are of one host, or of hosts of one domain that somebody registered.
func sameSite(a, b string) bool {
	from, err := url.Parse(a)
	to, failed := url.Parse(b)
	if err != nil || failed != nil || to.Scheme != "http" && to.Scheme != "https" {
		return false
	}
	if strings.EqualFold(from.Host, to.Host) {
		return true
	}
	ours, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(from.Hostname()))
	theirs, failed := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(to.Hostname()))
	return err == nil && failed == nil && ours == theirs && !isNumber(from.Hostname())
}

// isNumber reports whether a host is given by its number.
func isNumber(host string) bool {
	return !strings.ContainsFunc(host, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
}

// pageEndings are those of pages that stand in files as they are: what else an address ends in, a server may answer.
var pageEndings = []string{".html", ".htm", ".xhtml", ".md", ".markdown", ".txt"}

// fileOf is the file that a link of a page on disk leads to. It does not leave the root of the page.
func fileOf(page, ref string) (to destination, ok bool) {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" || u.Path == "" || page == stdinName {
		return to, false
	}
	root, dir := rootOf(page), filepath.Dir(page)
	path := filepath.FromSlash(u.Path)
	if !strings.HasPrefix(u.Path, "/") {
		return inRoot(root, filepath.Join(dir, path))
	}
	for { // where the site begins is not known
		if to, ok := inRoot(root, filepath.Join(dir, path)); ok && !to.gone {
			return to, true
		}
		above := filepath.Dir(realPath(dir))
		if above == realPath(dir) || !within(root, above) {
			return to, false
		}
		dir = filepath.Join(dir, "..")
	}
}

// inRoot is a file of a tree, by its path or by what a server leaves out of it.
func inRoot(root, path string) (to destination, ok bool) {
	if !within(root, path) {
		return to, false
	}
	for _, name := range []string{path, path + ".html", path + ".htm", filepath.Join(path, "index.html")} {
		info, err := os.Stat(name)
		if err != nil || info.IsDir() {
			continue
		}
		if !within(root, name) {
			return to, false // a symbolic link leads out
		}
		return destination{key: keyOf(name), name: name, file: true}, true
	}
	if slices.Contains(pageEndings, strings.ToLower(filepath.Ext(path))) {
		return destination{key: keyOf(path), name: path, file: true, gone: true}, true
	}
	return to, false
}

// rootOf is the folder that links of a file do not leave: that of its repository, else the working directory if the file lies
// below it, else the file's own.
func rootOf(page string) string {
	own := filepath.Dir(page)
	for dir := realPath(own); ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	if within(".", page) {
		return "."
	}
	return own
}

// within reports whether a path lies below a folder, wherever symbolic links lead.
func within(root, path string) bool {
	rel, ok := relative(followed(root), realPath(path))
	return ok && filepath.IsLocal(rel)
}

// realPath is a path without symbolic links, as far as it is there.
func realPath(path string) string {
	if there, err := filepath.EvalSymlinks(path); err == nil {
		return followed(there)
	}
	return filepath.Join(followed(filepath.Dir(path)), filepath.Base(path))
}
