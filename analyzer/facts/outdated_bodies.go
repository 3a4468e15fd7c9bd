package facts

import (
	"slices"
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// An OutdatedBody is an outside body for remedies of which the policy gives a name, number or address that fits one
// time only.
type OutdatedBody struct {
	Remedy
	Parts []Outdated
}

// OutdatedBodies are those of the policy, in its order: of [OutsideBodies], and those that other sentences name.
var OutdatedBodies = analyzer.NewFact("outdated bodies", func(p *analyzer.Pass) []OutdatedBody {
	var out []OutdatedBody
	told := make(map[string]bool) // the names of outdated bodies that were found
	for _, remedy := range OutsideBodies.Of(p) {
		b := OutdatedBody{Remedy: remedy}
		b.Parts = append(b.Parts, readers.Of(p)[remedy.Body.Page].outdatedNames(remedy.Body.Range)...)
		b.Parts = append(b.Parts, outdatedPhones(remedy.Phone)...)
		b.Parts = append(b.Parts, outdatedHosts(remedy.URL)...)
		for _, part := range b.Parts {
			told[part.ID] = true
		}
		if len(b.Parts) > 0 {
			out = append(out, b)
		}
	}
	for _, r := range readers.Of(p) {
		for _, b := range r.outdatedElsewhere() {
			if !told[b.Parts[0].ID] {
				told[b.Parts[0].ID] = true
				out = append(out, b)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b OutdatedBody) int {
		if a.Body.Page != b.Body.Page {
			return a.Body.Page - b.Body.Page
		}
		return a.Body.Range.Start - b.Body.Range.Start
	})
	return out
})

// outdatedNames are the former names in a part of the page.
func (r *reader) outdatedNames(at policy.Range) []Outdated {
	w, line := outdatedData(), r.lineAt(at.Start)
	var out []Outdated
	for _, id := range w.ids {
		if !w.outside[id] {
			continue
		}
		all := r.index.of(w.words[id])
		for i := sort.Search(len(all), func(i int) bool { return all[i].line >= line }); i < len(all) && all[i].line == line; i++ {
			if all[i].at.Overlaps(at) {
				out = append(out, Outdated{id, Quoted{r.doc.TextOf(at), PlaceIn{r.page, at}}})
				break
			}
		}
	}
	return out
}

// outdatedElsewhere are the former names of bodies that sentences of the policy tell people to turn to.
func (r *reader) outdatedElsewhere() []OutdatedBody {
	w := outdatedData()
	var out []OutdatedBody
	for _, id := range w.ids {
		if !w.outside[id] {
			continue
		}
		for _, o := range r.index.of(w.words[id]) {
			if r.body[o.line] != Own || !o.unit.has(remedyWords().turn) || !r.inClause(o.line, Remedies) && !o.unit.has(wordsOf(Remedies).content) || o.unit.has(wordsOf(ThirdParty).heading) || o.unit.has(detail("outdated.given")) || r.tellsOfBefore(o.line) || kindIn(o.unit, o.at) == "" {
				continue
			}
			name := Quoted{r.doc.TextOf(o.at), PlaceIn{r.page, o.at}}
			out = append(out, OutdatedBody{Remedy{Body: name, Kind: kindIn(o.unit, o.at)}, []Outdated{{id, name}}})
		}
	}
	return out
}

// kindIn is the kind of the outside body that is named at a place of a unit; "" where none is.
func kindIn(u *Unit, at policy.Range) string {
	for _, m := range u.Matches {
		if at.Overlaps(policy.Range{Start: m.Start, End: m.End}) && slices.Contains(remedyWords().bodies, m.Phrase) {
			return bodyKind(m.Phrase)
		}
	}
	return ""
}

// outdatedPhones are the names under which a telephone number is known to fit one time only.
func outdatedPhones(phone Quoted) []Outdated {
	var out []Outdated
	digits := digitsOf(phone.Text)
	for _, id := range outdatedData().ids {
		for _, known := range outdatedData().phones[id] {
			k := digitsOf(known)
			if digits == k || len(k) > 8 && strings.HasPrefix(digits, k) {
				out = append(out, Outdated{id, phone})
				break
			}
		}
	}
	return out
}

// digitsOf are the digits of a number, without the code of the country.
func digitsOf(s string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	if strings.Contains(s, "+82") {
		digits = strings.TrimPrefix(digits, "82")
		if len(digits) > 8 && digits[0] != '0' {
			digits = "0" + digits
		}
	}
	return digits
}

// outdatedHosts are the names under which an address is known to fit one time only.
func outdatedHosts(url Quoted) []Outdated {
	var out []Outdated
	address := strings.ToLower(url.Text)
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address = rest
	}
	address = strings.TrimPrefix(address, "www.")
	for _, id := range outdatedData().ids {
		if slices.ContainsFunc(outdatedData().hosts[id], func(known string) bool { return isBelow(address, known) }) {
			out = append(out, Outdated{id, url})
		}
	}
	return out
}

// isBelow reports whether an address is on a host, or on one below it: privacy.kisa.or.kr/kor/main.jsp on
// kisa.or.kr.
func isBelow(address, host string) bool {
	at := strings.Index(address, host)
	if at < 0 || at > 0 && address[at-1] != '.' || strings.Contains(address[:at], "/") {
		return false
	}
	rest := address[at+len(host):]
	return rest == "" || strings.ContainsRune("/?#:.", rune(rest[0]))
}
