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
	Documents []Document // one for each page, read or not
	Findings  []Finding
	Failures  []Failure

	Version string             // of the program
	Rules   []Rule             // that judged
	Pages   []*policy.Document // as they were read, by name; kept where the format shows them
	Stale   []Stale            // entries of the baseline that nothing answers to any more

	ExitCode int // of the program
	Ignored  int // how many findings are ignored, whether they are shown or left out
	Known    int // how many findings were left out because they are known
}

// A Rule is one that judged a run.
type Rule struct {
	Name     string
	Doc      analyzer.Text // one line
	Severity analyzer.Severity
	Manual   func() analyzer.Text // in Markdown; costly
}

// Stale is an entry of a baseline whose finding is gone.
type Stale struct {
	Fingerprint, Rule, Policy, Subject string
}

// Document is what became of one input.
type Document struct {
	File      string // as the user named it, or where it was found
	Policy    string // as [Finding.Policy]
	Kind      string // policy, subpage, consent-form, terms, other; "" where it is not known
	Status    Status
	Findings  int       // how many of the run's findings are about it
	Day       date.Date // by the law of which it was judged; zero where it was not
	Language  string    // of its text: ko, en, ja; "" where it is mixed or not known
	State     string    // of a page of the web: ok, moved, or why it was not judged; "" for others
	Redirects []string  // the addresses that led to it, the first one asked for
	Rendered  bool      // by a browser
	Saved     string    // the file in which it was saved, or ""

	LeftOut []LeftOut // parts of its text that are not the policy's own, in order; told where the format shows pages
}

// isRead reports whether a document counts as read. An address that led to no policy is an error instead.
func (d Document) isRead() bool {
	return d.Status != Unread && (d.Status != NotPolicy || d.State == "" || d.State == "ok" || d.State == "moved")
}

// LeftOut is a part of a page that is not the policy's own: a menu, an older version.
type LeftOut struct {
	Range policy.Range
	Name  analyzer.Text
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
	Document   string    // the file of the document that it is about; At may be in another file, as a manifest
	Policy     string    // its name in the configuration, else the path of the document from the configuration's folder
	Subject    string    // see [analyzer.Diagnostic]
	Context    []string  // the words at its places and around them, where it has no Subject
	From       date.Date // the day from which the law will ask for it; zero where it does already
	Absent     bool      // what is reported is not there; At is where it would belong
	Rule       string
	Severity   analyzer.Severity
	Question   bool
	Message    analyzer.Text
	Help       analyzer.Text
	At         Location
	Provisions []law.Provision // cited beside it, each with the days of its force
	Related    []Related

	Fingerprint string   // the same in every run and language for the same finding, wherever it stands; see package baseline
	Baseline    Baseline // whether it is known, where there is a baseline
	Rest        string   // of what it is the rest: the fingerprint of a known finding that was mended in part; "" for others
	Ignored     *Ignored // why it is left out, where somebody said so; nil for others
}

// Baseline says whether a finding stood in the baseline.
type Baseline string

// What a baseline knows of a finding.
const (
	NoBaseline Baseline = "" // there is none
	New        Baseline = "new"
	Unchanged  Baseline = "unchanged"
)

// Ignored is why a finding is left out.
type Ignored struct {
	Reason string
	InFile bool      // by a comment in the document, else by the configuration
	Until  date.Date // the last day; zero for ever
	At     Location  // of the comment or entry
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
	UTF16      Columns         // the same columns, for programs that count UTF-16 code units
	UTF8       Columns         // the same columns, for programs that count bytes
	Span       policy.Span     // bytes of the decoded file
	Quote      string          // the visible text at the place
	Line       Excerpt         // the source line at Start
}

// Columns are those of a place, each on its own line.
type Columns struct{ Start, End int }

// A Failure is an input that could not be read.
type Failure struct {
	File    string // as the user named it
	Code    string // a word for programs, such as "missing"; of a page of the web its state, such as "blocked"
	Reason  string // a further word for programs, such as "timeout", or ""
	Message analyzer.Text
}

// Options say how a run is to be written.
type Options struct {
	Lang  string // "ko" or "en"
	Color bool   // whether text is coloured
	Width int    // columns of the terminal, for text; 0 for 100
	Quiet bool   // whether text leaves out the summary

	FailOn analyzer.Severity // from which on a finding fails the check; 0 where none does

	// Where the repository is, for programs that count paths from its root. Root goes before names that are
	// relative: the path to them from the root, "" or with "/" at its end. Top is the absolute path of the root, by which
	// absolute names are told to be inside; "" where that is not known.
	Root, Top string
}

// A Format is a way to write a run. The same run and options give the same bytes.
type Format struct {
	Name  string
	Write func(w io.Writer, run *Run, o Options) error // the error is the writer's
	Pages bool                                         // whether it shows the pages of the run
}

// Formats are all formats; the first is the default.
var Formats = []Format{
	{Name: "text", Write: writeText},
	{Name: "json", Write: writeJSON},
	{Name: "jsonl", Write: writeJSONLines},
	{Name: "sarif", Write: writeSARIF},
	{Name: "github", Write: writeGitHub},
	{Name: "gitlab", Write: writeGitLab},
	{Name: "junit", Write: writeJUnit},
	{Name: "checkstyle", Write: writeCheckstyle},
	{Name: "rdjson", Write: writeRDJSON},
	{Name: "markdown", Write: writeMarkdown},
	{Name: "html", Write: writeHTML, Pages: true},
}

// Resolve turns a diagnostic into a finding that holds on to no file.
func Resolve(d analyzer.Diagnostic) Finding {
	f := Finding{
		Severity: d.Severity,
		Question: d.Question,
		Message:  d.Message,
		Help:     d.Help,
		Subject:  d.Subject,
		Absent:   d.Absent,
		From:     d.From,
		At:       locate(d.Place, d.Quote),
	}
	if d.Rule != nil {
		f.Rule = d.Rule.Name
		f.Provisions = d.Provisions
	}
	if i := d.Ignored; i != nil {
		f.Ignored = &Ignored{Reason: i.Reason, InFile: i.InFile, Until: i.Until, At: locate(i.Place, i.Quote)}
	}
	for _, r := range d.Related {
		f.Related = append(f.Related, Related{At: locate(r.Place, r.Quote), Message: r.Message})
	}
	return f
}

func locate(p policy.Place, quote string) Location {
	first := policy.Position{Line: 1, Column: 1}
	if p.File == nil {
		return Location{Start: first, End: first, UTF16: Columns{1, 1}, UTF8: Columns{1, 1}}
	}
	start, end := p.File.Position(p.Span.Start), max(p.Span.Start, p.Span.End)
	start16, start8 := p.File.Columns(p.Span.Start)
	end16, end8 := p.File.Columns(end)
	return Location{
		File:  p.File.Name,
		Start: start,
		End:   p.File.Position(end),
		UTF16: Columns{start16, end16},
		UTF8:  Columns{start8, end8},
		Span:  p.Span,
		Quote: strings.Clone(quote), // a part of the page's text would keep all of it
		Line:  excerpt(p.File, start.Line, p.Span),
	}
}
