package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/law"
)

// LawStale reports laws, articles, authorities and institutions that were no longer in force on the day by whose law
// the policy is judged: 정보통신망법 제25조, 정보통신부, the real-name check on boards (제한적 본인확인제), the rule
// on dormant accounts (유효기간제) given as a duty, forms of the abolished Enforcement Rule.
//
// Each is held against the day on which it ended, so that a policy is right that was written before. An article that
// is gone is an error. What the data has no sure day for is a warning at most, and what may be right for reasons that
// the text does not tell is asked: the Network Act named as the law that the policy follows. A dormancy policy of the
// company's own is lawful and not reported, nor are articles of the Network Act that are still in force.
//
// # 한국어
//
// 점검 기준일에 효력이 없는 법률, 조문, 기관, 제도를 근거로 든 곳을 찾습니다: 정보통신망법 제25조, 정보통신부, 제한적 본인확인제,
// 법령에 따른 의무라고 적은 유효기간제, 폐지된 시행규칙의 서식.
//
// 효력을 잃은 날짜와 비교하므로 그 전에 시행된 처리방침은 알리지 않습니다. 없어진 조문은 오류로 알립니다. 날짜가 확인되지 않은 것은
// 경고까지만 알리고, 처리방침의 글만으로 알 수 없는 것(정보통신망법을 준수한다고만 적은 머리말)은 묻습니다. 회사가 스스로 정한
// 휴면 정책과 정보통신망법에서 지금도 시행 중인 조문은 알리지 않습니다.
var LawStale = &analyzer.Rule{
	Name:     "law-stale",
	Doc:      analyzer.Text{Ko: "효력이 없는 법령·기관·제도를 든 곳을 찾습니다", En: "finds laws, articles, authorities and institutions that are no longer in force"},
	Severity: analyzer.Error,
	Run: func(p *analyzer.Pass) {
		for _, o := range outdatedOf(p, law.Statute, law.Article, law.Authority, law.Concept) {
			d := o.diagnostic(p)
			d.Message = o.basisMessage(d)
			p.Report(d)
		}
	},
}

// basisMessage says what is out of date, and why.
func (o *outdated) basisMessage(d analyzer.Diagnostic) analyzer.Text {
	why := o.why()
	switch {
	case o.how == comingStale:
		return analyzer.Text{
			Ko: fmt.Sprintf("%s부터 맞지 않게 됩니다: “%s” (%s)", o.Since, d.Quote, why.Ko),
			En: fmt.Sprintf("will not hold from %s: “%s” (%s)", o.Since, d.Quote, why.En)}
	case d.Question && (o.Since.IsZero() || o.how == maybeStale):
		return analyzer.Text{
			Ko: fmt.Sprintf("“%s”%s 적혀 있습니다. 맞는 내용입니까? (%s)", d.Quote, particle(d.Quote, "이라고", "라고"), why.Ko),
			En: fmt.Sprintf("the policy says “%s”: does it hold? (%s)", d.Quote, why.En)}
	case d.Question:
		return analyzer.Text{
			Ko: fmt.Sprintf("“%s”%s 적혀 있습니다. 지금도 맞는 내용입니까? (%s)", d.Quote, particle(d.Quote, "이라고", "라고"), why.Ko),
			En: fmt.Sprintf("the policy says “%s”: does it still hold? (%s)", d.Quote, why.En)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("지금은 맞지 않는 내용입니다: “%s” (%s)", d.Quote, why.Ko),
		En: fmt.Sprintf("no longer in force: “%s” (%s)", d.Quote, why.En)}
}
