package period

import (
	"fmt"
	"strings"
)

// Key writes a period in one way for all wordings: "5y", "3m+withdrawal", "indefinite"; "" where no length, event or end
// is told.
func (p Period) Key() string {
	var out []string
	for _, l := range p.Lengths {
		s := l.Amount.key()
		if !l.Max.IsZero() {
			s += "-" + l.Max.key()
		}
		out = append(out, s)
	}
	for _, e := range p.Events {
		out = append(out, string(e))
	}
	if p.Indefinite {
		out = append(out, "indefinite")
	}
	if p.Immediate {
		out = append(out, "at-once")
	}
	return strings.Join(out, "+")
}

// key writes an amount of time, the same for equal ones: 1y6m, 90d, 2h.
func (a Amount) key() string {
	var b strings.Builder
	for _, one := range [...]struct {
		n    int
		unit byte
	}{{a.Months / 12, 'y'}, {a.Months % 12, 'm'}, {a.hours() / 24, 'd'}, {a.hours() % 24, 'h'}} {
		if one.n != 0 {
			fmt.Fprintf(&b, "%d%c", one.n, one.unit)
		}
	}
	return b.String()
}
