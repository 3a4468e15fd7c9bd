package facts

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A NumberBreak is a heading or item whose number does not follow from the one before it.
type NumberBreak struct {
	Page   int
	Range  policy.Range // the heading, or the first words of the item
	Before policy.Range // the one before it
	Text   string       // what stands behind the number
	Want   string       // the number that was expected, in the form of the others: 제6조
	Twice  bool         // the number was given before; else Want is left out
}

// Numbering are the breaks in the numbering of the body: of its articles, headings and items. Only
// sequences clearly meant as such count, and a number that is met anywhere between is none left out.
var Numbering = analyzer.NewFact("numbering", func(p *analyzer.Pass) []NumberBreak {
	var out []NumberBreak
	for _, r := range readers.Of(p) {
		c := counting{reader: r, unread: r.unread()}
		c.count()
		out = append(out, c.breaks()...)
		out = append(out, c.printedTwice()...)
		out = append(out, c.ones()...)
	}
	return out
})

// counting follows the sequences of a page line by line.
type counting struct {
	*reader
	unread []int       // where images and frames stand in the source that may show a number
	open   []*sequence // the outermost first
	all    []*sequence
}

// unread are where images that may hold text, and frames, begin in the source, in order.
func (r *reader) unread() []int {
	var out []int
	for _, res := range r.doc.Resources {
		if res.Kind == policy.Image && mayHoldText(res) || res.Kind == policy.Frame && !isTracker(res.URL) {
			out = append(out, res.Span.Start)
		}
	}
	slices.Sort(out)
	return out
}

func (c *counting) count() {
	next := 0
	for i := range c.lines {
		for next < len(c.headings) && c.headings[next].Line < i {
			next++
		}
		l := &c.lines[i]
		if c.body[i] != Own || l.cell != nil || l.Block.Kind == policy.Alt {
			continue
		}
		e := entry{line: i, heading: -1}
		if next < len(c.headings) && c.headings[next].Line == i {
			e.heading = next
		}
		if l.Block.Kind == policy.Heading {
			c.closeUnder(l.Block.Level)
		}
		var ok bool
		if e.number, ok = numberOf(l.Block.Text, l.mark); ok {
			c.choose(&e)
			c.add(c.form(e), e)
		}
	}
}

// choose reads I, V and X as letters where an open sequence of letters goes on with them, and none of
// Roman numbers does.
func (c *counting) choose(e *entry) {
	letter := *e
	var ok bool
	if letter.number, ok = e.number.asLetter(c.lines[e.line].Block.Text); ok && !c.continues(*e) && c.continues(letter) {
		*e = letter
	}
}

// continues reports whether an open sequence goes on with an entry.
func (c *counting) continues(e entry) bool {
	form := c.form(e)
	return slices.ContainsFunc(c.open, func(s *sequence) bool { return s.form == form && s.follows(e.number) })
}

// deepest is how far lists stand in one another, and mostSlips after how many a sequence is none.
const (
	deepest   = 12
	mostSlips = 8
)

// form is what siblings have in common: the form of the number and, but for articles, that of the line.
func (c *counting) form(e entry) string {
	l := &c.lines[e.line]
	switch {
	case l.mark.style == "article":
	case l.Block.Kind == policy.Heading:
		return "h" + string(rune('0'+l.Block.Level)) + " " + e.number.form
	case l.Block.Has(policy.Bold):
		return "bold " + e.number.form
	}
	return e.number.form
}

// closeUnder ends the sequences that do not go on behind a heading element: all but articles and
// those of the same level or above.
func (c *counting) closeUnder(level int) {
	for i, s := range c.open {
		first := &c.lines[s.entries[0].line]
		if first.mark.style != "article" && (first.Block.Kind != policy.Heading || first.Block.Level > level) {
			c.open = c.open[:i]
			return
		}
	}
}

// add puts an entry into the innermost sequence that it continues, or begins one.
func (c *counting) add(form string, e entry) {
	inner := -1
	for i := len(c.open) - 1; i >= 0; i-- {
		s := c.open[i]
		if s.form != form {
			continue
		}
		if inner < 0 {
			inner = i
		}
		if s.follows(e.number) {
			s.push(e)
			c.open = c.open[:i+1]
			return
		}
	}
	switch {
	case e.number.first == 1:
		s := &sequence{form: form, under: c.under(form, e)}
		s.push(e)
		c.open, c.all = append(c.open[:min(len(c.open), deepest)], s), append(c.all, s)
	case inner >= 0:
		c.stray(inner, e)
	}
}

// under is the sequence that begins in the line before an entry in the same form, or nil.
func (c *counting) under(form string, e entry) *sequence {
	if n := len(c.open); n > 0 && c.open[n-1].form == form {
		if s := c.open[n-1]; len(s.entries) == 1 && s.entries[0].line == e.line-1 {
			return s
		}
	}
	return nil
}

// stray adds an entry that continues no sequence to the innermost of its form: as a slip, unless
// it may belong to one around that, or is the same entry printed again.
func (c *counting) stray(inner int, e entry) {
	s := c.open[inner]
	n := e.number.first
	if c.startsTwice(inner, n) {
		s = c.open[inner-1]
		s.slip(c.open[inner].entries[0])
		s.push(e)
		c.open, c.all = c.open[:inner], c.all[:len(c.all)-1]
		return
	}
	for _, o := range c.open[:inner] {
		if o.form == s.form && o.last <= n {
			return
		}
	}
	if len(s.slips) > mostSlips {
		return
	}
	c.open = c.open[:inner+1]
	switch {
	case n > s.last:
		s.slip(e)
	case s.missed(n):
		// It was only out of its place, or what came before it was no entry.
		beyond := s.slips[len(s.slips)-1].entry.number.last
		s.slips = s.slips[:len(s.slips)-1]
		s.push(e)
		s.shift = beyond
	case c.comesAgain(s, e):
	default:
		want := s.last + 1
		s.slip(e)
		s.shift = want
	}
}

// startsTwice reports whether two sequences begin one behind the other and 3 comes next: the second
// is a 2 misnumbered.
func (c *counting) startsTwice(inner, n int) bool {
	if n != 3 || inner == 0 {
		return false
	}
	s, o := c.open[inner], c.open[inner-1]
	if s != c.all[len(c.all)-1] || o.form != s.form || len(s.entries) != 1 || len(o.entries) != 1 {
		return false
	}
	a, b := c.text(o.entries[0]), c.text(s.entries[0])
	return headingKey(a) != headingKey(b) && sameLanguage(a, b)
}

// comesAgain reports whether an entry is the one before it printed again, or translated.
func (c *counting) comesAgain(s *sequence, e entry) bool {
	before := s.entries[len(s.entries)-1]
	if before.number.last != e.number.first {
		return false
	}
	a, b := c.text(before), c.text(e)
	if headingKey(a) == headingKey(b) {
		s.printed = append(s.printed, slip{e, before, len(s.entries), s.last + 1})
		return true
	}
	return !sameLanguage(a, b)
}

func sameLanguage(a, b string) bool {
	one, _ := scripts(a)
	other, _ := scripts(b)
	hasHan := func(lang string) bool { return lang == "ja" || lang == "zh" }
	return one == other || hasHan(one) && hasHan(other)
}

// text is what stands behind the number: of a heading, no more than the heading itself.
func (c *counting) text(e entry) string {
	l := &c.lines[e.line]
	if e.heading >= 0 {
		return l.Block.Text[l.mark.end:max(l.mark.end, c.headings[e.heading].Range.End-l.Block.Range.Start)]
	}
	return l.Block.Text[l.mark.end:]
}
