package find

import (
	"net/url"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/fold"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/crawl/fetch"
	"github.com/pipalint/pipalint/crawl/visit"
	"github.com/pipalint/pipalint/vendors"
)

// isVendors reports whether an address belongs to a company that others have on their pages, and the site does not.
func (s *search) isVendors(u *url.URL) bool {
	sign, ok := vendors.ByHost(u.Host, u.Path)
	return ok && !s.isOf(sign.Vendor)
}

// isOf reports whether the site is one of a company of the catalogue: by its host, or by its title.
func (s *search) isOf(v *vendors.Vendor) bool {
	doc := s.result.Home.Doc
	home, err := url.Parse(s.result.Home.URL)
	if err != nil {
		return false
	}
	if sign, ok := vendors.ByHost(home.Host, ""); ok && sign.Vendor == v {
		return true
	}
	return slices.Contains(vendors.Named(doc.TextOf(doc.Title)), v)
}

// isOthers reports whether a policy on another site is that of somebody else, and keeps whose: a company that many have on
// their pages, or, where the link has more to its name than that of a policy, one of whom the home page says nothing but in
// links. A host of pages, as a note that is shared, says nothing of whose they are.
func (s *search) isOthers(p *visit.Page, naming facts.Naming) bool {
	name := facts.Controller.Of(s.pass(p.Doc)).Name
	of := ""
	if v := s.vendorOf(p, name); v != "" {
		of = v
	} else if name != "" && naming != facts.NamedExactly && !tellsOf(s.result.Home.Doc, name) {
		of = name
	}
	if of == "" {
		return false
	}
	if i := len(s.result.Tried) - 1; i >= 0 {
		s.result.Tried[i].State, s.result.Tried[i].Kind, s.result.Tried[i].Of = fetch.NotPolicy, p.Kind, of
	}
	return true
}

// vendorOf is the company of the catalogue that issues a policy, where the site is none of its own; else "".
func (s *search) vendorOf(p *visit.Page, issuer string) string {
	if known := vendors.Named(issuer); len(known) > 0 {
		if slices.ContainsFunc(known, s.isOf) {
			return ""
		}
		return issuer
	}
	u, err := url.Parse(p.URL)
	if err != nil || issuer != "" || !facts.IsPolicyAddress(p.URL) {
		return ""
	}
	if sign, ok := vendors.ByHost(u.Host, u.Path); ok && !s.isOf(sign.Vendor) {
		return u.Host
	}
	return ""
}

// tellsOf reports whether a page speaks of somebody elsewhere than in links.
func tellsOf(doc *policy.Document, name string) bool {
	name = fold.Letters(name)
	return slices.ContainsFunc(doc.Blocks, func(b *policy.Block) bool {
		return !b.Has(policy.Linked) && strings.Contains(fold.Letters(b.Text), name)
	})
}

// unled is the name of the first link of pages that names a policy and whose address was not read.
func (s *search) unled(pages []spot) string {
	for _, from := range pages {
		for _, l := range facts.PolicyLinks.Of(s.pass(from.page.Doc))[0] {
			if l.Address == "" && l.Naming != facts.NamedNowise {
				return l.Name
			}
		}
	}
	return ""
}
