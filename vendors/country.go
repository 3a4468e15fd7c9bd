package vendors

import (
	"slices"
	"sync"
)

// A Whereabouts is a country, or a region of data centres in one, named in a text.
type Whereabouts struct {
	Start, End int    // bytes of the text
	Country    string // ISO 3166-1 alpha-2; "" for several countries, or none in particular: 전 세계, EU
	Region     bool   // a region of data centres: 서울 리전, us-east-1
	Risky      bool   // the name is an ordinary word, too: 인도, which hands over goods
}

// Countries finds the countries that a text names, in its order.
func Countries(text string) []Whereabouts {
	var out []Whereabouts
	for _, m := range countryIndex().find(text, false) {
		w := m.what
		w.Start, w.End = m.start, m.end
		out = append(out, w)
	}
	return out
}

// CountryName is the usual name of a country, the zero Text for a code that the catalogue does not have.
func CountryName(code string) Text { return countryNames()[code] }

// HasRegion reports whether a region of data centres is known in a country.
func HasRegion(code string) bool {
	return slices.ContainsFunc(countries().Region, func(r regionTOML) bool { return r.Country == code })
}

type regionTOML struct {
	Country string
	Names   []string
}

type countriesTOML struct {
	Country []struct {
		Code  string
		Names []string // the usual one in Korean, the usual one in English, others
		Risky []string // of them, which are ordinary words, too
	}
	Group []struct {
		ID    string
		Names []string
	}
	Region []regionTOML
}

var countries = sync.OnceValue(func() (file countriesTOML) {
	mustDecode("countries.toml", &file)
	return file
})

var countryIndex = sync.OnceValue(func() *index[Whereabouts] {
	const about, short = 400, 3 // US, UAE
	x := newIndex[Whereabouts](about)
	for _, c := range countries().Country {
		for _, name := range c.Names {
			x.add(name, len(name) <= short, Whereabouts{Country: c.Code, Risky: slices.Contains(c.Risky, name)})
		}
	}
	for _, g := range countries().Group {
		for _, name := range g.Names {
			x.add(name, len(name) <= short, Whereabouts{})
		}
	}
	for _, r := range countries().Region {
		for _, name := range r.Names {
			x.add(name, len(name) <= short, Whereabouts{Country: r.Country, Region: true})
		}
	}
	return x
})

var countryNames = sync.OnceValue(func() map[string]Text {
	out := make(map[string]Text)
	for _, c := range countries().Country {
		out[c.Code] = Text{Ko: c.Names[0], En: c.Names[1]}
	}
	return out
})
