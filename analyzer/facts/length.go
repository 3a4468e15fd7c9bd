package facts

import "github.com/pipalint/pipalint/analyzer/period"

// length is a stretch of a text that gives a length of time ahead, in days.
type length struct{ start, end, days int }

// tooLong is no number of days, weeks or months before which anybody gives notice.
const tooLong = 400

// lengths reads the lengths of time in a sentence that tells how long ahead something is announced. A
// month is counted as 30 days; years and hours are none, and of a range it is the shorter.
func lengths(text string) []length {
	var out []length
	for _, l := range period.Lengths(text) {
		days := 30*l.Amount.Months + l.Amount.Days
		if l.Amount.Months < 12 && l.Amount.Hours == 0 && days < tooLong {
			out = append(out, length{l.Start, l.End, days})
		}
	}
	return out
}
