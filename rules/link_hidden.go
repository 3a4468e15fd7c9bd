package rules

import (
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/policy"
)

// LinkHidden reports a policy to which no visible link leads, or whose link looks like all others.
//
// Article 30(2) of PIPA has the policy made public so that data subjects can easily check it; the standard guideline has
// its name set off from other notices by the size of its letters, a colour or the like. It is judged where "pipalint
// find" looked for the policy from the home page. That no link leads there, and the policy was found at a usual
// address or in the sitemap only, is a warning; so is a link that a browser showed to be invisible. Where the page
// was not shown by a browser (--render never), scripts may add or open it, and the finding is a question. That the link
// has the size, weight and colour of its neighbours is an info, told only where a browser showed them.
//
// # 한국어
//
// 보이는 링크로는 갈 수 없는 처리방침과, 다른 링크와 구분되지 않는 처리방침 링크를 찾습니다.
//
// 개인정보 보호법 제30조제2항은 정보주체가 쉽게 확인할 수 있도록 처리방침을 공개하게 하고, 표준 개인정보 보호지침은
// 글자 크기나 색상 등으로 다른 고지사항과 구분하게 합니다. pipalint find로 첫 화면부터 처리방침을 찾았을 때 판단합니다.
// 링크가 없어 흔히 쓰는 주소나 사이트맵에서만 찾았거나, 링크가 브라우저 화면에 보이지 않으면 경고합니다. 브라우저로 열지
// 않은 페이지(--render never)는 스크립트가 링크를 만들거나 펼칠 수 있으므로 확인할 사항으로 묻습니다. 글자 크기, 굵기,
// 색이 주변 링크와 같으면 참고로 알리며, 브라우저로 확인한 경우에만 알립니다.
var LinkHidden = &analyzer.Rule{
	Name:     "link-hidden",
	Doc:      analyzer.Text{Ko: "보이지 않거나 다른 링크와 구분되지 않는 처리방침 링크를 찾습니다", En: "finds links to the policy that are not to be seen or look like all others"},
	Duty:     "link-distinct",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		way := facts.Way.Of(p)
		switch {
		case way == nil || way.IsHome:
		case len(way.Steps) == 0:
			if !way.Unread {
				p.Report(unlinked(p, way))
			}
		case !slices.ContainsFunc(way.Same, func(l facts.PolicyLink) bool { return !l.Hidden }):
			d := invisible(way.Steps[len(way.Steps)-1])
			d.Subject = part("link", "hidden")
			p.Report(d)
		case way.Likeness == facts.LooksAlike:
			d := analyzer.Diagnostic{Severity: analyzer.Info, Subject: part("link", "alike"), Message: analyzer.Text{
				Ko: "처리방침 링크가 주변 링크와 글자 크기, 굵기, 색이 같아 구분되지 않습니다",
				En: "the link to the policy has the size, weight and colour of the links around it"},
				Help: analyzer.Text{
					Ko: "글자 크기나 굵기, 색을 달리하여 눈에 띄게 합니다",
					En: "set it off by size, weight or colour"}}
			atStep(&d, way.Steps[len(way.Steps)-1])
			p.Report(d)
		}
	},
}

// unlinked is the finding that no link leads to the policy.
func unlinked(p *analyzer.Pass, way *facts.WayThere) analyzer.Diagnostic {
	return analyzer.Diagnostic{
		Question:   !way.Whole,
		Absent:     true,
		Subject:    part("link", "none"),
		Place:      way.Home.Place(policy.Range{}),
		Provisions: p.Law.Provisions("policy-published", p.Day),
		Message: analyzer.Text{
			Ko: "첫 화면에서 처리방침으로 가는 링크를 찾지 못했습니다",
			En: "no link was found that leads from the home page to the policy"},
		Help: analyzer.Text{
			Ko: "첫 화면에 ‘개인정보 처리방침’ 링크를 둡니다",
			En: "put a link called 개인정보 처리방침 on the home page"}}
}

// invisible is the finding that a link is not to be seen. Without a browser a script may well show it.
func invisible(s policy.Step) analyzer.Diagnostic {
	d := analyzer.Diagnostic{
		Question: !s.Resource().Look.Known,
		Message: analyzer.Text{
			Ko: "처리방침으로 가는 링크가 화면에 보이지 않습니다",
			En: "the link to the policy is not visible"},
		Help: analyzer.Text{
			Ko: "메뉴를 펼치지 않아도 첫 화면에 보이게 합니다",
			En: "show it without a menu that has to be opened"}}
	atStep(&d, s)
	return d
}
