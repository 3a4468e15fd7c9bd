package facts

import (
	"slices"
	"sort"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Gap is what a clause should state and does not: elements, and for whom.
type Gap struct {
	Elements []Element   // in the order of the labelling guide
	List     *Roster     // the list that lacks them; nil where the clause lists nobody
	Rows     []Recipient // the recipients for whom they are not stated; none where List is nil
	Others   int         // how many more than the first they are, those included that the list only counts
	Whole    bool        // none of the list has them, and no title announces them
	At       PlaceIn     // the title of the names, the first name without them, or what opens the clause

	// Where List is nil:
	Headed bool  // a heading opens the clause
	Claim  Claim // what the clause says of whom it does not list
}

// Basis is the title under which the list names the law that each provision stands on.
func (g *Gap) Basis() (PlaceIn, bool) {
	if g.List == nil {
		return PlaceIn{}, false
	}
	at, ok := g.List.Fields[FieldBasis]
	return at, ok
}

// A Claim is how far sentences say that data or work are given, in a clause that lists nobody.
type Claim uint8

// The claims.
const (
	NoClaim Claim = iota // that it may be so, or only who would be told
	Gives                // that it is so: 위탁하고 있습니다
	GivesTo              // and that a list follows: 다음과 같이 위탁하고 있습니다
)

// Gaps are what each clause that is present lacks of its elements: by the rows of its lists, where it
// lists recipients, else as a whole. What a label or a sentence beside a list says, all its rows have.
var Gaps = analyzer.NewFact("gaps", func(p *analyzer.Pass) map[Clause][]Gap {
	out := make(map[Clause][]Gap)
	for c, found := range Elements.Of(p) {
		if listed := rowsOf(p, c); len(listed.all) > 0 && listed.all[0].List.Form != SaidList {
			out[c] = listed.gaps(c, found)
		} else if missing := unstated(c, found); len(missing) > 0 {
			f := Clauses.Of(p)[c]
			r := readers.Of(p)[f.Page]
			at := r.headingOver(f.Range, c)
			g := Gap{Elements: missing, At: PlaceIn{f.Page, at}, Headed: r.headed(at)}
			if c == AutoCollection {
				g.Headed = g.Headed && r.tellsOfDevices(at)
			}
			if isOthers([]Clause{c}) || c == AutoCollection {
				var denied bool
				if g.Claim, denied = r.claim(c); denied {
					continue
				}
			}
			out[c] = []Gap{g}
		}
	}
	return out
})

// headingOver is the heading of the clause under which words stand, or the words.
func (r *reader) headingOver(at policy.Range, c Clause) policy.Range {
	line := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].Block.Range.End >= at.End })
	if line < len(r.lines) {
		if i := r.sections[line]; i >= 0 && within(r.headings[i].Clauses, c) && !r.namesWhole(&r.headings[i]) {
			return r.headings[i].Range
		}
	}
	return at
}

// headed reports whether words stand in a heading.
func (r *reader) headed(at policy.Range) bool {
	i := sort.Search(len(r.headings), func(i int) bool { return r.headings[i].Range.End >= at.End })
	return i < len(r.headings) && r.headings[i].Range.Start <= at.Start && !r.headings[i].Glued
}

// tellsOfDevices reports whether words about what is collected automatically name the means, and not only
// the data.
func (r *reader) tellsOfDevices(at policy.Range) bool {
	return slices.ContainsFunc(r.index.of(deviceWords()), func(o occurrence) bool {
		return at.Start <= o.at.Start && o.at.End <= at.End
	})
}

var deviceWords = sync.OnceValue(func() phrases.ID { return detail("elements.device") })

