package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/vendors"
)

// said are the companies that no list has, and of whom a sentence says that they get data in a place abroad:
// 미국에 서버를 둔 Auth0에 보관되며.
func (a *abroad) said() []RecipientAbroad {
	var out []RecipientAbroad
	for _, u := range UndisclosedVendors.Of(a.pass) {
		if !u.Sure {
			continue
		}
		for _, n := range u.Named {
			if f, ok := a.saidOf(n); ok {
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// saidOf is the recipient whom a sentence names, where it is abroad.
func (a *abroad) saidOf(n NamedVendor) (f RecipientAbroad, ok bool) {
	if n.Doubt || n.Vendor.Confidence == vendors.Low {
		return f, false
	}
	page := n.Name.At.Page
	country, ok := readers.Of(a.pass)[page].placeOf(n, vendorMentions.Of(a.pass)[page])
	if !ok || !n.Vendor.Foreign && !country.Region {
		return f, false
	}
	a.look()
	f = RecipientAbroad{Recipient: Recipient{Name: n.Name, Kind: company.Company}, Vendor: n.Vendor, Country: country.Country, Said: true}
	f.Told = a.general || slices.ContainsFunc(a.passages, func(x passage) bool {
		return (x.at.Page != n.Name.At.Page || !x.at.Range.Contains(n.Name.At.Range)) && x.tellsOf(&f)
	})
	switch {
	case a.outside:
		f.Doubt = IssuerAbroad
	case a.goesOn:
		f.Doubt = ListGoesOn
	}
	return f, true
}

// placeOf is the country abroad that a sentence joins to a name: before it (미국에 있는 Auth0), behind it (Auth0(미국),
// Auth0 in the United States), or as the only region of data centres in which anything is kept.
func (r *reader) placeOf(n NamedVendor, mentions []vendorMention) (vendors.Whereabouts, bool) {
	named, ok := r.namedAt(n, mentions)
	if !ok {
		return vendors.Whereabouts{}, false
	}
	m := named.mention
	start, text := m.unit.Range.Start, r.doc.TextOf(m.unit.Range)
	behind := named.behind - start
	var regions []vendors.Whereabouts
	for _, w := range vendors.Countries(text) {
		if w.Country == "" || w.Risky || startsWithAnyFold(strings.TrimLeft(text[w.End:], " "), listOf("abroad.people")) > 0 {
			continue
		}
		if w.Region {
			regions = append(regions, w)
		}
		if w.Country == korea {
			continue
		}
		switch {
		case w.End <= m.Start-start && isBetween(text[w.End:m.Start-start], listOf("abroad.before_name")),
			w.Start >= m.End-start && (w.End <= behind || isBetween(withoutFormAtStart(text[m.End-start:w.Start]), listOf("abroad.behind_name"))):
			return w, true
		}
	}
	if len(regions) == 1 && regions[0].Country != korea && m.unit.has(abroadWords().kept) && !named.beside {
		return regions[0], true
	}
	return vendors.Whereabouts{}, false
}

// namedAt is the mention that a statement rests on.
type namedAt struct {
	mention *vendorMention
	behind  int  // where the sentence goes on behind what belongs to the name, and before the next name
	beside  bool // the sentence names other companies, too
}

// namedAt finds the mention of a statement again.
func (r *reader) namedAt(n NamedVendor, all []vendorMention) (out namedAt, ok bool) {
	i := slices.IndexFunc(all, func(m vendorMention) bool { return rangeOf(m.Mention) == n.Name.At.Range })
	if i < 0 {
		return out, false
	}
	out = namedAt{mention: &all[i], behind: r.behindVendor(all, i)}
	for j := range all {
		o := &all[j]
		if o.unit != all[i].unit || j == i {
			continue
		}
		if j > i {
			out.behind = min(out.behind, o.Start)
		}
		out.beside = out.beside || o.Vendor.Root() != n.Vendor.Root()
	}
	return out, true
}

// isBetween reports whether nothing but words of a list stands between a name and a country, or nothing at all.
func isBetween(text string, words []string) bool {
	const marks = " '\"‘’“”"
	text = strings.ToLower(strings.Trim(text, marks))
	return text == "" || slices.Contains(words, text)
}

// withoutFormAtStart is what stands behind the legal form with which a text begins.
func withoutFormAtStart(text string) string {
	rest := strings.TrimLeft(text, " ,")
	if n := company.FormAtStart(rest); n > 0 {
		return strings.TrimLeft(rest[n:], ".")
	}
	return text
}
