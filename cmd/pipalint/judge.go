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
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/evidence"
)

// otherDocument is the rule that finds that a page is no privacy policy.
const otherDocument = "document-not-policy"

// A judgement is what became of one input. It holds on to no page.
type judgement struct {
	document report.Document
	findings []report.Finding
	failure  *report.Failure
}

// A judge is what all inputs of a run are judged by.
type judge struct {
	check *analyzer.Check
	day   lawDay
	seen  []policy.Evidence // of the sites and source trees that the flags name
}

// eachInput does a piece of work for each input, as many at a time as there are processors. The
// results come in the order of the inputs; done is called after each, from any goroutine.
func eachInput[T any](inputs []input, done func(), work func(input) T) []T {
	out := make([]T, len(inputs))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, in := range inputs {
		group.Go(func() error {
			out[i] = work(in)
			done()
			return nil
		})
	}
	_ = group.Wait() // failures are part of the results
	return out
}

// judge reads and judges one input as a policy of its own.
func (c *command) judge(ctx context.Context, in input, by judge) judgement {
	if in.failure != nil {
		return judgement{failure: in.failure}
	}
	j, err := c.judgeDocument(ctx, in, by)
	if err != nil {
		return unread(in, err)
	}
	return j
}

func (c *command) judgeDocument(ctx context.Context, in input, by judge) (j judgement, err error) {
	defer recovered(&err)
	doc, err := c.document(ctx, in)
	if err != nil {
		return j, err
	}
	pass := analyzer.NewPass(&policy.Policy{
		Pages:    []*policy.Document{doc},
		Evidence: slices.Concat(evidence.OfPage(doc), by.seen),
	}, by.day.today)
	by.day.apply(pass)
	for _, d := range by.check.RunPass(pass) {
		if d.Rule.Name == otherDocument && !in.named {
			d.Severity = analyzer.Info // nobody said that it was one
		}
		f := report.Resolve(d)
		f.Document = doc.File.Name
		j.findings = append(j.findings, f)
	}
	slices.SortStableFunc(j.findings, func(a, b report.Finding) int { // for what was made an info
		return cmp.Or(compareFiles(doc.File.Name, a.At.File, b.At.File), byPlace(a, b))
	})
	j.document = report.Document{File: doc.File.Name, Kind: c.KindOf(pass), Status: report.OK, Findings: len(j.findings), Day: pass.Day}
	switch j.document.Kind {
	case "terms", "consent-form", "other":
		j.document.Status = report.NotPolicy
	}
	return j, nil
}

// compareFiles orders a page before the files in which evidence stands, and these by their names.
func compareFiles(page, a, b string) int {
	if a == b || a != page && b != page {
		return strings.Compare(a, b)
	}
	if a == page {
		return -1
	}
	return 1
}

// byPlace orders the findings of a file as [analyzer.Check] does.
func byPlace(a, b report.Finding) int {
	return cmp.Or(
		cmp.Compare(a.At.Start.Line, b.At.Start.Line),
		cmp.Compare(a.At.Start.Column, b.At.Start.Column),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Rule, b.Rule))
}

// recovered turns a panic into an error, so that a page that the program cannot cope with takes
// down no other, and is not taken for a clean one.
func recovered(err *error) {
	if r := recover(); r != nil {
		met := fmt.Sprintf(": %v", r)
		*err = readError{code: codeUnreadable, detail: both(textInternal.Ko+met, textInternal.En+met)}
	}
}

func unread(in input, err error) judgement {
	f := failureOf(in, err)
	return judgement{document: report.Document{File: in.name, Status: report.Unread}, failure: &f}
}

// runOf gathers the judgements of a check.
func runOf(judgements []judgement) *report.Run {
	run := &report.Run{}
	for _, j := range judgements {
		if j.document.Status != "" { // a directory without pages is no document
			run.Documents = append(run.Documents, j.document)
		}
		run.Findings = append(run.Findings, j.findings...)
		if j.failure != nil {
			run.Failures = append(run.Failures, *j.failure)
		}
	}
	return run
}
