package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/fold"
	"github.com/pipalint/pipalint/analyzer/sound"
	"github.com/pipalint/pipalint/vendors"
)

// A party is a company in the lists of a policy, by whichever names they have it.
type party struct {
	clause Clause
	rows   []Recipient
	key    string
	bare   string // its name without legal forms
	roots  []*vendors.Vendor
	prose  bool // sentences name it, and no list
}

// parties are the companies in the lists of each clause, each once. Categories and slots are none.
var parties = analyzer.NewFact("parties", func(p *analyzer.Pass) map[Clause][]*party {
	out := make(map[Clause][]*party)
	for _, c := range [...]Clause{Entrustment, ThirdParty, OverseasTransfer} {
		for _, one := range allRecipients.Of(p)[c] {
			if one.Kind != company.Company || isSlot(one.Name.Text) {
				continue
			}
			x := newParty(c, one)
			if i := slices.IndexFunc(out[c], x.is); i >= 0 {
				out[c][i].rows = append(out[c][i].rows, one)
				continue
			}
			if len(out[c]) < mostParties {
				out[c] = append(out[c], x)
			}
		}
	}
	return out
})

// mostParties are as many companies of a list as are compared.
const mostParties = 200

func newParty(c Clause, one Recipient) *party {
	name := one.Name.Text
	x := &party{clause: c, rows: []Recipient{one}, key: company.Key(name), bare: company.Bare(name), prose: one.List != nil && one.List.Form == SaidList}
	for _, v := range vendors.Named(name) {
		x.roots = append(x.roots, v.Root())
	}
	if r, ok := vendors.RenameOf(name); ok {
		x.key = company.Key(r.New)
	}
	return x
}

func (x *party) name() Quote { return x.rows[0].Name }

// is reports whether two names are surely those of one company: by the catalogue, by their letters, or by a name in
// Latin letters with which both begin (NICE평가정보, NICE Information Service).
func (x *party) is(y *party) bool {
	return x.key == y.key || x.knows(y.roots) || longerOf(x.key, y.key) || sameLatin(x.bare, y.bare)
}

// knows reports whether the catalogue takes one of several vendors for the company, or for one of its own.
func (x *party) knows(list []*vendors.Vendor) bool {
	return slices.ContainsFunc(x.roots, func(v *vendors.Vendor) bool {
		return slices.ContainsFunc(list, func(w *vendors.Vendor) bool { return vendors.Discloses(v, w) || vendors.Discloses(w, v) })
	})
}

// longerOf reports whether one of two keys goes on where the other ends: Hanbit Cloud, Hanbit Cloud Korea.
func longerOf(a, b string) bool {
	const least = 3 // letters
	if len(a) > len(b) {
		a, b = b, a
	}
	return utf8.RuneCountInString(a) > least && strings.HasPrefix(b, a)
}

// sameLatin reports whether two names, only one of which is all Latin, begin with the same Latin letters.
func sameLatin(a, b string) bool {
	x, y := sound.Words(a), sound.Words(b)
	if len(x) == 0 || len(y) == 0 || allLatin(a) == allLatin(b) {
		return false
	}
	return len(x[0].Text) > 1 && isLatin(rune(x[0].Text[0])) && strings.EqualFold(x[0].Text, y[0].Text)
}

func allLatin(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// apartFrom reports whether the catalogue knows both, and as two: nobody else can be meant by either.
func (x *party) apartFrom(y *party) bool {
	return len(x.roots) > 0 && len(y.roots) > 0 && !x.knows(y.roots)
}

// names reports whether a policy names a company anywhere in its text.
func (s *edition) names(x *party) bool {
	const least = 3 // letters
	if x.knows(editionVendors.Of(s.pass)) {
		return true
	}
	key := fold.Letters(x.key)
	if utf8.RuneCountInString(key) > least || !allLatin(key) && utf8.RuneCountInString(key) == least {
		if strings.Contains(s.letters, key) {
			return true
		}
	}
	for _, c := range [...]Clause{Entrustment, ThirdParty, OverseasTransfer} {
		if slices.ContainsFunc(parties.Of(s.pass)[c], func(y *party) bool { return x.is(y) || !x.apartFrom(y) && soundsAlike(x, y) }) {
			return true
		}
	}
	words := sound.Words(x.bare)
	if len(words) > 0 && !allLatin(x.bare) && isLatin(rune(words[0].Text[0])) && len(words[0].Text) > 1 {
		return slices.ContainsFunc(editionWords.Of(s.pass), func(w sound.Word) bool { return strings.EqualFold(w.Text, words[0].Text) })
	}
	return len(x.roots) == 0 && sound.Says(editionWords.Of(s.pass), x.bare)
}

func soundsAlike(x, y *party) bool {
	d, ok := sound.Distance(x.bare, y.bare)
	return ok && d < sound.Unlike
}

// align pairs the companies of two lists, the likeliest first, and gives those that are left.
func align(a, b []*party) (restA, restB []*party) {
	pairs := make(map[*party]*party) // both ways
	pair := func(x, y *party) { pairs[x], pairs[y] = y, x }
	for _, x := range a {
		for _, y := range b {
			if pairs[y] == nil && x.is(y) {
				pair(x, y)
				break
			}
		}
	}
	type guess struct {
		x, y *party
		d    float64
	}
	var guesses []guess
	for _, x := range a {
		for _, y := range b {
			if pairs[x] != nil || pairs[y] != nil || x.apartFrom(y) {
				continue
			}
			if d, ok := sound.Distance(x.bare, y.bare); ok && d < sound.Unlike {
				guesses = append(guesses, guess{x, y, d})
			}
		}
	}
	slices.SortStableFunc(guesses, func(g, h guess) int {
		switch {
		case g.d < h.d:
			return -1
		case g.d > h.d:
			return 1
		}
		return 0
	})
	for _, g := range guesses {
		if pairs[g.x] == nil && pairs[g.y] == nil {
			pair(g.x, g.y)
		}
	}
	left := func(list []*party) []*party {
		return slices.DeleteFunc(slices.Clone(list), func(x *party) bool { return pairs[x] != nil })
	}
	return left(a), left(b)
}
