package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ItemNotCollected asks about an item that a policy gives to third parties and does not name, nor
// anything of its kind, among the items that it processes.
//
// Only what data subjects hand in themselves is looked at, such as a date of birth, an address or an
// account number; what arises in the course of use, such as orders and payments, is left alone. So are
// policies that name their items in words as wide as 회원정보, and those in which few items could be
// read. Whether the item comes from somewhere else cannot be seen from the text, so it is a question.
//
// # 한국어
//
// 제3자에게 제공한다고 적었으나 처리하는 항목에는 없는 개인정보를 질문으로 알립니다.
//
// 생년월일, 주소, 계좌번호처럼 정보주체가 직접 제공하는 정보만 살펴보며, 주문 내역처럼 서비스 이용 중에 생기는 정보는 보지
// 않습니다. ‘연락처’와 ‘휴대전화번호’처럼 뜻이 겹치는 항목이 있거나, ‘회원정보’처럼 넓은 말로 적었거나, 처리하는 항목을
// 충분히 읽지 못한 처리방침에서는 알리지 않습니다. 다른 경로로 수집하는 정보인지는 글만으로 알 수 없으므로 질문으로만
// 알립니다.
var ItemNotCollected = &analyzer.Rule{
	Name:     "item-not-collected",
	Doc:      analyzer.Text{Ko: "제3자에게 제공하면서 처리하는 항목에는 적지 않은 개인정보를 찾습니다", En: "finds items given to third parties that are not among those processed"},
	Duty:     "items",
	Severity: analyzer.Info,
	Run: func(p *analyzer.Pass) {
		if !isWhole(p) || hanging(p, facts.Items) != nil {
			return
		}
		for _, item := range facts.UncollectedItems.Of(p) {
			d := analyzer.Diagnostic{
				Subject:  subject(itemPart(item.DataItem), companyPart(item.To.Name.Text)),
				Question: true,
				Message: analyzer.Text{
					Ko: fmt.Sprintf("%s에 제공한다고 적혀 있으나 처리하는 항목에는 없습니다: %s. 어디서 수집합니까?", item.To.Name.Text, item.Text),
					En: fmt.Sprintf("“%s” is given to %s and is not among the items processed: where is it collected?", item.Text, item.To.Name.Text)},
				Help: analyzer.Text{
					Ko: "처리하는 개인정보의 항목에 더하거나, 제공하지 않는다면 제공 항목에서 뺍니다",
					En: "add it to the items processed, or delete it here if it is not given"}}
			at(p, &d, item.At.Page, item.At.Range)
			p.Report(d)
		}
	},
}
