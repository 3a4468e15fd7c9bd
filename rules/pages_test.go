package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/rules"
)

// want is what a reader finds in an invented page: NAME.want.toml beside it.
type want struct {
	Kind, Language, Encoding, Controller string

	EffectiveDate string `toml:"effective_date"`
	AnnouncedDate string `toml:"announced_date"`
	NoticeDays    struct {
		General, Material *int
	} `toml:"notice_days"`
	Clauses  map[facts.Clause]facts.Status
	Headings []string
	Tables   int
	Table    []struct {
		HeaderRows    int `toml:"header_rows"`
		HeaderColumns int `toml:"header_columns"`
		Rows          [][]string
	}
	Finding []struct {
		Rule, Severity string
		Line           int
	}
}

// TestPages reads the invented pages of testdata/pages and compares everything that a reader found.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("../testdata/pages/*.want.toml")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d pages with expectations, want at least 20 (%v)", len(files), err)
	}
	for _, file := range files {
		page := strings.TrimSuffix(file, ".want.toml")
		t.Run(filepath.Base(page), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var w want
			if err := toml.Unmarshal(data, &w); err != nil {
				t.Fatal(err)
			}
			comparePage(t, page, w)
		})
	}
}

func comparePage(t *testing.T, page string, w want) {
	raw, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := scrape.Parse(page, raw, scrape.Options{})
	if err != nil {
		t.Fatal(err)
	}
	day := date.Date{Year: 2026, Month: 11, Day: 21}
	pass := analyzer.NewPass(&policy.Policy{Pages: []*policy.Document{doc}}, day)
	dates := facts.Dates.Of(pass)
	for _, c := range []struct{ what, got, want string }{
		{"encoding", doc.File.Encoding, w.Encoding},
		{"kind", string(facts.Kinds.Of(pass)[0]), w.Kind},
		{"language", facts.Languages.Of(pass)[0], w.Language},
		{"controller", facts.Controller.Of(pass).Name, w.Controller},
		{"effective date", dates.Effective.Date.String(), w.EffectiveDate},
		{"announced date", dates.Announced.Date.String(), w.AnnouncedDate},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	for what, d := range map[string]struct {
		got  facts.DaysAt
		want *int
	}{"notice": {facts.Notice.Of(pass).General, w.NoticeDays.General}, "notice of material changes": {facts.Notice.Of(pass).Material, w.NoticeDays.Material}} {
		if d.got.Known() != (d.want != nil) || d.want != nil && d.got.Days != *d.want {
			t.Errorf("%s: got %d (%t), want %v", what, d.got.Days, d.got.Known(), d.want)
		}
	}
	compareClauses(t, pass, w)
	compareHeadings(t, pass, w)
	compareTables(t, doc, w)
	compareFindings(t, pass, w)
}

func compareClauses(t *testing.T, pass *analyzer.Pass, w want) {
	doc := pass.Policy.Pages[0]
	for clause, status := range w.Clauses {
		f := facts.Clauses.Of(pass)[clause]
		if f.Status != status {
			t.Errorf("%s: got %s (%q), want %s", clause, f.Status, doc.Quote(doc.Span(f.Range)), status)
		}
	}
}

// compareHeadings asks for every heading that a reader named, in order; deeper ones may stand between.
func compareHeadings(t *testing.T, pass *analyzer.Pass, w want) {
	doc := pass.Policy.Pages[0]
	var got []string
	for _, h := range facts.Outline.Of(pass)[0] {
		got = append(got, doc.TextOf(h.Range))
	}
	rest := got
	for _, h := range w.Headings {
		i := slices.Index(rest, h)
		if i < 0 {
			t.Errorf("heading %q not found in order; the page has %q", h, got)
			return
		}
		rest = rest[i+1:]
	}
}

func compareTables(t *testing.T, doc *policy.Document, w want) {
	if len(doc.Tables) != w.Tables {
		t.Errorf("%d tables, want %d", len(doc.Tables), w.Tables)
		return
	}
	for i, wt := range w.Table {
		if i >= len(doc.Tables) {
			break
		}
		got := doc.Tables[i]
		if got.HeaderRows != wt.HeaderRows || got.HeaderColumns != wt.HeaderColumns {
			t.Errorf("table %d: %d header rows and %d header columns, want %d and %d", i+1, got.HeaderRows, got.HeaderColumns, wt.HeaderRows, wt.HeaderColumns)
		}
		if g, x := fmt.Sprintf("%q", cells(got)), fmt.Sprintf("%q", folded(wt.Rows)); g != x {
			t.Errorf("table %d:\n got %s\nwant %s", i+1, g, x)
		}
	}
}

func cells(t *policy.Table) [][]string {
	var out [][]string
	for _, row := range t.Grid {
		var texts []string
		for _, c := range row {
			if c == nil {
				texts = append(texts, "")
			} else {
				texts = append(texts, c.Text)
			}
		}
		out = append(out, texts)
	}
	return folded(out)
}

func folded(rows [][]string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		for _, s := range row {
			out[i] = append(out[i], strings.Join(strings.Fields(s), " "))
		}
	}
	return out
}

func compareFindings(t *testing.T, pass *analyzer.Pass, w want) {
	check := analyzer.Check{Rules: rules.All(), Day: pass.Day}
	var got []string
	severities := make(map[string]string)
	lines := make(map[string]int)
	for _, d := range check.RunPass(pass) {
		if d.Question {
			continue // what depends on facts outside the text is not among the expectations
		}
		got = append(got, d.Rule.Name)
		severities[d.Rule.Name] = d.Severity.String()
		if _, ok := lines[d.Rule.Name]; !ok {
			lines[d.Rule.Name] = d.Place.File.Position(d.Place.Span.Start).Line
		}
		if d.Message.Ko == "" || d.Message.En == "" {
			t.Errorf("%s: a message is missing: %+v", d.Rule.Name, d.Message)
		}
	}
	var names []string
	for _, f := range w.Finding {
		names = append(names, f.Rule)
		if f.Severity != "" && severities[f.Rule] != "" && severities[f.Rule] != f.Severity {
			t.Errorf("%s is %s, want %s", f.Rule, severities[f.Rule], f.Severity)
		}
	}
	slices.Sort(got)
	slices.Sort(names)
	if !slices.Equal(slices.Compact(got), slices.Compact(names)) {
		t.Errorf("findings: got %q, want %q", got, names)
	}
}
