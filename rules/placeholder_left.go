package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// PlaceholderLeft reports a slot of a template that nobody filled in: OOO, [회사명], YYYY년, an
// instruction to the author, a label of a contact with nothing behind it.
//
// What stands in such a slot is what the law asks for, and a reader cannot know it. The rule says
// only what the text shows; it does not fill the slot.
//
// # 한국어
//
// 서식의 빈칸을 채우지 않은 곳을 찾습니다: OOO, [회사명], YYYY년, 작성 요령, 내용이 없는 연락처 항목.
//
// 그 자리에 들어가야 할 내용이 바로 법이 알리도록 한 내용이므로, 비어 있으면 정보주체가 알 수 없습니다.
var PlaceholderLeft = &analyzer.Rule{
	Name:     "placeholder-left",
	Doc:      analyzer.Text{Ko: "채우지 않은 서식의 빈칸을 찾습니다", En: "finds slots of a template that were not filled in"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		if !isWhole(p) {
			return
		}
		for _, s := range facts.Slots.Of(p) {
			d := analyzer.Diagnostic{Help: analyzer.Text{Ko: "실제 내용으로 채우거나 문장을 지웁니다", En: "fill it in, or delete the sentence"}}
			at(p, &d, s.Page, s.Range)
			d.Message = analyzer.Text{
				Ko: fmt.Sprintf("서식의 빈칸이 남아 있습니다: %s", d.Quote),
				En: fmt.Sprintf("a slot of a template was left unfilled: %s", d.Quote)}
			p.Report(d)
		}
	},
}
