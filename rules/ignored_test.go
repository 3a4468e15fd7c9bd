package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/rules"
)

// judgedBy are the findings of all rules in a page, ignored ones apart, each as rule, line and quote.
func judgedBy(t *testing.T, name, text string) (found []analyzer.Diagnostic, told, ignored []string) {
	t.Helper()
	check := &analyzer.Check{Rules: rules.All(), Day: date.Date{Year: 2026, Month: 11, Day: 21}}
	found = check.Run(analyzertest.Parse(t, name, text))
	for _, d := range found {
		one := fmt.Sprintf("%s %d “%s”", d.Rule.Name, d.Place.File.Position(d.Place.Span.Start).Line, d.Quote)
		if d.Ignored == nil {
			told = append(told, one)
		} else {
			ignored = append(ignored, one)
		}
	}
	return found, told, ignored
}

// TestIgnoringChangesNothingElse ignores each finding of the invented policies and of the seeded faults, by a comment
// at the end of its line and by one for the page, and expects all others as they were, and none about the comment.
func TestIgnoringChangesNothingElse(t *testing.T) {
	pages := make(map[string]string)
	for _, pattern := range []string{"*.html", "*.md"} {
		files, err := filepath.Glob(filepath.Join("../testdata/pages", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			pages[filepath.Base(file)] = readFile(t, file)
		}
	}
	whole := readFile(t, complete)
	for _, s := range faults {
		pages[s.name+".html"] = strings.Replace(whole, s.old, s.new, 1)
	}
	n := 0
	for name, text := range pages {
		if analyzertest.Parse(t, name, text).Pages[0].File.Text != text {
			continue // stored in another encoding: a comment would have to be, too
		}
		found, told, ignored := judgedBy(t, name, text)
		if len(ignored) > 0 {
			t.Fatalf("%s: ignored already: %q", name, ignored)
		}
		for i, d := range found {
			rule := d.Rule.Name
			one := told[i]
			n++
			line := fmt.Sprintf(" <!-- pipalint:ignore %s: 검토함 -->", rule)
			if at, ok := lineEnd(d); ok {
				expectIgnored(t, name, text[:at]+line+text[at:], told, func(s string) bool { return s == one })
			}
			page := fmt.Sprintf("\n\n<!-- pipalint:ignore-file %s: 검토함 -->\n", rule)
			expectIgnored(t, name, text+page, told, func(s string) bool { return strings.HasPrefix(s, rule+" ") })
		}
	}
	if n < 50 {
		t.Errorf("only %d findings were ignored", n)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// lineEnd is where the line ends on which a finding begins, if what is written there is a comment of its own.
func lineEnd(d analyzer.Diagnostic) (int, bool) {
	text := d.Place.File.Text
	at := len(text)
	if n := strings.IndexByte(text[d.Place.Span.Start:], '\n'); n >= 0 {
		at = d.Place.Span.Start + n
	}
	return at, strings.HasSuffix(text[:at], ">")
}

// expectIgnored fails unless a page has the findings told, and just those ignored that are meant (and those that share
// their line and rule).
func expectIgnored(t *testing.T, name, text string, told []string, meant func(string) bool) {
	t.Helper()
	_, left, ignored := judgedBy(t, name, text)
	if len(ignored) == 0 || !slices.ContainsFunc(ignored, meant) {
		t.Errorf("%s: ignored %q\n%s", name, ignored, text[max(0, len(text)-100):])
	}
	all := slices.Concat(left, ignored)
	slices.Sort(all)
	if want := slices.Sorted(slices.Values(told)); !slices.Equal(all, want) {
		t.Errorf("%s:\ngot  %q\nwant %q", name, all, want)
	}
}
