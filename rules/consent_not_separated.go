package rules

import (
	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// ConsentNotSeparated reports a policy which says that it processes some personal data without consent
// and other data with consent, and does not set the two apart with the legal ground of the former.
//
// Since 15 September 2023 a controller must tell the items processed without consent, with their legal
// ground, apart from those processed with consent, in the policy or by notice to each data subject. A
// policy that does not speak of processing without consent is left alone. It is a question where the
// policy only says that it may process data without consent, and where the items may stand in a part
// that could not be read.
//
// # 한국어
//
// 동의 없이 처리하는 개인정보와 동의를 받아 처리하는 개인정보가 모두 있다고 적었으나 둘을 구분하지 않은 처리방침을 찾습니다.
//
// 2023년 9월 15일부터 동의 없이 처리하는 개인정보는 그 항목과 법적 근거를 동의를 받아 처리하는 개인정보와 구분하여
// 처리방침에 공개하거나 정보주체에게 알려야 합니다. 동의 없이 처리한다는 말이 없는 처리방침은 살펴보지 않습니다. 동의
// 없이 처리할 수 있다고만 적었거나, 항목이 읽지 못한 부분에 있을 수 있으면 질문으로 알립니다.
var ConsentNotSeparated = &analyzer.Rule{
	Name:     "consent-not-separated",
	Doc:      analyzer.Text{Ko: "동의 없이 처리하는 개인정보를 구분하여 적지 않은 처리방침을 찾습니다", En: "finds policies that do not set apart data processed without consent"},
	Duty:     "consent-separation",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		unread := hanging(p, facts.Items)
		for _, mix := range facts.ConsentMixes.Of(p) {
			if !isOfPolicy(p, mix.Without.Page) {
				continue
			}
			does, known := p.Settled()
			if mix.May && known && !does {
				continue
			}
			d := analyzer.Diagnostic{
				Message: analyzer.Text{
					Ko: "동의 없이 처리하는 개인정보의 항목과 법적 근거가 동의를 받아 처리하는 개인정보와 구분되어 있지 않습니다",
					En: "items processed without consent are not set apart, with their legal ground, from those processed with consent"},
				Help: analyzer.Text{
					Ko: "‘동의를 받지 않고 처리하는 개인정보’와 ‘동의를 받아 처리하는 개인정보’를 나누고, 앞의 것에는 항목마다 법적 근거(제15조제1항 각 호)를 적습니다",
					En: "list the items processed without consent by themselves, each with its legal ground (the subparagraph of Article 15(1))"}}
			if mix.May && !does || unread != nil {
				d.Question = true
				d.Message.Ko = "동의 없이 처리할 수 있다고 적혀 있습니다. 실제로 그렇게 처리하는 항목과 법적 근거를 따로 알립니까?"
				d.Message.En = "the policy says that data may be processed without consent: are the items and their legal ground told separately?"
			}
			at(p, &d, mix.Without.Page, mix.Without.Range)
			d.Related = []analyzer.Related{related(p, mix.With.Page, mix.With.Range, analyzer.Text{Ko: "동의를 받아 처리", En: "with consent"})}
			p.Report(d)
		}
	},
}
