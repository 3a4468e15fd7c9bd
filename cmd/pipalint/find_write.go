package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/find"
)

// The types below are the contract with programs: fields are added, never renamed or removed.

type jsonFound struct {
	Sites  []jsonSite `json:"sites"`
	Errors any        `json:"errors"`
}

type jsonSite struct {
	Home     string           `json:"home"`
	State    string           `json:"state"`  // ok where the policy was found, else as in errors
	Policy   *jsonFoundPolicy `json:"policy"` // null where none was found
	Findings any              `json:"findings"`
	Tried    []jsonTry        `json:"tried"`
}

type jsonFoundPolicy struct {
	Address string     `json:"address"`
	Depth   int        `json:"depth"` // how many clicks it is away from the home page; -1 where no link was found that leads there
	Via     find.By    `json:"via"`   // home, link, path, sitemap
	Links   []jsonStep `json:"links"` // that are clicked, in order
}

type jsonStep struct {
	Page    string           `json:"page"`
	Text    string           `json:"text"`
	Address string           `json:"address"` // as written
	Region  facts.LinkRegion `json:"region"`
	At      any              `json:"at"`
}

type jsonTry struct {
	Address string      `json:"address"`
	Via     find.By     `json:"via"`
	State   fetch.State `json:"state"`
	Reason  *string     `json:"reason"`
	Kind    *string     `json:"kind"`
	Of      *string     `json:"of"` // whose policy it is, where it is that of somebody else
}

// writeFound writes what was found.
func (c *command) writeFound(sites []foundSite, run *report.Run, o findOptions) error {
	w := bufio.NewWriter(c.Stdout)
	switch {
	case o.format == "json":
		return c.writeJSON(c.foundJSON(sites, run))
	case o.quiet:
		for _, s := range sites {
			if s.result != nil && s.result.Policy != nil {
				fmt.Fprintln(w, s.result.Policy.URL)
			}
		}
		return c.written(w.Flush())
	}
	for _, s := range sites {
		if s.result != nil && s.result.Policy != nil {
			c.writeSite(w, s)
		}
	}
	var err error
	if len(run.Documents) > 0 { // else there is nothing to sum up: each failure was told
		err = formatOf("text").Write(w, run, c.reportOptions(o.checkOptions))
	}
	return c.written(cmp.Or(err, w.Flush()))
}

// clicks says how far away a policy is.
func (c *command) clicks(n int) string {
	if n == 1 {
		return c.say("첫 화면에서 1번 눌러 갑니다", "1 click from the home page")
	}
	return fmt.Sprintf(c.say("첫 화면에서 %d번 눌러 갑니다", "%d clicks from the home page"), n)
}

// writeSite tells people where a policy is and how to get there.
func (c *command) writeSite(w io.Writer, s foundSite) {
	r := s.result
	fmt.Fprintf(w, "%s → %s\n", report.Printable(s.home), report.Printable(r.Policy.URL))
	steps := make([]string, len(r.Way.Steps))
	for i, step := range r.Way.Steps {
		name := step.Resource()
		steps[i] = fmt.Sprintf("%s (%s)", report.Printable(cmp.Or(name.Text, name.Label, name.Title, name.URL)), c.region(facts.RegionOf(step.Page, name)))
	}
	switch r.By {
	case find.Home:
		fmt.Fprintln(w, c.say("  지정한 주소가 처리방침입니다", "  the address is that of the policy"))
	case find.Link:
		fmt.Fprintf(w, "  %s: %s\n", c.clicks(len(steps)), strings.Join(steps, " > "))
	case find.Path:
		fmt.Fprintln(w, c.say("  링크를 찾지 못해 흔히 쓰는 주소에서 찾았습니다", "  at a usual address; no link was found that leads there"))
	case find.Sitemap:
		fmt.Fprintln(w, c.say("  링크를 찾지 못해 사이트맵에서 찾았습니다", "  in the sitemap; no link was found that leads there"))
	}
}

// region is a part of a page.
func (c *command) region(r facts.LinkRegion) string {
	switch r {
	case facts.LinkInFooter:
		return c.say("푸터", "footer")
	case facts.LinkAtBottom:
		return c.say("하단", "bottom of the page")
	case facts.LinkInHeader:
		return c.say("헤더", "header")
	case facts.LinkInNav:
		return c.say("메뉴", "menu")
	case facts.LinkInAside:
		return c.say("사이드바", "aside")
	}
	return c.say("본문", "body")
}

func (c *command) foundJSON(sites []foundSite, run *report.Run) jsonFound {
	out := jsonFound{Sites: make([]jsonSite, len(sites)), Errors: report.JSONFailures(run.Failures, c.lang)}
	for i, s := range sites {
		one := jsonSite{Home: s.home, State: string(fetch.OK), Findings: report.JSONFindings(s.findings, c.lang), Tried: []jsonTry{}}
		for _, f := range s.judged.failures {
			one.State = f.Code
		}
		if s.result != nil {
			one.Policy = foundPolicy(s.result)
			for _, try := range s.result.Tried {
				one.Tried = append(one.Tried, tryJSON(try))
			}
		}
		out.Sites[i] = one
	}
	return out
}

// giveFindings gives each site those of the run, which has them in the order of the sites.
func giveFindings(sites []foundSite, run *report.Run) {
	rest := run.Findings
	for i := range sites {
		own := sites[i].judged.findings
		n := len(own) - ignored(own)
		sites[i].findings, rest = rest[:n:n], rest[n:]
	}
}

func foundPolicy(r *find.Result) *jsonFoundPolicy {
	if r.Policy == nil {
		return nil
	}
	out := &jsonFoundPolicy{Address: r.Policy.URL, Depth: len(r.Way.Steps), Via: r.By, Links: []jsonStep{}}
	if r.By != find.Link && r.By != find.Home {
		out.Depth = -1
	}
	for _, step := range r.Way.Steps {
		out.Links = append(out.Links, stepJSON(step))
	}
	return out
}

func stepJSON(s policy.Step) jsonStep {
	r := s.Resource()
	at := report.LocationOf(s.Place(), r.Text)
	return jsonStep{s.Page.File.Name, cmp.Or(r.Text, r.Label, r.Title), r.URL, facts.RegionOf(s.Page, r), report.JSONRange(at)}
}

func tryJSON(t find.Try) jsonTry {
	out := jsonTry{Address: t.URL, Via: t.By, State: t.State}
	if t.Err != nil {
		reason := string(t.Err.Reason)
		out.Reason = &reason
	}
	if t.Kind != "" {
		kind := string(t.Kind)
		out.Kind = &kind
	}
	if t.Of != "" {
		out.Of = &t.Of
	}
	return out
}
