package rules

import (
	"embed"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer"
	fixtures "github.com/pipalint/pipalint/testdata"
)

// The manual of a rule is the comment above it: the sources are part of the program.
//
//go:embed *.go
var sources embed.FS

// Manual is the manual of a rule in both languages, and whether there is such a rule.
func Manual(name string) (analyzer.Text, bool) {
	src, err := fs.ReadFile(sources, strings.ReplaceAll(name, "-", "_")+".go")
	if err != nil {
		return analyzer.Text{}, false
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", src, parser.ParseComments)
	if err != nil {
		return analyzer.Text{}, false
	}
	for _, decl := range file.Decls {
		if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.VAR && g.Doc != nil {
			en, ko, found := strings.Cut(g.Doc.Text(), "# 한국어\n")
			return analyzer.Text{En: strings.TrimSpace(en), Ko: strings.TrimSpace(ko)}, found
		}
	}
	return analyzer.Text{}, false
}

// A Sample is a policy that shows what a rule does. The zero Sample is none.
type Sample struct {
	Name string // of its file, which tells its format
	Text string
	Day  string // the day by whose law it is judged, as 2006-01-02; empty for any
}

// Example is a bad and a good example of a rule: the first of each in its fixture, without what its
// test expects there.
func Example(name string) (bad, good Sample) {
	data, err := fs.ReadFile(fixtures.Rules, "rules/"+name+".txtar")
	if err != nil {
		return bad, good
	}
	archive := txtar.Parse(data)
	for _, f := range archive.Files {
		sample := Sample{Name: f.Name, Text: withoutWants(string(f.Data)), Day: dayOf(string(archive.Comment))}
		switch {
		case bad == Sample{} && strings.HasPrefix(f.Name, "bad"):
			bad = sample
		case good == Sample{} && strings.HasPrefix(f.Name, "good"):
			good = sample
		}
	}
	return bad, good
}

// dayOf is the day that a fixture names by whose law it is judged, or none.
func dayOf(comment string) string {
	for line := range strings.Lines(comment) {
		if day, ok := strings.CutPrefix(line, "day:"); ok {
			return strings.TrimSpace(day)
		}
	}
	return ""
}

// withoutWants cuts the expectations out of an example, as package analyzertest does before it reads
// it: a comment with the spaces before it, and the lines that hold no more.
func withoutWants(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		before, _, found := strings.Cut(line, "<!-- want")
		if !found {
			before, _, found = strings.Cut(line, "#want")
		}
		switch before = strings.TrimRight(before, " \t\r\n"); {
		case !found:
			b.WriteString(line)
		case before != "":
			b.WriteString(before + "\n")
		}
	}
	return b.String()
}
