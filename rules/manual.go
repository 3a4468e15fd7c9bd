package rules

import (
	"embed"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strconv"
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

	// Given is what is known of the controller, as a configuration writes it: "sells-online = true", a line each.
	Given string

	Twin *Sample // the same policy in another language, with which it is compared; or nil
}

// Controller is what is known of the controller of a sample.
func (s Sample) Controller() analyzer.Controller {
	c := analyzer.Controller{Does: make(map[string]bool)}
	for line := range strings.Lines(s.Given) {
		key, value, _ := strings.Cut(line, "=")
		if does, err := strconv.ParseBool(strings.TrimSpace(value)); err == nil {
			c.Does[strings.TrimSpace(key)] = does
		}
	}
	return c
}

// Example is a bad and a good example of a rule: the first of each in its fixture, without what its
// test expects there.
func Example(name string) (bad, good Sample) {
	data, err := fs.ReadFile(fixtures.Rules, "rules/"+name+".txtar")
	if err != nil {
		return bad, good
	}
	archive := txtar.Parse(data)
	for i, f := range archive.Files {
		text, given := withoutComments(string(f.Data))
		if path.Base(f.Name) == homePage {
			text = wayText(archive.Files[i:])
		}
		of, isTwin := strings.CutPrefix(f.Name, "twin-of-")
		sample := Sample{Name: f.Name, Text: text, Day: dayOf(string(archive.Comment)), Given: given}
		switch {
		case isTwin && isNamed(bad, of):
			bad.Twin = &sample
		case isTwin && isNamed(good, of):
			good.Twin = &sample
		case bad == Sample{} && strings.HasPrefix(f.Name, "bad"):
			bad = sample
		case good == Sample{} && strings.HasPrefix(f.Name, "good"):
			good = sample
		}
	}
	return bad, good
}

// isNamed reports whether a sample has a name, in whichever format.
func isNamed(s Sample, name string) bool {
	return s.Name != "" && strings.TrimSuffix(s.Name, path.Ext(s.Name)) == strings.TrimSuffix(name, path.Ext(name))
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

// withoutComments cuts the expectations, and what is given, out of an example, as package analyzertest does before
// it reads it: a comment with the spaces before it, and the lines that hold no more.
func withoutComments(text string) (left, given string) {
	var b, known strings.Builder
	for line := range strings.Lines(text) {
		before, comment, found := cutComment(line)
		if rest, ok := strings.CutPrefix(comment, "given "); ok {
			rest, _, _ = strings.Cut(rest, "-->")
			known.WriteString(strings.TrimSpace(rest) + "\n")
		}
		switch before = strings.TrimRight(before, " \t\r\n"); {
		case !found:
			b.WriteString(line)
		case before != "":
			b.WriteString(before + "\n")
		}
	}
	return b.String(), known.String()
}

// cutComment cuts a line before the first comment that is for a test, in either form.
func cutComment(line string) (before, comment string, found bool) {
	for _, opens := range [...]string{"<!-- want", "#want", "<!-- given ", "#given "} {
		if i := strings.Index(line, opens); i >= 0 {
			return line[:i], strings.TrimLeft(line[i:], "<!-# "), true
		}
	}
	return line, "", false
}
