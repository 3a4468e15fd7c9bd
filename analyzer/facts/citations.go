package facts

import (
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/statute"
)

// A Citation is a law that the policy names in its own text, with the articles that it cites of it. The
// offsets of Found and of its articles are those of the page's visible text.
type Citation struct {
	statute.Found
	Page int
	Text string // the citation as written, articles and all

	line   *Line
	unit   *Unit // in which it begins
	opens  int   // bytes of the bracket before it that closes within it
	quotes int   // bytes of the bracket before it that closes within its name
}

// Citations are the laws that a policy names, in the order of the text. Those in older versions, menus
// and other documents beside it are left out. What points back (같은 법) has the ID of the law it points
// to. A law in Japanese counts as one of Korea only where the page speaks of Korea's.
var Citations = analyzer.NewFact("citations", func(p *analyzer.Pass) []Citation {
	var out []Citation
	for i, doc := range p.Policy.Pages {
		lines, regions := Wording.Of(p)[i], Body.Of(p)[i]
		for _, f := range statute.Find(doc.Visible) {
			n := lineAt(lines, f.Start)
			if n < 0 || regions[n] != Own {
				continue
			}
			c := Citation{Found: f, Page: i, line: &lines[n]}
			c.quotes = opensBefore(doc.Visible[:f.Start], doc.TextOf(c.Name()))
			c.opens = opensBefore(doc.Visible[:f.Start], doc.TextOf(c.Range()))
			c.Text = doc.TextOf(c.Range())
			c.unit = unitOf(&lines[n], f.Start)
			out = append(out, c)
		}
		disown(out, lines, i)
	}
	return out
})

// opensBefore is the length of the bracket with which a text ends and which another closes.
func opensBefore(before, text string) int {
	for _, q := range quoteMarks {
		if strings.HasSuffix(before, q[0]) && isHalf(text, q[1], q[0]) {
			return len(q[0])
		}
	}
	return 0
}

// closesBehind is the length of the bracket with which a text begins and which another opens.
func closesBehind(behind, text string) int {
	for _, q := range quoteMarks {
		if strings.HasPrefix(behind, q[1]) && isHalf(text, q[0], q[1]) {
			return len(q[1])
		}
	}
	return 0
}

// quoteMarks stand around names of laws; straight ones open and close alike.
var quoteMarks = [...][2]string{{"「", "」"}, {"『", "』"}, {"“", "”"}, {"‘", "’"}, {"<", ">"}, {"｢", "｣"}, {`"`, `"`}, {"'", "'"}}

// isHalf reports whether a text holds a mark and not the one that goes with it.
func isHalf(text, mark, other string) bool {
	if mark == other {
		return strings.Count(text, mark)%2 == 1
	}
	return strings.Contains(text, mark) && !strings.Contains(text, other)
}

// Range is where the citation stands, from its first word or article to its last.
func (c *Citation) Range() policy.Range {
	r := policy.Range{Start: c.Start - c.opens, End: c.End}
	for _, a := range c.Articles {
		r.Start, r.End = min(r.Start, a.Start), max(r.End, a.End)
	}
	return r
}

// With is where the law's name and one of the articles stand.
func (c *Citation) With(a statute.Article) policy.Range {
	return policy.Range{Start: min(c.Start-c.opens, a.Start), End: max(c.NameEnd, a.End)}
}

// Name is where the law's name stands.
func (c *Citation) Name() policy.Range {
	return policy.Range{Start: c.Start - c.quotes, End: c.NameEnd}
}

// In reports whether the citation stands in a part of a page.
func (c *Citation) In(page int, r policy.Range) bool { return c.Page == page && r.Contains(c.Range()) }

// disown takes the names of Korea's laws from what is said in Japanese on a page that does not speak of
// Korea: 個人情報保護法 is a law of Japan as well.
func disown(all []Citation, lines []Line, page int) {
	korea := phrase("citation.korea")
	known := false
	for i := range lines {
		if known = lines[i].has(korea); known {
			return
		}
	}
	for i := range all {
		if c := &all[i]; c.Page == page && strings.Contains(c.Text, "法") {
			c.ID, c.Official, c.Foreign = "", "", true
		}
	}
}

// lineAt is the index of the line in which a place lies; -1 where it lies between lines.
func lineAt(lines []Line, at int) int {
	n := sort.Search(len(lines), func(i int) bool { return lines[i].Block.Range.End > at })
	if n == len(lines) || lines[n].Block.Range.Start > at {
		return -1
	}
	return n
}

// unitOf is the unit of a line in which a place lies; nil where it has none.
func unitOf(l *Line, at int) *Unit {
	if n := l.unitAt(at); n < len(l.Units) {
		return &l.Units[n]
	}
	return nil
}
