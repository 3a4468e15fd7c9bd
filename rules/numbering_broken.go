package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// NumberingBroken reports articles, headings and items that are numbered twice or with a gap:
// 제5조 before 제7조, 제4조 twice, 1. 2. 4.
//
// A gap is often the trace of a clause that was deleted or lost, and a policy that refers to its
// article 6 refers to nothing. Only sequences clearly meant as such are judged. Where the number shows
// anywhere between the two, in a table or in the middle of a line, or the article is marked as
// deleted, nothing is reported; a list that begins again at 1 is a new list. Numbers that the browser
// writes (ol) are not in the text and are not judged.
//
// # 한국어
//
// 조·항·호와 제목의 번호가 겹치거나 빠진 곳을 찾습니다. 제5조 다음에 제7조가 오는 경우, 제4조가 두 번 나오는 경우, 1. 2. 4.와 같은 경우입니다.
//
// 번호가 빠진 자리는 항목이 지워지거나 누락된 흔적일 때가 많고, 그 번호를 인용한 문장은 가리키는 곳이 없게 됩니다.
// 순서가 분명한 번호만 봅니다. 빠진 번호가 그 사이의 표나 문장 안에 보이거나 ‘삭제’로 적혀 있으면 알리지 않으며,
// 1부터 다시 시작하는 번호는 새 목록으로 봅니다. 브라우저가 매기는 번호(ol)는 본문에 없으므로 보지 않습니다.
var NumberingBroken = &analyzer.Rule{
	Name:     "numbering-broken",
	Doc:      analyzer.Text{Ko: "겹치거나 빠진 번호를 찾습니다", En: "finds numbers that come twice or are left out"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, b := range facts.Numbering.Of(p) {
			if !isOfPolicy(p, b.Page) {
				continue
			}
			d := analyzer.Diagnostic{Subject: headingPart(b.Text), Help: analyzer.Text{Ko: "빠진 항목이 없는지 확인하고 번호를 차례대로 매깁니다", En: "check that nothing was lost, and number in order"}}
			at(p, &d, b.Page, b.Range)
			d.Related = []analyzer.Related{related(p, b.Page, b.Before, analyzer.Text{Ko: "바로 앞 번호", En: "the one before it"})}
			d.Message = breakMessage(b, d.Quote, d.Related[0].Quote)
			p.Report(d)
		}
	},
}

func breakMessage(b facts.NumberBreak, quote, before string) analyzer.Text {
	if b.Twice {
		return analyzer.Text{
			Ko: fmt.Sprintf("번호가 겹칩니다: “%s” 다음에 “%s” (%s 차례)", before, quote, b.Want),
			En: fmt.Sprintf("a number comes twice: “%s” follows “%s”, where %s is expected", quote, before, b.Want)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("번호가 빠졌습니다: “%s” 다음에 “%s” (%s 없음)", before, quote, b.Want),
		En: fmt.Sprintf("a number is left out: “%s” follows “%s”, where %s is expected", quote, before, b.Want)}
}
