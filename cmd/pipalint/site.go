package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/fetch"
	crawled "github.com/pipalint/pipalint/crawl/site"
	"github.com/pipalint/pipalint/crawl/visit"
	"github.com/pipalint/pipalint/evidence"
)

// How much is read of a site on the web: what a visitor sees in a few minutes.
const (
	usualSitePages = 10
	siteScripts    = 10
)

// sitesRead are the sites of a run that were read on the web.
type sitesRead struct {
	signs  gathered         // by address
	unread []report.Failure // those of which nothing was read
}

// siteRead is what became of one.
type siteRead struct {
	signs   []policy.Evidence
	note    string // what was not read of it
	failure *report.Failure
}

// readSites reads the sites that are named by address, each once. That nothing was read of one is a failure. A further
// page that was not got is none, as which pages are read of a large site is a choice in any case; it is told.
func (c *command) readSites(ctx context.Context, targets []target, w *web, o checkOptions) sitesRead {
	var addresses []string
	for _, t := range targets {
		for _, name := range t.site {
			if isURL(name) && !slices.Contains(addresses, name) {
				addresses = append(addresses, name)
			}
		}
	}
	out := sitesRead{signs: make(gathered)}
	if len(addresses) == 0 {
		return out
	}
	bar := c.startProgress(len(addresses), o.quiet)
	read := each(addresses, bar.step, func(address string) siteRead { return c.readSite(ctx, w, address, o.sitePages) })
	bar.stop()
	for i, one := range read {
		if one.failure != nil {
			out.unread = append(out.unread, *one.failure)
			continue
		}
		out.signs[addresses[i]] = one.signs
		if one.note != "" && !o.quiet {
			c.tell(addresses[i] + ": " + one.note)
		}
	}
	return out
}

// readSite reads a site.
func (c *command) readSite(ctx context.Context, w *web, address string, pages int) (out siteRead) {
	var err error
	defer func() {
		if err != nil {
			f := failureOf(input{name: address, source: fromURL}, err)
			out = siteRead{failure: &f}
		}
	}()
	defer recovered(&err)
	got, err := crawled.Read(ctx, w.Visitor, address, crawled.Options{Pages: pages, Scripts: siteScripts})
	if err != nil {
		err = notFetched(err)
		return out
	}
	var seen []evidence.Visited
	for _, p := range got.Pages {
		seen = append(seen, visited(p)...)
	}
	var scripts []evidence.Script
	for _, s := range got.Scripts {
		scripts = append(scripts, evidence.Script{URL: s.URL, Raw: s.Raw})
	}
	return siteRead{signs: evidence.OfWeb(seen, scripts), note: c.missed(got, w.Render == visit.Auto)}
}

// missed tells how much of a site was not read; "" where nothing was missed.
func (c *command) missed(s *crawled.Site, mayRender bool) string {
	var parts []string
	if len(s.Missed) > 0 {
		count := make(map[fetch.State]int)
		for _, e := range s.Missed {
			count[e.State]++
		}
		var why []string
		for _, state := range []fetch.State{fetch.Disallowed, fetch.Gone, fetch.Blocked, fetch.Unreadable} {
			if n := count[state]; n > 0 {
				why = append(why, fmt.Sprintf(c.text(missedWhy[state]), n))
			}
		}
		parts = append(parts, fmt.Sprintf(c.say("사이트에서 페이지 %d개를 읽었고, 읽지 못한 페이지나 스크립트가 있습니다(%s)", "%d pages of the site were read; some pages and scripts were not (%s)"),
			len(s.Pages), strings.Join(why, ", ")))
	}
	if s.Shells > 0 && mayRender {
		parts = append(parts, fmt.Sprintf(c.say("스크립트로 채우는 페이지(%d개)를 브라우저로 열지 못해, 그 페이지가 접속하는 곳을 다 보지는 못했습니다",
			"%d of its pages are filled by script and no browser opened them, so not all that they contact is known"), s.Shells))
	}
	return strings.Join(parts, c.say(". ", "; "))
}

// missedWhy says why a page was not got.
var missedWhy = map[fetch.State]analyzer.Text{
	fetch.Disallowed: both("robots.txt가 막음 %d개", "disallowed by robots.txt: %d"),
	fetch.Gone:       both("없음 %d개", "gone: %d"),
	fetch.Blocked:    both("차단 %d개", "blocked: %d"),
	fetch.Unreadable: both("오류 %d개", "failed: %d"),
}
