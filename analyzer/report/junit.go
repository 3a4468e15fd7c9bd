package report

import (
	"encoding/xml"
	"fmt"
	"io"
)

// JUnit's report of tests, as GitLab and Jenkins read it: a suite for each document, a case for each finding.

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name      string        `xml:"name,attr"`
	ClassName string        `xml:"classname,attr"`
	File      string        `xml:"file,attr"`
	Line      int           `xml:"line,attr,omitempty"`
	Failure   *junitOutcome `xml:"failure"`
	Error     *junitOutcome `xml:"error"`
	Skipped   *junitOutcome `xml:"skipped"`
	SystemOut string        `xml:"system-out,omitempty"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

func writeJUnit(w io.Writer, run *Run, o Options) error {
	out := junitSuites{Name: "pipalint"}
	for _, suite := range suites(run) {
		s := suite.junit(o)
		out.Tests += s.Tests
		out.Failures += s.Failures
		out.Errors += s.Errors
		out.Skipped += s.Skipped
		out.Suites = append(out.Suites, s)
	}
	return encodeXML(w, out)
}

// A suite is what became of one input.
type suite struct {
	file     string
	findings []Finding
	failures []Failure
}

// suites are the inputs of a run in their order: documents, then what could not be read for one.
func suites(run *Run) []*suite {
	var out []*suite
	byFile := make(map[string]*suite)
	of := func(file string) *suite {
		s := byFile[file]
		if s == nil {
			s = &suite{file: file}
			byFile[file] = s
			out = append(out, s)
		}
		return s
	}
	for _, d := range run.Documents {
		of(d.File)
	}
	for _, f := range run.Failures {
		s := of(f.File)
		s.failures = append(s.failures, f)
	}
	for _, f := range run.Findings {
		s := of(f.Document)
		s.findings = append(s.findings, f)
	}
	return out
}

func (s *suite) junit(o Options) junitSuite {
	path := o.artifact(s.file).path
	out := junitSuite{Name: path}
	for _, f := range s.failures {
		out.Errors++
		out.Cases = append(out.Cases, junitCase{Name: unreadRule, ClassName: path, File: path, Error: &junitOutcome{
			Message: f.Message.In(o.Lang), Type: f.Code, Text: f.File + ": " + f.Message.In(o.Lang),
		}})
	}
	names := make(map[string]int)
	for _, f := range s.findings {
		name := junitName(f)
		names[name]++
		if n := names[name]; n > 1 {
			name = fmt.Sprintf("%s (%d)", name, n) // of two cases with one name, the second is passed over
		}
		out.add(f.junit(o, name, path))
	}
	if len(out.Cases) == 0 {
		out.Cases = []junitCase{{Name: "pipalint", ClassName: path, File: path}}
	}
	out.Tests = len(out.Cases)
	return out
}

func (s *junitSuite) add(c junitCase) {
	switch {
	case c.Failure != nil:
		s.Failures++
	case c.Skipped != nil:
		s.Skipped++
	}
	s.Cases = append(s.Cases, c)
}

// junitName tells a finding from others in the same way in every run and language.
func junitName(f Finding) string {
	if f.Subject != "" {
		return f.Rule + ": " + f.Subject
	}
	if f.At.Quote != "" && !f.Absent {
		return f.Rule + ": " + shortened(f.At.Quote, longestQuote)
	}
	return f.Rule
}

// junit is a case that fails where the finding makes the check fail; the others tell of the finding and pass, and what
// is ignored or known was skipped.
func (f Finding) junit(o Options, name, path string) junitCase {
	l := f.place()
	c := junitCase{Name: name, ClassName: path, File: o.artifact(l.File).path, Line: l.Start.Line}
	text := fmt.Sprintf("%s:%d:%d: %s: %s (%s)%s", l.File, l.Start.Line, l.Start.Column,
		severityLabel(f.Severity).In(o.Lang), f.Message.In(o.Lang), title(f, o.Lang), notes(f, o.Lang))
	switch {
	case f.Ignored != nil:
		c.Skipped = &junitOutcome{Message: f.Ignored.Reason, Text: text}
	case o.fails(f):
		c.Failure = &junitOutcome{Message: f.Message.In(o.Lang), Type: f.Severity.String(), Text: text}
	case f.Baseline == Unchanged:
		c.Skipped = &junitOutcome{Message: knownText.In(o.Lang), Text: text}
	default:
		c.SystemOut = text
	}
	return c
}
