package rules_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/analyzertest"
	"github.com/pipalint/pipalint/analyzer/date"
	"github.com/pipalint/pipalint/analyzer/facts/phrases"
	"github.com/pipalint/pipalint/law"
	"github.com/pipalint/pipalint/rules"
)

// TestRecordsAreOfPeriods holds the wording of records against the periods of the law, whose names it uses.
func TestRecordsAreOfPeriods(t *testing.T) {
	set := phrases.Records()
	worded := make(map[string]bool)
	for id := 1; id <= set.Len(); id++ {
		table, name, _ := strings.Cut(set.Name(phrases.ID(id)), ".")
		switch _, ok := law.Default().Period(name); table {
		case "ground", "kept": // no kinds
		case "record", "perhaps":
			if !ok {
				t.Errorf("%s.%s is the wording of no period", table, name)
			}
		default:
			t.Errorf("no fact asks for %s.%s", table, name)
		}
		worded[table+"."+name] = true
	}
	for _, p := range law.Default().Periods() {
		if isCompared(p) && !worded["record."+p.ID] {
			t.Errorf("no words name the records of %s", p.ID)
		}
	}
}

// isCompared tells the periods against which stated ones are held.
func isCompared(p law.Period) bool {
	return len(p.Lengths()) > 0 && (p.Kind == law.Minimum || p.Kind == law.Maximum || p.Kind == law.DefaultMax || p.Kind == law.OptionalMin)
}

// forms are ways to write a row: record, statute, length.
var forms = map[string]func(record, statute, length string) string{
	"table.html": func(record, statute, length string) string {
		return "<tr><td>" + statute + "</td><td>" + record + "</td><td>" + length + "</td></tr>"
	},
	"list.txt": func(record, statute, length string) string {
		return fmt.Sprintf("- %s : %s (%s)", record, length, statute)
	},
	"quoted.txt": func(record, statute, length string) string {
		return fmt.Sprintf("- %s : %s (「%s」)", record, length, statute)
	},
	"labels.txt": func(record, statute, length string) string {
		return fmt.Sprintf("- 보존 항목 : %s\n- 보존 근거 : %s\n- 보존 기간 : %s", record, statute, length)
	},
	"spaced.html": func(record, statute, length string) string {
		return "<tr><td>" + strings.ReplaceAll(statute, "에 관한", "에관한") + "</td><td>" + strings.NewReplacer("·", " · ", "및", " 및 ").Replace(record) + "</td><td>" + length + "간</td></tr>"
	},
}

// policyOf is an invented policy with a row in a form.
func policyOf(form, row string) string {
	if strings.HasSuffix(form, ".html") {
		return "<h1>개인정보 처리방침</h1>\n<h2>1. 처리하는 개인정보의 항목</h2>\n<p>성명, 연락처</p>\n<h2>2. 개인정보의 처리 및 보유 기간</h2>\n<p>법령에 따라 다음과 같이 보관합니다.</p>\n<table><tr><th>근거 법령</th><th>보존하는 기록</th><th>보존 기간</th></tr>" + row + "</table>\n"
	}
	return "개인정보 처리방침\n\n1. 처리하는 개인정보의 항목\n성명, 연락처\n\n2. 개인정보의 처리 및 보유 기간\n법령에 따라 다음과 같이 보관합니다.\n" + row + "\n"
}

// TestRetentionMismatchOfEachPeriod writes a row for each period of the catalogue: with its length nothing
// is found, with a shorter one or another unit it is.
func TestRetentionMismatchOfEachPeriod(t *testing.T) {
	day, err := date.Parse(analyzertest.DefaultDay)
	if err != nil {
		t.Fatal(err)
	}
	check := analyzer.Check{Rules: []*analyzer.Rule{rules.RetentionMismatch}, Day: day}
	for _, p := range law.Default().Periods() {
		if !isCompared(p) || !p.Holds(day) {
			continue
		}
		for form, write := range forms {
			record, _, _ := strings.Cut(p.Record.Ko, " (")
			record = cmp.Or(plainly[p.ID], record)
			found := func(length string) []analyzer.Diagnostic {
				return check.Run(analyzertest.Parse(t, form, policyOf(form, write(record, p.Statute, length))))
			}
			right := p.Length().Ko
			if got := found(right); len(got) != 0 {
				t.Errorf("%s, %s: %s: %v", p.ID, form, right, got[0].Message.Ko)
			}
			for _, wrong := range wrongLengths(p) {
				got := found(wrong)
				if len(got) != 1 {
					t.Errorf("%s, %s: %s for %s: %d findings", p.ID, form, wrong, right, len(got))
				} else if want := severityOf(p); got[0].Severity != want {
					t.Errorf("%s, %s: %s for %s: severity %v, want %v: %s", p.ID, form, wrong, right, got[0].Severity, want, got[0].Message.Ko)
				} else if got[0].Provisions[0].Cite != p.Provision().Cite && !got[0].Question {
					t.Errorf("%s, %s: cites %s", p.ID, form, got[0].Provisions[0].Cite)
				}
			}
		}
	}
}

// plainly are records as a policy would name them, where the catalogue tells them otherwise.
var plainly = map[string]string{
	"telecom-call":            "통화 일시, 상대방 번호, 사용도수",
	"income-tax-evidence":     "경비 지출증명서류",
	"pipa-guardian-info":      "법정대리인이 거부한 때의 연락처",
	"company-liquidation-10y": "청산에 관한 서류",
}

// wrongLengths are lengths that a period forbids: shorter ones, and with a maximum a longer one.
func wrongLengths(p law.Period) []string {
	if p.Kind == law.Maximum || p.Kind == law.DefaultMax {
		return []string{"20년"}
	}
	out := []string{"7일"}
	if p.Months >= 12 {
		out = append(out, fmt.Sprintf("%d개월", p.Months/12)) // 5개월 for 5년
	}
	return out
}

// severityOf is how grave a wrong length is in a row that says all.
func severityOf(p law.Period) analyzer.Severity {
	switch {
	case p.Kind == law.DefaultMax, p.Kind == law.Maximum && p.Binding < law.Decree:
		return analyzer.Info
	case p.Kind != law.Minimum || p.Binding < law.Decree:
		return analyzer.Warning
	}
	return analyzer.Error
}
