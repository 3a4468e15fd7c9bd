package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Denial is a plain statement that no data are provided, no work is entrusted or nothing is sent
// abroad, in a policy that lists recipients of that kind.
type Denial struct {
	Clause Clause
	At     PlaceIn     // the sentence or the heading
	Listed []Recipient // those whom lists name by which they do get data
	Near   bool        // the first of them stands in the same section, or close behind
}

// Denials are the denials that a list contradicts, the first of each clause. One that is limited to
// some data, people, purposes or cases is none, nor one that what follows takes back.
var Denials = analyzer.NewFact("denials", func(p *analyzer.Pass) []Denial {
	var out []Denial
	for _, c := range [...]Clause{ThirdParty, Entrustment, OverseasTransfer} {
		if d, ok := denialOf(p, c); ok {
			out = append(out, d)
		}
	}
	return out
})

// denialOf is the first denial of a clause whose recipients are listed, on its page or else on another, one beside
// its list before others.
func denialOf(p *analyzer.Pass, c Clause) (Denial, bool) {
	var first Denial
	all := contradicting(p, c)
	issuer := company.Key(Controller.Of(p).Name)
	for _, r := range readers.Of(p) {
		listed, list := all, len(r.lines)
		if i := slices.IndexFunc(all, func(one Recipient) bool { return one.Name.At.Page == r.page }); i >= 0 {
			listed, list = all[i:], r.lineAt(all[i].Name.At.Range.Start)
		}
		if len(listed) == 0 {
			continue
		}
		for _, o := range r.index.of(denialWords().plain[c]) {
			if !r.deniesPlainly(o, c, issuer, list) {
				continue
			}
			d := Denial{Clause: c, At: PlaceIn{r.page, withoutSpace(r.doc, o.unit.Range)}, Listed: listed}
			if d.Near = list < len(r.lines) && r.standTogether(o.line, list, c); d.Near {
				return d, true
			}
			if first.Clause == "" {
				first = d
			}
		}
	}
	return first, first.Clause != ""
}

// contradicting are the recipients whom a list names for one clause alone: one that stands
// for several says of none of them that it happens. Those who get data by a law are no contradiction.
func contradicting(p *analyzer.Pass, c Clause) []Recipient {
	both := make(map[PlaceIn]bool)
	switch c {
	case ThirdParty:
		both = placesOf(Processors.Of(p))
	case Entrustment:
		both = placesOf(ThirdParties.Of(p))
	}
	var out []Recipient
	for _, one := range allRecipients.Of(p)[c] {
		if one.List.Form != SaidList && one.Basis.Text == "" && !both[one.Name.At] && !isSlot(one.Name.Text) {
			out = append(out, one)
		}
	}
	return out
}

func placesOf(list []Recipient) map[PlaceIn]bool {
	out := make(map[PlaceIn]bool, len(list))
	for _, one := range list {
		out[one.Name.At] = true
	}
	return out
}

// deniesPlainly reports whether words deny without any limit, in the policy's own text, in no section about
// others, and whether nothing behind them in their section, up to the list, takes that back.
func (r *reader) deniesPlainly(o occurrence, c Clause, issuer string, list int) bool {
	l := &r.lines[o.line]
	if r.body[o.line] != Own || l.cell != nil || o.unit.has(denialWords().limited) || r.isAside(o.line, c) || list < o.line && o.unit.has(denialWords().others) {
		return false
	}
	if !isPlain(r.doc.TextOf(r.unitBehindMark(o)), issuer, c) {
		return false
	}
	end := len(r.lines)
	if i := r.outermost(o.line, c); i >= 0 {
		end = r.headings[i].End
	}
	if list > o.line {
		end = min(end, list)
	}
	for line := o.line; line < min(end, o.line+farException); line++ {
		for i := range r.lines[line].Units {
			u := &r.lines[line].Units[i]
			if u.Range.Start > o.unit.Range.Start && r.lines[line].cell == nil && u.has(denialWords().exception) {
				return false
			}
		}
	}
	return true
}

// unitBehindMark is the unit of words, without the numbering of its line.
func (r *reader) unitBehindMark(o occurrence) policy.Range {
	l := &r.lines[o.line]
	at := o.unit.Range
	at.Start = max(at.Start, l.Block.Range.Start+l.mark.end)
	return at
}

// isPlain reports whether a sentence is made of the words of plain denials, but for the name of the issuer
// as its subject.
func isPlain(sentence, issuer string, c Clause) bool {
	words := listOf("denials.words")
	if c == OverseasTransfer {
		words = slices.Concat(words, listOf("denials.abroad"))
	}
	if end, next, ok := topic(sentence, 0); ok {
		if key := company.Key(sentence[:end]); key != "" && issuer != "" && (strings.Contains(key, issuer) || strings.Contains(issuer, key)) {
			sentence = sentence[next:]
		}
	}
	for s := sentence; ; {
		s = strings.TrimLeftFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
		if s == "" {
			return true
		}
		n := knownWord(s, words)
		if n == 0 {
			return false
		}
		s = s[n:]
	}
}

// knownWord is the length of the word of plain denials with which a text begins, 0 for none.
func knownWord(s string, words []string) int {
	first, _ := utf8.DecodeRuneInString(s)
	word := s
	if i := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }); i >= 0 {
		word = s[:i]
	}
	longest := 0
	for _, known := range words {
		switch {
		case isLatin(first):
			if strings.EqualFold(word, known) {
				return len(word)
			}
		case !strings.HasPrefix(s, known):
		case isHangul(first) || unicode.IsDigit(first):
			return len(word)
		default:
			longest = max(longest, len(known))
		}
	}
	return longest
}

// farException is how many lines behind a denial may take it back.
const farException = 12

// standTogether reports whether a denial and a list stand in one section of a clause, or the list close
// behind, and no heading of anything else, as of another service, comes between.
func (r *reader) standTogether(denial, list int, c Clause) bool {
	if section := r.outermost(denial, c); section < 0 || section != r.outermost(list, c) {
		if list < denial || list > denial+farException {
			return false
		}
	}
	for _, h := range r.headings {
		if denial < h.Line && h.Line < list && h.Style != "" && !h.Glued && !h.label && !within(h.Clauses, c) {
			return false
		}
	}
	return true
}

// isAside reports whether a line stands in a section about other recipients or about devices, and does not
// begin an article itself: what is denied there is denied of what the section is about.
func (r *reader) isAside(line int, c Clause) bool {
	if m := r.lines[line].mark.style; m != "" && m == r.main.style {
		return false
	}
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		if within(r.headings[i].Clauses, c) {
			return false
		}
		if isOthers(r.headings[i].Clauses) {
			return true
		}
	}
	return false
}

// outermost is the section of a clause around a line that no other of that clause holds, or -1.
func (r *reader) outermost(line int, c Clause) int {
	out := -1
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		if within(r.headings[i].Clauses, c) {
			out = i
		}
	}
	return out
}

// withoutSpace is a range without the white space at its end.
func withoutSpace(doc *policy.Document, at policy.Range) policy.Range {
	for at.End > at.Start && doc.Visible[at.End-1] == ' ' {
		at.End--
	}
	return at
}

type denialPhrases struct {
	plain                      map[Clause]phrases.ID
	limited, others, exception phrases.ID
}

var denialWords = sync.OnceValue(func() denialPhrases {
	return denialPhrases{limited: detail("denial.limited"), others: detail("denial.others"), exception: detail("denial.exception"), plain: map[Clause]phrases.ID{
		ThirdParty: detail("denial.third-party"), Entrustment: detail("denial.entrustment"), OverseasTransfer: detail("denial.overseas-transfer")}}
})
