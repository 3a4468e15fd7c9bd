package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/vendors"
)

// vendorNamed is the vendor that the name of a recipient stands for, nil for none; sure tells that it is no
// other company whose name is alike. One that is not foreign goes before others.
func vendorNamed(one *Recipient) (v *vendors.Vendor, sure bool) {
	name := one.Name.Text
	all := vendors.Named(name)
	if len(all) == 0 {
		return nil, false
	}
	if i := slices.IndexFunc(all, func(v *vendors.Vendor) bool { return !v.Foreign }); i >= 0 {
		return all[i], false
	}
	v = all[0]
	if v.Confidence == vendors.Low || company.SeatOf(name) == company.SeatAnywhere && isOf(v.Categories[:1], listOf("abroad.local")) {
		return v, false
	}
	if isMentioned(v, one.Note) {
		return v, true
	}
	key := company.Key(name)
	isName := func(n string) bool { return company.Key(n) == key }
	if slices.ContainsFunc(v.Names(), isName) {
		return v, !slices.ContainsFunc(v.RiskyAliases, isName) || isLatinName(name)
	}
	return v, !hasOtherWords(name)
}

// isOf reports whether one of the categories of a vendor is in a list.
func isOf(categories, list []string) bool {
	return slices.ContainsFunc(categories, func(id string) bool { return slices.Contains(list, id) })
}

// isMentioned reports whether a text names a vendor.
func isMentioned(v *vendors.Vendor, text string) bool {
	return slices.ContainsFunc(vendors.Find(text), func(m vendors.Mention) bool { return m.Vendor.Root() == v.Root() && !m.Risky })
}

// isLatinName reports whether a name that may be an ordinary word, too, is written as foreign companies write
// theirs: Slack, Apple Inc.
func isLatinName(name string) bool {
	const shortest = 4
	return len(name) >= shortest && !strings.ContainsFunc(name, func(c rune) bool { return c > unicode.MaxASCII })
}

// hasOtherWords reports whether a name has Korean words besides those of vendors, or none of a vendor but
// such as are ordinary words, too.
func hasOtherWords(name string) bool {
	rest, plain := name, false
	found := vendors.Find(name)
	for i := len(found) - 1; i >= 0; i-- {
		rest = rest[:found[i].Start] + rest[found[i].End:]
		plain = plain || !found[i].Risky
	}
	return !plain || strings.ContainsFunc(rest, func(c rune) bool { return unicode.Is(unicode.Hangul, c) })
}

// statedAbroad reports whether a row says that a recipient is abroad, or keeps data there, and in which
// country, "" where it names several or none.
func (one *Recipient) statedAbroad() (country string, ok bool) {
	if one.Country.Text != "" && !one.Name.At.Range.Contains(one.Country.At.Range) {
		if code, ok := abroadIn(one.Country.Text, false); ok {
			return code, true
		}
	}
	if code, ok := abroadIn(one.Note, true); ok {
		return code, true
	}
	for _, text := range [...]string{one.Name.Text, one.Task.Text, one.Purpose.Text} {
		for _, w := range vendors.Countries(text) {
			if w.Region && w.Country != korea {
				return w.Country, true
			}
		}
	}
	return "", false
}

// korea is the country from which transfers abroad go out.
const korea = "KR"

// abroadIn reports whether all countries that a text names are abroad, and which one it is. Of several
// countries, or of none in particular, a note must say by a word that they are a place.
func abroadIn(text string, isNote bool) (country string, ok bool) {
	all := vendors.Countries(text)
	for _, w := range all {
		if w.Country == korea || isNote && w.Country == "" && !textHas(text, abroadWords().outside) {
			return "", false
		}
	}
	switch {
	case len(all) == 0:
		return "", false
	case len(all) == 1:
		return all[0].Country, true
	}
	return "", true
}

type abroadPhrases struct{ outside, sent, kept, home, domestic, korean, own phrases.ID }

var abroadWords = sync.OnceValue(func() abroadPhrases {
	return abroadPhrases{
		outside: detail("abroad.outside"), sent: detail("abroad.sent"), kept: detail("abroad.kept"), home: detail("abroad.home"), domestic: detail("abroad.domestic"),
		korean: nameID("abroad.korean"), own: nameID("abroad.own"),
	}
})
