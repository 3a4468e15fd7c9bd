package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pipalint/pipalint/analyzer"
)

// A workflowCommand is a line as the runner of GitHub reads it.
type workflowCommand struct {
	level      string
	properties map[string]string
	message    string
}

// workflowCommands reads output as the runner does; other lines are only printed.
func workflowCommands(t *testing.T, output string) (commands []workflowCommand, printed []string) {
	t.Helper()
	data := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%")
	property := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	for line := range strings.Lines(output) {
		line = strings.TrimSuffix(line, "\n")
		rest, ok := strings.CutPrefix(line, "::")
		if !ok {
			printed = append(printed, line)
			continue
		}
		head, message, ok := strings.Cut(rest, "::")
		level, list, _ := strings.Cut(head, " ")
		if !ok || !utf8.ValidString(line) || strings.ContainsFunc(line, func(r rune) bool { return r < ' ' && r != '\t' }) {
			t.Errorf("a broken command: %q", line)
		}
		c := workflowCommand{level, make(map[string]string), data.Replace(message)}
		for _, p := range strings.Split(list, ",") {
			key, value, _ := strings.Cut(p, "=")
			c.properties[key] = property.Replace(value)
		}
		commands = append(commands, c)
	}
	return commands, printed
}

func TestGitHub(t *testing.T) {
	const want = "::error title=pipalint::missing.html: no such file\n" +
		"::error file=web/page.html,line=2,endLine=2,col=14,endColumn=16,title=retention-endless::" +
		"the retention period is \"영구\" <forever>%0Abasis: 개인정보 보호법 제30조제1항제2호 (from 2011-09-30)%0Ahelp: state a period\n" +
		"::notice file=web/page.html,line=1,endLine=1,col=5,endColumn=9,title=title-short%2C question::is this the title?\n" +
		"2 findings: 1 error, 1 info in 1 document; 1 input could not be read\n"
	if got := written(t, "github", sample(), Options{Lang: "en", Root: "web/"}); got != want {
		t.Errorf("got\n%s", got)
	}
}

// Whatever a page says, the runner takes each property and message for what it is, and no command of a stranger.
func TestGitHubHostile(t *testing.T) {
	run := hostile()
	commands, printed := workflowCommands(t, written(t, "github", run, hostileOptions))
	shown := len(run.open().Findings)
	if len(commands) != shown+len(run.Failures) || shown == len(run.Findings) {
		t.Errorf("%d commands of %d findings and %d failures", len(commands), shown, len(run.Failures))
	}
	if len(printed) != 2 || !strings.HasPrefix(printed[1], "GitHub shows the first 10") {
		t.Errorf("printed %q", printed)
	}
	grave, files := 3, make(map[string]bool)
	for _, c := range commands {
		level := map[string]int{"error": 3, "warning": 2, "notice": 1}[c.level]
		if level == 0 || level > grave {
			t.Errorf("%q behind a level of %d", c.level, grave)
		}
		grave = level
		files[c.properties["file"]] = true
		for key := range c.properties {
			if !slices.Contains(strings.Fields("file line endLine col endColumn title"), key) {
				t.Errorf("property %q", key)
			}
		}
		if c.properties["col"] != "" && c.properties["line"] != c.properties["endLine"] {
			t.Errorf("columns over several lines: %v", c.properties)
		}
	}
	for _, n := range hostileNames {
		if !files[cleaned(n.inside)] {
			t.Errorf("no annotation of %q", n.inside)
		}
	}
}

// Nothing is said of GitHub's limit where it is kept, and nothing but commands where all is to be quiet.
func TestGitHubQuiet(t *testing.T) {
	run := &Run{Documents: []Document{{File: "page.html", Status: OK}}}
	for i := range githubShown {
		f := absent("page.html", i)
		f.Message.En = fmt.Sprint(i)
		run.Findings = append(run.Findings, f)
	}
	if _, printed := workflowCommands(t, written(t, "github", run, Options{Lang: "en"})); len(printed) != 1 {
		t.Errorf("printed %q", printed)
	}
	if _, printed := workflowCommands(t, written(t, "github", run, Options{Lang: "en", Quiet: true})); len(printed) != 0 {
		t.Errorf("printed %q", printed)
	}
	run.Findings[3].Severity = analyzer.Warning
	commands, _ := workflowCommands(t, written(t, "github", run, Options{Lang: "en"}))
	if last := commands[len(commands)-1]; last.message != "3" || commands[3].message != "4" {
		t.Errorf("not in order: %v", commands)
	}
}
