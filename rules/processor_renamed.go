package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/company"
	"github.com/pipalint/pipalint/analyzer/facts"
	"github.com/pipalint/pipalint/vendors"
)

// ProcessorRenamed reports a processor or another recipient that a list calls by a name that the company
// gave up: 세틀뱅크, which is 헥토파이낸셜 since 2022.
//
// A data subject who looks for the company does not find it under that name, and a list that still has it
// has not been read for years. Only changes that the catalogue of vendors is sure of are told, and only
// those after which nobody bears the old name: a part of a company that became one of its own, and brands
// that go on, are left alone. The policy is judged by the names of the day: as of 2020, 세틀뱅크 is right.
// A list that gives the old name beside the new one is right, too. Where only the legal form is
// another (Google Inc., Google LLC) it is an info.
//
// # 한국어
//
// 수탁자, 제공받는 자, 이전받는 자가 변경 전 상호로 적힌 곳을 찾습니다. 2022년에 상호를 헥토파이낸셜로 바꾼 ‘세틀뱅크’가 그
// 예입니다.
//
// 변경 전 상호로는 정보주체가 그 회사를 찾을 수 없고, 목록을 오랫동안 점검하지 않았다는 뜻이기도 합니다. 확실한 상호 변경만
// 알리며, 그 이름을 지금 쓰는 곳이 있으면 알리지 않습니다. 사업 부문이 분리되어 회사가 된 경우나 계속 쓰이는 상표도 알리지
// 않습니다. 기준일의 상호로 판단하므로, 2020년을 기준으로 검사하면 ‘세틀뱅크’를 알리지 않습니다. ‘헥토파이낸셜(구 세틀뱅크)’처럼
// 현재 상호와 함께 적은 경우도 알리지 않습니다. 회사의 종류만 바뀐 경우(Google Inc. → Google LLC)는 참고로만 알립니다.
var ProcessorRenamed = &analyzer.Rule{
	Name:     "processor-renamed",
	Doc:      analyzer.Text{Ko: "변경 전 상호로 적힌 수탁자, 제공받는 자, 이전받는 자를 찾습니다", En: "finds processors and other recipients under former names"},
	Duty:     "recipients-named",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		told := make(map[string]bool) // by the new name
		for _, one := range facts.RenamedRecipients.Of(p) {
			switch facts.Kinds.Of(p)[one.Name.At.Page] {
			case facts.PolicyKind, facts.Subpage:
				// Of a change only the year is known, and a policy has some months to follow.
				if one.Rename.Year >= p.Day.Year || told[one.Name.Text] {
					continue
				}
				told[one.Name.Text] = true
				d := renamed(one)
				at(p, &d, one.Name.At.Page, one.Name.At.Range)
				p.Report(d)
			}
		}
	},
}

// renamed is the finding about a former name, but for its place.
func renamed(one facts.RenamedRecipient) analyzer.Diagnostic {
	old, now, year := one.Name.Text, one.Rename.New, one.Rename.Year
	d := analyzer.Diagnostic{
		Subject: part("name", company.Key(old)),
		Message: analyzer.Text{
			Ko: fmt.Sprintf("변경 전 상호가 적혀 있습니다: %s (%d년 변경, 현재 %s)", old, year, now),
			En: fmt.Sprintf("“%s” has not been the name of the company since %d: its name today is %s", old, year, now)},
		Help: analyzer.Text{Ko: fmt.Sprintf("현재 상호를 적습니다: %s", now), En: fmt.Sprintf("write its name of today: %s", now)}}
	switch one.Rename.Kind {
	case vendors.Reformed:
		d.Severity = analyzer.Info
	case vendors.Merged:
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("합병으로 소멸한 회사가 적혀 있습니다: %s (%d년 ‘%s’에 합병)", old, year, now),
			En: fmt.Sprintf("“%s” no longer exists: it was merged into %s in %d", old, now, year)}
		d.Help = analyzer.Text{
			Ko: fmt.Sprintf("현재 업무를 맡은 회사의 상호를 적습니다: %s", now),
			En: fmt.Sprintf("write the name of the company that does the work today: %s", now)}
	}
	return d
}
