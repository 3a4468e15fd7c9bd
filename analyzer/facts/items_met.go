package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// enumerations looks for lines that list kinds of personal data, outside of what is about others: where no
// other words tell that a policy lists what it processes, it may do so there. It returns the first, and
// how many there are, up to enough of them.
func (r *reader) enumerations() (first policy.Range, n int) {
	x := &itemReader{r: r, modes: r.itemModes()}
	defer x.close()
	for i := range r.lines {
		l := &r.lines[i]
		if r.body[i] != Own || x.modes[i] == modeNone || x.modes[i] == modeTables || l.cell != nil && r.others[l.cell.Table] || !strings.ContainsAny(l.Block.Text, ",·ㆍ、/") {
			continue
		}
		x.match.over(l.Block.Text)
		for _, u := range l.Units {
			s := part{u.Range.Start - l.Block.Range.Start, u.Range.End - l.Block.Range.Start}
			at, size := colonIn(l.Block.Text, s)
			labelled := at >= 0
			if labelled {
				s.start = at + size
			}
			s.end = s.start + len(strings.TrimRight(l.Block.Text[s.start:s.end], " ."))
			if !x.isLongList(s) {
				continue
			}
			if n++; n == 1 {
				first = u.Range
			}
			if known, _ := x.count(s); labelled && known >= many {
				n = enough
			}
			if n == enough {
				return first, n
			}
		}
	}
	return first, n
}

const (
	enough = 2 // so many enumerations of personal data are no doubt what a policy processes
	many   = 4 // and so is one of so many kinds behind a label
)
