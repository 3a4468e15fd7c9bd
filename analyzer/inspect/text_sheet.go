package inspect

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

const (
	placeWidth = 9  // columns of a place: 1234:156
	leastWidth = 16 // of a column that has to be broken into lines
	mostLines  = 6  // of a row of a table; what is longer is told line by line
)

// write shows a sheet: as a table where that can be read, else each row as a block.
func (s *sheet) write(w io.Writer, lang string, width int) {
	if len(s.Rows) == 0 {
		fmt.Fprintf(w, "    %s: %s\n", s.Title, s.None)
		return
	}
	fmt.Fprintf(w, "    %s\n", strings.TrimSuffix(s.Title+": "+s.Count, ": "))
	grid := s.words(lang)
	places := s.placeWidth()
	widths := share(wanted(grid), width-6-places-1-2*(len(s.Heads)-1))
	lines := wrapped(grid, widths)
	if !legible(grid, lines, widths) {
		s.writeBlocks(w, grid, width)
		return
	}
	for i, cells := range lines {
		place := analyzer.Text{Ko: "위치", En: "at"}.In(lang)
		if i > 0 {
			place = s.Rows[i-1].place()
		}
		writeRow(w, place, places, cells, widths)
	}
}

// placeWidth is how many columns the places of a sheet take: more where they tell on which page.
func (s *sheet) placeWidth() int {
	n := placeWidth
	for i := range s.Rows {
		n = max(n, narrow.StringWidth(s.Rows[i].place()))
	}
	return n
}

// words are the heads and the cells of a sheet, in the pieces that lines are made of.
func (s *sheet) words(lang string) [][][]string {
	heads := make([][]string, len(s.Heads))
	for i, h := range s.Heads {
		heads[i] = []string{h}
	}
	out := [][][]string{heads}
	for _, r := range s.Rows {
		cells := [][]string{texts(r.Names)}
		for _, c := range r.Cells {
			cells = append(cells, c.words(lang))
		}
		out = append(out, cells)
	}
	return out
}

func (c cell) words(lang string) []string {
	switch {
	case c.Missing:
		return []string{"— " + notStated.In(lang)}
	case c.Text == "":
		return []string{""}
	}
	return strings.Fields(plain(c.Text))
}

// wanted are the widths at which no cell of a column is broken.
func wanted(grid [][][]string) []int {
	out := make([]int, len(grid[0]))
	for _, cells := range grid {
		for i, words := range cells {
			out[i] = max(out[i], narrow.StringWidth(strings.Join(words, " ")))
		}
	}
	return out
}

func wrapped(grid [][][]string, widths []int) [][][]string {
	out := make([][][]string, len(grid))
	for i, cells := range grid {
		for j, words := range cells {
			out[i] = append(out[i], wrap(words, widths[j]))
		}
	}
	return out
}

// legible reports whether a table of these widths can be read: columns are not too narrow for what
// they hold, no word of a cell is broken, and no row is too high.
func legible(grid, lines [][][]string, widths []int) bool {
	for j, want := range wanted(grid) {
		if widths[j] < min(want, leastWidth) {
			return false
		}
	}
	for _, cells := range grid {
		for j, words := range cells[1:] {
			if slices.ContainsFunc(words, func(word string) bool { return !ruler(narrow.RuneWidth).fits(word, widths[j+1]) }) {
				return false
			}
		}
	}
	return !slices.ContainsFunc(lines, func(cells [][]string) bool {
		return slices.ContainsFunc(cells[1:], func(cell []string) bool { return len(cell) > mostLines })
	})
}

func writeRow(w io.Writer, place string, places int, cells [][]string, widths []int) {
	height := 0
	for _, c := range cells {
		height = max(height, len(c))
	}
	for i := range height {
		line := "      " + narrow.FillRight(place, places) + " "
		for j, c := range cells {
			text := ""
			if i < len(c) {
				text = c[i]
			}
			line += narrow.FillRight(text, widths[j]) + "  "
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
		place = ""
	}
}

// writeBlocks shows each row as its names, and under them a line for each thing said.
func (s *sheet) writeBlocks(w io.Writer, grid [][][]string, width int) {
	places := s.placeWidth()
	room := width - 6 - places - 1
	label := 0
	for _, h := range s.Heads[1:] {
		label = max(label, narrow.StringWidth(h))
	}
	label = min(label, (room-4)/2)
	for i, cells := range grid[1:] {
		writeRow(w, s.Rows[i].place(), places, [][]string{wrap(cells[0], room)}, []int{room})
		for j, words := range cells[1:] {
			if words[0] == "" {
				continue
			}
			head := wrap(strings.Fields(s.Heads[j+1]), label)
			writeRow(w, "", places, [][]string{nil, head, wrap(words, room-label-4)}, []int{0, label, 0})
		}
	}
}
