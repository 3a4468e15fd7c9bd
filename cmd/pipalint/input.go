package main

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/pipalint/pipalint/analyzer/report"
)

// stdinName is what the standard input is called in the output.
const stdinName = report.Stdin

// An input is one thing to read, or the reason why an argument leads to none.
type input struct {
	name    string // as it is shown
	source  source
	named   bool            // named outright, not met in a directory or by a pattern
	failure *report.Failure // set where there is nothing to read
}

// source is where an input is read from.
type source uint8

const (
	fromFile source = iota
	fromStdin
	fromURL
)

// expand turns arguments into inputs, in their order; what is named twice is read once.
func expand(ctx context.Context, args []string) []input {
	var out []input
	seen := make(map[string]int)
	for _, arg := range args {
		for _, in := range inputsOf(ctx, arg) {
			key := in.key()
			if i, ok := seen[key]; ok {
				out[i].named = out[i].named || in.named
				continue
			}
			seen[key] = len(out)
			out = append(out, in)
		}
	}
	return out
}

// inputsOf is what one argument leads to.
func inputsOf(ctx context.Context, arg string) []input {
	if arg == "-" {
		return []input{{name: stdinName, source: fromStdin, named: true}}
	}
	if isURL(arg) {
		return []input{{name: arg, source: fromURL, named: true}}
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return directory(ctx, arg)
	case err != nil && hasScheme(arg):
		f := readError{code: codeUnreadable, text: textScheme}.of(arg)
		return []input{{name: arg, failure: &f}}
	case errors.Is(err, fs.ErrNotExist) && isPattern(arg):
		return glob(arg)
	}
	return []input{{name: arg, named: true}} // reading it tells what is wrong with it
}

// key is equal for inputs that are the same thing.
func (in input) key() string {
	switch {
	case in.failure != nil:
		return "failure " + in.name
	case in.source == fromStdin:
		return "stdin"
	case in.source == fromURL:
		address, _, _ := strings.Cut(in.name, "#")
		return "url " + address
	}
	path, err := filepath.Abs(in.name)
	if err != nil {
		path = in.name
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	return "file " + path
}

// isURL reports whether an argument is a web address rather than a path.
func isURL(arg string) bool {
	u, err := url.Parse(arg)
	if err != nil { // so wrong that only its beginning tells
		lower := strings.ToLower(arg)
		return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
	}
	return u.Scheme == "http" || u.Scheme == "https"
}

// hasScheme reports whether an argument begins like an address of any kind, as ftp://.
func hasScheme(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && scheme != "" && !strings.ContainsFunc(scheme, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("+-.", r))
	})
}

func isPattern(arg string) bool { return strings.ContainsAny(arg, "*?[{") }

// directory are the policy files below a folder.
func directory(ctx context.Context, dir string) []input {
	paths, unread := policyFiles(ctx, dir)
	var out []input
	for _, path := range paths {
		out = append(out, input{name: path})
	}
	for _, f := range unread {
		out = append(out, input{name: f.File, failure: &f})
	}
	if len(out) == 0 {
		return []input{nothing(dir, codeNoPolicyFile, strings.Join(extensions, " "))}
	}
	return out
}

// glob are the policy files that a pattern matches. Hidden folders and node_modules must be asked
// for by name.
func glob(pattern string) []input {
	matches, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly(), doublestar.WithNoHidden())
	if err != nil {
		return []input{nothing(pattern, codeMissing, "")}
	}
	var out []input
	for _, path := range matches {
		foreign := inFolder(path, "node_modules") && !inFolder(pattern, "node_modules")
		if isPolicyFile(path) && !foreign {
			out = append(out, input{name: path})
		}
	}
	if len(out) == 0 {
		return []input{nothing(pattern, codeNoPolicyFile, strings.Join(extensions, " "))}
	}
	slices.SortFunc(out, func(a, b input) int { return strings.Compare(a.name, b.name) })
	return out
}

func inFolder(path, folder string) bool {
	return slices.Contains(strings.Split(filepath.ToSlash(path), "/"), folder)
}

// nothing is the input of an argument that leads to nothing to read.
func nothing(arg string, code failureCode, detail string) input {
	f := failed(code, detail).of(arg)
	return input{name: arg, failure: &f}
}