// claim is what the sentences of a clause claim, or that they deny it.
func (r *reader) claim(c Clause) (out Claim, denied bool) {
	s := r.scope(c, nil, false)
	says := func(id phrases.ID) bool {
		return slices.ContainsFunc(r.index.of(id), func(o occurrence) bool {
			return r.body[o.line] == Own && s.holds(o) && !s.isPromise(o.unit)
		})
	}
	w := wordsOf(c)
	switch g := claimWords()[c]; {
	case says(w.denied), says(w.denies):
		return NoClaim, true
	case says(g.list):
		return GivesTo, false
	case says(g.gives):
		return Gives, false
	}
	return NoClaim, false
}

// claimWords are the phrases of claims.
var claimWords = sync.OnceValue(func() map[Clause]struct{ gives, list phrases.ID } {
	return map[Clause]struct{ gives, list phrases.ID }{
		ThirdParty:  {detail("giving.data"), detail("giving.data_list")},
		Entrustment: {detail("giving.work"), detail("giving.work_list")},
	}
})

// unstated are the elements of which nothing is stated.
func unstated(c Clause, found map[Element]ElementFinding) []Element {
	var out []Element
	for _, e := range ElementsOf(c) {
		if found[e].Stated == StatedNone {
			out = append(out, e)
		}
	}
	return out
}

// gaps are those of each list.
func (x *rows) gaps(c Clause, found map[Element]ElementFinding) []Gap {
	var out []Gap
	for first := 0; first < len(x.all); {
		end := first + 1
		for end < len(x.all) && x.all[end].List == x.all[first].List {
			end++
		}
		for _, g := range x.gapsOf(first, end, c, found) {
			g.count()
			out = append(out, g)
		}
		first = end
	}
	return out
}

// count counts the different names.
func (g *Gap) count() {
	seen := make(map[string]bool)
	unnamed := 0
	for i := range g.Rows {
		seen[company.Key(g.Rows[i].Name.Text)] = true
		unnamed = max(unnamed, g.Rows[i].Others)
	}
	g.Others = len(seen) - 1 + unnamed
}

// gapsOf are those of one list; elements that the same rows lack are one gap.
func (x *rows) gapsOf(first, end int, c Clause, found map[Element]ElementFinding) []Gap {
	var out []Gap
	var lacking [][]int
	for _, e := range ElementsOf(c) {
		if fieldOf(e) == FieldName {
			continue
		}
		missing, whole := x.missing(first, end, e, found[e])
		if len(missing) == 0 {
			continue
		}
		i := slices.IndexFunc(lacking, func(other []int) bool { return slices.Equal(other, missing) })
		if i < 0 || out[i].Whole != whole {
			g := Gap{List: x.all[first].List, Whole: whole, At: x.all[missing[0]].Name.At}
			if whole {
				g.At = g.List.Title
			}
			for _, row := range missing {
				g.Rows = append(g.Rows, x.all[row])
			}
			i = len(out)
			out, lacking = append(out, g), append(lacking, missing)
		}
		out[i].Elements = append(out[i].Elements, e)
	}
	return out
}

// missing are the rows of a list that do not state an element, and whether none of them does, nor any
// title announce it.
func (x *rows) missing(first, end int, e Element, f ElementFinding) (out []int, whole bool) {
	list := x.all[first].List
	_, titled := list.announces(e)
	if f.said && !(titled && list.Form == TableList) || f.beside && list.Form != LabelledList {
		return nil, false
	}
	for i := first; i < end; i++ {
		_, ok := x.states(i, e)
		if !ok && e == "purpose" {
			_, ok = x.tasks[company.Key(x.all[i].Name.Text)] // told among the processors
		}
		if !ok {
			out = append(out, i)
		}
	}
	none := len(out) == end-first
	switch {
	case none && f.beside:
		return nil, false // a label that the rows do not know
	case list.Form == LooseList && e != "refusal", list.Form == LabelledList && e == "task" && list.namesMore:
		return nil, false // what stands beside the names without a label may say it
	}
	if list.Form != TableList && !(none && !titled) && (none || !slices.Contains(out, end-1)) {
		return nil, false // a label by itself, or one behind the last recipient, may hold for all
	}
	return out, none && !titled
}
