// Package date is about calendar days: the [Date] and the many ways in which Korean, Japanese and
// English text writes one.
package date

import (
	"fmt"
	"time"
)

// A Date is a day of the Gregorian calendar, without time or zone. The zero Date is no date. Two
// dates are the same day if they are equal with ==.
type Date struct{ Year, Month, Day int }

// layout is how dates are written and parsed: ISO 8601, extended format.
const layout = "2006-01-02"

// Parse reads a date in the form "2006-01-02". The error is a [time.ParseError].
func Parse(s string) (Date, error) {
	t, err := time.Parse(layout, s)
	if err != nil {
		return Date{}, err
	}
	return FromTime(t), nil
}

// FromTime is the day on which t falls in its own zone.
func FromTime(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, int(month), day}
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// IsValid reports whether the calendar has the day d, in the years 1 to 9999.
func (d Date) IsValid() bool {
	return 1 <= d.Year && d.Year <= 9999 && 1 <= d.Month && d.Month <= 12 &&
		1 <= d.Day && d.Day <= daysIn(d.Year, d.Month)
}

// String writes d as "2006-01-02", and no date as "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Before reports whether d is an earlier day than e. No date is before every date.
func (d Date) Before(e Date) bool {
	switch {
	case d.Year != e.Year:
		return d.Year < e.Year
	case d.Month != e.Month:
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// AddDays is the day n days after d, or before it if n is negative. No date stays no date.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return FromTime(d.midnight().AddDate(0, 0, n))
}

// AddYears is the same day n years after d, or before it if n is negative; the 28th of February for a
// 29th that the year lacks. No date stays no date.
func (d Date) AddYears(n int) Date {
	if d.IsZero() {
		return d
	}
	return Date{d.Year + n, d.Month, min(d.Day, daysIn(d.Year+n, d.Month))}
}

// Sub is the number of days from e to d, negative if d is before e. Both must be dates.
func (d Date) Sub(e Date) int {
	const day = 24 * 60 * 60 // UTC has no days of another length
	return int((d.midnight().Unix() - e.midnight().Unix()) / day)
}

func (d Date) midnight() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// MarshalText writes d as [Date.String] does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [Date.MarshalText] writes; empty text is no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
