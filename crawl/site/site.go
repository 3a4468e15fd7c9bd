// Package site reads a few pages of a site as a polite visitor: the one that somebody named, and some that it links, with
// the scripts that the site itself serves.
package site

import (
	"context"
	"errors"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/visit"
	"github.com/pipalint/pipalint/crawl/wall"
)

// Options say how much of a site is read.
type Options struct {
	Pages   int // besides the one that is named
	Scripts int
}

// largestScript is how many bytes a script has that is kept.
const largestScript = 4 << 20

// A Site is what was read of one.
type Site struct {
	Pages   []*visit.Page // the named one first
	Scripts []*fetch.Page
	Missed  []*fetch.Error // why further pages and scripts were not got
	Shells  int            // pages that scripts fill, and that no browser opened
}

// Read reads a site from an address on. Links are followed to pages of its host alone, which is the one at which the first
// page was found; for them robots.txt is asked, and the host is spared, as of [fetch.Request]. Which pages are read does
// not depend on chance. An error is why the first page was not got, or that of the context.
func Read(ctx context.Context, v *visit.Visitor, address string, o Options) (*Site, error) {
	w := &walk{visitor: v, site: &Site{}, asked: make(map[string]bool)}
	first, err := w.page(ctx, fetch.Request{URL: address})
	if err != nil {
		return nil, err
	}
	start, err := url.Parse(first.Doc.File.Name)
	if err != nil {
		return nil, &fetch.Error{State: fetch.Unreadable, Reason: fetch.Address, URL: first.Doc.File.Name, Err: err}
	}
	w.links = newFrontier(start)
	w.take(first)
	const perPage = 2 // that are asked for, as some are not there or lead elsewhere
	for tries := 0; len(w.site.Pages) <= o.Pages && tries < perPage*o.Pages; tries++ {
		link, ok := w.links.next()
		if !ok {
			break
		}
		page, err := w.page(ctx, fetch.Request{URL: link.String(), Crawled: true, Stay: true})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		w.took(page, err)
	}
	w.scripts(ctx, o.Scripts)
	return w.site, ctx.Err()
}

// A walk is a site while it is read.
type walk struct {
	visitor *visit.Visitor
	site    *Site
	links   *frontier
	asked   map[string]bool // scripts
}

// took keeps a further page, or why it was not got. One that was found on another host, as a script leads to, is none of the
// site, and one to which several addresses lead is read once.
func (w *walk) took(page *visit.Page, err error) {
	if err != nil {
		w.missed(err)
		return
	}
	at, err := url.Parse(page.Doc.File.Name)
	if err != nil || fetch.Host(at) != w.links.host {
		return
	}
	if slices.ContainsFunc(w.site.Pages, func(p *visit.Page) bool { return p.Doc.File.Name == page.Doc.File.Name }) {
		return
	}
	w.take(page)
}

func (w *walk) take(page *visit.Page) {
	w.site.Pages = append(w.site.Pages, page)
	if !page.Rendered && isShell(page.Doc) {
		w.site.Shells++
	}
	w.links.add(page.Doc)
}

func (w *walk) missed(err error) {
	if e, ok := errors.AsType[*fetch.Error](err); ok && e.Reason != fetch.Elsewhere {
		w.site.Missed = append(w.site.Missed, e)
	}
}

// page reads a page, with a browser where the visitor always does, or where what was fetched is filled by scripts alone.
// No policy is looked for, so that a page which holds none is no error, nor is one that asks who is there: both have tags.
func (w *walk) page(ctx context.Context, r fetch.Request) (*visit.Page, error) {
	if w.visitor.Render != visit.Auto {
		return asShown(w.visitor.Page(ctx, r))
	}
	plain := *w.visitor
	plain.Render = visit.Never
	page, err := asShown(plain.Page(ctx, r))
	if err != nil || w.visitor.Browser == nil || !isShell(page.Doc) {
		return page, err
	}
	if rendered, err := asShown(w.visitor.Show(ctx, page)); err == nil {
		return rendered, nil
	}
	return page, nil // the tags that stand in it are signs as well
}

// asShown is a page that a visitor would see, whatever the search for a policy makes of it. Where a browser failed, what was
// fetched is left.
func asShown(p *visit.Page, err error) (*visit.Page, error) {
	e, ok := errors.AsType[*fetch.Error](err)
	if !ok || p == nil || p.Doc == nil {
		return p, err
	}
	switch {
	case e.State == fetch.NeedsScript, !p.Rendered && (e.Reason == fetch.Timeout || e.Reason == fetch.Network):
		return p, nil
	case e.Reason == fetch.Wall && p.Status < 400:
		if at, ok := wall.Find(p.Doc, p.Status, p.Header); ok && at.Kind == wall.Login {
			return p, nil
		}
	}
	return p, err
}

// isShell reports whether a page shows next to nothing, and has scripts that may fill it.
func isShell(doc *policy.Document) bool {
	const few = 200 // characters
	shown := 0
	for _, r := range doc.Visible {
		if !unicode.IsSpace(r) {
			shown++
		}
	}
	return shown < few && slices.ContainsFunc(doc.Resources, func(r policy.Resource) bool {
		return r.Kind == policy.Script || r.Kind == policy.InlineScript
	})
}

// scripts reads scripts that the site serves itself, but for libraries that say nothing of it.
func (w *walk) scripts(ctx context.Context, most int) {
	for _, page := range w.site.Pages {
		for _, r := range page.Doc.Resources {
			if len(w.asked) >= most || ctx.Err() != nil {
				return
			}
			u, ok := page.Doc.Address(r.URL)
			if r.Kind != policy.Script || !ok || fetch.Host(u) != w.links.host || !isCode(r.Rel) || isLibrary(u) || w.asked[u.String()] {
				continue
			}
			w.asked[u.String()] = true
			w.script(ctx, u)
		}
	}
}

func (w *walk) script(ctx context.Context, u *url.URL) {
	got, err := w.visitor.Fetcher.Get(ctx, fetch.Request{URL: u.String(), Crawled: true, Stay: true})
	if err != nil {
		w.missed(err)
		return
	}
	at, err := url.Parse(got.URL)
	isPage := strings.Contains(got.Header.Get("Content-Type"), "html") // an application answers with its page to all
	if err == nil && fetch.Host(at) == w.links.host && !isPage && len(got.Raw) <= largestScript {
		w.site.Scripts = append(w.site.Scripts, got)
	}
}

// isCode reports whether a script element of a type is run.
func isCode(kind string) bool {
	return kind == "" || kind == "module" || strings.HasSuffix(kind, "javascript")
}

// isLibrary tells scripts that every other site has as well, by their names.
func isLibrary(u *url.URL) bool {
	name := strings.ToLower(path.Base(u.Path))
	return slices.ContainsFunc([]string{"jquery", "bootstrap", "swiper", "slick", "polyfill", "modernizr", "owl.carousel", "lodash", "moment",
		"html5shiv", "respond", "aos.", "gsap", "popper", "select2", "vue.", "react.", "react-dom."}, func(library string) bool { return strings.HasPrefix(name, library) })
}
