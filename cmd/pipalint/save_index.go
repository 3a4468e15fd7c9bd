package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/crawl/fetch"
)

// A savedIndex is what index.json holds. Fields are added, never renamed or removed.
type savedIndex struct {
	Version string      `json:"version"`
	Day     string      `json:"day"`
	Pages   []savedPage `json:"pages"`
}

type savedPage struct {
	File        string            `json:"file"`         // below the folder: the source of all positions
	FetchedFile *string           `json:"fetched_file"` // what the server sent, where a browser made the page of it
	URL         string            `json:"url"`
	Asked       string            `json:"asked"`
	Redirects   []string          `json:"redirects"`
	FrameOf     *string           `json:"frame_of"`
	State       fetch.State       `json:"state"`
	Reason      *fetch.Reason     `json:"reason"`
	Status      int               `json:"status"`
	Headers     map[string]string `json:"headers"`
	SHA256      string            `json:"sha256"` // of the file
	Encoding    *string           `json:"encoding"`
	Rendered    bool              `json:"rendered"`
	Contacts    []savedContact    `json:"contacts"`
	Findings    []savedFinding    `json:"findings"`
}

type savedContact struct {
	URL  string `json:"url"`
	Type string `json:"type"`
	From string `json:"from"`
}

type savedFinding struct {
	Rule      string `json:"rule"`
	Severity  string `json:"severity"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
}

// toldHeaders are what is kept of the header of an answer.
var toldHeaders = [...]string{"Content-Type", "Content-Language", "Date", "Etag", "Last-Modified", "Server"}

// saved is what the index says of a page.
func (p keptPage) saved(names savedNames) savedPage {
	sum := sha256.Sum256(p.copy())
	out := savedPage{File: names.of(p.URL, extensionOf(p.Doc)), URL: p.URL, Asked: p.Asked, Redirects: append([]string{}, p.Redirects...),
		State: p.State, Status: p.Status, Headers: headersOf(p.Header), SHA256: hex.EncodeToString(sum[:]), Rendered: p.Rendered,
		Contacts: []savedContact{}}
	if p.Fetched != nil {
		name := fetchedName(out.File)
		out.FetchedFile = &name
	}
	if p.frameOf != "" {
		out.FrameOf = &p.frameOf
	}
	if p.err != nil {
		out.State, out.Reason = p.err.State, &p.err.Reason
	}
	if p.Doc != nil {
		out.Encoding = &p.Doc.File.Encoding
	}
	for _, c := range p.Contacts {
		out.Contacts = append(out.Contacts, savedContact{c.URL, c.Type, c.From})
	}
	return out
}

func headersOf(h http.Header) map[string]string {
	out := make(map[string]string)
	for _, key := range toldHeaders {
		if v := h.Get(key); v != "" {
			out[strings.ToLower(key)] = v
		}
	}
	return out
}

// findingsIn are the findings of a run that stand in a page.
func findingsIn(run *report.Run, p keptPage) []savedFinding {
	out := []savedFinding{}
	if run == nil || p.Doc == nil {
		return out
	}
	for _, f := range run.Findings {
		if f.At.File == p.Doc.File.Name {
			out = append(out, savedFinding{f.Rule, f.Severity.String(), f.At.Start.Line, f.At.Start.Column, f.At.End.Line, f.At.End.Column})
		}
	}
	return out
}

func (i savedIndex) json() []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	_ = enc.Encode(i) // memory takes everything, and nothing in it has no JSON
	return out.Bytes()
}
