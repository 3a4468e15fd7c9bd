package facts

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// recordColumns are the columns that tell what a row is about: what rows are sorted by and the purpose,
// or the items.
func (k *keeper) recordColumns(g periodTable, at int) []int {
	group := g.column(FieldGroup)
	if group < 0 && at != 0 && !isParticular(g.titles[0].fields) && !k.isHours(g.titles[0].at) {
		group = 0
	}
	if group >= 0 && k.holdsLaws(g, group) {
		g.titles[group].fields = []Field{FieldBasis}
		group = -1
	}
	if group >= 0 && (k.sortsByNeed(g, group) || k.numbers(g, group)) {
		group = -1
	}
	var out []int
	about := -1
	for c, t := range g.titles {
		if c != at && slices.ContainsFunc(t.fields, func(f Field) bool { return f == FieldPurpose || f == FieldTask || f == FieldItems }) && !k.sortsByNeed(g, c) {
			about = c
			break
		}
	}
	switch records := k.recordsColumn(g, at); {
	case records >= 0 && records != group && about < 0:
		group, about = -1, records // whatever the rows are sorted by
	case group >= 0 && k.tellsApart(g, group):
		about = -1
	}
	for _, c := range [...]int{group, about} {
		if c >= 0 && c != at && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	for i, t := range g.titles {
		if len(out) == 0 && i != at && len(t.fields) == 0 && !k.isHours(t.at) {
			out = append(out, i)
		}
	}
	return out
}

// recordsColumn is the column most of whose cells name a record as laws do, -1 for none: 계약 또는 청약철회 등에 관한 기록.
func (k *keeper) recordsColumn(g periodTable, at int) int {
	for c := range g.titles {
		n := 0
		for _, row := range g.rows {
			if row[c] != nil && !isWhole(row) && k.isAny(k.doc.TextOf(*row[c]), detail("retention.whole")) {
				n++
			}
		}
		if c != at && n > 1 && 2*n > len(g.rows) {
			return c
		}
	}
	return -1
}

// tellsApart reports whether each row has a cell of its own in a column, with words of its own.
func (k *keeper) tellsApart(g periodTable, c int) bool {
	seen := make(map[string]bool)
	for _, row := range g.rows {
		if row[c] == nil || isWhole(row) {
			continue
		}
		text := strings.TrimSpace(k.doc.TextOf(*row[c]))
		if seen[text] || text == "" || k.isAny(text, retentionWords().required) {
			return false
		}
		seen[text] = true
	}
	return true
}

// isHours reports whether a title announces at which hours something is done.
func (k *keeper) isHours(title policy.Range) bool {
	return k.isAny(k.doc.TextOf(title), retentionWords().hours)
}

// isParticular reports whether a title announces something else than what rows are about.
func isParticular(fields []Field) bool {
	return slices.ContainsFunc(fields, func(f Field) bool {
		return f == FieldPeriod || f == FieldBasis || f == FieldPurpose || f == FieldTask || f == FieldItems || f == FieldOther
	})
}

// holdsLaws reports whether the cells of a column are the names of laws.
func (k *keeper) holdsLaws(g periodTable, c int) bool {
	for _, row := range g.rows {
		if row[c] == nil || isWhole(row) {
			continue
		}
		if law, ok := k.lawIn(*row[c]); !ok || 3*size(law.Text) < 2*size(k.doc.TextOf(*row[c])) {
			return false
		}
	}
	return true
}

// numbers reports whether a column holds nothing but numbers.
func (k *keeper) numbers(g periodTable, c int) bool {
	for _, row := range g.rows {
		if row[c] != nil && strings.ContainsFunc(k.doc.TextOf(*row[c]), unicode.IsLetter) {
			return false
		}
	}
	return true
}

// sortsByNeed reports whether a column says of each row no more than whether it is required.
func (k *keeper) sortsByNeed(g periodTable, c int) bool {
	for _, row := range g.rows {
		if row[c] != nil && !isWhole(row) && !k.unitHas(k.lineAt(row[c].Start), *row[c], retentionWords().required) {
			return false
		}
	}
	return true
}

// titleOf is the record that the title of a period names: 행태정보 보유기간
func (k *keeper) titleOf(at policy.Range) Quote {
	q := k.quote(policy.Range{Start: at.Start, End: at.Start + k.cutTitle(at)})
	if at.Empty() || !k.namesRecord(k.lineAt(at.Start), q) {
		return Quote{}
	}
	return q
}

// recordIn names what a row is about.
func (k *keeper) recordIn(row []*policy.Range, columns []int) Quote {
	var out Quote
	var last *policy.Range
	for _, c := range columns {
		if row[c] == nil || row[c] == last {
			continue
		}
		last = row[c]
		switch q := k.quote(*row[c]); {
		case q.Text == "":
		case out.Text == "":
			out = q
		default:
			out.Text += " " + q.Text
		}
	}
	return out
}
