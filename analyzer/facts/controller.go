package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// An Issuer is who issues a policy.
type Issuer struct {
	Name  string // as written, white space folded, without legal form; "" where it is not told
	Page  int
	Range policy.Range // the name in the page
}

// Controller is who issues the policy, and is the controller of the data: of the name that is known from outside
// the text, or else that is told there. Where the policy is not told to be anybody's, there is none. What tells it best comes first: who is called 회사 from there
// on, the subject of the sentences that say how data is treated, the label of a name, the title, who
// is said to run what the policy is of, the product, the title of the page, and the footer.
var Controller = analyzer.NewFact("controller", func(p *analyzer.Pass) Issuer {
	if p.Controller.Name != "" {
		return givenIssuer(p)
	}
	return issuerOf(p, func(Issuer) bool { return true })
})

// issuerOf is the first that is told to issue the policy and that counts.
func issuerOf(p *analyzer.Pass, counts func(Issuer) bool) Issuer {
	sources := [...]func(*reader) (Issuer, bool){
		(*reader).defined, (*reader).referred, (*reader).subject, (*reader).labelled, (*reader).inTitle, (*reader).runner,
		(*reader).definedElsewhere, (*reader).product, (*reader).pageTitle, (*reader).footer,
	}
	for _, source := range sources {
		for _, r := range readers.Of(p) {
			if c, ok := source(r); ok && counts(c) {
				return c
			}
		}
	}
	return Issuer{}
}

type controllerPhrases struct {
	defined, states, runs, refers, label, copyright, reserved, represented, called, product phrases.ID
}

var controllerWords = sync.OnceValue(func() controllerPhrases {
	return controllerPhrases{detail("controller.defined"), detail("controller.states"), detail("controller.runs"), detail("controller.refers"),
		detail("controller.label"), detail("controller.copyright"), detail("controller.reserved"), detail("controller.represented"),
		detail("controller.called"), detail("controller.product")}
})

// issuer is the name in a stretch of a line's text.
func (r *reader) issuer(l *Line, start, end int) (Issuer, bool) {
	if start >= end {
		return Issuer{}, false
	}
	start, end, ok := trimName(l.Block.Text, start, min(end, windowBehind(l.Block.Text, start)))
	if !ok {
		return Issuer{}, false
	}
	return Issuer{Name: l.Block.Text[start:end], Page: r.page, Range: l.part(start, end)}, true
}

// defined finds who gets the name by which the policy goes on to call its issuer: 가온들(이하 '회사').
func (r *reader) defined() (Issuer, bool) {
	return r.called(func(line int) bool { return r.body[line] == Own && (!r.isAboutOthers(line) || r.opensPage(line)) })
}

// definedElsewhere finds it in what seems to be about others, or an older version.
func (r *reader) definedElsewhere() (Issuer, bool) {
	return r.called(func(line int) bool { return r.body[line] == Own || r.body[line] == Older })
}

func (r *reader) called(counts func(line int) bool) (Issuer, bool) {
	for _, o := range r.index.of(controllerWords().defined) {
		l := &r.lines[o.line]
		if l.cell != nil || strings.ContainsAny(r.doc.TextOf(o.at), ")）") || !counts(o.line) {
			continue
		}
		start, end := nameBefore(l.Block.Text, beforeAlias(l.Block.Text, o.at.Start-l.Block.Range.Start))
		if c, ok := r.issuer(l, start, end); ok {
			return c, true
		}
	}
	return Issuer{}, false
}

// beforeAlias is where the name ends that gets another in a bracket, or by 이하 without one. A
// particle may stand between: 가온들은 (이하 '회사').
func beforeAlias(text string, at int) int {
	from := windowBefore(text, at)
	for _, open := range [...]string{"(", "（", "["} {
		i := strings.LastIndex(text[from:at], open)
		if i >= 0 && !strings.ContainsAny(text[from+i:at], ")]）") {
			at = from + i
			break
		}
	}
	before := strings.TrimRight(text[:at], " ")
	if n := strings.IndexAny(text[at:min(len(text), at+window)], ")）]"); n >= 0 {
		_, width := utf8.DecodeRuneInString(text[at+n:])
		if name, ok := cutTopic(before); ok {
			if p := startsParticle(text[at+n+width:]); p == "" || isOpenParticle(p) {
				return len(name)
			}
		}
	}
	return len(before)
}

// startsParticle is the particle that stands right behind a bracket, as that of the name, or "".
func startsParticle(s string) string {
	word, _, _ := strings.Cut(strings.TrimLeft(s, "'\"’”>) "), " ")
	if p := strings.TrimRight(word, ","); slices.Contains(listOf("particles.behind_name"), p) {
		return p
	}
	if strings.HasPrefix(word, "は") || strings.HasPrefix(word, "が") {
		return word
	}
	return ""
}

// isOpenParticle tells the particles that stand behind a vowel alone. They cannot be those of a name
// that ends with 은 or 는, which then is a particle itself: 가온들은(이하 '회사')는.
func isOpenParticle(p string) bool { return p == "는" || p == "가" || p == "를" || p == "와" }

// subject is who is said to treat the data.
func (r *reader) subject() (Issuer, bool) { return r.acts() }

