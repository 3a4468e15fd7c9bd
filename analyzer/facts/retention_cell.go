package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// periodCell reads the cell of a period. A line of it may tell of a part of the record, or of a case;
// where the cell was read before, with another row, that is not told again.
func (k *keeper) periodCell(at policy.Range, record Quote, shared bool) {
	before := len(k.out)
	first := at
	for n, part := range k.linesIn(at) {
		i := k.lineAt(part.Start)
		k.excepted(&k.lines[i])
		from := len(k.out)
		other := record
		if n > 0 {
			other = Quote{} // a case has a name of its own
		}
		k.rowsOf(i, part, other, true)
		kept := k.out[:from]
		for _, r := range k.out[from:] {
			if own := r.Record != record && r.Record.Text != ""; own && !shared {
				kept = append(kept, r)
			} else if n == 0 && !own {
				first = part
			}
		}
		k.out = kept
	}
	k.except = 0
	if len(k.out) == before {
		first = at
	}
	if row := k.rowOf(first, record); !row.Parsed.IsZero() && (len(k.out) == before || first != at) {
		k.add(row)
	}
}

// rowOf is a row with what a cell says of its record.
func (k *keeper) rowOf(at policy.Range, record Quote) Retained {
	text := k.doc.TextOf(at)
	r := Retained{Record: record, Period: k.quote(at), Parsed: period.Parse(text)}
	if found := period.Find(text); len(found) > 0 && isLonger(text, longHeading/2) {
		n := max(0, slices.IndexFunc(found, func(p period.Period) bool { return len(p.Lengths) > 0 }))
		r.Period, r.Parsed = k.quote(policy.Range{Start: at.Start + found[n].Start, End: at.Start + found[n].End}), found[n]
	}
	r.Basis, _ = k.lawIn(at)
	return r
}

// linesIn are the lines of a cell.
func (k *keeper) linesIn(at policy.Range) []policy.Range {
	var out []policy.Range
	start := at.Start
	for _, part := range strings.SplitAfter(k.doc.TextOf(at), "\n") {
		if r := (policy.Range{Start: start, End: start + len(strings.TrimRight(part, "\n"))}); !r.Empty() {
			out = append(out, r)
		}
		start += len(part)
	}
	return out
}

// tableAt is the table in which a place stands, or nil.
func (k *keeper) tableAt(at int) *policy.Table {
	if c := k.lines[k.lineAt(at)].cell; c != nil {
		return c.Table
	}
	return nil
}
