package facts

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A PageLink is a link of a page, and what it leads to by what it says.
type PageLink struct {
	Page    int
	Text    string       // what it shows
	URL     string       // as written; see [policy.Document.Address]
	Place   policy.Place // of the link
	Range   policy.Range // the same in the visible text; empty where the link shows nothing
	Role    LinkRole
	Clauses []Clause // what it is about

	own bool // it stands in the policy's own text
}

// mayHold reports whether what a link leads to may say something for the policy.
func (l *PageLink) mayHold() bool {
	switch l.Role {
	case ToPart:
		return true
	case ToOther, ToDocument, ToOutside:
		return l.own
	}
	return false
}

// LinkRole says what a link of a policy leads to.
type LinkRole uint8

// The roles.
const (
	ToOther    LinkRole = iota // anything else: a home page, something to do or to fill in
	ToPart                     // a page that holds a part of this policy: its processors, what it says of cookies
	ToEarlier                  // a version that this one replaced, or what tells of such
	ToDocument                 // a document of its own: terms, a consent form, the policy of somebody else, this one in another language
	ToOutside                  // a public body
	ToContact                  // mail, telephone
	ToAnchor                   // a place on the same page, or nowhere by itself
)

// String is the role in a word.
func (r LinkRole) String() string {
	return [...]string{"other", "part", "earlier", "document", "outside", "contact", "anchor"}[r]
}

// PageLinks are the links of all pages, in their order. What the law lets stand in a policy of its own is no part of this one:
// the policy on cameras (Article 25 of the Act), that on locations, the terms.
var PageLinks = analyzer.NewFact("page links", func(p *analyzer.Pass) []PageLink {
	var out []PageLink
	for _, r := range readers.Of(p) {
		for i, res := range r.doc.Resources {
			if to := leadsSomewhere(res, destinations.Of(p)[r.page][i]); to != "" {
				out = append(out, r.pageLink(res, to))
			}
		}
	}
	return out
})

// leadsSomewhere is where a link or button leads, or "" for what is neither: a button that leads nowhere is no link, a link is
// one wherever it leads.
func leadsSomewhere(res policy.Resource, to string) string {
	if res.Kind != policy.Link && res.Kind != policy.Button {
		return ""
	}
	if res.Kind == policy.Link {
		return cmp.Or(to, res.URL)
	}
	return to
}

// pageLink tells where a link to an address leads.
func (r *reader) pageLink(res policy.Resource, to string) PageLink {
	l := PageLink{Page: r.page, Text: res.Text, URL: to, Place: policy.Place{File: r.doc.File, Span: res.Span}}
	if ranges := r.doc.Ranges(res.Span); res.Text != "" && len(ranges) > 0 {
		l.Range = policy.Range{Start: ranges[0].Start, End: ranges[len(ranges)-1].End}
	}
	if l.Role = roleOfAddress(to); l.Role == ToOther && len(r.lines) > 0 {
		at := l.Range
		if at.Empty() {
			at = r.lineOf(res.Span)
		}
		line := r.lineAt(at.Start)
		l.own = r.body[line] == Own
		l.Role, l.Clauses = r.leads(res.Text, to, at, line)
	}
	return l
}

// lineOf is a place of the visible text at a link that shows nothing.
func (r *reader) lineOf(s policy.Span) policy.Range {
	for i := range r.lines {
		if b := r.lines[i].Block; r.doc.Span(b.Range).End >= s.Start {
			return policy.Range{Start: b.Range.Start, End: b.Range.Start}
		}
	}
	return policy.Range{}
}

// roleOfAddress is what the form of an address tells.
func roleOfAddress(address string) LinkRole {
	address = strings.ToLower(strings.TrimSpace(address))
	switch scheme, _, ok := strings.Cut(address, ":"); {
	case address == "", address[0] == '#', scheme == "javascript", scheme == "data", scheme == "blob":
		return ToAnchor
	case ok && (scheme == "mailto" || scheme == "tel" || scheme == "sms" || scheme == "kakaotalk"):
		return ToContact
	}
	return ToOther
}

