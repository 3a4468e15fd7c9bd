package facts

import "slices"

// clauses compares of which clauses something is said. A denial and silence are no difference, for both say that nothing
// is done.
func (c *twinComparer) clauses() {
	for _, clause := range AllClauses {
		c.both(func(has, other *edition) {
			said, not := Clauses.Of(has.pass)[clause], Clauses.Of(other.pass)[clause]
			switch {
			case said.Status != Present || said.EmptyHeading:
			case not.Status == Denied:
				c.denied(clause, has, other)
			case not.Status == Absent && !not.Met() && clause != EffectiveDate:
				c.silent(clause, has, other)
			}
		})
	}
}

// silent notes a clause of which one says nothing.
func (c *twinComparer) silent(clause Clause, has, other *edition) {
	named := parties.Of(has.pass)[clause]
	if isOthers([]Clause{clause}) && slices.ContainsFunc(named, other.names) {
		return // it names them elsewhere
	}
	if clause == Officer && other.tellsOf(has) || !has.heads(clause) {
		return // said in passing, it may stand elsewhere in a translation
	}
	c.add(has, TwinDifference{Kind: TwinClause, Clause: clause, Key: "silent", Sure: other.clear && !other.hangs(clause)}, has.quoteOf(clause), Quote{})
}

// heads reports whether a clause has a heading of its own, or a list.
func (s *edition) heads(clause Clause) bool {
	isHeaded := slices.ContainsFunc(Outline.Of(s.pass), func(page []Heading) bool {
		return slices.ContainsFunc(page, func(h Heading) bool { return within(h.Clauses, clause) })
	})
	return isHeaded || len(parties.Of(s.pass)[clause]) > 0
}

// denied notes a clause that one denies: plainly so where the other lists companies.
func (c *twinComparer) denied(clause Clause, has, other *edition) {
	denial := other.quoteOf(clause)
	switch clause {
	case Entrustment, ThirdParty, OverseasTransfer:
		for _, x := range parties.Of(has.pass)[clause] {
			if !x.prose && !other.names(x) {
				c.add(has, TwinDifference{Kind: TwinDenied, Clause: clause, Key: "denied", DeniedHere: other == c.here, Sure: true}, x.name(), denial)
				return
			}
		}
	case AutoCollection, BehaviouralAds, Children, AutomatedDecision, VideoDevices, Pseudonymous:
		c.add(has, TwinDifference{Kind: TwinDenied, Clause: clause, Key: "denied", DeniedHere: other == c.here}, has.quoteOf(clause), denial)
	}
}

// quoteOf is the words that decide how a policy addresses a clause.
func (s *edition) quoteOf(c Clause) Quote {
	f := Clauses.Of(s.pass)[c]
	return Quote{Text: s.pass.Policy.Pages[f.Page].Quote(s.pass.Policy.Pages[f.Page].Span(f.Range)), At: PlaceIn{f.Page, f.Range}}
}

// tellsOf reports whether a policy has the address or number of another's officer anywhere.
func (s *edition) tellsOf(other *edition) bool {
	for _, person := range Officers.Of(other.pass) {
		for _, e := range plainEmails(person.Email.Text) {
			if slices.Contains(editionEmails.Of(s.pass), e) {
				return true
			}
		}
		for _, n := range plainPhones(person.Phone.Text) {
			if slices.Contains(editionPhones.Of(s.pass), n) {
				return true
			}
		}
	}
	return false
}
