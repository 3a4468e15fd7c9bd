package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/vendors"
)

// A NamedVendor is a company of the catalogue that the policy's own text names.
type NamedVendor struct {
	Vendor *vendors.Vendor
	Name   Quote
	Role   VendorRole // what the sentence says that it does with data of users; "" where it is named in passing
	Doubt  bool       // the sentence does not tell for sure: it may be so, an example, a name that is a word, too
}

// VendorRole is the task for which a vendor handles data of users, by the sentence that names it.
type VendorRole string

// The roles.
const (
	ForAnalytics   VendorRole = "analytics"
	ForAdvertising VendorRole = "advertising"
	ForMonitoring  VendorRole = "monitoring"
	ForPayment     VendorRole = "payment"
	ForStorage     VendorRole = "storage"
	ForMessaging   VendorRole = "messaging"
	ForLogin       VendorRole = "login"
	ForDelivery    VendorRole = "delivery"
	ForIdentity    VendorRole = "identity"
	ForSupport     VendorRole = "support"
	ForSurvey      VendorRole = "survey"
	ForAI          VendorRole = "ai"
	ForCRM         VendorRole = "crm"
	ForItsTask     VendorRole = "task" // what the vendor does for others anyway
)

// NamedVendors are the vendors that the policy's own text names, lists of recipients included, in the order
// of the text, but for the controller and those of its name.
var NamedVendors = analyzer.NewFact("named vendors", func(p *analyzer.Pass) []NamedVendor {
	var out []NamedVendor
	own := ownVendors.Of(p)
	for _, r := range readers.Of(p) {
		all := vendorMentions.Of(p)[r.page]
		for i := range all {
			m := &all[i]
			if r.body[m.line] != Own || own.is(m.Vendor) || !m.certain && !m.isForeignWord(r) {
				continue
			}
			n := NamedVendor{Vendor: m.Vendor, Name: r.quote(rangeOf(m.Mention))}
			n.Role, n.Doubt = r.vendorRole(all, i)
			out = append(out, n)
		}
	}
	return out
})

// vendorRole is what the sentence of a mention says that the vendor does.
func (r *reader) vendorRole(all []vendorMention, i int) (role VendorRole, doubt bool) {
	m := &all[i]
	w, a := vendorWords(), r.aroundVendor(all, i)
	if a.whole.has(w.incidental) || a.tail.has(w.not) || a.head.has(w.notBefore) || a.tail.has(w.given) || a.tail.has(w.arrives) || a.head.has(w.their) {
		return "", false
	}
	role, doubt = a.role(m.Vendor)
	if (role == ForPayment || role == ForItsTask) && m.Vendor.Chosen || (role == ForDelivery || role == ForIdentity) && a.tail.has(w.chosen) {
		return "", false
	}
	doubt = doubt || !m.certain && (role == ForItsTask || !m.isInPlace(r)) || a.tail.has(w.may) || a.head.has(w.mayBefore) || a.tail.has(w.chosen) || a.head.has(w.eg)
	return role, doubt && role != ""
}

// isForeignWord reports whether a name in Latin letters stands where no ordinary word of English would: in
// a sentence of other letters, or with a capital within one.
func (m *vendorMention) isForeignWord(r *reader) bool {
	const short = 4
	words := r.doc.Visible[m.Start:m.End]
	return len(words) >= short && isLatin(rune(words[0])) && unicode.IsUpper(rune(words[0])) && words != strings.ToUpper(words) &&
		(endsInLower(r.doc.Visible[m.unit.Range.Start:m.Start]) || strings.ContainsFunc(r.doc.TextOf(m.unit.Range), isCJK))
}

// isInPlace reports whether an ordinary word stands as a name does: with a capital within a sentence of other
// letters, or behind a preposition or verb of one in Latin letters.
func (m *vendorMention) isInPlace(r *reader) bool {
	before := strings.TrimRight(r.doc.Visible[m.unit.Range.Start:m.Start], " ")
	if strings.ContainsFunc(r.doc.TextOf(m.unit.Range), isCJK) {
		return true
	}
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return word != "" && word == strings.ToLower(word) && endsInLower(word)
}

