package facts_test

import (
	"testing"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

func TestDates(t *testing.T) {
	for _, tt := range []struct{ name, html, effective, announced string }{
		{"label", lines("시행일: 2025년 3월 1일"), "2025-03-01", ""},
		{"label in brackets", lines("[시행일] 2025. 3. 1."), "2025-03-01", ""},
		{"label of another word", lines("시행일자 : 2025-03-01"), "2025-03-01", ""},
		{"day of application", lines("적용일: 2025/03/01"), "2025-03-01", ""},
		{"sentence", lines("이 처리방침은 2025년 3월 1일부터 시행합니다."), "2025-03-01", ""},
		{"passive sentence", lines("본 방침은 2025. 03. 01.부터 적용됩니다."), "2025-03-01", ""},
		{"with day of the week", lines("2025년 3월 1일(토)부터 시행"), "2025-03-01", ""},
		{"supplement", lines("부칙", "이 방침은 2025년 3월 1일부터 시행한다."), "2025-03-01", ""},
		{"label on the line before", lines("시행일", "2025년 3월 1일"), "2025-03-01", ""},
		{"label in the cell before", "<table><tr><th>공고일<td>2025.02.20<tr><th>시행일<td>2025.03.01</table>", "2025-03-01", "2025-02-20"},
		{"two labels", lines("공고일: 2025년 2월 20일 / 시행일: 2025년 3월 1일"), "2025-03-01", "2025-02-20"},
		{"two labels in two lines", lines("공고일자 : 2025.2.20", "시행일자 : 2025.3.1"), "2025-03-01", "2025-02-20"},
		{"two labels, the other way round", lines("시행일: 2025년 3월 1일, 공고일: 2025년 2월 20일"), "2025-03-01", "2025-02-20"},
		{"posted", lines("공지일: 2025년 2월 20일", "시행일: 2025년 3월 1일"), "2025-03-01", "2025-02-20"},
		{"announced in a sentence", lines("고지일: 2025-02-20", "2025-03-01부터 시행합니다."), "2025-03-01", "2025-02-20"},
		{"enacted and revised", lines("제정일: 2019년 5월 1일", "시행일: 2025년 3월 1일"), "2025-03-01", ""},
		{"last change alone", lines("최종 수정일: 2025년 3월 1일"), "", ""},
		{"enacted alone", lines("제정일: 2019년 5월 1일"), "", ""},
		{"revised alone", lines("개정일: 2025년 3월 1일"), "", ""},
		{"revised later than first in force", lines("최초 시행: 2019년 5월 1일", "시행일: 2023년 5월 1일", "개정일: 2025년 3월 1일"), "2025-03-01", ""},
		{"history", lines("시행일: 2025년 3월 1일", "이전 개인정보 처리방침", "2023년 5월 2일 시행", "2021년 4월 1일 시행"), "2025-03-01", ""},
		{"history of ranges", lines("이 방침은 2025년 3월 1일부터 시행합니다.", "이전 처리방침", "2023. 5. 2. ~ 2025. 2. 28. 적용", "2021. 4. 1. ~ 2023. 5. 1. 적용"), "2025-03-01", ""},
		{"options", "<select><option>2019년 5월 1일 시행</select>" + short + lines("시행일: 2025년 3월 1일"), "2025-03-01", ""},
		{"open range", lines("2025-03-01 ~ 현재"), "2025-03-01", ""},
		{"footer", short + "<footer><p>시행일: 2025년 3월 1일</p></footer>", "2025-03-01", ""},
		{"English", lines("This policy takes effect on March 1, 2025."), "2025-03-01", ""},
		{"English label", lines("Effective date: 1 March 2025"), "2025-03-01", ""},
		{"English abbreviation", lines("Effective as of Mar. 1, 2025"), "2025-03-01", ""},
		{"English announced", lines("Announced on: February 20, 2025", "Effective date: March 1, 2025"), "2025-03-01", "2025-02-20"},
		{"English last change", lines("Last updated: March 1, 2025"), "", ""},
		{"Japanese", lines("施行日：2025年3月1日"), "2025-03-01", ""},
		{"Japanese sentence", lines("本方針は2025年3月1日から施行します。"), "2025-03-01", ""},
		{"Japanese announced", lines("公告日：2025年2月20日", "施行日：2025年3月1日"), "2025-03-01", "2025-02-20"},
		{"not of the policy", lines("등록일 2024년 1월 2일", "사업자등록 2010년 1월 2일"), "", ""},
		{"promise of notice", lines("변경하는 경우 시행일 7일 전부터 알립니다."), "", ""},
		{"slot", lines("이 방침은 20XX년 XX월 XX일부터 시행합니다."), "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := body(t, tt.html)
			d := facts.Dates.Of(p)
			if got := d.Effective.Date.String(); got != tt.effective {
				t.Errorf("effective %q, want %q", got, tt.effective)
			}
			if got := d.Announced.Date.String(); got != tt.announced {
				t.Errorf("announced %q, want %q", got, tt.announced)
			}
			if f := facts.Clauses.Of(p)[facts.EffectiveDate]; (f.Status == facts.Present) != (tt.effective != "") {
				t.Errorf("the clause is %s", f.Status)
			}
			for _, at := range []facts.DateAt{d.Effective, d.Announced} {
				if at.Date.IsZero() != at.Range.Empty() {
					t.Errorf("%v stands at %q", at.Date, quoteAt(p, at.Range))
				}
			}
		})
	}
}

