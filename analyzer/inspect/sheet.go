package inspect

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// A sheet is one list of what a policy says, in the language of the output: the same for text and
// for HTML.
type sheet struct {
	ID    string // names the section
	Title string
	Count string   // how many there are
	None  string   // what is to be said where there are none
	Heads []string // of the columns, that of the names first
	Rows  []row
}

// A row is what the policy says of one or several names.
type row struct {
	Names []name
	Cells []cell // one for each head but the first
}

// A name stands at the head of a row.
type name struct {
	Text string
	Mark string // what is to be known of it: a kind of company, a list that goes on
	Own  bool   // it is in words of ours
	At   *At
}

// A cell is what is said under one head.
type cell struct {
	Text    string // "" where nothing is said
	Missing bool   // and the law asks for it
}

// place is where the row begins.
func (r *row) place() string { return r.Names[0].At.String() }

// texts are the names of a row one behind the other, each once, with what is to be known of them.
func texts(names []name) []string {
	var out []string
	for _, n := range names {
		text := plain(n.Text)
		if n.Mark != "" {
			text += " (" + plain(n.Mark) + ")"
		}
		if !slices.Contains(out, text+",") {
			out = append(out, text+",")
		}
	}
	out[len(out)-1] = strings.TrimSuffix(out[len(out)-1], ",")
	return out
}

// joinAlike makes one column of those that say the same in every row, as of a title that names both.
func (s *sheet) joinAlike() {
	for i := 1; i < len(s.Heads); i++ {
		for j := len(s.Heads) - 1; j > i; j-- {
			if s.alike(i-1, j-1) {
				s.Heads[i] += " / " + s.Heads[j]
				s.drop(j)
			}
		}
	}
}

// alike reports whether two columns of cells say the same, and anything.
func (s *sheet) alike(i, j int) bool {
	said := false
	for _, r := range s.Rows {
		if r.Cells[i].Text != r.Cells[j].Text {
			return false
		}
		said = said || r.Cells[i].Text != ""
	}
	return said
}

// dropEmpty takes out the columns in which no row has anything to show.
func (s *sheet) dropEmpty() {
	for j := len(s.Heads) - 1; j > 0; j-- {
		if !slices.ContainsFunc(s.Rows, func(r row) bool { return r.Cells[j-1] != cell{} }) {
			s.drop(j)
		}
	}
}

func (s *sheet) drop(column int) {
	s.Heads = slices.Delete(s.Heads, column, column+1)
	for i := range s.Rows {
		s.Rows[i].Cells = slices.Delete(s.Rows[i].Cells, column-1, column)
	}
}

// shown is a value, or "" where it is not told.
func shown(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

var notStated = analyzer.Text{Ko: "기재 없음", En: "not stated"}