// endsInLower reports whether a text ends with a word in small Latin letters.
func endsInLower(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " "))
	return unicode.IsLower(last)
}

// role is what the words around a name say of a vendor. One that is known to do many things needs words for
// the thing that is meant.
func (a *aroundVendor) role(v *vendors.Vendor) (role VendorRole, doubt bool) {
	w := vendorWords()
	used := a.tail.has(w.used) || a.head.has(w.usedBefore)
	provided := a.tail.has(w.provided) && a.whole.has(w.use)
	gets := a.tail.has(w.collects)
	sent := a.tail.has(w.sent) || a.head.has(w.sentBefore)
	stored := a.tail.has(w.stored) || a.head.has(w.storedBefore)
	switch {
	case provided:
		for _, role := range [...]VendorRole{ForAnalytics, ForAdvertising} {
			if a.whole.has(vendorTask(role).words) {
				return role, false
			}
		}
		used = true
	case stored && vendorTask(ForStorage).isOf(v) && a.whole.has(w.data):
		return ForStorage, false
	}
	// where data of people are handled, that a company gets them is said
	handed := (gets || sent || stored) && a.whole.has(w.personal)
	if !used && !gets && !sent && !handed && (!stored || v.Gathers() != vendors.Always) || !provided && v.Company == "" && isWide(v) && !a.namesTool() && a.tail.has(w.used) {
		return "", false
	}
	kept := stored && a.whole.has(w.personal) || sent && handed && v.Gathers() == vendors.May
	for _, t := range vendorTasks() {
		if role := t.role; a.whole.has(t.words) && t.isOf(v) {
			if role == ForLogin && handed && (stored || sent) {
				return ForItsTask, false // it keeps the accounts
			}
			return role, !used && (isWide(v) || !handed && !gets && !gathersBy(role)) || role == ForIdentity || role == ForLogin
		}
	}
	if !isWide(v) && !a.otherProduct && ((used || handed) && v.Gathers() == vendors.Always || kept && v.Role != vendors.ThirdParty) {
		return ForItsTask, false
	}
	return "", false
}

// gathersBy tells the roles in which what is sent to a company is data of users for sure.
func gathersBy(role VendorRole) bool {
	return role == ForAnalytics || role == ForAdvertising || role == ForMonitoring || role == ForAI
}

// isWide reports whether a vendor does so much that its name alone does not tell what for.
func isWide(v *vendors.Vendor) bool { return slices.Contains(listOf("vendors.wide"), v.Categories[0]) }

// selves are the vendors who issue the policy themselves.
type selves struct {
	key   string // of the controller
	roots map[*vendors.Vendor]bool
}

// ownVendors are the vendors that the controller is, or whose name it bears.
var ownVendors = analyzer.NewFact("own vendors", func(p *analyzer.Pass) selves {
	s := selves{roots: make(map[*vendors.Vendor]bool)}
	if name := Controller.Of(p).Name; name != "" {
		s.key = company.Key(name)
		for _, v := range vendors.Named(name) {
			s.roots[v.Root()] = true
		}
		return s
	}
	for i, doc := range p.Policy.Pages { // the titles tell whose it is
		for _, at := range [...]string{doc.TextOf(doc.Title), doc.TextOf(Titles.Of(p)[i])} {
			for _, m := range vendors.Find(at) {
				s.roots[m.Vendor.Root()] = true
			}
		}
	}
	return s
})

// is reports whether a vendor is the controller, or of its name: 카카오 where 카카오게임즈 issues the policy.
func (s *selves) is(v *vendors.Vendor) bool {
	if s.roots[v.Root()] {
		return true
	}
	const brand = 2 // syllables
	for _, of := range [...]*vendors.Vendor{v, v.Root()} {
		for _, name := range [...]string{of.Ko, of.En} {
			key := company.Key(name)
			if s.key != "" && key != "" && (len([]rune(key)) >= brand && strings.HasPrefix(s.key, key) || len([]rune(s.key)) >= brand && strings.HasPrefix(key, s.key)) {
				return true
			}
		}
	}
	return false
}
