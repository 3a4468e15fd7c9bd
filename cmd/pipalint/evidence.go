package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/evidence"
	"github.com/pipalint/pipalint/evidence/manifest"
)

// folders refuses what names no folder of this machine: an address, or nothing, as an empty variable of a shell.
func (c *command) folders(dirs []string) error {
	for _, dir := range dirs {
		if dir == "" || hasScheme(dir) {
			return fmt.Errorf(c.say("--source와 --site에는 디렉터리를 지정하십시오: %q", "--source and --site take a folder, not %q"), dir)
		}
	}
	return nil
}

// gathered are the signs of vendors in sites and source trees, by folder.
type gathered map[string][]policy.Evidence

// of are the signs that a policy is held against.
func (g gathered) of(t target) []policy.Evidence {
	var out []policy.Evidence
	for _, dir := range slices.Concat(t.site, t.source) {
		out = append(out, g[dir]...)
	}
	return out
}

// gather reads the signs of vendors in the saved sites and source trees of policies, each folder once. What could not
// be read is a failure: a tree of which nothing was read vouches for no policy.
func gather(targets []target) (gathered, []report.Failure) {
	seen := make(gathered)
	var unread []report.Failure
	read := func(dirs []string, of func(dir string) ([]policy.Evidence, []evidence.Failure)) {
		for _, dir := range dirs {
			if _, ok := seen[dir]; ok {
				continue
			}
			signs, failures := of(dir)
			seen[dir] = signs
			for _, f := range failures {
				unread = append(unread, notRead(f.Err).of(f.Path))
			}
		}
	}
	for _, t := range targets {
		read(t.site, evidence.OfSite)
	}
	for _, t := range targets {
		read(t.source, evidence.OfSource)
	}
	return seen, unread
}

// notRead is why a file or folder gave no evidence.
func notRead(err error) readError {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return failed(codeMissing, "")
	case errors.Is(err, evidence.ErrNoManifest):
		return failed(codeNoManifest, "")
	case errors.Is(err, evidence.ErrNoPage):
		return failed(codeNoPage, "")
	case errors.Is(err, evidence.ErrTooLarge):
		return readError{code: codeTooLarge, text: textTooLarge}
	}
	if e, ok := errors.AsType[*manifest.Error](err); ok {
		return readError{code: codeSyntax, detail: both(fmt.Sprintf("%d행 %d열", e.Line, e.Column), e.Error())}
	}
	return notParsed(err)
}
