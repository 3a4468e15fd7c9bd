package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
)

// githubShown is how many annotations of each level GitHub shows of a step; the log has them all.
const githubShown = 10

// writeGitHub writes workflow commands, which GitHub shows as annotations beside the lines of a pull request: what
// could not be read and what is gravest first, because only the first of each level are shown.
func writeGitHub(w io.Writer, run *Run, o Options) error {
	run = run.open()
	p := &printer{w: w, o: o}
	levels := make(map[string]int)
	say := func(level, place, title, message string) {
		levels[level]++
		p.line("::%s %stitle=%s::%s", level, place, githubProperties.Replace(title), githubData.Replace(cleaned(message)))
	}
	for _, f := range run.Failures {
		say("error", "", "pipalint", f.File+": "+f.Message.In(o.Lang))
	}
	slices.SortStableFunc(run.Findings, func(a, b Finding) int { return int(b.Severity - a.Severity) })
	for _, f := range run.Findings {
		place, message := githubPlace(o, f.place()), explained(f, o.Lang)
		if place == "" {
			message = at(f.place()) + ": " + message
		}
		say(githubLevel(f.Severity), place, title(f, o.Lang), message)
	}
	if !o.Quiet {
		p.line("%s", p.say(summary(run)))
		if levels["error"] > githubShown || levels["warning"] > githubShown || levels["notice"] > githubShown {
			p.line("%s", p.say(githubMore))
		}
	}
	return p.err
}

func githubLevel(s analyzer.Severity) string {
	switch s {
	case analyzer.Error:
		return "error"
	case analyzer.Warning:
		return "warning"
	}
	return "notice"
}

// githubPlace are the properties of a place in the repository; nothing else can be annotated. Columns count only within
// a line. A name may hold what a terminal obeys, or no UTF-8: such characters become U+FFFD.
func githubPlace(o Options, l Location) string {
	a := o.artifact(l.File)
	if !a.inside {
		return ""
	}
	end := max(l.End.Line, l.Start.Line)
	out := fmt.Sprintf("file=%s,line=%d,endLine=%d,", githubProperties.Replace(cleaned(a.path)), l.Start.Line, end)
	if end == l.Start.Line {
		out += fmt.Sprintf("col=%d,endColumn=%d,", l.UTF16.Start, max(l.UTF16.End, l.UTF16.Start+1))
	}
	return out
}

// What ends a command or a property is escaped as the runner takes it back.
var (
	githubData       = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperties = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