// TestDatesOfPages takes the dates of the first page that gives any: a list of processors is kept up on its own.
func TestDatesOfPages(t *testing.T) {
	p := read(t, "policy.html", lines("시행일: 2023년 5월 1일"), lines("시행일: 2025년 3월 1일", "공고일: 2025년 2월 1일"), lines("공고일: 2025년 2월 5일"))
	if d := facts.Dates.Of(p).Effective; d.Date.String() != "2023-05-01" || d.Page != 0 {
		t.Errorf("got %v of page %d", d.Date, d.Page)
	}
	if d := facts.Dates.Of(p).Announced; d.Date.String() != "2025-02-01" || d.Page != 1 {
		t.Errorf("announced %v of page %d", d.Date, d.Page)
	}
	p = read(t, "policy.html", lines("모란상점"), lines("최종 변경일: 2025년 3월 1일"), lines("최종 변경일: 2025년 4월 1일"))
	if d := facts.LastChange.Of(p); d.Date.String() != "2025-03-01" || d.Page != 1 {
		t.Errorf("changed %v of page %d", d.Date, d.Page)
	}
}

// TestServerDates takes what a server fills in for a date, though not for one that is known.
func TestServerDates(t *testing.T) {
	for _, page := range []string{
		"<h1>방침</h1><p>시행일: <%= policy.date %>부터</p>", "<h1>방침</h1><p>이 방침은 <?= $day ?>부터 시행합니다.</p>", "<h1>방침</h1><p>시행일: ${effectiveDate}</p>",
	} {
		p := read(t, "policy.jsp", page)
		if f := facts.Clauses.Of(p)[facts.EffectiveDate]; f.Status != facts.Present || !facts.Dates.Of(p).Effective.Date.IsZero() {
			t.Errorf("%q: the clause is %s, the date %v", page, f.Status, facts.Dates.Of(p).Effective.Date)
		}
	}
}

func TestDatesFixture(t *testing.T) {
	testFixture(t, "dates", func(p *analyzer.Pass) string {
		d := facts.Dates.Of(p)
		out := d.Effective.Date.String()
		if d.Effective.Doubtful {
			out += "?"
		}
		if !d.Announced.Date.IsZero() {
			out += ", announced " + d.Announced.Date.String()
		}
		return out
	})
}
