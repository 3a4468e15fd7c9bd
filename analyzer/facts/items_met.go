package facts

import (
	"strings"

	"github.com/pipalint/pipalint/analyzer/policy"
)

// enumerations looks for lines that list kinds of personal data, outside of what is about others: where no
// other words tell that a policy lists what it processes, it may do so there. It returns the first, and
// what they weigh together, up to enough.
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
			known, all := x.count(s)
			weight := 0
			switch {
			case x.isLongList(s) && labelled && known >= many:
				weight = enough
			case x.isLongList(s):
				weight = aList
			case labelled && known >= 2 && known*2 > all && !l.ended:
				weight = aShortList
			default:
				continue
			}
			if n += weight; first.Empty() {
				first = u.Range
			}
			if n >= enough {
				return first, n
			}
		}
	}
	return first, n
}

const (
	many       = 4 // so many kinds of personal data behind a label are no doubt what a policy processes
	enough     = 6 // and so are enumerations of so much weight
	aList      = 3
	aShortList = 2 // two kinds that are known behind a label, and at most one that is not
)