// leads tells by the text of a link, else by what is around it, where it leads.
func (r *reader) leads(text, address string, at policy.Range, line int) (LinkRole, []Clause) {
	words := linkWordsIn(text)
	own := r.body[line] == Own
	switch {
	case r.body[line] == Older && (words.has(linkPhrases().current) || words.has(linkPhrases().document)):
		// beside the list of earlier versions
	case r.body[line] == Older, r.body[line] == Comparison, tellsVersion(text, words):
		return ToEarlier, nil
	case strings.Contains(address, "#") && r.isHeading(text, line):
		return ToAnchor, nil // a table of contents whose links name the page itself
	case text == "", !own && (words.isGeneric() || isBareAddress(text)):
		return ToOther, nil
	case words.isGeneric():
		return r.leadsAround(at, line, true)
	case isBareAddress(text):
		return r.leadsAround(at, line, false) // most lead to somebody else
	}
	parts := words.parts()
	clauses := r.clausesIn(at, line)
	switch {
	case words.has(linkPhrases().current), words.has(linkPhrases().function):
		return ToOther, clauses
	case words.has(linkPhrases().document):
		return ToDocument, clauses
	case len(parts) > 0 || words.has(linkPhrases().procedure):
		if r.body[line] == Beside {
			return ToOther, parts
		}
		return ToPart, append(parts, slices.DeleteFunc(clauses, func(c Clause) bool { return within(parts, c) })...)
	case words.has(linkPhrases().policy):
		return ToDocument, clauses
	case !own && !r.isListOfClauses(line), len(clauses) == 0:
		return ToOther, clauses
	case within(clauses, Remedies):
		return ToOutside, clauses
	case within(clauses, Changes), within(clauses, EffectiveDate):
		return ToOther, clauses
	}
	return ToPart, clauses
}

// isHeading reports whether a heading of the page but the line of the link says the same.
func (r *reader) isHeading(text string, line int) bool {
	key := headingKey(text[markOf(text).end:])
	return key != 0 && slices.ContainsFunc(r.headings, func(h Heading) bool {
		t := r.doc.TextOf(h.Range)
		return h.Line != line && headingKey(t[markOf(t).end:]) == key
	})
}

// fewestListed is how many links that name clauses stand in a list of them at least.
const fewestListed = 3

// isListOfClauses reports whether a line is one of a list of links that name clauses, and that no element of the page calls
// a menu: the contents of a policy whose sections stand on pages of their own.
func (r *reader) isListOfClauses(line int) bool {
	listed := func(i int) bool {
		b := r.lines[i].Block
		return (r.body[i] == Menu || r.body[i] == Contents) && b.Has(policy.Linked) && !b.HasAny(policy.InNav|policy.InHeader|policy.InFooter|policy.InAside|policy.InForm)
	}
	first := line
	for first > 0 && listed(first-1) {
		first--
	}
	n := 0
	for i := first; i < len(r.lines) && listed(i); i++ {
		if len(r.lines[i].clauses) > 0 {
			n++
		}
	}
	return n >= fewestListed
}

// clausesIn are the clauses that words of a link name as headings do.
func (r *reader) clausesIn(at policy.Range, line int) []Clause {
	heading := rolesOfPhrases().heading
	var out []Clause
	for i := line; i < len(r.lines) && r.lines[i].Block.Range.Start < at.End; i++ {
		for _, u := range r.lines[i].Units {
			for _, m := range u.Matches {
				if c := heading[m.Phrase]; c != "" && at.Start <= m.Start && m.End <= at.End && !within(out, c) {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// leadsAround tells where a link of few words leads: by its sentence, the row of its table, and where that serves by the
// heading over it.
func (r *reader) leadsAround(at policy.Range, line int, byHeading bool) (LinkRole, []Clause) {
	l := &r.lines[line]
	around := []string{r.doc.TextOf(l.Units[max(0, min(l.unitAt(at.Start), len(l.Units)-1))].Range), l.Block.Text}
	if c := l.cell; c != nil {
		around = append(around, rowOf(c))
	}
	if i := r.sections[line]; i >= 0 && byHeading {
		around = append(around, r.doc.TextOf(r.headings[i].Range))
	}
	for _, text := range around {
		if role, clauses, ok := leadsBy(text); ok {
			return role, clauses
		}
	}
	for i := r.sections[line]; i >= 0 && byHeading; i = r.headings[i].parent {
		switch clauses := r.headings[i].Clauses; {
		case len(clauses) == 0:
			continue
		case within(clauses, Remedies):
			return ToOutside, clauses
		case within(clauses, Changes), within(clauses, EffectiveDate):
			return ToOther, clauses
		default:
			return ToPart, clauses
		}
	}
	return ToOther, nil
}

// leadsBy tells by a text around a link where it leads; not ok where the text does not say.
func leadsBy(text string) (LinkRole, []Clause, bool) {
	words := linkWordsIn(text)
	parts := words.parts()
	switch {
	case words.has(linkPhrases().earlier):
		return ToEarlier, nil, true
	case len(parts) > 0:
		return ToPart, parts, true
	case words.has(linkPhrases().function):
		return ToOther, nil, true
	case words.has(linkPhrases().document), words.has(linkPhrases().policy):
		return ToDocument, nil, true
	}
	return ToOther, nil, false
}

// rowOf is what the other cells of a row say, and the titles over a cell.
func rowOf(c *policy.Cell) string {
	var out []string
	for _, other := range c.Table.Grid[c.Row] {
		if other != nil && other != c {
			out = append(out, other.Text)
		}
	}
	for _, h := range c.Headers {
		out = append(out, h.Text)
	}
	return strings.Join(out, " / ")
}
