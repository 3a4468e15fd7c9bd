package analyzer_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/law"
)

// emptyPolicy has pages without text, by name.
func emptyPolicy(names ...string) *policy.Policy {
	p := &policy.Policy{}
	for _, name := range names {
		p.Pages = append(p.Pages, &policy.Document{File: policy.NewFile(name, "", "utf-8", nil)})
	}
	return p
}

// found writes diagnostics as "rule file:start-end severity".
func found(list []analyzer.Diagnostic) []string {
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%s %s:%d-%d %s", d.Rule.Name, d.Place.File.Name, d.Place.Span.Start, d.Place.Span.End, d.Severity))
	}
	return out
}

// rule reports a finding at each place: a page and a span in it.
func rule(name string, places ...[3]int) *analyzer.Rule {
	return &analyzer.Rule{Name: name, Severity: analyzer.Warning, Run: func(p *analyzer.Pass) {
		for _, at := range places {
			p.Report(analyzer.Diagnostic{Place: policy.Place{File: p.Policy.Pages[at[0]].File, Span: policy.Span{Start: at[1], End: at[2]}}})
		}
	}}
}

func TestFactsAreFoundOnce(t *testing.T) {
	var asked []string
	names := analyzer.NewFact("names", func(p *analyzer.Pass) string {
		asked = append(asked, "names")
		return p.Policy.Pages[0].File.Name
	})
	loud := analyzer.NewFact("loud", func(p *analyzer.Pass) string {
		asked = append(asked, "loud")
		return strings.ToUpper(names.Of(p))
	})
	never := analyzer.NewFact("never", func(*analyzer.Pass) []int { asked = append(asked, "never"); return nil })
	unasked := never.String()

	p := analyzer.NewPass(emptyPolicy("a.html"), day)
	r := &analyzer.Rule{Name: "asks", Severity: analyzer.Info, Run: func(p *analyzer.Pass) { names.Of(p); loud.Of(p); loud.Of(p) }}
	(&analyzer.Check{Rules: []*analyzer.Rule{r, r}, Day: day}).RunPass(p)
	if got := loud.Of(p) + " " + names.Of(p); got != "A.HTML a.html" {
		t.Errorf("the facts are %q", got)
	}
	if !slices.Equal(asked, []string{"names", "loud"}) {
		t.Errorf("found %q, want each once and none that nobody asked for (%s)", asked, unasked)
	}
	if got := names.Of(analyzer.NewPass(emptyPolicy("b.html"), day)); got != "b.html" || len(asked) != 3 {
		t.Errorf("another pass has %q, found %q", got, asked)
	}
}

// TestFactsWithoutValue checks that a fact that found nothing is not looked for again, and that two
// facts of one name are two.
func TestFactsWithoutValue(t *testing.T) {
	n := 0
	nothing := analyzer.NewFact("same", func(*analyzer.Pass) []string { n++; return nil })
	other := analyzer.NewFact("same", func(*analyzer.Pass) error { n++; return nil })
	p := analyzer.NewPass(emptyPolicy("a.html"), day)
	for range 2 {
		if got := nothing.Of(p); got != nil || n != 1 {
			t.Errorf("%v, found %d times", got, n)
		}
	}
	if other.Of(p) != nil || n != 2 {
		t.Errorf("found %d times", n)
	}
	if nothing.Name != "same" || !strings.Contains(nothing.String(), "same") {
		t.Errorf("named %q, shown as %q", nothing.Name, nothing)
	}
}

