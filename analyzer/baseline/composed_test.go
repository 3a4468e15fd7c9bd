package baseline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/report"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/rules"
)

// TestDecomposedMakesNoDifference writes each page, and one with many faults, in parts of characters, as macOS
// does (NFD): the same is found, at the same words.
func TestDecomposedMakesNoDifference(t *testing.T) {
	names, err := filepath.Glob("../../testdata/pages/*")
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, name := range names {
		if strings.HasSuffix(name, ".toml") {
			continue
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := scrape.Parse(name, raw, scrape.Options{})
		if err != nil {
			t.Fatal(err)
		}
		compared += sameInParts(t, name, doc.File.Text)
	}
	compared += sameInParts(t, "faulty.html", faulty(t))
	if compared < 80 {
		t.Errorf("only %d findings were compared", compared)
	}
}

// sameInParts compares what is found in a page and in the same in parts, and counts it.
func sameInParts(t *testing.T, name, text string) int {
	t.Helper()
	whole, parts := norm.NFC.String(text), norm.NFD.String(text)
	want, got := judged(t, name, []byte(whole), rules.All(), day), judged(t, name, []byte(parts), rules.All(), day)
	baseline.Identify(want)
	baseline.Identify(got)
	if len(got) != len(want) {
		t.Errorf("%s: %d findings, want %d", name, len(got), len(want))
		return 0
	}
	for i := range want {
		if g, w := inWords(parts, got[i]), inWords(whole, want[i]); g != w {
			t.Errorf("%s:\n got %s\nwant %s", filepath.Base(name), g, w)
		}
	}
	return len(want)
}

// inWords is all that a finding says, its places by what stands there and before, in whole characters.
func inWords(text string, f report.Finding) string {
	var b strings.Builder
	fmt.Fprintln(&b, f.Rule, f.Severity, f.Question, f.Subject, f.Context, f.Fingerprint, f.Message, f.Help)
	at := func(l report.Location) {
		s := l.Span
		before := norm.NFC.String(text[:s.Start])
		fmt.Fprintf(&b, "%d bytes in, line %d, %q: %q\n", len(before), l.Start.Line, l.Quote, norm.NFC.String(text[s.Start:s.End]))
		if line := text[strings.LastIndexByte(text[:s.Start], '\n')+1 : s.Start]; len([]rune(line))+1 != l.Start.Column {
			fmt.Fprintf(&b, "column %d in %q\n", l.Start.Column, line)
		}
	}
	at(f.At)
	for _, r := range f.Related {
		fmt.Fprintln(&b, r.Message)
		at(r.At)
	}
	return b.String()
}
