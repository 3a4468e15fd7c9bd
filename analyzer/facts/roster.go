package facts

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Roster is a list of recipients as the policy lays it out.
type Roster struct {
	Form   RosterForm
	Title  PlaceIn           // the title of the names; where they have none, the first name
	Fields map[Field]PlaceIn // the titles, by what they announce

	// Bare says that nothing stands between the heading of the clause and the list that may say what the
	// list does not: a title of its own, a caption.
	Bare bool
	// Known says that the titles of all columns are understood, Clear that a bare table has nothing but
	// columns whose titles say plainly what stands in them.
	Known, Clear bool
	// Entries says that each of those whom sentences tell of has an entry of its own.
	Entries bool

	table     *policy.Table
	namesMore bool // the title of the names has a word for work, too: Provider  Service
}

// RosterForm is how a list of recipients is laid out.
type RosterForm uint8

// The forms.
const (
	SaidList     RosterForm = iota // sentences, and notices about services of others
	LooseList                      // names with their tasks beside or below them, without titles
	LabelledList                   // lines with labels: 제공받는 자: 가람카드
	TableList                      // a table with titles
)

// roster is a list as those who judge see it.
func (r *reader) roster(l *list, first PlaceIn) *Roster {
	out := &Roster{Form: LooseList, Title: first, Fields: make(map[Field]PlaceIn), table: l.table}
	for f, at := range l.titles {
		if !at.Empty() {
			out.Fields[Field(f)] = PlaceIn{r.page, at}
		}
	}
	title, titled := out.Fields[FieldName]
	out.Bare = r.isBare(l)
	out.Known, out.Entries = !l.unknown, l.entries
	out.Clear = out.Bare && l.table != nil && !l.unclear
	if titled && l.table == nil {
		out.namesMore = saysInTitle(r.doc.TextOf(l.titles[FieldName]), titleOf().fields[FieldTask])
	}
	switch {
	case l.said:
		out.Form = SaidList
	case titled && l.table != nil:
		out.Form, out.Title = TableList, title
	case titled:
		out.Form, out.Title = LabelledList, title
	}
	return out
}

// saysInTitle reports whether a title holds a phrase.
func saysInTitle(title string, id phrases.ID) bool {
	scan := phrases.Titles().Scan(title)
	defer scan.Close()
	return slices.ContainsFunc(scan.Unit(0, len(title), nil), func(m phrases.Match) bool { return m.Phrase == id })
}

// isBare reports whether a list stands right under the heading of its clause, or under sentences.
func (r *reader) isBare(l *list) bool {
	i := r.sections[l.line]
	if i < 0 || !isOthers(r.headings[i].Clauses) || r.lines[r.headings[i].Line].has(elementWords()[Entrustment]["task"].said) {
		return false
	}
	for line := r.headings[i].Line + 1; line < l.line; line++ {
		if r.body[line] == Own && (r.lines[line].cell != nil || !r.lines[line].ended) {
			return false
		}
	}
	return l.table == nil || l.table.Caption == "" && !slices.ContainsFunc(l.table.Grid, isOne)
}

// Of is what a row says of an element of a clause; empty where it says nothing, or where the element is
// no matter of rows.
func (one *Recipient) Of(e Element) Quote {
	switch e {
	case "recipient", "processor":
		return one.Name
	case "task":
		return one.Task
	case "purpose":
		return one.Purpose
	case "items":
		return one.Items
	case "retention":
		return one.Period
	case "contact":
		return one.Contact
	case "country":
		return one.Country
	case "timing":
		return one.Timing
	case "method":
		return one.Method
	case "refusal":
		return one.Refusal
	}
	return Quote{}
}

// fieldOf is the field that announces an element in a list of a clause.
func fieldOf(e Element) Field {
	switch e {
	case "recipient", "processor":
		return FieldName
	case "task":
		return FieldTask
	case "purpose":
		return FieldPurpose
	case "items":
		return FieldItems
	case "retention":
		return FieldPeriod
	case "contact":
		return FieldContact
	case "country":
		return FieldCountry
	case "timing":
		return FieldTiming
	case "method":
		return FieldMethod
	case "refusal":
		return FieldRefusal
	}
	return NoField
}
