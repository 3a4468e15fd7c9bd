package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// SubpageUnreachable reports what a policy says to stand on another page that cannot be reached: a link to its list of
// processors that leads to no page any more, or a sentence that sends the reader to a list without saying where it is.
//
// A controller publishes its policy, and what it leaves to other pages is a part of it. Links are followed with --follow
// or `follow = true`; a page that the server says it does not have is a finding, one that could not be read for another
// reason is an error (exit code 3). Whether a list that no link leads to stands elsewhere is a question.
//
// # 한국어
//
// 다른 페이지에 있다고 적었으나 그 페이지를 볼 수 없는 내용을 찾습니다. 수탁자 목록으로 가는 링크에 페이지가 없거나, 어디에
// 있는지 밝히지 않고 현황을 확인하라고만 적은 경우입니다.
//
// 처리방침은 공개해야 하고, 다른 페이지로 나누어 둔 내용도 처리방침의 일부입니다. 링크는 --follow나 설정의 follow = true가
// 있을 때 따라갑니다. 서버에 없는 페이지는 지적하고, 다른 이유로 읽지 못한 페이지는 오류로 알립니다(종료 코드 3). 링크 없이
// 안내한 목록이 다른 곳에 있는지는 질문으로 묻습니다.
var SubpageUnreachable = &analyzer.Rule{
	Name:     "subpage-unreachable",
	Doc:      analyzer.Text{Ko: "볼 수 없는 페이지에 맡긴 내용을 찾습니다", En: "finds content left to a page that cannot be reached"},
	Duty:     "policy-published",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, l := range facts.GoneParts.Of(p) {
			if isPolicyPage(p, l.Page) {
				p.Report(goneLink(l))
			}
		}
		for _, one := range facts.LostReferences.Of(p) {
			if isOfPolicy(p, one.Page) {
				p.Report(lostReference(p, one))
			}
		}
	},
}

// goneLink is the finding about a link that leads to no page.
func goneLink(l facts.PageLink) analyzer.Diagnostic {
	return analyzer.Diagnostic{
		Place: l.Place, Quote: l.Text, Subject: subject(part("link", l.URL)),
		Message: analyzer.Text{
			Ko: fmt.Sprintf("링크된 하위 페이지가 없습니다: “%s” (%s)", l.Text, l.URL),
			En: fmt.Sprintf("the page behind a link of the policy does not exist: “%s” (%s)", l.Text, l.URL)},
		Help: analyzer.Text{
			Ko: "링크를 맞는 주소로 고치거나, 그 내용을 처리방침에 적습니다",
			En: "correct the link, or put the content into the policy"}}
}

// lostReference is the question about a list that nothing leads to.
func lostReference(p *analyzer.Pass, one facts.Reference) analyzer.Diagnostic {
	d := analyzer.Diagnostic{Question: true, Subject: clausePart(one.Clause), Help: analyzer.Text{
		Ko: "그 페이지로 가는 링크를 바로 옆에 두거나, 목록을 처리방침에 적습니다",
		En: "put a link to that page beside it, or the list into the policy"}}
	at(p, &d, one.Page, one.Range)
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("다른 곳을 참고하라고 적었으나 링크도 주소도 없고 처리방침에도 그 내용이 없습니다. 어디에서 볼 수 있습니까? “%s”", d.Quote),
		En: fmt.Sprintf("the policy refers to content elsewhere without a link or an address, and does not hold it: where is it? “%s”", d.Quote)}
	return d
}
