package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/report"
)

// readBaseline reads a baseline. One that is not there is nil where it is to be written, else an error.
func (c *command) readBaseline(path string, write bool) (*baseline.File, error) {
	raw, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && write:
		return nil, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf(c.say("%s: 기준선 파일이 없습니다. --write-baseline %[1]s 옵션으로 만드십시오",
			"%s: no such baseline; create it with --write-baseline %[1]s"), path)
	case err != nil:
		return nil, fmt.Errorf("%s: %s", path, c.text(cause(err)))
	}
	file, err := baseline.Read(raw)
	if e, ok := errors.AsType[*baseline.Error](err); ok {
		return nil, fmt.Errorf("%s:%d:%d: %s", path, e.Line, e.Column, c.text(e.Message))
	}
	return file, err
}

// writeBaseline writes the findings of a run, with the entries that the run cannot tell of.
func (c *command) writeBaseline(d *debt, run *report.Run, s baseline.Scope, quiet bool) (code int, err error) {
	old := d.file
	if old == nil {
		old = &baseline.File{}
	}
	old.Hold(run.Findings)
	if len(run.Failures) > 0 {
		c.tell(fmt.Sprintf(c.say("%s: 읽지 못한 입력이 있어 기준선을 쓰지 않았습니다", "%s: the baseline was not written because something could not be read"), d.path))
		return exitOK, nil // the failures make the code
	}
	written := entries(d.conf, run)
	known := baseline.Known(run.Findings)
	added := slices.DeleteFunc(slices.Clone(written), func(e baseline.Entry) bool { return known[e.Fingerprint] })
	if d.file != nil && len(added) > 0 && !d.acceptNew {
		c.tellAdded(d, added)
		return exitFindings, nil
	}
	_, untold := old.Gone(run.Findings, s)
	file := &baseline.File{Entries: slices.Concat(written, untold)}
	if err := writeFile(d.path, file.Bytes()); err != nil {
		return exitUnread, c.notWritten(d.path, err)
	}
	baseline.Mark(run.Findings, file.Known())
	if !quiet {
		removed := len(old.Entries) + len(added) - len(file.Entries)
		c.tell(fmt.Sprintf(c.say("%s: 지적 %d건을 적었습니다(추가 %d건, 삭제 %d건)", "%s: baseline written, findings: %d (added: %d, removed: %d)"),
			d.path, len(file.Entries), len(added), removed))
	}
	return exitOK, nil
}

// entries are those of the findings of a run that nobody ignores.
func entries(conf *config.Config, run *report.Run) []baseline.Entry {
	var out []baseline.Entry
	for _, f := range run.Findings {
		if f.Ignored != nil {
			continue
		}
		e := baseline.Of(f)
		if f.Policy != "" && f.At.File != "" && !isPageOf(run, f.Policy, f.At.File) {
			e.File = pathFrom(conf.Dir, whereIn(f.At.File))
		}
		out = append(out, e)
	}
	return out
}

// whereIn is the file or address in which evidence stands.
func whereIn(name string) input {
	if isURL(name) {
		return input{name: name, source: fromURL}
	}
	return input{name: name}
}

func isPageOf(run *report.Run, policy, file string) bool {
	return slices.ContainsFunc(run.Documents, func(d report.Document) bool { return d.Policy == policy && d.File == file })
}

// scope is what a run can tell of; all says that it checked all that the configuration names.
func (c *command) scope(conf *config.Config, run *report.Run, targets []target, by judge, all bool) baseline.Scope {
	s := baseline.Scope{
		Policies: map[string]bool{"": all}, // of findings about no policy
		Evidence: make(map[string]bool),
		Twins:    make(map[string]bool),
		Rules:    make(map[string]bool),
		Exists:   func(policy string) bool { return exists(conf, policy) },
	}
	for _, r := range c.Rules {
		s.Rules[r.Name] = false
	}
	for _, r := range by.check.Rules {
		s.Rules[r.Name] = true
	}
	unjudged := make(map[string]bool) // it could not be read, or something else stands in its place
	for _, d := range run.Documents {
		unjudged[d.Policy] = unjudged[d.Policy] || d.Status != report.OK
	}
	for _, t := range targets {
		s.Policies[t.name] = !unjudged[t.name]
		s.Twins[t.name] = len(t.twins) > 0 && len(run.Failures) == 0
		s.Evidence[t.name] = len(t.site)+len(t.source) > 0 && len(run.Failures) == 0
	}
	if conf.File != nil { // findings about its ignores
		whole := all && len(run.Failures) == 0
		s.Policies[config.FileName], s.Evidence[config.FileName] = whole, whole
	}
	return s
}

// exists reports whether a policy that was not checked is there: the configuration names it, or it is the path of a page
// that the configuration gives to no other. An address may always be there, and where no configuration was read,
// so may what one may have named.
func exists(conf *config.Config, policy string) bool {
	if policy == "" || policy == stdinName || isURL(policy) || conf.File == nil && !isPolicyFile(policy) {
		return true
	}
	path := input{name: filepath.Join(conf.Dir, filepath.FromSlash(policy))}
	for _, p := range conf.Policies {
		t := configured(conf, p)
		if t.name == policy {
			return true
		}
		if slices.ContainsFunc(t.pages, func(page input) bool { return pageKey(page) == pageKey(path) }) {
			return false
		}
	}
	for _, form := range [...]norm.Form{norm.NFC, norm.NFD} { // files from macOS may have decomposed names
		if _, err := os.Stat(form.String(path.name)); !errors.Is(err, fs.ErrNotExist) {
			return true
		}
	}
	return false
}

// fewEntries is how many entries are told one by one.
const fewEntries = 5

// tellStale says what the baseline holds in vain.
func (c *command) tellStale(d *debt, stale []baseline.Entry) {
	c.tell(fmt.Sprintf(c.say("%s: 더는 나오지 않는 지적이 %d건 있습니다. --prune으로 지우십시오",
		"%s: entries no longer found: %d; --prune removes them"), d.path, len(stale)))
	c.tellEntries(d, stale)
}

// tellAdded says what would have been added, and that it was not.
func (c *command) tellAdded(d *debt, added []baseline.Entry) {
	c.tell(fmt.Sprintf(c.say("%s: 기준선에 없는 지적이 %d건 있어 쓰지 않았습니다. 추가하려면 --accept-new를 붙이십시오",
		"%s: not written, findings not in it: %d; --accept-new adds them"), d.path, len(added)))
	c.tellEntries(d, added)
}

// tellEntries shows some entries, each on a line.
func (c *command) tellEntries(d *debt, entries []baseline.Entry) {
	for _, e := range entries[:min(len(entries), fewEntries)] {
		what := cmp.Or(e.Subject, e.Quote)
		if what != "" {
			what = ": " + what
		}
		c.tell(fmt.Sprintf("%s:   %s (%s)%s", d.path, e.Policy, e.Rule, what))
	}
	if more := len(entries) - fewEntries; more > 0 {
		c.tell(fmt.Sprintf(c.say("%s:   그 밖에 %d건", "%s:   and %d more"), d.path, more))
	}
}

// tell says something beside the report.
func (c *command) tell(line string) {
	fmt.Fprintf(c.Stderr, "pipalint: %s\n", report.Printable(line))
}

// notWritten is the end where a baseline could not be written.
func (c *command) notWritten(path string, err error) error {
	return exitError{exitUnread, fmt.Errorf(c.say("%s: 기준선을 쓰지 못했습니다(%s)", "%s: the baseline could not be written (%s)"), path, c.text(cause(err)))}
}
