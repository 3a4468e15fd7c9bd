package find

import (
	"net/url"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/crawl/visit"
)

const (
	mostDoors    = 4 // pages to which the home page leads on by itself
	mostLinks    = 6 // links of a page that are followed because they name a policy
	mostBetweens = 8 // pages on the way that are looked at
	mostLists    = 2 // how deep lists of policies may lead to each other
)

// doors are the pages that a visitor gets to without a click: a page, and those to which it leads on by itself.
func (s *search) doors(first spot) []spot {
	out := []spot{first}
	within := slices.Concat(first.page.Frames, first.page.Aside)
	if shell := first.page.Shell; shell != nil {
		within = slices.Concat([]*visit.Page{shell}, within, shell.Aside)
	}
	for _, p := range within {
		s.seen[key(p.URL)] = true
		out = append(out, spot{page: p, steps: first.steps})
	}
	for i := 0; i < len(out) && len(out) <= mostDoors; i++ {
		doc := out[i].page.Doc
		for _, ref := range facts.Onward.Of(s.pass(doc))[0] {
			u, ok := address(doc, ref)
			if !ok || !s.ours(u) {
				continue
			}
			if p, ok := s.visit(u, Link, ""); ok {
				out = append(out, spot{page: p, steps: first.steps})
			}
		}
	}
	return out
}

// linked follows the links of pages that name a policy, the likeliest first, and reports whether one leads there.
func (s *search) linked(pages []spot) bool { return s.follow(pages, mostLists) }

// A lead is a link that seems to lead to the policy.
type lead struct {
	from  spot
	link  facts.PolicyLink
	to    *url.URL
	other bool // it leads to another site
}

// follow does so where pages that are no policies may list some so many times.
func (s *search) follow(pages []spot, lists int) bool {
	for _, l := range s.leads(pages) {
		p, ok := s.visit(l.to, Link, l.link.Naming)
		if !ok {
			continue
		}
		steps := append(slices.Clone(l.from.steps), policy.Step{Page: l.from.page.Doc, Link: l.link.Link})
		if p.Kind == facts.PolicyKind && !(l.other && s.isOthers(p, l.link.Naming)) {
			s.found(p, Link, steps)
			return true
		}
		if lists > 0 && !l.other && s.follow([]spot{{page: p, steps: steps}}, lists-1) {
			return true
		}
	}
	return false
}

// leads are the links of pages that seem to lead to the policy: those to the site's own first, unless they are named by
// their address alone.
func (s *search) leads(pages []spot) []lead {
	var own, others, rest []lead
	for _, from := range pages {
		n := 0
		for _, l := range facts.PolicyLinks.Of(s.pass(from.page.Doc))[0] {
			to, ok := address(from.page.Doc, l.Address)
			if !ok || n == mostLinks {
				continue
			}
			one := lead{from: from, link: l, to: to, other: !s.ours(to)}
			switch {
			case one.other && l.Naming != facts.NamedExactly && s.isVendors(to):
				continue
			case one.other:
				others = append(others, one)
			case l.Naming == facts.NamedNowise:
				rest = append(rest, one)
			default:
				own = append(own, one)
			}
			n++
		}
	}
	return slices.Concat(own, others, rest)
}

// between looks at the pages that are likely to link the policy, and follows the links that name it there.
func (s *search) between(pages []spot, levels int) bool {
	n := 0
	for _, from := range pages {
		doc := from.page.Doc
		for _, l := range facts.LeadingLinks.Of(s.pass(doc))[0] {
			to, ok := address(doc, l.Address)
			if !ok || !s.ours(to) || n == mostBetweens {
				continue
			}
			p, ok := s.visit(to, Link, "")
			if !ok {
				continue
			}
			n++
			steps := append(slices.Clone(from.steps), policy.Step{Page: doc, Link: l.Link})
			if p.Kind == facts.PolicyKind {
				s.found(p, Link, steps)
				return true
			}
			within := s.doors(spot{page: p, steps: steps})
			if s.linked(within) || l.Enters && levels > 1 && s.between(within, levels-1) {
				return true
			}
		}
	}
	return false
}

// ours reports whether an address belongs to the site.
func (s *search) ours(u *url.URL) bool {
	home, err := url.Parse(s.result.Home.URL)
	return err == nil && visit.SameSite(home, u)
}

// address is where a link of a page leads. What points into a page counts only where scripts show another page for it.
func address(doc *policy.Document, ref string) (*url.URL, bool) {
	if ref == "" {
		return nil, false
	}
	u, ok := doc.Address(ref)
	if !ok || u.Host == "" {
		return nil, false
	}
	if _, fragment, _ := strings.Cut(ref, "#"); strings.HasPrefix(fragment, "/") || strings.HasPrefix(fragment, "!") {
		u.Fragment = fragment
	}
	return u, true
}
