package main

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/config"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/visit"
)

// otherDocument is the rule that finds that a page is no privacy policy.
const otherDocument = "document-not-policy"

// A judgement is what became of one policy. It holds on to no page, unless the format shows pages.
type judgement struct {
	documents []report.Document
	findings  []report.Finding
	failures  []report.Failure
	visited   []*visit.Page      // the pages of the web, by page of the target; nil for others and where nothing was got
	pages     []*policy.Document // as they were read, where they are kept
	told      []string           // lines about pages that were left out
	ignores   []*analyzer.Ignore // those of the configuration, with what they covered; nil for those about others
}

// A judge is what all policies of a run are judged by.
type judge struct {
	check      *analyzer.Check
	conf       *config.Config
	day        lawDay
	controller analyzer.Controller
	sites      sitesRead // on the web
	seen       gathered  // of the sites and source trees
	keep       bool      // pages are shown
	web        *web      // reads pages that are named by address
}

// each does a piece of work for each of a list, as many at a time as there are processors. The results come in the
// order of the list; done is called after each, from any goroutine.
func each[In, Out any](list []In, done func(), work func(In) Out) []Out {
	out := make([]Out, len(list))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, in := range list {
		group.Go(func() error {
			out[i] = work(in)
			done()
			return nil
		})
	}
	_ = group.Wait() // failures are part of the results
	return out
}

// judge reads and judges one policy. Where a page of it cannot be read it is not judged: what seems to be missing
// may stand there.
func (c *command) judge(ctx context.Context, t target, by judge) (j judgement) {
	defer func() {
		for i, p := range j.visited {
			j.visited[i] = withoutText(p)
		}
	}()
	var docs []*policy.Document
	for _, in := range t.pages {
		r, failure := c.pageOf(ctx, in, by.web, len(t.pages) == 1)
		j.visited = append(j.visited, r.page)
		if failure != nil {
			j.failures = append(j.failures, *failure)
			continue
		}
		docs = append(docs, r.docs()...)
	}
	if len(j.failures) == 0 {
		twins, unread := c.readTwins(ctx, t, by)
		err := c.judgeWhole(ctx, whole{docs: docs, twins: twins}, t, by, &j)
		if err == nil {
			j.failures = append(j.failures, unread...)
			return j
		}
		j = judgement{visited: j.visited, failures: []report.Failure{failureOf(t.pages[0], err)}}
	}
	for i, in := range t.pages {
		if in.failure == nil { // a directory without pages is no document
			j.documents = append(j.documents, j.unread(i, in.name, t.name))
		}
	}
	return j
}

// A whole is all that is read of one policy.
type whole struct {
	docs  []*policy.Document // the main page first
	links []policy.Followed
	twins []*policy.Policy // the same in other languages
}

// judgeWhole judges a policy with the pages that it links, where these are to be followed. One of them that cannot be read
// is a failure, and what it may hold is not missed; the others are judged.
func (c *command) judgeWhole(ctx context.Context, w whole, t target, by judge, j *judgement) (err error) {
	defer recovered(&err)
	if t.asOne {
		w.docs = mainFirst(w.docs, by.day.today)
	}
	var more subpages
	if t.follow {
		more = c.follow(ctx, w.docs, by.web, by.day.today)
		j.visited = append(j.visited, more.visited...)
	}
	w.docs, w.links = slices.Concat(w.docs, more.docs), more.links
	if err := c.judgePages(w, t, by, j); err != nil {
		return err
	}
	for _, f := range more.failures {
		d := report.Document{File: f.File, Policy: t.name, Status: report.Unread}
		if isURL(f.File) {
			d.State = f.Code
		}
		j.documents = append(j.documents, d)
	}
	j.failures, j.told = more.failures, more.told
	return nil
}

// withoutText is what is told of a page when it was judged; what it was read from can be forgotten.
func withoutText(p *visit.Page) *visit.Page {
	if p == nil {
		return nil
	}
	return &visit.Page{State: p.State, Asked: p.Asked, URL: p.URL, Redirects: p.Redirects, Rendered: p.Rendered, Unfilled: p.Unfilled, Shell: withoutText(p.Shell)}
}

// unread is a page of a policy that was not judged.
func (j *judgement) unread(page int, name, policy string) report.Document {
	d := report.Document{File: name, Policy: policy, Status: report.Unread}
	j.tellOf(&d, j.visited[page])
	for _, f := range j.failures {
		if f.File != name || j.visited[page] == nil && !isURL(name) {
			continue
		}
		if d.State = f.Code; d.State == string(fetch.NotPolicy) {
			d.Status = report.NotPolicy
		} else {
			d.Kind = "" // what stands in its place is none of its kind
		}
	}
	return d
}

