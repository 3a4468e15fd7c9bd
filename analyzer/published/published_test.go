package published

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/scrape"
	"github.com/pipalint/pipalint/rules"
)

func parsed(t *testing.T, name, text string) *policy.Document {
	t.Helper()
	doc, err := scrape.Parse(name, []byte(text), scrape.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// each calls do for every block of units and of what stands in their tables, and for the empty cells.
func each(units []Unit, do func(parts []Part)) {
	for _, u := range units {
		if u.Table == nil {
			do(u.Parts)
			continue
		}
		for _, row := range u.Table.Rows {
			for _, c := range row {
				do([]Part{{Ends: c.Ends}})
				each(c.Units, do)
			}
		}
	}
}

// marked is the text that a mark covers, and how often its sign is shown.
func marked(units []Unit, mark int) (text string, signs int) {
	var b strings.Builder
	each(units, func(parts []Part) {
		b.WriteByte(' ')
		for _, p := range parts {
			for _, m := range p.Marks {
				if m == mark {
					b.WriteString(p.Text)
				}
			}
			for _, m := range p.Ends {
				if m == mark {
					signs++
				}
			}
		}
	})
	return strings.Join(strings.Fields(b.String()), " "), signs
}

// whole is all text of units.
func whole(units []Unit) string {
	var b strings.Builder
	each(units, func(parts []Part) {
		for _, p := range parts {
			b.WriteString(p.Text)
		}
		b.WriteByte('\n')
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestFindings marks each finding of the invented pages at what it quotes, once, and loses no text.
func TestFindings(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join("..", "..", "testdata", "pages", "*"))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, path := range pages {
		if strings.HasSuffix(path, ".want.toml") {
			continue
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc := parsed(t, filepath.Base(path), string(raw))
		check := analyzer.Check{Rules: rules.All(), Day: date.Date{Year: 2026, Month: 11, Day: 22}}
		findings := check.Run(&policy.Policy{Pages: []*policy.Document{doc}})
		found += len(findings)
		var marks []Mark
		for _, d := range findings {
			marks = append(marks, d.Place.Span)
		}
		units, unseen := Show(doc, marks)
		if len(unseen) > 0 {
			t.Errorf("%s: not seen: %v", doc.File.Name, unseen)
		}
		for i, d := range findings {
			text, signs := marked(units, i)
			if want := strings.Join(strings.Fields(doc.Quote(d.Place.Span)), " "); text != want || signs != 1 {
				t.Errorf("%s: %s: %q is marked, with %d signs; want %q", doc.File.Name, d.Rule.Name, text, signs, want)
			}
			if quote := strings.Join(strings.Fields(d.Quote), " "); quote != "" && !strings.Contains(text, quote) {
				t.Errorf("%s: %s: %q is marked, which is not %q", doc.File.Name, d.Rule.Name, text, quote)
			}
		}
		if diff := cmp.Diff(strings.Join(strings.Fields(doc.Visible), " "), whole(units)); diff != "" {
			t.Errorf("%s: %s", doc.File.Name, diff)
		}
	}
	if found < 50 {
		t.Errorf("%d findings in all", found)
	}
}

// TestCut parts text where marks begin and end.
func TestCut(t *testing.T) {
	doc := parsed(t, "page.html", `<p><b>목적</b> 가나다라</p><p>마바</p><table><tr><th>업무</th><th>업체</th></tr><tr><td>배송</td><td></td></tr></table><script src="a.js"></script>`)
	at := func(text string) Mark {
		i := strings.Index(doc.File.Text, text)
		if i < 0 {
			t.Fatalf("no %q", text)
		}
		return Mark{Start: i, End: i + len(text)}
	}
	end := func(m Mark) Mark { return Mark{Start: m.End, End: m.End} }
	marks := []Mark{at("가나"), at("나다"), at("다라</p><p>마"), end(at("나")), {Start: strings.Index(doc.File.Text, "<td></td>"), End: strings.Index(doc.File.Text, "<td></td>") + len("<td>")}, at(`src="a.js"`), {}}
	units, unseen := Show(doc, marks)
	if want := []int{5}; !cmp.Equal(unseen, want) {
		t.Errorf("unseen %v, want %v", unseen, want)
	}
	want := []Part{
		{Ends: []int{6}},
		{Text: "목적 ", Strong: true},
		{Text: "가", Marks: []int{0}},
		{Text: "나", Marks: []int{0, 1}, Ends: []int{0, 3}},
		{Text: "다", Marks: []int{1, 2}, Ends: []int{1}},
		{Text: "라", Marks: []int{2}, Ends: []int{2}},
	}
	if diff := cmp.Diff(want, units[0].Parts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Part{{Text: "마", Marks: []int{2}}, {Text: "바"}}, units[1].Parts); diff != "" {
		t.Error(diff)
	}
	if table := units[2]; !cmp.Equal(table.Table.Rows[1][1].Ends, []int{4}) || !cmp.Equal(table.Marks, []int{4}) {
		t.Errorf("the empty cell: %v", table.Marks)
	}
}

// TestNested shows tables in the cells that they stand in, each once.
func TestNested(t *testing.T) {
	doc := parsed(t, "page.html", `<p>앞</p><table><tr><th>업무</th><th>수탁자</th></tr><tr><td>배송</td><td>다음과 같음
<table><tr><th>이름</th><th>전화</th></tr><tr><td>가람</td><td>1</td></tr><tr><td>누리</td><td>2</td></tr></table></td></tr><tr><td>결제</td><td>참길</td></tr></table><p>뒤</p>`)
	units, _ := Show(doc, nil)
	if len(units) != 3 || units[1].Table == nil {
		t.Fatalf("%d units of %d tables", len(units), len(doc.Tables))
	}
	inner := units[1].Table.Rows[1][1].Units
	if len(inner) != 2 || inner[1].Table == nil || inner[1].Table.Rows[2][0].Units[0].Block.Text != "누리" {
		t.Errorf("%+v", inner)
	}
	if got, want := whole(units), strings.Join(strings.Fields(doc.Visible), " "); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestNothing shows a page without text, and says that its marks are not seen.
func TestNothing(t *testing.T) {
	doc := &policy.Document{File: policy.NewFile("empty.html", "", "utf-8", nil)}
	doc.SetPieces(nil)
	if units, unseen := Show(doc, []Mark{{}}); len(units) != 0 || !cmp.Equal(unseen, []int{0}) {
		t.Errorf("%v, %v", units, unseen)
	}
}
