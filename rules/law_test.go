package rules_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/law"
	"github.com/pipalint/pipalint/rules"
)

// inventedGap is a policy with nothing on outside bodies, which a guideline recommends.
const inventedGap = `<h1>개인정보 처리방침</h1>
<h2>1. 개인정보의 처리 목적</h2>
<p>온실 견학 신청의 접수와 안내</p>
<h2>2. 처리하는 개인정보의 항목</h2>
<p>성명, 휴대전화번호</p>
<h2>3. 개인정보의 보유 기간</h2>
<p>견학이 끝난 날부터 1개월</p>
`

// amended is the catalogue with one more provision of a duty.
func amended(t *testing.T, duty law.Duty, provision string) *law.Catalogue {
	t.Helper()
	files := fstest.MapFS{}
	entries, err := fs.ReadDir(law.Files, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := fs.ReadFile(law.Files, e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if head, rest, ok := strings.Cut(string(data), fmt.Sprintf("id = %q\n", duty)); ok && e.Name() == "duties.toml" {
			before, behind, _ := strings.Cut(rest, "provisions = [\n")
			data = []byte(head + fmt.Sprintf("id = %q\n", duty) + before + "provisions = [\n" + provision + ",\n" + behind)
		}
		files[e.Name()] = &fstest.MapFile{Data: data}
	}
	c, err := law.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestInventedProvision adds provisions that no law has, as data alone, and sees them at work from their
// first day to their last, and a year ahead.
func TestInventedProvision(t *testing.T) {
	day := func(s string) date.Date {
		d, err := date.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	catalogue := amended(t, "remedies", `{ cite = "가상법 제7조", binding = "act", obligation = "mandatory", from = 2030-03-01, to = 2031-02-28 }`)
	for _, tt := range []struct {
		day      string
		upcoming bool
		want     string
	}{
		{"2029-02-28", true, "info;"},
		{"2029-03-01", true, "info; info 가상법 제7조;"},
		{"2030-02-28", false, "info;"},
		{"2030-02-28", true, "info; info 가상법 제7조;"},
		{"2030-03-01", false, "error 가상법 제7조;"},
		{"2030-03-01", true, "error 가상법 제7조;"},
		{"2031-02-28", false, "error 가상법 제7조;"},
		{"2031-03-01", false, "info;"},
	} {
		pass := analyzer.NewPass(analyzertest.Parse(t, "page.html", inventedGap), day(tt.day))
		pass.Law = catalogue
		pass.AsOf(day(tt.day), tt.upcoming)
		var got []string
		for _, d := range (&analyzer.Check{Rules: []*analyzer.Rule{rules.RemediesMissing}}).RunPass(pass) {
			s := d.Severity.String()
			for _, p := range d.Provisions {
				if strings.HasPrefix(p.Cite, "가상법") {
					s += " " + p.Cite
				}
			}
			got = append(got, s+";")
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s, upcoming %v: %q, want %q", tt.day, tt.upcoming, got, tt.want)
		}
	}
}
