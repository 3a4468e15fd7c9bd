package rules

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/law"
)

// TermDated reports words of earlier law and of old templates: 취급방침, 개인정보관리책임자, 취급위탁, 공인인증서,
// 종합지원포털, the settings of Internet Explorer.
//
// They are not wrong in substance, but the law no longer uses them, and they show that the text was not revised
// for long: an info. Each term is one finding, which shows its first place and some of the others. A name in
// the title is for title-nonstandard. Words that are right where they stand are left alone: 개인정보취급자, the
// 관리책임자 of cameras, 위치정보관리책임자, links to earlier versions.
//
// # 한국어
//
// 예전 법령과 옛 서식의 용어를 찾습니다: 취급방침, 개인정보관리책임자, 취급위탁, 공인인증서, 종합지원포털, 인터넷 익스플로러 설정
// 방법.
//
// 내용이 틀린 것은 아니지만 지금 법령에는 없는 말이고, 처리방침을 오래 손보지 않았다는 표시가 되므로 참고로 알립니다. 같은
// 용어는 한 번만 알리며, 처음 나온 곳과 다른 곳 몇 군데를 보여 줍니다. 제목에 쓰인 명칭은 title-nonstandard가 알립니다.
// 개인정보취급자, 영상정보 관리책임자, 위치정보관리책임자, 이전 처리방침 보기처럼 그 자리에서 맞는 말은 알리지 않습니다.
var TermDated = &analyzer.Rule{
	Name:     "term-dated",
	Doc:      analyzer.Text{Ko: "예전 법령과 옛 서식의 용어를 찾습니다", En: "finds words of earlier law and old templates"},
	Severity: analyzer.Info,
	Run: func(p *analyzer.Pass) {
		for _, o := range outdatedOf(p, law.Term, law.Template) {
			if o.titles(p) {
				continue
			}
			d := o.diagnostic(p)
			d.Severity = analyzer.Info
			d.Message = o.termMessage(d)
			p.Report(d)
		}
	},
}

// titles reports whether the title of a policy is among the words, which title-nonstandard reports for the whole
// policy.
func (o *outdated) titles(p *analyzer.Pass) bool {
	if !p.Law.InForce(TitleNonstandard.Duty, p.Day) {
		return false
	}
	all := facts.OtherTitles.Of(p)
	return slices.ContainsFunc(o.words, func(w facts.Outdated) bool {
		title := all[w.Words.Page]
		return !title.Empty() && title.Overlaps(w.Words.Range) && facts.Kinds.Of(p)[w.Words.Page] == facts.PolicyKind
	})
}

// termMessage says which term is out of date, and why.
func (o *outdated) termMessage(d analyzer.Diagnostic) analyzer.Text {
	if o.how == comingStale {
		return analyzer.Text{
			Ko: fmt.Sprintf("%s부터 예전 용어가 됩니다: “%s” (%s)", o.Since, d.Quote, o.Title.Ko),
			En: fmt.Sprintf("will be a dated term from %s: “%s” (%s)", o.Since, d.Quote, o.Title.En)}
	}
	if o.Since.IsZero() {
		return analyzer.Text{
			Ko: fmt.Sprintf("처리방침에 맞지 않는 문구입니다: “%s” (%s)", d.Quote, o.Title.Ko),
			En: fmt.Sprintf("words that do not belong in a policy: “%s” (%s)", d.Quote, o.Title.En)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("예전 용어나 문구입니다: “%s” (%s)", d.Quote, o.Title.Ko),
		En: fmt.Sprintf("a dated term: “%s” (%s)", d.Quote, o.Title.En)}
}
