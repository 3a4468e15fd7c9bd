package facts_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/facts"
)

// An inventedList is a list of recipients of which all is known that a reader finds in it.
type inventedList struct {
	words   *inventedWords
	clauses []facts.Clause // in which its recipients stand
	of      *listWords
	heading string
	intro   string
	fields  []facts.Field // by column; one of them is the name
	titles  []string
	rows    [][]inventedCell
	more    *inventedList // what stands behind it on the page
}

// An inventedCell is what a row says of one field.
type inventedCell struct {
	text  string   // in one line
	lines []string // the same in several, where it may be parted; else nil
	names []string // whom it names, in the words of [inventedList.wanted]
}

// inventedWords is the wording of the lists of a language.
type inventedWords struct {
	language          string
	title             string // of the page
	before, after     [2]string
	lists             []listWords
	values            map[facts.Field][]string
	number, remark    []string
	group, groups     []string
	joints            []string // between names in a line
	name              func(r *rand.Rand) string
	categories, tails []string
	tailOthers        []int // how many more a tail tells of
	colon             string
	both              string // a heading over processors and third parties
	note              string
}

// listWords is the wording of one sort of list.
type listWords struct {
	clauses        []facts.Clause
	heading, intro []string
	caption        string
	titles         map[facts.Field][]string
	order          []facts.Field
	least          int // how many of these fields every list has
}

// one is one of a list.
func one[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

// inventList makes up a list of two to eight rows.
func inventList(r *rand.Rand) *inventedList {
	w := &inventedLanguages[0]
	if n := r.IntN(4); n > 1 {
		w = &inventedLanguages[n-1]
	}
	of := &w.lists[r.IntN(len(w.lists))]
	l := &inventedList{words: w, of: of, clauses: of.clauses, fields: slices.Clone(of.order[:of.least])}
	l.heading, l.intro = one(r, of.heading), one(r, of.intro)
	for _, f := range of.order[of.least:] {
		if r.IntN(2) == 0 {
			l.fields = append(l.fields, f)
		}
	}
	for _, f := range l.fields {
		l.titles = append(l.titles, one(r, of.titles[f]))
	}
	used := make(map[string]bool)
	for range 2 + r.IntN(7) {
		l.rows = append(l.rows, l.inventRow(r, used))
	}
	return l
}

// inventRow makes up a row. Some of its cells say what those above them say.
func (l *inventedList) inventRow(r *rand.Rand, used map[string]bool) []inventedCell {
	row := make([]inventedCell, len(l.fields))
	for i, f := range l.fields {
		switch {
		case f == facts.FieldName:
			row[i] = l.words.inventNames(r, used)
		case i > l.of.least-1 && r.IntN(12) == 0:
			row[i] = inventedCell{text: one(r, []string{"", "-"})}
		default:
			row[i] = inventedCell{text: one(r, l.words.values[f])}
		}
	}
	if n := len(l.rows); n > 0 {
		changed := false
		for i := range row {
			if f := l.fields[i]; r.IntN(3) == 0 && (f != facts.FieldName || changed) {
				row[i] = l.rows[n-1][i]
			}
			changed = changed || row[i].text != l.rows[n-1][i].text
		}
	}
	return row
}

// inventNames makes up who stands in a cell: mostly one company, or several, or a category.
func (w *inventedWords) inventNames(r *rand.Rand, used map[string]bool) inventedCell {
	if c := one(r, w.categories); r.IntN(12) == 0 && !used[c] {
		used[c] = true
		return inventedCell{text: c, names: []string{"(" + c + ")"}}
	}
	var names []string
	for n := 1 + max(0, r.IntN(6)-3); len(names) < n; {
		if name := w.name(r); !used[name] {
			used[name] = true
			names = append(names, name)
		}
	}
	joint := one(r, w.joints)
	if joint == " and " && strings.Contains(strings.Join(names, " "), " Co") {
		joint = ", " // Gaon and Company is one
	}
	c := inventedCell{text: strings.Join(names, joint), lines: slices.Clone(names), names: names}
	if r.IntN(8) == 0 {
		n := r.IntN(len(w.tails))
		c.text += w.tails[n]
		c.lines[len(names)-1] += w.tails[n]
		c.names = slices.Clone(names)
		c.names[len(names)-1] += fmt.Sprintf(" +%d", w.tailOthers[n])
	}
	return c
}

// wanted is what a reader finds in the list, as [told] writes it.
func (l *inventedList) wanted() string {
	var b strings.Builder
	for _, row := range l.rows {
		for _, name := range row[slices.Index(l.fields, facts.FieldName)].names {
			for _, c := range l.clauses {
				b.WriteString(string(c) + ": " + name)
				for _, f := range toldFields {
					i := slices.Index(l.fields, f)
					if i < 0 && f == facts.FieldPurpose {
						i = slices.Index(l.fields, facts.FieldTask)
					}
					if i < 0 || f == facts.FieldTask && c != facts.Entrustment || f == facts.FieldPurpose && c == facts.Entrustment {
						continue
					}
					if text := row[i].text; strings.Trim(text, "-") != "" {
						fmt.Fprintf(&b, " | %d: %s", f, text)
					}
				}
				b.WriteString("\n")
			}
		}
	}
	if l.more != nil {
		b.WriteString(l.more.wanted())
	}
	return b.String()
}

// toldFields are those that are compared, in the order of their lines.
var toldFields = []facts.Field{
	facts.FieldTask, facts.FieldPurpose, facts.FieldItems, facts.FieldPeriod, facts.FieldContact, facts.FieldCountry,
	facts.FieldTiming, facts.FieldMethod, facts.FieldRefusal,
}

// clone is a copy whose rows may be changed.
func (l *inventedList) clone() *inventedList {
	out := *l
	out.fields, out.titles, out.rows = slices.Clone(l.fields), slices.Clone(l.titles), make([][]inventedCell, len(l.rows))
	for i, row := range l.rows {
		out.rows[i] = slices.Clone(row)
	}
	return &out
}

// permuted is the list with its columns in another order.
func (l *inventedList) permuted(order []int) *inventedList {
	out := l.clone()
	for i, from := range order {
		out.fields[i], out.titles[i] = l.fields[from], l.titles[from]
		for n := range l.rows {
			out.rows[n][i] = l.rows[n][from]
		}
	}
	return out
}
