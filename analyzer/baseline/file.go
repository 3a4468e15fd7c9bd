package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer/report"
)

// formVersion is that of the form in which a baseline is written.
const formVersion = 1

// tool is whose baseline it is.
const tool = "pipalint"

// An Entry is a known finding. But for the fingerprint it tells people which one that is.
type Entry struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	Policy      string `json:"policy"`
	Severity    string `json:"severity"`
	File        string `json:"file,omitempty"` // in which it stands, where that is no page of the policy but a manifest or saved page
	Subject     string `json:"subject,omitempty"`
	Quote       string `json:"quote,omitempty"`   // shortened
	Context     string `json:"context,omitempty"` // where there is no subject: of the words around each of its places a hash
	From        string `json:"from,omitempty"`    // the day from which the law will ask for it
}

// A File is a baseline: no two of its entries have the same fingerprint.
type File struct{ Entries []Entry }

// Of is the entry of a finding. Its file is left to those who know the pages.
func Of(f report.Finding) Entry {
	e := Entry{Fingerprint: f.Fingerprint, Rule: f.Rule, Policy: f.Policy, Severity: f.Severity.String(), Subject: f.Subject}
	if f.Subject == "" {
		e.Context = contextKeys(f.Context)
	}
	if !f.From.IsZero() {
		e.From = f.From.String()
	}
	if !f.Absent { // else it is the title, or what stands where something is missing
		e.Quote = shortened(f.At.Quote)
	}
	return e
}

// Bytes is the baseline as it is written: the same findings give the same bytes, and a change of one finding is a
// change of its lines.
func (b *File) Bytes() []byte {
	entries := slices.Clone(b.Entries)
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(
			strings.Compare(a.Policy, b.Policy),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.File, b.File),
			strings.Compare(a.Subject, b.Subject),
			strings.Compare(a.Quote, b.Quote),
			strings.Compare(a.Fingerprint, b.Fingerprint))
	})
	if entries == nil {
		entries = []Entry{}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	_ = enc.Encode(struct { // of strings alone, in memory
		Version  int     `json:"version"`
		Tool     string  `json:"tool"`
		Findings []Entry `json:"findings"`
	}{formVersion, tool, entries})
	return out.Bytes()
}

// longestQuote is how many characters of a quote are kept.
const longestQuote = 60

// shortened is the beginning of a quote, on one line.
func shortened(quote string) string {
	quote = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, quote)
	quote = strings.Join(strings.Fields(quote), " ")
	if runes := []rune(quote); len(runes) > longestQuote {
		return string(runes[:longestQuote]) + "…"
	}
	return quote
}
