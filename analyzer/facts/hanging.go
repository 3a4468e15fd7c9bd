package facts

import (
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A Hanging is something in the body of a page that may hold a part of the policy and is not read:
// a frame, an image, or a page behind a link.
type Hanging struct {
	Page    int
	Kind    policy.ResourceKind
	Clauses []Clause // of which it may hold the content; none means any
	Place   policy.Place
}

// Unread are the parts of the policy that may stand elsewhere.
var Unread = analyzer.NewFact("unread", func(p *analyzer.Pass) []Hanging {
	var out []Hanging
	for _, r := range readers.Of(p) {
		out = append(out, r.hanging()...)
	}
	return out
})

func (r *reader) hanging() []Hanging {
	var out []Hanging
	first, last := r.spanOfClauses()
	for _, res := range r.doc.Resources {
		h := Hanging{Page: r.page, Kind: res.Kind, Place: policy.Place{File: r.doc.File, Span: res.Span}}
		switch res.Kind {
		case policy.Frame, policy.Object:
			if !isTracker(res.URL) {
				out = append(out, h)
			}
		case policy.Image:
			if h.Clauses = r.emptyOver(res.Span); len(h.Clauses) > 0 || mayHoldText(res) && first < res.Span.Start && res.Span.Start < last {
				out = append(out, h)
			}
		case policy.Link:
			if h.Clauses = r.linked(res); len(h.Clauses) > 0 {
				out = append(out, h)
			}
		}
	}
	return out
}

// smallest is how many pixels the longer side of an image has at least that holds a section as text.
const smallest = 100

// mayHoldText reports whether an image may show text that is written nowhere: it has no alternative
// text, and is no icon.
func mayHoldText(res policy.Resource) bool {
	return res.Text == "" && (res.Side == 0 || res.Side >= smallest)
}

// spanOfClauses is where in the source the policy's own text begins and ends: from the line that names
// it, or its first section, to its last line.
func (r *reader) spanOfClauses() (first, last int) {
	first = len(r.doc.File.Text)
	if i := r.named(); i >= 0 {
		first = r.doc.Span(r.headings[i].Range).Start
	}
	for i := range r.headings {
		if len(r.headings[i].Clauses) > 0 {
			first = min(first, r.doc.Span(r.headings[i].Range).Start)
			break
		}
	}
	for i := len(r.lines) - 1; i >= 0; i-- {
		if r.body[i] == Own {
			return first, r.doc.Span(r.lines[i].Block.Range).End
		}
	}
	return first, 0
}

// isTracker reports whether a frame shows nothing: the fallback of a tag manager.
func isTracker(url string) bool {
	if url == policy.SrcDoc {
		return false
	}
	return url == "" || strings.HasPrefix(url, "about:") || strings.HasPrefix(url, "javascript:") || strings.Contains(url, "googletagmanager.com")
}

// emptyOver are the clauses of the heading without text right before a place.
func (r *reader) emptyOver(s policy.Span) []Clause {
	i := sort.Search(len(r.headings), func(i int) bool { return r.doc.Span(r.headings[i].Range).Start > s.Start })
	if i == 0 || !r.empty(&r.headings[i-1]) {
		return nil
	}
	return r.headings[i-1].Clauses
}

// linked are the clauses named by the line of the body in which a link to another page stands.
func (r *reader) linked(res policy.Resource) []Clause {
	if strings.HasPrefix(res.URL, "#") || strings.HasPrefix(res.URL, "javascript:") || strings.HasPrefix(res.URL, "mailto:") || res.Text == "" {
		return nil
	}
	// Lines stand in the order of the source but for what a parser moved out of tables.
	i := sort.Search(len(r.lines), func(i int) bool { return r.doc.Span(r.lines[i].Block.Range).End > res.Span.Start })
	if i == len(r.lines) || r.body[i] != Own {
		return nil
	}
	l := &r.lines[i]
	heading := rolesOfPhrases().heading
	var out []Clause
	for j := range l.Units {
		for _, m := range l.Units[j].Matches {
			if c := heading[m.Phrase]; c != "" && !within(out, c) && strings.Contains(res.Text, r.doc.TextOf(policy.Range{Start: m.Start, End: m.End})) {
				out = append(out, c)
			}
		}
	}
	return out
}
