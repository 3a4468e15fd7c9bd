package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer/analyzertest"
)

// readmes are the READMEs at the root of the repository, and their languages.
var readmes = [...]struct{ file, lang string }{{"README.md", "en"}, {"README.ko.md", "ko"}}

// omission is the line of a README that stands for any lines of output.
const omission = "…\n"

// TestReadmesShowOutput runs the commands that the READMEs show, and compares what they print with
// the lines below the command. With UPDATE set, these lines are rewritten.
func TestReadmesShowOutput(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	for _, r := range readmes {
		t.Run(r.file, func(t *testing.T) {
			text := readText(t, r.file)
			fresh := refreshed(text)
			switch {
			case !strings.Contains(text, "\n$ go run ./cmd/pipalint check"):
				t.Errorf("no check is shown")
			case fresh == text:
			case os.Getenv("UPDATE") != "":
				if err := os.WriteFile(r.file, []byte(fresh), 0o666); err != nil {
					t.Fatal(err)
				}
			default:
				t.Errorf("the program prints something else (rewrite with UPDATE=1 go test ./cmd/pipalint):\n%s",
					cmp.Diff(strings.Split(text, "\n"), strings.Split(fresh, "\n")))
			}
		})
	}
}

// ruleName is the name of a rule in a table of a README.
var ruleName = regexp.MustCompile("`([a-z]+(?:-[a-z]+)+)`")

// TestReadmesListRules holds the tables of rules in the READMEs to the list of rules: each stands there once.
func TestReadmesListRules(t *testing.T) {
	for _, r := range readmes {
		t.Run(r.file, func(t *testing.T) {
			var want, got []string
			for _, rule := range newCommand().Rules {
				want = append(want, rule.Name)
			}
			for line := range strings.Lines(readText(t, filepath.Join("..", "..", r.file))) {
				if cells := strings.Split(line, " | "); len(cells) == 2 && strings.HasPrefix(cells[1], "`") {
					for _, m := range ruleName.FindAllStringSubmatch(cells[1], -1) {
						got = append(got, m[1])
					}
				}
			}
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("rules (-) and table (+):\n%s", diff)
			}
		})
	}
}

func readText(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// refreshed is a README with the output of the commands that it shows as it is now.
func refreshed(readme string) string {
	var out strings.Builder
	lines := strings.SplitAfter(readme, "\n")
	for i := 0; i < len(lines); i++ {
		out.WriteString(lines[i])
		args, ok := strings.CutPrefix(lines[i], "$ go run ./cmd/pipalint ")
		if !ok {
			continue
		}
		first := i + 1
		for i+1 < len(lines) && !strings.HasPrefix(lines[i+1], "```") {
			i++
		}
		printed := slices.Collect(strings.Lines(output(strings.Fields(args))))
		out.WriteString(strings.Join(shortened(printed, lines[first:i+1]), ""))
	}
	return out.String()
}

// output is what "go run" shows of a command, on the day of the fixtures and without a locale.
func output(args []string) string {
	var out bytes.Buffer
	c := newCommand()
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(""), &out, &out
	c.Getenv = func(string) string { return "" }
	if code := c.run(append(args, "--today", analyzertest.DefaultDay)); code != exitOK {
		fmt.Fprintf(&out, "exit status %d\n", code) // as go run says
	}
	return out.String()
}

// shortened leaves out of the lines printed what the lines shown leave out: all but as many as stand
// before and behind the omission.
func shortened(printed, shown []string) []string {
	before := slices.Index(shown, omission)
	behind := len(shown) - before - 1
	if before < 0 || before+behind >= len(printed) {
		return printed
	}
	return slices.Concat(printed[:before], []string{omission}, printed[len(printed)-behind:])
}

func TestShortened(t *testing.T) {
	for _, tt := range []struct{ printed, shown, want string }{
		{"a\nb\nc\n", "x\n", "a\nb\nc\n"},
		{"a\nb\nc\nd\n", "x\n…\ny\n", "a\n…\nd\n"},
		{"a\nb\nc\nd\n", "x\ny\n…\n", "a\nb\n…\n"},
		{"a\nb\n", "x\n…\ny\n", "a\nb\n"},
		{"", "x\n…\n", ""},
	} {
		lines := func(s string) []string { return slices.Collect(strings.Lines(s)) }
		if got := strings.Join(shortened(lines(tt.printed), lines(tt.shown)), ""); got != tt.want {
			t.Errorf("%q shown as %q: %q, want %q", tt.printed, tt.shown, got, tt.want)
		}
	}
}
