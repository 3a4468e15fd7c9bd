// Package report writes what a check found, in the formats of [Formats]: a file for each.
//
// A [Run] holds no page: [Resolve] turns the places of a diagnostic into lines and columns and keeps
// a piece of the line around each, so that a page can be forgotten as soon as it was judged.
package report

import (
	"io"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
)

// A Run is what one check read and found, in the order in which it is shown.
type Run struct {
	Documents []Document // one for each input, read or not
	Findings  []Finding
	Failures  []Failure
}

// Document is what became of one input.
type Document struct {
	File     string // as the user named it, or where it was found
	Kind     string // policy, subpage, consent-form, terms, other; "" where it is not known
	Status   Status
	Findings int       // how many of the run's findings are about it
	Day      date.Date // by the law of which it was judged; zero where it was not
}

// Status says whether an input was judged.
type Status string

// The statuses.
const (
	OK        Status = "ok"
	NotPolicy Status = "not-policy" // readable, but no privacy policy: its clauses were not judged
	Unread    Status = "unread"     // it stands among the failures, too
)

// A Finding is a diagnostic whose places were resolved.
type Finding struct {
	Document   string // the file of the document that it is about; At may be in another file, as a manifest
	Rule       string
	Severity   analyzer.Severity
	Question   bool
	Message    analyzer.Text
	Help       analyzer.Text
	At         Location
	Provisions []law.Provision // cited beside it, each with the days of its force
	Related    []Related
}

// Related is another place that a finding speaks of.
type Related struct {
	At      Location
	Message analyzer.Text
}

// A Location is a place as people count it, with what stands there.
type Location struct {
	File       string
	Start, End policy.Position // columns in code points from 1, the end exclusive
	Quote      string          // the visible text at the place
	Line       Excerpt         // the source line at Start
}

// A Failure is an input that could not be read.
type Failure struct {
	File    string // as the user named it
	Code    string // a word for programs, such as "missing"
	Message analyzer.Text
}

// Options say how a run is to be written.
type Options struct {
	Lang  string // "ko" or "en"
	Color bool   // whether text is coloured
	Width int    // columns of the terminal, for text; 0 for 100
	Quiet bool   // whether text leaves out the summary
}

// A Format is a way to write a run. The same run and options give the same bytes.
type Format struct {
	Name  string
	Write func(w io.Writer, run *Run, o Options) error // the error is the writer's
}

// Formats are all formats; the first is the default.
var Formats = []Format{
	{"text", writeText},
	{"json", writeJSON},
}

// Resolve turns a diagnostic into a finding that holds on to no file.
func Resolve(d analyzer.Diagnostic) Finding {
	f := Finding{
		Severity: d.Severity,
		Question: d.Question,
		Message:  d.Message,
		Help:     d.Help,
		At:       locate(d.Place, d.Quote),
	}
	if d.Rule != nil {
		f.Rule = d.Rule.Name
		f.Provisions = d.Provisions
	}
	for _, r := range d.Related {
		f.Related = append(f.Related, Related{At: locate(r.Place, r.Quote), Message: r.Message})
	}
	return f
}

func locate(p policy.Place, quote string) Location {
	first := policy.Position{Line: 1, Column: 1}
	if p.File == nil {
		return Location{Start: first, End: first}
	}
	start := p.File.Position(p.Span.Start)
	return Location{
		File:  p.File.Name,
		Start: start,
		End:   p.File.Position(max(p.Span.Start, p.Span.End)),
		Quote: strings.Clone(quote), // a part of the page's text would keep all of it
		Line:  excerpt(p.File, start.Line, p.Span),
	}
}
