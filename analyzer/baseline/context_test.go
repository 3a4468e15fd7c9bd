package baseline_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/baseline"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// slot is what the documents of these tests are searched for.
const slot = "○○○"

// slots are the contexts of the slots of a document, in the order of the text.
func slots(t *testing.T, name, text string) []string {
	t.Helper()
	p := analyzertest.Parse(t, name, text)
	doc := p.Pages[0]
	var out []string
	for from := 0; ; {
		i := strings.Index(doc.Visible[from:], slot)
		if i < 0 {
			return out
		}
		r := policy.Range{Start: from + i, End: from + i + len(slot)}
		out = append(out, baseline.Context(p, analyzer.Diagnostic{Place: doc.Place(r), Quote: slot})...)
		from = r.End
	}
}

func TestContext(t *testing.T) {
	long := strings.Repeat("가나다라마바사", 10)
	for _, tt := range []struct {
		name, a, b string
		same       bool
	}{
		{"alone", "<p>성명: ○○○</p>", "<p>성명: ○○○</p>", true},
		{"beside other words", "<p>성명: ○○○</p>", "<p>직위: ○○○</p>", false},
		{"before other words", "<p>○○○ 귀하</p>", "<p>○○○ 담당자</p>", false},
		{"other spaces and tags", "<p>성 명 : ○○○</p>", "<p><b>성명</b>:\n ○○○</p>", true},
		{"another middle dot", "<p>성명·직위 ○○○</p>", "<p>성명ㆍ직위 ○○○</p>", true},
		{"in full width", "<p>Tel: ○○○</p>", "<p>ＴＥＬ： ○○○</p>", true},
		{"another number of the section", "<p>제5조(책임자) ○○○</p>", "<p>제6조(책임자) ○○○</p>", true},
		{"another number of the item", "<p>3. 책임자 ○○○</p>", "<p>가. 책임자 ○○○</p>", true},
		{"another number within", "<p>책임자는 제5조에 따라 ○○○</p>", "<p>책임자는 제6조의2에 따라 ○○○</p>", true},
		{"far before", "<p>회사의 " + long + " ○○○</p>", "<p>그들의 " + long + " ○○○</p>", true},
		{"far behind", "<p>○○○ " + long + " 합니다</p>", "<p>○○○ " + long + " 했습니다</p>", true},
		{"near before", "<p>" + long + " 회사의 ○○○</p>", "<p>" + long + " 그들의 ○○○</p>", false},
		{"in another cell of a row", "<table><tr><th>성명</th><th>직위</th></tr><tr><td>○○○</td><td>실장</td></tr></table>",
			"<table><tr><th>성명</th><th>직위</th></tr><tr><td>한솔비</td><td>○○○</td></tr></table>", false},
		{"in another row", "<table><tr><td>성명</td><td>○○○</td></tr><tr><td>직위</td><td>실장</td></tr></table>",
			"<table><tr><td>성명</td><td>한솔비</td></tr><tr><td>직위</td><td>○○○</td></tr></table>", false},
		{"with a row above", "<table><tr><th>구분</th><th>값</th></tr><tr><td>성명</td><td>○○○</td></tr></table>",
			"<table><tr><th>구분</th><th>값</th></tr><tr><td>직위</td><td>실장</td></tr><tr><td>성명</td><td>○○○</td></tr></table>", true},
		{"numbers of rows", "<table><tr><th>번호</th><th>구분</th><th>값</th></tr><tr><td>1</td><td>성명</td><td>○○○</td></tr></table>",
			"<table><tr><th>번호</th><th>구분</th><th>값</th></tr><tr><td>2</td><td>성명</td><td>○○○</td></tr></table>", true},
		{"under another heading", "<h2>책임자</h2><p>○○○</p>", "<h2>담당자</h2><p>○○○</p>", false},
		{"under a heading with another number", "<h2>3. 책임자</h2><p>안내</p><p>○○○</p>", "<h2>4. 책임자</h2><p>○○○</p>", true},
		{"a paragraph before it", "<h2>책임자</h2><p>성명: ○○○</p>", "<h2>책임자</h2><p>다음과 같습니다.</p><p>성명: ○○○</p>", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := slots(t, "a.html", tt.a), slots(t, "b.html", tt.b)
			if len(a) != 1 || len(b) != 1 || (a[0] == b[0]) != tt.same {
				t.Errorf("%q and %q, want equal: %t", a, b, tt.same)
			}
		})
	}
}

// TestContextOfText reads a document without markup.
func TestContextOfText(t *testing.T) {
	a := slots(t, "a.txt", "책임자\n\n○○○\n\n담당자\n\n○○○\n")
	if len(a) != 2 || a[0] == a[1] {
		t.Errorf("%q: want two", a)
	}
	if got := slots(t, "a.txt", "○○○\n"); len(got) != 1 {
		t.Errorf("%q: want one", got)
	}
}

// TestContextOfSeveral counts all places of a finding, in whichever order they stand.
func TestContextOfSeveral(t *testing.T) {
	p := analyzertest.Parse(t, "a.html", "<p>성명: ○○○</p><p>직위: ○○○</p>")
	doc := p.Pages[0]
	first := strings.Index(doc.Visible, slot)
	second := strings.LastIndex(doc.Visible, slot)
	a, b := doc.Place(policy.Range{Start: first, End: first + len(slot)}), doc.Place(policy.Range{Start: second, End: second + len(slot)})
	one := baseline.Context(p, analyzer.Diagnostic{Place: a, Also: []policy.Place{b}})
	other := baseline.Context(p, analyzer.Diagnostic{Place: b, Also: []policy.Place{a}})
	if len(one) != 2 || !slices.Equal(one, other) {
		t.Errorf("%q and %q, want both places", one, other)
	}
	if got := baseline.Context(p, analyzer.Diagnostic{Subject: "clause:officer", Place: a}); got != nil {
		t.Errorf("%q beside a subject", got)
	}
}

// TestContextElsewhere is about places in no page and in none of its words.
func TestContextElsewhere(t *testing.T) {
	p := analyzertest.Parse(t, "a.html", "<p>가</p>")
	file := policy.NewFile("package.json", "{}", "utf-8", nil)
	for _, place := range []policy.Place{{}, {File: file}, {File: p.Pages[0].File}, {File: p.Pages[0].File, Span: policy.Span{Start: 0, End: 3}}} {
		got := baseline.Context(p, analyzer.Diagnostic{Place: place, Quote: "A B"})
		if !slices.Equal(got, []string{"ab"}) {
			t.Errorf("%v: %q", place.Span, got)
		}
	}
	p = analyzertest.Parse(t, "a.html", "<p>가</p><!-- Slot -->")
	got := baseline.Context(p, analyzer.Diagnostic{Place: policy.Place{File: p.Pages[0].File, Span: policy.Span{Start: 10, End: 23}}})
	if !slices.Equal(got, []string{"<!--slot-->"}) {
		t.Errorf("of a comment: %q", got)
	}
}
