package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// align mends a row from which a cell is missing, as where a page was turned to text and its merged
// cells were lost: the cells behind it stand one column too far to the left. The legal form of a
// company tells, or words with which the row above goes on; where neither does in a page of text, nobody
// is named.
func (r *reader) align(rec *record, l titled, t *policy.Table) {
	row := t.Grid[rec.row]
	name := slices.IndexFunc(l.fields, func(f []Field) bool { return slices.Contains(f, FieldName) })
	last := len(row) - 1
	if name < 1 || last <= name || row[last] != nil && row[last].Text != "" || len(l.fields[last]) == 0 || l.fields[last][0] == FieldOther {
		return
	}
	if cell := row[name]; cell == nil || hasLegalForm(cell.Text) {
		return
	}
	switch before := row[name-1]; {
	case before != nil && (hasLegalForm(before.Text) || r.doc.Format == policy.Text && beginAlike(row[name], t.Grid[rec.row-1][name+1])):
		*rec = record{list: rec.list, row: rec.row, line: rec.line}
		for c := name - 1; c < last; c++ {
			for _, f := range l.fields[c+1] {
				if row[c] != nil {
					rec.add(f, filledRange(row[c]))
				}
			}
		}
	case r.doc.Format == policy.Text:
		rec.values[FieldName] = nil
	}
}

// beginAlike reports whether two cells begin with the same words, as those of rows under one title do.
func beginAlike(a, b *policy.Cell) bool {
	const words = 8 // characters
	return b != nil && hasMore(a.Text, words) && strings.HasPrefix(b.Text, a.Text[:head(a.Text, words)])
}
