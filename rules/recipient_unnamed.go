package rules

import (
	"fmt"
	"strings"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RecipientUnnamed reports processors and third parties that a list gives as a category and not by
// name: 택배사, 제휴사, delivery companies.
//
// Article 26 has the processors made public, so that a data subject can find out who they are; consent
// to provision is given to a recipient that is named. A category in whose place a link or a notice
// leads to the list is an info. Where each data subject chooses the recipient, as the seller of what
// was bought, the rule asks whether the policy says how to find out who it was. Recipients to whom a
// law that is cited has data provided are left alone, as are categories whose bracket names companies.
//
// # 한국어
//
// 위탁·제공 목록에 수탁자나 제공받는 자가 상호 없이 종류로만 적힌 곳을 찾습니다. ‘택배사’, ‘제휴사’와 같은 경우입니다.
//
// 개인정보 보호법 제26조는 수탁자를 공개하여 정보주체가 확인할 수 있게 하고 있고, 제3자 제공에 대한 동의는 제공받는 자를
// 알리고 받습니다. 링크나 별도 고지로 업체 목록을 안내한 경우에는 참고로만 알립니다. 판매자처럼 정보주체가 고르는 상대방이면
// 실제로 누구인지 확인하는 방법을 적었는지 묻습니다. 제공 근거 법령을 함께 적은 경우와 괄호 안에 업체명을 적은 경우에는
// 알리지 않습니다.
var RecipientUnnamed = &analyzer.Rule{
	Name:     "recipient-unnamed",
	Doc:      analyzer.Text{Ko: "상호 없이 종류로만 적은 수탁자와 제공받는 자를 찾습니다", En: "finds processors and third parties that are a category and not named"},
	Duty:     "recipients-named",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for all := facts.UnnamedRecipients.Of(p); len(all) > 0; {
			first := all[0]
			names := []string{first.Name.Text}
			for all = all[1:]; len(all) > 0 && all[0].Row == first.Row && all[0].Why == first.Why; all = all[1:] {
				names = append(names, all[0].Name.Text)
			}
			switch facts.Kinds.Of(p)[first.Name.At.Page] {
			case facts.PolicyKind, facts.Subpage:
				if d, ok := unnamed(first, strings.Join(names, ", ")); ok {
					d.Subject = subject(clausePart(first.Clause), categoryPart(names))
					at(p, &d, first.Name.At.Page, first.Name.At.Range)
					p.Report(d)
				}
			}
		}
	},
}

// unnamed is the finding about the categories of one row, but for its place.
func unnamed(u facts.Unnamed, names string) (analyzer.Diagnostic, bool) {
	d := analyzer.Diagnostic{Help: analyzer.Text{
		Ko: "상호를 모두 적거나, 업체 목록을 볼 수 있는 링크를 바로 옆에 둡니다",
		En: "name each company, or put a link to the list beside it"}}
	who := analyzer.Text{Ko: "제공받는 자", En: "the third party"}
	if u.Clause == facts.Entrustment {
		who = analyzer.Text{Ko: "수탁자", En: "the processor"}
	}
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("%s 상호 없이 종류로만 적혀 있습니다: %s", withSubject(who.Ko), names),
		En: fmt.Sprintf("%s is a category and not named: %s", who.En, names)}
	switch u.Why {
	case facts.ByLaw:
		return d, false
	case facts.NamedOften, facts.ToldAway:
		d.Severity = analyzer.Info
	case facts.ChosenByAll:
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("제공받는 자가 %s만 적혀 있습니다. 실제로 누구인지 정보주체가 확인하는 방법을 적었습니까?", withDirection("‘"+names+"’")),
			En: fmt.Sprintf("the third party is only “%s”: does the policy say how a data subject can find out who it is?", names)}
	}
	return d, true
}
