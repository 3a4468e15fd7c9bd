package vendors

import "sync"

// renames is renames.toml.
type renames struct {
	Rename   []Rename
	Distinct []struct {
		Group   string
		Members []string // vendors of one name that are not one company
	}
	Loose []struct {
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
	From, To   string // as they are usually told, with remarks in brackets
	Vendor     string // the ID of what it is now
	Year       int    // 0 where it is not known
	Confidence RenameConfidence
}

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

// Distinct reports whether two vendors are told apart in spite of a common name: NICE평가정보 and
// 나이스페이먼츠.
func Distinct(a, b *Vendor) bool {
	for _, g := range changes().Distinct {
		in := 0
		for _, id := range g.Members {
			if id == a.ID || id == b.ID {
				in++
			}
		}
		if in == 2 {
			return true
		}
	}
	return false
}
