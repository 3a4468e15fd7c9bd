package facts

import (
	"slices"
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// grounds finds what a page says of the ground on which identifiers are processed.
type grounds struct {
	*reader
	cited    []Citation      // on its page, in the order of the text
	laws     map[int]bool    // by line: whether it names a law
	listing  map[int]bool    // the lines that list items
	purposes map[string]bool // whether a law is named for it elsewhere
	begins   []lineBegin     // of all lines, sorted; nil until they are asked for
	rrn      IdentifierGround
	others   IdentifierGround // of identifiers at large
	named    bool             // a line that names resident numbers names a law, for some purpose
	consent  bool             // consent of its own is told for identifiers at large
}

// groundsOf reads what is said of all identifiers: in a sentence about them, or under their heading.
func groundsOf(r *reader, cited []Citation) *grounds {
	g := &grounds{reader: r, cited: cited, laws: make(map[int]bool), purposes: make(map[string]bool)}
	w := identifierWords()
	for _, o := range r.index.of(w.rrn) {
		g.rrn = max(g.rrn, g.told(o))
		g.named = g.named || r.body[o.line] == Own && g.namesLaw(o.line)
	}
	for _, o := range r.index.of(w.all) {
		g.others = max(g.others, g.told(o))
		g.consent = g.consent || r.body[o.line] == Own && (o.unit.has(w.consent) || r.under(o, func(line int) bool { return r.lines[line].has(w.consent) }))
	}
	return g
}

// ofAll is what is said of all identifiers of a class.
func (g *grounds) ofAll(c vendors.Class) IdentifierGround {
	if c == vendors.ResidentNumber {
		return max(g.rrn, g.others)
	}
	return g.others
}

// told is the ground that a sentence gives for what it is about, or the section that is headed so.
func (g *grounds) told(o occurrence) IdentifierGround {
	l := &g.lines[o.line]
	switch {
	case g.body[o.line] != Own:
		return NoGround
	case g.under(o, g.namesLaw), l.ended && l.cell == nil && g.lawIn(o.unit.Range):
		return LawNamed
	case (l.ended || g.reach(o) > 0) && l.cell == nil && o.unit.has(identifierWords().unnamed),
		g.under(o, func(line int) bool { return g.lines[line].has(identifierWords().unnamed) }):
		return LawUnnamed
	}
	return NoGround
}

// reach is where the lines end over which words stand as a heading or as a short line of their own; 0
// where they do not.
func (r *reader) reach(o occurrence) int {
	end := len(r.lines)
	if i := r.sections[o.line]; i >= 0 {
		h := &r.headings[i]
		if h.Line == o.line && o.at.End <= h.Range.End {
			return h.End
		}
		end = h.End
	}
	if l := &r.lines[o.line]; !l.isShort(longHeading) || strings.ContainsAny(l.Block.Text, ",·、") {
		return 0
	}
	return min(end, o.line+1+nearLaw)
}

// under reports whether words stand over lines of which one is as wanted.
func (r *reader) under(o occurrence, wanted func(line int) bool) bool {
	for line := o.line; line < r.reach(o); line++ {
		if r.body[line] == Own && wanted(line) {
			return true
		}
	}
	return false
}

// namesLaw reports whether a line names a law that may be a ground.
func (g *grounds) namesLaw(line int) bool {
	named, ok := g.laws[line]
	if !ok {
		named = slices.ContainsFunc(g.lines[line].Units, func(u Unit) bool { return g.lawIn(u.Range) })
		g.laws[line] = named
	}
	return named
}

// lawIn reports whether a sentence names a law that may be a ground.
func (g *grounds) lawIn(at policy.Range) bool {
	from := sort.Search(len(g.cited), func(i int) bool { return g.cited[i].Range().End > at.Start })
	return slices.ContainsFunc(g.cited[from:], func(c Citation) bool {
		return c.In(g.page, at) && !holdsPhrase(c.Text, identifierWords().own)
	})
}
