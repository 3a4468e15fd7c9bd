package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ThirdPartyIncomplete reports provision to third parties that does not say who receives what, what for
// or for how long: a column that a list does not have, a cell that is empty, a list that is announced
// and does not follow.
//
// The Act has a policy state provision to third parties (Article 30(1)3); the four particulars are those
// that consent to it is asked with (Article 17(2)), and the writing guideline has the policy give them.
// So nothing is an error. Where a list cites the law that each provision stands on, the period alone is
// an info. What a label or a sentence beside a list says counts for all its rows, and a recipient that is
// listed again with the particular has it. A policy that only says when it may provide data is not asked.
//
// # 한국어
//
// 제3자 제공에 관한 사항에서 제공받는 자, 이용 목적, 제공 항목, 보유·이용 기간 가운데 빠진 것을 찾습니다. 표에 해당 열이
// 없거나 칸이 비어 있는 경우, ‘다음과 같이 제공합니다’라고 쓰고 목록이 없는 경우입니다.
//
// 법 제30조제1항제3호는 제3자 제공에 관한 사항을 적게 하고, 네 가지 세부 사항은 동의를 받을 때 알리는 것(제17조제2항)으로
// 작성지침이 처리방침에도 적게 합니다. 그래서 오류로는 알리지 않습니다. 제공 근거 법령을 적은 목록에서 보유 기간만 없으면
// 참고로만 알립니다. 목록 옆의 문장이나 항목명으로 한꺼번에 적은 것은 모든 업체에 적은 것으로 보고, 다른 표에 같은 업체의
// 해당 사항이 있으면 적은 것으로 봅니다. 동의나 법률에 따라 제공할 수 있다고만 쓴 처리방침에는 묻지 않습니다.
var ThirdPartyIncomplete = &analyzer.Rule{
	Name:     "third-party-incomplete",
	Doc:      analyzer.Text{Ko: "제3자 제공에서 빠진 세부 사항을 찾습니다: 제공받는 자, 이용 목적, 제공 항목, 보유·이용 기간", En: "finds what provision to third parties does not state: recipient, purpose, items or period"},
	Duty:     "third-party-details",
	Severity: analyzer.Warning,
	Run: incomplete(facts.ThirdParty, particulars{
		clause: analyzer.Text{Ko: "제3자 제공", En: "provision to third parties"},
		elements: map[facts.Element]particular{
			"recipient": {analyzer.Text{Ko: "제공받는 자", En: "the recipient"}, analyzer.Text{Ko: "제공받는 자: 주식회사 가람카드", En: "Recipient: Garam Card Co., Ltd."}},
			"purpose":   {analyzer.Text{Ko: "이용 목적", En: "the purpose"}, analyzer.Text{Ko: "제공받는 자의 이용 목적: 제휴 포인트 적립", En: "Purpose: crediting partner points"}},
			"items":     {analyzer.Text{Ko: "제공 항목", En: "what is provided"}, analyzer.Text{Ko: "제공하는 항목: 성명, 회원번호", En: "Items provided: name, member number"}},
			"retention": {analyzer.Text{Ko: "보유·이용 기간", En: "the period"}, analyzer.Text{Ko: "제공받는 자의 보유·이용 기간: 제휴 계약 종료 시까지", En: "Retention: until the partnership ends"}},
		},
		asks: analyzer.Text{Ko: "실제로 제공하고 있습니까?", En: "are data provided?"},
	}, func(_ *analyzer.Pass, g facts.Gap) (analyzer.Severity, bool) {
		_, lawful := g.Basis()
		switch {
		case g.List != nil && (g.Whole && !g.List.Known || lawful && !misses(g, "purpose", "items")):
			return analyzer.Info, false
		case g.List != nil, g.Claim == facts.GivesTo && len(g.Elements) == 4:
			return analyzer.Warning, false
		case g.Claim != facts.NoClaim:
			return analyzer.Info, true
		}
		return 0, false
	}),
}
