package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/evidence/manifest"
	"github.com/pipalint/pipalint/files/revision"
)

// largestPast is how many bytes a file has that is read as git holds it: no page, manifest or script has more.
const largestPast = 64 << 20

// knownSince is what the policies had at a commit, judged by the same rules on the same day; nil
// without a ref.
func (c *command) knownSince(ctx context.Context, ref string, targets []target, by judge) (*baseline.File, error) {
	if ref == "" {
		return nil, nil
	}
	if err := c.inFiles(targets); err != nil {
		return nil, err
	}
	rev, err := revision.Open(ctx, ".", ref)
	if err != nil {
		return nil, c.noRevision(ctx, ref, err)
	}
	room, err := newScratch(ctx, "pipalint-since-*")
	if err != nil {
		return nil, err
	}
	defer room.remove()
	past := &past{command: c, rev: rev, dir: room.dir, paths: make(map[string]string), seen: make(map[folder]string)}
	then, err := past.targets(room.ctx, targets)
	if err != nil {
		return nil, fmt.Errorf("--since %s: %w", ref, err)
	}
	conf, kept, err := past.takeConfiguration(room.ctx, by.conf)
	if err == nil {
		err = room.fill(past.store)
	}
	if err != nil {
		return nil, fmt.Errorf("--since %s: %w", ref, err)
	}
	if kept {
		by.conf = past.ignoring(by.conf, conf, targets, then)
	}
	by.keep, by.sites.unread = false, nil // a site is as it is now: what was not read of it is told once
	run, _ := c.judgeAll(room.ctx, then, by, func() {})
	for _, f := range run.Failures {
		if code := failureCode(f.Code); code != codeNoManifest && code != codeNoPage { // these were there without any
			past.tell(ref, f)
		}
	}
	before := &baseline.File{}
	for _, f := range run.Findings {
		if f.Ignored == nil {
			before.Entries = append(before.Entries, baseline.Of(f))
		}
	}
	return before, nil
}

// inFiles refuses policies that no commit can hold.
func (c *command) inFiles(targets []target) error {
	for _, t := range targets {
		for _, page := range t.pages {
			if page.source != fromFile {
				return fmt.Errorf(c.say("--since는 git에 있는 파일만 비교합니다: %s", "--since compares only files in git: %s"), page.name)
			}
		}
	}
	return nil
}

var textNoCommit = both("그런 커밋, 브랜치, 태그가 없습니다", "there is no such commit, branch or tag")

// noRevision says why there is nothing to compare with.
func (c *command) noRevision(ctx context.Context, ref string, err error) error {
	var why analyzer.Text
	missing := errors.Is(err, revision.ErrNoCommit) || errors.Is(err, revision.ErrShallow)
	remote := "origin/" + ref
	switch {
	case errors.Is(err, revision.ErrNoGit):
		why = both("git이 설치되어 있지 않습니다", "git is not installed")
	case errors.Is(err, revision.ErrNoRepository):
		why = both("현재 디렉터리가 git 저장소 안에 있지 않습니다", "the working directory is not in a git repository")
	case errors.Is(err, revision.ErrNoBase):
		why = both("HEAD와 공통된 조상 커밋이 없습니다", "it has no ancestor in common with HEAD")
	case missing && revision.Has(ctx, ".", strings.TrimSuffix(remote, "...")):
		why = both(textNoCommit.Ko+fmt.Sprintf(". 혹시 %s입니까?", remote), textNoCommit.En+fmt.Sprintf(": did you mean %s?", remote))
	case errors.Is(err, revision.ErrShallow):
		why = both("얕은 복제(shallow clone)라서 그 커밋이 없습니다. 이력을 모두 받으십시오(actions/checkout은 fetch-depth: 0, GitLab은 GIT_DEPTH: 0)",
			"this shallow clone lacks that commit: fetch the whole history (fetch-depth: 0 of actions/checkout, GIT_DEPTH: 0 of GitLab)")
	case missing:
		why = textNoCommit
	default:
		why = both(err.Error(), err.Error())
	}
	return fmt.Errorf("--since %s: %s", ref, c.text(why))
}

// A past is how the policies of a run were in a commit.
type past struct {
	*command
	rev   *revision.Revision
	dir   string            // where it is stored
	paths map[string]string // of the files to store there, with those of the commit
	seen  map[folder]string // where folders are stored
}

// A folder is a source tree or a site as it is now.
type folder struct {
	dir  string
	site bool
}