// findSubject finds who is the subject of the sentences that say how data is treated: of those in the
// preamble, or else in the first section, the one that is so most often, the first of equals.
// Elsewhere a name must come again and again.
func (r *reader) findSubject() (Issuer, bool) {
	count := make(map[string]int)
	var preamble, opening, other []Issuer
	for seen, o := range r.index.of(controllerWords().states) {
		l := &r.lines[o.line]
		if seen > manySentences {
			break
		}
		if r.body[o.line] != Own || l.cell != nil || r.isAboutOthers(o.line) && !r.opensPage(o.line) {
			continue
		}
		c, ok := r.subjectOf(l, o.unit)
		if !ok || r.isCalled(l, c, controllerWords().product) {
			continue
		}
		if r.isCalled(l, c, controllerWords().called) {
			return c, true // the policy goes on with the other name: 가온들캠핑장(이하 '캠핑장')은
		}
		count[c.Name]++
		switch {
		case r.before(o.line):
			preamble = append(preamble, c)
		case r.opensPage(o.line):
			opening = append(opening, c)
		default:
			other = append(other, c)
		}
	}
	for _, list := range [...][]Issuer{preamble, opening} {
		if c, n := mostOften(list, count); n > 0 {
			return c, true
		}
	}
	c, n := mostOften(other, count)
	return c, n >= 3
}

// opensPage reports whether a line stands right under the first heading of a clause, or under the
// first few. A part of a policy published alone, which is about others, has no other preamble.
func (r *reader) opensPage(line int) bool { return r.opening.under <= line && line < r.opening.end }

func mostOften(list []Issuer, count map[string]int) (best Issuer, n int) {
	for _, c := range list {
		if count[c.Name] > n {
			best, n = c, count[c.Name]
		}
	}
	return best, n
}

// isCalled reports whether a phrase stands in the bracket right behind a name: (이하 …).
func (r *reader) isCalled(l *Line, c Issuer, id phrases.ID) bool {
	for i := range l.Units {
		m, ok := l.Units[i].find(id)
		if !ok || m.Start < c.Range.End || m.Start > c.Range.End+window {
			continue
		}
		between := strings.TrimLeft(r.doc.TextOf(policy.Range{Start: c.Range.End, End: m.Start}), " '\"’”>")
		if between == "" || strings.HasPrefix(between, "(") && !strings.Contains(between, ")") || strings.HasPrefix(between, "（") {
			return true
		}
	}
	return false
}

// manySentences are enough to tell whose policy it is.
const manySentences = 200

// subjectOf is the name that a sentence has as its subject: it begins with it, or with who made it.
func (r *reader) subjectOf(l *Line, u *Unit) (Issuer, bool) {
	text := l.Block.Text
	from, upto := u.Range.Start-l.Block.Range.Start, u.Range.End-l.Block.Range.Start
	if from == 0 {
		from = l.mark.end
	}
	for at := from; at < upto && size(text[from:at]) < 2*longName; {
		end, next, ok := topic(text[:upto], at)
		if !ok {
			break
		}
		start, stop := nameBefore(text, end)
		if start = max(start, from); start < stop && leads(text[from:start]) {
			if c, ok := r.issuer(l, start, stop); ok {
				return c, true
			}
		}
		at = next
	}
	return r.latinSubject(l, u, from)
}

// leads reports whether what stands before a name lets it be the subject: nothing, quotation marks,
// or what the issuer makes.
func leads(s string) bool {
	s = strings.TrimSpace(s)
	if !hasLetters(s) {
		return true
	}
	u := nameUnit(s)
	return u.has(nameWords().maker)
}

var wordEnds = newSigns(" 、")

// topic finds the next word that ends with the particle of a subject: where the name before it ends,
// and where the sentence goes on. 이 and 가, with which names end too, must stand behind a legal form.
func topic(text string, at int) (end, next int, ok bool) {
	for at < len(text) {
		n, _ := wordEnds.index(text[at:])
		stop := len(text)
		if n >= 0 {
			stop = at + n
		}
		if i := strings.Index(text[at:stop], "は"); i > 0 {
			return at + i, at + i + len("は"), true
		}
		word := strings.TrimRight(text[at:stop], ",.")
		if name, ok := cutTopic(word); ok && (name != "" || at > 0) {
			return at + len(name), stop, true
		}
		for _, p := range [...]string{"이", "가"} {
			if name, ok := strings.CutSuffix(word, p); ok && company.FormAtEnd(name) > 0 {
				return at + len(name), stop, true
			}
		}
		_, size := utf8.DecodeRuneInString(text[stop:])
		at = stop + max(size, 1)
	}
	return 0, 0, false
}

// cutTopic cuts the particle of a topic from a word. 은 stands behind a consonant and 는 behind a vowel,
// or else they are the end of a verb, as 하는 and 되는 are.
func cutTopic(word string) (name string, ok bool) {
	for _, p := range listOf("particles.topic") {
		name, ok := strings.CutSuffix(word, p)
		if !ok {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(name)
		if (p == "은" || p == "는") && isHangul(last) && (endsClosed(last) != (p == "은") || last == '하' || last == '되') {
			return "", false
		}
		return name, true
	}
	return "", false
}

// endsClosed reports whether a syllable of Hangul ends with a consonant.
func endsClosed(r rune) bool { return (r-0xAC00)%28 != 0 }

// longSubject is how many bytes an English sentence has at the most before its verb, the name included.
const longSubject = 80

// latinSubject is the name with which an English sentence begins: what stands before its verb.
func (r *reader) latinSubject(l *Line, u *Unit, from int) (Issuer, bool) {
	m, ok := u.find(controllerWords().states)
	text := l.Block.Text
	verb := m.Start - l.Block.Range.Start
	if !ok || verb <= from || text[verb] >= utf8.RuneSelf || !isLatin(rune(text[verb])) || verb-from > longSubject {
		return Issuer{}, false
	}
	start, stop := nameBefore(text, verb)
	if start = max(start, from); start > from && hasLetters(text[from:start]) {
		return Issuer{}, false
	}
	return r.issuer(l, start, stop)
}
