package facts

import (
	"encoding/json"
	"slices"
	"sync"
	"unicode/utf8"

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

// Kinds is the kind of each page.
var Kinds = analyzer.NewFact("kinds", func(p *analyzer.Pass) []Kind {
	out := make([]Kind, len(p.Policy.Pages))
	for i, r := range readers.Of(p) {
		out[i] = r.kind(decisions.Of(p)[i])
	}
	return out
})

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
	clauses := addressed(findings, title)
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
func addressed(findings []Finding, title *Line) map[Clause]bool {
	out := make(map[Clause]bool)
	for i, f := range findings {
		if f.Status != Absent && (title == nil || !title.Block.Range.Contains(f.Range)) {
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
		case r.body[i] == Menu, r.body[i] == Footer, r.body[i] == Beside, l.cell != nil, b.Has(policy.Linked) && b.Kind != policy.Heading, utf8.RuneCountInString(b.Text) > longHeading, isSentence(b.Text):
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

// Languages is the language of each page: "ko", "en", "ja", another, or "mixed".
var Languages = analyzer.NewFact("languages", func(p *analyzer.Pass) []string {
	out := make([]string, len(p.Policy.Pages))
	for i, lines := range Wording.Of(p) {
		out[i] = language(lines, Body.Of(p)[i])
	}
	return out
})

// language counts the letters of each script in the body, line by line: a line is in the language
// that most of it is in. Two languages of which each has a fifth of the lines' letters are mixed.
func language(lines []Line, body []Region) string {
	share := make(map[string]int)
	total := 0
	// Some hundred lines from all over the page tell as much as all of them.
	for i := 0; i < len(lines); i += 1 + len(lines)/150 {
		if body[i] != Own || lines[i].Block.Kind == policy.Alt {
			continue
		}
		lang, n := scripts(lines[i].Block.Text)
		share[lang] += n
		total += n
	}
	if share["zh"] < 4*share["ja"] {
		// Headings, names and lists in Han alone stand in every Japanese text.
		share["ja"] += share["zh"]
		share["zh"] = 0
	}
	best, large := "ko", 0
	for _, lang := range [...]string{"ko", "ja", "en", "zh"} {
		if share[lang] > share[best] {
			best = lang
		}
		if total > 0 && share[lang]*5 >= total {
			large++
		}
	}
	if large > 1 {
		return "mixed"
	}
	return best
}

// scripts tells the language of a line and how much text it is, in syllables: a Latin word counts
// as about two.
func scripts(s string) (lang string, n int) {
	var hangul, kana, han, latin int
	for _, r := range s {
		switch {
		case 0xAC00 <= r && r <= 0xD7A3, 0x1100 <= r && r <= 0x1112:
			hangul++ // also decomposed, by its initial letters
		case 0x3041 <= r && r <= 0x30FA:
			kana++
		case 0x4E00 <= r && r <= 0x9FFF:
			han++
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
			latin++
		}
	}
	latin /= 3
	switch {
	case hangul >= kana+han && hangul >= latin, hangul > 0 && kana == 0 && han > latin:
		return "ko", hangul + han
	case latin >= kana+han:
		return "en", latin
	case kana > 0:
		return "ja", kana + han
	}
	return "zh", han
}
