package rules

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// CommerceRecordsUnstated reports a policy of an online seller that says nothing about the records that the Act on the
// Consumer Protection in Electronic Commerce requires to be preserved.
//
// Where a statute requires personal data to be preserved after their purpose is met, the policy states the basis and the
// items preserved. Whether a controller sells online cannot be told from its policy, so the rule is silent unless the
// configuration says `sells-online = true`. It leaves alone a policy that names the act or any of the records anywhere
// in its text, links to a page on retention, or has a part that could not be read.
//
// # 한국어
//
// 온라인으로 판매하는 개인정보처리자의 처리방침 가운데 전자상거래법에 따라 보존하는 기록을 적지 않은 것을 찾습니다.
//
// 처리 목적을 달성한 뒤에도 법령에 따라 개인정보를 보존하는 경우에는 그 보존근거와 보존하는 개인정보 항목을 처리방침에 적어야
// 합니다. 온라인으로 판매하는지는 처리방침만으로 알 수 없으므로 설정에 `sells-online = true`가 있을 때에만 검사합니다.
// 이 법률이나 계약·청약철회, 대금결제, 소비자 분쟁처리 등의 기록을 한 곳에라도 적었으면 알리지 않습니다. 보유 기간을 다룬
// 다른 페이지로 연결하거나 읽지 못한 부분이 있는 경우에도 알리지 않습니다.
var CommerceRecordsUnstated = &analyzer.Rule{
	Name:     "commerce-records-unstated",
	Doc:      analyzer.Text{Ko: "온라인으로 판매하면서 전자상거래법에 따라 보존하는 기록을 적지 않은 처리방침을 찾습니다", En: "finds a policy of an online seller that states no records preserved under the e-commerce act"},
	Duty:     "commerce-records",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		sells, _ := p.Settled()
		if !sells || !isWhole(p) || processesNothing(p) || inGrace(p, p.Standing()) || statesCommerce(p) ||
			hanging(p, facts.Retention) != nil || hanging(p, facts.Destruction) != nil {
			return
		}
		d := analyzer.Diagnostic{
			Absent:  true,
			Subject: part("record", "e-commerce"),
			Message: analyzer.Text{
				Ko: "전자상거래법에 따라 보존하는 거래 기록이 적혀 있지 않습니다" + because(p).Ko,
				En: "the records of transactions to be preserved under the e-commerce act are not stated" + because(p).En},
			Help: analyzer.Text{
				Ko: "보존하는 기록과 기간을 보존근거와 함께 적습니다. 예: 「전자상거래 등에서의 소비자보호에 관한 법률」에 따라 계약 또는 청약철회 등에 관한 기록 5년",
				En: "state the records and how long they are preserved, with the act as the basis: for example records of contracts and withdrawals, 5 years"}}
		if c := facts.Clauses.Of(p)[facts.Retention]; c.Status == facts.Present {
			at(p, &d, c.Page, c.Range)
		} else {
			atTitle(p, &d)
		}
		p.Report(d)
	},
}

// statesCommerce reports whether a policy names the act on electronic commerce, or records that it has kept.
func statesCommerce(p *analyzer.Pass) bool {
	const act, name = "e-commerce", "전자상거래 등에서의 소비자보호에 관한 법률"
	isRecord := func(kind string) bool {
		of, ok := p.Law.Period(kind)
		return ok && of.Statute == name
	}
	return slices.ContainsFunc(facts.Citations.Of(p), func(c facts.Citation) bool { return c.ID == act }) ||
		slices.ContainsFunc(facts.KeptKinds.Of(p), isRecord)
}
