package rules

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// LinkMisnamed reports a link to the policy that is called otherwise than 개인정보 처리방침.
//
// The standard guideline has the policy posted on the website under that name, so that data subjects know it when
// they see it. It is judged where "pipalint find" went from the home page to the policy, by the page on which the
// link stands: one link of the right name is enough, spaces do not matter, and other words may stand beside it. A
// link that names another document too, as 이용약관 및 개인정보 처리방침, is an info. What a picture shows is not
// read: where its text for those who do not see it is another name, or there is none, the finding is a question.
// Pages in other languages are left alone.
//
// The option accept lists other acceptable names.
//
// # 한국어
//
// 처리방침으로 가는 링크의 이름이 ‘개인정보 처리방침’이 아닌 경우를 찾습니다.
//
// 표준 개인정보 보호지침은 처리방침을 홈페이지에 게재할 때 정보주체가 쉽게 알아보도록 ‘개인정보 처리방침’이라는 명칭을
// 쓰게 합니다. pipalint find로 첫 화면에서 처리방침까지 찾아갔을 때 링크가 있는 페이지를 보고 판단합니다. 올바른 이름의
// 링크가 하나라도 있으면 알리지 않으며, 띄어쓰기는 보지 않고 다른 말이 함께 있어도 됩니다. ‘이용약관 및 개인정보 처리방침’처럼
// 다른 문서와 묶은 이름은 참고로 알립니다. 이미지 속 글자는 읽지 못하므로, 대체 텍스트가 다른 이름이거나 없으면 확인할
// 사항으로 묻습니다. 외국어 페이지는 알리지 않습니다.
//
// 그 밖에 써도 되는 이름은 accept 옵션에 적습니다.
var LinkMisnamed = &analyzer.Rule{
	Name:     "link-misnamed",
	Doc:      analyzer.Text{Ko: "‘개인정보 처리방침’이 아닌 이름의 처리방침 링크를 찾습니다", En: "finds links to the policy that are not called 개인정보 처리방침"},
	Duty:     "title-standard-name",
	Severity: analyzer.Warning,
	Options:  linkMisnamedOptions{},
	Run: func(p *analyzer.Pass) {
		accept := analyzer.OptionsOf[linkMisnamedOptions](p).Accept
		way := facts.Way.Of(p)
		if way == nil || len(way.Steps) == 0 || !way.Korean || slices.ContainsFunc(way.Same, func(l facts.PolicyLink) bool { return wellNamed(l, accept) }) {
			return
		}
		d := misnamed(way.Last)
		d.Subject = part("link", "name")
		atStep(&d, way.Steps[len(way.Steps)-1])
		p.Report(d)
	},
}

type linkMisnamedOptions struct {
	Accept []string `toml:"accept" eg:"[\"개인정보 보호\"]" ko:"‘개인정보 처리방침’ 대신 써도 되는 링크 이름" en:"names of links accepted in place of the standard one"`
}

// wellNamed reports whether a link bears the standard name and no other, or one that is accepted.
func wellNamed(l facts.PolicyLink, accept []string) bool {
	return l.Naming == facts.NamedExactly || l.Naming == facts.NamedWithin && !l.Combined || same(accept, l.Name)
}

// misnamed is the finding about a link, but for its place.
func misnamed(l facts.PolicyLink) analyzer.Diagnostic {
	d := analyzer.Diagnostic{Help: analyzer.Text{
		Ko: "링크의 이름을 ‘개인정보 처리방침’으로 합니다",
		En: "call the link 개인정보 처리방침"}}
	switch {
	case l.Name == "":
		d.Question = true
		d.Message = analyzer.Text{
			Ko: "처리방침으로 가는 링크에 글자가 없습니다. ‘개인정보 처리방침’이라는 이름이 보입니까?",
			En: "the link to the policy has no text: does it show the name 개인정보 처리방침?"}
	case l.Combined && l.Naming == facts.NamedWithin:
		d.Severity = analyzer.Info
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("처리방침으로 가는 링크의 이름에 다른 문서가 함께 적혀 있습니다: %s", l.Name),
			En: fmt.Sprintf("the link to the policy names another document, too: %s", l.Name)}
		d.Help = analyzer.Text{
			Ko: "‘개인정보 처리방침’이라는 이름의 링크를 따로 둡니다",
			En: "give the policy a link of its own, called 개인정보 처리방침"}
	case !l.Seen:
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("처리방침으로 가는 링크의 대체 텍스트가 ‘개인정보 처리방침’과 다릅니다: %s. 화면에는 그 이름이 보입니까?", l.Name),
			En: fmt.Sprintf("to those who do not see it, the link to the policy is called %s, not 개인정보 처리방침: does it show that name?", l.Name)}
	default:
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("처리방침으로 가는 링크의 이름이 ‘개인정보 처리방침’과 다릅니다: %s", l.Name),
			En: fmt.Sprintf("the link to the policy is called %s, not 개인정보 처리방침", l.Name)}
	}
	return d
}
