package facts

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/vendors"
)

// A CountryConflict is a row of a list of transfers whose country does not agree with what is known besides.
type CountryConflict struct {
	Recipient
	Said, Other string // the countries, ISO 3166-1 alpha-2: that of the row, and the other one; "" where there are several
	Where       PlaceIn
	Why         CountrySign
}

// CountrySign is by what the other country is known.
type CountrySign uint8

// By what it may be known.
const (
	OtherRow    CountrySign = iota // another row about the same recipient and the same work
	SameRow                        // a bracket or the contact in the row itself: maybe of the seat alone
	ByCatalogue                    // the catalogue of companies
	NotAbroad                      // the row says that it is Korea
)

// CountryConflicts are the rows of transfers about whose country there is doubt, the plainest for each recipient.
// Servers may well stand elsewhere than the company: a country in which data centres are let is no conflict with
// the seat of who runs servers in many.
var CountryConflicts = analyzer.NewFact("country conflicts", func(p *analyzer.Pass) []CountryConflict {
	var out []CountryConflict
	met := make(map[string]bool)
	transfers := allRecipients.Of(p)[OverseasTransfer]
	elsewhere := placesOf(slices.Concat(Processors.Of(p), ThirdParties.Of(p)))
	for i := range transfers {
		one := &transfers[i]
		key := company.Key(one.Name.Text)
		said := countriesOf(one.Country.Text)
		if one.Kind != company.Company || len(said) == 0 || met[key] {
			continue
		}
		c, ok := one.otherRow(p, said)
		if !ok {
			c, ok = one.sameRow(said)
		}
		if !ok {
			c, ok = one.catalogued(said)
		}
		if !ok && slices.Equal(said, []string{korea}) && !elsewhere[one.Name.At] && Languages.Of(p)[one.Name.At.Page] == "ko" {
			c, ok = CountryConflict{Where: one.Country.At, Why: NotAbroad}, true
		}
		if ok {
			met[key] = true
			c.Recipient, c.Said = *one, theOnly(said)
			out = append(out, c)
		}
	}
	return out
})

// countriesOf are the countries that a text names, each once; none where it names such as are not known by
// name, too: 전 세계.
func countriesOf(text string) []string {
	var out []string
	for _, w := range vendors.Countries(text) {
		if w.Country == "" {
			return nil
		}
		if !slices.Contains(out, w.Country) {
			out = append(out, w.Country)
		}
	}
	return out
}

func theOnly(codes []string) string {
	if len(codes) == 1 {
		return codes[0]
	}
	return ""
}

func disjoint(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// otherRow finds a row about the same recipient and the same work that names another country.
func (one *Recipient) otherRow(p *analyzer.Pass, said []string) (c CountryConflict, ok bool) {
	key := company.Key(one.Name.Text)
	for _, clause := range [...]Clause{OverseasTransfer, Entrustment, ThirdParty} {
		for _, other := range allRecipients.Of(p)[clause] {
			if other.Row == one.Row || other.Country.Text == "" || company.Key(other.Name.Text) != key || !one.isSameWork(&other) && !one.isLikeWork(p, &other) {
				continue
			}
			if all := countriesOf(other.Country.Text); disjoint(said, all) {
				return CountryConflict{Other: theOnly(all), Where: other.Country.At, Why: OtherRow}, true
			}
		}
	}
	return c, false
}

// isSameWork reports whether two rows tell of the same work, for which the same items go out.
func (one *Recipient) isSameWork(other *Recipient) bool {
	same := func(a, b string) bool { return a == "" || b == "" || a == b }
	work := folded(one.work())
	return work == folded(other.work()) && work != "" && same(folded(one.Items.Text), folded(other.Items.Text))
}

// work is what a recipient does, in the words of the row.
func (one *Recipient) work() string { return cmp.Or(one.Purpose.Text, one.Task.Text) }

// isLikeWork reports whether two rows of different lists, each the only one of its list about a recipient,
// tell of work in which a word is the same: 고객문의 접수 and 문의 처리. Who lets servers may do so for
// several ends.
func (one *Recipient) isLikeWork(p *analyzer.Pass, other *Recipient) bool {
	if v, _ := vendorNamed(one); one.List == other.List || v != nil && runsServers(v) || one.staysInKorea() || other.staysInKorea() {
		return false
	}
	return one.isAlone(p) && other.isAlone(p) && (sharesWord(one.work(), other.work()) || sharesWord(other.work(), one.work()))
}

// isAlone reports whether no other row of its list is about the same recipient.
func (one *Recipient) isAlone(p *analyzer.Pass) bool {
	key := company.Key(one.Name.Text)
	for _, c := range [...]Clause{OverseasTransfer, Entrustment, ThirdParty} {
		for _, other := range allRecipients.Of(p)[c] {
			if other.List == one.List && other.Row != one.Row && company.Key(other.Name.Text) == key {
				return false
			}
		}
	}
	return true
}

// sharesWord reports whether a word of one text stands in another, but for such as any work is called.
func sharesWord(text, other string) bool {
	const shortest = 2
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if utf8.RuneCountInString(word) >= shortest && !slices.Contains(listOf("abroad.any_work"), word) && strings.Contains(strings.ToLower(other), word) {
			return true
		}
	}
	return false
}

// sameRow finds another country in the bracket behind the name or in the contact: who runs servers in many
// countries may have its seat there.
func (one *Recipient) sameRow(said []string) (c CountryConflict, ok bool) {
	if v, _ := vendorNamed(one); v != nil && runsServers(v) || one.Name.At.Range.Contains(one.Country.At.Range) || one.Contact.At.Range.Contains(one.Country.At.Range) {
		return c, false
	}
	for _, q := range [...]Quote{{one.Note, one.Name.At}, one.Contact} {
		if all := countriesOf(q.Text); disjoint(said, all) && !slices.Contains(all, korea) {
			return CountryConflict{Other: theOnly(all), Where: q.At, Why: SameRow}, true
		}
	}
	return c, false
}

// catalogued finds another country in the catalogue.
func (one *Recipient) catalogued(said []string) (c CountryConflict, ok bool) {
	v, sure := vendorNamed(one)
	if v == nil || !sure || !v.Foreign || company.SeatOf(one.Name.Text) == company.SeatAbroad || saysOf(one.Name.Text, abroadWords().korean) {
		return c, false
	}
	home := []string{v.Country, v.ParentCountry, v.Root().Country, v.Root().ParentCountry}
	const common = "US" // where whoever is not from there may have servers, too, but seldom those alone
	isLikely := func(code string) bool {
		return slices.Contains(home, code) || code != common && vendors.HasRegion(code)
	}
	if v.Country == "" || runsServers(v) || slices.ContainsFunc(said, isLikely) {
		return c, false
	}
	return CountryConflict{Other: v.Country, Where: PlaceIn{}, Why: ByCatalogue}, true
}

// runsServers reports whether a vendor lets servers in many countries.
func runsServers(v *vendors.Vendor) bool { return isOf(v.Categories, listOf("abroad.servers")) }
