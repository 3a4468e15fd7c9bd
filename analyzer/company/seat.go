package company

import (
	"slices"
	"strings"
	"unicode"
)

// A Seat is where the legal form of a company lets it be.
type Seat uint8

// The seats.
const (
	SeatAnywhere     Seat = iota // no form, or one that companies of many countries write
	SeatInKorea                  // 주식회사, ㈜
	SeatAbroad                   // Pte. Ltd., GmbH
	SeatLikelyAbroad             // Inc., LLC: Korean companies write them, too, though seldom
)

// SeatOf is where a name as written lets its company be, by the legal forms around it.
func SeatOf(name string) Seat {
	start, end := StripForms(name)
	if start >= end {
		return SeatAnywhere
	}
	around := name[:start] + name[end:]
	isKorean := func(r rune) bool { return unicode.Is(unicode.Hangul, r) || r == '㈜' }
	if strings.ContainsFunc(around, isKorean) {
		return SeatInKorea
	}
	f, form := forms(), keep(name[end:])
	switch {
	case strings.ContainsFunc(name, isKorean):
		return SeatAnywhere
	case slices.Contains(f.abroad, form):
		return SeatAbroad
	case slices.Contains(f.likely, form):
		return SeatLikelyAbroad
	}
	return SeatAnywhere
}
