package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"
	"github.com/mattn/go-runewidth"

	"github.com/pipalint/pipalint/analyzer"
)

// defaultWidth is how wide lines are cut where no terminal says better.
const defaultWidth = 100

// A printer writes findings for people. It keeps the first error of its writer.
type printer struct {
	w     io.Writer
	o     Options
	width int
	err   error
}

func writeText(w io.Writer, run *Run, o Options) error {
	p := &printer{w: w, o: o, width: o.Width}
	if p.width <= 0 {
		p.width = defaultWidth
	}
	for _, f := range run.Findings {
		p.finding(f)
	}
	if !o.Quiet {
		p.line("%s", p.say(summary(run)))
	}
	return p.err
}

// WriteFailures tells people what could not be read, a line for each input. The error is the writer's.
func WriteFailures(w io.Writer, failures []Failure, lang string) error {
	p := &printer{w: w, o: Options{Lang: lang}}
	for _, f := range failures {
		p.line("pipalint: %s: %s", printable(f.File), printable(p.say(f.Message)))
	}
	return p.err
}

func (p *printer) finding(f Finding) {
	p.line("%s: %s: %s %s", p.paint(at(f.At), color.Bold), p.severity(f.Severity),
		p.paint(printable(p.say(f.Message)), color.Bold), p.paint("("+title(f, p.o.Lang)+")", color.Faint))
	if f.At.Line.Text != "" {
		source, marks := underline(f.At.Line, p.width)
		p.line("%s", source)
		p.line("%s", p.paintMarks(marks))
	}
	if cited := basis(f, p.o.Lang); cited != "" {
		p.note(basisLabel, cited)
	}
	if help := p.say(f.Help); help != "" {
		p.note(helpLabel, help)
	}
	for _, r := range f.Related {
		note := at(r.At) + ": " + p.say(r.Message)
		if r.At.Quote != "" {
			note += ": " + runewidth.Truncate(r.At.Quote, longestQuote, "…")
		}
		p.note(relatedLabel, note)
	}
	if f.Ignored != nil {
		p.note(reasonLabel, p.say(why(f.Ignored)))
	}
	p.line("")
}

// longestQuote is how many columns of what stands at a related place are shown.
const longestQuote = 50

// note is a line that explains the finding above it.
func (p *printer) note(label analyzer.Text, s string) {
	p.line("  %s %s", p.paint(p.say(label)+":", color.FgCyan), printable(s))
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) say(t analyzer.Text) string { return t.In(p.o.Lang) }

func (p *printer) severity(s analyzer.Severity) string {
	attribute := color.FgBlue
	switch s {
	case analyzer.Error:
		attribute = color.FgRed
	case analyzer.Warning:
		attribute = color.FgYellow
	}
	return p.paint(p.say(severityLabel(s)), attribute, color.Bold)
}

// paintMarks colours the marks and leaves the space before them alone.
func (p *printer) paintMarks(marks string) string {
	i := len(marks) - len(strings.TrimLeft(marks, " \t"))
	return marks[:i] + p.paint(marks[i:], color.FgGreen, color.Bold)
}

// paint colours s by the options alone, whatever the process's standard output is.
func (p *printer) paint(s string, attributes ...color.Attribute) string {
	if !p.o.Color {
		return s
	}
	c := color.New(attributes...)
	c.EnableColor()
	return c.Sprint(s)
}

// at is a place as editors understand it.
func at(l Location) string {
	return fmt.Sprintf("%s:%d:%d", printable(l.File), l.Start.Line, l.Start.Column)
}
