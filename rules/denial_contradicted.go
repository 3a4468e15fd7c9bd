package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// DenialContradicted reports a policy that says plainly that it provides no data to third parties, entrusts
// no processing or transfers nothing abroad, and lists recipients to whom it does.
//
// Usually a list was added and the sentence of the template was left standing; a data subject cannot tell
// which of the two holds. Only a denial without any limit counts: one that leaves room for consent, for
// exceptions or for what follows, or that is about some data or purposes alone, is left alone. So are
// recipients to whom a law has data provided, and lists of processors and third parties alike. Where the
// denial and the list stand in different sections, they may be about different services: that is a
// question.
//
// # 한국어
//
// 제공·위탁·국외 이전을 하지 않는다고 단정하면서, 같은 처리방침에 제공받는 자나 수탁자, 이전받는 자를 적은 곳을 찾습니다.
//
// 서식의 문장을 지우지 않은 채 목록만 덧붙인 경우가 많은데, 정보주체로서는 어느 쪽이 맞는지 알 수 없습니다. ‘동의 없이’,
// ‘다음의 경우를 제외하고’, ‘원칙적으로’처럼 예외를 두었거나 일부 정보나 목적에 한정한 문장은 알리지 않습니다. 법령에 따라
// 제공하는 경우와 제공·위탁을 한 목록에 함께 적은 경우도 알리지 않습니다. 그 문장과 목록이 서로 다른 항목에 있으면 서비스가
// 다를 수 있으므로 질문으로 알립니다.
var DenialContradicted = &analyzer.Rule{
	Name:     "denial-contradicted",
	Doc:      analyzer.Text{Ko: "하지 않는다고 적었으나 목록이 있는 제공·위탁·국외 이전을 찾습니다", En: "finds denials of provision, entrustment or transfer that a list contradicts"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, c := range facts.Denials.Of(p) {
			switch facts.Kinds.Of(p)[c.At.Page] {
			case facts.PolicyKind, facts.Subpage:
				d := contradiction(c)
				at(p, &d, c.At.Page, c.At.Range)
				first := c.Listed[0].Name.At
				d.Related = []analyzer.Related{related(p, first.Page, first.Range, analyzer.Text{Ko: "목록에 적힌 곳", En: "listed here"})}
				p.Report(d)
			}
		}
	},
}

// contradiction is the finding about a denial, but for its places.
func contradiction(c facts.Denial) analyzer.Diagnostic {
	what := deniedActs[c.Clause]
	name := c.Listed[0].Name.Text
	d := analyzer.Diagnostic{
		Subject: clausePart(c.Clause),
		Message: analyzer.Text{
			Ko: fmt.Sprintf("%s 적혀 있지만 목록에 적힌 곳이 있습니다: %s", what.said.Ko, name),
			En: fmt.Sprintf("the policy says that %s, and lists %s", what.said.En, name)},
		Help: analyzer.Text{
			Ko: fmt.Sprintf("실제로 %s 이 문장을 고치고, 그렇지 않으면 목록을 지웁니다", what.does.Ko),
			En: fmt.Sprintf("correct the sentence if %s, or else delete the list", what.does.En)},
	}
	if !c.Near {
		d.Question = true
		d.Message.Ko += ". 서로 다른 서비스에 관한 내용입니까?"
		d.Message.En += ": are they about different services?"
	}
	return d
}

// deniedActs are what a policy denies, as it is said and as it would be done.
var deniedActs = map[facts.Clause]struct{ said, does analyzer.Text }{
	facts.ThirdParty: {
		analyzer.Text{Ko: "개인정보를 제3자에게 제공하지 않는다고", En: "no data is provided to third parties"},
		analyzer.Text{Ko: "제공한다면", En: "data is provided"}},
	facts.Entrustment: {
		analyzer.Text{Ko: "개인정보 처리업무를 위탁하지 않는다고", En: "no processing is entrusted"},
		analyzer.Text{Ko: "위탁한다면", En: "processing is entrusted"}},
	facts.OverseasTransfer: {
		analyzer.Text{Ko: "개인정보를 국외로 이전하지 않는다고", En: "no data is transferred abroad"},
		analyzer.Text{Ko: "이전한다면", En: "data is transferred"}},
}
