package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// IdentifierWithoutBasis reports a policy that processes passport, driver's licence or alien registration
// numbers and says neither that separate consent is obtained for them nor which law they are processed
// under.
//
// The Act wants one of the two; the writing guideline recommends to state in the policy which it is. A
// guideline is no law, so the finding is an info. Resident registration numbers have a rule of their own,
// rrn-without-basis.
//
// # 한국어
//
// 여권번호, 운전면허번호, 외국인등록번호를 처리하면서 별도의 동의를 받는다는 말도 근거 법령도 적지 않은 처리방침을 찾습니다.
//
// 고유식별정보는 다른 개인정보와 구분하여 별도의 동의를 받거나 법령에서 구체적으로 요구하거나 허용한 경우에만 처리할 수
// 있습니다. 그 근거를 처리방침에 적는 것은 작성지침의 권고이므로 참고로만 알립니다. 주민등록번호는 rrn-without-basis에서
// 다룹니다.
var IdentifierWithoutBasis = &analyzer.Rule{
	Name:     "identifier-without-basis",
	Doc:      analyzer.Text{Ko: "별도 동의나 근거 법령을 적지 않은 고유식별정보를 찾습니다", En: "finds unique identifiers with neither separate consent nor a law stated"},
	Duty:     "unique-identifier",
	Severity: analyzer.Info,
	Run: func(p *analyzer.Pass) {
		for _, group := range identifiersBy(p, func(id facts.Identifier) bool {
			return id.ID != "rrn" && id.Ground == facts.NoGround && !id.Consent
		}) {
			what := used(group)
			d := analyzer.Diagnostic{
				Message: analyzer.Text{
					Ko: fmt.Sprintf("고유식별정보를 처리하는 근거(별도 동의 또는 법령)가 적혀 있지 않습니다: %s", what.Ko),
					En: fmt.Sprintf("neither separate consent nor a law is stated for a unique identifier: %s", what.En)},
				Help: analyzer.Text{
					Ko: "별도의 동의를 받아 처리한다고 적거나, 처리를 요구하거나 허용한 법령과 조문을 적습니다",
					En: "say that it is processed with separate consent, or name the law that requires or allows it"}}
			atIdentifiers(p, &d, group)
			p.Report(d)
		}
	},
}
