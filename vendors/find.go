package vendors

import (
	"slices"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer/company"
)

// A Mention is a vendor named in a text.
type Mention struct {
	Start, End int    // bytes of the text
	Name       string // the spelling of the catalogue
	Vendor     *Vendor

	// Risky tells that the name is an ordinary word, too, or very short: 다음, 토스, 코드. It names the
	// vendor only in the right company: alone in a cell, with a legal form, beside another of its names.
	Risky bool
}

// Find finds the vendors that a text names, in its order, by any of their names. The longest name wins;
// names stand at the start of a word, and end with it or before a particle.
func Find(text string) []Mention {
	var out []Mention
	for _, m := range nameIndex().find(text) {
		out = append(out, Mention{m.start, m.end, m.name, m.what.vendor, m.what.risky})
	}
	return out
}

// Named are the vendors that a name as a list of recipients has it stands for: by the whole of it, or else
// by what stands in it. Names that are ordinary words count, for in such a list they are names.
func Named(name string) []*Vendor {
	var out []*Vendor
	if v := byKey()[company.Key(name)]; v != nil {
		out = append(out, v)
	}
	for _, m := range Find(name) {
		if !slices.Contains(out, m.Vendor) {
			out = append(out, m.Vendor)
		}
	}
	return out
}

type nameOf struct {
	vendor *Vendor
	risky  bool
}

var nameIndex = sync.OnceValue(func() *index[nameOf] {
	x := newIndex[nameOf]()
	for _, v := range All() {
		for _, name := range v.Names() {
			if name = usualName(name); name != "" {
				x.add(name, nameOf{v, v.isRisky(name)})
			}
		}
	}
	return x
})

var byKey = sync.OnceValue(func() map[string]*Vendor {
	out := make(map[string]*Vendor)
	for _, v := range All() {
		for _, name := range v.Names() {
			if key := company.Key(usualName(name)); key != "" && out[key] == nil {
				out[key] = v
			}
		}
	}
	return out
})

// usualName is what of a name stands in policies: "Summerce Platform (Sweettracker/Bizm)" and "LINE / LY"
// are how the catalogue tells vendors apart.
func usualName(name string) string {
	name, _, _ = strings.Cut(name, " / ")
	if head, _, ok := strings.Cut(name, " ("); ok {
		name = head
	}
	return name
}

// isRisky reports whether a name does not tell by itself that a vendor is meant.
func (v *Vendor) isRisky(name string) bool {
	return slices.Contains(v.RiskyAliases, name) || len(name) <= 2
}
