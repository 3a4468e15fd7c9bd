package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"github.com/pipalint/pipalint/analyzer"
)

// The code quality report of GitLab.

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"` // of two issues with one, GitLab shows the first
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"` // from the root of the repository
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// unreadRule stands in the place of a rule where an input could not be read.
const unreadRule = "unread"

func writeGitLab(w io.Writer, run *Run, o Options) error {
	issues := []gitlabIssue{}
	for _, f := range run.Failures {
		sum := sha256.Sum256([]byte(unreadRule + " " + f.File + " " + f.Code))
		issues = append(issues, gitlabIssue{
			Description: f.File + ": " + f.Message.In(o.Lang),
			CheckName:   unreadRule,
			Fingerprint: hex.EncodeToString(sum[:16]),
			Severity:    "blocker",
			Location:    gitlabLocation{o.artifact(f.File).path, gitlabLines{1, 1}},
		})
	}
	for _, f := range run.open().Findings {
		issues = append(issues, gitlabIssue{
			Description: gitlabDescription(f, o.Lang),
			CheckName:   f.Rule,
			Fingerprint: f.Fingerprint,
			Severity:    gitlabSeverity(f.Severity),
			Location: gitlabLocation{
				o.artifact(f.place().File).path,
				gitlabLines{f.At.Start.Line, max(f.At.End.Line, f.At.Start.Line)},
			},
		})
	}
	return encodeJSON(w, issues)
}

// gitlabDescription is one line: the message and its basis.
func gitlabDescription(f Finding, lang string) string {
	text := f.Message.In(lang)
	if cited := basis(f, lang); cited != "" {
		text += " (" + cited + ")"
	}
	return text
}

func gitlabSeverity(s analyzer.Severity) string {
	switch s {
	case analyzer.Error:
		return "critical"
	case analyzer.Warning:
		return "major"
	}
	return "info"
}
