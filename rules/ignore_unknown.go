package rules

import (
	"fmt"
	"slices"

	"github.com/pipalint/pipalint/analyzer"
	"github.com/pipalint/pipalint/analyzer/spelling"
)

// IgnoreUnknown reports a comment that was meant to ignore findings and does not: its directive is misspelt, it names
// no rule or an unknown one, or its last day is not a date.
//
// The rules about ignores cannot themselves be ignored, neither in a comment nor in pipalint.toml, but [rules] can turn
// them off. Other mistakes in pipalint.toml end the program before anything is checked.
//
// # 한국어
//
// 지적을 제외하려고 적었으나 효과가 없는 주석을 찾습니다. 지시어가 틀렸거나, 규칙 이름이 없거나 틀렸거나, 기한이 날짜가 아닌
// 경우입니다.
//
// 제외 설정을 점검하는 규칙의 지적은 주석으로도 pipalint.toml의 [[ignore]]로도 제외할 수 없으며, 필요 없으면 [rules]에서
// 규칙을 끕니다. 그 밖에 pipalint.toml을 잘못 적으면 검사하지 않고 끝냅니다.
var IgnoreUnknown = &analyzer.Rule{
	Name:     "ignore-unknown",
	Doc:      analyzer.Text{Ko: "지시어나 규칙 이름이 틀려 효과가 없는 제외 설정을 찾습니다", En: "finds an ignore that has no effect because it is misspelt"},
	Severity: analyzer.Warning,
	Late:     true,
	Run: func(p *analyzer.Pass) {
		for _, i := range p.Ignores {
			if i.Fault.Kind != analyzer.NoFault {
				reportUnknown(p, i, "", faultMessage(i.Fault), ignoreForm)
				continue
			}
			for _, name := range i.Rules {
				if message, help, ok := notIgnorable(p, name); ok {
					reportUnknown(p, i, name, message, help)
				}
			}
		}
	},
}

// ignoreForm is how a comment is written.
var ignoreForm = analyzer.Text{
	Ko: "<!-- pipalint:ignore 규칙: 사유 --> 형식으로 적습니다. 규칙이 여럿이면 쉼표로 나누고, 기한은 콜론 앞에 until 2027-03-01처럼 적습니다",
	En: "write <!-- pipalint:ignore RULE: reason -->, with commas between several rules and the last day, if any, before the colon: until 2027-03-01"}

// reportUnknown reports an ignore that does not do what it was meant to.
func reportUnknown(p *analyzer.Pass, i *analyzer.Ignore, name string, message, help analyzer.Text) {
	d := analyzer.Diagnostic{Message: message, Help: help}
	atIgnore(&d, i, name)
	p.Report(d)
}

func faultMessage(f analyzer.IgnoreFault) analyzer.Text {
	switch f.Kind {
	case analyzer.NoRule:
		return analyzer.Text{Ko: "제외할 규칙을 적지 않았습니다", En: "the ignore names no rule"}
	case analyzer.WrongName:
		return analyzer.Text{
			Ko: fmt.Sprintf("규칙 이름 사이의 쉼표나 사유 앞의 콜론이 없습니다: “%s”", f.Text),
			En: fmt.Sprintf("a comma between rules, or the colon before the reason, is missing: “%s”", f.Text)}
	case analyzer.WrongDate:
		if f.Text == "" {
			return analyzer.Text{Ko: "until 뒤에 날짜가 없습니다", En: "until is not followed by a date"}
		}
		return analyzer.Text{
			Ko: fmt.Sprintf("until 뒤에 적은 것이 날짜가 아닙니다: “%s”", f.Text),
			En: fmt.Sprintf("what follows until is not a date: “%s”", f.Text)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("알 수 없는 지시어입니다: “%s”", f.Text),
		En: fmt.Sprintf("unknown directive: “%s”", f.Text)}
}

// notIgnorable says why the findings of a rule cannot be ignored, if so.
func notIgnorable(p *analyzer.Pass, name string) (message, help analyzer.Text, ok bool) {
	all := p.AllRules()
	if n := slices.IndexFunc(all, func(r *analyzer.Rule) bool { return r.Name == name }); n >= 0 {
		return analyzer.Text{
				Ko: fmt.Sprintf("제외 설정을 점검하는 규칙의 지적은 제외할 수 없습니다: %s", name),
				En: fmt.Sprintf("findings of %s, a rule about ignores, cannot be ignored", name)}, analyzer.Text{
				Ko: fmt.Sprintf("필요 없으면 pipalint.toml의 [rules]에 %s = \"off\"라고 적습니다", name),
				En: fmt.Sprintf("to turn it off, write %s = \"off\" under [rules] in pipalint.toml", name)},
			all[n].Late
	}
	var names []string
	for _, r := range all {
		if !r.Late {
			names = append(names, r.Name)
		}
	}
	help = analyzer.Text{Ko: "규칙 이름은 pipalint rules로 확인합니다", En: "'pipalint rules' lists their names"}
	if near, found := spelling.Nearest(name, names); found {
		help = analyzer.Text{Ko: fmt.Sprintf("혹시 %s입니까?", near), En: fmt.Sprintf("did you mean %s?", near)}
	}
	return analyzer.Text{
		Ko: fmt.Sprintf("알 수 없는 규칙입니다: “%s”", name),
		En: fmt.Sprintf("unknown rule: “%s”", name)}, help, true
}
