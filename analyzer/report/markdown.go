package report

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/pipalint/pipalint/analyzer"
)

// markdownMost is how many bytes are written: GitHub takes a summary of 1 MiB and shows none that is longer.
const markdownMost = 1_000_000

// writeMarkdown writes a summary for GitHub and GitLab: what could not be read, then a table for each document.
func writeMarkdown(w io.Writer, run *Run, o Options) error {
	_, err := io.WriteString(w, markdown(run.open(), o, markdownMost))
	return err
}

// markdown is a summary of at most so many bytes, or little more. What does not fit is counted.
func markdown(run *Run, o Options, most int) string {
	m := &markdownWriter{o: o, room: most}
	m.add("## pipalint\n\n" + escapeMarkdown(summary(run).In(o.Lang)) + "\n")
	m.failures(run.Failures)
	for _, d := range suites(run) {
		if len(d.findings) > 0 {
			m.document(d)
		}
	}
	m.stale(run.Stale)
	if m.left > 0 {
		m.text.WriteString("\n" + markdownLeft(m.left).In(o.Lang) + "\n")
	}
	return m.text.String()
}

type markdownWriter struct {
	o    Options
	text strings.Builder
	room int // bytes
	full bool
	left int // lines that did not fit
}

// add writes a piece if it fits, and none behind one that did not.
func (m *markdownWriter) add(piece string) bool {
	if m.full = m.full || len(piece) > m.room; m.full {
		return false
	}
	m.room -= len(piece)
	m.text.WriteString(piece)
	return true
}

// line adds a line that tells of one thing.
func (m *markdownWriter) line(format string, args ...any) {
	if !m.add(fmt.Sprintf(format, args...)) {
		m.left++
	}
}

func (m *markdownWriter) say(t analyzer.Text) string { return t.In(m.o.Lang) }

func (m *markdownWriter) failures(failures []Failure) {
	if len(failures) == 0 {
		return
	}
	m.add("\n### " + m.say(unreadTitle) + "\n\n")
	for _, f := range failures {
		m.line("- <b>%s</b>: %s\n", escapeMarkdown(f.File), escapeMarkdown(m.say(f.Message)))
	}
}

func (m *markdownWriter) document(d *suite) {
	m.add(fmt.Sprintf("\n### %s\n\n| %s | %s | %s | %s |\n| --- | --- | --- | --- |\n", escapeMarkdown(m.o.artifact(d.file).path),
		m.say(severityTitle), m.say(placeTitle), m.say(ruleTitle), m.say(findingTitle)))
	for _, f := range d.findings {
		l := f.place()
		place := fmt.Sprintf("%d:%d", l.Start.Line, l.Start.Column)
		if l.File != d.file {
			place = escapeMarkdown(m.o.artifact(l.File).path) + ":" + place
		}
		rule := []string{fmt.Sprintf("[%s](%s)", f.Rule, manualOf(f.Rule, m.o.Lang))}
		rule = append(rule, labels(f, m.o.Lang)...)
		m.line("| %s | %s | %s | %s |\n", m.say(severityLabel(f.Severity)), place, strings.Join(rule, "<br>"), m.cell(f))
	}
}

// cell is what was found, and folded below it what explains it.
func (m *markdownWriter) cell(f Finding) string {
	var more []string
	note := func(label analyzer.Text, text string) {
		if text != "" {
			more = append(more, m.say(label)+": "+escapeMarkdown(text))
		}
	}
	note(basisLabel, basis(f, m.o.Lang))
	note(helpLabel, m.say(f.Help))
	for _, r := range f.Related {
		text := relatedText(r, m.o.Lang)
		if r.At.File != "" {
			text = at(r.At) + ": " + text
		}
		note(relatedLabel, text)
	}
	message := escapeMarkdown(m.say(f.Message))
	if len(more) == 0 {
		return message
	}
	return fmt.Sprintf("%s<details><summary>%s</summary>%s</details>", message, m.say(moreTitle), strings.Join(more, "<br>"))
}

func (m *markdownWriter) stale(stale []Stale) {
	if len(stale) == 0 {
		return
	}
	m.add("\n### " + m.say(staleTitle) + "\n\n")
	for _, e := range stale {
		m.line("- %s\n", escapeMarkdown(m.say(staleText(e))))
	}
}

// escapeMarkdown is a text on one line in which nothing is markup, an address, a mention or a formula.
func escapeMarkdown(s string) string {
	var out strings.Builder
	var before rune
	for _, r := range strings.Join(strings.Fields(s), " ") {
		switch {
		case strings.ContainsRune("\\`*_[]<>&|~$", r):
			fmt.Fprintf(&out, "&#%d;", r)
		case r == '@' || r == '#':
			fmt.Fprintf(&out, "&#%d;&#8203;", r) // a space without width: no mention, no issue
		case r == '/' && before == ':', r == '.' && (before == 'w' || before == 'W'):
			fmt.Fprintf(&out, "&#8203;%c", r) // no address
		case unicode.IsControl(r) || turnsWriting(r):
			out.WriteRune(unicode.ReplacementChar)
		default:
			out.WriteRune(r)
		}
		before = r
	}
	return out.String()
}
