package facts

import (
	"encoding/json"
	"slices"
	"sync"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// Kind is the sort of document that a page is.
type Kind string

// The kinds.
const (
	PolicyKind  Kind = "policy"       // a whole privacy policy, even a short or bad one
	Subpage     Kind = "subpage"      // a part of one published alone
	ConsentForm Kind = "consent-form" // 수집·이용 동의
	Terms       Kind = "terms"        // 이용약관
	Other       Kind = "other"
)

// Kinds is the kind of each page. Where several form one policy, the main page is told by what all of them say, and
// if it is a policy the others are parts of it, unless nothing of a policy stands there.
var Kinds = analyzer.NewFact("kinds", func(p *analyzer.Pass) []Kind {
	out := make([]Kind, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		switch {
		case i == 0:
			out[i] = r.kind(together(p))
		case out[0] == PolicyKind && r.isPart(decisions.Of(p)[i]):
			out[i] = Subpage
		default:
			out[i] = r.kind(decisions.Of(p)[i])
		}
	}
	return out
})

// isPart reports whether a page has anything of a policy: a clause, a list, its name. An error page in the place of one has
// nothing.
func (r *reader) isPart(findings []Finding) bool {
	title := r.title()
	return r.kind(findings) != Other || len(r.addressed(findings, title)) > 0 || r.lists() || title != nil && title.has(titleWords().policy) ||
		r.listsByHeading() && len(r.recordsInLines()) > 0
}

// Substance tells of each page whether anything of a policy stands in it: a clause with its content, or a denial, or a list
// of recipients. A title, and headings over nothing, are none.
var Substance = analyzer.NewFact("substance", func(p *analyzer.Pass) []bool {
	out := make([]bool, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		out[i] = r.lists() || len(r.addressed(decisions.Of(p)[i], r.title())) > 0
	}
	return out
})

// together is how the pages of a policy address each clause, in the order of AllClauses.
func together(p *analyzer.Pass) []Finding {
	out := slices.Clone(decisions.Of(p)[0])
	for _, page := range decisions.Of(p)[1:] {
		for i, f := range page {
			if better(f, out[i]) {
				out[i] = f
			}
		}
	}
	return out
}

// titles are the phrases that name a document.
type titles struct {
	policy, terms, consent, processors, recipients, transfers, procedure phrases.ID
	selfTerms, selfPolicy, selfConsent, notice, video                    phrases.ID
}

var titleWords = sync.OnceValue(func() titles {
	return titles{phrase("title.policy"), phrase("title.terms"), phrase("title.consent"), phrase("title.processors"),
		phrase("title.recipients"), phrase("title.transfers"), phrase("title.procedure"),
		phrase("title.selfTerms"), phrase("title.selfPolicy"), phrase("title.selfConsent"), phrase("title.notice"), phrase("title.video")}
})

// kind weighs what a page calls itself against how many clauses of a policy it has.
func (r *reader) kind(findings []Finding) Kind {
	t := titleWords()
	title := r.title()
	clauses := r.addressed(findings, title)
	is := func(id phrases.ID) bool { return title != nil && title.has(id) }
	core := 0
	for _, c := range AllClauses[:7] {
		if clauses[c] {
			core++
		}
	}
	switch {
	case r.doc.Format == policy.Text && json.Valid([]byte(r.doc.File.Text)):
		return Other
	case is(t.notice) && core <= 3, is(t.policy) && core <= 1 && r.shows(Comparison):
		return Other
	case is(t.terms) && !is(t.policy) && core < 6, r.count(t.selfTerms) >= 5 && r.count(t.selfTerms) > 3*r.count(t.selfPolicy):
		return Terms
	case is(t.consent) && !is(t.policy) && !clauses[Safety]:
		return ConsentForm
	case is(t.procedure) && !clauses[Officer], is(t.video) && !is(t.policy):
		return Subpage
	case (is(t.processors) || is(t.recipients) || is(t.transfers) || is(t.procedure)) && core <= 3:
		return Subpage
	case !is(t.policy) && !clauses[Officer] && !clauses[Safety] && r.count(t.selfConsent) > 0:
		return ConsentForm
	case is(t.policy) && core >= 2, core >= 4 && len(clauses) >= 6:
		return PolicyKind
	case core <= 2 && (clauses[ThirdParty] || clauses[Entrustment] || clauses[OverseasTransfer]) && r.lists():
		return Subpage
	case is(t.policy) && (core == 1 && !clauses[Officer] || clauses[ThirdParty] || len(clauses) >= 3 || r.opened() >= 2), core >= 3:
		return PolicyKind
	}
	return Other
}

// TitlesPolicy tells of each page whether it is titled a policy, whatever it is.
var TitlesPolicy = analyzer.NewFact("titles policy", func(p *analyzer.Pass) []bool {
	out := make([]bool, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		title, t := r.title(), titleWords()
		out[i] = title != nil && title.has(t.policy) && !title.has(t.notice)
	}
	return out
})

// count is how many lines of the body have a phrase.
func (r *reader) count(id phrases.ID) int {
	n, last := 0, -1
	for _, o := range r.index.of(id) {
		if r.body[o.line] == Own && o.line != last {
			n, last = n+1, o.line
		}
	}
	return n
}

// addressed are the clauses that are present or denied, by other words than those of the title.
func (r *reader) addressed(findings []Finding, title *Line) map[Clause]bool {
	out := make(map[Clause]bool)
	for i, f := range findings {
		if f.Status != Absent && (title == nil || f.Page != r.page || !title.Block.Range.Contains(f.Range)) {
			out[AllClauses[i]] = true
		}
	}
	return out
}

// title is the line that names the document: a heading, or a short line before the first clause,
// that holds the name of one; else the title of the page.
func (r *reader) title() *Line {
	t := titleWords()
	named := func(l *Line) bool {
		return l.has(t.policy) || l.has(t.terms) || l.has(t.consent) || l.has(t.processors) || l.has(t.recipients) || l.has(t.transfers) || l.has(t.procedure) || l.has(t.video)
	}
	var page *Line
	for i := range r.lines {
		l := &r.lines[i]
		b := l.Block
		switch {
		case r.body[i] == Title && !l.has(t.policy) && r.shows(Beside) && r.named() >= 0:
			// the title of a page that holds a policy among other documents
		case r.body[i] == Title && named(l):
			page = l
			if !l.has(t.policy) {
				return l
			}
		case r.body[i] == Menu, r.body[i] == Footer, r.body[i] == Beside, l.cell != nil, b.Has(policy.Linked) && b.Kind != policy.Heading, isSentence(b.Text), hasMore(b.Text, longHeading):
		case page == nil && named(l) && (b.Kind == policy.Heading || b.Has(policy.Bold) || l.mark.style == "" && r.before(i)):
			return l
		}
	}
	return page
}

// before reports whether a line stands before every heading of a clause, or is the first.
func (r *reader) before(line int) bool {
	if r.opening.first >= 0 {
		return line <= r.opening.first
	}
	return line < nearTop
}

// nearTop is how many lines a title may have before it where no clause tells where the body begins.
const nearTop = 15

// lists reports whether a table of the page names recipients.
func (r *reader) lists() bool {
	for _, t := range r.doc.Tables {
		if r.others[t] {
			return true
		}
	}
	return false
}

// opened counts the clauses that headings of the page open, with text under them or not.
func (r *reader) opened() int {
	seen := make(map[Clause]bool)
	for i := range r.headings {
		for _, c := range r.headings[i].Clauses {
			seen[c] = true
		}
	}
	return len(seen)
}

// shows reports whether a part of the page belongs to a region.
func (r *reader) shows(region Region) bool { return slices.Contains(r.body, region) }
