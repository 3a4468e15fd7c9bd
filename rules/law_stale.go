package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/law"
)

// LawStale reports laws, articles, authorities and institutions that are no longer in force on the day by
// whose law the policy is judged: 정보통신망법 제25조, 정보통신부, the real-name check on boards (제한적
// 본인확인제), the rule on dormant accounts (유효기간제) given as a duty, forms of the abolished Enforcement
// Rule.
//
// Each is compared with the day on which it ended, so a policy that was written before is not reported when
// it is judged by the law of its own day. A basis that is certainly gone, such as a deleted article, is an
// error; another paragraph number or a former name of a law is an info; the rest are warnings, as is all whose
// last day is not certain. What the text alone cannot settle is a question, such as a preamble that follows the
// Network Act. A dormancy policy of the company's own and articles of the Network Act that are still in force
// are left alone.
//
// # 한국어
//
// 점검 기준일에 효력이 없는 법률, 조문, 기관, 제도를 근거로 든 곳을 찾습니다: 정보통신망법 제25조, 정보통신부, 제한적
// 본인확인제, 법령에 따른 의무라고 적은 유효기간제, 폐지된 시행규칙의 서식.
//
// 효력을 잃은 날짜와 비교하므로, 그 전의 처리방침을 당시 법령으로 검사하면(--as-of effective) 알리지 않습니다. 삭제된
// 조문처럼 근거가 확실히 없어졌으면 오류로, 항 번호나 법률 이름만 바뀌었으면 참고로, 그 밖에는 경고로 알립니다. 효력을
// 잃은 날짜가 확실하지 않으면 경고까지만 알립니다. 정보통신망법을 준수한다고만 적은 머리말처럼 글만으로 알 수 없는 것은
// 질문으로 알립니다. 회사가 스스로 정한 휴면 정책과 정보통신망법에서 지금도 시행 중인 조문은 알리지 않습니다.
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
			En: fmt.Sprintf("will be out of date from %s: “%s” (%s)", o.Since, d.Quote, why.En)}
	case d.Question && (o.Since.IsZero() || o.how == maybeStale):
		return analyzer.Text{
			Ko: fmt.Sprintf("%s 적혀 있습니다. 맞는 내용입니까? (%s)", withQuoting("“"+d.Quote+"”"), why.Ko),
			En: fmt.Sprintf("the policy says “%s”: does it hold? (%s)", d.Quote, why.En)}
	case d.Question:
		return analyzer.Text{
			Ko: fmt.Sprintf("%s 적혀 있습니다. 지금도 맞는 내용입니까? (%s)", withQuoting("“"+d.Quote+"”"), why.Ko),
			En: fmt.Sprintf("the policy says “%s”: does it still hold? (%s)", d.Quote, why.En)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("지금은 맞지 않는 내용입니다: “%s” (%s)", d.Quote, why.Ko),
		En: fmt.Sprintf("out of date: “%s” (%s)", d.Quote, why.En)}
}
