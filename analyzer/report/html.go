package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/look"
)

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

//go:embed page.html.tmpl
var pageTemplate string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"word": func(key string) analyzer.Text { return pageWords[key] },
	"pair": func(run runView, quoted string) quotedRun { return quotedRun{run, quoted} },
}).Parse(pageTemplate))

// A quotedRun is a run with the language of its text.
type quotedRun struct {
	Run    runView
	Quoted string
}

// writeHTML writes one page that needs nothing else. All that comes from policies is text in it; no script runs but
// its own, which only helps the keyboard and the search: all else is style.
func writeHTML(w io.Writer, run *Run, o Options) error {
	v := pageView{Lang: o.Lang, Words: pageWords, Version: printable(run.Version), Script: template.JS(pageScript), Judged: len(run.Rules)}
	v.rules(run)
	v.documents(run)
	v.count(run)
	for _, e := range run.Stale {
		v.Stale = append(v.Stale, Stale{e.Fingerprint, printable(e.Rule), printable(e.Policy), printable(e.Subject)})
	}
	for _, f := range run.Failures {
		v.Failures = append(v.Failures, failureView{printable(f.File), plain(f.Message)})
	}
	v.Title = pageWords["title"]
	if len(v.Documents) == 1 {
		v.Title.Ko += " — " + v.Documents[0].Name
		v.Title.En += " — " + v.Documents[0].Name
	}
	style := look.Base + pageStyle + v.filters()
	v.Style = template.CSS(style)
	v.Policy = fmt.Sprintf("default-src 'none'; style-src %s; script-src %s", hashOf(style), hashOf(pageScript))
	return page.Execute(w, v)
}

// hashOf is what a content security policy calls an inline style or script.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// A pageView is what the template shows.
type pageView struct {
	Lang    string
	Title   analyzer.Text
	Words   map[string]analyzer.Text
	Version string
	Policy  string // the content security policy
	Style   template.CSS
	Script  template.JS

	Counts    []countView
	Total     int // of findings that are not ignored
	Days      []string
	Judged    int // how many rules judged
	Rules     []ruleView
	Documents []documentView
	Other     []*noteView // about no document, as an entry of the configuration
	Failures  []failureView
	Stale     []Stale

	HasNew, HasIgnored bool

	ruleIndex map[string]int
}

// A countView says how many findings of a kind there are.
type countView struct {
	Kind  string // error, warning, info, question
	Label analyzer.Text
	N     int
}

// A ruleView is a rule that found something.
type ruleView struct {
	Index int
	Name  string
	Doc   analyzer.Text
	N     int
}

type failureView struct {
	File    string
	Message analyzer.Text
}

// kinds of findings, as the filters tell them apart: questions are no infos here.
var kinds = []countView{
	{Kind: "error", Label: severityLabel(analyzer.Error)},
	{Kind: "warning", Label: severityLabel(analyzer.Warning)},
	{Kind: "info", Label: severityLabel(analyzer.Info)},
	{Kind: "question", Label: questionLabel},
}

func kindOf(f *Finding) string {
	if f.Question {
		return "question"
	}
	return max(f.Severity, analyzer.Info).String()
}

// countsOf are the numbers of findings by kind, without those that somebody ignores.
func countsOf(findings []*Finding) (counts []countView, total int) {
	for _, k := range kinds {
		for _, f := range findings {
			if f.Ignored == nil && kindOf(f) == k.Kind {
				k.N++
			}
		}
		counts = append(counts, k)
		total += k.N
	}
	return counts, total
}

// count says how many findings there are, and by the law of which days.
func (v *pageView) count(run *Run) {
	all := make([]*Finding, len(run.Findings))
	for i := range run.Findings {
		f := &run.Findings[i]
		all[i] = f
		v.HasNew = v.HasNew || f.Baseline != NoBaseline
		v.HasIgnored = v.HasIgnored || f.Ignored != nil
	}
	v.Counts, v.Total = countsOf(all)
	seen := make(map[string]bool)
	for _, d := range run.Documents {
		if day := d.Day.String(); !d.Day.IsZero() && !seen[day] {
			seen[day] = true
			v.Days = append(v.Days, day)
		}
	}
}

// rules are those that found something, in the order in which they judged; a finding may name one that is not listed.
func (v *pageView) rules(run *Run) {
	found := make(map[string]int)
	for _, f := range run.Findings {
		found[f.Rule]++
	}
	listed := make(map[string]Rule)
	names := make([]string, 0, len(found))
	for _, r := range run.Rules {
		listed[r.Name] = r
		names = append(names, r.Name)
	}
	for _, f := range run.Findings {
		names = append(names, f.Rule)
	}
	v.ruleIndex = make(map[string]int)
	for _, name := range names {
		if _, ok := v.ruleIndex[name]; ok || found[name] == 0 {
			continue
		}
		i := len(v.Rules) + 1
		v.ruleIndex[name] = i
		v.Rules = append(v.Rules, ruleView{Index: i, Name: name, Doc: listed[name].Doc, N: found[name]})
	}
}

// filters is the part of the style by which the boxes for rules hide findings.
func (v *pageView) filters() string {
	var b strings.Builder
	b.WriteString("@media screen {\n")
	for _, r := range v.Rules {
		fmt.Fprintf(&b, ":root:has(#rule%[1]d:not(:checked)) :is(.finding, .pin, .brief).rule%[1]d { display: none; }\n"+
			":root:has(#rule%[1]d:not(:checked)) mark.rule%[1]d { background: none; text-decoration: none; }\n", r.Index)
	}
	b.WriteString("}\n")
	return b.String()
}

// plain is a text without what would turn the direction of writing.
func plain(t analyzer.Text) analyzer.Text {
	return analyzer.Text{Ko: printable(t.Ko), En: printable(t.En)}
}
