package inspect

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer/facts"
)

// stored is an invented report as a file has it; clauses that the file does not name are absent.
func stored(t *testing.T, data []byte) Report {
	t.Helper()
	var r Report
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	if r.Clauses == nil {
		r.Clauses = make(map[facts.Clause]Clause)
	}
	for _, c := range facts.AllClauses {
		if _, ok := r.Clauses[c]; !ok {
			r.Clauses[c] = Clause{Status: facts.Absent}
		}
	}
	return r
}

func storedReport(t *testing.T) Report {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	return stored(t, data)
}

// golden compares what was written with a file; with UPDATE set it is rewritten.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (rewrite with UPDATE=1 go test ./analyzer/inspect):\n%s", name, diff)
	}
}

// TestGolden shows one report in every form.
func TestGolden(t *testing.T) {
	r := storedReport(t)
	for _, test := range []struct {
		name string
		o    Options
	}{
		{"ko.txt", Options{Lang: "ko", Width: 100}},
		{"en.txt", Options{Lang: "en", Width: 100}},
		{"narrow.txt", Options{Lang: "ko", Width: 60, Outline: true}},
	} {
		var b bytes.Buffer
		if err := Text(&b, []Report{r}, test.o); err != nil {
			t.Fatal(err)
		}
		golden(t, test.name, b.Bytes())
	}
	for _, lang := range []string{"ko", "en"} {
		var b bytes.Buffer
		if err := HTML(&b, []Report{r}, Options{Lang: lang}); err != nil {
			t.Fatal(err)
		}
		golden(t, lang+".html", b.Bytes())
	}
}

// TestWidth lets no line run over the edge but those that have no smaller form.
func TestWidth(t *testing.T) {
	for _, r := range []Report{storedReport(t), many(t, 40, "한빛누리물류센터"), many(t, 3, strings.Repeat("가나다라마바사", 40))} {
		for width := leastOutput; width < 140; width++ {
			var b bytes.Buffer
			if err := Text(&b, []Report{r}, Options{Lang: "ko", Width: width}); err != nil {
				t.Fatal(err)
			}
			lists, _, _ := strings.Cut(b.String(), "\n  기재 항목")
			for line := range strings.Lines(lists) {
				if n := narrow.StringWidth(strings.TrimSuffix(line, "\n")); n > width {
					t.Fatalf("width %d: %d columns: %s", width, n, line)
				}
			}
		}
	}
}

// many is a report with so many recipients in each list, each with a name and a task of its own.
func many(t *testing.T, n int, named string) Report {
	t.Helper()
	r := stored(t, []byte(`{"file": "many.html", "language": "ko", "controller": "모란상점", "kind": "policy"}`))
	for i := range n {
		one := Recipient{Name: fmt.Sprintf("%s%d", named, i), At: &At{Line: i + 1, Column: 1}}
		of := fmt.Sprintf("업무 %d: 주문 상품의 포장, 배송과 반품 접수에 관한 업무", i)
		one.Task, one.Purpose = &of, &of
		if i%2 == 0 {
			one.Items = &of
		}
		r.Processors = append(r.Processors, one)
		one.At = &At{Line: i + 1001, Column: 1}
		r.ThirdParties = append(r.ThirdParties, one)
		one.At = &At{Line: i + 2001, Column: 1}
		one.Country = &named
		r.Transfers = append(r.Transfers, one)
	}
	return r
}

// TestSameRow keeps those apart of whom something else is said, and joins the others.
func TestSameRow(t *testing.T) {
	r := storedReport(t)
	s := r.recipientSheet(&lists[0], "ko")
	if len(s.Rows) != 4 || len(s.Rows[0].Names) != 2 {
		t.Errorf("%d rows, %d names in the first", len(s.Rows), len(s.Rows[0].Names))
	}
	if want := []string{"수탁자", "위탁업무", "보유 기간"}; !cmp.Equal(s.Heads, want) {
		t.Errorf("heads %q, want %q: what is told of those abroad stands with the transfers", s.Heads, want)
	}
	if s.Count != "4곳, 업체 유형 1개" {
		t.Errorf("count %q", s.Count)
	}
	s = r.recipientSheet(&lists[2], "ko")
	if !s.Rows[0].Cells[6].Missing || s.Rows[1].Cells[6].Missing {
		t.Errorf("missing: %+v", s.Rows)
	}
}

// TestPartOfPolicy is silent about what nobody expects of a part published alone.
func TestPartOfPolicy(t *testing.T) {
	r := many(t, 2, "가람")
	titles := func() (out []string) {
		for _, p := range r.parts("ko") {
			out = append(out, p.ID)
		}
		return out
	}
	if got, want := titles(), []string{"recipients", "kept", "data", "contacts"}; !cmp.Equal(got, want) {
		t.Errorf("of a policy %q, want %q", got, want)
	}
	r.Kind = facts.Subpage
	if got, want := titles(), []string{"recipients"}; !cmp.Equal(got, want) {
		t.Errorf("of a part %q, want %q", got, want)
	}
	r.Retention = []Retention{{Period: "1년", At: &At{Line: 1, Column: 1}}}
	if got, want := titles(), []string{"recipients", "kept"}; !cmp.Equal(got, want) {
		t.Errorf("of a part with a period %q, want %q", got, want)
	}
}

func TestTexts(t *testing.T) {
	got := texts([]name{{Text: "가람"}, {Text: "누리", Mark: "국외"}, {Text: "가람"}, {Text: "누리"}, {Text: "가람"}})
	if want := []string{"가람,", "누리 (국외),", "누리"}; !cmp.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestStatedElsewhere calls nothing missing that the clause states outside the row.
func TestStatedElsewhere(t *testing.T) {
	r := storedReport(t)
	r.Elements["third-party"]["retention"] = true
	if c := r.recipientSheet(&lists[1], "ko").Rows[1].Cells[2]; c.Missing {
		t.Errorf("%+v", c)
	}
	r.Elements["third-party"]["retention"] = "partial"
	if c := r.recipientSheet(&lists[1], "ko").Rows[1].Cells[2]; !c.Missing {
		t.Errorf("%+v", c)
	}
}

func TestShare(t *testing.T) {
	for _, test := range []struct {
		want []int
		room int
		out  []int
	}{
		{[]int{5, 10}, 40, []int{5, 10}},
		{[]int{5, 90}, 40, []int{5, 35}},
		{[]int{90, 5, 90}, 45, []int{20, 5, 20}},
		{[]int{0, 90}, 1, []int{1, 1}},
	} {
		if got := share(test.want, test.room); !cmp.Equal(got, test.out) {
			t.Errorf("share(%v, %d) = %v, want %v", test.want, test.room, got, test.out)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		words []string
		width int
		want  []string
	}{
		{[]string{"상품", "배송"}, 9, []string{"상품 배송"}},
		{[]string{"상품", "배송"}, 8, []string{"상품", "배송"}},
		{[]string{"가나다라"}, 5, []string{"가나", "다라"}},
		{[]string{"Windmere Cloud, Inc."}, 10, []string{"Windmere", "Cloud,", "Inc."}},
		{[]string{"가"}, 1, []string{"가"}},
		{nil, 5, []string{""}},
	} {
		if got := wrap(test.words, test.width); !cmp.Equal(got, test.want) {
			t.Errorf("wrap(%q, %d) = %q, want %q", test.words, test.width, got, test.want)
		}
	}
}
