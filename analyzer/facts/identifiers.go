package facts

import (
	"cmp"
	"slices"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// IdentifierGround is on what ground a policy says that it processes an identifier.
type IdentifierGround uint8

// The grounds, the weaker ones first.
const (
	NoGround        IdentifierGround = iota
	GroundElsewhere                  // a law is named for it for another purpose or recipient, or for its file
	ListedAway                       // a list of files stands elsewhere that says it of each
	LawUnnamed                       // 관련 법령에 따라: laws are spoken of, and none is named
	LawNamed
)

// An Identifier is a place where a policy says that it processes a number by which the law lets persons
// be told apart: a resident registration number, a passport number.
type Identifier struct {
	DataItem
	To   Quote // who gets it; empty where the policy says that it is collected or kept
	Kept bool  // it is said of what is kept

	Ground  IdentifierGround
	Consent bool // consent of its own is told for it
}

// Identifiers are those that the policy says it collects, gives to others or keeps, in its order.
var Identifiers = analyzer.NewFact("identifiers", func(p *analyzer.Pass) []Identifier {
	found := make([][]Identifier, len(p.Policy.Pages))
	columns := make(map[PlaceIn]bool) // the places in lists where another row names the law
	add := func(id Identifier) {
		if isIdentifier(&id.DataItem) && !readers.Of(p)[id.At.Page].guards(id.At.Range) {
			found[id.At.Page] = append(found[id.At.Page], id)
		}
	}
	lists := make([]map[int]bool, len(p.Policy.Pages)) // by page, the lines that list items
	for _, item := range DataItems.Of(p) {
		if lists[item.At.Page] == nil {
			lists[item.At.Page] = make(map[int]bool)
		}
		lists[item.At.Page][readers.Of(p)[item.At.Page].lineAt(item.At.Range.Start)] = true
		add(Identifier{DataItem: item})
	}
	based := basedLists(p)
	for _, item := range GivenItems.Of(p) {
		columns[item.At] = based[item.To.List]
		add(Identifier{DataItem: item.DataItem, To: item.To.Name})
	}
	for _, item := range keptNumbers(p) {
		add(Identifier{DataItem: item, Kept: true})
	}
	var out []Identifier
	for page, list := range found {
		if len(list) > 0 {
			g := groundsOf(readers.Of(p)[page], citationsByPage(p)[page])
			g.listing = lists[page]
			out = append(out, g.judged(list, columns)...)
		}
	}
	return out
})

// basedLists are the lists of recipients in which a row names its ground: another that names none has none.
func basedLists(p *analyzer.Pass) map[*Roster]bool {
	out := make(map[*Roster]bool)
	for _, to := range ThirdParties.Of(p) {
		if to.Basis.Text != "" {
			out[to.List] = true
		}
	}
	return out
}

// isIdentifier tells the items whose words name the number: not whether one has a licence.
func isIdentifier(item *DataItem) bool {
	switch item.Class {
	case vendors.ResidentNumber:
		return true
	case vendors.UniqueIdentifier:
		return item.ID != "id-card-copy" && item.ID != "unique-identifier" && holdsPhrase(item.Text, identifierWords().number)
	}
	return false
}

// guards reports whether words stand in a sentence that tells how a number is kept from sight.
func (r *reader) guards(at policy.Range) bool {
	l := &r.lines[r.lineAt(at.Start)]
	i := l.unitAt(at.Start)
	return l.ended && i < len(l.Units) && l.Units[i].has(identifierWords().guarded)
}

// holdsPhrase reports whether a few words hold a phrase.
func holdsPhrase(text string, id phrases.ID) bool {
	scan := phrases.Default().Scan(text)
	defer scan.Close()
	return slices.ContainsFunc(scan.Unit(0, len(text), nil), func(m phrases.Match) bool { return m.Phrase == id })
}

// keptNumbers are the resident numbers among the records that are kept: 회원의 주민등록번호.
func keptNumbers(p *analyzer.Pass) []DataItem {
	if !slices.ContainsFunc(readers.Of(p), func(r *reader) bool { return len(r.index.of(identifierWords().rrn)) > 0 }) {
		return nil // most policies name none, and records are costly to read
	}
	var out []DataItem
	for _, kept := range Retentions.Of(p) {
		at := kept.Record.At
		if at.Range.Empty() {
			continue
		}
		r := readers.Of(p)[at.Page]
		if _, ok := r.lines[r.lineAt(at.Range.Start)].findIn(identifierWords().rrn, at.Range); !ok {
			continue
		}
		x := r.listReader()
		for _, item := range x.items(at.Range) {
			if item.Class == vendors.ResidentNumber {
				out = append(out, item)
			}
		}
		x.close()
	}
	return out
}

// judged says on what ground each identifier of the page is processed, each place once.
func (g *grounds) judged(list []Identifier, columns map[PlaceIn]bool) []Identifier {
	slices.SortStableFunc(list, func(a, b Identifier) int { return cmp.Compare(a.At.Range.Start, b.At.Range.Start) })
	list = slices.CompactFunc(list, func(a, b Identifier) bool { return a.At == b.At })
	elsewhere := false
	for i := range list {
		list[i].Ground, list[i].Consent = g.beside(&list[i])
		elsewhere = elsewhere || list[i].Ground == LawNamed && list[i].Class == vendors.ResidentNumber
	}
	for i := range list {
		if id := &list[i]; id.Ground == NoGround && !columns[id.At] {
			id.Ground = g.ofAll(id.Class)
			if id.Ground == NoGround && (id.Class == vendors.ResidentNumber && (elsewhere || g.named) || g.namedForPurpose(id)) {
				id.Ground = GroundElsewhere
			}
		}
		list[i].Consent = list[i].Consent || g.consent
	}
	return list
}

type identifierPhrases struct{ rrn, all, number, guarded, own, unnamed, files, consent phrases.ID }

var identifierWords = sync.OnceValue(func() identifierPhrases {
	return identifierPhrases{detail("identifiers.rrn"), detail("identifiers.all"), detail("identifiers.number"), detail("identifiers.guarded"), detail("identifiers.own"), detail("identifiers.unnamed"), detail("identifiers.files"), detail("identifiers.consent")}
})
