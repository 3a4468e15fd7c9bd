package facts_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// keptWords is the wording of invented lists of what is kept how long, in Korean.
var keptWords = struct{ titles, values [3][]string }{
	titles: [3][]string{{"보유 항목", "보존 항목", "구분", "기록의 종류"}, {"보유기간", "보존기간", "보존 기간", "보유 및 이용기간"}, {"근거 법령", "보존 근거", "관련 법령", "근거"}},
	values: [3][]string{
		{"계약 또는 청약철회 등에 관한 기록", "대금결제 및 재화 등의 공급에 관한 기록", "소비자의 불만 또는 분쟁처리에 관한 기록", "표시·광고에 관한 기록", "웹사이트 방문 기록", "전자금융 거래에 관한 기록", "세금계산서 등 거래 증빙"},
		{"5년", "3년", "6개월", "3개월", "10년", "1년"},
		{"전자상거래법", "통신비밀보호법", "전자금융거래법"},
	},
}

// inventKept makes up a list of records, periods and laws.
func inventKept(r *rand.Rand) *inventedList {
	l := &inventedList{words: &inventedLanguages[0], heading: "개인정보의 처리 및 보유기간", intro: "관계 법령에 따라 아래의 정보를 보관합니다."}
	l.fields = []facts.Field{facts.FieldGroup, facts.FieldPeriod, facts.FieldBasis}
	for i := range l.fields {
		l.titles = append(l.titles, one(r, keptWords.titles[i]))
	}
	for _, n := range r.Perm(len(keptWords.values[0]))[:2+r.IntN(5)] {
		l.rows = append(l.rows, []inventedCell{{text: keptWords.values[0][n]}, {text: one(r, keptWords.values[1])}, {text: one(r, keptWords.values[2])}})
	}
	return l
}

// kept is what a reader finds in the list.
func (l *inventedList) kept() string {
	var b strings.Builder
	for _, row := range l.rows {
		var parts []string
		for _, f := range []facts.Field{facts.FieldGroup, facts.FieldPeriod, facts.FieldBasis} {
			parts = append(parts, row[slices.Index(l.fields, f)].text)
		}
		fmt.Fprintln(&b, strings.Join(parts, " | "))
	}
	return b.String()
}

// foundKept is what is found of a page.
func foundKept(p *analyzer.Pass) string {
	var b strings.Builder
	for _, one := range facts.Retentions.Of(p) {
		fmt.Fprintf(&b, "%s | %s | %s\n", one.Record.Text, one.Period.Text, one.Basis.Text)
	}
	return b.String()
}

// TestKeptHowever writes invented lists of records in the ways of [TestListsHowever] that need no company.
func TestKeptHowever(t *testing.T) {
	names := []string{"th", "titles in td", "titles in bold td", "thead and tbody", "tfoot", "no end tags", "attributes", "words in spans", "letters in fonts",
		"divs in divs", "links", "space around", "spaces that do not break", "zero width around", "comments", "empty rows", "rows in another order",
		"columns in another order", "transposed", "transposed, titles in td", "a column of numbers", "a row of titles again", "split, titles again",
		"a title across", "within a table that places it", "titles with breaks", "in details", "a row deleted", "Markdown",
		"Markdown, columns in another order", "HTML in Markdown", "bars", "drawn", "drawn, lines broken", "drawn with boxes", "stored in EUC-KR", "stored in UTF-16"}
	for _, p := range slices.Concat(tableProperties, textProperties) {
		if !slices.Contains(names, p.name) {
			continue
		}
		t.Run(p.name, func(t *testing.T) {
			var failures []string
			for seed := range uint64(seeds) {
				r := rand.New(rand.NewPCG(seed, 3))
				l := inventKept(r)
				l.of = &listWords{caption: "법령에 따른 보유 현황"}
				w, ok := p.write(r, l)
				if !ok {
					continue
				}
				if diff := cmp.Diff(w.list.kept(), foundKept(read(t, w.name, w.page))); diff != "" {
					failures = append(failures, fmt.Sprintf("seed %d: want -, got +\n%s\n%s", seed, diff, w.page))
				}
			}
			if len(failures) != keptNotYet[p.name] {
				t.Errorf("%d of %d lists failed:\n%s", len(failures), seeds, strings.Join(failures[:min(2, len(failures))], "\n"))
			}
		})
	}
}

// keptNotYet is how many of the lists of records fail, by property: what does not hold yet.
var keptNotYet = map[string]int{}
