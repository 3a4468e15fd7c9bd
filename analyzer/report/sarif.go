package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/law"
)

// What GitHub's code scanning takes: it refuses a file with more results, and shows so many locations of one.
const (
	sarifMostResults = 25_000
	sarifMostRelated = 100
)

// sourceRoot stands for the root of the repository.
const sourceRoot = "%SRCROOT%"

// A sarifWriter makes the parts of a log.
type sarifWriter struct {
	o     Options
	rules map[string]int // place in the list, by name
}

func writeSARIF(w io.Writer, run *Run, o Options) error {
	s := sarifWriter{o: o, rules: make(map[string]int)}
	driver := sarifDriver{Name: "pipalint", Version: run.Version, InformationURI: homepage, Rules: s.describe(run)}
	if semver.IsValid(run.Version) {
		driver.SemanticVersion = strings.TrimPrefix(run.Version, "v")
	}
	findings, cut := gravest(run.Findings, sarifMostResults)
	// No automationDetails: the category of an upload is whoever uploads to say, and what stands in the file goes first.
	return encodeJSON(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool:        sarifTool{driver},
			Invocations: []sarifInvocation{s.invocation(run, cut)},
			Language:    o.Lang,
			OriginalURIBaseIDs: map[string]sarifArtifact{
				sourceRoot: {Description: &sarifMessage{Text: sourceRootText.In(o.Lang)}},
			},
			Results:    mapped(findings, s.result),
			ColumnKind: "utf16CodeUnits",
		}},
	})
}

// gravest are the findings of a list, in its order, less the least grave where there are more than so many.
func gravest(findings []Finding, most int) (kept []Finding, cut int) {
	if len(findings) <= most {
		return findings, 0
	}
	order := make([]int, len(findings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(findings[b].Severity - findings[a].Severity) })
	order = order[:most]
	slices.Sort(order)
	return mapped(order, func(i int) Finding { return findings[i] }), len(findings) - most
}

// describe tells of the rules that judged; a finding of any other gets its rule described, too.
func (s *sarifWriter) describe(run *Run) []sarifRule {
	out := []sarifRule{}
	add := func(r Rule) {
		if _, ok := s.rules[r.Name]; !ok {
			s.rules[r.Name] = len(out)
			out = append(out, s.rule(r))
		}
	}
	for _, r := range run.Rules {
		add(r)
	}
	for _, f := range run.Findings {
		add(Rule{Name: f.Rule, Severity: f.Severity})
	}
	return out
}

func (s *sarifWriter) rule(r Rule) sarifRule {
	short := strings.TrimSpace(r.Doc.In(s.o.Lang))
	if short == "" {
		short = r.Name
	}
	manual := ""
	if r.Manual != nil {
		manual = strings.TrimSpace(r.Manual().In(s.o.Lang))
	}
	if manual == "" {
		manual = short
	}
	uri := manualOf(r.Name, s.o.Lang)
	first, _, _ := strings.Cut(manual, "\n\n")
	return sarifRule{
		ID:                   r.Name,
		ShortDescription:     sarifMessage{Text: shortened(short, 1024)},
		FullDescription:      sarifMessage{Text: shortened(strings.Join(strings.Fields(first), " "), 1024)},
		DefaultConfiguration: sarifConfiguration{sarifLevel(r.Severity)},
		HelpURI:              uri,
		Help:                 sarifMessage{Text: manual + "\n\n" + uri, Markdown: fmt.Sprintf("%s\n\n[%s](%s)", manual, r.Name, uri)},
		Properties:           sarifInformation(r.Severity),
	}
}

// sarifInformation orders rules by how sure they are: an error must be right, an info asks.
func sarifInformation(severity analyzer.Severity) sarifRuleInformation {
	i := sarifRuleInformation{Tags: []string{"privacy", "pipa"}, Precision: "medium", ProblemSeverity: "recommendation"}
	switch severity {
	case analyzer.Error:
		i.Precision, i.ProblemSeverity = "very-high", "error"
	case analyzer.Warning:
		i.Precision, i.ProblemSeverity = "high", "warning"
	}
	return i
}

func sarifLevel(severity analyzer.Severity) string {
	switch severity {
	case analyzer.Error:
		return "error"
	case analyzer.Warning:
		return "warning"
	}
	return "note"
}

