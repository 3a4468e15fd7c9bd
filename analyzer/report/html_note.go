package report

import (
	"fmt"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
)

// A noteView is a finding as it is shown beside the text.
type noteView struct {
	N           int // of the finding in the run, from 1
	Kind        string
	Classes     string // of all that the filters may hide
	Label       analyzer.Text
	State       []analyzer.Text // new, known, ignored
	Rule        string
	Message     analyzer.Text
	Help        analyzer.Text
	Reason      string        // why it is ignored
	Until       string        // the last day of that
	Basis       []basisView   // the provisions cited
	Related     []relatedView // other places
	At          string        // line:column, with the file before it where that is another
	Quote       string
	Source      *sourceView // the line of the source, where the place is not seen in the text
	Anchor      bool        // its place is marked in the text
	Absent      bool
	Shown       bool // it was shown beside its place, or in the list of what is missing
	Fingerprint string
	finding     *Finding
}

// ID is what the page calls the note; Place is what it calls the place in the text.
func (n *noteView) ID() string    { return fmt.Sprintf("f%d", n.N) }
func (n *noteView) Place() string { return fmt.Sprintf("p%d", n.N) }

type basisView struct {
	Cite  string
	Title analyzer.Text
	Force analyzer.Text
}

type relatedView struct {
	ID      string // of its place in the text
	Linked  bool   // it is marked there
	Message analyzer.Text
	At      string
	Quote   string
}

// A sourceView is a line of a source with the place marked.
type sourceView struct {
	Line                   int
	Before, Marked, Behind string
}

func (v *pageView) note(n int, f *Finding) *noteView {
	kind := kindOf(f)
	out := &noteView{
		N: n, Kind: kind, Classes: fmt.Sprintf("%s rule%d", kind, v.ruleIndex[f.Rule]),
		Rule: f.Rule, Message: plain(f.Message), Help: plain(f.Help), At: at(f.At), Quote: quoteOf(f.At.Quote),
		Absent: f.Absent, Fingerprint: f.Fingerprint, finding: f,
	}
	for _, k := range kinds {
		if k.Kind == kind {
			out.Label = k.Label
		}
	}
	out.state(f)
	for _, p := range f.Provisions {
		out.Basis = append(out.Basis, basisView{p.Cite, analyzer.Text{Ko: p.Title.Ko, En: p.Title.En}, inForce(p.Span)})
	}
	for i, r := range f.Related {
		out.Related = append(out.Related, relatedView{ID: fmt.Sprintf("r%d-%d", n, i+1), Message: plain(r.Message), At: at(r.At), Quote: quoteOf(r.At.Quote)})
	}
	return out
}

// state says what a baseline knows of a finding, and who ignores it.
func (n *noteView) state(f *Finding) {
	switch f.Baseline {
	case New:
		n.Classes += " new"
		n.State = append(n.State, pageWords["new"])
	case Unchanged:
		n.Classes += " known"
		n.State = append(n.State, pageWords["known"])
	}
	if f.Ignored != nil {
		n.Classes += " ignored"
		n.State = append(n.State, pageWords["ignored"])
		n.Reason = printable(f.Ignored.Reason)
		if !f.Ignored.Until.IsZero() {
			n.Until = f.Ignored.Until.String()
		}
	}
}

// The characters of a quote, and those of a line before and behind a place, that are shown.
const (
	mostQuoted = 160
	mostBefore = 60
	mostBehind = 120
)

func quoteOf(s string) string {
	if i := runes(s, mostQuoted); i < len(s) {
		return printable(s[:i]) + "…"
	}
	return printable(s)
}

// runes is the length in bytes of at most so many characters at the start of s.
func runes(s string, most int) int {
	i := 0
	for ; most > 0 && i < len(s); most-- {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return i
}

// source shows a place that stands in no visible text.
func (n *noteView) source() {
	x := n.finding.At.Line
	if x.Text == "" {
		return
	}
	before, marked, behind := x.Text[:x.Start], x.Text[x.Start:x.End], x.Text[x.End:]
	s := &sourceView{Line: n.finding.At.Start.Line, Marked: quoteOf(marked)}
	from := max(0, len(before)-mostBefore)
	for from > 0 && from < len(before) && !utf8.RuneStart(before[from]) {
		from++
	}
	s.Before, s.Behind = printable(before[from:]), printable(behind[:runes(behind, mostBehind)])
	if from > 0 || x.Before {
		s.Before = ellipsis + s.Before
	}
	if len(s.Behind) < len(behind) || x.After {
		s.Behind += ellipsis
	}
	n.Source = s
}
