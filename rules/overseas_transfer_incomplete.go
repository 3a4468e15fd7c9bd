package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// OverseasTransferIncomplete reports transfers abroad of which the policy does not state all that
// Article 28-8(2) lists: items, country, time, method, recipient and contact, purpose, period, and how
// to refuse.
//
// Since 2024-03-15 the Enforcement Decree (Article 31(1)2) has a policy state them for every transfer;
// before, only one that replaced consent had to, and the finding is an info. Each list is judged by
// itself; what a label or a sentence beside it says counts for all its rows.
//
// # 한국어
//
// 국외 이전에 관한 사항에서 법 제28조의8제2항 각 호 가운데 빠진 것을 찾습니다: 이전되는 항목, 국가, 시기, 방법, 이전받는 자와
// 연락처, 이용 목적, 보유·이용 기간, 거부하는 방법.
//
// 2024년 3월 15일부터 시행령 제31조제1항제2호에 따라 모든 국외 이전에 적어야 합니다. 그 전에는 동의를 갈음하여 공개하는
// 경우에만 필요했으므로 참고로 알립니다. 목록마다 따로 보며, 목록 옆의 문장이나 항목명으로 한꺼번에 적은 것은 모든 업체에
// 적은 것으로 봅니다.
var OverseasTransferIncomplete = &analyzer.Rule{
	Name:     "overseas-transfer-incomplete",
	Doc:      analyzer.Text{Ko: "국외 이전에서 빠진 세부 사항을 찾습니다: 항목, 국가, 시기, 방법, 연락처, 목적, 기간, 거부 방법", En: "finds what transfers abroad do not state: country, time, method, items, refusal and the like"},
	Duty:     "overseas-transfer-details",
	Severity: analyzer.Warning,
	Run: incomplete(facts.OverseasTransfer, particulars{
		clause: analyzer.Text{Ko: "국외 이전", En: "transfer abroad"},
		elements: map[facts.Element]particular{
			"recipient": {analyzer.Text{Ko: "이전받는 자", En: "the recipient"}, analyzer.Text{Ko: "이전받는 자: Maru Cloud, Inc.", En: "Recipient: Maru Cloud, Inc."}},
			"contact":   {analyzer.Text{Ko: "이전받는 자의 연락처", En: "the recipient's contact"}, analyzer.Text{Ko: "연락처: privacy@example.com", En: "Contact: privacy@example.com"}},
			"country":   {analyzer.Text{Ko: "이전되는 국가", En: "the country"}, analyzer.Text{Ko: "이전되는 국가: 미국", En: "Country: United States"}},
			"timing":    {analyzer.Text{Ko: "이전 시기", En: "the time"}, analyzer.Text{Ko: "이전 시기: 서비스 이용 시 수시로", En: "Time: whenever the service is used"}},
			"method":    {analyzer.Text{Ko: "이전 방법", En: "the method"}, analyzer.Text{Ko: "이전 방법: 정보통신망을 통한 전송", En: "Method: transmission over the network"}},
			"items":     {analyzer.Text{Ko: "이전되는 항목", En: "what is transferred"}, analyzer.Text{Ko: "이전되는 항목: 회원번호, 접속 기록", En: "Items transferred: member number, access logs"}},
			"purpose":   {analyzer.Text{Ko: "이용 목적", En: "the purpose"}, analyzer.Text{Ko: "이용 목적: 데이터 보관", En: "Purpose: storage of data"}},
			"retention": {analyzer.Text{Ko: "보유·이용 기간", En: "the period"}, analyzer.Text{Ko: "보유·이용 기간: 회원 탈퇴 시까지", En: "Retention: until membership ends"}},
			"refusal":   {analyzer.Text{Ko: "거부하는 방법과 그 효과", En: "how to refuse"}, analyzer.Text{Ko: "이전을 거부하려면 고객센터로 알려 주십시오. 거부하면 서비스를 이용할 수 없습니다", En: "To refuse, contact us; the service cannot then be used"}},
		},
	}, func(p *analyzer.Pass, g facts.Gap) (analyzer.Severity, bool) {
		if !p.Law.InForce("overseas-transfer", p.Day) || g.Whole && !g.List.Known && !misses(g, "refusal") {
			return analyzer.Info, false
		}
		return analyzer.Warning, false
	}),
}
