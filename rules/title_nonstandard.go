package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// TitleNonstandard reports a Korean policy that is called otherwise than 개인정보 처리방침.
//
// The standard guideline has every controller use that name, so that data subjects know what to look for.
// Until 2016-09-22 the Network Act had online services call it 개인정보취급방침. A guideline is no law, so the
// finding is an info. Spaces do not matter. Policies in other languages, and pages that also use the
// standard name, are left alone.
//
// The option accept lists other acceptable titles, such as one that all companies of a group use.
//
// # 한국어
//
// ‘개인정보 처리방침’이 아닌 이름을 붙인 처리방침을 찾습니다.
//
// 표준 개인정보 보호지침은 정보주체가 쉽게 알아볼 수 있도록 ‘개인정보 처리방침’이라는 명칭을 쓰게 합니다. ‘개인정보취급방침’은
// 2016년 9월 22일까지 정보통신서비스 제공자에게 적용되던 명칭입니다. 지침은 권고이므로 참고로만 알립니다. 띄어쓰기는 보지
// 않으며, 외국어로 쓴 문서와 표준 명칭을 함께 쓴 문서는 알리지 않습니다.
//
// 그 밖에 써도 되는 명칭(그룹사 공통 명칭 등)은 accept 옵션에 적습니다.
var TitleNonstandard = &analyzer.Rule{
	Name:     "title-nonstandard",
	Doc:      analyzer.Text{Ko: "‘개인정보 처리방침’이 아닌 제목을 찾습니다", En: "finds policies that are not called 개인정보 처리방침"},
	Duty:     "title-standard-name",
	Severity: analyzer.Info,
	Options:  titleNonstandardOptions{},
	Run: func(p *analyzer.Pass) {
		accept := analyzer.OptionsOf[titleNonstandardOptions](p).Accept
		for page, title := range facts.OtherTitles.Of(p) {
			if title.Empty() || facts.Kinds.Of(p)[page] != facts.PolicyKind {
				continue
			}
			d := analyzer.Diagnostic{Subject: part("clause", "title"), Help: analyzer.Text{
				Ko: "제목과 본문의 명칭을 ‘개인정보 처리방침’으로 고칩니다",
				En: "call it 개인정보 처리방침, in the title and throughout"}}
			at(p, &d, page, title)
			if same(accept, d.Quote) {
				continue
			}
			d.Message = analyzer.Text{
				Ko: fmt.Sprintf("문서의 명칭이 ‘개인정보 처리방침’과 다릅니다: %s", d.Quote),
				En: fmt.Sprintf("the policy is called %s, not 개인정보 처리방침", d.Quote)}
			p.Report(d)
		}
	},
}

type titleNonstandardOptions struct {
	Accept []string `toml:"accept" eg:"[\"개인정보 보호정책\"]" ko:"표준 명칭 대신 써도 되는 명칭" en:"titles accepted in place of the standard one"`
}
