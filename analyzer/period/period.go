// Package period is about how long something is kept: the [Length] of time and the [Period], and the
// many ways in which Korean, English and Japanese text writes them. The words it knows are data,
// words.toml.
package period

import (
	"cmp"
	"slices"
)

// An Amount is an amount of time. Months and days are kept apart, for no number of days makes a
// month: 12개월 is 1년, and 90일 is not 3개월. Weeks are days, 24 hours are a day.
type Amount struct{ Months, Days, Hours int }

// IsZero reports whether a is no time at all.
func (a Amount) IsZero() bool { return a == Amount{} }

// Equal reports whether two amounts are the same whatever the calendar: 12 months and a year, 24
// hours and a day, but not 30 days and a month.
func (a Amount) Equal(b Amount) bool { return a.Months == b.Months && a.hours() == b.hours() }

// hours are those that are no months.
func (a Amount) hours() int { return 24*a.Days + a.Hours }

// Compare is -1, 0 or 1 as a is shorter than b, equal, or longer. Where that depends on the calendar
// (30 days and a month) or on nothing at all, ok is false.
func (a Amount) Compare(b Amount) (order int, ok bool) {
	if a.Equal(b) {
		return 0, true
	}
	aLeast, aMost := a.bounds()
	bLeast, bMost := b.bounds()
	switch {
	case a.Months == b.Months:
		return cmp.Compare(a.hours(), b.hours()), true
	case aMost < bLeast, a.Months < b.Months && a.hours() <= b.hours():
		return -1, true
	case bMost < aLeast, a.Months > b.Months && a.hours() >= b.hours():
		return 1, true
	}
	return 0, false
}

// bounds are the fewest and the most hours that an amount can be: a month has 28 to 31 days, a year
// 365 or 366.
func (a Amount) bounds() (least, most int) {
	years, months := a.Months/12, a.Months%12
	return 24*(365*years+28*months) + a.hours(), 24*(366*years+31*months) + a.hours()
}

// add is the sum of two amounts.
func (a Amount) add(b Amount) Amount {
	return Amount{a.Months + b.Months, a.Days + b.Days, a.Hours + b.Hours}
}

// times is n times an amount.
func (a Amount) times(n int) Amount { return Amount{n * a.Months, n * a.Days, n * a.Hours} }

// A Length is a length of time as a text states it.
type Length struct {
	Start, End int    // bytes of the text, without the words for at least and at most
	Amount     Amount // of a range, 3~5년, the shorter
	Max        Amount // of a range the longer, else zero
	AtLeast    bool   // 최소 6개월, 1년 이상
	AtMost     bool   // 최대 3년, 30일 이내
}

// Equal reports whether two texts state the same length.
func (l Length) Equal(m Length) bool {
	return l.Amount.Equal(m.Amount) && l.Max.Equal(m.Max) && l.AtLeast == m.AtLeast && l.AtMost == m.AtMost
}

// Longest is the longest time that a length speaks of: of a range the second.
func (l Length) Longest() Amount {
	if l.Max.IsZero() {
		return l.Amount
	}
	return l.Max
}

// A Period is how long something is kept: for lengths of time, from an event or until it, for good,
// or not at all.
type Period struct {
	Start, End int // bytes of the text
	Lengths    []Length
	Events     []Event // from which the lengths run, or until which it is kept; each once
	Until      bool    // words say that it lasts until an event: 목적 달성 시까지
	Indefinite bool    // 영구, 준영구, 무기한
	Immediate  bool    // 즉시, 지체 없이
	ByLaw      bool    // as long as a law says, without a number
	Vague      bool    // no length and no event can be told: 필요한 기간 동안
}

// IsZero reports whether a period says nothing.
func (p Period) IsZero() bool {
	return len(p.Lengths) == 0 && len(p.Events) == 0 && !p.Indefinite && !p.Immediate && !p.ByLaw && !p.Vague
}

// Equal reports whether two periods are as long, from the same events or until them.
func (p Period) Equal(q Period) bool {
	return p.Indefinite == q.Indefinite && p.Until == q.Until && slices.EqualFunc(p.Lengths, q.Lengths, Length.Equal) &&
		slices.Equal(p.Events, q.Events)
}

// An Event is what a period runs from or ends with.
type Event string

// The events, by what happens. [Ongoing] lasts as long as the service is used.
const (
	Withdrawal   Event = "withdrawal"   // a member leaves
	ContractEnd  Event = "contract-end" // a contract or a use ends, a transaction is done
	Ongoing      Event = "ongoing"      // the service is used
	Purpose      Event = "purpose"      // the purpose is achieved
	Revocation   Event = "revocation"   // consent is withdrawn
	Request      Event = "request"      // somebody asks for deletion, or deletes it
	Consent      Event = "consent"      // consent is given
	Collection   Event = "collection"   // the data are collected, an entry is made
	Joining      Event = "joining"      // somebody becomes a member
	LastUse      Event = "last-use"     // the last time that the service was used
	Recording    Event = "recording"    // a picture is taken
	Delivery     Event = "delivery"     // goods are bought, sent or received
	Settlement   Event = "settlement"   // a price or a debt is paid
	Inquiry      Event = "inquiry"      // a question or complaint is dealt with
	Dispute      Event = "dispute"      // a dispute or an investigation ends
	OccasionEnd  Event = "occasion-end" // a contest, a survey, a hiring ends
	Departure    Event = "departure"    // somebody leaves a school or an employer
	Shutdown     Event = "shutdown"     // the service itself ends
	Other        Event = "other"        // something else
	Transmission Event = "transmission" // the data are passed on
)
