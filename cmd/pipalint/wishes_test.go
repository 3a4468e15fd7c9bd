package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestWishes holds pipalint to what people wish of tools like it and most do not give them, one session a wish:
//
//	W1   a missed check never looks like a clean file             testdata/wishes/w01-silent.txtar
//	W2   a baseline survives edits                                testdata/cli/baseline.txtar
//	W3   what a change did is told by findings, not lines         testdata/cli/since.txtar
//	W4   a missing clause has a place in SARIF                    testdata/wishes/w04-placed.txtar
//	W5   places are right: entities, tags in words, repetition    testdata/wishes/w05-positions.txtar
//	W6   Korean: particles, spaces, middle dots, ㈜               testdata/wishes/w06-korean.txtar
//	W7   tables are data: merged cells, heads, columns            testdata/wishes/w07-tables.txtar
//	W8   noise on a page is no change                             testdata/wishes/w08-noise.txtar
//	W9   the body is found without a selector, or it is told      testdata/wishes/w09-body.txtar
//	W10  what is ignored has a reason and an end                  testdata/cli/ignores.txtar
//
// TestDemonstration shows W2, W3 and W10 together.
func TestWishes(t *testing.T) { runSessions(t, "wishes") }

// Each wish is named by the first line of one session.
func TestEveryWishHasASession(t *testing.T) {
	sessions, err := filepath.Glob(filepath.Join("..", "..", "testdata", "*", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?m)\A(?:[^#\n].*\n|\n)*# (W\d+): `)
	var got, want []string
	for _, name := range sessions {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if m := named.FindSubmatch(text); m != nil {
			got = append(got, string(m[1]))
		}
	}
	for i := range 10 {
		want = append(want, fmt.Sprintf("W%d", i+1))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the sessions name %q, want %q", got, want)
	}
}

// placed wants so many results in a report in SARIF, and of each one place: of a character or more, in lines
// that the file has: placed 12 report.sarif.
func placed(ts *testscript.TestScript, _ bool, args []string) {
	var log struct {
		Runs []struct {
			Results []struct {
				RuleID    string
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
			}
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &log))
	results := log.Runs[0].Results
	if want := args[0]; fmt.Sprint(len(results)) != want {
		ts.Fatalf("%d results, want %s", len(results), want)
	}
	for _, r := range results {
		if len(r.Locations) != 1 {
			ts.Fatalf("%s has %d places", r.RuleID, len(r.Locations))
		}
		place := r.Locations[0].PhysicalLocation
		name, err := url.PathUnescape(place.ArtifactLocation.URI)
		ts.Check(err)
		lines, at := strings.Split(ts.ReadFile(name), "\n"), place.Region
		if at.StartLine < 1 || at.StartColumn < 1 || at.EndLine > len(lines) || at.EndLine < at.StartLine ||
			at.EndLine == at.StartLine && at.EndColumn <= at.StartColumn {
			ts.Fatalf("%s stands at %+v of %s", r.RuleID, at, name)
		}
	}
}
