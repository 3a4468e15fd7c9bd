package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// read begins a pass over pages, each by the ending of its name: "policy.html".
func read(t testing.TB, name string, pages ...string) *analyzer.Pass {
	t.Helper()
	p := &policy.Policy{}
	for _, text := range pages {
		doc, err := scrape.Parse(name, []byte(text), scrape.Options{})
		if err != nil {
			t.Fatalf("%v: %q", err, text)
		}
		p.Pages = append(p.Pages, doc)
	}
	return analyzer.NewPass(p, date.Date{Year: 2026, Month: 1, Day: 2})
}

// body begins a pass over a page of HTML with this body.
func body(t testing.TB, html string) *analyzer.Pass {
	t.Helper()
	return read(t, "policy.html", "<!DOCTYPE html><meta charset=utf-8>"+html)
}

// lines are paragraphs of HTML.
func lines(text ...string) string { return "<p>" + strings.Join(text, "</p>\n<p>") + "</p>\n" }

// quoteAt is the visible text of a range of the first page.
func quoteAt(p *analyzer.Pass, r policy.Range) string { return p.Policy.Pages[0].TextOf(r) }

// statuses writes the clauses of a page that are not absent, and those of which something was met.
func statuses(p *analyzer.Pass, of ...facts.Clause) string {
	var out []string
	for _, c := range of {
		f := facts.Clauses.Of(p)[c]
		s := string(f.Status)
		switch {
		case f.Status == facts.Absent && f.EmptyHeading:
			s = "empty"
		case f.Status == facts.Absent && f.Met():
			s = "mention"
		}
		out = append(out, fmt.Sprintf("%s %s", c, s))
	}
	return strings.Join(out, ", ")
}

// ten are the clauses that every policy has, or says that it has no need of.
var ten = []facts.Clause{facts.Purpose, facts.Items, facts.Retention, facts.Destruction, facts.Rights,
	facts.Officer, facts.Safety, facts.ThirdParty, facts.Entrustment, facts.EffectiveDate}
