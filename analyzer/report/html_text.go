package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/published"
)

// A stretchView is neighbouring text that belongs to the body, or that does not.
type stretchView struct {
	LeftOut analyzer.Text // what it is, if not the body
	Open    bool          // something was found in it
	Runs    []runView
}

// A runView is text with notes, and what follows up to the next text with notes: so the margin may reach down beside
// all of it, and on a telephone the notes stand right below their text.
type runView struct {
	Lead  []groupView
	Notes []*noteView
	Rest  []groupView
}

// A groupView is neighbouring items of lists, or one unit of another kind.
type groupView struct {
	List  bool
	Units []*unitView
}

// A unitView is a block or a table.
type unitView struct {
	Kind   string // title, heading, item, table, alt, paragraph …
	Level  int    // of a heading or item
	Aria   int    // the level of a heading within the page
	Traits string // classes for its form
	Parts  []partView
	Rows   []rowView
	notes  []*noteView
	at     int
}

type rowView struct{ Cells []cellView }

type cellView struct {
	Header           bool
	Scope            string
	RowSpan, ColSpan int
	Groups           []groupView
	Signs            []signView
}

// A partView is text within marks.
type partView struct {
	Text   string
	Strong bool
	Marks  []markView
	Signs  []signView // behind it
}

type markView struct {
	Classes string
	N       int
}

// A signView is the number of a finding behind its place, or of one that speaks of the place.
type signView struct {
	ID      string
	N       int
	Classes string
	Related bool
}

// A pin is what a mark stands for: the place of a finding, or one that it speaks of.
type pin struct {
	note    *noteView
	related *relatedView
}

// mostMarks is how many marks a part of the text shows at once; the numbers tell of all.
const mostMarks = 4

// topLevel is the level at which the headings of a policy begin in the page: below those of the page itself.
const topLevel = 3

// A texter shows the text of a page.
type texter struct{ pins []pin }

// text shows a page with the places of its own findings, and those that any finding of the run speaks of.
func (v *documentView) text(doc *policy.Document, d *Document, own, notes []*noteView) {
	var t texter
	var marks []published.Mark
	for _, n := range own {
		if n.finding.At.File != "" {
			t.pins = append(t.pins, pin{note: n})
			marks = append(marks, n.finding.At.Span)
		}
	}
	for _, n := range notes {
		if n.finding.Policy != d.Policy {
			continue
		}
		for i, r := range n.finding.Related {
			if r.At.File == doc.File.Name && !n.Related[i].Linked {
				t.pins = append(t.pins, pin{note: n, related: &n.Related[i]})
				marks = append(marks, r.At.Span)
			}
		}
	}
	units, unseen := published.Show(doc, marks)
	for i, p := range t.pins {
		if slices.Contains(unseen, i) {
			continue
		}
		if p.related != nil {
			p.related.Linked = true
		} else {
			p.note.Anchor = true
		}
	}
	v.Stretch = stretches(t.units(units), d.LeftOut)
}

func (t *texter) units(units []published.Unit) []*unitView {
	out := make([]*unitView, len(units))
	for i := range units {
		u := &units[i]
		if u.Table != nil {
			out[i] = t.table(u)
		} else {
			out[i] = t.block(u)
		}
		out[i].at = u.Range.Start
		for _, m := range u.Marks {
			if p := t.pins[m]; p.related == nil {
				out[i].notes = append(out[i].notes, p.note)
			}
		}
	}
	return out
}

var blockKinds = [...]string{policy.Paragraph: "paragraph", policy.Heading: "heading", policy.Item: "item", policy.Term: "term", policy.Caption: "caption",
	policy.Control: "control", policy.TitleText: "title", policy.Alt: "alt"}

func (t *texter) block(u *published.Unit) *unitView {
	b := u.Block
	out := &unitView{Kind: blockKinds[b.Kind], Level: b.Level, Aria: topLevel + max(1, b.Level) - 1}
	var classes []string
	for _, c := range []struct {
		is   bool
		name string
	}{
		{b.Has(policy.Bold) && b.Cell == nil, "bold"},
		{b.Has(policy.Joined), "joined"},
		{b.Has(policy.Verbatim), "verbatim"},
		{b.Kind == policy.Item && !numbered(b.Text), "bullet"},
	} {
		if c.is {
			classes = append(classes, c.name)
		}
	}
	out.Traits = strings.Join(classes, " ")
	for _, p := range u.Parts {
		out.Parts = append(out.Parts, partView{p.Text, p.Strong, t.marks(p.Marks), t.signs(p.Ends)})
	}
	return out
}

