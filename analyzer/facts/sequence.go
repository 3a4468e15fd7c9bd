package facts

// An entry is a numbered line.
type entry struct {
	line    int
	number  number
	heading int // among the page's headings, or -1
}

// A sequence is a run of entries that count on from one another, from 1.
type sequence struct {
	form    string
	last    int // the number that was reached
	shift   int // where the last entry is a slip, the number that it should have had
	entries []entry
	slips   []slip
	printed []slip    // entries that read the same as the one before them; they are not among entries
	under   *sequence // what begins in the line before it in the same form, or nil
}

// A slip is an entry that does not follow from the one before it.
type slip struct {
	entry, before entry
	at            int // among the entries of its sequence
	want          int
}

// follows reports whether a number is the next one, 제3조의2 behind 제3조 included.
func (s *sequence) follows(n number) bool {
	return n.first == s.last+1 || s.shift > 0 && n.first == s.shift+1 || n.first == s.last && n.sub > s.entries[len(s.entries)-1].number.sub
}

func (s *sequence) push(e entry) {
	s.entries = append(s.entries, e)
	s.last, s.shift = e.number.last, 0
}

func (s *sequence) slip(e entry) {
	s.slips = append(s.slips, slip{e, s.entries[len(s.entries)-1], len(s.entries), s.last + 1})
	s.push(e)
}

// missed reports whether a number was left out before; the slip that left it out is then the last.
func (s *sequence) missed(n int) bool {
	for i, g := range s.slips {
		if g.want <= n && n < g.entry.number.first {
			s.slips = s.slips[:i+1]
			return true
		}
	}
	return false
}
