package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// beside is what stands beside an identifier: in its row, or in the lines of its list.
func (g *grounds) beside(id *Identifier) (ground IdentifierGround, consent bool) {
	line := g.lineAt(id.At.Range.Start)
	w := identifierWords()
	near := g.besideOf(line)
	if !id.PurposeAt.Range.Empty() {
		near = append(near, g.lineAt(id.PurposeAt.Range.Start))
	}
	for _, i := range near {
		l := &g.lines[i]
		same := i == line || l.cell != nil
		switch {
		case g.namesLaw(i):
			ground = LawNamed
		case same && l.has(w.unnamed):
			ground = max(ground, LawUnnamed)
		case l.has(w.files):
			ground = max(ground, ListedAway)
		}
		consent = consent || l.has(w.consent)
	}
	return ground, consent
}

// nearLaw is how many lines from an identifier a law stands at the most that is named for it.
const nearLaw = 6

// besideOf are the lines that may say more of what stands in one: of a table, its row, the titles and
// what stands right before and behind the table; else those near it in its section.
func (r *reader) besideOf(line int) []int {
	out := []int{line}
	cell := r.lines[line].cell
	for _, step := range [...]int{-1, 1} {
		outside := 0
		for i := line + step; i >= 0 && i < len(r.lines) && outside < nearLaw && r.sections[i] == r.sections[line]; i += step {
			other := r.lines[i].cell
			switch {
			case cell == nil && other == nil, cell != nil && (other == nil || other.Table != cell.Table):
				outside++
				if other == nil && r.body[i] == Own {
					out = append(out, i)
				}
			case cell != nil && inRecord(cell, other):
				out = append(out, i)
			case cell == nil:
				outside++
			}
		}
	}
	return out
}

// inRecord reports whether another cell of a table tells of the same record, or titles it.
func inRecord(c, other *policy.Cell) bool {
	if isHeader(other) && other.Row < c.Table.HeaderRows {
		return other.Column <= c.Column && c.Column < other.Column+other.ColumnSpan
	}
	if c.Table.HeaderRows == 0 && c.Table.HeaderColumns > 0 {
		return c.Table.Columns() == 2 || other.Column <= c.Column && c.Column < other.Column+other.ColumnSpan
	}
	return other.Row < c.Row+c.RowSpan && c.Row < other.Row+other.RowSpan
}

// shortPurpose is how many characters a purpose has at least that is the name of a file: 학교생활기록부.
const shortPurpose = 4

// namedForPurpose reports whether a law is named elsewhere for what an identifier is collected for: in a
// list of files, or of what is kept.
func (g *grounds) namedForPurpose(id *Identifier) bool {
	if utf8.RuneCountInString(id.Purpose) < shortPurpose || isLonger(id.Purpose, longHeading) {
		return false
	}
	for i := range g.lines {
		if g.body[i] != Own || !strings.HasPrefix(strings.TrimLeft(g.lines[i].Block.Text[g.lines[i].mark.end:], " -·•*"), id.Purpose) {
			continue
		}
		if g.namesLaw(i) || g.lines[i].cell != nil && slices.ContainsFunc(g.besideOf(i), func(j int) bool { return g.lines[j].cell != nil && g.namesLaw(j) }) {
			return true
		}
	}
	return false
}
