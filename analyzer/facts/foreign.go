package facts

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A ForeignName is a name, or a word for a body, by which a policy seems to speak of another than who
// issues it.
type ForeignName struct {
	Name   string
	Sign   ForeignSign
	Places []PlaceIn // at least one
	Issuer Issuer    // whose policy it is
}

// ForeignSign is what makes a name seem foreign.
type ForeignSign uint8

// The signs. What is plain comes first: the others may be a service or another body of the issuer.
const (
	OtherCompany ForeignSign = iota // a company with its legal form treats the data: ㈜가온은 … 조치하겠습니다
	OtherBody                       // the policy of a company says 협회는, 본교는
	OtherSubject                    // a name that is introduced nowhere treats the data
	OtherScope                      // the policy is said to be for a service that is introduced nowhere
)

// Plain reports whether the text alone shows that the name is another's.
func (s ForeignSign) Plain() bool { return s <= OtherBody }

// ForeignNames are the names of others in whose voice the policy speaks, in the order of the text. Names
// that overlap with that of the issuer, that are listed as recipients, or that the page introduces in
// its title, menu or footer or before its first clause are none.
var ForeignNames = analyzer.NewFact("foreign names", func(p *analyzer.Pass) []ForeignName {
	issuer := Controller.Of(p)
	if company.Key(issuer.Name) == "" {
		return nil
	}
	all := readers.Of(p)
	if p.Controller.Name == "" && !all[issuer.Page].speaksAs(issuer) {
		return nil
	}
	f := &foreigners{pages: all, issuer: issuer, known: knownNames(p)}
	f.isCompany = hasLegalForm(p.Controller.Name) || !issuer.Range.Empty() && all[issuer.Page].isCompanyName(issuer)
	for _, f.r = range all {
		f.subjects()
		f.scopes()
	}
	return f.names()
})

// speaksAs reports whether the text itself names the issuer as the one who treats the data. What a title or
// a footer names may be a service, and the other name that of who runs it.
func (r *reader) speaksAs(issuer Issuer) bool {
	for _, source := range [...]func() (Issuer, bool){r.defined, r.referred, r.subject} {
		if c, ok := source(); ok {
			return c.Name == issuer.Name
		}
	}
	return false
}

// foreigners gathers the names of a policy.
type foreigners struct {
	pages     []*reader
	r         *reader // of the page that is looked at
	issuer    Issuer
	known     []string // the keys of all recipients
	isCompany bool     // the issuer has the form of a company
	found     []ForeignName
}

// knownNames are the keys of those whom the policy lists.
func knownNames(p *analyzer.Pass) []string {
	var out []string
	for _, list := range allRecipients.Of(p) {
		for _, one := range list {
			out = append(out, company.Key(one.Name.Text))
		}
	}
	return out
}

// isCompanyName reports whether the form of a company stands beside the name of an issuer.
func (r *reader) isCompanyName(c Issuer) bool {
	before, behind := strings.TrimRight(r.doc.Visible[:c.Range.Start], " '\"‘“<"), strings.TrimLeft(r.doc.Visible[c.Range.End:], " '\"’”>")
	return slices.ContainsFunc(listOf("foreign.companies"), func(form string) bool {
		return strings.HasSuffix(before, form) || strings.HasPrefix(behind, form)
	})
}

// subjects finds who is said to treat the data: the first word of a sentence, or a company with its form
// anywhere in it.
func (f *foreigners) subjects() {
	r := f.r
	for _, o := range r.index.of(foreignWords().acts) {
		l := &r.lines[o.line]
		if r.body[o.line] != Own || l.cell != nil || r.othersAct(o.line) {
			continue
		}
		from := max(o.unit.Range.Start-l.Block.Range.Start, l.mark.end)
		text := l.Block.Text[:o.unit.Range.End-l.Block.Range.Start]
		for at := from; at < len(text); {
			end, next, ok := topic(text, at)
			if !ok {
				break
			}
			if !o.unit.has(foreignWords().succeeds) {
				f.subject(l, from, end, o.unit.has(foreignWords().answers))
			}
			at = next
		}
	}
}

// othersAct reports whether a line stands in a section in which others than the issuer do something.
func (r *reader) othersAct(line int) bool {
	for i := r.sections[line]; i >= 0; i = r.headings[i].parent {
		if list := r.headings[i].Clauses; len(list) > 0 {
			return slices.ContainsFunc(list, func(c Clause) bool {
				switch c {
				case ThirdParty, Entrustment, OverseasTransfer, AutoCollection, BehaviouralAds, Remedies, DomesticAgent:
					return true
				}
				return false
			})
		}
	}
	return false
}

// subject weighs what stands before the particle of a topic, in a sentence that says what the controller
// alone does or another.
func (f *foreigners) subject(l *Line, from, end int, answers bool) {
	start := from + strings.LastIndexByte(l.Block.Text[from:end], ' ') + 1
	word := l.Block.Text[start:end]
	leading := strings.TrimSpace(l.Block.Text[from:start]) == ""
	n := company.FormAtStart(word)
	switch {
	case n > 0 && n < len(word) && isName(word[n:]):
		if before := strings.TrimRight(l.Block.Text[from:start], " ,"); answers && (leading || endsWithAny(before, listOf("foreign.leading"))) {
			f.add(l, OtherCompany, start, end)
		}
	case !leading:
	case f.isCompany && answers && (endsWithAny(word, listOf("foreign.bodies")) || slices.Contains(listOf("foreign.selves"), word)):
		f.add(l, OtherBody, start, end)
	case isName(word) && isHangulWord(word) && isCompany(word):
		f.add(l, OtherSubject, start, end)
	}
}

