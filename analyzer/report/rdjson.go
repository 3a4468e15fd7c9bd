package report

import (
	"io"

	"github.com/pipalint/pipalint/analyzer"
)

// The Reviewdog Diagnostic Format. Names of files are as they were given: reviewdog counts them from the working
// directory. A field that an old reviewdog does not know makes it refuse the whole, so there is none of the later ones.

type rdjson struct {
	Source      rdSource       `json:"source"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdDiagnostic struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
	Severity string     `json:"severity"`
	Code     rdCode     `json:"code"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

// rdRange has an exclusive end.
type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

// rdPosition counts bytes of UTF-8 from 1.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

func writeRDJSON(w io.Writer, run *Run, o Options) error {
	out := rdjson{Source: rdSource{"pipalint", homepage}, Diagnostics: []rdDiagnostic{}}
	for _, f := range run.Failures {
		out.Diagnostics = append(out.Diagnostics, rdDiagnostic{
			Message:  f.Message.In(o.Lang),
			Location: rdLocation{Path: o.named(f.File)},
			Severity: "ERROR",
			Code:     rdCode{Value: unreadRule},
		})
	}
	for _, f := range run.open().Findings {
		out.Diagnostics = append(out.Diagnostics, rdDiagnostic{
			Message:  explained(f, o.Lang),
			Location: rdLocation{Path: o.named(f.place().File), Range: rdRangeOf(f.At)},
			Severity: rdSeverity(f.Severity),
			Code:     rdCode{f.Rule, manualOf(f.Rule, o.Lang)},
		})
	}
	return encodeJSON(w, out)
}

func rdRangeOf(l Location) *rdRange {
	return &rdRange{
		Start: rdPosition{l.Start.Line, l.UTF8.Start},
		End:   rdPosition{l.End.Line, l.UTF8.End},
	}
}

func rdSeverity(s analyzer.Severity) string {
	switch s {
	case analyzer.Error:
		return "ERROR"
	case analyzer.Warning:
		return "WARNING"
	}
	return "INFO"
}
