package law

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer/period"
)

// Lengths are what a period may be, the shortest first: its own length and those of special cases. None
// where no number tells how long it is.
func (p Period) Lengths() []period.Amount {
	if p.Days > 0 {
		return []period.Amount{{Days: p.Days}}
	}
	if p.Months == 0 {
		return nil
	}
	var out []period.Amount
	for _, m := range slices.Sorted(slices.Values(append([]int{p.Months}, p.Also...))) {
		out = append(out, period.Amount{Months: m})
	}
	return out
}

// Compare is -1 where a stated length is shorter than each length of a period, 1 where it is longer than
// each, else 0. Thirty days are a month, and what is kept for at least a year may be kept no longer.
func (p Period) Compare(stated period.Length) int {
	all := p.Lengths()
	if len(all) == 0 {
		return 0
	}
	if order, ok := stated.Longest().Compare(all[0]); ok && order < 0 {
		return -1
	}
	if order, ok := stated.Amount.Compare(all[len(all)-1]); ok && order > 0 && !stated.AtLeast {
		return 1
	}
	return 0
}

// Length is how long a period is, in words; empty where no number tells it.
func (p Period) Length() Text {
	switch {
	case p.Days > 0:
		return Text{Ko: fmt.Sprintf("%d일", p.Days), En: counted(p.Days, "day")}
	case p.Months == 0:
		return Text{}
	case p.Months%12 == 0:
		return Text{Ko: fmt.Sprintf("%d년", p.Months/12), En: counted(p.Months/12, "year")}
	}
	return Text{Ko: fmt.Sprintf("%d개월", p.Months), En: counted(p.Months, "month")}
}

// counted is a number of things: 1 year, 3 years.
func counted(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}
