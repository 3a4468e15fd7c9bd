package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// rows are the recipients of a clause, as its elements stand on them.
type rows struct {
	all   []Recipient
	said  []Recipient             // recipients abroad of whom sentences alone tell
	given map[string][]*Recipient // the rows of the clause that name somebody, by the key of the name
	tasks map[string]PlaceIn      // what work processors are given, by the key of the name
	joint bool                    // one heading opens the clauses on processors and on transfers
}

// rowsOf are the recipients of a clause whose lists a reader would look through: processors that
// sentences or notices name count where there are no others.
func rowsOf(p *analyzer.Pass, c Clause) *rows {
	out := &rows{given: make(map[string][]*Recipient), tasks: make(map[string]PlaceIn)}
	all := allRecipients.Of(p)[c]
	for i := range all {
		if key := company.Key(all[i].Name.Text); len(out.given[key]) < mostRowsOfOne {
			out.given[key] = append(out.given[key], &all[i])
		}
	}
	if c == OverseasTransfer {
		abroad, work := Clauses.Of(p)[c], Clauses.Of(p)[Entrustment]
		out.joint = abroad.Page == work.Page && abroad.Range == work.Range
		for _, one := range allRecipients.Of(p)[Entrustment] {
			if one.Task.Text != "" {
				out.tasks[company.Key(one.Name.Text)] = one.Task.At
			}
		}
	}
	for _, form := range [...]bool{false, true} {
		for _, one := range allRecipients.Of(p)[c] {
			if said := one.List.Form == SaidList; said == form {
				out.all = append(out.all, one)
			}
		}
		if len(out.all) > 0 {
			break
		}
	}
	if c != Entrustment && len(out.all) > 0 && out.all[0].List.Form == SaidList {
		if c == OverseasTransfer {
			out.said = out.all
		}
		out.all = nil // a sentence tells of one provision, and others stand beside it
	}
	return out
}

// mostRowsOfOne is how many rows that name the same recipient are looked through.
const mostRowsOfOne = 16

// states reports whether a row states an element: in a cell or line of its own, under a title that
// announces the names with it, or where the same recipient is listed once more, in full.
func (x *rows) states(i int, e Element) (PlaceIn, bool) {
	one := &x.all[i]
	if q := one.Of(e); q.Text != "" {
		return q.At, true
	}
	if one.List.shares(e) {
		return one.List.Title, true
	}
	for _, other := range x.given[company.Key(one.Name.Text)] {
		if q := other.Of(e); q.Text != "" {
			return q.At, true
		}
	}
	return PlaceIn{}, false
}

// state is how far the rows state an element.
func (x *rows) state(e Element) ElementFinding {
	var out ElementFinding
	stated := 0
	for i := range x.all {
		at, ok := x.states(i, e)
		if !ok {
			continue
		}
		if stated++; len(out.Places) < maxPlaces {
			out.Places = append(out.Places, at)
		}
	}
	switch {
	case stated == 0 && len(x.all) == 0 && e == "purpose" && x.joint && len(x.tasks) > 0:
		out.Stated = StatedAll
	case stated == 0:
	case stated == len(x.all):
		out.Stated = StatedAll
	default:
		out.Stated = StatedSome
	}
	for _, one := range x.said {
		if q := one.Of(e); q.Text != "" && out.Stated == StatedNone {
			out = ElementFinding{Stated: StatedAll, Places: []PlaceIn{q.At}}
		}
	}
	return out
}

// announces is the title of the list that announces an element.
func (l *Roster) announces(e Element) (PlaceIn, bool) {
	for _, f := range fieldsFor(e) {
		if at, ok := l.Fields[f]; ok {
			return at, true
		}
	}
	return PlaceIn{}, false
}

// shares reports whether one title announces an element and the names: 이전받는 자(연락처).
func (l *Roster) shares(e Element) bool {
	at, ok := l.announces(e)
	return ok && at == l.Title
}

// fieldsFor are the fields that announce an element in a list.
func fieldsFor(e Element) []Field {
	switch f := fieldOf(e); f {
	case FieldTask, FieldPurpose:
		return []Field{FieldTask, FieldPurpose} // what work is given for is what data are given for
	default:
		return []Field{f}
	}
}

// amongItems reports whether words stand in a cell that lists items: an address that is provided is no
// contact of the recipient.
func (s *scope) amongItems(o occurrence, e Element) bool {
	return e != "items" && isOthers([]Clause{s.clause}) && s.under(o, "items") && !s.under(o, e) && !strings.ContainsAny(s.r.behind(o)[:head(s.r.behind(o), 3)], ":：")
}

// under reports whether words stand in a cell under a title that announces an element.
func (s *scope) under(o occurrence, e Element) bool {
	c := s.r.lines[o.line].cell
	if c == nil {
		return false
	}
	want := fieldOf(e)
	return slices.ContainsFunc(c.Headers, func(h *policy.Cell) bool { return slices.Contains(s.announced(h), want) })
}
