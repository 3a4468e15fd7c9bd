package rules

import (
	"fmt"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/facts"
)

// RrnWithoutBasis reports a policy that collects resident registration numbers, gives them to others
// or keeps them, and names no law for it.
//
// Since 7 August 2014 consent is no ground: an act or a decree must require or allow the processing in
// so many words. The law may be named in the same row, the same list or section, or in a sentence about
// resident registration numbers or unique identifiers. It is a question where the policy only speaks of
// laws in general, names a law for another purpose, or refers to a list of its personal data files. The
// first six digits alone, measures that protect the numbers and definitions are left alone.
//
// # 한국어
//
// 주민등록번호를 수집하거나 제공하거나 보관하면서 근거 법령을 적지 않은 처리방침을 찾습니다.
//
// 2014년 8월 7일부터는 정보주체의 동의가 있어도 법률이나 대통령령 등에서 구체적으로 요구하거나 허용한 경우가 아니면
// 주민등록번호를 처리할 수 없습니다. 근거 법령은 같은 행, 같은 목록이나 항목, 또는 주민등록번호나 고유식별정보를 설명하는
// 문장에 적혀 있으면 됩니다. ‘관련 법령에 따라’라고만 적었거나, 다른 목적에 대해서만 법령을 적었거나, 개인정보파일 목록을
// 안내한 경우에는 질문으로 알립니다. 생년월일에 해당하는 앞 6자리, 암호화 같은 보호조치, 용어 정의에 나오는 주민등록번호는
// 알리지 않습니다.
var RrnWithoutBasis = &analyzer.Rule{
	Name:     "rrn-without-basis",
	Doc:      analyzer.Text{Ko: "근거 법령 없이 주민등록번호를 처리한다고 적은 곳을 찾습니다", En: "finds resident registration numbers that are processed with no law named"},
	Duty:     "resident-registration-number",
	Severity: analyzer.Warning,
	Run: func(p *analyzer.Pass) {
		for _, group := range identifiersBy(p, func(id facts.Identifier) bool {
			return id.ID == "rrn" && id.Ground != facts.LawNamed
		}) {
			d := rrnFinding(group)
			atIdentifiers(p, &d, group)
			p.Report(d)
		}
	},
}

// rrnFinding is the finding about resident numbers, but for its place.
func rrnFinding(group []facts.Identifier) analyzer.Diagnostic {
	what := used(group)
	d := analyzer.Diagnostic{
		Message: analyzer.Text{
			Ko: fmt.Sprintf("주민등록번호를 처리하는 근거 법령이 적혀 있지 않습니다: %s", what.Ko),
			En: fmt.Sprintf("no law is named for processing resident registration numbers: %s", what.En)},
		Help: analyzer.Text{
			Ko: "주민등록번호 처리를 요구하거나 허용한 법령과 조문을 바로 옆에 적고, 없으면 생년월일 등으로 바꿉니다",
			En: "name the act or decree, with its article, that requires or allows it, or use the date of birth instead"}}
	switch group[0].Ground {
	case facts.LawUnnamed:
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("법령에 따른다고만 적혀 있고 법령의 이름이 없습니다: %s. 어느 법령입니까?", what.Ko),
			En: fmt.Sprintf("laws are spoken of and none is named for %s: which law is it?", what.En)}
	case facts.ListedAway:
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("주민등록번호를 처리하는 근거 법령이 보이지 않습니다: %s. 개인정보파일 목록에 적혀 있습니까?", what.Ko),
			En: fmt.Sprintf("no law is named here for %s: does the list of personal data files name it?", what.En)}
	case facts.GroundElsewhere:
		d.Question = true
		d.Message = analyzer.Text{
			Ko: fmt.Sprintf("주민등록번호를 처리하는 근거 법령이 다른 곳에만 적혀 있습니다: %s. 그 법령이 이 경우에도 근거가 됩니까?", what.Ko),
			En: fmt.Sprintf("a law for resident registration numbers is named elsewhere: is it also the ground for %s?", what.En)}
	}
	return d
}
