package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// NameForeign reports names of others that are left from a policy that was copied: ㈜한빛상사는 지체 없이
// 조치하겠습니다, in the policy of another company.
//
// A data subject cannot tell who answers for the data. It is a warning where another company, with its legal
// form, does what the controller would do, and where the policy of a company calls itself an association, a
// foundation or a school. A name without a legal form may be that of a service: where the page introduces it
// nowhere, in its title, its preamble or its footer, it is a question. Companies that are listed as processors
// or third parties, names like that of the controller and names in another script are left alone, and so are
// mail addresses, because a domain does not tell whose it is.
//
// The option own lists other names of the controller: its services and brands.
//
// # 한국어
//
// 다른 곳의 처리방침을 옮겨 쓰면서 남은 다른 회사나 기관의 이름을 찾습니다. 다른 회사의 처리방침에 ‘㈜한빛상사는 지체 없이
// 조치하겠습니다’라고 적힌 경우입니다.
//
// 이런 이름이 남아 있으면 정보주체가 누구에게 책임을 물을지 알 수 없습니다. 법인 형태를 갖춘 다른 회사가 개인정보를 처리하는
// 주체로 적혀 있거나, 회사의 처리방침이 스스로를 협회·재단·학교로 부르면 경고로 알립니다. 법인 형태가 없는 이름은 서비스
// 이름일 수 있으므로 제목, 서문, 하단 어디에도 소개가 없는 경우에만 질문으로 알립니다. 수탁자나 제공받는 자로 적힌 회사,
// 개인정보처리자와 비슷한 이름, 다른 문자로 적은 이름은 알리지 않습니다. 도메인만으로는 누구의 것인지 알 수 없으므로
// 전자우편 주소는 보지 않습니다.
//
// 개인정보처리자의 다른 이름(서비스, 브랜드)은 own 옵션에 적습니다.
var NameForeign = &analyzer.Rule{
	Name:     "name-foreign",
	Doc:      analyzer.Text{Ko: "옮겨 쓰면서 남은 다른 회사나 기관의 이름을 찾습니다", En: "finds names of others left from a policy that was copied"},
	Severity: analyzer.Warning,
	Options:  nameForeignOptions{},
	Run: func(p *analyzer.Pass) {
		own := analyzer.OptionsOf[nameForeignOptions](p).Own
		for _, n := range facts.ForeignNames.Of(p) {
			first := n.Places[0]
			if within(own, n.Name) || !isOfPolicy(p, first.Page) {
				continue
			}
			d := foreignName(n)
			at(p, &d, first.Page, first.Range)
			for _, other := range n.Places[1:min(len(n.Places), 1+maxRelated)] {
				d.Related = append(d.Related, related(p, other.Page, other.Range, analyzer.Text{Ko: "여기에도 있습니다", En: "here, too"}))
			}
			if !n.Issuer.Range.Empty() {
				d.Related = append(d.Related, related(p, n.Issuer.Page, n.Issuer.Range, analyzer.Text{Ko: "개인정보처리자", En: "the controller"}))
			}
			p.Report(d)
		}
	},
}

type nameForeignOptions struct {
	Own []string `toml:"own" eg:"[\"모란마켓\"]" ko:"개인정보처리자의 다른 이름(서비스, 브랜드)" en:"other names of the controller: services and brands"`
}

// foreignName is the finding about a name, but for its places.
func foreignName(n facts.ForeignName) analyzer.Diagnostic {
	d := analyzer.Diagnostic{Subject: companyPart(n.Name), Help: analyzer.Text{
		Ko: fmt.Sprintf("개인정보처리자의 이름(%s)으로 고칩니다", n.Issuer.Name),
		En: fmt.Sprintf("put the name of the controller (%s) in its place", n.Issuer.Name)}}
	switch {
	case n.Sign.Plain():
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("%s의 처리방침에 다른 곳이 개인정보를 처리하는 주체로 적혀 있습니다: %s", n.Issuer.Name, n.Name),
			En: fmt.Sprintf("the policy of %s speaks in the name of another: %s", n.Issuer.Name, n.Name)}
	case n.Sign == facts.OtherScope:
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("%s의 처리방침이 ‘%s’에 적용된다고 적혀 있습니다. 운영하는 서비스의 이름입니까, 옮겨 쓰면서 남은 이름입니까?", n.Issuer.Name, n.Name),
			En: fmt.Sprintf("the policy of %s is said to apply to “%s”: is that a service of the controller, or a name left from a copy?", n.Issuer.Name, n.Name)}
	default:
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("%s의 처리방침에 ‘%s’의 이름으로 적힌 문장이 있습니다. 운영하는 서비스의 이름입니까, 옮겨 쓰면서 남은 이름입니까?", n.Issuer.Name, n.Name),
			En: fmt.Sprintf("the policy of %s speaks as “%s”: is that a service of the controller, or a name left from a copy?", n.Issuer.Name, n.Name)}
	}
	return d
}
