package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// A documentView is one document: what was found in it, and its text.
type documentView struct {
	ID       string
	Name     string // its file
	Policy   string // the policy that it belongs to, where that has a name of its own
	Kind     analyzer.Text
	Status   Status
	Day      string
	Quoted   string // the language of its text; "" where it does not say
	Counts   []countView
	Total    int
	Failure  analyzer.Text // why it was not read
	Absent   []*noteView   // what is missing
	Stretch  []stretchView // its text
	Source   []*noteView   // in the source of the page, where no text shows the place
	Other    []*noteView   // in other files
	Findings int           // with those that are ignored
}

// kindNames are those of the kinds of documents.
var kindNames = map[string]analyzer.Text{
	"policy":       {Ko: "처리방침", En: "privacy policy"},
	"subpage":      {Ko: "처리방침의 일부", En: "part of a privacy policy"},
	"consent-form": {Ko: "동의서", En: "consent form"},
	"terms":        {Ko: "이용약관", En: "terms of use"},
	"other":        {Ko: "그 밖의 문서", En: "other document"},
}

// documents shows all documents of a run with what was found in each. Findings stay in the order of the run.
func (v *pageView) documents(run *Run) {
	notes := make([]*noteView, len(run.Findings))
	for i := range run.Findings {
		notes[i] = v.note(i+1, &run.Findings[i])
	}
	pages := run.Pages
	for i := range run.Documents {
		d := &run.Documents[i]
		var doc *policy.Document
		if d.Status != Unread {
			if at := slices.IndexFunc(pages, func(p *policy.Document) bool { return p.File.Name == d.File }); at >= 0 {
				doc, pages = pages[at], pages[at+1:]
			}
		}
		v.Documents = append(v.Documents, documentOf(fmt.Sprintf("d%d", i+1), run, d, doc, notes))
	}
	for _, n := range notes {
		if !n.Shown {
			n.Shown = true
			n.source()
			v.Other = append(v.Other, n)
		}
	}
}

// documentOf shows a document. Notes that another one shows are left alone.
func documentOf(id string, run *Run, d *Document, doc *policy.Document, notes []*noteView) documentView {
	v := documentView{ID: id, Name: printable(d.File), Kind: kindNames[d.Kind], Status: d.Status}
	if d.Policy != d.File {
		v.Policy = printable(d.Policy)
	}
	if !d.Day.IsZero() {
		v.Day = d.Day.String()
	}
	for _, f := range run.Failures {
		if f.File == d.File {
			v.Failure = plain(f.Message)
		}
	}
	var own, other []*noteView
	for _, n := range notes {
		f := n.finding
		switch {
		case n.Shown || f.Policy != d.Policy:
		case f.At.File == d.File || f.At.File == "" && cmp.Or(f.Document, d.File) == d.File:
			own = append(own, n)
			n.At = fmt.Sprintf("%d:%d", f.At.Start.Line, f.At.Start.Column)
		case f.Document == d.File && !slices.ContainsFunc(run.Documents, func(o Document) bool { return o.Policy == d.Policy && o.File == f.At.File }):
			other = append(other, n)
		}
	}
	var all []*Finding
	for _, n := range slices.Concat(own, other) {
		n.Shown = true
		all = append(all, n.finding)
	}
	v.Counts, v.Total = countsOf(all)
	v.Findings = len(all)
	if doc != nil {
		v.Quoted = d.Language
		v.text(doc, d, own, notes)
	}
	for _, n := range own {
		switch {
		case n.Absent:
			v.Absent = append(v.Absent, n)
		case !n.Anchor:
			n.source()
			v.Source = append(v.Source, n)
		}
	}
	for _, n := range other {
		n.source()
		v.Other = append(v.Other, n)
	}
	return v
}
