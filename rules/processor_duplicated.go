package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ProcessorDuplicated reports a processor that one list names twice for the same work.
//
// A list that is added to and never read again shows a data subject more processors than there are. A
// company with different work in two rows is left alone, and so are rows that anything tells apart: a
// service, members and employees, an office, another column. Different lists are not compared.
// Where the two names differ and the catalogue of vendors has them for one company, the rule asks.
//
// # 한국어
//
// 한 위탁 목록에 같은 수탁자가 같은 업무로 두 번 적힌 곳을 찾습니다.
//
// 덧붙이기만 하고 정리하지 않은 목록에서는 수탁자가 실제보다 많아 보입니다. 같은 회사라도 위탁업무가 다르면 알리지 않습니다.
// 서비스, 회원·임직원, 지점처럼 두 행을 구분하는 내용이 있거나 서로 다른 목록이면 비교하지 않습니다. 이름이 서로 다르지만 같은
// 회사로 알려진 경우에는 같은 회사인지 묻습니다.
var ProcessorDuplicated = &analyzer.Rule{
	Name:     "processor-duplicated",
	Doc:      analyzer.Text{Ko: "같은 업무로 두 번 적힌 수탁자를 찾습니다", En: "finds processors that a list names twice for the same work"},
	Duty:     "entrustment-details",
	Severity: analyzer.Info,
	Run: func(p *analyzer.Pass) {
		for _, twice := range facts.ProcessorsTwice.Of(p) {
			switch facts.Kinds.Of(p)[twice.Second.Name.At.Page] {
			case facts.PolicyKind, facts.Subpage:
				d := namedTwice(twice)
				at(p, &d, twice.Second.Name.At.Page, twice.Second.Name.At.Range)
				first := twice.First.Name.At
				d.Related = []analyzer.Related{related(p, first.Page, first.Range, analyzer.Text{Ko: "먼저 적힌 곳", En: "named here first"})}
				p.Report(d)
			}
		}
	},
}

// namedTwice is the finding about a processor, but for its places.
func namedTwice(twice facts.ProcessorTwice) analyzer.Diagnostic {
	first, second := twice.First.Name.Text, twice.Second.Name.Text
	d := analyzer.Diagnostic{
		Subject: companyPart(first, second),
		Message: analyzer.Text{
			Ko: fmt.Sprintf("한 목록에 같은 수탁자가 같은 업무로 두 번 적혀 있습니다: %s", second),
			En: fmt.Sprintf("one list names the same processor twice for the same work: %s", second)},
		Help: analyzer.Text{Ko: "한 번만 적습니다", En: "name it once"}}
	if !twice.Sure {
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("한 목록에 같은 업무의 수탁자로 두 이름이 적혀 있습니다(%s, %s). 같은 회사입니까?", first, second),
			En: fmt.Sprintf("one list names “%s” and “%s” for the same work: are they the same company?", first, second)}
		d.Help = analyzer.Text{Ko: "같은 회사이면 현재 상호로 한 번만 적습니다", En: "if they are, name it once, by its present name"}
	}
	return d
}
