package rules

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// VagueWording reports lists of purposes, items, third parties or processors that leave something open:
// 성명, 연락처 등; 기타 회사가 정하는 정보.
//
// The writing guideline asks for every one of them, because a data subject cannot know what a word such as
// 등 stands for. A guideline is no law, so the finding is an info. Only tables and lists are looked at, not
// sentences, and each clause is reported once, with the other places shown. Periods that cannot be told
// belong to retention-unspecified.
//
// The option allow lists wordings to leave alone, such as 배송업체 등 where the full list is published elsewhere.
//
// # 한국어
//
// 처리 목적, 처리하는 항목, 제공받는 자·수탁자의 목록을 다 적지 않고 ‘등’이나 ‘기타 …’로 끝맺은 곳을 찾습니다.
//
// 개인정보 처리방침 작성지침은 정보주체가 무엇이 더 있는지 알 수 없는 표현을 쓰지 않도록 합니다. 지침은 권고이므로 참고로만
// 알립니다. 표와 목록만 보고 문장은 보지 않으며, 항목마다 한 번만 알리고 나머지 위치를 함께 보여 줍니다. 알 수 없게 적은
// 보유기간은 retention-unspecified에서 다룹니다.
//
// 그대로 두기로 한 표현(예: 전체 목록을 다른 곳에 공개한 ‘배송업체 등’)은 allow 옵션에 적습니다.
var VagueWording = &analyzer.Rule{
	Name:     "vague-wording",
	Doc:      analyzer.Text{Ko: "‘등’, ‘기타’로 끝맺은 목적·항목·제공받는 자·수탁자의 목록을 찾습니다", En: "finds lists of purposes, items and recipients that leave something open"},
	Duty:     "no-vague-wording",
	Severity: analyzer.Info,
	Options:  vagueWordingOptions{},
	Run: func(p *analyzer.Pass) {
		all, allow := facts.VagueWordings.Of(p), analyzer.OptionsOf[vagueWordingOptions](p).Allow
		for _, c := range facts.AllClauses {
			places := slices.DeleteFunc(slices.Clone(all[c]), func(one facts.PlaceIn) bool {
				return within(allow, p.Policy.Pages[one.Page].TextOf(one.Range))
			})
			if len(places) == 0 {
				continue
			}
			switch facts.Kinds.Of(p)[places[0].Page] {
			case facts.PolicyKind, facts.Subpage:
				d := analyzer.Diagnostic{Help: analyzer.Text{Ko: "빠진 것을 모두 적고 ‘등’, ‘기타’와 같은 표현을 지웁니다", En: "name all of them, and delete words such as 등 and 기타"}}
				at(p, &d, places[0].Page, places[0].Range)
				for _, other := range places[1:] {
					d.Also = append(d.Also, p.Policy.Pages[other.Page].Place(other.Range))
					d.Related = append(d.Related, related(p, other.Page, other.Range, analyzer.Text{Ko: "여기에도 있습니다", En: "here, too"}))
				}
				what := openLists[c]
				d.Message = analyzer.Text{
					Ko: fmt.Sprintf("%s 다 적지 않았습니다: %s", what.Ko, d.Quote),
					En: fmt.Sprintf("%s not all stated: %s", what.En, d.Quote)}
				p.Report(d)
			}
		}
	},
}

type vagueWordingOptions struct {
	Allow []string `toml:"allow" eg:"[\"배송업체 등\"]" ko:"그대로 두기로 한 표현. 지적할 부분에 들어 있으면 알리지 않습니다" en:"wordings to leave alone: a place that contains one is not reported"`
}

// openLists are what a list of each clause leaves open.
var openLists = map[facts.Clause]analyzer.Text{
	facts.Purpose:          {Ko: "처리 목적을", En: "the purposes are"},
	facts.Items:            {Ko: "처리하는 항목을", En: "the items are"},
	facts.ThirdParty:       {Ko: "제3자 제공의 내용을", En: "the particulars of provision are"},
	facts.Entrustment:      {Ko: "위탁의 내용을", En: "the particulars of entrustment are"},
	facts.OverseasTransfer: {Ko: "국외 이전의 내용을", En: "the particulars of transfer are"},
}
