package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// drawn reads a table that a Markdown page would have drawn, and that stands in one line.
func (k *keeper) drawn(at policy.Range) bool {
	text := k.doc.TextOf(at)
	if !strings.Contains(text, "|--") && !strings.Contains(text, "| --") && !strings.Contains(text, "|:-") {
		return false
	}
	cells, columns := k.drawnCells(at)
	if columns < 2 || len(cells) < 2*columns {
		return false
	}
	var g periodTable
	for _, c := range cells[:columns] {
		text := k.doc.TextOf(c)
		g.titles = append(g.titles, periodTitle{fieldsOf(text), c, sidesOf(text)})
	}
	for rest := cells[columns:]; len(rest) >= columns; rest = rest[columns:] {
		row := make([]*policy.Range, columns)
		for n := range row {
			row[n] = &rest[n]
		}
		g.rows = append(g.rows, row)
	}
	if !k.settle(&g) || g.isOfOthers() {
		return false
	}
	k.readTable(g)
	return true
}

// drawnCells are the cells of such a line from its titles on, and how many stand in a row.
func (k *keeper) drawnCells(at policy.Range) (cells []policy.Range, columns int) {
	text := k.doc.TextOf(at)
	rule, start := -1, 0
	for n := 0; n <= len(text); n++ {
		if n < len(text) && text[n] != '|' {
			continue
		}
		switch part := strings.TrimSpace(text[start:n]); {
		case part == "":
		case strings.Trim(part, "-: ") == "":
			if rule < 0 {
				rule = len(cells)
			}
			columns++
		default:
			cells = append(cells, k.trim(policy.Range{Start: at.Start + start, End: at.Start + n}))
		}
		start = min(n+1, len(text))
	}
	if rule < columns {
		return nil, 0
	}
	return cells[rule-columns:], columns
}
