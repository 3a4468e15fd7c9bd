package facts

import (
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// group reads a line with those that its form puts under it, none of which has a label: a company with
// its tasks, or a task with its companies.
func (x *lineReader) group(i int) bool {
	under := x.under(i)
	if len(under) == 0 {
		return false
	}
	lead := x.lines[i].content()
	a, b := x.nameliness(lead), noPair
	for _, at := range under {
		b = max(b, x.nameliness(at))
	}
	if a <= noPair/2 || b <= noPair/2 {
		return false
	}
	switch {
	case a >= b && (a > 0 || x.leads || x.list.sections.entrustment && b < 0 && isCompany(x.doc.TextOf(lead))) && namesSomebody(x.doc.TextOf(lead)):
		x.grouped(i, []policy.Range{lead}, under)
		x.leads = true
	case b > a && b > 0 && namesSomebody(x.doc.TextOf(under[0])):
		x.grouped(i, under, []policy.Range{lead})
	default:
		return false
	}
	x.skip = i + len(under)
	return true
}

// grouped adds the record of a group.
func (x *lineReader) grouped(i int, names, what []policy.Range) {
	x.flush()
	field := FieldTask
	if x.list.sections.provision && !x.list.sections.entrustment {
		field = FieldPurpose
	}
	x.cur = &record{list: x.list, line: i}
	for _, at := range names {
		x.cur.add(FieldName, at)
	}
	for _, at := range what {
		x.cur.add(field, at)
	}
	x.flush()
	x.bare = -1
}

// under are the lines that the form of a line puts under it: the definition of a term, deeper items,
// plain lines under a bold one; none where one of them has a label, or is a sentence.
func (x *lineReader) under(i int) []policy.Range {
	lead := x.lines[i].Block
	if x.lines[i].size > longHeading || x.lines[i].ended && !hasLegalForm(lead.Text) {
		return nil
	}
	var out []policy.Range
	for j := i + 1; j < len(x.lines); j++ {
		l := &x.lines[j]
		if l.cell != nil || x.body[j] != Own || !isUnder(l.Block, lead) || x.sectionsAt(j) != x.list.sections {
			break
		}
		at := l.content()
		if isLonger(x.doc.TextOf(at), 2*longHeading) || l.ended && !hasLegalForm(x.doc.TextOf(at)) || l.handsOut() {
			return nil
		}
		if _, _, pair := x.halves(at); pair || len(x.labelsIn(at)) > 0 || isTitle(x.doc.TextOf(at)) && !hasLegalForm(lead.Text) && !x.leads {
			return nil
		}
		out = append(out, at)
	}
	return out
}

// isUnder reports whether a block stands under another by its form.
func isUnder(b, lead *policy.Block) bool {
	switch {
	case b.Kind == policy.Heading || b.Kind == policy.Term:
		return false
	case lead.Kind == policy.Term:
		return true
	case lead.Kind == policy.Heading:
		return b.Kind == policy.Paragraph || b.Kind == policy.Item
	case lead.Kind == policy.Item:
		return b.Kind == policy.Item && b.Level > lead.Level
	case lead.Kind == policy.Paragraph && lead.Has(policy.Bold):
		return b.Kind == policy.Paragraph && !b.Has(policy.Bold)
	}
	return false
}

// isCompany reports whether a text names one company and nothing else.
func isCompany(text string) bool {
	names := company.Split(text).Names
	return len(names) == 1 && names[0].Kind == company.Company
}

// columnsByLook finds out which column of a table without titles names companies: most of its cells do,
// and more so than those of the other columns.
func (x *reader) columnsByLook(t *policy.Table) (titled, bool) {
	const most = 3
	if t.Columns() < 2 || t.Columns() > most || t.HeaderRows > 0 && t.Grid[0][0] != nil && t.Grid[0][0].Header {
		return titled{}, false
	}
	best, column := 0, -1
	for c := range t.Columns() {
		named, weight := 0, 0
		for _, row := range t.Grid {
			if row[c] != nil && namesSomebody(row[c].Text) {
				named++
				weight += x.nameliness(row[c].Range)
			}
		}
		if named*5 >= len(t.Grid)*4 && weight > best {
			best, column = weight, c
		}
	}
	if column < 0 {
		return titled{}, false
	}
	out := titled{across: true, fields: make([][]Field, t.Columns()), cells: make([]*policy.Cell, t.Columns())}
	next := FieldTask
	for c := range out.fields {
		switch {
		case c == column:
			out.fields[c] = []Field{FieldName}
		case c < column && column+1 < t.Columns() && isMerged(t, c):
			out.fields[c] = []Field{FieldGroup}
		case next != NoField:
			out.fields[c], next = []Field{next}, NoField
		}
	}
	return out, true
}

// isMerged reports whether a cell of a column stands in several rows.
func isMerged(t *policy.Table, column int) bool {
	for n := 1; n < len(t.Grid); n++ {
		if c := t.Grid[n][column]; c != nil && c == t.Grid[n-1][column] {
			return true
		}
	}
	return false
}
