package vendors

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer/company"
)

// Named are the vendors that a name as a list of recipients has it stands for: by the whole of it, and by
// what stands in it. Names that are ordinary words count where nothing else stands beside them or they are in
// capitals, for in such a list they are names. Where nothing is found so, a word in another script may go on
// behind a name: AWS코리아.
func Named(name string) []*Vendor {
	var out []*Vendor
	if v := whole(company.Key(name)); v != nil {
		out = append(out, v)
	}
	for _, m := range Find(name) {
		if (!m.Risky || standsAlone(name, m) || inCapitals(name[m.Start:m.End])) && !slices.Contains(out, m.Vendor) {
			out = append(out, m.Vendor)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, m := range mentions(name, true) {
		if !m.Risky && !slices.Contains(out, m.Vendor) {
			out = append(out, m.Vendor)
		}
	}
	return out
}

// whole is the vendor of a key, as it is or with its first letters spelled otherwise; or nil.
func whole(key string) *Vendor {
	if v := byKey()[key]; v != nil || key == "" {
		return v
	}
	if v := latinOf(key, "", 0); v != nil {
		return v
	}
	return hangulOf(key)
}

// latinOf is the vendor of a key some first syllables of which spell letters: 케이티알파, KT알파. One letter
// alone proves nothing.
func latinOf(rest, letters string, n int) *Vendor {
	if n >= 2 {
		if v := byKey()[letters+rest]; v != nil {
			return v
		}
	}
	const most = 6
	if n == most {
		return nil
	}
	for _, r := range readings() {
		if after, ok := strings.CutPrefix(rest, r.spelled); ok {
			if v := latinOf(after, letters+r.letter, n+1); v != nil {
				return v
			}
		}
	}
	return nil
}

// hangulOf is the vendor of a key whose first letters the catalogue has spelled out.
func hangulOf(key string) *Vendor {
	spelled := ""
	for i := 0; i < len(key) && 'a' <= key[i] && key[i] <= 'z'; i++ {
		spelled += spelling().Letters[key[i:i+1]][0]
		if i > 0 {
			if v := byKey()[spelled+key[i+1:]]; v != nil {
				return v
			}
		}
	}
	return nil
}

// readings are the ways to spell letters, in their order.
var readings = sync.OnceValue(func() (out []struct{ letter, spelled string }) {
	for _, letter := range slices.Sorted(maps.Keys(spelling().Letters)) {
		for _, spelled := range spelling().Letters[letter] {
			out = append(out, struct{ letter, spelled string }{letter, spelled})
		}
	}
	return out
})

// byKey are the vendors by the keys of their names.
var byKey = sync.OnceValue(newKeys)

func newKeys() map[string]*Vendor {
	const about = 4500
	out := make(map[string]*Vendor, about)
	for _, v := range All() {
		for name := range v.usualNames {
			if key := keyOf(name); key != "" && out[key] == nil {
				out[key] = v
			}
		}
	}
	return out
}

// keyOf is company.Key of a name of the catalogue, sooner for names of nothing but letters of Latin and Hangul
// in one word, in which no legal form stands. A test holds the two together.
func keyOf(name string) string {
	small := true
	for _, r := range name {
		capital := 'A' <= r && r <= 'Z'
		if !capital && (kindOf(r) == other || r >= utf8.RuneSelf && kindOf(r) != syllable) {
			return company.Key(name)
		}
		small = small && !capital
	}
	if small {
		return name
	}
	return strings.ToLower(name)
}

// standsAlone reports whether nothing but signs, brackets and a legal form stand around a mention.
func standsAlone(text string, m Mention) bool {
	start, end := company.StripForms(text)
	start, end = min(start, m.Start), max(end, m.End)
	before := strings.TrimRight(text[start:m.Start], " \t\u00a0")
	behind := strings.TrimLeft(text[m.End:end], " \t\u00a0")
	b, _ := utf8.DecodeLastRuneInString(before)
	a, _ := utf8.DecodeRuneInString(behind)
	return (before == "" || !isWord(b)) && (behind == "" || !isWord(a))
}

// inCapitals reports whether a name is in Latin capitals.
func inCapitals(name string) bool {
	return strings.ToUpper(name) == name && strings.ToLower(name) != name
}
