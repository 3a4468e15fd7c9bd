package facts

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/sound"
)

// officer compares whom to ask: what one names and the other has nowhere, against what the other names so.
func (c *twinComparer) officer() {
	here, ok := FirstOfficer(Officers.Of(c.here.pass))
	there, okThere := FirstOfficer(Officers.Of(c.there.pass))
	if !ok || !okThere {
		return
	}
	c.contact(TwinPhone, func(p *Person) Quoted { return p.Phone }, plainPhones, editionPhones, isNationwide)
	c.contact(TwinEmail, func(p *Person) Quoted { return p.Email }, plainEmails, editionEmails, func(string) bool { return false })
	c.names(&here, &there)
}

// contact compares one means of contact.
func (c *twinComparer) contact(kind TwinKind, part func(*Person) Quoted, plain func(string) []string, all *analyzer.Fact[[]string], local func(string) bool) {
	a, valueA, anyA := foreignContact(c.here, c.there, part, plain, all)
	b, valueB, anyB := foreignContact(c.there, c.here, part, plain, all)
	d := TwinDifference{Kind: kind, Clause: Officer, Key: valueA + "\n" + valueB}
	switch {
	case valueA != "" && valueB != "":
		d.Sure = !local(valueA) && !local(valueB) // a number that cannot be called from abroad
		c.add(c.here, d, a, b)
	case valueA != "" && !anyB && len(all.Of(c.there.pass)) == 0:
		c.add(c.here, d, a, c.there.belongs(Officer))
	case valueB != "" && !anyA && len(all.Of(c.here.pass)) == 0:
		c.add(c.there, d, b, c.here.belongs(Officer))
	}
}

// foreignContact is what the people of one policy are reached by and the other has nowhere, and whether any of them has one.
// Where one of them can be reached by what both have, nothing is foreign.
func foreignContact(s, other *edition, part func(*Person) Quoted, plain func(string) []string, all *analyzer.Fact[[]string]) (said Quote, value string, known bool) {
	known = false
	for _, person := range Officers.Of(s.pass) {
		q := part(&person)
		for _, v := range plain(q.Text) {
			if slices.ContainsFunc(all.Of(other.pass), func(o string) bool { return sameEnd(v, o) }) {
				return Quote{}, "", true
			}
			if !known {
				said, value, known = Quote{q.Text, q.PlaceIn}, v, true
			}
		}
	}
	return said, value, known
}

// sameEnd reports whether two numbers are one, or one of them goes on with an extension.
func sameEnd(a, b string) bool {
	const least = 8 // digits
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) >= least && strings.HasPrefix(b, a) && onlyDigits(b) == b
}

// isNationwide reports whether a number is one of those that have no area, 1588-0000 and 080-000-0000.
func isNationwide(number string) bool {
	return len(number) == 8 && number[0] == '1' || strings.HasPrefix(number, "80")
}

// names compares what the officer is called: exactly in one script, by sound in two.
func (c *twinComparer) names(here, there *Person) {
	a, b := here.PlainName(), there.PlainName()
	if !here.Name.Known() || !there.Name.Known() || here.Role != there.Role {
		return
	}
	d := TwinDifference{Kind: TwinName, Clause: Officer, Key: a + "\n" + b}
	switch {
	case strings.Contains(c.there.letters, onlyLetters(strings.ToLower(a))), strings.Contains(c.here.letters, onlyLetters(strings.ToLower(b))):
		return
	case c.here.language == c.there.language:
		d.Sure = true
	case allLatin(a) == allLatin(b):
		return // 金夏 may be 김하
	case !soundApart(here.Name.Text, there.Name.Text):
		return
	}
	c.add(c.here, d, Quote{here.Name.Text, here.Name.PlaceIn}, Quote{there.Name.Text, there.Name.PlaceIn})
}

// soundApart reports whether two names of people in different scripts share neither the family name nor the given one,
// in whichever order.
func soundApart(a, b string) bool {
	korean, latin := a, b
	if allLatin(korean) {
		korean, latin = b, a
	}
	given := givenIn(korean)
	if given == "" || len(strings.Fields(latin)) < 2 {
		return false
	}
	words := strings.FieldsFunc(latin, func(r rune) bool { return strings.ContainsRune(" ,.", r) })
	for i, w := range words {
		rest := strings.Join(slices.Delete(slices.Clone(words), i, i+1), "")
		for _, part := range [...]string{w, rest, strings.ReplaceAll(w+rest, "-", "")} {
			if d, ok := sound.Distance(given, strings.ReplaceAll(part, "-", "")); !ok || d < sound.Apart {
				return false
			}
		}
	}
	if strings.ContainsFunc(korean, partsName) {
		return true // no part sounds like another
	}
	d, ok := sound.Distance(korean, strings.ReplaceAll(strings.Join(words, ""), "-", ""))
	return ok && d > sound.Apart
}

// partsName tells the signs that part the family name from the given one.
func partsName(r rune) bool { return strings.ContainsRune(" 　・·･", r) }

// givenIn is the given name of a person whose family name stands first: behind a sign that parts them, else all but the first
// syllable; "" for none.
func givenIn(name string) string {
	if parts := strings.FieldsFunc(name, partsName); len(parts) > 1 && len([]rune(parts[len(parts)-1])) > 1 {
		return parts[len(parts)-1]
	}
	if syllables := []rune(joinLetters(name)); len(syllables) > 2 {
		return string(syllables[1:])
	}
	return ""
}
