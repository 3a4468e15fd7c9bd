package main

import (
	"errors"
	"fmt"
	"io/fs"

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

// gather reads the signs of vendors in the saved sites and source trees that the flags name. What could
// not be read is a failure: a tree of which nothing was read vouches for no policy.
func gather(o checkOptions) ([]policy.Evidence, []report.Failure) {
	var seen []policy.Evidence
	var unread []report.Failure
	add := func(signs []policy.Evidence, failures []evidence.Failure) {
		seen = append(seen, signs...)
		for _, f := range failures {
			unread = append(unread, notRead(f.Err).of(f.Path))
		}
	}
	for _, dir := range o.site {
		add(evidence.OfSite(dir))
	}
	for _, dir := range o.source {
		add(evidence.OfSource(dir))
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