// targets are the policies as they were, under the names that they have now. A page, folder or policy that was not there
// is left out: what stands in it is new.
func (p *past) targets(ctx context.Context, now []target) ([]target, error) {
	var out []target
	for _, t := range now {
		before := target{name: t.name, language: t.language, follow: t.follow, asOne: t.asOne}
		for i, page := range t.pages {
			in, ok, err := p.page(ctx, page)
			if err != nil {
				return nil, err
			}
			if ok {
				before.pages = append(before.pages, in)
			} else if i == 0 {
				break
			}
		}
		if len(before.pages) == 0 {
			continue
		}
		if err := p.linked(ctx, t); err != nil {
			return nil, err
		}
		var err error
		if before.site, err = p.folders(ctx, t.site, true); err != nil {
			return nil, err
		}
		if before.source, err = p.folders(ctx, t.source, false); err != nil {
			return nil, err
		}
		if before.twins, err = p.twins(ctx, t.twins); err != nil {
			return nil, err
		}
		out = append(out, before)
	}
	return out, nil
}

// page is a page as it was.
func (p *past) page(ctx context.Context, now input) (in input, ok bool, err error) {
	if now.failure != nil {
		return in, false, nil
	}
	path, ok := p.rev.Path(now.name)
	if !ok {
		return in, false, fmt.Errorf(p.say("git 저장소 밖에 있는 파일입니다: %s", "%s is outside the repository"), now.name)
	}
	old, ok, err := p.rev.Before(ctx, path)
	if !ok || err != nil {
		return in, false, err
	}
	p.paths[old] = old
	return input{name: p.at(old), named: now.named}, true, nil
}

// linked takes along what the pages of a policy link as parts of it, as it was.
func (p *past) linked(ctx context.Context, t target) (err error) {
	defer recovered(&err)
	if !t.follow {
		return nil
	}
	for _, page := range t.pages {
		doc, err := p.document(ctx, page, nil)
		if err != nil {
			continue // told where it is judged
		}
		for _, l := range facts.PageLinks.Of(analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, date.Date{})) {
			to, ok := destinationOf(doc, l.URL)
			if l.Role != facts.ToPart || !ok {
				continue
			}
			if _, _, err := p.page(ctx, input{name: to.name}); err != nil {
				return err
			}
		}
	}
	return nil
}

// folders are source trees or sites as they were, each looked for once.
func (p *past) folders(ctx context.Context, now []string, site bool) ([]string, error) {
	var out []string
	for _, dir := range now {
		f := folder{dir, site}
		before, ok := p.seen[f]
		if !ok {
			var err error
			if before, err = p.folder(ctx, f); err != nil {
				return nil, err
			}
			p.seen[f] = before
		}
		if before != "" {
			out = append(out, before)
		}
	}
	return out, nil
}

// folder is one of them, or "" where it was not there. What git does not keep, as a site that was saved for this run, is
// taken as it is: it tells on both sides the same.
func (p *past) folder(ctx context.Context, now folder) (string, error) {
	path, ok := p.rev.Path(now.dir)
	if !ok || isURL(now.dir) {
		return now.dir, nil
	}
	below, err := p.rev.Below(ctx, path, func(path string) bool { return now.site || ofSource(path) })
	switch {
	case err != nil:
		return "", err
	case len(below) > 0:
		maps.Copy(p.paths, below)
		return p.at(path), p.above(ctx, path)
	case p.rev.Ignored(ctx, path):
		return now.dir, nil
	}
	return "", nil
}

// above takes the version catalogues along that may stand above a source tree.
func (p *past) above(ctx context.Context, path string) error {
	for path != "." {
		path = filepath.ToSlash(filepath.Dir(path))
		catalogues, err := p.rev.Below(ctx, filepath.ToSlash(filepath.Join(path, "gradle")), func(name string) bool {
			return strings.HasSuffix(name, ".versions.toml")
		})
		if err != nil {
			return err
		}
		maps.Copy(p.paths, catalogues)
	}
	return nil
}

// ofSource reports whether a file of a source tree may be read: a manifest, or what one includes.
func ofSource(path string) bool {
	if _, ok := manifest.FormatOf(path); ok {
		return true
	}
	return slices.Contains([]string{".txt", ".in", ".pip"}, filepath.Ext(path))
}

// at is where a path is stored.
func (p *past) at(path string) string { return filepath.Join(p.dir, filepath.FromSlash(path)) }

// store puts the files in place.
func (p *past) store(ctx context.Context, dir string) error {
	// A project ends where this stands, and git takes no files of it for those of a repository around it.
	if err := os.WriteFile(filepath.Join(dir, ".git"), nil, 0o600); err != nil {
		return err
	}
	return p.rev.Extract(ctx, dir, p.paths, largestPast)
}

// tell says what could not be read as it was, so that what was found in it cannot be told from what is new.
func (p *past) tell(ref string, f report.Failure) {
	name := f.File
	if rel, err := filepath.Rel(p.dir, f.File); err == nil && filepath.IsLocal(rel) {
		name = filepath.ToSlash(rel)
	}
	p.command.tell(fmt.Sprintf(p.say("%s: --since %s 시점의 내용을 읽지 못해 지적을 모두 새 지적으로 봅니다: %s",
		"%s: could not be read at --since %s, so all its findings count as new: %s"), name, ref, p.text(f.Message)))
}
