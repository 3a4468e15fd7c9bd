package facts

import (
	"slices"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
)

// Stated says how far a policy states an element of a clause.
type Stated uint8

// How far an element is stated.
const (
	StatedNone Stated = iota
	StatedSome        // for some of the entries that it concerns
	StatedAll
)

// An Element is a particular that belongs to a clause: of a provision, say, the recipient.
type Element string

// ElementsOf are the elements that a clause is looked through for, in the order of the labelling
// guide; none for most clauses.
func ElementsOf(c Clause) []Element {
	switch c {
	case ThirdParty:
		return []Element{"recipient", "purpose", "items", "retention"}
	case Entrustment:
		return []Element{"processor", "task"}
	case OverseasTransfer:
		return []Element{"recipient", "contact", "country", "timing", "method", "items", "purpose", "retention", "refusal"}
	case Officer:
		return []Element{"name_or_department", "contact"}
	case Destruction:
		return []Element{"procedure", "method"}
	case AutoCollection:
		return []Element{"use", "refusal"}
	case Rights:
		return []Element{"access", "correction", "deletion", "suspension", "how"}
	}
	return nil
}

// An ElementFinding is how far an element is stated, and in which words: titles of columns with
// content, labels, sentences.
type ElementFinding struct {
	Stated Stated
	Places []PlaceIn // titles and labels first; at most maxPlaces; empty where nothing is stated

	beside bool // labels outside of tables, or words in their cells, say it for whoever is listed
	said   bool // sentences do
}

// maxPlaces are enough to show where an element stands.
const maxPlaces = 20

// Elements is what the policy states of each clause that has elements and is present.
var Elements = analyzer.NewFact("elements", func(p *analyzer.Pass) map[Clause]map[Element]ElementFinding {
	out := make(map[Clause]map[Element]ElementFinding)
	for _, r := range readers.Of(p) {
		fills := fillings(r.doc.Tables)
		for _, c := range AllClauses {
			list := ElementsOf(c)
			if len(list) == 0 || Clauses.Of(p)[c].Status != Present {
				continue
			}
			if out[c] == nil {
				out[c] = make(map[Element]ElementFinding, len(list))
			}
			near := r.scope(c, fills, false) // what stands farther off counts where this does not do
			found := near.elements(list)
			if len(found) < len(list) && !near.sections || len(found) == 0 {
				for e, f := range r.scope(c, fills, true).elements(list) {
					if found[e].Stated == StatedNone {
						found[e] = f
					}
				}
			}
			for _, e := range list {
				out[c][e] = join(out[c][e], found[e])
			}
		}
	}
	officerElements(p, out[Officer])
	for c, found := range out {
		rows := rowsOf(p, c)
		for e, said := range found {
			if listed := rows.state(e); listed.Stated > said.Stated {
				listed.beside, listed.said = said.beside, said.said
				found[e] = listed
			}
		}
	}
	return out
})

// officerElements adds what is known of the officer, however that is laid out.
func officerElements(p *analyzer.Pass, found map[Element]ElementFinding) {
	if found == nil || found["name_or_department"].Stated != StatedNone && found["contact"].Stated != StatedNone {
		return
	}
	one, ok := FirstOfficer(Officers.Of(p))
	if !ok {
		return
	}
	for e, quotes := range map[Element][]Quoted{"name_or_department": {one.Name, one.Department}, "contact": {one.Phone, one.Email}} {
		for _, q := range quotes {
			if q.Known() && found[e].Stated == StatedNone {
				found[e] = ElementFinding{Stated: StatedAll, Places: []PlaceIn{q.PlaceIn}}
			}
		}
	}
}

// join is what two pages say together: the list may stand on one of them alone.
func join(a, b ElementFinding) ElementFinding {
	places := slices.Concat(a.Places, b.Places)
	return ElementFinding{max(a.Stated, b.Stated), places[:min(len(places), maxPlaces)], a.beside || b.beside, a.said || b.said}
}

// elements are those that are stated.
func (s *scope) elements(list []Element) map[Element]ElementFinding {
	out := make(map[Element]ElementFinding)
	for _, e := range list {
		if f := s.find(e); f.Stated != StatedNone {
			out[e] = f
		}
	}
	return out
}

// find looks for an element in the places that speak for the clause.
func (s *scope) find(e Element) ElementFinding {
	t := newTally()
	beside := false
	w := elementWords()[s.clause][e]
	for i, id := range [...]phrases.ID{w.label, w.said} {
		for _, o := range s.r.index.of(id) {
			if how, ok := s.evidence(o, i == 0); ok && s.holds(o) && !s.amongItems(o, e) {
				t.add(how)
				t.places = append(t.places, PlaceIn{s.r.page, o.at})
				beside = beside || how.label || how.table != nil && !how.title && !s.under(o, e)
			}
		}
	}
	f := ElementFinding{t.stated(s), t.places, beside, t.best != StatedNone}
	if f.Stated == StatedNone {
		switch e {
		case "name_or_department":
			f = s.named()
		case "contact":
			f = s.reached()
		}
	}
	return f
}

// elementPhrases are the words for one element: as a label, and anywhere.
type elementPhrases struct{ label, said phrases.ID }

// elementWords are the phrases of each element, looked up once.
var elementWords = sync.OnceValue(func() map[Clause]map[Element]elementPhrases {
	out := make(map[Clause]map[Element]elementPhrases)
	for _, c := range AllClauses {
		for _, e := range ElementsOf(c) {
			if out[c] == nil {
				out[c] = make(map[Element]elementPhrases)
			}
			name := "elements." + string(c) + "." + string(e)
			out[c][e] = elementPhrases{optionalDetail(name + "_label"), detail(name)}
		}
	}
	return out
})