// numbered reports whether the text of an item begins with a number or sign of its own.
func numbered(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[n:])
	return unicode.IsNumber(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) || strings.ContainsRune(".)", second)
}

func (t *texter) table(u *published.Unit) *unitView {
	out := &unitView{Kind: "table"}
	for _, row := range u.Table.Rows {
		var cells []cellView
		for _, c := range row {
			if c.Cell == nil {
				cells = append(cells, cellView{RowSpan: 1, ColSpan: 1})
				continue
			}
			cell := cellView{Header: c.Header, RowSpan: c.RowSpan, ColSpan: c.ColumnSpan, Groups: groups(t.units(c.Units)), Signs: t.signs(c.Ends)}
			if c.Header {
				cell.Scope = "row"
				if c.Row < u.Table.HeaderRows {
					cell.Scope = "col"
				}
			}
			cells = append(cells, cell)
		}
		out.Rows = append(out.Rows, rowView{cells})
	}
	return out
}

// marks are those that a part of the text shows, the gravest outermost. What is missing is not in the text.
func (t *texter) marks(indices []int) []markView {
	var out []markView
	for _, kind := range append(kinds, countView{Kind: ""}) {
		for _, i := range indices {
			p := t.pins[i]
			switch {
			case len(out) == mostMarks:
			case p.related != nil && kind.Kind == "":
				out = append(out, markView{"related", p.note.N})
			case p.related == nil && !p.note.Absent && p.note.Kind == kind.Kind:
				out = append(out, markView{p.note.Classes, p.note.N})
			}
		}
	}
	return out
}

func (t *texter) signs(indices []int) []signView {
	var out []signView
	for _, i := range indices {
		p := t.pins[i]
		switch {
		case p.related != nil:
			out = append(out, signView{ID: p.related.ID, N: p.note.N, Classes: p.note.Classes, Related: true})
		case p.note.Absent:
			out = append(out, signView{ID: p.note.Place(), N: p.note.N, Classes: p.note.Classes + " absent"})
		default:
			out = append(out, signView{ID: p.note.Place(), N: p.note.N, Classes: p.note.Classes})
		}
	}
	return out
}

// groups puts neighbouring items of lists together.
func groups(units []*unitView) []groupView {
	var out []groupView
	for _, u := range units {
		list := u.Kind == "item"
		if n := len(out); n > 0 && list && out[n-1].List {
			out[n-1].Units = append(out[n-1].Units, u)
			continue
		}
		out = append(out, groupView{List: list, Units: []*unitView{u}})
	}
	return out
}

// stretches parts units into those of the body and those left out of it, and these into runs.
func stretches(units []*unitView, leftOut []LeftOut) []stretchView {
	var out []stretchView
	next := 0
	for i := 0; i < len(units); {
		part := -1
		for next < len(leftOut) && leftOut[next].Range.End <= units[i].at {
			next++
		}
		if next < len(leftOut) && leftOut[next].Range.Start <= units[i].at {
			part = next
		}
		j := i + 1
		for j < len(units) {
			if part >= 0 && units[j].at >= leftOut[part].Range.End || part < 0 && next < len(leftOut) && units[j].at >= leftOut[next].Range.Start {
				break
			}
			j++
		}
		s := stretchView{Runs: runs(units[i:j])}
		if part >= 0 {
			s.LeftOut = leftOut[part].Name
			s.Open = slices.ContainsFunc(units[i:j], func(u *unitView) bool { return len(u.notes) > 0 })
		}
		out = append(out, s)
		i = j
	}
	return out
}

// runs parts units where those with notes begin. A heading stays with what it stands over.
func runs(units []*unitView) []runView {
	var out []runView
	for i := 0; i < len(units); {
		lead := i // the first with notes
		for lead < len(units) && len(units[lead].notes) == 0 {
			lead++
		}
		if i == 0 && lead > 0 { // text before any note
			first := lead
			if lead < len(units) {
				first = headed(units, 0, lead)
			}
			if first > 0 {
				out = append(out, runView{Rest: groups(units[:first])})
				i = first
				continue
			}
		}
		if lead == len(units) {
			break
		}
		end := lead + 1
		for end < len(units) && len(units[end].notes) == 0 {
			end++
		}
		if end < len(units) {
			end = headed(units, lead+1, end)
		}
		out = append(out, runView{Lead: groups(units[i : lead+1]), Notes: units[lead].notes, Rest: groups(units[lead+1 : end])})
		i = end
	}
	return out
}

// headed is the first of the headings that stand right over a unit.
func headed(units []*unitView, from, at int) int {
	for at > from && units[at-1].Kind == "heading" {
		at--
	}
	return at
}
