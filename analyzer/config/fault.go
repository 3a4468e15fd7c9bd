package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/tomltree"
)

// A Fault is one thing that is wrong with a configuration.
type Fault struct {
	Place   policy.Place
	Message analyzer.Text
	Word    string   // what stands where one of Known should; "" where nothing is chosen from
	Known   []string // what could be meant
	Only    bool     // nothing else is right there
}

// Faults are all that is wrong with a configuration, in the order of the file.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, one := range f {
		at := one.Place.File.Position(one.Place.Span.Start)
		lines[i] = fmt.Sprintf("%s:%d:%d: %s", one.Place.File.Name, at.Line, at.Column, one.Message.En)
	}
	return strings.Join(lines, "\n")
}

// A reader gathers what is wrong with a file as it is read.
type reader struct {
	file   *policy.File
	rules  []*analyzer.Rule
	faults Faults
}

// place is where a span stands.
func (r *reader) place(s tomltree.Span) policy.Place {
	return policy.Place{File: r.file, Span: policy.Span{Start: s.Start, End: s.End}}
}

// fault notes what is wrong at a place.
func (r *reader) fault(at tomltree.Span, ko, en string, args ...any) {
	r.faults = append(r.faults, Fault{Place: r.place(at), Message: analyzer.Text{Ko: fmt.Sprintf(ko, args...), En: fmt.Sprintf(en, args...)}})
}

// unknown notes a word that is none of those known.
func (r *reader) unknown(at tomltree.Span, kind analyzer.Text, word string, known []string) {
	r.fault(at, "알 수 없는 "+kind.Ko+": %q", "unknown "+kind.En+" %q", word)
	last := &r.faults[len(r.faults)-1]
	last.Word, last.Known, last.Only = word, known, true
}

// sorted are the faults in the order of the file, or nil.
func (r *reader) sorted() error {
	if len(r.faults) == 0 {
		return nil
	}
	slices.SortStableFunc(r.faults, func(a, b Fault) int { return cmp.Compare(a.Place.Span.Start, b.Place.Span.Start) })
	return r.faults
}