func TestOrder(t *testing.T) {
	c := analyzer.Check{Day: day, Rules: []*analyzer.Rule{
		rule("late", [3]int{1, 4, 9}, [3]int{0, 4, 9}),
		rule("early", [3]int{1, 0, 1}, [3]int{0, 4, 9}, [3]int{0, 4, 6}, [3]int{0, 2, 30}),
		rule("silent"),
	}}
	want := []string{
		"early b.html:2-30 warning", "early b.html:4-6 warning", "early b.html:4-9 warning", "late b.html:4-9 warning",
		"early a.html:0-1 warning", "late a.html:4-9 warning",
	}
	if got := found(c.Run(emptyPolicy("b.html", "a.html"))); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	slices.Reverse(c.Rules)
	if got := found(c.Run(emptyPolicy("b.html", "a.html"))); !slices.Equal(got, want) {
		t.Errorf("the order of the rules makes a difference:\n%s", strings.Join(got, "\n"))
	}
}

// TestOrderAtOnePlace tells errors first, whatever the rules are called and wherever findings end.
func TestOrderAtOnePlace(t *testing.T) {
	at := func(name string, severity analyzer.Severity, end int) *analyzer.Rule {
		return &analyzer.Rule{Name: name, Severity: severity, Run: func(p *analyzer.Pass) {
			p.Report(analyzer.Diagnostic{Place: policy.Place{File: p.Policy.Pages[0].File, Span: policy.Span{Start: 3, End: end}}})
		}}
	}
	c := analyzer.Check{Day: day, Rules: []*analyzer.Rule{
		at("a", analyzer.Info, 4), at("b", analyzer.Warning, 5), at("y", analyzer.Error, 4), at("x", analyzer.Error, 9), at("c", analyzer.Warning, 4),
	}}
	got := ""
	for _, d := range c.Run(emptyPolicy("a.html")) {
		got += d.Rule.Name
	}
	if got != "xybca" {
		t.Errorf("got %q", got)
	}
}

