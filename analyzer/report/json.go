package report

import (
	"encoding/json"
	"io"

	"github.com/pipalint/pipalint/analyzer/date"
)

// The types below are the contract with programs: fields are added, never renamed or removed.

type jsonRun struct {
	Documents []jsonDocument `json:"documents"`
	Findings  []jsonFinding  `json:"findings"`
	Errors    []jsonFailure  `json:"errors"`
}

type jsonDocument struct {
	File     string  `json:"file"`
	Kind     *string `json:"kind"`
	Status   Status  `json:"status"`
	Findings int     `json:"findings"`
	Day      *string `json:"day"` // by the law of which it was judged
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

type jsonFailure struct {
	File    string `json:"file"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

func writeJSON(w io.Writer, run *Run, o Options) error {
	out := jsonRun{Documents: []jsonDocument{}, Findings: []jsonFinding{}, Errors: []jsonFailure{}}
	for _, d := range run.Documents {
		out.Documents = append(out.Documents, jsonDocument{d.File, known(d.Kind), d.Status, d.Findings, dayJSON(d.Day)})
	}
	for _, f := range run.Findings {
		out.Findings = append(out.Findings, findingJSON(f, o.Lang))
	}
	for _, f := range run.Failures {
		out.Errors = append(out.Errors, jsonFailure{f.File, f.Code, f.Message.In(o.Lang)})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func findingJSON(f Finding, lang string) jsonFinding {
	out := jsonFinding{
		File:       f.At.File,
		Document:   f.Document,
		Rule:       f.Rule,
		Severity:   f.Severity.String(),
		Question:   f.Question,
		Message:    f.Message.In(lang),
		jsonRange:  rangeJSON(f.At),
		Quote:      f.At.Quote,
		Provisions: []jsonProvision{},
		Help:       known(f.Help.In(lang)),
		Related:    []jsonRelated{},
	}
	for _, p := range f.Provisions {
		title := p.Title.En
		if lang == "ko" {
			title = p.Title.Ko
		}
		out.Provisions = append(out.Provisions, jsonProvision{p.Cite, title, dayJSON(p.From), dayJSON(p.To)})
	}
	for _, r := range f.Related {
		out.Related = append(out.Related, jsonRelated{r.At.File, r.Message.In(lang), rangeJSON(r.At), r.At.Quote})
	}
	return out
}

func rangeJSON(l Location) jsonRange {
	return jsonRange{l.Start.Line, l.Start.Column, l.End.Line, l.End.Column}
}

// known is a value, or null for none.
func known(s string) *string {
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
