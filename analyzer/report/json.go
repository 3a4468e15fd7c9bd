package report

import (
	"encoding/json"
	"io"

	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/law"
)

// The types below are the contract with programs: fields are added, never renamed or removed.

type jsonRun struct {
	Documents []jsonDocument `json:"documents"`
	Findings  []jsonFinding  `json:"findings"`
	Errors    []jsonFailure  `json:"errors"`
	Stale     []jsonStale    `json:"stale"` // entries of the baseline whose finding is gone
}

type jsonDocument struct {
	File     string  `json:"file"`
	Kind     *string `json:"kind"`
	Status   Status  `json:"status"`
	Findings int     `json:"findings"`
	Day      *string `json:"day"`    // by the law of which it was judged
	Policy   string  `json:"policy"` // that it belongs to: a name of the configuration, or a path

	State     *string  `json:"state"`     // of a page of the web: ok, moved, or the code of its error; null for others
	Redirects []string `json:"redirects"` // the addresses that led to it, the first one asked for
	Rendered  bool     `json:"rendered"`  // by a browser
	Saved     *string  `json:"saved"`     // the file in which it was saved, or null
}

type jsonFinding struct {
	File     string `json:"file"`
	Document string `json:"document"` // that the finding is about
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Question bool   `json:"question"`
	Message  string `json:"message"`
	jsonRange
	Quote      string          `json:"quote"`
	Provisions []jsonProvision `json:"provisions"`
	Help       *string         `json:"help"`
	Related    []jsonRelated   `json:"related"`

	Policy      string       `json:"policy"`
	Subject     *string      `json:"subject"`     // what it is about: a clause, a company, a record
	Absent      bool         `json:"absent"`      // whether what is reported is not there
	Fingerprint string       `json:"fingerprint"` // the same for the same finding, wherever it stands
	Baseline    *Baseline    `json:"baseline"`    // new, unchanged, or null where there is no baseline
	Ignored     *jsonIgnored `json:"ignored"`     // why it is left out, or null
}

// jsonRange counts lines and columns from 1, columns in code points, and its end is exclusive.
type jsonRange struct {
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column"`
}

type jsonProvision struct {
	Cite  string  `json:"cite"`
	Title string  `json:"title"`
	From  *string `json:"from"`
	To    *string `json:"to"`
}

type jsonRelated struct {
	File    string `json:"file"`
	Message string `json:"message"`
	jsonRange
	Quote string `json:"quote"`
}

// jsonIgnored is why somebody left a finding out, and where that is said.
type jsonIgnored struct {
	Reason string    `json:"reason"`
	Until  *string   `json:"until"`   // the last day, or null
	InFile bool      `json:"in_file"` // in the document, else in the configuration
	Place  jsonPlace `json:"place"`
}

type jsonPlace struct {
	File string `json:"file"`
	jsonRange
}

type jsonStale struct {
	Fingerprint string  `json:"fingerprint"`
	Rule        string  `json:"rule"`
	Policy      string  `json:"policy"`
	Subject     *string `json:"subject"`
}

type jsonFailure struct {
	File    string  `json:"file"`
	Code    string  `json:"code"`
	Message string  `json:"message"`
	Reason  *string `json:"reason"` // more than the code says, or null
}

func writeJSON(w io.Writer, run *Run, o Options) error {
	return encodeJSON(w, jsonRun{
		Documents: mapped(run.Documents, documentJSON),
		Findings:  mapped(run.Findings, func(f Finding) jsonFinding { return findingJSON(f, o.Lang) }),
		Errors:    mapped(run.Failures, func(f Failure) jsonFailure { return failureJSON(f, o.Lang) }),
		Stale:     mapped(run.Stale, staleJSON),
	})
}

// encodeJSON writes a value over several lines.
func encodeJSON(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

// mapped are the values of a list as JSON has them; never nil, so that an empty list is [].
func mapped[In, Out any](list []In, as func(In) Out) []Out {
	out := make([]Out, len(list))
	for i, in := range list {
		out[i] = as(in)
	}
	return out
}

func documentJSON(d Document) jsonDocument {
	return jsonDocument{d.File, known(d.Kind), d.Status, d.Findings, dayJSON(d.Day), d.Policy,
		known(d.State), append([]string{}, d.Redirects...), d.Rendered, known(d.Saved)}
}

func failureJSON(f Failure, lang string) jsonFailure {
	return jsonFailure{f.File, f.Code, f.Message.In(lang), known(f.Reason)}
}

func staleJSON(s Stale) jsonStale {
	return jsonStale{s.Fingerprint, s.Rule, s.Policy, known(s.Subject)}
}

func ignoredJSON(i *Ignored) *jsonIgnored {
	if i == nil {
		return nil
	}
	return &jsonIgnored{i.Reason, dayJSON(i.Until), i.InFile, jsonPlace{i.At.File, rangeJSON(i.At)}}
}

func findingJSON(f Finding, lang string) jsonFinding {
	return jsonFinding{
		File:       f.At.File,
		Document:   f.Document,
		Rule:       f.Rule,
		Severity:   f.Severity.String(),
		Question:   f.Question,
		Message:    f.Message.In(lang),
		jsonRange:  rangeJSON(f.At),
		Quote:      f.At.Quote,
		Provisions: mapped(f.Provisions, func(p law.Provision) jsonProvision { return provisionJSON(p, lang) }),
		Help:       known(f.Help.In(lang)),
		Related: mapped(f.Related, func(r Related) jsonRelated {
			return jsonRelated{r.At.File, r.Message.In(lang), rangeJSON(r.At), r.At.Quote}
		}),

		Policy:      f.Policy,
		Subject:     known(f.Subject),
		Absent:      f.Absent,
		Fingerprint: f.Fingerprint,
		Baseline:    known(f.Baseline),
		Ignored:     ignoredJSON(f.Ignored),
	}
}

func provisionJSON(p law.Provision, lang string) jsonProvision {
	title := p.Title.En
	if lang == "ko" {
		title = p.Title.Ko
	}
	return jsonProvision{p.Cite, title, dayJSON(p.From), dayJSON(p.To)}
}

func rangeJSON(l Location) jsonRange {
	return jsonRange{l.Start.Line, l.Start.Column, l.End.Line, l.End.Column}
}

// known is a value, or null for none.
func known[T ~string](s T) *T {
	if s == "" {
		return nil
	}
	return &s
}

func dayJSON(d date.Date) *string {
	if d == (date.Date{}) {
		return nil
	}
	return known(d.String())
}
