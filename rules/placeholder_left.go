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
// only what the text shows; it does not fill the slot. A slot that comes several times is one finding
// that shows its places.
//
// The option allow lists texts that look like a placeholder but are not, such as a company named OOO.
//
// # 한국어
//
// 서식의 빈칸을 채우지 않은 곳을 찾습니다: OOO, [회사명], YYYY년, 작성 요령, 내용이 없는 연락처 항목.
//
// 그 자리에 들어가야 할 내용이 바로 법이 알리도록 한 내용이므로, 비어 있으면 정보주체가 알 수 없습니다.
// 같은 빈칸이 여러 곳에 있으면 하나로 묶어 위치를 함께 보여 줍니다.
//
// 빈칸처럼 보이지만 실제 내용인 글(예: 상호 OOO)은 allow 옵션에 적습니다.
var PlaceholderLeft = &analyzer.Rule{
	Name:     "placeholder-left",
	Doc:      analyzer.Text{Ko: "채우지 않은 서식의 빈칸을 찾습니다", En: "finds slots of a template that were not filled in"},
	Severity: analyzer.Warning,
	Options:  placeholderLeftOptions{},
	Run: func(p *analyzer.Pass) {
		if !isWhole(p) {
			return
		}
		allow := analyzer.OptionsOf[placeholderLeftOptions](p).Allow
		for _, slots := range alike(p, facts.Slots.Of(p)) {
			d := analyzer.Diagnostic{Help: analyzer.Text{Ko: "실제 내용으로 채우거나 문장을 지웁니다", En: "fill it in, or delete the sentence"}}
			at(p, &d, slots[0].Page, slots[0].Range)
			if same(allow, d.Quote) {
				continue
			}
			for _, s := range slots[1:] {
				d.Also = append(d.Also, p.Policy.Pages[s.Page].Place(s.Range))
			}
			d.Message = slotMessage(d.Quote, len(slots))
			for _, s := range slots[1:min(len(slots), maxSlots)] {
				doc := p.Policy.Pages[s.Page]
				d.Related = append(d.Related, analyzer.Related{Place: doc.Place(s.Range), Quote: d.Quote, Message: analyzer.Text{Ko: "같은 빈칸", En: "the same slot"}})
			}
			p.Report(d)
		}
	},
}

type placeholderLeftOptions struct {
	Allow []string `toml:"allow" eg:"[\"OOO\"]" ko:"빈칸처럼 보이지만 실제 내용인 글" en:"texts that look like a placeholder but are not"`
}

// maxSlots is how many places of one slot are shown.
const maxSlots = 20

// alike puts the slots together that read the same, in the order in which they are first met.
func alike(p *analyzer.Pass, slots []facts.Slot) [][]facts.Slot {
	var out [][]facts.Slot
	index := make(map[string]int)
	for _, s := range slots {
		text := p.Policy.Pages[s.Page].TextOf(s.Range)
		i, ok := index[text]
		if !ok {
			i = len(out)
			index[text] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], s)
	}
	return out
}

func slotMessage(quote string, n int) analyzer.Text {
	if n == 1 {
		return analyzer.Text{
			Ko: fmt.Sprintf("서식의 빈칸이 남아 있습니다: %s", quote),
			En: fmt.Sprintf("a slot of a template was left unfilled: %s", quote)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("서식의 빈칸이 남아 있습니다: %s (모두 %d곳)", quote, n),
		En: fmt.Sprintf("a slot of a template was left unfilled: %s (%d places in all)", quote, n)}
}
