package analyzer_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
)

// slots reports every #n that a page shows or has in a tag, and at its beginning that something lacks.
var slots = &analyzer.Rule{Name: "slot", Severity: analyzer.Warning, Run: func(p *analyzer.Pass) {
	for _, doc := range p.Policy.Pages {
		for _, at := range slot.FindAllStringIndex(doc.File.Text, -1) {
			span := policy.Span{Start: at[0], End: at[1]}
			p.Report(analyzer.Diagnostic{Place: policy.Place{File: doc.File, Span: span}, Quote: doc.File.Text[at[0]:at[1]]})
		}
	}
	p.Report(analyzer.Diagnostic{Place: p.Policy.Pages[0].Place(policy.Range{}), Quote: "#lack", Absent: true})
	p.Report(analyzer.Diagnostic{Place: policy.Place{File: manifest}, Quote: "#elsewhere"})
}}

var (
	slot     = regexp.MustCompile(`#\d+`)
	manifest = policy.NewFile("package.json", "{}", "utf-8", nil)
)

// ignoring reads a page, in which <!-- ! --> stands for a comment that asks to ignore, and <!-- !file --> for one that asks
// for all of the page.
func ignoring(t *testing.T, name, text string) *policy.Document {
	t.Helper()
	text = strings.NewReplacer("<!-- ! -->", "<!-- pipalint:ignore slot: why -->", "<!-- !file -->", "<!-- pipalint:ignore-file slot: why -->").Replace(text)
	doc, err := scrape.Parse(name, []byte(text), scrape.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// covered are the findings that are left out, by what they quote.
func covered(pages ...*policy.Document) string {
	var out []string
	for _, d := range (&analyzer.Check{Rules: []*analyzer.Rule{slots}, Day: day}).Run(&policy.Policy{Pages: pages}) {
		if d.Ignored != nil {
			out = append(out, d.Quote)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestIgnoreCovers(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"nothing", "<p>#1</p>\n<p>#2</p>", ""},
		{"the line", "<h1>a</h1>\n<p>#1</p> <!-- ! -->\n<p>#2</p>", "#1"},
		{"the line, and what stands behind on it", "<h1>a</h1>\n<p>#1</p> <!-- ! --> <p>#2</p>\n<p>#3</p>", "#1 #2"},
		{"the paragraph that follows", "<h1>a</h1>\n<!-- ! -->\n<p>#1\n#2</p>\n<p>#3</p>", "#1 #2"},
		{"the paragraph that follows further below", "<h1>a</h1>\n<!-- ! -->\n\n<div class=x>\n<p>#1</p>\n<p>#2</p></div>", "#1"},
		{"a line of a paragraph", "<h1>a</h1>\n<!-- ! -->\n<p>#1<br>\n#2</p>", "#1"},
		{"a heading, not its section", "<h1>a</h1>\n<!-- ! -->\n<h2>#1</h2>\n<p>#2</p>", "#1"},
		{"an item", "<ul>\n<li>#1</li>\n<!-- ! -->\n<li>#2</li>\n<li>#3</li></ul>", "#2"},
		{"an item, not those within", "<h1>a</h1><ul>\n<!-- ! -->\n<li>#1\n<ul>\n<li>#2</li></ul></li></ul>", "#1"},
		{"within an element", "<h1>a</h1>\n<p>\n<!-- ! -->\n#1</p>\n<p>#2</p>", "#1"},
		{"a table", "<h1>a</h1>\n<!-- ! -->\n<table>\n<caption>#1</caption>\n<tr><th>#2</th><th>b</th></tr>\n<tr><td>c</td>\n<td>#3</td></tr></table>\n<p>#4</p>", "#1 #2 #3"},
		{"a table up to an empty cell", "<h1>a</h1>\n<!-- ! -->\n<table><tr><th>b</th><th>c</th></tr>\n<tr><td>#1</td>\n<td id=#2></td></tr></table>\n<p>#3</p>", "#1 #2"},
		{"a row", "<table>\n<tr><th>a</th><th>b</th></tr>\n<!-- ! -->\n<tr><td>#1</td>\n<td>#2</td></tr>\n<tr><td>#3</td><td>c</td></tr></table>", "#1 #2"},
		{"a row of an empty cell", "<table>\n<tr><th>a</th><th>b</th></tr>\n<!-- ! -->\n<tr><td id=#1></td>\n<td>#2</td></tr>\n<tr><td>#3</td><td>c</td></tr></table>", "#1 #2"},
		{"a paragraph in a cell", "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>\n<!-- ! -->\n<p>#1</p><p>#2</p></td>\n<td>#3</td></tr></table>", "#1"},
		{"a table in a cell", "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>c\n<!-- ! -->\n<table><tr><th>d</th><th>#1</th></tr>\n<tr><td>e</td><td>#2</td></tr></table></td>\n<td>#3</td></tr></table>", "#1 #2"},
		{"text that the parser moves", "<h1>a</h1>\n<table>\n<!-- ! -->\n#1\n<tr><td>#2</td><td>b</td></tr>\n<tr><td>c</td><td>#3</td></tr></table>", "#1 #2"},
		{"a script before the paragraph", "<h1>a</h1>\n<!-- ! -->\n<script src='#1'></script>\n<p>#2</p>\n<p>#3</p>", "#1 #2"},
		{"a script on the line", "<h1>a</h1>\n<script src='#1'></script> <!-- ! -->\n<p>#2</p>", "#1"},
		{"a script at the end", "<h1>a</h1>\n<p>#1</p>\n<!-- ! -->\n<script src='#2'></script>", "#2"},
		{"over several lines", "<h1>a</h1>\n<p>#1</p> <!-- pipalint:ignore\nslot: why --> <p>#2</p>\n<p>#3</p>", "#1 #2"},
		{"two comments", "<h1>a</h1>\n<!-- ! --> <!-- pipalint:ignore other: why -->\n<p>#1</p>\n<p>#2</p>", "#1"},
		{"what the page lacks", "<!-- ! -->\n<title>#1</title>\n<h1>a</h1>\n<p>#2</p>", "#1 #lack"},
		{"what the page lacks, behind the title", "<title>#1</title>\n<body>\n<!-- ! -->\n<h1>#2</h1>\n<p>#3</p>", "#2 #lack"},
		{"nothing that it lacks further down", "<h1>a</h1>\n<!-- ! -->\n<p>#1</p>", "#1"},
		{"the page", "<h1>a</h1>\n<p>#1</p>\n<p>#2</p>\n<!-- !file -->", "#1 #2 #elsewhere #lack"},
		{"a page in one line: what follows", "<h1>a</h1><p>" + strings.Repeat("가나다라 ", 500) + "#1</p><!-- ! --><p>#2</p><p>#3</p>", "#2"},
		{"no script", "<h1>a</h1>\n<script>'<!-- ! -->'</script>\n<p>#1</p>", ""},
		{"no textarea", "<h1>a</h1>\n<textarea><!-- ! -->\n#1</textarea>", ""},
		{"a server page", "<h1>a</h1>\n<%-- pipalint:ignore slot: why --%>\n<p>#1</p>\n<p>#2</p>", "#1"},
	} {
		if got := covered(ignoring(t, "page.html", tt.page)); got != tt.want {
			t.Errorf("%s: covers %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestIgnoreCoversInMarkdown(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"the line", "# a\n\n#1 <!-- ! -->\n\n#2", "#1"},
		{"the paragraph that follows", "# a\n\n<!-- ! -->\n가나 #1\n\n#2", "#1"},
		{"a heading", "# a\n\n<!-- ! -->\n## b #1\n#2", "#1"},
		{"an item", "# a\n\n- b #1\n<!-- ! -->\n- c #2\n- d #3", "#2"},
		{"an item, at its end", "# a\n\n1. b #1\n2. c #2 <!-- ! -->\n3. d #3", "#2"},
		{"a table", "# a\n\n<!-- ! -->\n\n| b | c |\n| --- | --- |\n| #1 | d |\n| e | #2 |\n\n#3", "#1 #2"},
		{"a row", "# a\n\n| b | c |\n| --- | --- |\n| #1 | d <!-- ! --> |\n| e | #2 |\n\n#3", "#1"},
		{"what the page lacks", "<!-- ! -->\n\n# a\n\n#1", "#lack"},
		{"the page", "# a\n\n#1\n\n#2\n\n<!-- !file -->", "#1 #2 #elsewhere #lack"},
		{"no code", "# a\n\n```\n<!-- ! -->\n```\n\n#1 `<!-- ! -->`", ""},
	} {
		if got := covered(ignoring(t, "page.md", tt.page)); got != tt.want {
			t.Errorf("%s: covers %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestIgnoreCoversItsPage tells that a comment is about the page in which it stands; what stands in no page belongs to
// the main one.
func TestIgnoreCoversItsPage(t *testing.T) {
	main, sub := "<h1>a</h1>\n<p>#1</p>", "<h1>b</h1>\n<p>#2</p>"
	for _, tt := range []struct{ main, sub, want string }{
		{main + "<!-- !file -->", sub, "#1 #elsewhere #lack"},
		{main, sub + "<!-- !file -->", "#2"},
		{main, "<!-- ! -->\n" + sub, ""},
	} {
		if got := covered(ignoring(t, "main.html", tt.main), ignoring(t, "sub.html", tt.sub)); got != tt.want {
			t.Errorf("%q: covers %q, want %q", tt, got, tt.want)
		}
	}
}

// TestIgnoreOutcomes tells what became of ignores: of a finding that two cover, of one past its day, of a rule that
// did not judge.
func TestIgnoreOutcomes(t *testing.T) {
	pass := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{ignoring(t, "page.html", "<h1>a</h1>\n<!-- ! -->\n<p>#1</p>\n<p>#2</p>")}}, day)
	yesterday := day.AddDays(-1)
	of := func(text string, until date.Date, rules ...string) *analyzer.Ignore {
		return &analyzer.Ignore{Rules: rules, Text: text, Until: until}
	}
	pass.Configured = []*analyzer.Ignore{
		of("#1", date.Date{}, "slot"), of("#3", day, "slot", "other", "silent"), of("#2", yesterday, "slot"), of("", day, "late"),
	}
	ran := false
	late := &analyzer.Rule{Name: "late", Severity: analyzer.Warning, Late: true, Run: func(p *analyzer.Pass) {
		ran = true
		if len(p.Ignores) != 1 || len(p.Ignores[0].Unused(p.Today)) != 0 {
			t.Errorf("late rules see %+v", p.Ignores)
		}
		p.Report(analyzer.Diagnostic{Place: p.Policy.Pages[0].Place(policy.Range{}), Quote: "late"})
	}}
	silent := &analyzer.Rule{Name: "silent", Severity: analyzer.Info, Run: func(*analyzer.Pass) {}}
	asleep := &analyzer.Rule{Name: "other", Duty: "no-such-duty", Severity: analyzer.Info, Run: func(*analyzer.Pass) {}}
	check := &analyzer.Check{Rules: []*analyzer.Rule{late, slots, silent, asleep}, Day: day}
	for _, d := range check.RunPass(pass) {
		switch {
		case d.Quote == "#1" && (d.Ignored == nil || !d.Ignored.InFile || d.Ignored.Reason != "why"):
			t.Errorf("#1 is ignored by %+v, want the comment", d.Ignored)
		case d.Quote != "#1" && d.Ignored != nil:
			t.Errorf("%s is ignored by %+v", d.Quote, d.Ignored)
		}
	}
	if !ran {
		t.Error("the late rule did not run")
	}
	want := [][]string{nil, {"slot", "silent"}, nil, nil}
	for n, i := range pass.Configured {
		if got := i.Unused(day); !slices.Equal(got, want[n]) {
			t.Errorf("unused of %d: %q, want %q", n, got, want[n])
		}
	}
	other := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{ignoring(t, "other.html", "<p>#3</p>")}}, day)
	other.Configured = []*analyzer.Ignore{of("#3", day, "slot", "other", "silent")}
	check.Rules = check.Rules[1:]
	check.RunPass(other)
	sum := of("#3", day, "slot", "other", "silent")
	sum.Add(pass.Configured[1])
	sum.Add(other.Configured[0])
	if got := sum.Unused(day); !slices.Equal(got, []string{"silent"}) {
		t.Errorf("unused over both policies: %q", got)
	}
}
