package report

import (
	"encoding/json"
	"io"
)

// The lines of the jsonl format: things as the json format has them, each with its type.
type (
	documentLine struct {
		Type string `json:"type"`
		jsonDocument
	}
	findingLine struct {
		Type string `json:"type"`
		jsonFinding
	}
	errorLine struct {
		Type string `json:"type"`
		jsonFailure
	}
	staleLine struct {
		Type string `json:"type"`
		jsonStale
	}
)

// writeJSONLines writes each thing of a run on a line of its own: documents, findings, errors, stale entries.
func writeJSONLines(w io.Writer, run *Run, o Options) error {
	var lines []any
	for _, d := range run.Documents {
		lines = append(lines, documentLine{"document", documentJSON(d)})
	}
	for _, f := range run.Findings {
		lines = append(lines, findingLine{"finding", findingJSON(f, o.Lang)})
	}
	for _, f := range run.Failures {
		lines = append(lines, errorLine{"error", failureJSON(f, o.Lang)})
	}
	for _, s := range run.Stale {
		lines = append(lines, staleLine{"stale", staleJSON(s)})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, line := range lines {
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
