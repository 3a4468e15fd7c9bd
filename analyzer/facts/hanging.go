package facts

import (
	"net/url"
	"slices"
	"sort"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/vendors"
)

// A Hanging is something in the body of a page that may hold a part of the policy and is not read:
// a frame, an image, or a page behind a link.
type Hanging struct {
	Page    int
	Kind    policy.ResourceKind
	Clauses []Clause // of which it may hold the content; none means any
	Place   policy.Place
}

// Unread are the parts of the policy that may stand elsewhere than on its pages.
var Unread = analyzer.NewFact("unread", func(p *analyzer.Pass) []Hanging {
	var out []Hanging
	for _, r := range readers.Of(p) {
		out = append(out, r.hanging(func(link string) bool { return leadsWithin(p, r.page, link) })...)
	}
	return out
})

// hanging are those of a page, but for what leads to pages that are read.
func (r *reader) hanging(isRead func(link string) bool) []Hanging {
	var out []Hanging
	links := r.linker()
	first, last := r.spanOfClauses()
	for _, res := range r.doc.Resources {
		if res.Kind != policy.Image && isRead(res.URL) {
			continue
		}
		h := Hanging{Page: r.page, Kind: res.Kind, Place: policy.Place{File: r.doc.File, Span: res.Span}}
		switch res.Kind {
		case policy.Frame, policy.Object:
			if !res.Read && !isTracker(res.URL) {
				out = append(out, h)
			}
		case policy.Image:
			if h.Clauses = r.emptyOver(res.Span); len(h.Clauses) > 0 || mayHoldText(res) && first < res.Span.Start && res.Span.Start < last {
				out = append(out, h)
			}
		case policy.Link:
			if h.Clauses = links.clauses(res); len(h.Clauses) > 0 {
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

// isTracker reports whether a frame shows nothing of the page: the fallback of a tag manager, an advertisement.
func isTracker(address string) bool {
	if address == policy.SrcDoc {
		return false
	}
	if address == "" || strings.HasPrefix(address, "about:") || strings.HasPrefix(address, "javascript:") || strings.Contains(address, "googletagmanager.com") {
		return true
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return false
	}
	sign, ok := vendors.ByHost(u.Host, u.Path)
	return ok && slices.Contains([]string{"advertising", "analytics"}, sign.Vendor.Categories[0])
}

// emptyOver are the clauses of the heading without text right before a place.
func (r *reader) emptyOver(s policy.Span) []Clause {
	i := sort.Search(len(r.headings), func(i int) bool { return r.doc.Span(r.headings[i].Range).Start > s.Start })
	if i == 0 || !r.empty(&r.headings[i-1]) {
		return nil
	}
	return r.headings[i-1].Clauses
}

// A linker tells in which lines links stand, and what these name.
type linker struct {
	*reader
	ends  []int // by line: where it ends in the source
	line  int   // the last one asked for, in which many links may stand
	names []named
}

// named are words of a line that name a clause.
type named struct {
	clause Clause
	words  string
}

func (r *reader) linker() *linker {
	t := &linker{reader: r, ends: make([]int, len(r.lines)), line: -1}
	for i := range r.lines {
		t.ends[i] = r.doc.Span(r.lines[i].Block.Range).End
	}
	return t
}

// clauses are those named by the line of the body in which a link to another page stands.
func (t *linker) clauses(res policy.Resource) []Clause {
	if strings.HasPrefix(res.URL, "#") || strings.HasPrefix(res.URL, "javascript:") || strings.HasPrefix(res.URL, "mailto:") || res.Text == "" {
		return nil
	}
	// Lines stand in the order of the source but for what a parser moved out of tables.
	i := sort.Search(len(t.ends), func(i int) bool { return t.ends[i] > res.Span.Start })
	if i == len(t.ends) || t.body[i] != Own || len(t.lines[i].clauses) == 0 {
		return nil
	}
	if i != t.line {
		t.line, t.names = i, t.namedIn(&t.lines[i])
	}
	var out []Clause
	for _, n := range t.names {
		if !within(out, n.clause) && strings.Contains(res.Text, n.words) {
			out = append(out, n.clause)
		}
	}
	return out
}

// namedIn are the names of clauses in a line, each once.
func (r *reader) namedIn(l *Line) []named {
	heading := rolesOfPhrases().heading
	met := make(map[named]bool)
	var out []named
	for i := range l.Units {
		for _, m := range l.Units[i].Matches {
			n := named{heading[m.Phrase], r.doc.Visible[m.Start:m.End]}
			if n.clause != "" && !met[n] {
				met[n] = true
				out = append(out, n)
			}
		}
	}
	return out
}
