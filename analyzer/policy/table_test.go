package policy

import (
	"slices"
	"testing"
)

// grid makes a table of rows of letters: neighbours with the same letter are one cell, a space is a
// position that no cell reaches.
func grid(rows ...string) *Table {
	t := &Table{}
	cells := make(map[rune]*Cell)
	for i, row := range rows {
		var line []*Cell
		for j, r := range row {
			c := cells[r]
			if c == nil && r != ' ' {
				c = &Cell{Table: t, Row: i, Column: j, Text: string(r)}
				cells[r] = c
			}
			if c != nil {
				c.RowSpan, c.ColumnSpan = i-c.Row+1, j-c.Column+1
			}
			line = append(line, c)
		}
		t.Grid = append(t.Grid, line)
	}
	return t
}

func TestCells(t *testing.T) {
	for _, tt := range []struct {
		name    string
		table   *Table
		want    string
		columns int
	}{
		{"plain", grid("ab", "cd"), "abcd", 2},
		{"over columns", grid("aab", "cde"), "abcde", 3},
		{"over rows", grid("ab", "ac", "dc"), "abcd", 2},
		{"over both", grid("aab", "aac"), "abc", 3},
		{"a hole", grid("ab", "c "), "abc", 2},
		{"one cell", grid("aa", "aa"), "a", 2},
		{"no rows", &Table{}, "", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			for c := range tt.table.Cells {
				got += c.Text
			}
			if got != tt.want {
				t.Errorf("Cells gives %q, want %q", got, tt.want)
			}
			if got := tt.table.Columns(); got != tt.columns {
				t.Errorf("Columns = %d, want %d", got, tt.columns)
			}
		})
	}
}

func TestCellsStops(t *testing.T) {
	var got []string
	for c := range grid("ab", "cd").Cells {
		got = append(got, c.Text)
		if c.Text == "b" {
			break
		}
	}
	if !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("got %q", got)
	}
}

func TestTraits(t *testing.T) {
	b := &Block{Traits: Bold | Linked}
	if !b.Has(Bold) || !b.Has(Bold|Linked) || b.Has(Bold|Hidden) {
		t.Error("Has asks for all")
	}
	if !b.HasAny(Bold|Hidden) || b.HasAny(Hidden|InNav) || b.HasAny(0) {
		t.Error("HasAny asks for one")
	}
}
