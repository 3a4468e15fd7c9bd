package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// OverseasTransferMissing reports a policy by which personal data is kept or processed on servers abroad and
// which has no clause on overseas transfer, or only its heading.
//
// The words must name the servers: that a processor is a foreign company shows no transfer. Vaguer
// words are a question.
//
// With `transfers-abroad = true` in the configuration, a policy that says nothing about it is an error, and one
// that denies it is a warning. With `transfers-abroad = false` the rule is silent, unless the text shows the
// contrary: it then asks which is right.
//
// # 한국어
//
// 해외에 있는 서버에 개인정보를 보관하거나 처리한다고 적고도 국외 이전에 관한 사항을 적지 않은 처리방침, 제목만 있고
// 내용이 없는 처리방침을 찾습니다.
//
// 서버의 위치가 글에 드러나야 합니다. 수탁자가 외국 회사라는 것만으로는 국외 이전으로 보지 않습니다. 표현이 분명하지 않으면
// 질문으로 알립니다.
//
// 설정에 `transfers-abroad = true`가 있으면 그 내용이 전혀 없는 처리방침은 오류로, 해당 사항이 없다고 적은 처리방침은
// 경고로 알립니다. `transfers-abroad = false`이면 알리지 않되, 처리방침에 그와 다른 내용이 있으면 어느 쪽이 맞는지
// 묻습니다.
var OverseasTransferMissing = &analyzer.Rule{
	Name:     "overseas-transfer-missing",
	Doc:      analyzer.Text{Ko: "해외 서버를 이용하면서 국외 이전에 관한 사항을 적지 않은 처리방침을 찾습니다", En: "finds a policy that names servers abroad and says nothing on overseas transfer"},
	Duty:     "overseas-transfer",
	Severity: analyzer.Error,
	Run: clause(facts.OverseasTransfer, clauseName{
		name: analyzer.Text{Ko: "국외 이전", En: "overseas transfer"},
		help: analyzer.Text{
			Ko: "이전받는 자와 연락처, 이전 국가·시기·방법, 이전 항목, 이용 목적과 보유 기간, 거부 방법과 효과, 이전의 법적 근거를 적거나, 이전하지 않는다고 적습니다",
			En: "state recipients and their contact, country, time, method, items, purposes, periods, how to refuse and the legal ground, or that nothing is transferred"},
		known: analyzer.Text{
			Ko: "이전받는 자와 연락처, 이전 국가·시기·방법, 이전 항목, 이용 목적과 보유 기간, 거부 방법과 효과, 이전의 법적 근거를 적습니다",
			En: "state recipients and their contact, country, time, method, items, purposes, periods, how to refuse and the legal ground"},
	}),
}
