// Package analyzertest holds rules to fixtures: documents that say, in comments, which findings they
// want. Every finding must be wanted, and every finding wanted must be made.
//
// A fixture is a txtar archive (golang.org/x/tools/txtar). Each of its files is a policy by itself,
// in the format that its name ends in (.html .jsp .md .txt …); files of one folder that follow each
// other (shop/main.html, shop/processors.html) are the pages of one policy, the main page first. Where the
// first is called home.html, they are the way to a policy instead: the home page, the pages between, and the
// policy as the last, each linked by the name of its file. What
// stands above the first file is for the reader, but for a line such as
//
//	day: 2026-11-21
//
// which sets the day by whose law the policies are judged; without it that is [DefaultDay].
//
// A file whose name begins with "twin-of-" is the same policy in another language, with which the policy of the rest
// of the name is compared, in whichever format either is (bad.html, twin-of-bad.md). It has no expectations: what
// is found stands in the policy.
//
// # Expectations
//
// In HTML and Markdown an expectation is a comment on the line on which the finding begins:
//
//	<h2>보유 기간</h2> <!-- want "retention-missing: nothing follows the heading" -->
//
// The string is Go's, quoted or between backquotes, and holds a regular expression, which is looked
// for in "rule-name: message", with the message in English or in Korean. There may be more:
//
//	<!-- want "first finding" "second finding" -->       two findings on this line
//	<!-- want+2 "…" -->                                  two lines below; want-1 for the line above
//	<!-- want "…" at "<b>보유</b> 기간" -->              the finding covers just these bytes of the source
//	<!-- want error "…" -->                              its severity: error, warning, info or question
//
// A question is no info. A finding goes to the first expectation of its line that it meets.
//
// In plain text (.txt), which has no comments, an expectation is a line of its own that begins with
// "#want", and stands for the line above it:
//
//	제3조(보유 기간)
//	#want "retention-missing: nothing follows the heading"
//
// # What is known
//
// A comment, or in plain text a line, that begins with "given" tells what is known of a policy from outside
// its text: of its controller, as a configuration does, and its language. It may stand in any of its pages.
//
//	<!-- given takes-children = true -->
//	<!-- given name = "모란상점" -->    also type
//	#given language = "en"
//	<!-- given gone = "lists.html" -->     links to it were followed, and lead to no page
//
// Expectations, and what is given, are taken out before the document is read, with the spaces before them where they end
// their line, and with their line where it holds nothing else, in every format. So they disturb
// nothing, and +N and -N count lines of what is left; one on a line of its own counts from the line
// above it. A comment may not go on over a line's end.
package analyzertest

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// DefaultDay is the day by whose law a fixture is judged that names none, in the form 2006-01-02.
const DefaultDay = "2026-11-21"

// Run judges each file of an archive by the rules, and fails t where the findings are not those that
// the file wants. Where t is a *testing.T each file is a subtest named after it.
func Run(t testing.TB, archive string, rules ...*analyzer.Rule) {
	t.Helper()
	run(t, archive, nil, unset, rules)
}

// RunLate judges by a rule that is late as [Run] does, after all the rules, whose findings do not count.
func RunLate(t testing.TB, archive string, late *analyzer.Rule, rules ...*analyzer.Rule) {
	t.Helper()
	run(t, archive, late, unset, rules)
}

// RunSet does so with rules that are set by what stands above the first file.
func RunSet(t testing.TB, archive string, settings func(above string) map[string]analyzer.Setting, rules ...*analyzer.Rule) {
	t.Helper()
	run(t, archive, nil, settings, rules)
}

// unset leaves rules as they come.
func unset(string) map[string]analyzer.Setting { return nil }

// run judges each policy of an archive by rules; where one of them is given, only its findings count.
func run(t testing.TB, archive string, only *analyzer.Rule, settings func(above string) map[string]analyzer.Setting, rules []*analyzer.Rule) {
	t.Helper()
	data, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	a := txtar.Parse(data)
	if len(a.Files) == 0 {
		t.Fatalf("%s: the archive holds no file", archive)
	}
	c := &analyzer.Check{Rules: rules, Settings: settings(string(a.Comment))}
	if err := c.Day.UnmarshalText(day(string(a.Comment))); err != nil {
		t.Fatalf("%s: day: %v", archive, err)
	}
	if c.Day.IsZero() {
		t.Fatalf("%s: day: none is given", archive)
	}
	for _, one := range fixtures(t, archive, a) {
		one.only = only
		if test, ok := t.(*testing.T); ok {
			test.Run(one.name, func(t *testing.T) { one.check(t, c) })
		} else {
			one.check(t, c)
		}
	}
}

// twinOf begins the name of a file that is a policy in another language.
const twinOf = "twin-of-"

func withoutFormat(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// fixtures are the policies of an archive.
func fixtures(t testing.TB, archive string, a *txtar.Archive) []fixture {
	var out []fixture
	line := strings.Count(string(a.Comment), "\n")
	for _, f := range a.Files {
		line++ // the line that names the file
		one := page{archive: archive, line: line, name: f.Name, text: string(f.Data)}
		line += strings.Count(one.text, "\n")
		if of, ok := strings.CutPrefix(f.Name, twinOf); ok {
			i := slices.IndexFunc(out, func(f fixture) bool { return withoutFormat(f.name) == withoutFormat(of) })
			if i < 0 {
				t.Fatalf("%s: it stands behind no policy of its name", one.at(0))
			}
			out[i].twins = append(out[i].twins, one)
			continue
		}
		name := f.Name
		if dir := path.Dir(f.Name); dir != "." {
			name = dir
		}
		if n := len(out) - 1; n >= 0 && out[n].name == name {
			out[n].pages = append(out[n].pages, one)
			continue
		}
		out = append(out, fixture{name: name, pages: []page{one}})
	}
	return out
}

// Parse reads a text as a policy of one page, in the format that its name ends in. It fails t where
// that cannot be done.
func Parse(t testing.TB, name, text string) *policy.Policy {
	t.Helper()
	return &policy.Policy{Pages: []*policy.Document{document(t, name, text)}}
}

// document reads a page.
func document(t testing.TB, name, text string) *policy.Document {
	t.Helper()
	doc, err := scrape.Parse(name, []byte(text), scrape.Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return doc
}

// day is the day that what stands above an archive's first file names, or the default.
func day(comment string) []byte {
	for l := range strings.Lines(comment) {
		if value, ok := strings.CutPrefix(l, "day:"); ok {
			return []byte(strings.TrimSpace(value))
		}
	}
	return []byte(DefaultDay)
}
