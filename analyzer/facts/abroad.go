package facts

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/vendors"
)

// A RecipientAbroad is a processor or third party of the lists that is abroad, or keeps data there.
type RecipientAbroad struct {
	Recipient
	Clause  Clause          // Entrustment or ThirdParty; "" for one whom a sentence names, and no list
	Vendor  *vendors.Vendor // whom the name stands for; nil where the catalogue does not have it
	Country string          // where it is, ISO 3166-1 alpha-2: by the policy, or else by the catalogue; "" where neither tells

	Said  bool        // no list has it: a sentence says that it gets data, and names the place
	Keeps bool        // a sentence says that it keeps data abroad, wherever the company is
	Told  bool        // the policy tells of a transfer abroad to it
	Doubt AbroadDoubt // why there may be none to tell of
	Where PlaceIn     // the words that make for the doubt, if any
}

// AbroadDoubt is why a recipient that seems to be abroad may be given nothing there, the weakest last.
type AbroadDoubt uint8

// The doubts.
const (
	NoDoubt        AbroadDoubt = iota
	ListGoesOn                 // the list of transfers does not name all
	IssuerAbroad               // so is the controller
	KeptAtHome                 // the policy names a place in Korea
	CountryStated              // its row or a sentence states a country, and nothing else of a transfer
	OwnAccount                 // users have an account there
	WhoIsUncertain             // the name does not tell for sure who it is, or where
)

// RecipientsAbroad are the processors and third parties of the lists that are abroad, and those of whom only
// sentences tell, each company once, in the order of the policy. The row that leaves least doubt stands for a
// company.
var RecipientsAbroad = analyzer.NewFact("recipients abroad", func(p *analyzer.Pass) []RecipientAbroad {
	var out []RecipientAbroad
	met := make(map[string]int)
	a := &abroad{pass: p, issuer: company.Key(Controller.Of(p).Name)}
	for _, c := range [...]Clause{Entrustment, ThirdParty} {
		for _, one := range allRecipients.Of(p)[c] {
			f, ok := a.recipient(one, c)
			if !ok {
				continue
			}
			key := f.key()
			if i, ok := met[key]; !ok {
				met[key] = len(out)
				out = append(out, f)
			} else if f.Doubt < out[i].Doubt {
				out[i] = f
			}
		}
	}
	for _, f := range a.said() {
		if _, ok := met[f.key()]; !ok {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(x, y RecipientAbroad) int {
		return cmp.Or(cmp.Compare(x.Name.At.Page, y.Name.At.Page), cmp.Compare(x.Name.At.Range.Start, y.Name.At.Range.Start))
	})
	return out
})

// key is by what rows of one company are known.
func (f *RecipientAbroad) key() string {
	if f.Vendor != nil {
		return "\x00" + f.Vendor.Root().ID
	}
	return company.Key(f.Name.Text)
}

// abroad tells recipients abroad, and what the policy says of them besides.
type abroad struct {
	pass   *analyzer.Pass
	issuer string // its key

	known    bool      // the rest was looked for
	general  bool      // transfers are told of, and it could not be read to whom
	goesOn   bool      // the list of transfers is open
	names    []string  // of those in it, without legal forms, folded
	outside  bool      // the controller is abroad
	passages []passage // what tells of transfers
	remarks  []passage // what names a country besides, where nothing tells of transfers
	homes    []home

	knowsKept bool // the sentences by which data are kept abroad were looked for
	kept      []keptAbroad
}

// recipient is a recipient of the lists, where it is abroad.
func (a *abroad) recipient(one Recipient, c Clause) (f RecipientAbroad, ok bool) {
	f = RecipientAbroad{Recipient: one, Clause: c}
	switch {
	case one.Kind != company.Company, isSlot(one.Name.Text), a.issuer != "" && company.Key(one.Name.Text) == a.issuer:
		return f, false
	case one.List.Form == SaidList && one.Task.Text == "" && one.Purpose.Text == "":
		return f, false // a link to the policy of a service
	}
	v, sure := vendorNamed(&one)
	if v != nil {
		f.Vendor = v
	}
	stated, isStated := one.statedAbroad()
	kept, isKept := a.keeps(v)
	if f.Keeps = isKept; isKept {
		stated, isStated = kept.country, true
	}
	seat := company.SeatOf(one.Name.Text)
	isKorean := seat == company.SeatInKorea || saysOf(one.Name.Text, abroadWords().korean)
	switch {
	case !isKorean && v != nil && v.Foreign:
		f.Country = v.Country
	case !isKorean && v == nil && seat == company.SeatAbroad:
		sure = true
	case isStated:
		sure = true
	case !isKorean && v == nil && seat == company.SeatLikelyAbroad && Languages.Of(a.pass)[one.Name.At.Page] == "ko":
		sure = false
	default:
		return f, false
	}
	if stated != "" {
		f.Country = stated
	}
	a.look()
	f.Told = a.general || a.tells(&f)
	if isKept && Clauses.Of(a.pass)[OverseasTransfer].Status != Present {
		f.Doubt, f.Where = NoDoubt, kept.at
		return f, true
	}
	f.Doubt, f.Where = a.doubt(&f, sure, isStated)
	return f, true
}

// doubt is the strongest doubt about a recipient, and the words that make for it.
func (a *abroad) doubt(f *RecipientAbroad, sure, isStated bool) (AbroadDoubt, PlaceIn) {
	switch {
	case isOwnAccount(f.Task.Text + "," + f.Purpose.Text):
		return OwnAccount, PlaceIn{}
	case !sure && !isStated:
		return WhoIsUncertain, PlaceIn{}
	}
	if f.hasParticulars() && isStated {
		return CountryStated, f.Recipient.Country.At
	}
	if i := slices.IndexFunc(a.remarks, func(x passage) bool { return x.tellsOf(f) }); i >= 0 {
		return CountryStated, a.remarks[i].at
	}
	if at, ok := a.home(f); ok {
		return KeptAtHome, at
	}
	switch {
	case a.outside:
		return IssuerAbroad, PlaceIn{}
	case a.goesOn:
		return ListGoesOn, PlaceIn{}
	}
	return NoDoubt, PlaceIn{}
}

// hasParticulars reports whether the list of a recipient has a title for countries, and one for something else that
// is told of transfers: a list of places alone discloses none.
func (f *RecipientAbroad) hasParticulars() bool {
	if _, ok := f.List.Fields[FieldCountry]; !ok {
		return false
	}
	for _, more := range [...]Field{FieldItems, FieldPeriod, FieldContact, FieldTiming, FieldMethod, FieldRefusal, FieldBasis} {
		if _, ok := f.List.Fields[more]; ok {
			return true
		}
	}
	return false
}

// isOwnAccount reports whether all that a recipient does is for those who have an account there.
func isOwnAccount(tasks string) bool {
	said := false
	for _, task := range strings.FieldsFunc(tasks, func(c rune) bool { return strings.ContainsRune(",/·ㆍ\n、", c) }) {
		if !hasLetters(task) {
			continue
		}
		if !saysOf(task, abroadWords().own) {
			return false
		}
		said = true
	}
	return said
}