// TestOrderOfOtherFiles tells what stands in the pages first, then what stands in other files, by their names.
func TestOrderOfOtherFiles(t *testing.T) {
	p := emptyPolicy("b.html", "a.html")
	manifests := []*policy.File{policy.NewFile("pom.xml", "", "utf-8", nil), policy.NewFile("go.mod", "", "utf-8", nil)}
	files := slices.Concat(manifests, []*policy.File{p.Pages[1].File, nil, p.Pages[0].File})
	r := &analyzer.Rule{Name: "everywhere", Severity: analyzer.Info, Run: func(p *analyzer.Pass) {
		for i, f := range files {
			p.Report(analyzer.Diagnostic{Place: policy.Place{File: f, Span: policy.Span{Start: len(files) - i}}})
		}
	}}
	var got []string
	for _, d := range (&analyzer.Check{Rules: []*analyzer.Rule{r}, Day: day}).Run(p) {
		if d.Place.File == nil {
			got = append(got, "none")
			continue
		}
		got = append(got, d.Place.File.Name)
	}
	if want := []string{"b.html", "none", "a.html", "go.mod", "pom.xml"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestEqualPlaces keeps the order in which a rule reports what stands at one place.
func TestEqualPlaces(t *testing.T) {
	r := &analyzer.Rule{Name: "twice", Severity: analyzer.Info, Run: func(p *analyzer.Pass) {
		for _, s := range []string{"b", "a", "c"} {
			p.Report(analyzer.Diagnostic{Place: policy.Place{File: p.Policy.Pages[0].File}, Quote: s})
		}
	}}
	got := ""
	for _, d := range (&analyzer.Check{Rules: []*analyzer.Rule{r}, Day: day}).Run(emptyPolicy("a.html")) {
		got += d.Quote
	}
	if got != "bac" {
		t.Errorf("got %q", got)
	}
}

func TestDuties(t *testing.T) {
	r := rule("dated", [3]int{0, 0, 1})
	for _, tt := range []struct {
		duty law.Duty
		day  date.Date
		want int
	}{
		{"", date.Date{Year: 1990, Month: 1, Day: 1}, 1},
		{"purpose", date.Date{Year: 2011, Month: 9, Day: 29}, 0},
		{"purpose", date.Date{Year: 2011, Month: 9, Day: 30}, 1},
		{"effective-date", date.Date{Year: 2020, Month: 8, Day: 10}, 0},
		{"effective-date", date.Date{Year: 2020, Month: 8, Day: 11}, 1},
		{"destruction", date.Date{Year: 2020, Month: 8, Day: 4}, 1},
		{"destruction", date.Date{Year: 2020, Month: 8, Day: 5}, 1},
		{"unknown-duty", day, 0},
	} {
		dated := *r
		dated.Duty = tt.duty
		c := analyzer.Check{Rules: []*analyzer.Rule{&dated}, Day: tt.day}
		if got := c.Run(emptyPolicy("a.html")); len(got) != tt.want {
			t.Errorf("%q on %s: %d findings, want %d", tt.duty, tt.day, len(got), tt.want)
		}
	}
}

func TestSeverities(t *testing.T) {
	for _, tt := range []struct {
		rule, given analyzer.Severity
		question    bool
		want        analyzer.Severity
	}{
		{analyzer.Error, 0, false, analyzer.Error},
		{analyzer.Warning, 0, false, analyzer.Warning},
		{analyzer.Error, analyzer.Warning, false, analyzer.Warning},
		{analyzer.Error, analyzer.Info, false, analyzer.Info},
		{analyzer.Error, 0, true, analyzer.Info},
		{analyzer.Error, analyzer.Error, true, analyzer.Info},
		{analyzer.Info, 0, true, analyzer.Info},
	} {
		r := &analyzer.Rule{Name: "severe", Severity: tt.rule}
		r.Run = func(p *analyzer.Pass) {
			p.Report(analyzer.Diagnostic{Severity: tt.given, Question: tt.question, Place: policy.Place{File: p.Policy.Pages[0].File}})
		}
		got := (&analyzer.Check{Rules: []*analyzer.Rule{r}, Day: day}).Run(emptyPolicy("a.html"))
		if len(got) != 1 || got[0].Severity != tt.want || got[0].Question != tt.question || got[0].Rule != r {
			t.Errorf("%+v: got %v", tt, found(got))
		}
	}
}

func TestSeverityNames(t *testing.T) {
	for s, name := range map[analyzer.Severity]string{analyzer.Info: "info", analyzer.Warning: "warning", analyzer.Error: "error"} {
		if got, ok := analyzer.ParseSeverity(name); !ok || got != s || s.String() != name {
			t.Errorf("%q is read as %v, %t, and written as %q", name, got, ok, s)
		}
	}
	for _, name := range []string{"", "Error", "warn", "never"} {
		if s, ok := analyzer.ParseSeverity(name); ok || s != 0 {
			t.Errorf("%q is read as %v", name, s)
		}
	}
	if text := (analyzer.Text{Ko: "가", En: "a"}); text.In("ko") != "가" || text.In("en") != "a" || text.In("ja") != "a" {
		t.Error("a text is not in its language")
	}
}

// TestRunAgain judges one pass twice and many policies at once: the findings are the same.
func TestRunAgain(t *testing.T) {
	c := &analyzer.Check{Day: day, Rules: []*analyzer.Rule{rule("a", [3]int{0, 1, 2}), rule("b", [3]int{0, 0, 2})}}
	p := analyzer.NewPass(emptyPolicy("a.html"), day)
	first := found(c.RunPass(p))
	if again := found(c.RunPass(p)); len(first) != 2 || !slices.Equal(first, again) {
		t.Errorf("first %q, then %q", first, again)
	}
	var group sync.WaitGroup
	results := make([][]string, 20)
	for i := range results {
		group.Go(func() { results[i] = found(c.Run(emptyPolicy("a.html"))) })
	}
	group.Wait()
	for i, got := range results {
		if !slices.Equal(got, first) {
			t.Errorf("policy %d: %q", i, got)
		}
	}
}

// TestNothingToJudge checks a policy without pages, by no rules.
func TestNothingToJudge(t *testing.T) {
	if got := (&analyzer.Check{Day: day}).Run(&policy.Policy{}); len(got) != 0 {
		t.Errorf("got %q", found(got))
	}
}
