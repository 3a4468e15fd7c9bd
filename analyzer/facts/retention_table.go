package facts

import (
	"github.com/pipalint/pipalint/analyzer/policy"
)

// table reads a table the first time that one of its lines is met.
func (k *keeper) table(t *policy.Table, line int) {
	if k.tables[t] {
		return
	}
	k.tables[t] = true
	k.enter(k.modeAt(line))
	if k.mode == notKept {
		return
	}
	g, ok := k.periodTableOf(t)
	if !ok && k.mode >= keptListed {
		g, ok = untitled(t)
	}
	if ok && k.others[t] && g.column(FieldName) < 0 {
		return
	}
	if ok && k.settle(&g) && !g.isOfOthers() {
		k.readTable(g)
		k.group, k.above = labelGroup{}, Quote{}
	}
}

// readTable reads the rows: each tells of one record, or of several where its period does. Rows that
// share the cell of a period and what they are sorted by are one.
func (k *keeper) readTable(g periodTable) {
	at := g.periods
	records := k.recordColumns(g, at)
	basis := g.column(FieldBasis) // told by its cells, too
	for n := 0; n < len(g.rows); n++ {
		row := g.rows[n]
		value := row[at]
		if value == nil || isNothing(k.doc.TextOf(*value)) || isWhole(row) {
			continue
		}
		shared := n > 0 && g.rows[n-1][at] == value
		last := n
		for len(records) > 0 && last+1 < len(g.rows) && g.rows[last+1][at] == value && g.rows[last+1][records[0]] == row[records[0]] {
			last++
		}
		columns := records
		if last > n {
			columns = records[:1]
		}
		n = last
		before := len(k.out)
		record := k.recordIn(row, columns)
		switch title := k.titleOf(g.titles[at].at); {
		case len(g.rows) == 1 && title.Text != "":
			record = title
		case k.footage(k.lineAt(value.Start)).Text != "":
			record = k.footage(k.lineAt(value.Start))
		case record.Text == "":
			record = k.titleOver(k.lineAt(value.Start))
		}
		k.periodCell(*value, record, shared)
		for i := before; i < len(k.out); i++ {
			if k.out[i].Basis.Text == "" && basis >= 0 && basis != at && row[basis] != nil {
				k.out[i].Basis, _ = k.lawOrSame(*row[basis])
			}
		}
	}
}
