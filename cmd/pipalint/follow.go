package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/visit"
)

// mostFollowed is how many pages are read for the links of one policy.
const mostFollowed = 20

// subpages are what the links of a policy led to.
type subpages struct {
	docs     []*policy.Document // the parts of the policy that they lead to, with their frames
	visited  []*visit.Page      // those that are pages of the web
	links    []policy.Followed
	failures []report.Failure
	told     []string // lines about what was left out
}

// A destination is where a link leads.
type destination struct {
	key  string // equal for links to the same page
	name string // an address or a path
	file bool
	gone bool // a file that is not there
}

// A follower reads what the pages of a policy link, one level deep.
type follower struct {
	*command
	web   *web
	today date.Date
	main  []*policy.Document // the pages that were named
	met   map[string]policy.Followed
	reads int
	subpages
}

// follow reads the pages that those of a policy link as parts of it: of an address those on the same site, of a file those
// that lie beside it.
func (c *command) follow(ctx context.Context, docs []*policy.Document, w *web, today date.Date) subpages {
	f := &follower{command: c, web: w, today: today, main: docs, met: make(map[string]policy.Followed)}
	pass := analyzer.NewPass(&policy.Policy{Pages: docs}, today)
	skipped := make(map[string]bool)
	for _, l := range facts.PageLinks.Of(pass) {
		to, ok := destinationOf(docs[l.Page], l.URL)
		if l.Role != facts.ToPart || !ok {
			continue
		}
		one, known := f.met[to.key]
		switch {
		case known:
		case f.reads >= mostFollowed && !to.gone && f.page(to.key) < 0:
			skipped[to.key] = true
			continue
		default:
			one = f.read(ctx, to)
			f.met[to.key] = one
		}
		one.Place, one.URL = l.Place, to.name
		f.links = append(f.links, one)
	}
	if len(skipped) > 0 {
		f.told = append(f.told, fmt.Sprintf(c.say("%s: 하위 페이지를 %d개까지만 읽었습니다. 읽지 않은 페이지: %d개", "%s: no more than %d linked pages are read; left out: %d"),
			docs[0].File.Name, mostFollowed, len(skipped)))
	}
	return f.subpages
}

// page is the page of the policy that a key stands for, or -1.
func (f *follower) page(key string) int {
	return slices.IndexFunc(f.pages(), func(d *policy.Document) bool { return keyOfPage(d) == key })
}

func (f *follower) pages() []*policy.Document { return slices.Concat(f.main, f.docs) }

// read is what becomes of a link to a page that was not met before.
func (f *follower) read(ctx context.Context, to destination) policy.Followed {
	if i := f.page(to.key); i >= 0 {
		return policy.Followed{State: policy.LinkRead, Page: i}
	}
	if to.gone {
		return policy.Followed{State: policy.LinkGone}
	}
	f.reads++
	r, err := f.fetch(ctx, to)
	if err != nil {
		if e, ok := errors.AsType[readError](err); ok && e.code == failureCode(fetch.Gone) {
			return policy.Followed{State: policy.LinkGone}
		}
		f.failures = append(f.failures, failureOf(input{name: to.name}, err))
		return policy.Followed{State: policy.LinkUnread}
	}
	return f.take(to, r)
}

// fetch reads a page. Every error is a readError.
func (f *follower) fetch(ctx context.Context, to destination) (r reading, err error) {
	if to.file {
		return f.reading(ctx, input{name: to.name}, nil, false)
	}
	if r.page, err = f.web.part(ctx, fetch.Request{URL: to.name, Crawled: true}); err == nil {
		r.doc = r.page.Doc
	}
	return r, err
}

// take puts a page that was read to the policy, where it is a part of it.
func (f *follower) take(to destination, r reading) policy.Followed {
	doc := r.doc
	for i, d := range f.pages() { // a server that shows the same page for all that is asked
		if keyOfPage(d) == keyOfPage(doc) || d.Visible == doc.Visible {
			return policy.Followed{State: policy.LinkRead, Page: i}
		}
	}
	if !to.file && !sameSite(f.main[0].File.Name, doc.File.Name) {
		f.tell(to, f.say("다른 사이트로 이동되어 읽지 않았습니다: ", "left out, as it leads on to another site: ")+doc.File.Name)
		return policy.Followed{State: policy.LinkUnread}
	}
	if !f.isPart(doc) {
		f.tell(to, f.say("링크된 페이지가 이 처리방침의 일부로 보이지 않아 함께 검사하지 않았습니다", "left out, as it does not seem to be a part of the policy that links it"))
		return policy.Followed{State: policy.LinkOther}
	}
	at := len(f.main) + len(f.docs)
	f.docs = append(f.docs, r.docs()...)
	if r.page != nil {
		f.visited = append(f.visited, r.page)
	}
	return policy.Followed{State: policy.LinkRead, Page: at}
}

func (f *follower) tell(to destination, what string) { f.told = append(f.told, to.name+": "+what) }

// isPart reports whether a page is a part of the policy: no agreement, no other policy, and something of one.
func (f *follower) isPart(doc *policy.Document) bool {
	alone := f.pass(doc)
	switch facts.Kinds.Of(alone)[0] {
	case facts.Terms, facts.ConsentForm:
		return false
	case facts.PolicyKind:
		if facts.TitlesPolicy.Of(alone)[0] && facts.Kinds.Of(f.pass(f.main[0]))[0] == facts.PolicyKind {
			return false
		}
	}
	switch facts.Kinds.Of(f.pass(f.main[0], doc))[1] {
	case facts.PolicyKind, facts.Subpage:
		return true
	}
	return false
}

func (f *follower) pass(docs ...*policy.Document) *analyzer.Pass {
	return analyzer.NewPass(&policy.Policy{Pages: docs}, f.today)
}

// mainFirst puts the first page that is a policy before the others.
func mainFirst(docs []*policy.Document, today date.Date) []*policy.Document {
	for i, doc := range docs {
		if facts.Kinds.Of(analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, today))[0] == facts.PolicyKind {
			return slices.Concat(docs[i:i+1], docs[:i], docs[i+1:])
		}
	}
	return docs
}