// tellOf adds what is known of a page of the web.
func (j *judgement) tellOf(d *report.Document, p *visit.Page) {
	if p != nil {
		d.State, d.Redirects, d.Rendered, d.Kind = string(p.State), p.Redirects, p.Rendered, cmp.Or(d.Kind, string(p.Kind))
	}
}

// pageOf reads a page. One of the web that is whole must be a policy.
func (c *command) pageOf(ctx context.Context, in input, w *web, whole bool) (r reading, failure *report.Failure) {
	if in.failure != nil {
		return r, in.failure
	}
	r, err := c.reading(ctx, in, w, whole)
	if err != nil {
		f := failureOf(in, err)
		return r, &f
	}
	return r, nil
}

// pageOfDocument is the page of the web that a document was read from, or nil.
func (j *judgement) pageOfDocument(doc *policy.Document) *visit.Page {
	for _, p := range j.visited {
		if p == nil {
			continue
		}
		for _, one := range append([]*visit.Page{p}, p.Frames...) {
			if one.Doc == doc {
				return one
			}
		}
	}
	return nil
}

// judgePages judges a policy whose pages were read.
func (c *command) judgePages(w whole, t target, by judge, j *judgement) (err error) {
	defer recovered(&err)
	docs := w.docs
	p := &policy.Policy{Pages: docs, Followed: w.links, Evidence: append(by.seen.of(t, docs), j.inPages(docs)...), Language: t.language, Way: t.way}
	pass := analyzer.NewPass(p, by.day.today)
	pass.Controller = by.controller
	ignores := ignoresFor(by.conf, t)
	pass.Configured = slices.DeleteFunc(slices.Clone(ignores), func(i *analyzer.Ignore) bool { return i == nil })
	by.day.apply(pass)
	pair(pass, w.twins)
	if first := j.pageOfDocument(docs[0]); first != nil && isOther(c.KindOf(pass, 0)) { // a file gets a finding
		return notFetched(&fetch.Error{State: fetch.NotPolicy, Reason: fetch.Reason(c.KindOf(pass, 0)), URL: first.URL, Redirects: first.Redirects})
	}
	main := docs[0].File.Name
	for _, d := range by.check.RunPass(pass) {
		if d.Rule.Name == otherDocument && !t.pages[0].named {
			d.Severity = analyzer.Info // nobody said that it was one
		}
		f := report.Resolve(d)
		f.Document, f.Policy, f.Context = main, t.name, baseline.Context(p, d)
		j.findings = append(j.findings, f)
	}
	sortFindings(docs, j.findings) // for what was made an info
	for i, doc := range docs {
		d := report.Document{File: doc.File.Name, Policy: t.name, Kind: c.KindOf(pass, i), Status: report.OK, Day: pass.Day}
		if isOther(d.Kind) {
			d.Status = report.NotPolicy
		}
		j.tellOf(&d, j.pageOfDocument(doc))
		if by.keep {
			d.Language, d.LeftOut = textLanguage(pass, i), leftOut(pass, i)
		}
		j.documents = append(j.documents, d)
	}
	j.documents[0].Findings = len(j.findings) - ignored(j.findings)
	j.ignores = ignores
	if by.keep {
		j.pages = docs
	}
	return nil
}

// isOther tells the kinds of document whose clauses are not judged.
func isOther(kind string) bool { return kind == "terms" || kind == "consent-form" || kind == "other" }

// sortFindings orders the findings of a policy as [analyzer.Check] does: by page, then by the names of the other files
// in which evidence stands, then by place.
func sortFindings(docs []*policy.Document, findings []report.Finding) {
	page := func(name string) int {
		if i := slices.IndexFunc(docs, func(d *policy.Document) bool { return d.File.Name == name }); i >= 0 {
			return i
		}
		return len(docs)
	}
	slices.SortStableFunc(findings, func(a, b report.Finding) int {
		return cmp.Or(
			cmp.Compare(page(a.At.File), page(b.At.File)),
			strings.Compare(a.At.File, b.At.File),
			cmp.Compare(a.At.Start.Line, b.At.Start.Line),
			cmp.Compare(a.At.Start.Column, b.At.Start.Column),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Rule, b.Rule))
	})
}

// recovered turns a panic into an error, so that a page that the program cannot cope with takes
// down no other, and is not taken for a clean one.
func recovered(err *error) {
	if r := recover(); r != nil {
		met := fmt.Sprintf(": %v", r)
		*err = readError{code: codeUnreadable, detail: both(textInternal.Ko+met, textInternal.En+met)}
	}
}

// runOf gathers the judgements of a check.
func runOf(judgements []judgement) *report.Run {
	run := &report.Run{}
	for _, j := range judgements {
		run.Documents = append(run.Documents, j.documents...)
		run.Findings = append(run.Findings, j.findings...)
		run.Failures = append(run.Failures, j.failures...)
		run.Pages = append(run.Pages, j.pages...)
	}
	return run
}
