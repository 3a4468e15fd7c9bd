package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/vendors"
)

// identity is who is meant by a name in a list.
type identity struct {
	key    string          // of the name that the company bears today
	vendor *vendors.Vendor // whose name it is; or nil
	formed bool            // the name has a legal form
	korean bool            // it is the Korean company of a foreign vendor
}

func identityOf(name string) identity {
	bare := company.Bare(name)
	out := identity{key: company.Key(name), formed: bare != name}
	if r, ok := vendors.RenameOf(name); ok {
		out.key = company.Key(r.New)
	}
	for _, m := range vendors.Find(bare) {
		if m.Start > 0 || m.End < len(bare) {
			continue
		}
		out.vendor = m.Vendor
		out.korean = slices.ContainsFunc(m.Vendor.KoreanEntities, func(entity string) bool { return company.Key(entity) == company.Key(name) })
	}
	return out
}

// mayBe reports whether the catalogue has two names for one vendor that may be those of one company: one of
// them is the full name of a company. Two full names of a foreign vendor are two companies, and a name with
// more words is that of a service or a branch: Apple Inc., Apple 로그인.
func (a identity) mayBe(b identity) bool {
	if a.vendor == nil || a.vendor != b.vendor || a.korean != b.korean || strings.Contains(a.key, b.key) || strings.Contains(b.key, a.key) {
		return false
	}
	return a.formed != b.formed || a.formed && !a.vendor.Foreign
}

// companies finds recipients by who they are.
type companies struct {
	who    []identity // by number
	named  map[string][]int
	owning map[*vendors.Vendor][]int
}

// mostAlike is how many rows of one company are held against another.
const mostAlike = 50

// identities are who is meant by the names in the lists, by the name: most stand in more than one.
var identities = analyzer.NewFact("identities of recipients", func(p *analyzer.Pass) map[string]identity {
	out := make(map[string]identity)
	for _, list := range [...][]Recipient{Processors.Of(p), ThirdParties.Of(p)} {
		for _, one := range list {
			if _, known := out[one.Name.Text]; !known && one.Kind == company.Company && !isSlot(one.Name.Text) {
				out[one.Name.Text] = identityOf(one.Name.Text)
			}
		}
	}
	return out
})

// companiesOf enters the recipients of lists by their numbers, but for categories and slots.
func companiesOf(p *analyzer.Pass, all []Recipient) *companies {
	c := &companies{make([]identity, len(all)), make(map[string][]int), make(map[*vendors.Vendor][]int)}
	for i, one := range all {
		id, ok := identities.Of(p)[one.Name.Text]
		if !ok || one.Kind != company.Company {
			continue
		}
		c.who[i] = id
		if len(c.named[id.key]) < mostAlike {
			c.named[id.key] = append(c.named[id.key], i)
		}
		if id.vendor != nil && len(c.owning[id.vendor]) < mostAlike {
			c.owning[id.vendor] = append(c.owning[id.vendor], i)
		}
	}
	return c
}

// find is the first recipient, by its number, that is surely somebody and that fits, or else the first that
// may be him; -1 for none.
func (c *companies) find(id identity, fits func(i int) bool) (n int, sure bool) {
	if at := slices.IndexFunc(c.named[id.key], fits); at >= 0 {
		return c.named[id.key][at], true
	}
	for _, i := range c.owning[id.vendor] {
		if id.mayBe(c.who[i]) && fits(i) {
			return i, false
		}
	}
	return -1, false
}
