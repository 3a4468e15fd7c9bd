package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/visit"
	"github.com/pipalint/pipalint/evidence"
	"github.com/pipalint/pipalint/evidence/manifest"
)

// evidenceNamed refuses what names no folder of this machine, and no site: an address of another kind, or nothing, as an
// empty variable of a shell.
func (c *command) evidenceNamed(o *checkOptions) error {
	for _, dir := range o.source {
		if dir == "" || hasScheme(dir) {
			return fmt.Errorf(c.say("--source에는 디렉터리를 지정하십시오: %q", "--source takes a folder, not %q"), dir)
		}
	}
	for _, name := range o.site {
		if name == "" || hasScheme(name) && !isURL(name) {
			return fmt.Errorf(c.say("--site에는 디렉터리나 http·https 주소를 지정하십시오: %q", "--site takes a folder or an address (http, https), not %q"), name)
		}
	}
	if o.sitePages < 0 {
		return fmt.Errorf(c.say("--site-pages에는 0 이상의 수를 지정하십시오: %d", "--site-pages takes a number from 0 on, not %d"), o.sitePages)
	}
	return nil
}

// gathered are the signs of vendors in sites and source trees, by folder or address.
type gathered map[string][]policy.Evidence

// of are the signs that a policy is held against. Those in a page of its own are told by the page itself.
func (g gathered) of(t target, docs []*policy.Document) []policy.Evidence {
	var out []policy.Evidence
	for _, name := range slices.Concat(t.site, t.source) {
		out = append(out, g[name]...)
	}
	return slices.DeleteFunc(out, func(e policy.Evidence) bool {
		return e.Place.File != nil && slices.ContainsFunc(docs, func(doc *policy.Document) bool { return doc.File.Name == e.Place.File.Name })
	})
}

// inPages are the signs in the pages of a policy, and those that a browser saw when it opened them. What several of them
// give away is told once.
func (j *judgement) inPages(docs []*policy.Document) []policy.Evidence {
	var out []policy.Evidence
	for _, doc := range docs {
		out = append(out, evidence.OfPage(doc, contactsOf(j.pageOfDocument(doc))...)...)
	}
	for _, page := range j.visited {
		if page != nil && page.Shell != nil { // it is what a visitor opens, though the policy stands in its frame
			out = append(out, evidence.OfPage(page.Shell.Doc, contactsOf(page.Shell)...)...)
		}
	}
	return evidence.Once(out)
}

// contactsOf is what a page contacted when a browser opened it. Where it was looked for is no choice of its own.
func contactsOf(p *visit.Page) []evidence.Contact {
	if p == nil {
		return nil
	}
	var out []evidence.Contact
	for _, c := range p.Contacts {
		if c.URL != p.Asked && !slices.Contains(p.Redirects, c.URL) {
			out = append(out, evidence.Contact{URL: c.URL, Type: c.Type, From: c.From})
		}
	}
	return out
}

// visited are a page of a site, the frames that were read beside it and the page around it, with what each contacted.
func visited(p *visit.Page) []evidence.Visited {
	out := []evidence.Visited{{Doc: p.Doc, Contacts: contactsOf(p)}}
	for _, frame := range p.Frames {
		out = append(out, visited(frame)...)
	}
	if p.Shell != nil {
		out = append(out, visited(p.Shell)...)
	}
	return out
}

// gather reads the signs of vendors in the saved sites and source trees of policies, each folder once, beside those of
// sites that were read on the web. What could not be read is a failure: a tree of which nothing was read vouches for no policy.
func gather(targets []target, web sitesRead) (gathered, []report.Failure) {
	seen := make(gathered)
	maps.Copy(seen, web.signs)
	unread := slices.Clone(web.unread)
	read := func(dirs []string, of func(dir string) ([]policy.Evidence, []evidence.Failure)) {
		for _, dir := range dirs {
			if _, ok := seen[dir]; ok || isURL(dir) { // those that were not read are in unread
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
