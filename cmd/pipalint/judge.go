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
	"github.com/pipalint/pipalint/evidence"
)

// otherDocument is the rule that finds that a page is no privacy policy.
const otherDocument = "document-not-policy"

// A judgement is what became of one policy. It holds on to no page, unless the format shows pages.
type judgement struct {
	documents []report.Document
	findings  []report.Finding
	failures  []report.Failure
	reached   []string           // the names under which the pages were found, by page
	pages     []*policy.Document // as they were read, where they are kept
	ignores   []*analyzer.Ignore // those of the configuration, with what they covered; nil for those about others
}

// A judge is what all policies of a run are judged by.
type judge struct {
	check      *analyzer.Check
	conf       *config.Config
	day        lawDay
	controller analyzer.Controller
	seen       gathered // of the sites and source trees
	keep       bool     // pages are shown
	web        *web     // reads pages that are named by address
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
func (c *command) judge(ctx context.Context, t target, by judge) judgement {
	var j judgement
	var docs []*policy.Document
	for _, in := range t.pages {
		doc, failure := c.pageOf(ctx, in, by.web)
		if failure != nil {
			j.failures = append(j.failures, *failure)
			j.reached = append(j.reached, in.name)
			continue
		}
		docs = append(docs, doc)
		j.reached = append(j.reached, doc.File.Name)
	}
	if len(j.failures) == 0 {
		twins, unread := c.readTwins(ctx, t, by)
		err := c.judgePages(docs, twins, t, by, &j)
		if err == nil {
			j.failures = unread
			return j
		}
		j = judgement{failures: []report.Failure{failureOf(t.pages[0], err)}}
	}
	for _, in := range t.pages {
		if in.failure == nil { // a directory without pages is no document
			j.documents = append(j.documents, report.Document{File: in.name, Policy: t.name, Status: report.Unread})
		}
	}
	return j
}

// pageOf reads a page.
func (c *command) pageOf(ctx context.Context, in input, w *web) (doc *policy.Document, failure *report.Failure) {
	if in.failure != nil {
		return nil, in.failure
	}
	doc, err := c.document(ctx, in, w)
	if err != nil {
		f := failureOf(in, err)
		return nil, &f
	}
	return doc, nil
}

// judgePages judges a policy whose pages were read.
func (c *command) judgePages(docs []*policy.Document, twins []*policy.Policy, t target, by judge, j *judgement) (err error) {
	defer recovered(&err)
	p := &policy.Policy{Pages: docs, Evidence: by.seen.of(t), Language: t.language}
	for _, doc := range docs {
		p.Evidence = append(p.Evidence, evidence.OfPage(doc)...)
	}
	pass := analyzer.NewPass(p, by.day.today)
	pass.Controller = by.controller
	ignores := ignoresFor(by.conf, t)
	pass.Configured = slices.DeleteFunc(slices.Clone(ignores), func(i *analyzer.Ignore) bool { return i == nil })
	by.day.apply(pass)
	pair(pass, twins)
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
		switch d.Kind {
		case "terms", "consent-form", "other":
			d.Status = report.NotPolicy
		}
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
