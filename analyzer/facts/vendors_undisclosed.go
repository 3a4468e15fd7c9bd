package facts

import (
	"cmp"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/vendors"
)

// An UndisclosedVendor is a company that handles data of users, by the text or by signs outside it, and that
// the policy discloses nowhere as a recipient.
type UndisclosedVendor struct {
	Company *vendors.Vendor
	Named   []NamedVendor   // what the text says of it or of its products, the sure statements first
	Evident []EvidentVendor // signs of it, the sure ones first
	Sure    bool            // one statement or sign is sure, and no list stands elsewhere
	Why     UndisclosedWhy
}

// UndisclosedWhy is why it may be no recipient, or be disclosed, after all.
type UndisclosedWhy uint8

// The reasons to doubt.
const (
	NotAsked   UndisclosedWhy = iota
	WeakSign                  // what was seen does not prove that it gets data
	ListAway                  // a list of recipients stands elsewhere
	OneOfAKind                // a list has a category to which it may belong
)

// UndisclosedVendors are they, one for each company, those whom the text names first.
var UndisclosedVendors = analyzer.NewFact("undisclosed vendors", func(p *analyzer.Pass) []UndisclosedVendor {
	var out []UndisclosedVendor
	told := DisclosedVendors.Of(p)
	of := func(v *vendors.Vendor) *UndisclosedVendor {
		i := slices.IndexFunc(out, func(u UndisclosedVendor) bool { return u.Company == v.Root() })
		if i < 0 {
			i = len(out)
			out = append(out, UndisclosedVendor{Company: v.Root()})
		}
		return &out[i]
	}
	for _, n := range NamedVendors.Of(p) {
		if n.Role != "" && n.Role != ForLogin && !told.Tells(n.Vendor) {
			u := of(n.Vendor)
			u.Named = append(u.Named, n)
		}
	}
	for _, e := range EvidentVendors.Of(p) {
		if !told.Tells(e.Vendor) {
			u := of(e.Vendor)
			u.Evident = append(u.Evident, e)
		}
	}
	for i := range out {
		out[i].weigh(p, told)
	}
	return out
})

// weigh puts what is sure first, and tells whether anything is.
func (u *UndisclosedVendor) weigh(p *analyzer.Pass, told *Disclosure) {
	slices.SortStableFunc(u.Named, func(a, b NamedVendor) int {
		return cmp.Or(trueFirst(!a.Doubt, !b.Doubt), trueFirst(a.Vendor != u.Company, b.Vendor != u.Company)) // the product tells more
	})
	slices.SortStableFunc(u.Evident, func(a, b EvidentVendor) int { return trueFirst(a.Sure, b.Sure) })
	switch {
	case !u.Proved():
		u.Why = WeakSign
	case told.Away != nil || readsElsewhere(p):
		u.Why = ListAway
	case u.isOneOf(p):
		u.Why = OneOfAKind
	}
	u.Sure = u.Why == NotAsked
}

// Proved reports whether a statement or sign proves that the company gets data.
func (u *UndisclosedVendor) Proved() bool {
	return len(u.Named) > 0 && !u.Named[0].Doubt && u.Named[0].Vendor.Confidence != vendors.Low || len(u.Evident) > 0 && u.Evident[0].Sure
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// readsElsewhere reports whether a list of recipients may stand in a picture, a frame or on a page behind a
// link that was not read.
func readsElsewhere(p *analyzer.Pass) bool {
	return slices.ContainsFunc(Unread.Of(p), func(h Hanging) bool {
		return slices.ContainsFunc(h.Clauses, func(c Clause) bool { return c == Entrustment || c == ThirdParty || c == OverseasTransfer })
	})
}

// isOneOf reports whether a list names, in place of companies, a category of those who do what the vendor is
// used for: 웹로그 분석 업체.
func (u *UndisclosedVendor) isOneOf(p *analyzer.Pass) bool {
	for _, c := range [...]Clause{Entrustment, ThirdParty, OverseasTransfer} {
		for _, one := range allRecipients.Of(p)[c] {
			if one.Kind != company.Category {
				continue
			}
			words := vendorWordsIn(one.Name.Text + " " + one.Task.Text)
			if slices.ContainsFunc(vendorTasks(), func(t vendorTaskOf) bool { return words.has(t.words) && u.does(&t) }) {
				return true
			}
		}
	}
	return false
}

// does reports whether what was seen of a company, or is said of it, is a task.
func (u *UndisclosedVendor) does(t *vendorTaskOf) bool {
	return slices.ContainsFunc(u.Named, func(n NamedVendor) bool { return n.Role == t.role || t.isOf(n.Vendor) }) ||
		slices.ContainsFunc(u.Evident, func(e EvidentVendor) bool { return t.isOf(e.Vendor) })
}
