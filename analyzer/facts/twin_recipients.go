package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/sound"
)

// recipients compares who stands in the lists of a clause.
func (c *twinComparer) recipients(clause Clause) {
	a, b := parties.Of(c.here.pass)[clause], parties.Of(c.there.pass)[clause]
	restA, restB := align(a, b)
	unnamed := func(list []*party, by *edition) []*party {
		return slices.DeleteFunc(list, func(x *party) bool { return by.names(x) || c.missed(x) })
	}
	restA, restB = unnamed(restA, c.there), unnamed(restB, c.here)
	switch {
	case c.told([]TwinKind{TwinClause, TwinDenied}, clause): // nothing of it is said by one of them
	case len(restA) == 0 && len(restB) == 0:
	case len(restA) > 0 && len(restB) > 0:
		c.unpaired(clause, restA, restB, len(a), len(b))
	default:
		c.missing(clause, c.here, c.there, restA, false)
		c.missing(clause, c.there, c.here, restB, false)
	}
}

// missed reports whether a company was told of already, in another list.
func (c *twinComparer) missed(x *party) bool { return slices.ContainsFunc(c.lacking, x.is) }

// missing notes the companies that only one names: all at once where they are many, or the other names nobody. In doubt
// they may be meant by names of the other.
func (c *twinComparer) missing(clause Clause, has, other *edition, list []*party, doubt bool) {
	if len(list) == 0 {
		return
	}
	const few = 5
	sure := !doubt && !other.hangs(clause) && !other.open(clause)
	none := len(parties.Of(other.pass)[clause]) == 0
	if none && len(list) > 1 || len(list) > few {
		c.lacking = append(c.lacking, list...)
		var names []string
		for _, x := range list {
			names = append(names, x.name().Text)
		}
		c.add(has, TwinDifference{Kind: TwinCompanies, Clause: clause, Key: strings.Join(names, "\n"), Counts: [2]int{len(list), 0}, Sure: sure && !list[0].prose}, list[0].name(), other.belongs(clause))
		return
	}
	for _, x := range list {
		c.lacking = append(c.lacking, x)
		c.add(has, TwinDifference{Kind: TwinCompany, Clause: clause, About: x.name().Text, Key: x.name().Text, Sure: sure && !x.prose}, x.name(), other.listOf(clause))
	}
}

// unpaired notes what is left in both lists. Those whom the catalogue knows it knows by every name; others may be there
// under a translated one, so of these only their number is told, or that two who stand alone sound otherwise.
func (c *twinComparer) unpaired(clause Clause, a, b []*party, allA, allB int) {
	unknown := func(x *party) bool { return len(x.roots) == 0 }
	someA, someB := slices.ContainsFunc(a, unknown), slices.ContainsFunc(b, unknown)
	first, second := a[0], b[0]
	switch {
	case len(a) == 1 && len(b) == 1 && (someA || someB):
		if d, ok := sound.Distance(first.bare, second.bare); ok && d >= sound.Apart && !first.prose && !second.prose {
			c.add(c.here, TwinDifference{Kind: TwinOther, Clause: clause, About: first.name().Text, Key: first.key + "\n" + second.key}, first.name(), second.name())
		}
	case someA && someB:
		if len(a) != len(b) && allA != allB {
			sure := !c.here.open(clause) && !c.there.open(clause) && !c.here.hangs(clause) && !c.there.hangs(clause)
			c.add(c.here, TwinDifference{Kind: TwinCount, Clause: clause, Key: "count", Counts: [2]int{allA, allB}, Sure: sure}, first.name(), second.name())
		}
	default:
		c.missing(clause, c.here, c.there, a, someB)
		c.missing(clause, c.there, c.here, b, someA)
	}
}

// open reports whether a list goes on where it ends, or has whole categories of companies: 택배사 등.
func (s *edition) open(clause Clause) bool {
	return slices.ContainsFunc(allRecipients.Of(s.pass)[clause], func(one Recipient) bool { return one.More || one.Kind == company.Category })
}

// listOf is where a list of a clause stands, else where the clause does.
func (s *edition) listOf(clause Clause) Quote {
	for _, one := range allRecipients.Of(s.pass)[clause] {
		if one.List != nil {
			return Quote{At: one.List.Title}
		}
	}
	return s.belongs(clause)
}

// countries compares where companies abroad are, and how long recipients keep data.
func (c *twinComparer) countries() {
	for _, clause := range [...]Clause{OverseasTransfer, Entrustment, ThirdParty} {
		for _, x := range parties.Of(c.here.pass)[clause] {
			list := parties.Of(c.there.pass)[clause]
			i := slices.IndexFunc(list, x.is)
			if i < 0 {
				i = slices.IndexFunc(list, func(y *party) bool { return !x.apartFrom(y) && soundsAlike(x, y) })
			}
			if i < 0 {
				continue
			}
			if clause == OverseasTransfer {
				c.country(x, list[i])
			} else {
				c.recipientPeriod(x, list[i])
			}
		}
	}
}

// country compares where a company is by all rows of either list.
func (c *twinComparer) country(x, y *party) {
	here, said := x.countries()
	there, other := y.countries()
	if len(here) == 0 || len(there) == 0 || slices.ContainsFunc(here, func(one string) bool { return slices.Contains(there, one) }) {
		return
	}
	c.add(c.here, TwinDifference{Kind: TwinCountry, Clause: OverseasTransfer, About: x.name().Text, Key: x.name().Text, Sure: true}, said, other)
}

func (x *party) countries() (codes []string, said Quote) {
	for _, one := range x.rows {
		for _, code := range countriesOf(one.Country.Text) {
			if said.Text == "" {
				said = one.Country
			}
			codes = append(codes, code)
		}
	}
	return codes, said
}

// recipientPeriod compares how long a recipient keeps data, where each list tells one time.
func (c *twinComparer) recipientPeriod(x, y *party) {
	if len(x.rows) != 1 || len(y.rows) != 1 {
		return
	}
	here, there := x.rows[0].Period, y.rows[0].Period
	a, b := period.Lengths(here.Text), period.Lengths(there.Text)
	if len(a) == 1 && len(b) == 1 && !a[0].Longest().Equal(b[0].Longest()) {
		c.add(c.here, TwinDifference{Kind: TwinRecipientPeriod, Clause: x.clause, About: x.name().Text, Key: x.name().Text, Sure: true}, here, there)
	}
}
