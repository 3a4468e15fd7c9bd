package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/period"
)

// A keptRow is how long a record is kept, with what tells in another language which record it is.
type keptRow struct {
	Retained
	kinds []string
	taken bool
}

// keptRows are the rows that give a length of time, each once.
func keptRows(p *analyzer.Pass) []*keptRow {
	var out []*keptRow
	for _, r := range Retentions.Of(p) {
		if len(r.Parsed.Lengths) == 0 {
			continue
		}
		row := &keptRow{Retained: r}
		kinds, perhaps := kindsIn(r.Record.Text)
		if row.kinds = kinds; len(kinds) == 0 {
			row.kinds = perhaps
		}
		if n := len(out); n > 0 && out[n-1].Period.At == r.Period.At {
			out[n-1].kinds = append(out[n-1].kinds, row.kinds...) // 계약·결제 기록: 5년
			continue
		}
		out = append(out, row)
	}
	return out
}

// asLong reports whether two rows give the same lengths.
func (r *keptRow) asLong(o *keptRow) bool {
	return slices.EqualFunc(r.Parsed.Lengths, o.Parsed.Lengths, func(a, b period.Length) bool { return a.Longest().Equal(b.Longest()) })
}

// shares reports whether two rows are of one kind of record that laws know.
func (r *keptRow) shares(o *keptRow) bool {
	return slices.ContainsFunc(r.kinds, func(k string) bool { return slices.Contains(o.kinds, k) })
}

// mayBe reports whether two rows may be of one record: nothing tells against it.
func (r *keptRow) mayBe(o *keptRow) bool {
	return len(r.kinds) == 0 || len(o.kinds) == 0 || r.shares(o)
}

// periods compares how long records are kept. Rows that agree are taken out first, those of one kind before others; what
// is left of one kind, or alone on both editions at the same place, is the same record with another period.
func (c *twinComparer) periods() {
	a, b := keptRows(c.here.pass), keptRows(c.there.pass)
	for _, same := range [...]func(x, y *keptRow) bool{(*keptRow).shares, (*keptRow).mayBe} {
		for _, x := range a {
			for _, y := range b {
				if !x.taken && !y.taken && x.asLong(y) && same(x, y) {
					x.taken, y.taken = true, true
				}
			}
		}
	}
	coveredBy(a, b)
	coveredBy(b, a)
	for _, x := range a {
		for _, y := range b {
			if !x.taken && !y.taken && x.shares(y) {
				x.taken, y.taken = true, true
				c.period(x, y)
			}
		}
	}
	restA, restB := left(a), left(b)
	if len(restA) == 1 && len(restB) == 1 && restA[0].mayBe(restB[0]) && len(a) == len(b) && slices.Index(a, restA[0]) == slices.Index(b, restB[0]) {
		c.period(restA[0], restB[0])
		return
	}
	c.periodsMissing(c.here, c.there, restA, len(b))
	c.periodsMissing(c.there, c.here, restB, len(a))
}

// coveredBy takes rows out that say no more than one of the other policy does: two kinds in one row there.
func coveredBy(rows, by []*keptRow) {
	for _, x := range rows {
		x.taken = x.taken || slices.ContainsFunc(by, func(y *keptRow) bool { return x.asLong(y) && x.shares(y) })
	}
}

func left(rows []*keptRow) []*keptRow {
	return slices.DeleteFunc(slices.Clone(rows), func(r *keptRow) bool { return r.taken })
}

func (c *twinComparer) period(x, y *keptRow) {
	c.add(c.here, TwinDifference{Kind: TwinPeriod, Clause: Retention, About: x.Record.Text, Key: x.Parsed.Key() + "\n" + y.Parsed.Key(), Sure: true}, x.Period, y.Period)
}

// periodsMissing notes the lengths of time that one gives and that stand nowhere in the other: all at once where they are
// several, or the other gives none.
func (c *twinComparer) periodsMissing(has, other *edition, rows []*keptRow, given int) {
	rows = slices.DeleteFunc(rows, func(r *keptRow) bool { return other.gives(r) })
	if len(rows) == 0 || c.told([]TwinKind{TwinClause, TwinDenied}, Retention) {
		return
	}
	isKnown := func(r *keptRow) bool { return len(r.kinds) > 0 }
	sure := !other.hangs(Retention)
	const few = 2
	if given == 0 && len(rows) > 1 || len(rows) > few {
		var keys []string
		for _, r := range rows {
			keys = append(keys, r.Parsed.Key())
		}
		sure = sure && (given == 0 || slices.ContainsFunc(rows, isKnown))
		c.add(has, TwinDifference{Kind: TwinPeriodsMissing, Clause: Retention, Key: strings.Join(keys, "\n"), Counts: [2]int{len(rows), given}, Sure: sure}, rows[0].Period, other.belongs(Retention))
		return
	}
	for _, r := range rows {
		c.add(has, TwinDifference{Kind: TwinPeriodMissing, Clause: Retention, About: r.Record.Text, Key: r.Parsed.Key(), Counts: [2]int{1, given}, Sure: sure && isKnown(r)}, r.Period, other.belongs(Retention))
	}
}

// gives reports whether a policy gives all lengths of a row anywhere.
func (s *edition) gives(r *keptRow) bool {
	for _, l := range r.Parsed.Lengths {
		if !slices.ContainsFunc(editionLengths.Of(s.pass), func(m period.Length) bool {
			return m.Amount.Equal(l.Longest()) || m.Longest().Equal(l.Longest())
		}) {
			return false
		}
	}
	return true
}
