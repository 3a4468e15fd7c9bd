package facts

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
)

// callPages tells each page but the main one what links to it from the others call it. A page that holds a table and a short
// title is known by that alone.
func callPages(p *analyzer.Pass, all []*reader) {
	if len(all) < 2 {
		return
	}
	for _, r := range all {
		for i, res := range r.doc.Resources {
			address := leadsSomewhere(res, destinations.Of(p)[r.page][i])
			if address == "" {
				continue
			}
			to := linkedPage(p, r.page, address, res.Span)
			if to < 1 || to == r.page || all[to].listsByHeading() {
				continue
			}
			if l := r.pageLink(res, address); l.Role == ToPart {
				c := &all[to].linkedAs
				c.entrustment = c.entrustment || within(l.Clauses, Entrustment)
				c.provision = c.provision || within(l.Clauses, ThirdParty)
				c.transfer = c.transfer || within(l.Clauses, OverseasTransfer)
			}
		}
	}
}

// listsByHeading reports whether a heading of the page says whom it lists.
func (r *reader) listsByHeading() bool {
	return slices.ContainsFunc(r.headings, func(h Heading) bool {
		return within(h.Clauses, Entrustment) || within(h.Clauses, ThirdParty) || within(h.Clauses, OverseasTransfer)
	})
}
