package analyzertest

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// question is the severity, in an expectation, of a finding that asks.
const question = "question"

// homePage is how the first page of a folder is called that is no page of the policy.
const homePage = "home.html"

// fixture is a policy of an archive.
type fixture struct {
	name  string
	pages []page
	twins []page         // in other languages
	only  *analyzer.Rule // whose findings count; nil for all
}

// page is a file of the archive, and where it stands: its name, and the line above its first.
type page struct {
	archive    string
	line       int
	name, text string
}

// at is a line of the file, as failures name it.
func (f page) at(line int) string { return fmt.Sprintf("%s:%d: %s", f.archive, f.line+line, f.name) }

// finding is a diagnostic with what an expectation is held against.
type finding struct {
	analyzer.Diagnostic
	line    int    // of the text as it is read
	covered string // the source that it covers
	taken   bool
}

// check judges the policy and compares what is found in each of its pages with what is wanted there.
func (f fixture) check(t testing.TB, c *analyzer.Check) {
	t.Helper()
	var docs []*policy.Document
	var taken []extraction
	for _, one := range f.pages {
		e, err := one.extract(one.text)
		if err != nil {
			t.Fatal(err)
		}
		taken = append(taken, e)
		docs = append(docs, document(t, one.name, e.text))
	}
	p := &policy.Policy{Pages: docs}
	if path.Base(f.pages[0].name) == homePage {
		p.Pages, p.Way = docs[len(docs)-1:], policy.WayThrough(docs)
	}
	pass := analyzer.NewPass(p, c.Day)
	for i, e := range taken {
		if err := give(pass, e.given); err != nil {
			t.Fatalf("%s: %v", f.pages[i].name, err)
		}
	}
	f.pair(t, pass)
	byFile := make(map[*policy.File][]analyzer.Diagnostic)
	for _, d := range f.counting(c.RunPass(pass)) {
		byFile[d.Place.File] = append(byFile[d.Place.File], d)
	}
	for i, one := range f.pages {
		one.compare(t, taken[i], findings(byFile[docs[i].File]))
		delete(byFile, docs[i].File)
	}
	for _, list := range byFile {
		t.Errorf("%s: in none of its pages: %s", f.name, list[0].Message.En)
	}
}

// pair gives a pass the twins of its policy.
func (f fixture) pair(t testing.TB, pass *analyzer.Pass) {
	t.Helper()
	for _, one := range f.twins {
		e, err := one.extract(one.text)
		if err != nil {
			t.Fatal(err)
		}
		if len(e.wants) > 0 {
			t.Fatalf("%s: a twin wants nothing, for what is found stands in the policy", one.at(e.wants[0].written))
		}
		twin := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{document(t, one.name, e.text)}}, pass.Today)
		if err := give(twin, e.given); err != nil {
			t.Fatalf("%s: %v", one.name, err)
		}
		pass.Twins = append(pass.Twins, twin)
	}
}

// compare holds what is found in a page against what it wants.
func (f page) compare(t testing.TB, e extraction, found []*finding) {
	t.Helper()
	var unmet []*want
	for _, w := range e.wants {
		if d := first(found, w.met); d != nil {
			d.taken = true
		} else {
			unmet = append(unmet, w)
		}
	}
	for _, w := range unmet {
		d := first(found, w.matches)
		if d == nil {
			t.Errorf("%s: not found: %s", f.at(w.written), w.message)
			continue
		}
		d.taken = true
		t.Errorf("%s: found, but %s: %s", f.at(w.written), w.unlike(d), d)
	}
	for _, d := range found {
		if !d.taken {
			t.Errorf("%s: not wanted: %s", f.at(writtenLine(e.written, d.line)), d)
		}
	}
}

// counting are the findings that the policy answers for.
func (f fixture) counting(list []analyzer.Diagnostic) []analyzer.Diagnostic {
	if f.only == nil {
		return list
	}
	return slices.DeleteFunc(list, func(d analyzer.Diagnostic) bool { return d.Rule != f.only })
}

func findings(list []analyzer.Diagnostic) []*finding {
	out := make([]*finding, len(list))
	for i, d := range list {
		text, s := d.Place.File.Text, d.Place.Span
		out[i] = &finding{Diagnostic: d, line: d.Place.File.Position(s.Start).Line, covered: text[s.Start:s.End]}
	}
	return out
}

// first is the first finding that no expectation has taken and that holds, or nil.
func first(list []*finding, holds func(*finding) bool) *finding {
	for _, d := range list {
		if !d.taken && holds(d) {
			return d
		}
	}
	return nil
}

// writtenLine is where a line of the text that was read stands in the file.
func writtenLine(written []int, line int) int {
	if line > len(written) {
		return line // behind the last line break
	}
	return written[line-1]
}

// matches reports whether a finding stands on the line and has the message.
func (w *want) matches(d *finding) bool {
	return d.line == w.line && (w.message.MatchString(d.text("en")) || w.message.MatchString(d.text("ko")))
}

// met reports whether a finding is the one that is wanted.
func (w *want) met(d *finding) bool { return w.matches(d) && w.unlike(d) == "" }

// unlike tells in what a finding that matches differs from the one wanted.
func (w *want) unlike(d *finding) string {
	var out []string
	if w.severity != "" && w.severity != d.severity() {
		out = append(out, fmt.Sprintf("as %s and not %s", d.severity(), w.severity))
	}
	if w.pinned && w.covered != d.covered {
		out = append(out, fmt.Sprintf("at %q and not %q", d.covered, w.covered))
	}
	return strings.Join(out, " and ")
}

func (d *finding) text(lang string) string { return d.Rule.Name + ": " + d.Message.In(lang) }

func (d *finding) severity() string {
	if d.Question {
		return question
	}
	return d.Severity.String()
}

// String is the finding as failures show it.
func (d *finding) String() string {
	return fmt.Sprintf("%s %q (%s) at %q", d.severity(), d.text("en"), d.Message.Ko, d.covered)
}
