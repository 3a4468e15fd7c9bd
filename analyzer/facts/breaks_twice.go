package facts

import "slices"

// printedTwice is the one heading of a page that comes again in its own words over another text.
// Where more than one comes again, the page shows its text twice.
func (c *counting) printedTwice() []NumberBreak {
	var in *sequence
	var only slip
	for _, s := range c.all {
		for _, g := range s.printed {
			if g.entry.heading < 0 || g.before.heading < 0 {
				continue
			}
			if in != nil {
				return nil
			}
			in, only = s, g
		}
	}
	if in == nil || only.at >= len(in.entries) || !c.differ(only.before.line, only.entry.line, in.entries[only.at].line) {
		return nil
	}
	return c.report(nil, only)
}

// differ reports whether under the headings in two lines stand two texts, the second before a third line.
func (c *counting) differ(a, b, end int) bool {
	first, second := c.keys(a+1, b), c.keys(b+1, end)
	return len(first) > 0 && len(second) > 0 && !slices.Equal(first, second)
}

// keys tell the texts of the body's lines.
func (c *counting) keys(from, to int) []uint64 {
	var out []uint64
	for i := from; i < to; i++ {
		if k := headingKey(c.lines[i].Block.Text); k != 0 && c.body[i] == Own {
			out = append(out, k)
		}
	}
	return out
}

// ones are two neighbours of which each is the first of its form and none is the second, and the
// sections of a page that are all numbered 1.
func (c *counting) ones() []NumberBreak {
	var out []NumberBreak
	for i, s := range c.all {
		a := s.under
		if a == nil || len(a.entries) > 1 || len(s.entries) > 1 || a.under != nil || i+1 < len(c.all) && c.all[i+1].under == s {
			continue
		}
		g := slip{entry: s.entries[0], before: a.entries[0], want: 2}
		if c.alike(g.before, g.entry) && !c.hides(g) && headingKey(c.text(g.before)) != headingKey(c.text(g.entry)) && sameLanguage(c.text(g.before), c.text(g.entry)) {
			out = c.report(out, g)
		}
	}
	if s := c.allOnes(); len(s) >= fewestOnes {
		out = c.report(out, slip{entry: s[1], before: s[0], want: 2})
	}
	return out
}

// fewestOnes is how many sections numbered 1 are no lists of one item each.
const fewestOnes = 4

// allOnes are the outermost numbered headings of a page, where all of them are numbered 1 in one
// form and no other heading stands among them.
func (c *counting) allOnes() []entry {
	var out []entry
	depth := c.depth()
	for _, s := range c.all {
		first := s.entries[0]
		switch {
		case first.heading < 0 || c.headings[first.heading].Depth > depth:
			continue
		case len(s.entries) > 1 || len(out) > 0 && s.form != c.form(out[0]):
			return nil
		}
		out = append(out, first)
	}
	n := 0
	for i := range c.headings {
		if h := &c.headings[i]; len(out) > 0 && h.Depth <= depth && out[0].line <= h.Line && h.Line <= out[len(out)-1].line {
			n++
		}
	}
	if n > len(out) {
		return nil
	}
	return out
}

// depth is that of the outermost headings that begin a sequence.
func (c *counting) depth() int {
	out := len(c.headings)
	for _, s := range c.all {
		if h := s.entries[0].heading; h >= 0 {
			out = min(out, c.headings[h].Depth)
		}
	}
	return out
}
