package rules

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/analyzer/fold"
	"github.com/pipalint/pipalint/analyzer/policy"
	"github.com/pipalint/pipalint/analyzer/statute"
	"github.com/pipalint/pipalint/law"
)

// LawMisnamed reports laws whose name is misspelt, and articles that are cited for what another article
// says: 개인정보 보호법 제25조 (fixed cameras) for entrustment, which is Article 26.
//
// A data subject who looks the law up under such a name or number does not find it. Short names in general
// use (전자상거래법) and other spacing (개인정보보호법) are left alone; former names of laws belong to
// law-stale. A name that lacks no more than 의, 등 or its last syllable is an info. Of articles, only mistakes
// that are often made are looked for, among them provisions of the Enforcement Decree that are cited as those
// of the Act.
//
// # 한국어
//
// 법률 이름을 잘못 적은 곳과, 다른 조항을 근거로 든 곳을 찾습니다. 위탁의 근거로 개인정보 보호법 제25조(고정형
// 영상정보처리기기)를 든 경우가 그렇습니다. 위탁은 제26조에서 정합니다.
//
// 이름이나 조문 번호가 틀리면 정보주체가 근거 법령을 찾아볼 수 없습니다. 널리 쓰는 약칭(전자상거래법)과 띄어쓰기
// 차이(개인정보보호법)는 알리지 않으며, 옛 법률 이름은 law-stale에서 다룹니다. ‘의’, ‘등’이나 끝 글자만 빠진 이름은 참고로만
// 알립니다. 조항은 자주 틀리는 것만 살피며, 시행령의 조문을 법률의 조문으로 적은 경우도 알립니다.
var LawMisnamed = &analyzer.Rule{
	Name:     "law-misnamed",
	Doc:      analyzer.Text{Ko: "이름이 잘못 적힌 법률과 잘못 인용한 조항을 찾습니다", En: "finds misspelt names of laws and articles cited for what others say"},
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		misspeltLaws(p)
		for _, w := range facts.WrongArticles.Of(p) {
			if isPolicyPage(p, w.At.Page) && !p.Day.Before(w.From) {
				reportWrong(p, w)
			}
		}
	},
}

// misspeltLaws reports each misspelling once, with the other places where it stands; none in words that are out of
// date, which are not to be written rightly but replaced.
func misspeltLaws(p *analyzer.Pass) {
	var found []analyzer.Diagnostic
	index := make(map[string]int)
	stale := outdatedOf(p, law.Statute, law.Article)
	for _, c := range facts.Citations.Of(p) {
		if c.As != statute.Misspelt || !isPolicyPage(p, c.Page) || isTold(stale, c.Page, c.Name()) {
			continue
		}
		name := p.Policy.Pages[c.Page].TextOf(c.Name())
		if i, ok := index[name]; ok {
			found[i].Related = append(found[i].Related, related(p, c.Page, c.Name(), analyzer.Text{Ko: "같은 이름", En: "the same name"}))
			continue
		}
		index[name] = len(found)
		found = append(found, misspelt(p, c, name))
	}
	for _, d := range found {
		p.Report(d)
	}
}

// isTold reports whether words that are surely out of date stand at a place.
func isTold(stale []*outdated, page int, at policy.Range) bool {
	return slices.ContainsFunc(stale, func(o *outdated) bool {
		return o.how == isStale && !o.Ask && slices.ContainsFunc(o.words, func(w facts.Outdated) bool {
			return w.Words.Page == page && w.Words.Range.Overlaps(at)
		})
	})
}

// misspelt is the finding about the name of a law.
func misspelt(p *analyzer.Pass, c facts.Citation, name string) analyzer.Diagnostic {
	d := analyzer.Diagnostic{
		Subject: subject(part("law", c.Official), part("as", fold.Letters(name))),
		Message: analyzer.Text{
			Ko: fmt.Sprintf("법률 이름이 정식 명칭과 다릅니다: “%s” (정식 명칭: %s)", name, c.Official),
			En: fmt.Sprintf("the law named “%s” is called %s", name, c.Official)},
		Help: analyzer.Text{
			Ko: withDirection("‘"+c.Official+"’") + " 바로잡습니다",
			En: fmt.Sprintf("write %s", c.Official)},
	}
	if c.Slight {
		d.Severity = analyzer.Info
	}
	at(p, &d, c.Page, c.Name())
	return d
}

// reportWrong reports an article that is not the one about the matter.
func reportWrong(p *analyzer.Pass, w facts.WrongArticle) {
	name := w.Citation.Official
	d := analyzer.Diagnostic{Help: analyzer.Text{
		Ko: fmt.Sprintf("%s %s인지 확인하여 바로잡습니다", name, w.Right),
		En: fmt.Sprintf("check whether %s %s is meant", name, w.Right)}}
	at(p, &d, w.At.Page, w.At.Range)
	d.Subject = subject(part("law", name), part("as", fold.Letters(d.Quote)), part("for", w.Right))
	d.Message = analyzer.Text{
		Ko: fmt.Sprintf("다른 조항을 인용했습니다: “%s” (해당 조항: %s)", d.Quote, w.Right),
		En: fmt.Sprintf("“%s” is not the provision on this matter: that is %s", d.Quote, w.Right)}
	p.Report(d)
}
