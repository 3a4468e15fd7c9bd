package rules

import (
	"fmt"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/fold"
)

// ItemDuplicated reports an item of personal data that stands twice in one list, or among both the
// required and the optional items of one purpose.
//
// Where it is both required and optional, a data subject cannot tell whether it may be refused: that is
// a warning. Twice in one list is an info. Lists for another purpose, another case or other people are
// not compared, nor is an item with a remark of its own, such as 연락처(보호자).
//
// # 한국어
//
// 한 목록에 두 번 적힌 항목과, 같은 목적의 필수 항목과 선택 항목에 모두 적힌 항목을 찾습니다.
//
// 필수와 선택에 모두 적혀 있으면 정보주체가 거부할 수 있는 항목인지 알 수 없으므로 경고로 알립니다. 한 목록에 두 번 적힌
// 항목은 참고로만 알립니다. 목적이나 경우, 대상자가 다른 목록끼리는 비교하지 않으며, ‘연락처(보호자)’처럼 설명을 덧붙인
// 항목도 비교하지 않습니다.
var ItemDuplicated = &analyzer.Rule{
	Name:     "item-duplicated",
	Doc:      analyzer.Text{Ko: "같은 목적에 두 번 적힌 개인정보 항목을 찾습니다", En: "finds items of personal data that are named twice for one purpose"},
	Duty:     "items",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for all := facts.ItemsTwice.Of(p); len(all) > 0; {
			n := 1
			for n < len(all) && all[n].Both == all[0].Both && all[n].List == all[0].List {
				n++
			}
			p.Report(duplicated(p, all[:n]))
			all = all[n:]
		}
	},
}

// duplicated is the finding about what one list names twice.
func duplicated(p *analyzer.Pass, list []facts.ItemTwice) analyzer.Diagnostic {
	names := make([]string, len(list))
	for i, twice := range list {
		names[i] = twice.Second.Text
	}
	all := strings.Join(names, ", ")
	d := analyzer.Diagnostic{
		Subject:  twicePart(list),
		Severity: analyzer.Info,
		Message: analyzer.Text{
			Ko: fmt.Sprintf("한 목록에 같은 항목이 두 번 적혀 있습니다: %s", all),
			En: fmt.Sprintf("one list names the same item twice: %s", all)},
		Help: analyzer.Text{Ko: "한 번만 적습니다", En: "name it once"}}
	if list[0].Both {
		d.Severity = analyzer.Warning
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("같은 항목이 필수 항목과 선택 항목에 모두 적혀 있습니다: %s", all),
			En: fmt.Sprintf("the same item is both required and optional: %s", all)}
		d.Help = analyzer.Text{Ko: "필수인지 선택인지 정하여 한쪽에만 적습니다", En: "name it among the required or among the optional items, not both"}
	}
	at(p, &d, list[0].Second.At.Page, list[0].Second.At.Range)
	first := list[0].First.At
	d.Related = []analyzer.Related{related(p, first.Page, first.Range, analyzer.Text{Ko: "먼저 적힌 곳", En: "named here first"})}
	return d
}

// twicePart names the list, by what it is for, and what it has twice.
func twicePart(list []facts.ItemTwice) string {
	all := make([]facts.DataItem, len(list))
	for i, twice := range list {
		all[i] = twice.Second
	}
	how := "alike"
	if list[0].Both {
		how = "required-and-optional"
	}
	return subject(part("are", how), part("for", fold.Letters(list[0].Second.Purpose)), itemPart(all...))
}
