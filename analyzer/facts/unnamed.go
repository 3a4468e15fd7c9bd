package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// An Unnamed is a recipient in a list that is only a category: 택배사.
type Unnamed struct {
	Clause Clause // Entrustment or ThirdParty
	Recipient
	Why UnnamedWhy
}

// UnnamedWhy is what a policy says of who it is in the end.
type UnnamedWhy uint8

// What it may say.
const (
	NobodyNamed UnnamedWhy = iota // nothing
	NamedOften                    // companies stand beside the category
	ToldAway                      // a list stands elsewhere, or will be told
	ChosenByAll                   // each data subject chooses: the seller of what was bought
	ByLaw                         // those to whom a law that is cited has data provided
)

// UnnamedRecipients are the processors and third parties of the lists that are categories, in the order
// of the policy, each once. One whose bracket names companies is none of them.
var UnnamedRecipients = analyzer.NewFact("unnamed recipients", func(p *analyzer.Pass) []Unnamed {
	var out []Unnamed
	seen := make(map[PlaceIn]bool)
	for _, c := range [...]Clause{Entrustment, ThirdParty} {
		all := allRecipients.Of(p)[c]
		named, told := make(map[int]bool), make(map[int]bool) // the rows in which a company stands, or a link to a list
		for i := range all {
			named[all[i].Row] = named[all[i].Row] || all[i].Kind == company.Company
			told[all[i].Row] = told[all[i].Row] || all[i].isToldAway()
		}
		for _, one := range all {
			if one.Kind != company.Category || one.List.Form == SaidList && !one.List.Entries || seen[one.Name.At] || isCompany(one.Note) || saysOf(one.Name.Text+" "+one.Note, categoryWords().counted) {
				continue
			}
			seen[one.Name.At] = true
			out = append(out, Unnamed{c, one, one.unnamed(c, named[one.Row], told[one.Row])})
		}
	}
	return out
})

// unnamed is what the row says of who a category is in the end.
func (one *Recipient) unnamed(c Clause, named, told bool) UnnamedWhy {
	switch {
	case c == ThirdParty && one.Basis.Text != "":
		return ByLaw
	case told:
		return ToldAway
	case c == ThirdParty && saysOf(one.Name.Text, categoryWords().chosen):
		return ChosenByAll
	case named:
		return NamedOften
	}
	return NobodyNamed
}

// isToldAway reports whether a list of those that a category stands for is elsewhere, or will be told.
func (one *Recipient) isToldAway() bool {
	told := categoryWords().told
	return one.Kind == company.Category && (one.More || saysOf(one.Name.Text, told) || saysOf(one.Note+"\n"+one.Contact.Text, told))
}

var categoryWords = sync.OnceValue(func() struct{ chosen, told, counted phrases.ID } {
	return struct{ chosen, told, counted phrases.ID }{nameID("category.chosen"), nameID("category.told"), nameID("category.counted")}
})

// saysOf reports whether a few words hold a phrase about names.
func saysOf(text string, id phrases.ID) bool {
	u := nameUnit(text)
	return u.has(id)
}
