package vendors

import (
	"strings"
	"sync"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/fold"
)

// renames is renames.toml.
type renames struct {
	Rename []Rename
	Loose  []struct {
		Named string
		For   []string
	}
}

// changes reads renames.toml when first asked for.
var changes = sync.OnceValue(func() (r renames) {
	mustDecode("renames.toml", &r)
	return r
})

// loosely says by the ID of a vendor for whom else its name is used.
var loosely = sync.OnceValue(func() map[string][]string {
	out := make(map[string][]string)
	for _, l := range changes().Loose {
		out[l.Named] = append(out[l.Named], l.For...)
	}
	return out
})

// A Rename is a change of a company's name, by itself, by merger or by splitting off.
type Rename struct {
	Old        []string // what it was called; a name with a legal form is met only with that form
	New        string   // what it is called now, maybe after further changes; "" where nothing took its place
	Kind       RenameKind
	Vendor     string // the ID of what it is now
	Year       int    // in which the old name was given up; 0 where it is not known
	Confidence RenameConfidence
}

// RenameKind tells what became of the old name.
type RenameKind string

// The kinds: with the first three the old name is gone, and nobody else's.
const (
	Renamed   RenameKind = "rename"   // the company took another name
	Merged    RenameKind = "merger"   // it went into another company
	Reformed  RenameKind = "form"     // it took another legal form: Google Inc., Google LLC
	SplitOff  RenameKind = "spin-off" // a part of it became another company; the old one keeps its name
	Rebranded RenameKind = "brand"    // the old name is still used beside the new one
	Retired   RenameKind = "retired"  // a product that is no more
)

// RenameConfidence tells how far a rename may be trusted: only what is sure may be shown as a fact.
type RenameConfidence string

// The confidences, the best first.
const (
	Sure     RenameConfidence = "high"
	Probable RenameConfidence = "medium"
	Unsure   RenameConfidence = "low"
)

// Renames are all renames that the catalogue knows.
func Renames() []Rename { return changes().Rename }

// RenameOf is the rename by which a name, as a list of recipients has it, was given up: one that the
// catalogue is sure of, after which nobody bears the name.
func RenameOf(name string) (Rename, bool) {
	x := givenUp()
	if company.MayHaveForm(name) {
		if r, ok := x.whole[letters(name)]; ok {
			return r, true
		}
	}
	r, ok := x.bare[company.Key(name)]
	return r, ok
}

// formerNames are the names that were given up.
type formerNames struct {
	bare  map[string]Rename // by their key, whatever the legal form
	whole map[string]Rename // with the legal form
}

var givenUp = sync.OnceValue(func() formerNames {
	x := formerNames{make(map[string]Rename), make(map[string]Rename)}
	for _, r := range Renames() {
		switch r.Kind {
		case Renamed, Merged, Reformed:
		default:
			continue
		}
		for _, old := range r.Old {
			switch {
			case r.Confidence != Sure:
			case company.Bare(old) != old:
				x.whole[letters(old)] = r
			default:
				x.bare[company.Key(old)] = r
			}
		}
	}
	return x
})

// letters are the letters and digits of a name, legal form and all.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return r
	}, string(fold.Of(name).Runes))
}
