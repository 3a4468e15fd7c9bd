package facts

import (
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/statute"
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
	case c == ThirdParty && (one.Basis.Text != "" || one.isByLaw()):
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

// isByLaw reports whether a bracket behind a recipient, or what the data are given for, names a law:
// 전기통신사업법 제83조에 따른 제공. For an authority it is enough that laws are spoken of.
func (one *Recipient) isByLaw() bool {
	if saysOf(one.Name.Text, kindWords().authority) && holdsPhrase(one.Purpose.Text, identifierWords().unnamed) {
		return true
	}
	return len(statute.Find(one.Note))+len(statute.Find(one.Purpose.Text)) > 0
}

// isToldAway reports whether a list of those that a category stands for is elsewhere, or will be told.
func (one *Recipient) isToldAway() bool {
	w := categoryWords()
	return one.Kind == company.Category && (one.More || saysOf(one.Name.Text, w.told) || saysOf(one.Note+"\n"+one.Contact.Text, w.told) ||
		saysOf(one.Task.Text, w.linked) || saysOf(one.Purpose.Text, w.linked))
}

type categoryPhrases struct{ chosen, told, linked, counted phrases.ID }

var categoryWords = sync.OnceValue(func() categoryPhrases {
	return categoryPhrases{nameID("category.chosen"), nameID("category.told"), nameID("category.linked"), nameID("category.counted")}
})

// saysOf reports whether a few words hold a phrase about names.
func saysOf(text string, id phrases.ID) bool {
	u := nameUnit(text)
	return u.has(id)
}
