package facts

import (
	"cmp"
	"slices"
	"sort"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// scope is what of a page speaks for one clause: its sections, the tables whose titles name it, and
// the sentences that say it.
type scope struct {
	r      *reader
	clause Clause
	fills  map[*policy.Cell]filling

	sections bool                   // a heading opens the clause
	lists    map[*policy.Table]bool // the tables whose titles name it
	contacts map[*policy.Table]bool // those whose titles name the officer
	said     []stretch              // what sentences say of it outside of its sections, in order
	titles   map[*policy.Cell][]Field
}

// announced are the fields that a title announces, looked up once.
func (s *scope) announced(title *policy.Cell) []Field {
	fields, ok := s.titles[title]
	if !ok {
		if s.titles == nil {
			s.titles = make(map[*policy.Cell][]Field)
		}
		fields = fieldsOf(title.Text)
		s.titles[title] = fields
	}
	return fields
}

// stretch is a part of the visible text; most is the furthest end of it and all before it.
type stretch struct {
	policy.Range
	most int
}

// scope finds what speaks for a clause. Tables in the sections of other clauses count where anywhere
// is true.
func (r *reader) scope(c Clause, fills map[*policy.Cell]filling, anywhere bool) *scope {
	s := &scope{r: r, clause: c, fills: fills}
	for i := range r.headings {
		h := &r.headings[i]
		s.sections = s.sections || within(h.Clauses, c) && !r.empty(h) && !r.namesWhole(h)
	}
	s.contacts = r.titled(Officer, func(int) bool { return true })
	s.lists = r.titled(c, func(line int) bool { return anywhere || r.owner(line, c) != ownedByOther })
	for _, o := range r.index.of(wordsOf(c).content) {
		if r.body[o.line] == Own && s.speaks(o.line) {
			part := stretch{Range: o.unit.Range}
			if !s.sections {
				part.Start, part.End = s.since(o), s.until(o)
			}
			s.said = append(s.said, part)
		}
	}
	slices.SortFunc(s.said, func(a, b stretch) int { return cmp.Compare(a.Start, b.Start) })
	most := 0
	for i := range s.said {
		most = max(most, s.said[i].End)
		s.said[i].most = most
	}
	return s
}

// since is where what a sentence says of the clause begins: with the section around it, where that is
// of no other clause and begins near.
func (s *scope) since(o occurrence) int {
	i := s.r.sections[o.line]
	if i < 0 || len(s.r.headings[i].Clauses) > 0 && s.clause != Destruction || o.unit.Range.Start-s.r.headings[i].Range.End > 2*reach {
		return o.unit.Range.Start
	}
	return min(s.r.headings[i].Range.End, o.unit.Range.Start)
}

// speaks reports whether a sentence that says something of the clause counts: not what stands in a
// section of the clause anyway, nor, where there is one, what another section says besides, unless
// the line names the clause.
func (s *scope) speaks(line int) bool {
	switch s.r.owner(line, s.clause) {
	case owned:
		return false
	case ownedByOther:
		return !s.sections || within(s.r.lines[line].clauses, s.clause)
	}
	return true
}

// titled are the tables with a title of the clause in a line that counts.
func (r *reader) titled(c Clause, counts func(line int) bool) map[*policy.Table]bool {
	out := make(map[*policy.Table]bool)
	for _, o := range r.index.of(wordsOf(c).header) {
		cell := r.lines[o.line].cell
		if cell != nil && r.body[o.line] == Own && (isHeader(cell) || labelsRow(cell)) && counts(o.line) {
			out[cell.Table] = true
		}
	}
	return out
}

// reach is how far behind a sentence, in bytes, the text goes on about what it says where no heading
// of the clause tells: about 300 syllables.
const reach = 900

// until is where what a sentence says of the clause ends: at the next heading of another one.
func (s *scope) until(o occurrence) int {
	r := s.r
	end := max(o.unit.Range.Start+reach, o.unit.Range.End)
	i := sort.Search(len(r.headings), func(i int) bool { return r.headings[i].Range.Start >= o.unit.Range.End })
	for ; i < len(r.headings) && r.headings[i].Range.Start < end; i++ {
		h := &r.headings[i]
		if !within(h.Clauses, s.clause) && (opensOther(h, s.clause) || len(h.Clauses) > 0 && !h.Glued) {
			return h.Range.Start
		}
	}
	return end
}

// holds reports whether a place speaks for the clause.
func (s *scope) holds(o occurrence) bool {
	if c := s.r.lines[o.line].cell; c != nil && (s.lists[c.Table] || s.foreign(c.Table)) {
		return s.lists[c.Table]
	}
	if s.r.owner(o.line, s.clause) == owned {
		return true
	}
	i := sort.Search(len(s.said), func(i int) bool { return s.said[i].Start > o.at.Start })
	return i > 0 && o.at.Start < s.said[i-1].most
}

// foreign reports whether the titles of a table make it a list of recipients or of contacts, where
// the clause is about neither, in whosever section it stands.
func (s *scope) foreign(t *policy.Table) bool {
	return !isOthers([]Clause{s.clause}) && (s.r.others[t] || s.clause != Officer && s.contacts[t])
}

// An owner says whose section a line stands in, as one clause sees it.
type owner uint8

const (
	ownedByNone owner = iota
	owned
	ownedByOther
)

// owner goes from the heading over a line outwards to one that opens a clause. A heading that is one
// by its words alone, "we share it with these processors:", opens a part of the section around.
func (r *reader) owner(line int, c Clause) owner {
	out := ownedByNone
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		h := &r.headings[i]
		switch {
		case r.namesWhole(h):
		case within(h.Clauses, c):
			return owned
		case opensOther(h, c) && h.Style != "":
			return ownedByOther
		case opensOther(h, c):
			out = ownedByOther
		}
	}
	return out
}

// opensOther reports whether a heading opens a clause that is no part of c.
func opensOther(h *Heading, c Clause) bool {
	for _, other := range h.Clauses {
		if !isPart(other, c) {
			return true
		}
	}
	return false
}

// isPart tells the clauses under whose headings the section of another goes on: purposes, items and
// periods are parts of every clause about recipients.
func isPart(other, c Clause) bool {
	switch other {
	case c, Purpose, Items, Retention:
		return true
	case Officer, Destruction:
		return c == Rights
	case Safety:
		return isOthers([]Clause{c})
	case BehaviouralAds:
		return c == AutoCollection
	}
	return false
}

// namesWhole reports whether a heading names the policy as a whole, by what it is about.
func (r *reader) namesWhole(h *Heading) bool {
	return h.Depth == 0 && len(h.Clauses) > 0 && !h.Glued && r.lines[h.Line].has(titleWords().policy)
}
