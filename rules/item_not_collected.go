package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ItemNotCollected asks where a policy gives third parties an item that people hand in themselves and
// does not name it, nor anything of its kind, among the items that it processes.
//
// What comes about in the course of use, such as orders and payments, is left alone, and so are policies
// of whose items few were read, or which call them by words so wide that the item may be meant.
//
// # 한국어
//
// 제3자에게 제공한다고 적었으나 처리하는 항목 어디에도 나오지 않는 개인정보에 대하여 질문합니다.
//
// 정보주체가 직접 내는 정보(생년월일, 주소, 계좌번호 등)만 살펴보며, 주문 내역처럼 서비스 이용 중에 생기는 정보는 보지
// 않습니다. ‘연락처’와 ‘휴대전화번호’처럼 뜻이 겹치는 항목이 있거나, ‘회원정보’처럼 넓은 말로 적었거나, 처리하는 항목을
// 충분히 읽지 못한 처리방침에서는 알리지 않습니다.
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
				Question: true,
				Message: analyzer.Text{
					Ko: fmt.Sprintf("%s에 제공한다고 적혀 있으나 처리하는 항목에는 없습니다: %s. 어디서 수집합니까?", item.To.Name.Text, item.Text),
					En: fmt.Sprintf("given to %s and not among the items processed: %s: where does it come from?", item.To.Name.Text, item.Text)},
				Help: analyzer.Text{
					Ko: "처리하는 개인정보의 항목에 더하거나, 제공하지 않는다면 제공 항목에서 뺍니다",
					En: "add it to the items processed, or leave it out here if it is not given"}}
			at(p, &d, item.At.Page, item.At.Range)
			p.Report(d)
		}
	},
}
