package facts

import (
	"slices"
	"sort"
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
		case !same && g.isOther(i, line) && g.namesLaw(i):
			ground = max(ground, GroundElsewhere)
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

// isOther reports whether a line is another entry of the list in which an identifier stands, with items of
// its own: the law in it may be for these.
func (g *grounds) isOther(i, line int) bool {
	a, b := &g.lines[i], &g.lines[line]
	return g.listing[i] && !a.ended && a.mark.style == b.mark.style && hasLabel(g.reader, a) && hasLabel(g.reader, b)
}

// hasLabel reports whether a case stands before the first colon or dash of a line: not a kind of items.
func hasLabel(r *reader, l *Line) bool {
	label, _, ok := r.halves(l.content())
	_, kind := r.isRequirement(label)
	_, number := l.findIn(identifierWords().rrn, label)
	_, all := l.findIn(identifierWords().all, label)
	return ok && !kind && !number && !all
}

// nearLaw is how many lines from an identifier a law stands at the most that is named for it.
const nearLaw = 6

// besideOf are the lines that may say more of what stands in one: of a table, its record, the titles and
// what stands right before and behind the table; else those near it in its section.
func (r *reader) besideOf(line int) []int {
	cell := r.lines[line].cell
	if cell == nil {
		return slices.Concat([]int{line}, r.outside(line, line-1, -1), r.outside(line, line+1, 1))
	}
	var out []int
	for _, c := range recordOf(cell) {
		for i := r.lineAt(c.Range.Start); i < len(r.lines) && r.lines[i].Block.Range.Start < c.Range.End; i++ {
			out = append(out, i)
		}
	}
	first, last := r.lineAt(cell.Table.Range.Start), r.lineAt(max(cell.Table.Range.Start, cell.Table.Range.End-1))
	return slices.Concat(out, r.outside(line, first-1, -1), r.outside(line, last+1, 1))
}

// outside are the plain lines from one on, up or down, that are near and in the section of a line.
func (r *reader) outside(line, from, step int) []int {
	var out []int
	for i, n := from, 0; n < nearLaw && i >= 0 && i < len(r.lines) && r.sections[i] == r.sections[line]; i, n = i+step, n+1 {
		if r.lines[i].cell == nil && r.body[i] == Own {
			out = append(out, i)
		}
	}
	return out
}

// recordOf are the cells of a table that tell of the same record as one, and those that title it.
func recordOf(c *policy.Cell) []*policy.Cell {
	t := c.Table
	out := slices.Clone(c.Headers)
	add := func(other *policy.Cell) {
		if other != nil && other.Text != "" && !slices.Contains(out, other) {
			out = append(out, other)
		}
	}
	if t.HeaderRows > 0 || t.HeaderColumns == 0 {
		for row := c.Row; row < c.Row+c.RowSpan; row++ {
			for _, other := range t.Grid[row] {
				add(other)
			}
		}
		return out
	}
	for _, row := range t.Grid { // its records stand side by side
		add(row[c.Column])
		if t.Columns() == 2 {
			add(row[0])
		}
	}
	return out
}

// shortPurpose is how many characters a purpose has at least that is the name of a file: 학교생활기록부.
const shortPurpose = 4

// namedForPurpose reports whether a law is named elsewhere for what an identifier is collected for: in a
// list of files, or of what is kept.
func (g *grounds) namedForPurpose(id *Identifier) bool {
	if utf8.RuneCountInString(id.Purpose) < shortPurpose || isLonger(id.Purpose, longHeading) {
		return false
	}
	named, ok := g.purposes[id.Purpose]
	if !ok {
		named = g.namesLawFor(id.Purpose)
		g.purposes[id.Purpose] = named
	}
	return named
}

// namesLawFor reports whether a line that begins with words, or with the last of them, or its row, names a law.
func (g *grounds) namesLawFor(purpose string) bool {
	words := strings.Fields(purpose)
	keys := []string{strings.Join(words, "")}
	if last := words[len(words)-1]; utf8.RuneCountInString(last) > shortPurpose {
		keys = append(keys, last)
	}
	return slices.ContainsFunc(keys, func(key string) bool {
		return slices.ContainsFunc(g.beginWith(key), func(b lineBegin) bool {
			return g.namesLaw(b.line) || g.lines[b.line].cell != nil && slices.ContainsFunc(g.besideOf(b.line), func(j int) bool { return g.lines[j].cell != nil && g.namesLaw(j) })
		})
	})
}

// A lineBegin is how a line of the policy begins, without its mark and without spaces.
type lineBegin struct {
	text string
	line int
}

// longestBegin is how many bytes of a line are kept: more than a purpose has that is looked for.
const longestBegin = 4 * longHeading

// beginWith are the lines that begin with some words.
func (g *grounds) beginWith(key string) []lineBegin {
	if g.begins == nil {
		for i := range g.lines {
			if text := g.lines[i].Block.Text[g.lines[i].mark.end:]; g.body[i] == Own {
				text = strings.TrimLeft(text[:min(len(text), longestBegin)], " -·•*")
				g.begins = append(g.begins, lineBegin{strings.ReplaceAll(text, " ", ""), i})
			}
		}
		slices.SortStableFunc(g.begins, func(a, b lineBegin) int { return strings.Compare(a.text, b.text) })
	}
	from := sort.Search(len(g.begins), func(i int) bool { return g.begins[i].text >= key })
	n := sort.Search(len(g.begins)-from, func(i int) bool { return !strings.HasPrefix(g.begins[from+i].text, key) })
	return g.begins[from : from+n]
}
