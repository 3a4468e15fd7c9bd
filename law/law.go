// Package law knows what the law asks of a privacy policy, by date: duties and the provisions they
// stand on, how long statutes have records kept, what is no longer in force, customs of notice and the
// outside bodies for remedies. It is data (a TOML file for each) and the code that reads it; a new
// provision is a change in the data.
//
// Days are the first and the last on which something is in force. What is told of a day was read out of
// the sources that docs/law.md names; what could not be confirmed there says so.
package law

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer/date"
)

// Text is a text in both languages.
type Text struct{ Ko, En string }

// Binding says what kind of rule something stands on, the strongest last.
type Binding uint8

// The bindings.
const (
	Custom    Binding = iota + 1 // what many do; no rule asks for it
	Guideline                    // a guideline or standard that recommends
	Notice                       // a notification (고시) that an act or decree gives force
	Decree                       // an enforcement decree
	Act                          // an act
)

var bindings = []string{"", "custom", "guideline", "notification", "decree", "act"}

// String is the binding as the data writes it.
func (b Binding) String() string { return bindings[b] }

// UnmarshalText reads what String writes.
func (b *Binding) UnmarshalText(text []byte) error { return oneOf((*uint8)(b), bindings, text) }

// Obligation says of whom something is asked.
type Obligation uint8

// The obligations.
const (
	Recommended Obligation = iota + 1 // of nobody: it is advised
	Conditional                       // of those who do what it is about
	Mandatory                         // of every controller
)

var obligations = []string{"", "recommended", "conditional", "mandatory"}

// String is the obligation as the data writes it.
func (o Obligation) String() string { return obligations[o] }

// UnmarshalText reads what String writes.
func (o *Obligation) UnmarshalText(text []byte) error { return oneOf((*uint8)(o), obligations, text) }

// oneOf reads a word as its number among those that a kind of value may be.
func oneOf(v *uint8, words []string, text []byte) error {
	for i, w := range words {
		if i > 0 && w == string(text) {
			*v = uint8(i)
			return nil
		}
	}
	return fmt.Errorf("%q is none of %q", text, words[1:])
}

// Span is the time in which something is in force: from its first day to its last, both within.
type Span struct {
	From date.Date // zero where the day is not known: it always was
	To   date.Date // zero where it still is
}

// Holds reports whether a day lies in the span.
func (s Span) Holds(day date.Date) bool {
	return !day.Before(s.From) && (s.To.IsZero() || !s.To.Before(day))
}