// isHangulWord reports whether a word is made of Hangul alone.
func isHangulWord(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return !isHangul(c) })
}

// scopes finds of what services the policy says that it is for.
func (f *foreigners) scopes() {
	for _, o := range f.r.index.of(foreignWords().applies) {
		l := &f.r.lines[o.line]
		m, ok := o.unit.find(foreignWords().applied)
		if f.r.body[o.line] != Own || l.cell != nil || !ok {
			continue
		}
		end := m.Start - l.Block.Range.Start
		before := strings.TrimRight(l.Block.Text[:end], " ")
		start := strings.LastIndexByte(before, ' ') + 1
		_, follows := cutTopic(strings.TrimRight(before[:start], " "))
		if word := before[start:]; follows && isName(word) && isHangulWord(word) {
			f.add(l, OtherScope, start, len(before))
		}
	}
}

// add adds a name unless it is that of the issuer, of a recipient, or introduced.
func (f *foreigners) add(l *Line, sign ForeignSign, start, end int) {
	name := l.Block.Text[start:end]
	key := company.Key(name)
	if key == "" || overlap(key, company.Key(f.issuer.Name)) || f.lists(key) || f.introduces(l, key, sign) {
		return
	}
	at := PlaceIn{f.r.page, l.part(start, end)}
	if i := slices.IndexFunc(f.found, func(n ForeignName) bool { return n.Sign == sign && company.Key(n.Name) == key }); i >= 0 {
		f.found[i].Places = append(f.found[i].Places, at)
		return
	}
	f.found = append(f.found, ForeignName{Name: name, Sign: sign, Places: []PlaceIn{at}, Issuer: f.issuer})
}

// overlap reports whether two names may be of one: they begin or end alike, or are in different scripts.
func overlap(a, b string) bool {
	const alike = 2
	x, y := []rune(a), []rune(b)
	if isHangul(x[0]) != isHangul(y[0]) {
		return true
	}
	if strings.Contains(a, b) || strings.Contains(b, a) || len(x) < alike || len(y) < alike {
		return true
	}
	return slices.Equal(x[:alike], y[:alike]) || slices.Equal(x[len(x)-alike:], y[len(y)-alike:])
}

// lists reports whether a name is that of a recipient.
func (f *foreigners) lists(key string) bool {
	return slices.ContainsFunc(f.known, func(k string) bool { return strings.Contains(k, key) || strings.Contains(key, k) })
}

// introduces reports whether a page tells whose a name is, elsewhere than in the line that is weighed: in
// its title, menu or footer, before the first clause, or where somebody is given another name.
func (f *foreigners) introduces(weighed *Line, key string, sign ForeignSign) bool {
	return slices.ContainsFunc(f.pages, func(r *reader) bool { return r.introduces(weighed, key, sign) })
}

func (r *reader) introduces(weighed *Line, key string, sign ForeignSign) bool {
	for i := range r.lines {
		l := &r.lines[i]
		if l == weighed && sign != OtherBody {
			continue
		}
		frame := r.body[i] == Title || r.body[i] == Menu || r.body[i] == Footer
		names := l.Block.Kind == policy.Heading && len(l.clauses) == 0 || r.before(i) || l.has(controllerWords().called) || l.has(controllerWords().copyright) || l.has(controllerWords().runs) && l.has(controllerWords().defined)
		if !frame && !names && l.Block.Kind != policy.Alt {
			continue
		}
		if l != weighed && r.body[i] == Own && isSubjectIn(l, key) {
			continue
		}
		if strings.Contains(company.Key(l.Block.Text), key) {
			return true
		}
	}
	return false
}

// isSubjectIn reports whether a line begins with a name as the subject: what is to be weighed introduces
// nobody.
func isSubjectIn(l *Line, key string) bool {
	word := strings.TrimSpace(l.Block.Text[l.mark.end:])
	if i := strings.IndexByte(word, ' '); i > 0 {
		word = word[:i]
	}
	name, ok := cutTopic(word)
	return ok && company.Key(name) == key
}

// names are those that were found, often enough each, the plain ones first for each name.
func (f *foreigners) names() []ForeignName {
	out := slices.DeleteFunc(f.found, func(n ForeignName) bool {
		return len(n.Places) < 2 && (n.Sign == OtherSubject || n.Sign == OtherBody && slices.Contains(listOf("foreign.selves"), n.Name))
	})
	slices.SortStableFunc(out, func(a, b ForeignName) int {
		return cmp.Or(cmp.Compare(a.Places[0].Page, b.Places[0].Page), cmp.Compare(a.Places[0].Range.Start, b.Places[0].Range.Start))
	})
	return out
}

type foreignPhrases struct{ acts, answers, succeeds, applies, applied phrases.ID }

var foreignWords = sync.OnceValue(func() foreignPhrases {
	return foreignPhrases{detail("foreign.acts"), detail("foreign.answers"), detail("foreign.succeeds"), detail("foreign.applies"), detail("foreign.applied")}
})
