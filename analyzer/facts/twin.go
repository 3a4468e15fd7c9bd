package facts

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
)

// A TwinDifference is something that a policy and its twin, the same policy in another language, tell differently, or
// that only one of them tells.
type TwinDifference struct {
	Twin   int // of the pass
	Kind   TwinKind
	Clause Clause

	// Here and There are what the policy and its twin say, as written. Where one says nothing its Text is empty, and At
	// is where it would belong; a place without a range is nowhere.
	Here, There Quote

	About  string // the company or the record that both or one of them name; the language, where that cannot be compared
	Key    string // what tells the difference from others of its kind, in one spelling for all languages: a value, or both in two lines
	Counts [2]int // how many companies or periods each has: of what is missing in the other, how many that are

	DeniedHere bool // of TwinDenied: it is the policy that denies, and not its twin

	// Sure is that the other has it nowhere, or says something else. Otherwise a reader has to look.
	Sure bool
}

// TwinKind is in what two policies differ.
type TwinKind uint8

// The kinds.
const (
	TwinLanguage        TwinKind = iota + 1 // nothing is compared: the language of one is not read
	TwinDocument                            // nothing is compared: the twin is no policy
	TwinClause                              // one does not speak of a clause
	TwinDenied                              // one says that it does not do what the other does
	TwinCompany                             // one does not name a company
	TwinCompanies                           // one does not name several of the companies that the other lists
	TwinCount                               // the lists are of different length, and who is missing cannot be told
	TwinOther                               // in place of a company the other names one that sounds otherwise
	TwinCountry                             // a company is in different countries
	TwinRecipientPeriod                     // a company keeps data for different times
	TwinPeriod                              // a record is kept for different times
	TwinPeriodMissing                       // one does not say how long a record is kept
	TwinPeriodsMissing                      // one does not say how long several records are kept
	TwinName                                // of the officer
	TwinPhone                               // of the officer
	TwinEmail                               // of the officer
	TwinEffective                           // the dates of effect
	TwinAnnounced                           // the dates of announcement
)

// String is a word for the kind, the same for ever.
func (k TwinKind) String() string {
	return [...]string{"", "language", "document", "clause", "denial", "company", "companies", "count", "other", "country", "recipient-period",
		"period", "no-period", "no-periods", "officer-name", "officer-phone", "officer-email", "effective", "announced"}[k]
}

// TwinDifferences are the differences between a policy and each of its twins, by kind. A translation may put things
// in another order, in other words and under fewer headings, so what is compared is only what must be the same in every
// language: who, where, how long, since when, whom to ask, and of which clauses something is said at all. What one of
// them says anywhere, even in passing, it does not lack.
var TwinDifferences = analyzer.NewFact("differences of twins", func(p *analyzer.Pass) []TwinDifference {
	var out []TwinDifference
	for i, twin := range p.Twins {
		here, there := editions.Of(p), editions.Of(twin)
		if !here.whole {
			continue // what is here is judged as what it is
		}
		c := twinComparer{here: here, there: there}
		switch {
		case !there.whole:
			c.out = append(c.out, TwinDifference{Kind: TwinDocument})
		case !isRead(here.language):
			c.out = append(c.out, TwinDifference{Kind: TwinLanguage, About: here.language})
		case !isRead(there.language):
			c.out = append(c.out, TwinDifference{Kind: TwinLanguage, About: there.language})
		default:
			c.compare()
		}
		for _, d := range c.out {
			d.Twin = i
			out = append(out, d)
		}
	}
	return out
})

// isRead reports whether the facts know how policies are written in a language.
func isRead(language string) bool { return slices.Contains([]string{"ko", "en", "ja"}, language) }

// TwinLanguageOf is the language of a policy as twins are compared: that of its first page that is a policy.
func TwinLanguageOf(p *analyzer.Pass) string { return editions.Of(p).language }

// twinComparer gathers the differences of two policies.
type twinComparer struct {
	here, there *edition
	out         []TwinDifference
	lacking     []*party // the companies that one of them does not name, as far as that is told
}

func (c *twinComparer) compare() {
	c.clauses()
	for _, clause := range [...]Clause{Entrustment, ThirdParty, OverseasTransfer} {
		c.recipients(clause)
	}
	c.countries()
	c.periods()
	c.officer()
	c.dates()
	slices.SortStableFunc(c.out, func(a, b TwinDifference) int { return int(a.Kind) - int(b.Kind) })
}

// add notes a difference; has is the edition whose quote is the first.
func (c *twinComparer) add(has *edition, d TwinDifference, said, other Quote) {
	d.Here, d.There = said, other
	if has == c.there {
		d.Here, d.There = other, said
		d.Counts[0], d.Counts[1] = d.Counts[1], d.Counts[0]
	}
	c.out = append(c.out, d)
}

// both does something with each edition as the first.
func (c *twinComparer) both(do func(has, other *edition)) {
	do(c.here, c.there)
	do(c.there, c.here)
}

// told reports whether a clause was told of already, in one of several ways.
func (c *twinComparer) told(kinds []TwinKind, clause Clause) bool {
	return slices.ContainsFunc(c.out, func(d TwinDifference) bool { return d.Clause == clause && slices.Contains(kinds, d.Kind) })
}
