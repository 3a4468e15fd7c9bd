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
	Word  Word // what a risky name is besides

	// Korean tells that the name is one of a Korean company of a vendor from abroad.
	Korean bool
}

// Word is what a name is besides, where it is an ordinary word, too.
type Word uint8

// The kinds of word.
const (
	Noun    Word = iota // it may stand wherever a name may: 다음을 통하여, 라인을 통해
	Foreign             // no noun of Korean: nothing is sent to it or done by it but where the vendor is meant
	Verb                // the form of a verb, behind which no particle stands: 알리고
)

// wordOf is what a name is besides.
func wordOf(name string) Word {
	switch {
	case slices.Contains(spelling().Verbs, name):
		return Verb
	case slices.Contains(spelling().Foreign, name):
		return Foreign
	}
	return Noun
}

// Find finds the vendors that a text names, in its order, by any of their names. The longest name wins;
// names stand at the start of a word, and end with it or before a particle. A longer word that the catalogue
// does not know names nobody, nor does an address.
func Find(text string) []Mention { return mentions(text, false) }

func mentions(text string, loosely bool) []Mention {
	var out []Mention
	for _, m := range nameIndex().find(text, loosely) {
		one := Mention{Start: m.start, End: m.end, Name: m.name, Vendor: m.what.vendor, Risky: m.what.risky, Korean: m.what.korean}
		if one.Risky {
			one.Word = wordOf(one.Name)
		}
		out = append(out, one)
	}
	return out
}

type nameOf struct {
	vendor        *Vendor
	risky, korean bool
}

var nameIndex = sync.OnceValue(newNameIndex)

func newNameIndex() *index[nameOf] {
	const about = 4500
	x := newIndex[nameOf](about)
	for _, v := range All() {
		for name := range v.usualNames {
			what := nameOf{v, v.isRisky(name), slices.Contains(v.KoreanEntities, name)}
			x.add(name, what.risky, what)
			if bare := withoutForm(name); bare != name {
				x.add(bare, false, what)
			}
		}
	}
	return x
}

// usualNames goes through the names of a vendor as they stand in policies.
func (v *Vendor) usualNames(yield func(string) bool) {
	for _, list := range [...][]string{{v.Ko, v.En}, v.Aliases, {v.Ja}, v.KoreanEntities} {
		for _, name := range list {
			if name = usualName(name); name != "" && !yield(name) {
				return
			}
		}
	}
}

// usualName is what of a name stands in policies: "Summerce Platform (Sweettracker/Bizm)" and "LINE / LY"
// are how the catalogue tells vendors apart.
func usualName(name string) string {
	name, _, _ = strings.Cut(name, " / ")
	if head, _, ok := strings.Cut(name, " ("); ok {
		name = head
	}
	return name
}

// withoutForm is a name of several words in Latin letters without its legal form, which is written in many
// ways: Slack Technologies. One word alone may be an ordinary one, and stands in the catalogue if it is none.
func withoutForm(name string) string {
	if !strings.Contains(name, " ") || !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " LLC") && !strings.HasSuffix(name, " PBC") {
		return name
	}
	if bare := company.Bare(name); strings.Contains(bare, " ") {
		return bare
	}
	return name
}

// isRisky reports whether a name does not tell by itself that a vendor is meant.
func (v *Vendor) isRisky(name string) bool {
	const short = 2
	if len(name) <= short {
		return true
	}
	for _, r := range v.RiskyAliases {
		if strings.EqualFold(r, name) {
			return true
		}
	}
	return false
}

// ByName is the vendor of a name of the catalogue, however it is spaced and in capitals or not.
func ByName(name string) (*Vendor, bool) {
	for _, m := range mentions(name, false) {
		if m.Start == 0 && m.End == len(name) {
			return m.Vendor, true
		}
	}
	return nil, false
}
