package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/fold"
	"github.com/pipalint/pipalint/analyzer/period"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/sound"
	"github.com/pipalint/pipalint/vendors"
)

// An edition is one of two policies that are compared: what it says, and what stands anywhere in its text.
type edition struct {
	pass     *analyzer.Pass
	language string
	whole    bool // one of its pages is a policy
	clear    bool // it was understood throughout: nothing of it hangs elsewhere, and no section is unknown

	text    string // of all pages
	letters string // of text, folded
}

// editions is a policy as it is compared.
var editions = analyzer.NewFact("edition", func(p *analyzer.Pass) *edition {
	s := &edition{pass: p}
	page := slices.Index(Kinds.Of(p), PolicyKind)
	s.whole = page >= 0
	s.language = Languages.Of(p)[max(0, page)]
	var text strings.Builder
	for _, doc := range p.Policy.Pages {
		text.WriteString(doc.Visible + "\n")
	}
	s.text = text.String()
	s.letters = fold.Letters(s.text)
	unknown := Unknown.Of(p)
	s.clear = unknown.Clear && len(unknown.Headings) == 0 && len(Garbled.Of(p)) == 0
	return s
})

// hangs reports whether the content of a clause may stand where it was not read.
func (s *edition) hangs(c Clause) bool {
	return slices.ContainsFunc(Unread.Of(s.pass), func(h Hanging) bool { return len(h.Clauses) == 0 || slices.Contains(h.Clauses, c) })
}

// belongs is where something of a clause would stand: where the policy addresses it.
func (s *edition) belongs(c Clause) Quote {
	f := Clauses.Of(s.pass)[c]
	return Quote{At: PlaceIn{f.Page, f.Range}}
}

// editionVendors are the companies of the catalogue that stand anywhere in the text.
var editionVendors = analyzer.NewFact("vendors of an edition", func(p *analyzer.Pass) []*vendors.Vendor {
	var out []*vendors.Vendor
	for _, m := range vendors.Find(editions.Of(p).text) {
		if !slices.Contains(out, m.Vendor) {
			out = append(out, m.Vendor)
		}
	}
	return out
})

// editionWords are the words that may be names, as they sound: in Latin letters those with a capital.
var editionWords = analyzer.NewFact("words of an edition", func(p *analyzer.Pass) []sound.Word {
	words := slices.DeleteFunc(sound.Words(editions.Of(p).text), func(w sound.Word) bool {
		first, _ := utf8.DecodeRuneInString(w.Text)
		return isLatin(first) && !unicode.IsUpper(first)
	})
	return words[:min(len(words), mostHeard)]
})

// mostHeard are more than any policy has.
const mostHeard = 20_000

// editionLengths are the lengths of time that stand anywhere in the text.
var editionLengths = analyzer.NewFact("lengths of an edition", func(p *analyzer.Pass) []period.Length {
	var out []period.Length
	for _, b := range editionBlocks(p) {
		out = append(out, period.Lengths(b.Text)...)
	}
	return out
})

// editionDates are the days that stand anywhere in the text.
var editionDates = analyzer.NewFact("dates of an edition", func(p *analyzer.Pass) []date.Date {
	var out []date.Date
	for _, b := range editionBlocks(p) {
		for _, f := range date.Find(b.Text) {
			out = append(out, f.Date)
		}
	}
	return out
})

// editionPhones are the telephone numbers that stand anywhere in the text, without the code of the country.
var editionPhones = analyzer.NewFact("telephone numbers of an edition", func(p *analyzer.Pass) []string {
	var out []string
	for _, b := range editionBlocks(p) {
		out = append(out, plainPhones(b.Text)...)
	}
	return out
})

// editionEmails are the addresses of electronic mail that stand anywhere in the text.
var editionEmails = analyzer.NewFact("e-mail addresses of an edition", func(p *analyzer.Pass) []string {
	var out []string
	for _, b := range editionBlocks(p) {
		out = append(out, plainEmails(b.Text)...)
	}
	return out
})

func editionBlocks(p *analyzer.Pass) []*policy.Block {
	var out []*policy.Block
	for _, doc := range p.Policy.Pages {
		out = append(out, doc.Blocks...)
	}
	return out
}

// plainPhones are the telephone numbers of a text as digits, without the code of Korea and the zeros before that
// of the area: +82-2-000-0000 and 02-000-0000 are one.
func plainPhones(text string) []string {
	var out []string
	for _, n := range phonesIn(text, true) {
		number := text[n.start:n.end]
		plain := onlyDigits(number)
		if rest, ok := strings.CutPrefix(strings.TrimLeft(plain, "0"), "82"); ok && (len(rest) >= 8 && (strings.Contains(number, "+") || strings.HasPrefix(plain, "00")) || len(rest) > 8 && plain[0] != '0') {
			plain = rest
		}
		out = append(out, strings.TrimLeft(plain, "0"))
	}
	return out
}

// plainEmails are the addresses of a text in one spelling.
func plainEmails(text string) []string {
	var out []string
	for _, n := range emailsIn(text) {
		out = append(out, plainEmail(text[n.start:n.end]))
	}
	return out
}

func plainEmail(address string) string {
	for _, sign := range atSigns {
		address = strings.ReplaceAll(address, sign, "@")
	}
	return strings.ToLower(strings.ReplaceAll(address, " ", ""))
}