// invocation tells what could not be read, and what of the findings is not in the log.
func (s *sarifWriter) invocation(run *Run, cut int) sarifInvocation {
	out := sarifInvocation{ExecutionSuccessful: len(run.Failures) == 0, ExitCode: run.ExitCode}
	for _, f := range run.Failures {
		out.ToolExecutionNotifications = append(out.ToolExecutionNotifications, sarifNotification{
			Level:      "error",
			Message:    sarifMessage{Text: f.File + ": " + f.Message.In(s.o.Lang)},
			Descriptor: &sarifDescriptor{f.Code},
			Locations:  []sarifLocation{{PhysicalLocation: sarifPhysical{ArtifactLocation: s.artifact(f.File)}}},
		})
	}
	if cut > 0 {
		out.ToolExecutionNotifications = append(out.ToolExecutionNotifications, sarifNotification{
			Level: "warning", Message: sarifMessage{Text: sarifCut(cut).In(s.o.Lang)},
		})
	}
	for _, e := range run.Stale {
		out.ToolConfigurationNotifications = append(out.ToolConfigurationNotifications, sarifNotification{
			Level: "note", Message: sarifMessage{Text: staleText(e).In(s.o.Lang)},
		})
	}
	return out
}

func (s *sarifWriter) result(f Finding) sarifResult {
	lang := s.o.Lang
	out := sarifResult{
		RuleID:        f.Rule,
		RuleIndex:     s.rules[f.Rule],
		Level:         sarifLevel(f.Severity),
		Message:       sarifMessage{Text: unlinked(explained(f, lang))},
		Locations:     []sarifLocation{s.location(f.place())},
		BaselineState: f.Baseline,
		Properties: sarifResultInformation{
			Document:   f.Document,
			Policy:     f.Policy,
			Subject:    f.Subject,
			Absent:     f.Absent,
			Question:   f.Question,
			Provisions: mapped(f.Provisions, func(p law.Provision) jsonProvision { return provisionJSON(p, lang) }),
			Help:       f.Help.In(lang),
		},
	}
	for i, r := range f.Related[:min(len(f.Related), sarifMostRelated)] {
		at := s.location(Finding{At: r.At, Document: f.Document}.place())
		at.ID = i + 1
		at.Message = &sarifMessage{Text: unlinked(relatedText(r, lang))}
		out.RelatedLocations = append(out.RelatedLocations, at)
		// GitHub shows a related place only where the message links to it.
		out.Message.Text += fmt.Sprintf("\n%s: [%s](%d)", relatedLabel.In(lang), linkText(relatedText(r, lang)), at.ID)
	}
	if f.Fingerprint != "" {
		out.PartialFingerprints = map[string]string{"pipalint/v1": f.Fingerprint}
		if !s.o.artifact(f.place().File).inside {
			// GitHub knows alerts by this one. Its uploader makes it from the line, and warns of any other, but cannot for
			// what is no file of the repository.
			out.PartialFingerprints["primaryLocationLineHash"] = f.Fingerprint
		}
	}
	if f.Ignored != nil {
		out.Suppressions = []sarifSuppression{s.suppression(*f.Ignored)}
	}
	return out
}

func (s *sarifWriter) suppression(i Ignored) sarifSuppression {
	out := sarifSuppression{Kind: "external", Justification: i.Reason}
	if i.InFile {
		out.Kind = "inSource"
	}
	if i.At.File != "" {
		at := s.location(i.At)
		out.Location = &at
	}
	return out
}

func (s *sarifWriter) location(l Location) sarifLocation {
	return sarifLocation{PhysicalLocation: sarifPhysical{ArtifactLocation: s.artifact(l.File), Region: region(l)}}
}

// region is a place in the units of columnKind. What is missing has a place without width, which is shown at the
// character that follows.
func region(l Location) *sarifRegion {
	r := &sarifRegion{
		StartLine: max(l.Start.Line, 1), StartColumn: max(l.UTF16.Start, 1),
		EndLine: max(l.End.Line, l.Start.Line, 1), EndColumn: max(l.UTF16.End, 1),
	}
	if r.EndLine > r.StartLine {
		return r
	}
	r.EndColumn = max(r.EndColumn, r.StartColumn+1)
	if covered := l.Line.Text[l.Line.Start:l.Line.End]; covered != "" && len(covered) == l.UTF8.End-l.UTF8.Start {
		r.Snippet = &sarifMessage{Text: covered}
	}
	return r
}

func (s *sarifWriter) artifact(file string) sarifArtifact {
	a := s.o.artifact(file)
	out := sarifArtifact{URI: a.uri()}
	switch {
	case a.inside:
		out.URIBaseID = sourceRoot
	case isAddress(file) || file == Stdin:
		out.Description = &sarifMessage{Text: file}
	}
	return out
}

// unlinked is a message that quotes strangers, without links of theirs.
func unlinked(s string) string { return strings.ReplaceAll(s, "](", "] (") }

// linkText is a text as it stands in the brackets of a link.
func linkText(s string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "\n", " ").Replace(unlinked(s))
}
