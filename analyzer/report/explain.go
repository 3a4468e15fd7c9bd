package report

import (
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// homepage is where the program is published.
const homepage = "https://github.com/pipalint/pipalint"

// manualOf is the address of the manual of a rule.
func manualOf(rule, lang string) string {
	page := "rules.md"
	if lang == "ko" {
		page = "rules.ko.md"
	}
	return homepage + "/blob/main/docs/" + page + "#" + rule
}

// basis is what a finding cites, with the days of its force, or "".
func basis(f Finding, lang string) string {
	cites := make([]string, len(f.Provisions))
	for i, p := range f.Provisions {
		cites[i] = p.Cite + inForce(p.Span).In(lang)
	}
	return strings.Join(cites, ", ")
}

// explained is a finding in words: the message, what it is based on, and what would mend it, a line each.
func explained(f Finding, lang string) string { return f.Message.In(lang) + notes(f, lang) }

// notes are the lines behind the message of a finding, each with its line break before it.
func notes(f Finding, lang string) string {
	text := ""
	if cited := basis(f, lang); cited != "" {
		text += "\n" + basisLabel.In(lang) + ": " + cited
	}
	if help := f.Help.In(lang); help != "" {
		text += "\n" + helpLabel.In(lang) + ": " + help
	}
	return text
}

// title is the rule of a finding with its labels.
func title(f Finding, lang string) string {
	return strings.Join(append([]string{f.Rule}, labels(f, lang)...), ", ")
}

// labels say what a finding is besides its rule and severity: a question, ignored, known.
func labels(f Finding, lang string) []string {
	var out []string
	for _, l := range []struct {
		is   bool
		text analyzer.Text
	}{
		{f.Question, questionLabel},
		{f.Ignored != nil, ignoredLabel},
		{f.Baseline == Unchanged, knownLabel},
	} {
		if l.is {
			out = append(out, l.text.In(lang))
		}
	}
	return out
}

// place is the location of a finding. Its file is never empty: what has no place is about its document.
func (f Finding) place() Location {
	l := f.At
	if l.File == "" {
		l.File = f.Document
	}
	return l
}

// open is a run without the findings that somebody has ignored.
func (run *Run) open() *Run {
	out := *run
	out.Findings = slices.DeleteFunc(slices.Clone(run.Findings), func(f Finding) bool { return f.Ignored != nil })
	return &out
}

// fails reports whether a finding makes the check fail.
func (o Options) fails(f Finding) bool {
	return o.FailOn != 0 && f.Severity >= o.FailOn && f.Ignored == nil && f.Baseline != Unchanged
}

// cleaned is a text of several lines without characters that a terminal obeys.
func cleaned(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = printable(line)
	}
	return strings.Join(lines, "\n")
}

// shortened is a text of at most so many characters.
func shortened(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + ellipsis
	}
	return s
}
